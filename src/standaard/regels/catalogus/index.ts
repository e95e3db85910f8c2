/** The rule catalogue of iWmo 3.2: all rules of the standard, 22 CD, 19 CS and 78 TR, in order of code. */
import { BEPERKINGEN } from './beperkingen.js';
import { BINNEN_BERICHT } from './binnenBericht.js';
import type { Catalogusregel } from './catalogusregel.js';
import { CONDITIES } from './condities.js';
import { DECLARATIEANTWOORDEN } from './declaratieantwoorden.js';
import { DECLARATIES } from './declaraties.js';
import { LEVERINGEN } from './leveringen.js';
import { TOEWIJZINGEN } from './toewijzingen.js';
import { VERZOEKEN } from './verzoeken.js';

export { BEGRIPPEN } from './begrippen.js';
export type { Catalogusregel, Plaats } from './catalogusregel.js';

export const CATALOGUS: readonly Catalogusregel[] = [
  ...CONDITIES, ...BEPERKINGEN, ...BINNEN_BERICHT, ...TOEWIJZINGEN, ...LEVERINGEN, ...VERZOEKEN, ...DECLARATIES,
  ...DECLARATIEANTWOORDEN,
].sort((a, b) => (a.code < b.code ? -1 : 1));

const OP_CODE = new Map(CATALOGUS.map((regel) => [regel.code, regel]));

/** The rule with this code, written exactly so; undefined when the standard has none. */
export function catalogusregel(code: string): Catalogusregel | undefined {
  return OP_CODE.get(code);
}
