/**
 * Whose data a caller gets. Where a request names a party that is not its own the answer is 403, whether that party exists or not; what is
 * asked for by id and is somebody else's is not there (404), for the query itself leaves it out.
 */
import type { Zicht } from '../../../gemeente/vooraankondigingen.js';
import { magVoor, partijenlijst, type Aanvrager } from '../../../platform/aanvrager.js';
import { geenToegang } from './toegang.js';

const NIET_UW_GEMEENTE = 'U bent niet gemachtigd voor deze gemeente.';
const NIET_UW_AANBIEDER = 'U bent niet gemachtigd voor deze aanbieder.';

const isAanbieder = (partij: string): boolean => partij.length === 8;

/** @throws Probleem when the caller does not act for the gemeente */
export function eisGemeente(aanvrager: Aanvrager, gemeente: string): void {
  if (!magVoor(aanvrager, gemeente)) throw geenToegang(NIET_UW_GEMEENTE);
}

/** @throws Probleem when the caller does not act for the aanbieder, or may not read for it (scope lezen) */
export function eisAanbieder(aanvrager: Aanvrager, aanbieder: string): void {
  if (!aanvrager.scopes.has('lezen') || !magVoor(aanvrager, aanbieder)) throw geenToegang(NIET_UW_AANBIEDER);
}

/**
 * What a caller sees of a gemeente: all of it for that gemeente itself (scope gemeente), for others only what concerns their own aanbieders
 * (scope `alsAanbieder`).
 * @param aanbieder the one that the request names
 * @returns the aanbieders to limit the answer to; undefined for no limit
 * @throws Probleem when there is nothing for this caller to see
 */
export function aanbiedersInZicht(
  aanvrager: Aanvrager, gemeente: string, aanbieder: string | undefined, alsAanbieder: 'lezen' | 'aanleveren',
): readonly string[] | undefined {
  const { scopes } = aanvrager;
  if (scopes.has('gemeente') && magVoor(aanvrager, gemeente)) return undefined;
  const eigen = scopes.has(alsAanbieder) ? partijenlijst(aanvrager)?.filter(isAanbieder) : [];
  if (eigen === undefined) return undefined;
  if (eigen.length === 0) throw geenToegang(NIET_UW_GEMEENTE);
  if (aanbieder !== undefined && !eigen.includes(aanbieder)) throw geenToegang(NIET_UW_AANBIEDER);
  return eigen;
}

/** Which notices a caller may see: as their gemeente (scope gemeente) or as the aanbieder that filed them (scope lezen). Undefined: all. */
export function zichtVan(aanvrager: Aanvrager): Zicht | undefined {
  const partijen = partijenlijst(aanvrager);
  if (partijen === undefined) return undefined;
  const { scopes } = aanvrager;
  return { gemeenten: scopes.has('gemeente') ? partijen : [], aanbieders: scopes.has('lezen') ? partijen : [] };
}
