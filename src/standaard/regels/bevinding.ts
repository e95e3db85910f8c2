import type { RetourCode } from './regel.js';
import type { Voorkomen } from './voorkomens.js';

/** A broken rule at a place in a message. Names places, never element values, so that it can be shown and logged. */
export interface Bevinding {
  readonly regel: string;
  readonly retourcode: RetourCode | undefined;
  readonly niveau: 1 | 2 | 3 | 4;
  readonly klasse: string;
  /** Indexed element path, e.g. /Bericht/Client/StartProducten/StartProduct[1]. */
  readonly pad: string;
  readonly melding: string;
}

/** A finding with the occurrence it is about, for composing the answer. */
export interface GeplaatsteBevinding extends Bevinding {
  readonly bij: Voorkomen;
}
