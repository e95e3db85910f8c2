/** Parts of forms. Every field has a label and, where something is wrong with it, says what; a form works without scripts. */
import type { ComponentChildren, JSX } from 'preact';
import { Melding } from './onderdelen.js';

export interface Veldopties {
  readonly naam: string;
  readonly label: string;
  readonly waarde?: string | undefined;
  readonly uitleg?: string | undefined;
  /** What is wrong with the value, and what to do. */
  readonly fout?: string | undefined;
  readonly verplicht?: boolean;
}

const ids = (naam: string): { veld: string; uitleg: string; fout: string } => ({ veld: `veld-${naam}`, uitleg: `uitleg-${naam}`, fout: `fout-${naam}` });

const beschrijving = ({ naam, uitleg, fout }: Veldopties): string | undefined => {
  const delen = [uitleg === undefined ? '' : ids(naam).uitleg, fout === undefined ? '' : ids(naam).fout].filter((deel) => deel !== '');
  return delen.length === 0 ? undefined : delen.join(' ');
};

function Veld({ opties, children }: { readonly opties: Veldopties; readonly children: ComponentChildren }): JSX.Element {
  const { naam, label, uitleg, fout, verplicht } = opties;
  const id = ids(naam);
  return (
    <div class={`utrecht-form-field${fout === undefined ? '' : ' utrecht-form-field--invalid'}`}>
      <div class="utrecht-form-field__label">
        <label class="utrecht-form-label" for={id.veld}>{label}{verplicht === false ? ' (niet verplicht)' : ''}</label>
      </div>
      {uitleg === undefined ? null : <div class="utrecht-form-field__description utrecht-form-field-description" id={id.uitleg}>{uitleg}</div>}
      {fout === undefined ? null : <div class="utrecht-form-field__error-message utrecht-form-field-error-message" id={id.fout}>{fout}</div>}
      <div class="utrecht-form-field__input">{children}</div>
    </div>
  );
}

export function Tekstveld({ soort = 'text', maxLengte, invoermodus, lijst, autocomplete = 'off', patroon, ...opties }: Veldopties & {
  readonly soort?: 'text' | 'date' | 'month' | 'search' | 'number'; readonly maxLengte?: number; readonly invoermodus?: 'numeric' | 'decimal' | 'text';
  /** Suggestions. */
  readonly lijst?: readonly { readonly waarde: string; readonly label: string }[]; readonly autocomplete?: 'off' | 'on'; readonly patroon?: string;
}): JSX.Element {
  const id = ids(opties.naam);
  return (
    <Veld opties={opties}>
      <input class={`utrecht-textbox${opties.fout === undefined ? '' : ' utrecht-textbox--invalid'}`} id={id.veld} name={opties.naam} type={soort}
        value={opties.waarde} maxLength={maxLengte} inputMode={invoermodus} autocomplete={autocomplete} pattern={patroon}
        list={lijst === undefined ? undefined : `${id.veld}-lijst`}
        required={opties.verplicht === true} aria-invalid={opties.fout === undefined ? undefined : 'true'} aria-describedby={beschrijving(opties)} />
      {lijst === undefined ? null
        : <datalist id={`${id.veld}-lijst`}>{lijst.map((een) => <option value={een.waarde}>{een.label}</option>)}</datalist>}
    </Veld>
  );
}

export const Tekstvak = ({ rijen = 4, maxLengte, ...opties }: Veldopties & { readonly rijen?: number; readonly maxLengte?: number }): JSX.Element => (
  <Veld opties={opties}>
    <textarea class="utrecht-textarea" id={ids(opties.naam).veld} name={opties.naam} rows={rijen} maxLength={maxLengte} required={opties.verplicht === true}
      aria-invalid={opties.fout === undefined ? undefined : 'true'} aria-describedby={beschrijving(opties)}>{opties.waarde}</textarea>
  </Veld>
);

export interface Optie { readonly waarde: string; readonly label: string; readonly uitleg?: string }

/** @param leeg the choice for nothing; absent when there has to be one */
export const Keuze = ({ keuzes, leeg, ...opties }: Veldopties & { readonly keuzes: readonly Optie[]; readonly leeg?: string }): JSX.Element => (
  <Veld opties={opties}>
    <select class="utrecht-select utrecht-select--html-select" id={ids(opties.naam).veld} name={opties.naam} required={opties.verplicht === true}
      aria-invalid={opties.fout === undefined ? undefined : 'true'} aria-describedby={beschrijving(opties)}>
      {leeg === undefined ? null : <option value="">{leeg}</option>}
      {keuzes.map(({ waarde, label }) => <option value={waarde} selected={waarde === opties.waarde}>{label}</option>)}
    </select>
  </Veld>
);

/** One of a few, all visible. */
export const Keuzerondjes = ({ keuzes, ...opties }: Veldopties & { readonly keuzes: readonly Optie[] }): JSX.Element => (
  <fieldset class={`utrecht-form-fieldset utrecht-form-fieldset--html-fieldset${opties.fout === undefined ? '' : ' utrecht-form-fieldset--invalid'}`}
    aria-describedby={beschrijving(opties)}>
    <legend class="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend">{opties.label}</legend>
    {opties.uitleg === undefined ? null : <div class="utrecht-form-field-description" id={ids(opties.naam).uitleg}>{opties.uitleg}</div>}
    {opties.fout === undefined ? null : <div class="utrecht-form-field-error-message" id={ids(opties.naam).fout}>{opties.fout}</div>}
    {keuzes.map(({ waarde, label, uitleg }) => {
      const id = `${ids(opties.naam).veld}-${waarde}`;
      return (
        <div class="utrecht-form-field utrecht-form-field--radio iwmo-rondje">
          <input class="utrecht-radio-button utrecht-radio-button--html-input" type="radio" id={id} name={opties.naam} value={waarde}
            checked={waarde === opties.waarde} required={opties.verplicht === true} aria-describedby={uitleg === undefined ? undefined : `${id}-uitleg`} />
          <label class="utrecht-form-label utrecht-form-label--radio" for={id}>{label}</label>
          {uitleg === undefined ? null : <div class="utrecht-form-field-description" id={`${id}-uitleg`}>{uitleg}</div>}
        </div>);
    })}
  </fieldset>
);

export const Vinkje = ({ naam, label, aan }: { readonly naam: string; readonly label: string; readonly aan?: boolean }): JSX.Element => (
  <div class="utrecht-form-field utrecht-form-field--checkbox iwmo-rondje">
    <input class="utrecht-checkbox utrecht-checkbox--html-input" type="checkbox" id={ids(naam).veld} name={naam} value="ja" checked={aan} />
    <label class="utrecht-form-label utrecht-form-label--checkbox" for={ids(naam).veld}>{label}</label>
  </div>
);

export const Knop = ({ children, soort = 'primary-action', naam, waarde, gevaar }: {
  readonly children: ComponentChildren; readonly soort?: 'primary-action' | 'secondary-action' | 'subtle'; readonly naam?: string;
  readonly waarde?: string; readonly gevaar?: boolean;
}): JSX.Element => (
  <button class={`utrecht-button utrecht-button--${soort}${gevaar === true ? ' utrecht-button--danger' : ''}`} type="submit" name={naam} value={waarde}>
    {children}
  </button>
);

export const Knoppen = ({ children }: { readonly children: ComponentChildren }): JSX.Element => <div class="utrecht-button-group">{children}</div>;

/** Fields as they were sent: the first value of each. */
export type Velden = Readonly<Record<string, string>>;

/** A form that is sent. @param csrf `bezoek.csrf()`; absent for a form that only asks (GET) */
export const Formulier = ({ naar, csrf, children, bestanden, naam }: {
  readonly naar: string; readonly csrf?: string; readonly children: ComponentChildren; readonly bestanden?: boolean; readonly naam?: string;
}): JSX.Element => (
  <form class="utrecht-form" action={naar} method={csrf === undefined ? 'get' : 'post'} aria-label={naam} novalidate
    enctype={bestanden === true ? 'multipart/form-data' : undefined}>
    {csrf === undefined ? null : <input type="hidden" name="_csrf" value={csrf} />}
    {children}
  </form>
);

/** Filters of a list, beside each other. */
export const Filter = ({ naar, children }: { readonly naar: string; readonly children: ComponentChildren }): JSX.Element => (
  <form class="utrecht-form iwmo-filter" action={naar} method="get" role="search" aria-label="Filter">
    {children}
    <div class="iwmo-filter__knop"><Knop soort="secondary-action">Toon</Knop></div>
  </form>
);

/** All that is wrong, with a way to each field. */
export const Foutoverzicht = ({ fouten }: { readonly fouten: readonly { readonly veld?: string | undefined; readonly melding: string }[] }): JSX.Element | null =>
  (fouten.length === 0 ? null : (
    <Melding ernst="error" titel={fouten.length === 1 ? 'Er is iets niet goed' : `Er zijn ${fouten.length} dingen niet goed`}>
      <ul class="utrecht-unordered-list">
        {fouten.map(({ veld, melding }) => (
          <li class="utrecht-unordered-list__item">
            {veld === undefined ? melding : <a class="utrecht-link utrecht-link--html-a" href={`#${ids(veld).veld}`}>{melding}</a>}
          </li>))}
      </ul>
    </Melding>));
