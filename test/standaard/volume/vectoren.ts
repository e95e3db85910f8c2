/**
 * The worked examples of the standard (IV042, IV076 to IV079, IV081) and our own edge cases, as numbers and dates.
 * Amounts in eurocents. `besluit` marks an example in which the source contradicts itself or the schema and names the
 * decision in docs/volumes.md that `verwacht` follows; `bron` is then the number the source prints.
 */
import type { ProductPeriode, ToegewezenOmvang } from '../../../src/standaard/volume/omvang.js';

export type Besluit = 'kalender-gaat-voor' | 'alleen-het-bijschrift' | 'hele-uren';

interface Vector {
  readonly id: string;
  readonly besluit?: Besluit;
  readonly bron?: number;
}

export interface PeriodeVector extends Vector {
  readonly toewijzing: ToegewezenOmvang;
  readonly periode: ProductPeriode;
  readonly prestatieEenheid?: '01';
  readonly verwacht: number;
}

export interface TotaalVector extends Vector {
  readonly toewijzing: ToegewezenOmvang;
  readonly verwacht: number;
}

export interface LeveringVector extends Vector {
  /** ISO day of the week: 1 is Monday. */
  readonly weekdag: number;
  readonly minutenPerKeer: number;
  readonly periode: ProductPeriode;
  readonly verwachteUren: number;
}

function toewijzing(
  omvang: Pick<ToegewezenOmvang, 'volume' | 'eenheid' | 'frequentie'>,
  ingangsdatum: string,
  einddatum: string,
  categorie = '02',
): ToegewezenOmvang {
  return { ...omvang, ingangsdatum, einddatum, categorie };
}

function periode(begindatum: string, einddatum: string): ProductPeriode {
  return { begindatum, einddatum };
}

const DRIE_UUR_PER_WEEK = { volume: 3, eenheid: '04', frequentie: '2' } as const;
const DRIEHONDERD_EURO_PER_WEEK = { volume: 30_000, eenheid: '83', frequentie: '2' } as const;
const TACHTIG_UUR_TOTAAL = { volume: 80, eenheid: '04', frequentie: '6' } as const;

const UREN_ZOMER = toewijzing(DRIE_UUR_PER_WEEK, '2025-07-07', '2025-09-07');
const UREN_HERFST = toewijzing(DRIE_UUR_PER_WEEK, '2025-10-07', '2025-12-30');
const UREN_CATEGORIE_01 = toewijzing(DRIE_UUR_PER_WEEK, '2025-07-07', '2025-09-07', '01');
const EUROS_TOT_ZONDAG = toewijzing(DRIEHONDERD_EURO_PER_WEEK, '2025-07-07', '2025-09-07');
const EUROS_TOT_ZATERDAG = toewijzing(DRIEHONDERD_EURO_PER_WEEK, '2025-07-07', '2025-09-06');
const EUROS_TOT_VRIJDAG = toewijzing(DRIEHONDERD_EURO_PER_WEEK, '2025-07-07', '2025-09-05');
const EUROS_KWARTAAL = toewijzing(DRIEHONDERD_EURO_PER_WEEK, '2025-10-01', '2025-12-31');
const EUROS_KWARTAAL_VANAF_7 = toewijzing(DRIEHONDERD_EURO_PER_WEEK, '2025-10-07', '2025-12-31');
const UREN_TOTAAL = toewijzing(TACHTIG_UUR_TOTAAL, '2025-03-01', '2025-12-31');

const JULI = periode('2025-07-07', '2025-07-31');
const AUGUSTUS = periode('2025-08-01', '2025-08-31');
const SEPTEMBER = periode('2025-09-01', '2025-09-07');
const NOVEMBER = periode('2025-11-01', '2025-11-30');

export const PERIODE_VECTOREN: readonly PeriodeVector[] = [
  { id: 'IV076-I-jul', toewijzing: UREN_ZOMER, periode: JULI, verwacht: 12, besluit: 'kalender-gaat-voor', bron: 9 },
  { id: 'IV076-I-aug', toewijzing: UREN_ZOMER, periode: AUGUSTUS, verwacht: 15 },
  { id: 'IV076-I-sep', toewijzing: UREN_ZOMER, periode: SEPTEMBER, verwacht: 3 },
  { id: 'IV076-O1-jul', toewijzing: EUROS_TOT_ZONDAG, periode: JULI, verwacht: 90_000 },
  { id: 'IV076-O1-aug', toewijzing: EUROS_TOT_ZONDAG, periode: AUGUSTUS, verwacht: 150_000 },
  { id: 'IV076-O1-sep', toewijzing: EUROS_TOT_ZONDAG, periode: SEPTEMBER, verwacht: 30_000 },
  { id: 'IV076-O2-jul', toewijzing: EUROS_TOT_ZATERDAG, periode: JULI, verwacht: 90_000 },
  { id: 'IV076-O2-aug', toewijzing: EUROS_TOT_ZATERDAG, periode: AUGUSTUS, verwacht: 180_000 },
  { id: 'IV076-O2-sep', toewijzing: EUROS_TOT_ZATERDAG, periode: periode('2025-09-01', '2025-09-06'), verwacht: 0 },
  { id: 'IV077-I-okt', toewijzing: UREN_HERFST, periode: periode('2025-10-07', '2025-10-31'), verwacht: 12 },
  { id: 'IV077-I-nov', toewijzing: UREN_HERFST, periode: NOVEMBER, verwacht: 15 },
  {
    id: 'IV077-I-dec',
    toewijzing: UREN_HERFST,
    periode: periode('2025-12-01', '2025-12-30'),
    verwacht: 15,
    besluit: 'alleen-het-bijschrift',
    bron: 15,
  },
  {
    id: 'IV077-O1-okt',
    toewijzing: EUROS_KWARTAAL,
    periode: periode('2025-10-01', '2025-10-31'),
    verwacht: 120_000,
    besluit: 'kalender-gaat-voor',
    bron: 90_000,
  },
  {
    id: 'IV077-O1-okt-vanaf-7',
    toewijzing: EUROS_KWARTAAL_VANAF_7,
    periode: periode('2025-10-07', '2025-10-31'),
    verwacht: 90_000,
  },
  {
    id: 'IV077-O1-nov',
    toewijzing: EUROS_KWARTAAL,
    periode: NOVEMBER,
    verwacht: 150_000,
    besluit: 'alleen-het-bijschrift',
    bron: 150_000,
  },
  { id: 'IV077-O1-dec', toewijzing: EUROS_KWARTAAL, periode: periode('2025-12-01', '2025-12-31'), verwacht: 150_000 },
  { id: 'IV077-O2-jul', toewijzing: EUROS_TOT_VRIJDAG, periode: JULI, verwacht: 90_000 },
  { id: 'IV077-O2-aug', toewijzing: EUROS_TOT_VRIJDAG, periode: AUGUSTUS, verwacht: 180_000 },
  { id: 'IV077-O2-sep', toewijzing: EUROS_TOT_VRIJDAG, periode: periode('2025-09-01', '2025-09-05'), verwacht: 0 },
  {
    id: 'IV078-1',
    toewijzing: toewijzing(DRIE_UUR_PER_WEEK, '2025-11-12', '2025-12-13'),
    periode: periode('2025-11-12', '2025-11-30'),
    verwacht: 9,
  },
  {
    id: 'IV078-2',
    toewijzing: toewijzing({ volume: 15, eenheid: '04', frequentie: '4' }, '2025-10-14', '2025-12-13'),
    periode: periode('2025-10-14', '2025-10-31'),
    verwacht: 15,
  },
  {
    id: 'IV078-1-iJw',
    toewijzing: toewijzing(DRIE_UUR_PER_WEEK, '2026-11-12', '2026-12-13'),
    periode: periode('2026-11-12', '2026-11-30'),
    verwacht: 12,
    besluit: 'kalender-gaat-voor',
    bron: 9,
  },
  { id: 'X-cat01-jul', toewijzing: UREN_CATEGORIE_01, periode: JULI, verwacht: 18 },
  {
    id: 'X-jaargrens',
    toewijzing: toewijzing({ volume: 1, eenheid: '14', frequentie: '2' }, '2026-12-28', '2027-01-10'),
    periode: periode('2027-01-01', '2027-01-10'),
    verwacht: 2,
  },
  { id: 'X-totaal', toewijzing: UREN_TOTAAL, periode: periode('2025-03-01', '2025-03-31'), verwacht: 80 },
  {
    id: 'X-zonder-zondag',
    toewijzing: toewijzing(DRIEHONDERD_EURO_PER_WEEK, '2025-09-29', '2025-10-04'),
    periode: periode('2025-10-01', '2025-10-04'),
    verwacht: 30_000,
  },
  { id: 'X-uur-minuut', toewijzing: UREN_ZOMER, periode: AUGUSTUS, prestatieEenheid: '01', verwacht: 900 },
];

export const TOTAAL_VECTOREN: readonly TotaalVector[] = [
  { id: 'IV076-I-tot', toewijzing: UREN_ZOMER, verwacht: 27 },
  { id: 'IV076-O1-tot', toewijzing: EUROS_TOT_ZONDAG, verwacht: 270_000 },
  { id: 'IV076-O2-tot', toewijzing: EUROS_TOT_ZATERDAG, verwacht: 270_000 },
  { id: 'IV077-I-tot', toewijzing: UREN_HERFST, verwacht: 39 },
  { id: 'IV077-O1-tot', toewijzing: EUROS_KWARTAAL, verwacht: 420_000 },
  { id: 'IV077-O2-tot', toewijzing: EUROS_TOT_VRIJDAG, verwacht: 270_000 },
  { id: 'X-cat01-tot', toewijzing: UREN_CATEGORIE_01, verwacht: 27 },
  {
    id: 'X-dag-tot',
    toewijzing: toewijzing({ volume: 60, eenheid: '01', frequentie: '1' }, '2025-04-08', '2025-06-17'),
    verwacht: 4260,
  },
  { id: 'X-totaal-tot', toewijzing: UREN_TOTAAL, verwacht: 80 },
];

const DONDERDAG = { weekdag: 4, minutenPerKeer: 150 };

export const LEVERING_VECTOREN: readonly LeveringVector[] = [
  {
    id: 'IV076-I-jul-geleverd',
    ...DONDERDAG,
    periode: JULI,
    verwachteUren: 10,
    besluit: 'kalender-gaat-voor',
    bron: 7.5,
  },
  { id: 'IV076-I-aug-geleverd', ...DONDERDAG, periode: AUGUSTUS, verwachteUren: 10 },
  { id: 'IV076-I-sep-geleverd', ...DONDERDAG, periode: SEPTEMBER, verwachteUren: 3, besluit: 'hele-uren', bron: 2.5 },
];

export const UREN_VECTOREN = [
  { id: 'IV079-1', minuten: 380, uren: 6 },
  { id: 'X-IV079-30', minuten: 390, uren: 7 },
  { id: 'X-IV079-29', minuten: 389, uren: 6 },
  { id: 'X-IV079-min', minuten: 10, uren: 1 },
] as const;

/** Thousandths of a euro to eurocents. */
export const AFRONDING_VECTOREN = [
  { id: 'IV081-1', duizendsten: 1455, centen: 146 },
  { id: 'IV081-2', duizendsten: 1454, centen: 145 },
] as const;

export const TARIEF_VECTOREN = [
  { id: 'X-TR346-a', uurtarief: 5000, minuten: 95, productTarief: 83, bedrag: 7917 },
  { id: 'X-TR346-b', uurtarief: 6125, minuten: 380, productTarief: 102, bedrag: 38_792 },
] as const;

export const EURO_VECTOREN = [{ id: 'IV042-2B', geleverdVolume: 20_000, bedrag: 20_000 }] as const;
