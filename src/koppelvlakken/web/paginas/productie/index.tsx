/** Production: what was declared and approved in a period, against the month before, the agreements and what was rejected. */
import type { JSX } from 'preact';
import { metVraag } from '../../api.js';
import { gemeenteVan, type Bezoek } from '../../bezoek.js';
import { pagina, type Kamer } from '../../kamer.js';
import { Filter, Foutoverzicht, Keuze, Tekstveld } from '../../opmaak/formulier.js';
import { Alinea, Koppeling, Kop2 } from '../../opmaak/onderdelen.js';
import { bedrag, getal, maand } from '../../opmaak/tekst.js';
import { plusMaanden, type Lijst } from '../lijst.js';
import { Afkeuringen, Afspraken } from './afspraken.js';
import { Gesplitst, PerMaand } from './cijfers.js';
import type { Afkeuring, Mixaandeel, Periode, Productie, Signaal } from './typen.js';

const MAANDEN = 12;
/** Longest period that the page draws. */
const MAX_MAANDEN = 36;
const RIJEN = 50;
const SIGNALEN = 25;
const PER = {
  product: 'Product', aanbieder: 'Aanbieder', 'maand,product': 'Maand en product', 'maand,aanbieder': 'Maand en aanbieder',
  'aanbieder,product': 'Aanbieder en product', 'maand,aanbieder,product': 'Maand, aanbieder en product',
} as const;
type Per = keyof typeof PER;
const isPer = (waarde: string): waarde is Per => Object.hasOwn(PER, waarde);
const isMaand = (tekst: string): boolean => /^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(tekst);

interface Vraag { readonly periode: Periode; readonly per: Per; readonly fouten: readonly { veld: string; melding: string }[] }

/** What is asked; a period that cannot be shown gives its fault, and the usual one in its place. */
function vraagVan({ query, vandaag }: Bezoek): Vraag {
  const nu = vandaag.slice(0, 7);
  const { van = plusMaanden(nu, 1 - MAANDEN), tot = nu, per = '' } = query;
  const fouten = [
    ...(isMaand(van) ? [] : [{ veld: 'van', melding: 'Vul bij “Van” een maand in, als JJJJ-MM.' }]),
    ...(isMaand(tot) ? [] : [{ veld: 'tot', melding: 'Vul bij “Tot en met” een maand in, als JJJJ-MM.' }])];
  if (fouten.length === 0 && tot < van) fouten.push({ veld: 'tot', melding: '“Tot en met” ligt voor “Van”. Kies een latere maand.' });
  if (fouten.length === 0 && plusMaanden(van, MAX_MAANDEN) <= tot) {
    fouten.push({ veld: 'tot', melding: `De periode is langer dan ${MAX_MAANDEN} maanden. Kies een kortere.` });
  }
  return { periode: fouten.length === 0 ? { van, tot } : { van: plusMaanden(nu, 1 - MAANDEN), tot: nu }, per: isPer(per) ? per : 'product', fouten };
}

/** First day, and the day after the last. */
const dagen = ({ van, tot }: Periode): { vanaf: string; tot: string } => ({ vanaf: `${van}-01`, tot: `${plusMaanden(tot, 1)}-01` });

const Kerncijfers = ({ totaal }: { readonly totaal: Productie['totaal'] }): JSX.Element => (
  <ul class="iwmo-cijfers" aria-label="In het kort">
    {[[bedrag(totaal.bedrag), 'gedeclareerd en goedgekeurd'], [getal(totaal.opgeschaald), 'opgeschaald'], [getal(totaal.afgeschaald), 'afgeschaald']]
      .map(([cijfer, wat]) => <li><span class="iwmo-cijfers__getal">{cijfer}</span>{wat}</li>)}
  </ul>
);

export function productiePaginas(kamer: Kamer): void {
  kamer.toon('/productie', { scopes: ['gemeente'] }, async (bezoek) => {
    const gemeente = gemeenteVan(bezoek);
    const { periode, per, fouten } = vraagVan(bezoek);
    const venster = { gemeente, ...dagen(periode) };
    // One after the other: each of the first two holds a connection for as long as it is read.
    const perMaand = await bezoek.api.haal<Productie>('/v1/productie', { ...venster, per: 'maand', zonder: 'clienten' });
    const verdeling = await bezoek.api.haal<Productie>('/v1/productie', { ...venster, per, zonder: 'clienten,schalingen' });
    const [mix, signalen, afkeuringen] = await Promise.all([
      bezoek.api.haal<Lijst<Mixaandeel>>('/v1/mix', venster),
      bezoek.api.haal<Lijst<Signaal>>('/v1/signalen', { ...venster, zonder: 'clienten', limiet: SIGNALEN }),
      bezoek.api.haal<Lijst<Afkeuring>>('/v1/afkeuringen', venster)]);
    const fout = (veld: string): string | undefined => fouten.find((een) => een.veld === veld)?.melding;
    const csv = (waarnaar: string): string => metVraag('/productie.csv', { ...periode, per: waarnaar });
    return pagina('Productie', (
      <>
        <Foutoverzicht fouten={fouten} />
        <Filter naar="/productie">
          <Tekstveld naam="van" label="Van" soort="month" waarde={bezoek.query['van'] ?? periode.van} fout={fout('van')} />
          <Tekstveld naam="tot" label="Tot en met" soort="month" waarde={bezoek.query['tot'] ?? periode.tot} fout={fout('tot')} />
          <Keuze naam="per" label="Verdeel naar" waarde={per} keuzes={Object.entries(PER).map(([waarde, label]) => ({ waarde, label }))} />
        </Filter>
        <Alinea>{`Wat over ${maand(periode.van)} tot en met ${maand(periode.tot)} is gedeclareerd en goedgekeurd, credits eraf.`}</Alinea>
        <Kerncijfers totaal={perMaand.totaal} />
        <PerMaand regels={perMaand.items} periode={periode} />
        <Kop2>{`Verdeling naar ${PER[per].toLowerCase()}`}</Kop2>
        <Gesplitst regels={verdeling.items} per={per.split(',')} rijen={RIJEN} />
        <Alinea>
          <Koppeling naar={csv(per)} download>Download deze verdeling als CSV</Koppeling>{' · '}
          <Koppeling naar={csv('maand')} download>Download de cijfers per maand als CSV</Koppeling>
        </Alinea>
        <Afspraken mix={mix.items} signalen={signalen.items} meer={signalen.volgende !== undefined} />
        <Afkeuringen afkeuringen={afkeuringen.items} periode={periode} />
      </>));
  });

  kamer.toon('/productie.csv', { scopes: ['gemeente'] }, async (bezoek) => {
    const gemeente = gemeenteVan(bezoek);
    const { periode, per } = vraagVan(bezoek);
    const vraag = { gemeente, ...dagen(periode), per: bezoek.query['per'] === 'maand' ? 'maand' : per, zonder: 'clienten' };
    return {
      soort: 'bestand', type: 'text/csv; charset=utf-8', naam: `productie-${gemeente}-${periode.van}-${periode.tot}.csv`,
      inhoud: await bezoek.api.stroom(metVraag('/v1/productie', vraag), 'text/csv') };
  });
}
