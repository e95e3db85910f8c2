/** The shape of a report on many files. A report only makes text; it keeps nothing of the files that went by. */
import type { Oordeel } from '../../../standaard/oordeel.js';

/** What became of one file: assessed, or not to be assessed for a reason. */
export type Uitslag =
  | { readonly naam: string; readonly uri: string; readonly oordeel: Oordeel }
  | { readonly naam: string; readonly uri: string; readonly onbruikbaar: string };

export interface Telling {
  readonly bestanden: number;
  readonly geldig: number;
  readonly meldingen: number;
  readonly onbruikbaar: number;
}

export interface Verslag {
  begin(): string;
  bestand(uitslag: Uitslag): string;
  einde(telling: Telling): string;
}
