/** When a delivery that failed is tried again. */

/** From the first attempt on a delivery is tried for so long; what fails after that is set aside. */
export const BEZORGTIJD_S = 3 * 24 * 3600;

const EERSTE_S = 5;
const LANGSTE_S = 4 * 3600;

/**
 * Seconds until the next attempt: twice as long after each one, up to four hours, and every time somewhere in the upper half of that, so that
 * receivers which went down together are not all called in the same second.
 * @param pogingen attempts so far, at least 1
 * @param toeval from 0 up to but not including 1
 * @param pasNaS what the receiver asked for; never earlier than that
 */
export function wachttijd(pogingen: number, toeval: number, pasNaS = 0): number {
  const vol = Math.min(EERSTE_S * 2 ** Math.min(pogingen - 1, 30), LANGSTE_S);
  return Math.max(vol / 2 + toeval * vol / 2, Math.min(pasNaS, BEZORGTIJD_S));
}

/**
 * Seconds in a Retry-After (RFC 9110, 10.2.3): a number, or until a date.
 * @returns undefined when it says nothing usable
 */
export function leesRetryAfter(waarde: string | undefined, nu: Date): number | undefined {
  if (waarde === undefined) return undefined;
  if (/^\d{1,9}$/.test(waarde)) return Number(waarde);
  // Only the form of RFC 9110; Date.parse takes almost anything.
  const datum = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(waarde) ? Date.parse(waarde) : NaN;
  return Number.isNaN(datum) ? undefined : Math.max(0, Math.ceil((datum - nu.getTime()) / 1000));
}
