/**
 * The shape of the rule catalogue: what each rule of the standard demands, recorded apart from the code that checks it,
 * so that a test can hold the two together and people can look a rule up.
 */
import type { Berichtsoort } from '../../berichten/berichtsoorten.js';
import type { RetourCode } from '../regel.js';

/**
 * Where a rule looks: message, class, and the element path below the class (absent for the class as a whole; parts of a
 * compound key joined by +). `afgeleid` marks a place that the standard does not name and that we derived.
 */
export type Plaats = readonly [bericht: Berichtsoort, klasse: string, element?: string, herkomst?: 'afgeleid'];

/** One rule of the catalogue. The texts are Dutch, in the project's own words. */
export interface Catalogusregel {
  readonly code: string;
  readonly niveau: 2 | 3 | 4;
  /** Absent for rules without one in the standard. */
  readonly retourcode?: RetourCode;
  /** The schema already refuses what breaks the rule. */
  readonly inSchema?: true;
  readonly plaatsen: readonly Plaats[];
  /** What must hold. */
  readonly eis: string;
  /** How we read the rule where the standard is unclear. */
  readonly lezing?: string;
  /** What the sender can do when the rule is broken. */
  readonly doen: string;
}
