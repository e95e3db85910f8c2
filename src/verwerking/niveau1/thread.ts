/** Runs in a thread of the level 1 service. Compiles the schemas once, at the first message. */
import { laadSchemas } from '../schemas.js';
import { controleerNiveau1, type Niveau1, type Schemas } from '../../standaard/xml/niveau1.js';

let schemas: Promise<Schemas> | undefined;

export default async function controleer({ bytes, schemaDir }: { bytes: Uint8Array; schemaDir: string | undefined }): Promise<Niveau1> {
  schemas ??= Promise.resolve(laadSchemas(schemaDir));
  return controleerNiveau1(bytes, await schemas);
}
