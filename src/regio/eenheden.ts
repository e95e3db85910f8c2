/** Units that add up: minutes and hours with each other, any other only with itself. */
import { inVergelijkingseenheid } from '../standaard/volume/eenheden.js';
import type { Eenheid } from '../standaard/volume/omvang.js';

/** The same for units that add up; undefined for an unknown unit. */
export function optelsoort<E extends Eenheid | undefined>(eenheid: E): E | '04' {
  return eenheid === '01' ? '04' : eenheid;
}

/** A volume as a number that can be added to those of the same `optelsoort`: minutes for time, else the volume itself. */
export function optelbaar(volume: number, eenheid: Eenheid): number {
  return inVergelijkingseenheid(volume, eenheid, optelsoort(eenheid)) ?? volume;
}
