/** The shape of a code list. The schema says which codes exist; a code list says what they mean. */
import type { basis } from '../berichten/gegenereerd/index.js';

/** Names of the simple types of the basisschema. */
export type Typenaam = keyof typeof basis & `LDT_${string}`;

/** One code list of the standard, tied to the simple type of the schema whose values it explains. */
export interface Codelijst {
  /** Under which name the standard publishes the list, for instance WJ756. */
  readonly bron: string;
  readonly naam: string;
  readonly release: '3.2';
  readonly ldt: Typenaam;
  /** Code to label, in the order of the list. */
  readonly codes: ReadonlyMap<string, string>;
}

/** A list of iWmo 3.2; a code that is given twice is a mistake in the data. */
export function codelijst(
  bron: string, naam: string, ldt: Typenaam, paren: readonly (readonly [string, string])[],
): Codelijst {
  const codes = new Map(paren);
  if (codes.size !== paren.length) throw new Error(`Codelijst ${bron} noemt een code twee keer`);
  return Object.freeze({ bron, naam, release: '3.2' as const, ldt, codes });
}
