/** Allocations: look up, one client, one allocation. */
import type { Bezoek } from '../../bezoek.js';
import { pagina, type Kamer, type Paginaopties, type Uitkomst } from '../../kamer.js';
import { Formulier, Knop, Tekstveld } from '../../opmaak/formulier.js';
import { Alinea } from '../../opmaak/onderdelen.js';
import { toonBsn } from './bsn.js';
import { clientpagina } from './client.js';
import { detailpagina } from './detail.js';
import { isNummer, nietGevonden, plekVan, type Plek } from './gegevens.js';
import { wijzig, wijzigpagina } from './wijzigen.js';
import { Zoekpagina, zoekEnGa } from './zoeken.js';

const OPTIES: Paginaopties = { scopes: ['gemeente', 'lezen'] };
const ALS_GEMEENTE: Paginaopties = { scopes: ['gemeente'] };

/** A page about the allocation in the address. An aanbieder says first in which gemeente: numbers are given out by each of them. */
async function overNummer(bezoek: Bezoek, maak: (bezoek: Bezoek, plek: Plek, nummer: number) => Promise<Uitkomst>): Promise<Uitkomst> {
  const { nummer = '' } = bezoek.params;
  if (!isNummer(nummer)) throw nietGevonden();
  const plek = plekVan(bezoek);
  if (plek !== undefined) return maak(bezoek, plek, Number(nummer));
  return pagina('Van welke gemeente?', (
    <Formulier naar={bezoek.adres.split('?')[0] ?? ''} naam="Gemeente">
      <Alinea>{`Elke gemeente geeft haar eigen nummers uit. Van welke gemeente is toewijzing ${nummer}?`}</Alinea>
      <Tekstveld naam="gemeente" label="Gemeentecode" uitleg="Vier cijfers." invoermodus="numeric" maxLengte={4} verplicht />
      <Knop>Verder</Knop>
    </Formulier>));
}

export function toewijzingPaginas(kamer: Kamer): void {
  kamer.toon('/toewijzingen', OPTIES, async (bezoek) => pagina('Toewijzingen', <Zoekpagina bezoek={bezoek} />));
  kamer.ontvang('/toewijzingen', OPTIES, zoekEnGa);
  kamer.toon('/toewijzingen/client/:nummer', OPTIES, (bezoek) => overNummer(bezoek, clientpagina));
  kamer.toon('/toewijzingen/:nummer', OPTIES, (bezoek) => overNummer(bezoek, detailpagina));
  kamer.ontvang('/toewijzingen/:nummer/bsn', OPTIES, toonBsn);
  kamer.toon('/toewijzingen/:nummer/wijzigen', ALS_GEMEENTE, (bezoek) => overNummer(bezoek, wijzigpagina));
  kamer.ontvang('/toewijzingen/:nummer/wijzigen', ALS_GEMEENTE, (bezoek, velden) => overNummer(bezoek, (wie, plek, nummer) => wijzig(wie, plek, nummer, velden)));
}
