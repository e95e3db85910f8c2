import type { Schemas } from '../../standaard/xml/niveau1.js';
import { laadSchemas } from '../../verwerking/schemas.js';
import { Gebruiksfout, type Omgeving } from './omgeving.js';

/**
 * The schemas of the package, or those in SCHEMA_DIR.
 * @throws Gebruiksfout when they cannot be loaded
 */
export function schemasVoor({ env }: Omgeving): Schemas {
  try {
    return laadSchemas(env['SCHEMA_DIR'] || undefined);
  } catch (fout) {
    throw new Gebruiksfout(fout instanceof Error ? fout.message : 'De schema\'s kunnen niet worden geladen.');
  }
}
