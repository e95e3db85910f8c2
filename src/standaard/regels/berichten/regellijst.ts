import type { Regel2, Regel34 } from '../regel.js';

/** The rules of one message type, in order of assessment. */
export interface Regellijst {
  readonly niveau2: readonly Regel2[];
  readonly niveau3En4: readonly Regel34[];
}
