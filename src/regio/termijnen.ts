/** The terms that a region agreed on; the dates that follow from them are made elsewhere. */
import type { Beleid } from './beleid.js';
import type { Termijn } from './beleidsbestand.js';

/**
 * The terms of the gemeente for a product, in the order of the file: those that name the product and those for all products.
 * @param code absent: only the terms for all products
 */
export function termijnenVoor(beleid: Beleid, gemeente: string, code?: string): readonly Termijn[] {
  return (beleid.voor(gemeente)?.termijnen ?? [])
    .filter(({ regel, producten }) => regel.voor === undefined || (code !== undefined && producten.has(code)))
    .map(({ regel }) => regel);
}
