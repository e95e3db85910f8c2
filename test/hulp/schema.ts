/** The compiled schemas for tests, and whether a message object is valid on level 1 once written. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Berichten } from '../../src/standaard/berichten/gegenereerd/index.js';
import type { Berichtsoort } from '../../src/standaard/berichten/berichtsoorten.js';
import { compileerSchemas, controleerNiveau1, type Schemas } from '../../src/standaard/xml/niveau1.js';
import { schrijfBericht } from '../../src/standaard/xml/schrijven.js';

const MAP = fileURLToPath(new URL('../../schemas/iwmo/3.2/', import.meta.url));

/** The schema files by lower-case name, as compileerSchemas takes them. */
export function schemabestanden(): Record<string, Uint8Array> {
  return Object.fromEntries(readdirSync(MAP).map((naam) => [naam.toLowerCase(), readFileSync(`${MAP}${naam}`)]));
}

let gecompileerd: Schemas | undefined;

/** The compiled schemas of all 14 types, compiled on first use and once per test process. */
export function schemas(): Schemas {
  return gecompileerd ??= compileerSchemas(schemabestanden());
}

/** Whether a message object, once written, passes level 1 as a message of this type. */
export function isSchemaGeldig<B extends Berichtsoort>(soort: B, bericht: Berichten[B]): boolean {
  const uitkomst = controleerNiveau1(schrijfBericht(soort, bericht), schemas());
  return uitkomst.geldig && uitkomst.berichtsoort === soort;
}
