/** When a message that could not be assessed is tried again. */

/** Longest wait in seconds before another attempt; the first waits are 1, 2, 4, … */
export const MAX_WACHT_S = 300;

/**
 * SQL: whether the next attempt is due. One much further away than any wait was set by a clock that has been put back since, and is due. Much:
 * `now()` is when a transaction began, and what it sees may have been written by one that began later.
 * @param kolom column with the moment of the next attempt; null: at once
 */
export function isAanDeBeurt(kolom: string): string {
  return `(${kolom} is null or ${kolom} <= now() or ${kolom} > now() + ${2 * MAX_WACHT_S} * interval '1 second')`;
}
