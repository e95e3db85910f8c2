/** The question for whom somebody is here, where a page cannot do without. */
import type { JSX } from 'preact';
import type { Bezoek } from '../bezoek.js';
import { Formulier, Keuze, Knop, Tekstveld } from '../opmaak/formulier.js';
import { Alinea } from '../opmaak/onderdelen.js';
import { partijnaam } from '../opmaak/tekst.js';

const VRAAG = {
  gemeente: 'Deze pagina gaat over één gemeente. Kies voor welke gemeente u werkt.',
  aanbieder: 'Deze pagina gaat over één aanbieder. Kies voor welke aanbieder u werkt.',
  partij: 'Kies voor welke gemeente of aanbieder u werkt.',
};
const LENGTE = { gemeente: [4], aanbieder: [8], partij: [4, 8] };

export function Partijvraag({ bezoek, soort }: { readonly bezoek: Bezoek; readonly soort: keyof typeof VRAAG }): JSX.Element {
  const { partijen } = bezoek.aanvrager;
  const keuzes = partijen === 'alle' ? [] : [...partijen].filter((een) => LENGTE[soort].includes(een.length));
  if (partijen !== 'alle' && keuzes.length === 0) {
    return <Alinea>{`Uw rol geeft geen toegang tot een ${soort === 'aanbieder' ? 'aanbieder' : 'gemeente'}. Vraag de beheerder om de juiste rol.`}</Alinea>;
  }
  return (
    <Formulier naar="/partij" csrf={bezoek.csrf()} naam="Namens wie">
      <Alinea>{VRAAG[soort]}</Alinea>
      <input type="hidden" name="terug" value={bezoek.adres} />
      {partijen === 'alle'
        ? <Tekstveld naam="partij" label="Code" uitleg="Een gemeentecode heeft vier cijfers, een AGB-code van een aanbieder acht." invoermodus="numeric" maxLengte={8} verplicht />
        : <Keuze naam="partij" label="Namens" keuzes={keuzes.map((waarde) => ({ waarde, label: partijnaam(waarde) }))} verplicht />}
      <Knop>Verder</Knop>
    </Formulier>
  );
}
