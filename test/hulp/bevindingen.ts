/** What level 2 finds in a whole message, in the short form that tests compare. */
import { expect } from 'vitest';
import type { Berichtsoort } from '../../src/standaard/berichten/berichtsoorten.js';
import type { Berichten } from '../../src/standaard/berichten/gegenereerd/index.js';
import { beoordeelNiveau2, contextVan } from '../../src/standaard/regels/beoordelen.js';
import { isSchemaGeldig } from './schema.js';

export interface Gevonden {
  readonly regel: string;
  readonly klasse: string;
  readonly pad: string;
}

/** All level 2 findings of a message, in order of assessment. */
export function niveau2Van<B extends Berichtsoort>(soort: B, bericht: Berichten[B]): Gevonden[] {
  return beoordeelNiveau2(contextVan(soort, bericht)).map(({ regel, klasse, pad }) => ({ regel, klasse, pad }));
}

/**
 * Asserts that a message passes level 1 and that level 2 finds exactly this in it.
 * @param verwacht rule, class and path below /Bericht of each finding
 */
export function verwachtNiveau2<B extends Berichtsoort>(
  soort: B, bericht: Berichten[B], ...verwacht: readonly (readonly [regel: string, klasse: string, pad: string])[]
): void {
  expect(isSchemaGeldig(soort, bericht)).toBe(true);
  expect(niveau2Van(soort, bericht)).toEqual(
    verwacht.map(([regel, klasse, pad]) => ({ regel, klasse, pad: `/Bericht${pad}` })));
}
