/** The audit trail, in the spirit of NEN 7513: every entry has an actor, or it is not made. */
import type { Aanvrager } from '../aanvrager.js';
import type { Bevraagbaar } from '../database.js';

/** What is done by the gateway itself, because of a message or the clock. */
export type Dader = Pick<Aanvrager, 'client'>;
export const GATEWAY: Dader = { client: 'gateway' };

export interface Auditregel {
  /** The party for which it was done; absent where that is nobody in particular. */
  readonly namens?: string | undefined;
  /** What was done, as a short fixed text. */
  readonly handeling: string;
  /** What it was done to, such as `bericht 0198…`. Never a bsn or a name. */
  readonly object?: string | undefined;
  /** Numbers of the persons in the register whose data it is about. */
  readonly betrokkenen?: readonly number[];
  /** Why it was allowed or done. */
  readonly reden: string;
  readonly resultaat: string;
}

/** Writes an entry. Inside a transaction it is kept exactly when the rest is. @throws Error for an actor without a name */
export async function noteer(db: Bevraagbaar, dader: Dader, regel: Auditregel): Promise<void> {
  if (dader.client === '') throw new Error('Een auditregel zonder dader bestaat niet.');
  await db.query({
    name: 'audit',
    text: `insert into audit_nieuw (client, namens, handeling, object, betrokkenen, reden, resultaat) values ($1, $2, $3, $4, $5, $6, $7)`,
    values: [dader.client, regel.namens ?? null, regel.handeling, regel.object ?? null, regel.betrokkenen ?? [], regel.reden, regel.resultaat],
  });
}
