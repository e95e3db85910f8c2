/** The formulas by walking the calendar day by day with Temporal: slow, and independent of the code under test. */
import { Temporal } from 'temporal-polyfill';
import type { ProductPeriode, ToegewezenOmvang } from '../../../src/standaard/volume/omvang.js';

interface Telling {
  dagen: string[];
  weken: Set<string>;
  zondagen: string[];
  maanden: Set<string>;
}

function wandel(van: string, totEnMet: string, meetellen: (dag: string) => boolean): Telling {
  const telling: Telling = { dagen: [], weken: new Set(), zondagen: [], maanden: new Set() };
  const einde = Temporal.PlainDate.from(totEnMet);
  let dag = Temporal.PlainDate.from(van);
  for (; Temporal.PlainDate.compare(dag, einde) <= 0; dag = dag.add({ days: 1 })) {
    const tekst = dag.toString();
    if (!meetellen(tekst)) continue;
    telling.dagen.push(tekst);
    telling.weken.add(`${String(dag.yearOfWeek)}-${String(dag.weekOfYear)}`);
    telling.maanden.add(tekst.slice(0, 7));
    if (dag.dayOfWeek === 7) telling.zondagen.push(tekst);
  }
  return telling;
}

function isOutput({ eenheid }: ToegewezenOmvang): boolean {
  return ['82', '83'].includes(eenheid);
}

function slotweek(toewijzing: ToegewezenOmvang, periode: Telling): number {
  const { ingangsdatum, einddatum } = toewijzing;
  if (einddatum === undefined) return 0;
  const heel = wandel(ingangsdatum, einddatum, () => true);
  const laatsteZondag = heel.zondagen.at(-1);
  if (laatsteZondag === einddatum) return 0;
  return periode.dagen.includes(laatsteZondag ?? einddatum) ? 1 : 0;
}

/** Only for years of four digits. */
export function orakelPeriode(toewijzing: ToegewezenOmvang, productPeriode: ProductPeriode): number {
  const { volume, frequentie, ingangsdatum, einddatum } = toewijzing;
  if (frequentie === '4' || frequentie === '6') return volume;
  const periode = wandel(
    productPeriode.begindatum,
    productPeriode.einddatum,
    (dag) => dag >= ingangsdatum && (einddatum === undefined || dag <= einddatum),
  );
  if (frequentie === '1') return volume * periode.dagen.length;
  if (isOutput(toewijzing)) return volume * (periode.zondagen.length + slotweek(toewijzing, periode));
  return volume * (toewijzing.categorie === '01' ? 6 : periode.weken.size);
}

/** Only for years of four digits. `totEnMet` stands in for a missing Einddatum. */
export function orakelTotaal(toewijzing: ToegewezenOmvang, totEnMet: string): number {
  const { volume, frequentie, ingangsdatum } = toewijzing;
  if (frequentie === '6') return volume;
  const heel = wandel(ingangsdatum, toewijzing.einddatum ?? totEnMet, () => true);
  if (frequentie === '1') return volume * heel.dagen.length;
  if (frequentie === '4') return volume * heel.maanden.size;
  if (!isOutput(toewijzing)) return volume * heel.weken.size;
  const laatsteDag = heel.dagen.at(-1);
  const eindigtOpZondag = laatsteDag === undefined || laatsteDag === heel.zondagen.at(-1);
  return volume * (heel.zondagen.length + (eindigtOpZondag ? 0 : 1));
}
