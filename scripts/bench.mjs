#!/usr/bin/env node
/** npm run bench [naam…]: runs bench/*.mjs one after the other, prints a table and writes bench/resultaat.json. */
import { readdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bouwOfStop, installeer, WORTEL } from './voorbereiden.mjs';

installeer();
bouwOfStop();
const gevraagd = process.argv.slice(2);
const namen = readdirSync(join(WORTEL, 'bench')).filter((naam) => naam.endsWith('.mjs')).map((naam) => naam.slice(0, -4))
  .filter((naam) => gevraagd.length === 0 || gevraagd.includes(naam));
const resultaat = { gemetenOp: new Date().toISOString(), node: process.versions.node, processoren: cpus().length, metingen: {} };
for (const naam of namen) {
  const { meet } = await import(pathToFileURL(join(WORTEL, 'bench', `${naam}.mjs`)).href);
  if (typeof meet !== 'function') continue;
  console.log(`\n${naam}`);
  const rijen = await meet();
  resultaat.metingen[naam] = rijen;
  console.table(rijen.map(({ naam: meting, waarde, eenheid, doel = '' }) => ({ meting, waarde: Number(waarde.toPrecision(4)), eenheid, doel })));
}
writeFileSync(join(WORTEL, 'bench/resultaat.json'), `${JSON.stringify(resultaat, null, 2)}\n`);
