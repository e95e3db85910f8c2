#!/usr/bin/env node
/**
 * Generates src/standaard/berichten/gegenereerd/ (types and structure tables) from the schemas, so that no element name,
 * order or cardinality is typed by hand anywhere else, and docs/regels.md from the rule catalogue.
 *
 *   npm run genereer                     write the files
 *   npm run genereer -- --controleer     only compare; exit 1 when a file is stale
 *   npm run genereer -- --schemas DIR    read other schemas (for instance the published ones of SCHEMA_DIR)
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { schrijfRegels } from './genereer/regels.mjs';
import { leesSchemas } from './genereer/schema.mjs';
import { schrijfBasis, schrijfBericht, schrijfIndex } from './genereer/typescript.mjs';

const root = new URL('..', import.meta.url).pathname;
const { values } = parseArgs({
  options: { controleer: { type: 'boolean', default: false }, schemas: { type: 'string' } },
});
const schemaDir = values.schemas ?? join(root, 'schemas/iwmo/3.2');
const outDir = join(root, 'src/standaard/berichten/gegenereerd');

const { basis, berichten } = leesSchemas(schemaDir, (naam) => readFileSync(join(schemaDir, naam), 'utf8'), readdirSync(schemaDir));
const files = new Map([['basis.ts', schrijfBasis(basis)]]);
for (const bericht of berichten) files.set(`${bericht.naam.toLowerCase()}.ts`, schrijfBericht(bericht, basis));
files.set('index.ts', schrijfIndex(berichten));
const regelsPad = join(root, 'docs/regels.md');
const regels = await schrijfRegels(join(root, 'src/standaard/regels/catalogus'));
const isBij = (pad, text) => existsSync(pad) && readFileSync(pad, 'utf8') === text;

if (values.controleer) {
  const alle = [...[...files].map(([naam, text]) => [join(outDir, naam), text]), [regelsPad, regels]];
  const stale = alle.filter(([pad, text]) => !isBij(pad, text));
  const extra = existsSync(outDir) ? readdirSync(outDir).filter((naam) => !files.has(naam)) : [];
  for (const [pad] of stale) console.error(`verouderd: ${pad}`);
  for (const naam of extra) console.error(`overbodig: ${join(outDir, naam)}`);
  if (stale.length + extra.length > 0) {
    console.error('Draai `npm run genereer` en leg het resultaat vast.');
    process.exit(1);
  }
  console.log(`${alle.length} gegenereerde bestanden zijn bij.`);
} else {
  rmSync(outDir, { recursive: true, force: true });
  mkdirSync(outDir, { recursive: true });
  for (const [naam, text] of files) writeFileSync(join(outDir, naam), text);
  mkdirSync(join(root, 'docs'), { recursive: true });
  writeFileSync(regelsPad, regels);
  console.log(`${files.size} bestanden geschreven in ${outDir}, en ${regelsPad}`);
}
