/** What levels 3 and 4 find in messages that can reach them. */
import { expect } from 'vitest';
import type { Berichtsoort } from '../../src/standaard/berichten/berichtsoorten.js';
import type { Berichten } from '../../src/standaard/berichten/gegenereerd/index.js';
import { beoordeelNiveau3En4, contextVan } from '../../src/standaard/regels/beoordelen.js';
import type { Dossier } from '../../src/standaard/regels/dossier.js';
import { niveau2Van } from './bevindingen.js';
import { isSchemaGeldig } from './schema.js';

export interface Gevonden34 {
  readonly regel: string;
  readonly retourcode: string | undefined;
  readonly klasse: string;
  readonly pad: string;
}

/** All findings of levels 3 and 4 in a message, in order of assessment, whatever levels 1 and 2 say. */
export function niveau34Van<B extends Berichtsoort>(soort: B, bericht: Berichten[B], dossier: Dossier): Gevonden34[] {
  return beoordeelNiveau3En4(contextVan(soort, bericht), dossier).bevindingen
    .map(({ regel, retourcode, klasse, pad }) => ({ regel, retourcode, klasse, pad }));
}

/**
 * Asserts that a message passes levels 1 and 2 and that levels 3 and 4 find exactly this in it.
 * @param verwacht rule, return code, class and path below /Bericht of each finding, in order of assessment
 */
export function verwachtNiveau34<B extends Berichtsoort>(
  soort: B, bericht: Berichten[B], dossier: Dossier,
  ...verwacht: readonly (readonly [regel: string, retourcode: string | undefined, klasse: string, pad: string])[]
): void {
  expect(isSchemaGeldig(soort, bericht)).toBe(true);
  expect(niveau2Van(soort, bericht)).toEqual([]);
  expect(niveau34Van(soort, bericht, dossier)).toEqual(
    verwacht.map(([regel, retourcode, klasse, pad]) => ({ regel, retourcode, klasse, pad: `/Bericht${pad}` })));
}
