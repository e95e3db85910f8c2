/** Building blocks of pages, in the classes of NL Design System. They hold no knowledge of what they show. */
import type { ComponentChildren, JSX } from 'preact';

type Inhoud = ComponentChildren;

export const Kop2 = ({ id, children }: { readonly id?: string; readonly children: Inhoud }): JSX.Element =>
  <h2 class="utrecht-heading-2" id={id}>{children}</h2>;
export const Kop3 = ({ id, children }: { readonly id?: string; readonly children: Inhoud }): JSX.Element =>
  <h3 class="utrecht-heading-3" id={id}>{children}</h3>;
export const Alinea = ({ children, klein }: { readonly children: Inhoud; readonly klein?: boolean }): JSX.Element =>
  <p class={`utrecht-paragraph${klein === true ? ' utrecht-paragraph--small' : ''}`}>{children}</p>;
export const Koppeling = ({ naar, children, download }: {
  readonly naar: string; readonly children: Inhoud; readonly download?: boolean }): JSX.Element =>
  <a class="utrecht-link utrecht-link--html-a" href={naar} download={download === true ? '' : undefined}>{children}</a>;

export type Ernst = 'info' | 'ok' | 'warning' | 'error';

/** A message above what it is about. `error` and `ok` are told at once to who cannot see it. */
export const Melding = ({ ernst = 'info', titel, children }: {
  readonly ernst?: Ernst; readonly titel?: string; readonly children?: Inhoud }): JSX.Element => (
  <div class={`utrecht-alert utrecht-alert--${ernst}`} role={ernst === 'error' ? 'alert' : ernst === 'ok' ? 'status' : undefined}>
    <div class="utrecht-alert__content">
      <div class="utrecht-alert__message">
        {titel === undefined ? null : <p class="utrecht-paragraph"><strong>{titel}</strong></p>}
        {children}
      </div>
    </div>
  </div>
);

/** A short word about where something stands. */
export const Label = ({ soort, children }: {
  readonly soort: 'neutral' | 'safe' | 'warning' | 'danger' | 'active' | 'error'; readonly children: Inhoud }): JSX.Element =>
  <span class={`utrecht-status-badge utrecht-status-badge--${soort}`}>{children}</span>;

export interface Kolom<T> {
  readonly kop: Inhoud;
  readonly cel: (rij: T) => Inhoud;
  /** Figures stand to the right. */
  readonly getal?: boolean;
  /** Heads its row. */
  readonly rijkop?: boolean;
}

/** A table; wide ones scroll inside themselves, also by keyboard. */
export function Tabel<T>({ bijschrift, kolommen, rijen, leeg, verborgenBijschrift }: {
  readonly bijschrift: string; readonly kolommen: readonly Kolom<T>[]; readonly rijen: readonly T[]; readonly leeg: Inhoud;
  readonly verborgenBijschrift?: boolean;
}): JSX.Element {
  if (rijen.length === 0) return <Alinea>{leeg}</Alinea>;
  return (
    <div class="utrecht-table-container utrecht-table-container--overflow-inline iwmo-tabel" tabIndex={0} role="group" aria-label={bijschrift}>
      <table class="utrecht-table">
        <caption class={`utrecht-table__caption${verborgenBijschrift === true ? ' iwmo-onzichtbaar' : ''}`}>{bijschrift}</caption>
        <thead class="utrecht-table__header">
          <tr class="utrecht-table__row">
            {kolommen.map(({ kop, getal }) => (
              <th scope="col" class={`utrecht-table__header-cell${getal === true ? ' utrecht-table__header-cell--numeric-column' : ''}`}>{kop}</th>))}
          </tr>
        </thead>
        <tbody class="utrecht-table__body">
          {rijen.map((rij) => (
            <tr class="utrecht-table__row">
              {kolommen.map(({ cel, getal, rijkop }) => (rijkop === true
                ? <th scope="row" class="utrecht-table__cell iwmo-rijkop">{cel(rij)}</th>
                : <td class={`utrecht-table__cell${getal === true ? ' utrecht-table__cell--numeric-column' : ''}`}>{cel(rij)}</td>))}
            </tr>))}
        </tbody>
      </table>
    </div>
  );
}

/** To the next page of a list that goes by cursor, and back to its beginning. */
export const Bladeren = ({ eerste, volgende }: { readonly eerste: string | undefined; readonly volgende: string | undefined }): JSX.Element | null =>
  (eerste === undefined && volgende === undefined ? null : (
    <nav class="utrecht-pagination" aria-label="Bladeren">
      <span class="utrecht-pagination__before">
        {eerste === undefined ? null : <a class="utrecht-pagination__relative-link utrecht-pagination__relative-link--prev" href={eerste}>Naar het begin</a>}
      </span>
      <span class="utrecht-pagination__after">
        {volgende === undefined ? null
          : <a class="utrecht-pagination__relative-link utrecht-pagination__relative-link--next" rel="next" href={volgende}>Volgende pagina</a>}
      </span>
    </nav>));

/** Names with what they are, one under the other. */
export const Gegevens = ({ items }: { readonly items: readonly (readonly [naam: string, waarde: Inhoud] | undefined)[] }): JSX.Element => (
  <dl class="utrecht-data-list utrecht-data-list--rows">
    {items.map((item) => (item === undefined ? null : (
      <div class="utrecht-data-list__item">
        <dt class="utrecht-data-list__item-key">{item[0]}</dt>
        <dd class="utrecht-data-list__item-value">{item[1]}</dd>
      </div>)))}
  </dl>
);

/** Something that is there for who asks for it. */
export const Vouw = ({ kop, open, children }: { readonly kop: Inhoud; readonly open?: boolean; readonly children: Inhoud }): JSX.Element => (
  <details class="iwmo-vouw" open={open}>
    <summary>{kop}</summary>
    {children}
  </details>
);
