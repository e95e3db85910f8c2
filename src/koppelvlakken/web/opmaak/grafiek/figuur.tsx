/** A picture with its words: a title and description for who cannot see it, and what each sign means. The figures stand in a table beside it. */
import type { ComponentChildren, JSX } from 'preact';
import { BREEDTE } from './assen.js';

/** @param hoogte in the same units as the width of a picture */
export const Figuur = ({ id, titel, beschrijving, hoogte, legenda, children }: {
  readonly id: string; readonly titel: string; readonly beschrijving: string; readonly hoogte: number;
  readonly legenda?: JSX.Element | undefined; readonly children: ComponentChildren;
}): JSX.Element => (
  <figure class="iwmo-figuur">
    <div class="iwmo-figuur__rol" tabIndex={0} role="region" aria-label={titel}>
      <svg class="iwmo-grafiek" viewBox={`0 0 ${BREEDTE} ${hoogte}`} role="img" aria-labelledby={`${id}-titel ${id}-tekst`} focusable="false">
        <title id={`${id}-titel`}>{titel}</title>
        <desc id={`${id}-tekst`}>{beschrijving}</desc>
        {children}
      </svg>
    </div>
    {legenda}
  </figure>
);

export const Legenda = ({ items }: { readonly items: readonly { readonly naam: string; readonly teken: JSX.Element }[] }): JSX.Element => (
  <ul class="iwmo-legenda">
    {items.map(({ naam, teken }) => <li><svg class="iwmo-legenda__teken" viewBox="0 0 18 18" aria-hidden="true" focusable="false">{teken}</svg>{naam}</li>)}
  </ul>
);
