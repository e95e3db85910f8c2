/** docs/stuf-ggk.md and the fixtures keep up with the table of codes. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { CODES, FOUTEN } from '../../../src/koppelvlakken/stuf-ggk/codes.js';

const WORTEL = fileURLToPath(new URL('../../../', import.meta.url));

it('het document noemt precies de codes die er zijn, in hun volgorde en met hun plek', () => {
  const document = readFileSync(`${WORTEL}docs/stuf-ggk.md`, 'utf8');
  const genoemd = [...document.matchAll(/^\| `((?:StUF|IB)\d{3})` \| (\w+) \|/gm)].map(([, code, plek]) => [code, plek]);
  expect(genoemd).toEqual(CODES.map((code) => [code, FOUTEN[code].plek]));
});

it('van elke code is er een fixture, behalve waar meer dan één bericht of een storing voor nodig is', () => {
  const gezien = readdirSync(`${WORTEL}fixtures/stuf-ggk`).map((naam) => /^Fo03-(\w+?)-/.exec(naam)?.[1]);
  expect(CODES.filter((code) => !gezien.includes(code))).toEqual(['IB007', 'StUF016', 'StUF046']);
});
