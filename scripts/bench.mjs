#!/usr/bin/env node
/**
 * npm run bench [naam…]: runs bench/*.mjs one after the other, prints a table and puts the outcome in bench/resultaat.json. What is not asked
 * for keeps its place there, with when it was measured and how busy the machine was, so that the whole may be measured in parts.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bouwOfStop, installeer, WORTEL } from './voorbereiden.mjs';

installeer();
bouwOfStop();
const gevraagd = process.argv.slice(2);
const alle = readdirSync(join(WORTEL, 'bench')).filter((naam) => naam.endsWith('.mjs')).map((naam) => naam.slice(0, -4));
const onbekend = gevraagd.filter((naam) => !alle.includes(naam));
if (onbekend.length > 0) {
  console.error(`Er is geen meting ${onbekend.join(', ')}. Kies uit: ${alle.join(', ')}.`);
  process.exit(1);
}
/** What made a measurement larger or smaller than it is by itself. */
const INSTELLINGEN = Object.fromEntries(Object.entries(process.env).filter(([naam]) => naam.startsWith('BENCH_')));
const BESTAND = join(WORTEL, 'bench/resultaat.json');
const leesMetingen = () => (existsSync(BESTAND) ? JSON.parse(readFileSync(BESTAND, 'utf8')).metingen : {});
for (const naam of alle.filter((een) => gevraagd.length === 0 || gevraagd.includes(een))) {
  const { meet } = await import(pathToFileURL(join(WORTEL, 'bench', `${naam}.mjs`)).href);
  if (typeof meet !== 'function') continue;
  console.log(`\n${naam}`);
  const belastingVooraf = loadavg()[0];
  const rijen = await meet();
  console.table(rijen.map(({ naam: meting, waarde, eenheid, doel = '' }) => ({ meting, waarde: Number(waarde.toPrecision(4)), eenheid, doel })));
  if (rijen.length === 0) continue;
  const meting = {
    gemetenOp: new Date().toISOString(), node: process.versions.node, processoren: cpus().length, belastingVooraf, belastingAchteraf: loadavg()[0],
    instellingen: INSTELLINGEN, rijen };
  // Read again: another part may have been measured meanwhile. In order of name, and without what is no longer there.
  const metingen = { ...leesMetingen(), [naam]: meting };
  const opVolgorde = Object.fromEntries(alle.filter((een) => een in metingen).map((een) => [een, metingen[een]]));
  writeFileSync(BESTAND, `${JSON.stringify({ metingen: opVolgorde }, null, 2)}\n`);
}
