import { product } from './geheel.js';
import type { Eenheid } from './omvang.js';

const MINUUT: Eenheid = '01';
const UUR: Eenheid = '04';
const MINUTEN_PER_UUR = 60;

/** Whether a Prestatie in this unit fits an allocation (TR341): the same unit, or minutes on an allocation in hours. */
export function eenheidPast(eenheidToewijzing: Eenheid, eenheidPrestatie: Eenheid): boolean {
  return eenheidPrestatie === eenheidToewijzing || (eenheidToewijzing === UUR && eenheidPrestatie === MINUUT);
}

/**
 * A volume in the unit in which claims on an allocation are compared: minutes for an allocation in hours, for any other
 * allocation its own unit. To be used for maxima (in the unit of the allocation) and for delivered volumes alike.
 * Undefined when the unit does not fit the allocation (`eenheidPast`): then there is nothing to compare.
 */
export function inVergelijkingseenheid(
  volume: number,
  eenheid: Eenheid,
  eenheidToewijzing: Eenheid,
): number | undefined {
  if (!eenheidPast(eenheidToewijzing, eenheid)) return undefined;
  return eenheid === UUR ? product(volume, MINUTEN_PER_UUR) : volume;
}

/**
 * Whole hours to report for all minutes delivered in one ProductPeriode together (IV079): rounded once, 30 remaining
 * minutes or more up, and at least 1 hour. No minutes at all give 0.
 */
export function afrondenUren(minuten: number): number {
  if (minuten === 0) return 0;
  return Math.max(1, Math.floor((minuten + MINUTEN_PER_UUR / 2) / MINUTEN_PER_UUR));
}
