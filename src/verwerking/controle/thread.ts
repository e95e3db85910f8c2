/** Runs in a thread of the service. Compiles the schemas once, at the first message that is checked. */
import { oordeelOver, type Oordeel } from '../../standaard/oordeel.js';
import { controleerNiveau1, type Niveau1, type Schemas } from '../../standaard/xml/niveau1.js';
import { weergaveVan, type Weergave } from '../../standaard/xml/weergave.js';
import { laadSchemas } from '../schemas.js';
import type { Threadtaak } from './dienst.js';

let schemas: Schemas | undefined;

export default function beantwoord(taak: Threadtaak): Niveau1 | Oordeel | Weergave {
  if (taak.vraag === 'weergave') return weergaveVan(taak.bytes, taak.wat);
  schemas ??= laadSchemas(taak.schemaDir);
  return taak.vraag === 'niveau1' ? controleerNiveau1(taak.bytes, schemas) : oordeelOver(taak.bytes, schemas);
}
