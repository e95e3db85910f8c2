/** Which single message somebody may look at. */
import { partijenlijst, type Aanvrager } from '../platform/aanvrager.js';
import type { Bevraagbaar } from '../platform/database.js';
import type { Bericht } from './bericht.js';
import { zoekBericht } from './opslag.js';

/** A message of one of the caller's parties. Somebody else's is not there. */
export async function eigenBericht(db: Bevraagbaar, id: string, aanvrager: Aanvrager): Promise<Bericht | undefined> {
  return zoekBericht(db, id, partijenlijst(aanvrager));
}

/**
 * A message of one of the caller's parties (scope lezen). Who looks after the gateway (scope beheer) sees of everybody what was set aside, but not
 * its content. Somebody else's is not there.
 */
export async function zichtbaarBericht(db: Bevraagbaar, id: string, aanvrager: Aanvrager): Promise<Bericht | undefined> {
  const eigen = aanvrager.scopes.has('lezen') ? await eigenBericht(db, id, aanvrager) : undefined;
  if (eigen !== undefined || !aanvrager.scopes.has('beheer')) return eigen;
  const bericht = await zoekBericht(db, id);
  return bericht?.terzijdeOp === undefined ? undefined : bericht;
}
