#!/usr/bin/env node
/**
 * Generates src/standaard/berichten/gegenereerd/ (types and structure tables) from the schemas, so that no element name,
 * order or cardinality is typed by hand anywhere else.
 *
 *   npm run genereer                     write the files
 *   npm run genereer -- --controleer     only compare; exit 1 when a file is stale
 *   npm run genereer -- --schemas DIR    read other schemas (for instance the published ones of SCHEMA_DIR)
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
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

if (values.controleer) {
  const stale = [...files].filter(([naam, text]) => !existsSync(join(outDir, naam)) || readFileSync(join(outDir, naam), 'utf8') !== text);
  const extra = existsSync(outDir) ? readdirSync(outDir).filter((naam) => !files.has(naam)) : [];
  for (const [naam] of stale) console.error(`verouderd: ${join(outDir, naam)}`);
  for (const naam of extra) console.error(`overbodig: ${join(outDir, naam)}`);
  if (stale.length + extra.length > 0) {
    console.error('Draai `npm run genereer` en leg het resultaat vast.');
    process.exit(1);
  }
  console.log(`${files.size} gegenereerde bestanden zijn bij.`);
} else {
  rmSync(outDir, { recursive: true, force: true });
  mkdirSync(outDir, { recursive: true });
  for (const [naam, text] of files) writeFileSync(join(outDir, naam), text);
  console.log(`${files.size} bestanden geschreven in ${outDir}`);
}
