/** Declared amount and volume in pictures, with the tables that they are drawn from. */
import type { JSX } from 'preact';
import { LiggendeStaven, Staven } from '../../opmaak/grafiek/staven.js';
import { Lijn } from '../../opmaak/grafiek/lijn.js';
import { Alinea, Kop2, Tabel, Vouw, type Kolom } from '../../opmaak/onderdelen.js';
import { bedrag, getal, maand, metLabel, product } from '../../opmaak/tekst.js';
import { maandenTussen, maandgroep } from '../lijst.js';
import type { Periode, Regel } from './typen.js';

/** Names in one picture; the table has more. */
const STAVEN = 15;
/** Units of which the volume is drawn. */
const EENHEDEN = 4;
/** Cents. */
const EENHEID_BEDRAG = '83';

const EURO = new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });
const euros = (centen: number): string => EURO.format(centen / 100);
const som = (getallen: readonly number[]): number => getallen.reduce((a, b) => a + b, 0);

/** A volume in its unit; of an amount in cents as euros. */
export const volume = ({ volume: hoeveel, eenheid }: Pick<Regel, 'volume' | 'eenheid'>): string =>
  (eenheid === EENHEID_BEDRAG ? bedrag(hoeveel) : getal(hoeveel));
export const eenheidnaam = (eenheid: string | undefined): string => metLabel('LDT_Eenheid', eenheid);

/** Amount, volume and scaling by month. */
export function PerMaand({ regels, periode }: { readonly regels: readonly Regel[]; readonly periode: Periode }): JSX.Element {
  const maanden = maandenTussen(periode.van, periode.tot);
  const groepen = maanden.map(maandgroep);
  const van = (welke: string): readonly Regel[] => regels.filter((regel) => regel.maand === welke);
  const over = `van ${maand(periode.van)} tot en met ${maand(periode.tot)}`;
  const bedragen = maanden.map((welke) => som(van(welke).map((regel) => regel.bedrag)));
  const totaal = (eenheid: string): number => som(regels.filter((regel) => regel.eenheid === eenheid).map((regel) => Math.abs(regel.bedrag)));
  const eenheden = [...new Set(regels.flatMap(({ eenheid }) => (eenheid === undefined ? [] : [eenheid])))].sort((a, b) => totaal(b) - totaal(a));
  const op = maanden.map((welke) => som(van(welke).map(({ opgeschaald }) => opgeschaald)));
  const af = maanden.map((welke) => som(van(welke).map(({ afgeschaald }) => afgeschaald)));
  return (
    <>
      <Kop2>Gedeclareerd bedrag per maand</Kop2>
      <Staven id="bedrag" titel="Gedeclareerd en goedgekeurd bedrag per maand" groepen={groepen} reeksen={[{ naam: 'bedrag', waarden: bedragen }]} opmaak={euros}
        beschrijving={`Bedrag ${over}, credits eraf. De cijfers staan in de tabel eronder.`} />
      <Vouw kop="Bedrag en volume per maand in een tabel">
        <Tabel bijschrift="Bedrag en volume per maand en eenheid" kolommen={[
          { kop: 'Maand', rijkop: true, cel: (regel) => maand(regel.maand ?? '') },
          { kop: 'Eenheid', cel: ({ eenheid }) => eenheidnaam(eenheid) },
          { kop: 'Volume', getal: true, cel: volume },
          { kop: 'Bedrag', getal: true, cel: (regel) => bedrag(regel.bedrag) }]}
        rijen={regels.filter(({ eenheid }) => eenheid !== undefined)} leeg="Er is niets gedeclareerd." />
      </Vouw>
      <Kop2>Volume per maand</Kop2>
      <div class="iwmo-tweetal">
        {eenheden.slice(0, EENHEDEN).map((eenheid) => (
          <Lijn id={`volume-${eenheid}`} titel={`Volume in ${eenheidnaam(eenheid)}`} groepen={groepen}
            beschrijving={`Gedeclareerd volume in ${eenheidnaam(eenheid)} ${over}. De cijfers staan in de tabel hierboven.`}
            opmaak={(waarde) => volume({ volume: waarde, eenheid })} kop
            reeksen={[{ naam: eenheidnaam(eenheid), waarden: maanden.map((welke) =>
              som(van(welke).filter((regel) => regel.eenheid === eenheid).map((regel) => regel.volume))) }]} />))}
      </div>
      <Kop2>Op- en afgeschaald</Kop2>
      {som(op) + som(af) === 0 ? <Alinea>In deze periode is niets op- of afgeschaald.</Alinea> : (
        <>
          <Staven id="schalen" titel="Toewijzingen die in plaats van een lichtere of zwaardere kwamen" groepen={groepen} opmaak={getal}
            reeksen={[{ naam: 'opgeschaald', waarden: op }, { naam: 'afgeschaald', waarden: af }]}
            beschrijving={`Aantal toewijzingen ${over}: ${getal(som(op))} opgeschaald en ${getal(som(af))} afgeschaald.`} />
          <Vouw kop="Op- en afgeschaald in een tabel">
            <Tabel bijschrift="Op- en afgeschaald per maand" rijen={maanden.map((welke, i) => ({ welke, i }))} leeg="" kolommen={[
              { kop: 'Maand', rijkop: true, cel: ({ welke }) => maand(welke) },
              { kop: 'Opgeschaald', getal: true, cel: ({ i }) => getal(op[i]) }, { kop: 'Afgeschaald', getal: true, cel: ({ i }) => getal(af[i]) }]} />
          </Vouw>
        </>)}
    </>
  );
}

const GROEI = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
const groei = (procent: number | undefined): string => (procent === undefined ? '–' : `${GROEI.format(procent)}%`);

const SPLITSING: Readonly<Record<string, Kolom<Regel>>> = {
  maand: { kop: 'Maand', cel: (regel) => (regel.maand === undefined ? '–' : maand(regel.maand)) },
  aanbieder: { kop: 'Aanbieder', cel: ({ aanbieder }) => aanbieder ?? '–' },
  product: { kop: 'Product', cel: (regel) => product(regel.product) },
};
const CIJFERS: readonly Kolom<Regel>[] = [
  { kop: 'Eenheid', cel: ({ eenheid }) => eenheidnaam(eenheid) },
  { kop: 'Volume', getal: true, cel: volume },
  { kop: 'Bedrag', getal: true, cel: (regel) => bedrag(regel.bedrag) },
  { kop: 'Groei bedrag', getal: true, cel: (regel) => groei(regel.groei?.bedrag) },
];

/** The figures by what was chosen, the most money first; where they are by one thing also in a picture. */
export function Gesplitst({ regels, per, rijen }: { readonly regels: readonly Regel[]; readonly per: readonly string[]; readonly rijen: number }): JSX.Element {
  const opBedrag = per.includes('maand') ? regels : [...regels].sort((a, b) => b.bedrag - a.bedrag);
  const namen = new Map<string, number>();
  const [enige] = per;
  if (per.length === 1 && enige !== 'maand') {
    for (const regel of opBedrag) {
      const naam = enige === 'product' ? product(regel.product) : regel.aanbieder ?? '';
      namen.set(naam, (namen.get(naam) ?? 0) + regel.bedrag);
    }
  }
  const staven = [...namen].map(([naam, waarde]) => ({ naam, waarde })).sort((a, b) => b.waarde - a.waarde).slice(0, STAVEN);
  const kolommen = [...per.flatMap((een) => SPLITSING[een] ?? []), ...CIJFERS].map((kolom, i) => (i === 0 ? { ...kolom, rijkop: true } : kolom));
  return (
    <>
      {staven.length === 0 ? null : (
        <LiggendeStaven id="verdeling" titel={`Bedrag per ${enige ?? ''}`} staven={staven} opmaak={euros}
          beschrijving={`De ${staven.length} met het hoogste bedrag. De cijfers staan in de tabel eronder.`} />)}
      <Tabel bijschrift={`Volume en bedrag per ${per.join(', ')}`} kolommen={kolommen} rijen={opBedrag.slice(0, rijen)} leeg="In deze periode is niets gedeclareerd." />
      {regels.length > rijen ? <Alinea>{`Hier staan de eerste ${rijen} van ${getal(regels.length)} regels. De CSV heeft ze allemaal.`}</Alinea> : null}
    </>
  );
}
