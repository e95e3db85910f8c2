/** Runs in a thread of the service. Compiles the schemas once, at the first message. */
import { oordeelOver, type Oordeel } from '../../standaard/oordeel.js';
import { controleerNiveau1, type Niveau1, type Schemas } from '../../standaard/xml/niveau1.js';
import { laadSchemas } from '../schemas.js';
import type { Threadtaak } from './dienst.js';

let schemas: Schemas | undefined;

export default function beantwoord({ vraag, bytes, schemaDir }: Threadtaak): Niveau1 | Oordeel {
  schemas ??= laadSchemas(schemaDir);
  return vraag === 'niveau1' ? controleerNiveau1(bytes, schemas) : oordeelOver(bytes, schemas);
}
