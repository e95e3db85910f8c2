/** All code lists of iWmo 3.2, and what a code means. */
import { BERICHTCODE, RETOURCODE } from './berichtcodes.js';
import type { Codelijst } from './codelijst.js';
import { gemeentenaam } from './gemeenten.js';
import { LAND } from './landen.js';
import { PERSOON } from './persoon.js';
import { PRODUCT } from './product.js';

export type { Codelijst, Typenaam } from './codelijst.js';
export { gemeentenaam, isGemeente, GEMEENTELIJSTEN, type Gemeentelijst } from './gemeenten.js';

export const CODELIJSTEN: readonly Codelijst[] = [BERICHTCODE, RETOURCODE, LAND, ...PERSOON, ...PRODUCT];

const OP_TYPE: ReadonlyMap<string, Codelijst> = new Map(CODELIJSTEN.map((lijst) => [lijst.ldt, lijst]));

/** The code list that explains a simple type of the schema; undefined when its values are no codes. */
export function codelijstVan(ldt: string): Codelijst | undefined {
  return OP_TYPE.get(ldt);
}

/**
 * What a code means, in Dutch; for LDT_Gemeente the name of the municipality in the most recent list that has it.
 * @param ldt name of the simple type, as in the structure tables
 * @returns undefined when the type has no code list or the list not this code
 */
export function label(ldt: string, code: string): string | undefined {
  return ldt === 'LDT_Gemeente' ? gemeentenaam(code) : OP_TYPE.get(ldt)?.codes.get(code);
}
