/** The overlap rules read literally: each pair of instances, and for a pair each day, as a number up to VENSTER. */
import fc from 'fast-check';
import { plusDagen } from '../../../src/standaard/datum.js';
import type { basis } from '../../../src/standaard/berichten/gegenereerd/index.js';

/** The last day that is walked; an open end lasts at least until then, and no begin lies later. */
const VENSTER = 12;

export interface Geval {
  readonly product: basis.CDT_Product | undefined;
  readonly van: number;
  readonly tot: number | undefined;
}

const VRIJ = ['11', '12', '13', '14'];

/** The definition of TR302 in the order of its text. */
export function zelfdeProduct(a: basis.CDT_Product | undefined, b: basis.CDT_Product | undefined): boolean {
  if (a === undefined && b === undefined) return true;
  if (a === undefined || b === undefined) return !VRIJ.includes((a ?? b)?.Categorie ?? '');
  if (a.Categorie !== b.Categorie || VRIJ.includes(a.Categorie)) return false;
  return a.Code === undefined || b.Code === undefined || a.Code === b.Code;
}

export function delenDag(a: Geval, b: Geval): boolean {
  for (let dag = 0; dag <= VENSTER; dag++) {
    const inA = a.van <= dag && (a.tot === undefined || dag <= a.tot);
    const inB = b.van <= dag && (b.tot === undefined || dag <= b.tot);
    if (inA && inB) return true;
  }
  return false;
}

export function conflict(a: Geval, b: Geval): boolean {
  return zelfdeProduct(a.product, b.product) && delenDag(a, b);
}

/** Positions of the instances that conflict with one before them. */
export function metEerdere(gevallen: readonly Geval[]): number[] {
  return gevallen.flatMap((een, i) => gevallen.slice(0, i).some((eerder) => conflict(eerder, een)) ? [i] : []);
}

/** Few categories, codes and days, so that all combinations meet. */
const product: fc.Arbitrary<basis.CDT_Product | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.record({ Categorie: fc.constantFrom('01', '02', '11', '14') }),
  fc.record({ Categorie: fc.constantFrom('01', '02', '11', '14'), Code: fc.constantFrom('A', 'B') }),
);

/** Also periods of one day, without an end and (broken by CS003 too) without days. */
export const geval: fc.Arbitrary<Geval> = fc.record({
  product,
  van: fc.integer({ min: 0, max: VENSTER }),
  tot: fc.option(fc.integer({ min: 0, max: VENSTER }), { nil: undefined }),
});

/** First days such that the window holds a leap day, the change to a year of five digits, or lies before Christ. */
export const dagNul: fc.Arbitrary<string> = fc.constantFrom('2024-02-20', '9999-12-25', '-0045-12-26');

export interface Datums {
  readonly begin: string;
  readonly eind?: string;
}

export function datumsVan(nul: string, { van, tot }: Geval): Datums {
  return { begin: plusDagen(nul, van), ...(tot === undefined ? {} : { eind: plusDagen(nul, tot) }) };
}
