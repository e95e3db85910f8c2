/** Loads the schema files and compiles them. The package's own, or the published ones an operator put in SCHEMA_DIR. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileerSchemas, type Schemas } from '../standaard/xml/niveau1.js';

/** Schemas that cannot be used; the message names the folder. */
export class SchemaFout extends Error {
  override readonly name = 'SchemaFout';
}

const EIGEN_MAP = fileURLToPath(new URL('../../schemas/iwmo/3.2', import.meta.url));

/**
 * Reads basisschema.xsd and every wmoNNN.xsd (in any case) and compiles them; takes some tens of milliseconds, so once per process.
 * @throws SchemaFout naming the folder and the file when one is missing or does not compile
 */
export function laadSchemas(map: string = EIGEN_MAP): Schemas {
  let namen: string[];
  try {
    namen = readdirSync(map);
  } catch {
    throw new SchemaFout(`De map met schema's ${map} kan niet worden gelezen. Controleer SCHEMA_DIR.`);
  }
  const bestanden: Record<string, Uint8Array> = {};
  for (const naam of namen) {
    if (/^(basisschema|wmo\d{3})\.xsd$/i.test(naam)) bestanden[naam.toLowerCase()] = readFileSync(join(map, naam));
  }
  try {
    return compileerSchemas(bestanden);
  } catch (fout) {
    throw new SchemaFout(`De schema's in ${map} kunnen niet worden gebruikt: ${fout instanceof Error ? fout.message : 'onbekende fout'}`);
  }
}
