/** A message as its terms see it. */
import type { Heenbericht } from '../standaard/berichten/berichtsoorten.js';
import type { Berichten } from '../standaard/berichten/gegenereerd/index.js';
import type { Datum } from '../standaard/datum.js';
import type { Beleidstermijn } from './termijnsoorten.js';

/** A message that counts as sent, after the register was changed by it. */
export interface Verwerkt<B extends Heenbericht> {
  readonly berichtId: string;
  readonly soort: B;
  readonly bericht: Berichten[B];
  readonly gemeente: string;
  readonly aanbieder: string;
  /** Number of the client; absent where a message has none, or several. */
  readonly persoon: number | undefined;
  /** Outcome of the assessment; a claim also counts as sent when it is `afgekeurd`. */
  readonly status: string;
  /** Day of receipt, from the injected clock. */
  readonly vandaag: Datum;
  /** Terms of the policy of the gemeente; empty where it has none. */
  readonly beleidstermijnen: readonly Beleidstermijn[];
}

/** The day on which a message was sent, which is when it closes a term. */
export function dagtekening({ bericht }: Verwerkt<Heenbericht>): Datum {
  return bericht.Header.BerichtIdentificatie.Dagtekening;
}
