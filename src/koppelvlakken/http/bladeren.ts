/** Cursors of lists: where a page ended, as one opaque text. They travel in addresses, so nothing personal goes into them. */
import { Probleem } from './problemen.js';

/** The parts of a place, in the order in which `leesPlaats` gives them back. */
export function alsPlaats(delen: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(delen.map(String))).toString('base64url');
}

/** Whether a part of a cursor can be what it stands for. */
export type Deeltoets = (tekst: string) => boolean;

/** A part that looks like this. */
export const alsIn = (patroon: RegExp): Deeltoets => (tekst) => patroon.test(tekst);

/**
 * Reads a cursor.
 * @param toetsen one for each part
 * @throws Probleem when it is no cursor of this list
 */
export function leesPlaats<P extends readonly Deeltoets[]>(cursor: string, toetsen: P): { [K in keyof P]: string } {
  let delen: unknown;
  try {
    delen = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    delen = undefined;
  }
  const past = (toets: Deeltoets, deel: unknown): boolean => typeof deel === 'string' && toets(deel);
  if (!Array.isArray(delen) || delen.length !== toetsen.length || !toetsen.every((toets, i) => past(toets, (delen as unknown[])[i]))) {
    throw new Probleem('ongeldige-aanvraag', 'De cursor is ongeldig; gebruik `volgende` uit het vorige antwoord.');
  }
  return delen as { [K in keyof P]: string };
}
