import { product, productGedeeld } from './geheel.js';

const MINUTEN_PER_UUR = 60;
const HALF_UUR = 30;

/**
 * The amount in eurocents of a Prestatie by its own ProductTarief in eurocents (TR346). Without ProductTarief, so for
 * Eenheid 83, the volume is the amount (CS339). Cut off at the largest safe integer.
 */
export function bedragVolgensTarief(geleverdVolume: number, productTarief?: number): number {
  return productTarief === undefined ? geleverdVolume : product(geleverdVolume, productTarief);
}

/** ProductTarief per minute for an hourly tariff, both in whole eurocents, halves up (TR418, IV081). */
export function tariefPerMinuut(uurtarief: number): number {
  return productGedeeld(uurtarief, 1, MINUTEN_PER_UUR);
}

/** The amount in eurocents of minutes against an hourly tariff in eurocents, halves up (TR346, IV081). */
export function bedragMinuten(uurtarief: number, minuten: number): number {
  return productGedeeld(uurtarief, minuten, MINUTEN_PER_UUR);
}

/**
 * The test of TR346 for minutes (Eenheid 01) when the contract is unknown: the amount is volume times ProductTarief,
 * or some whole-cent hourly tariff gives both this ProductTarief and this amount. Amounts and tariffs in eurocents,
 * everything whole and 0 or more.
 */
export function minutenbedragMogelijk(minuten: number, productTarief: number, bedrag: number): boolean {
  if (bedrag === product(minuten, productTarief)) return true;
  if (minuten === 0) return false;
  // round(U / 60) = productTarief and round(U * minuten / 60) = bedrag each leave one row of whole numbers U.
  const laagste = Math.max(
    0,
    MINUTEN_PER_UUR * productTarief - HALF_UUR,
    Math.ceil((MINUTEN_PER_UUR * bedrag - HALF_UUR) / minuten),
  );
  const hoogste = Math.min(
    MINUTEN_PER_UUR * productTarief + HALF_UUR - 1,
    Math.floor((MINUTEN_PER_UUR * bedrag + HALF_UUR - 1) / minuten),
  );
  return laagste <= hoogste;
}
