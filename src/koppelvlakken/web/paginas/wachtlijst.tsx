/** The waiting list: who was allocated care that has not begun, and for how long. */
import type { JSX } from 'preact';
import { metVraag } from '../api.js';
import { gemeenteVan } from '../bezoek.js';
import { pagina, type Kamer } from '../kamer.js';
import { Filter, Keuze } from '../opmaak/formulier.js';
import { MAX_REEKSEN } from '../opmaak/grafiek/patronen.js';
import { Staven } from '../opmaak/grafiek/staven.js';
import { Alinea, Bladeren, Koppeling, Kop2, Tabel, type Kolom } from '../opmaak/onderdelen.js';
import { getal, korteDatum, product } from '../opmaak/tekst.js';
import type { Lijst } from './lijst.js';

type Product = { readonly categorie: string; readonly code?: string };
interface Wachtende {
  readonly toewijzingNummer: number; readonly aanbieder: string; readonly product?: Product; readonly ingangsdatum: string; readonly toewijzingsdatum: string;
  readonly einddatum?: string; readonly dagenGewacht: number;
}
interface Telling { readonly aanbieder?: string; readonly product?: Product; readonly aantallen: readonly number[] }
interface Overzicht { readonly banden: readonly number[]; readonly items: readonly Telling[]; readonly meer: boolean }

/** Products or aanbieders in the table beside the picture. */
const RIJEN = 25;

const KOLOMMEN: readonly Kolom<Wachtende>[] = [
  { kop: 'Toewijzing', rijkop: true, cel: ({ toewijzingNummer }) => <Koppeling naar={`/toewijzingen/${toewijzingNummer}`}>{toewijzingNummer}</Koppeling> },
  { kop: 'Dagen gewacht', getal: true, cel: ({ dagenGewacht }) => getal(dagenGewacht) },
  { kop: 'Aanbieder', cel: ({ aanbieder }) => aanbieder },
  { kop: 'Product', cel: (een) => product(een.product) },
  { kop: 'Toegewezen', cel: ({ toewijzingsdatum }) => korteDatum(toewijzingsdatum) },
  { kop: 'Gaat in', cel: ({ ingangsdatum }) => korteDatum(ingangsdatum) },
  { kop: 'Eindigt', cel: ({ einddatum }) => korteDatum(einddatum) },
];

/** `1–14 dagen`, and what has yet to begin. */
function bandnaam(banden: readonly number[], i: number): string {
  const [van = 0, volgende] = [banden[i], banden[i + 1]];
  if (van === 0 && volgende === 1) return 'nog niet ingegaan';
  return volgende === undefined ? `${van} dagen of meer` : `${van}–${volgende - 1} dagen`;
}

const wie = ({ aanbieder, product: wat }: Telling): string => aanbieder ?? product(wat);
const som = (getallen: readonly number[]): number => getallen.reduce((a, b) => a + b, 0);

function Verdeling({ overzicht: { banden, items, meer }, per }: { readonly overzicht: Overzicht; readonly per: string }): JSX.Element | null {
  if (items.length === 0) return null;
  const namen = banden.map((_, i) => bandnaam(banden, i));
  // As many kinds as can be told apart; the rest together.
  const eigen = items.length <= MAX_REEKSEN ? items : items.slice(0, MAX_REEKSEN - 1);
  const rest = items.slice(eigen.length);
  const reeksen = [...eigen.map((telling) => ({ naam: wie(telling), waarden: telling.aantallen })),
    ...(rest.length === 0 ? [] : [{ naam: 'overige', waarden: banden.map((_, i) => som(rest.map(({ aantallen }) => aantallen[i] ?? 0))) }])];
  const totaal = som(items.map(({ aantallen }) => som(aantallen)));
  return (
    <>
      <Kop2>Hoe lang er wordt gewacht</Kop2>
      <Alinea>{meer ? `Er wachten meer dan ${getal(totaal - 1)} toewijzingen; hier zijn de langst wachtende geteld.` : `Er wachten ${getal(totaal)} toewijzingen.`}</Alinea>
      <Staven id="wachtlijst" titel={`Wachtenden naar dagen gewacht, per ${per}`} groepen={namen.map((naam) => ({ naam }))} reeksen={reeksen} opmaak={getal}
        beschrijving={`${namen.map((naam, i) => `${naam}: ${getal(som(items.map(({ aantallen }) => aantallen[i] ?? 0)))}`).join('; ')}.`} />
      <Tabel bijschrift={`Wachtenden per ${per}, de meeste eerst`} rijen={items.slice(0, RIJEN)} leeg="" kolommen={[
        { kop: per === 'product' ? 'Product' : 'Aanbieder', rijkop: true, cel: wie },
        ...namen.map((naam, i) => ({ kop: naam, getal: true, cel: ({ aantallen }: Telling) => getal(aantallen[i] ?? 0) })),
        { kop: 'Samen', getal: true, cel: ({ aantallen }) => getal(som(aantallen)) }]} />
      {items.length > RIJEN ? <Alinea>{`Hier staan de eerste ${RIJEN} van ${getal(items.length)}.`}</Alinea> : null}
    </>
  );
}

export function wachtlijstPaginas(kamer: Kamer): void {
  kamer.toon('/wachtlijst', { scopes: ['gemeente'] }, async (bezoek) => {
    const gemeente = gemeenteVan(bezoek);
    const { cursor } = bezoek.query;
    const per = bezoek.query['per'] === 'aanbieder' ? 'aanbieder' : 'product';
    const [{ items, volgende }, overzicht] = await Promise.all([
      bezoek.api.haal<Lijst<Wachtende>>('/v1/wachtlijst', { gemeente, limiet: 25, cursor }),
      cursor === undefined ? bezoek.api.haal<Overzicht>('/v1/wachtlijst/overzicht', { gemeente, per }) : undefined]);
    const adres = (waar?: string): string => metVraag('/wachtlijst', { per, cursor: waar });
    return pagina('Wachtlijst', (
      <>
        <Alinea>Toewijzingen die gelden en waarvan geen start is ontvangen. De dagen tellen vanaf de ingangsdatum, of vanaf de dag van toewijzen als die later is.</Alinea>
        <Filter naar="/wachtlijst">
          <Keuze naam="per" label="Verdeel naar" waarde={per} keuzes={[{ waarde: 'product', label: 'Product' }, { waarde: 'aanbieder', label: 'Aanbieder' }]} />
        </Filter>
        {overzicht === undefined ? null : <Verdeling overzicht={overzicht} per={per} />}
        <Kop2>Wie er wachten</Kop2>
        <Tabel bijschrift="Wachtlijst, langst wachtend eerst" kolommen={KOLOMMEN} rijen={items} leeg="Er wacht niemand." />
        <Bladeren eerste={cursor === undefined ? undefined : adres()} volgende={volgende === undefined ? undefined : adres(volgende)} />
        {items.length === 0 ? null : <Alinea><Koppeling naar="/wachtlijst.csv" download>Download de wachtlijst als CSV</Koppeling></Alinea>}
      </>));
  });

  kamer.toon('/wachtlijst.csv', { scopes: ['gemeente'] }, async (bezoek) => {
    const gemeente = gemeenteVan(bezoek);
    return {
      soort: 'bestand', type: 'text/csv; charset=utf-8', naam: `wachtlijst-${gemeente}-${bezoek.vandaag}.csv`,
      inhoud: await bezoek.api.stroom(metVraag('/v1/wachtlijst', { gemeente }), 'text/csv') };
  });
}
