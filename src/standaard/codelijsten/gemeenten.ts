/**
 * The municipalities of the CBS, a list per year. A municipality that was merged away keeps its place in the list of its
 * time, so that an old date is judged by the list of then. Another year is another file like gemeenten2026.ts and an
 * entry in GEMEENTELIJSTEN.
 */
import { dagnummer, opOfVoor, type Datum } from '../datum.js';
import { GEMEENTEN_2026 } from './gemeenten2026.js';

/** The division of one year. */
export interface Gemeentelijst {
  readonly jaar: number;
  readonly bron: string;
  /** First and last day on which the list holds, both inclusive. */
  readonly geldigVanaf: Datum;
  readonly geldigTotEnMet: Datum;
  /** Per province its municipalities as `code name`, the code of four digits. */
  readonly provincies: Readonly<Record<string, readonly string[]>>;
}

/** All lists that there are, oldest first. */
export const GEMEENTELIJSTEN: readonly Gemeentelijst[] = [GEMEENTEN_2026];

const CODELENGTE = 4;
const namenCache = new WeakMap<Gemeentelijst, ReadonlyMap<string, string>>();

function namenVan(lijst: Gemeentelijst): ReadonlyMap<string, string> {
  let namen = namenCache.get(lijst);
  if (namen === undefined) {
    const regels = Object.values(lijst.provincies).flat();
    namen = new Map(regels.map((regel) => [regel.slice(0, CODELENGTE), regel.slice(CODELENGTE + 1)]));
    namenCache.set(lijst, namen);
  }
  return namen;
}

/** How many days a date lies outside the period of a list; 0 when the list holds on it. */
function afstand(lijst: Gemeentelijst, datum: Datum): number {
  if (!opOfVoor(lijst.geldigVanaf, datum)) return dagnummer(lijst.geldigVanaf) - dagnummer(datum);
  return opOfVoor(datum, lijst.geldigTotEnMet) ? 0 : dagnummer(datum) - dagnummer(lijst.geldigTotEnMet);
}

/** The list that holds on a date, or else the nearest one; of two equally near the older (TR378). */
export function lijstOp(datum: Datum, lijsten: readonly Gemeentelijst[] = GEMEENTELIJSTEN): Gemeentelijst {
  const [eerste, ...rest] = lijsten;
  if (eerste === undefined) throw new Error('Er is geen lijst van gemeenten');
  return rest.reduce((beste, lijst) => (afstand(lijst, datum) < afstand(beste, datum) ? lijst : beste), eerste);
}

/** Whether a code is that of a municipality in the list for a date (TR378). */
export function isGemeente(code: string, datum: Datum, lijsten: readonly Gemeentelijst[] = GEMEENTELIJSTEN): boolean {
  return namenVan(lijstOp(datum, lijsten)).has(code);
}

/** The name of a municipality, from the most recent list that has the code; undefined when none has. */
export function gemeentenaam(code: string, lijsten: readonly Gemeentelijst[] = GEMEENTELIJSTEN): string | undefined {
  const jongste = lijsten.findLast((lijst) => namenVan(lijst).has(code));
  return jongste && namenVan(jongste).get(code);
}
