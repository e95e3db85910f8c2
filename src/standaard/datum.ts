import { Temporal } from 'temporal-polyfill';

/**
 * A calendar date as the schemas write it (xs:date without time zone), proleptic Gregorian: `2025-07-31`, and also
 * `12025-07-31` or `-0044-03-15`. The functions here rely on that form, which the schema guarantees and `isDatum`
 * tests for other input, and throw on no such date. Surrounding white space is not part of it. The year counts
 * as a plain number with leap years by that number, as libxml2 does; a sum may therefore give a year 0000, although
 * no schema-valid date has it.
 */
export type Datum = string;

/** A period with both ends included; without `einddatum` it never ends. */
export interface Periode {
  readonly begindatum: Datum;
  readonly einddatum?: Datum | undefined;
}

/** A week by ISO 8601: weeks start on Monday and week 1 holds 4 January. */
export interface IsoWeek {
  /** The year the week belongs to, which around New Year can differ from the year of the date. */
  readonly jaar: number;
  readonly week: number;
}

const NUL = 48;
const MIN = '-';
/** Length of a date with a year of four digits and no sign. */
const GEWONE_LENGTE = 10;
/** Day 1 is 1 January of year 1; this is 1 January 1970, the day from which `dagnummer` counts. */
const DAG_EEN_TOT_1970 = 719163;
/** The calendar, weekdays included, repeats itself after this many years and days. */
const JAREN_PER_CYCLUS = 400;
const DAGEN_PER_CYCLUS = 146097;
/** Up to this year every day number is a safe integer. */
const UITERSTE_JAAR = 24_000_000_000_000;

const DAGEN_VOOR_MAAND = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const DAGEN_IN_MAAND = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isGewoon(datum: Datum): boolean {
  return datum.length === GEWONE_LENGTE && !datum.startsWith(MIN);
}

function isSchrikkeljaar(jaar: number): boolean {
  return jaar % 4 === 0 && (jaar % 100 !== 0 || jaar % 400 === 0);
}

function dagenInMaand(jaar: number, maand: number): number {
  return maand === 2 && isSchrikkeljaar(jaar) ? 29 : (DAGEN_IN_MAAND[maand - 1] ?? 0);
}

function cijfer(datum: Datum, plaats: number): number {
  return datum.charCodeAt(plaats) - NUL;
}

function tweeCijfers(datum: Datum, plaats: number): number {
  return cijfer(datum, plaats) * 10 + cijfer(datum, plaats + 1);
}

/** Counting from the end also finds the month in dates with a long year. */
function maandVan(datum: Datum): number {
  return tweeCijfers(datum, datum.length - 5);
}

function dagVan(datum: Datum): number {
  return tweeCijfers(datum, datum.length - 2);
}

/** The last four digits of the year: enough to know a leap year, because 10000 is a multiple of 400. */
function jaarstaart(datum: Datum): number {
  return tweeCijfers(datum, datum.length - 10) * 100 + tweeCijfers(datum, datum.length - 8);
}

function jaarTekst(datum: Datum): string {
  return datum.slice(0, -6);
}

/** The year as a number, cut off at `UITERSTE_JAAR` in both directions. */
function jaarVan(datum: Datum): number {
  if (isGewoon(datum)) return jaarstaart(datum);
  return Math.max(-UITERSTE_JAAR, Math.min(UITERSTE_JAAR, Number(jaarTekst(datum))));
}

function metJaar(jaar: bigint, maandEnDag: string): Datum {
  const cijfers = (jaar < 0n ? -jaar : jaar).toString().padStart(4, '0');
  return `${jaar < 0n ? MIN : ''}${cijfers}${maandEnDag}`;
}

function dagnummerVan(jaar: number, maand: number, dag: number): number {
  const volleJaren = jaar - 1;
  const schrikkeldagen = Math.floor(volleJaren / 4) - Math.floor(volleJaren / 100) + Math.floor(volleJaren / 400);
  const ditJaar = maand > 2 && isSchrikkeljaar(jaar) ? 1 : 0;
  const dagVanJaar = (DAGEN_VOOR_MAAND[maand - 1] ?? 0) + ditJaar + dag;
  return volleJaren * 365 + schrikkeldagen + dagVanJaar - DAG_EEN_TOT_1970;
}

/** Whether a text is a date as the schema accepts it: an existing day, no year 0000, no time zone, no white space. */
export function isDatum(tekst: string): boolean {
  const delen = /^-?(\d{4}|[1-9]\d{4,})-(\d{2})-(\d{2})$/.exec(tekst);
  if (delen === null || delen[1] === '0000') return false;
  const maand = Number(delen[2]);
  const dag = Number(delen[3]);
  return dag >= 1 && dag <= dagenInMaand(jaarstaart(tekst), maand);
}

function vergelijkTekst(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Digits without leading zeros beyond the fourth: the longer one is the larger one. */
function vergelijkCijfers(a: string, b: string): number {
  return a.length === b.length ? vergelijkTekst(a, b) : a.length - b.length;
}

function vergelijkRuim(a: Datum, b: Datum): number {
  const aVoorChristus = a.startsWith(MIN);
  const bVoorChristus = b.startsWith(MIN);
  if (aVoorChristus !== bVoorChristus) return aVoorChristus ? -1 : 1;
  const jaren = aVoorChristus
    ? vergelijkCijfers(jaarTekst(b), jaarTekst(a))
    : vergelijkCijfers(jaarTekst(a), jaarTekst(b));
  return jaren === 0 ? vergelijkTekst(a.slice(-6), b.slice(-6)) : jaren;
}

/**
 * Order of two dates: negative when `a` is earlier, 0 when equal, positive when later. Exact for every year, also
 * outside the range of Temporal. Allocates nothing for years of four digits.
 */
export function vergelijk(a: Datum, b: Datum): number {
  return isGewoon(a) && isGewoon(b) ? vergelijkTekst(a, b) : vergelijkRuim(a, b);
}

/** Whether `a` is `b` or an earlier day. */
export function opOfVoor(a: Datum, b: Datum): boolean {
  return vergelijk(a, b) <= 0;
}

/** Whether `a` is a later day than `b`. */
export function na(a: Datum, b: Datum): boolean {
  return vergelijk(a, b) > 0;
}

/** The same day `aantal` (whole, may be negative) years later; 29 February becomes 28 where the year has none. */
export function plusJaren(datum: Datum, aantal: number): Datum {
  const jaar = BigInt(jaarTekst(datum)) + BigInt(aantal);
  const maandEnDag = datum.slice(-6);
  const schrikkel = isSchrikkeljaar(Number(jaar % BigInt(JAREN_PER_CYCLUS)));
  return metJaar(jaar, maandEnDag === '-02-29' && !schrikkel ? '-02-28' : maandEnDag);
}

/**
 * The day `aantal` (whole, may be negative) days later. Exact for every year: the sum is made in a cycle of 400 years
 * that Temporal knows, and moved back.
 */
export function plusDagen(datum: Datum, aantal: number): Datum {
  const cyclus = BigInt(JAREN_PER_CYCLUS);
  const jaar = BigInt(jaarTekst(datum));
  const inCyclus = ((jaar % cyclus) + cyclus) % cyclus;
  const som = Temporal.PlainDate.from({
    year: 2000 + Number(inCyclus),
    month: maandVan(datum),
    day: dagVan(datum),
  }).add({ days: aantal % DAGEN_PER_CYCLUS });
  const verschoven = BigInt(Math.trunc(aantal / DAGEN_PER_CYCLUS)) * cyclus + BigInt(som.year - 2000);
  return metJaar(jaar - inCyclus + verschoven, som.toString().slice(-6));
}

/** The first day of the month of `datum`. */
export function eersteVanMaand(datum: Datum): Datum {
  return `${datum.slice(0, -2)}01`;
}

/** The last day of the month of `datum`. */
export function laatsteVanMaand(datum: Datum): Datum {
  return `${datum.slice(0, -2)}${String(dagenInMaand(jaarstaart(datum), maandVan(datum)))}`;
}

/** Whether two dates lie in the same month of the same year. */
export function zelfdeMaand(a: Datum, b: Datum): boolean {
  return a.startsWith(b.slice(0, -2));
}

/**
 * Whole days since 1 January 1970, negative before. Exact, and allocates nothing for years of four digits. From the
 * year 24,000,000,000,000 on, and up to its negative, every date gets the same number: so it stays a safe integer.
 */
export function dagnummer(datum: Datum): number {
  const jaar = jaarVan(datum);
  if (jaar === UITERSTE_JAAR) return dagnummerVan(jaar, 12, 31);
  if (jaar === -UITERSTE_JAAR) return dagnummerVan(jaar, 1, 1);
  return dagnummerVan(jaar, maandVan(datum), dagVan(datum));
}

/** Whole months since January of year 0; limited as `dagnummer` is. */
export function maandnummer(datum: Datum): number {
  const jaar = jaarVan(datum);
  if (jaar === UITERSTE_JAAR) return jaar * 12 + 11;
  if (jaar === -UITERSTE_JAAR) return jaar * 12;
  return jaar * 12 + maandVan(datum) - 1;
}

/** `isoWeekIndex` of the day with this day number. */
export function weekVanDag(dag: number): number {
  // 1 January 1970 was a Thursday; three days earlier its week began.
  return Math.floor((dag + 3) / 7);
}

/** The last Sunday on or before the day with this day number, as a day number. */
export function zondagOpOfVoor(dag: number): number {
  return weekVanDag(dag + 1) * 7 - 4;
}

/** A whole number that is the same for all days of one ISO week and one higher for the next week. */
export function isoWeekIndex(datum: Datum): number {
  return weekVanDag(dagnummer(datum));
}

function eersteWeekVan(jaar: number): number {
  return weekVanDag(dagnummerVan(jaar, 1, 4));
}

/** The ISO week of a date, with the year of that week. */
export function isoWeek(datum: Datum): IsoWeek {
  const index = isoWeekIndex(datum);
  let jaar = jaarVan(datum) + 1;
  while (index < eersteWeekVan(jaar)) jaar -= 1;
  return { jaar, week: index - eersteWeekVan(jaar) + 1 };
}

export function isZondag(datum: Datum): boolean {
  const dag = dagnummer(datum);
  return zondagOpOfVoor(dag) === dag;
}

function isLeeg(periode: Periode): boolean {
  return periode.einddatum !== undefined && na(periode.begindatum, periode.einddatum);
}

/** Whether two periods share a day. A period that ends before it begins holds no day, so it overlaps nothing. */
export function overlapt(a: Periode, b: Periode): boolean {
  if (isLeeg(a) || isLeeg(b)) return false;
  if (a.einddatum !== undefined && na(b.begindatum, a.einddatum)) return false;
  return b.einddatum === undefined || opOfVoor(a.begindatum, b.einddatum);
}
