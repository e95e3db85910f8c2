/** Messages that were set aside, given another round of attempts by a person. */
import { noteer } from '../platform/audit/audit.js';
import type { Aanvrager } from '../platform/aanvrager.js';
import { inTransactie, type Pool } from '../platform/database.js';

/** Puts a message that was set aside back among those that wait, with all its attempts before it. */
export async function herneem(pool: Pool, aanvrager: Aanvrager, id: string): Promise<'hernomen' | 'niet-terzijde' | 'onbekend'> {
  return inTransactie(pool, async (db) => {
    const { rows } = await db.query<{ terzijde: boolean }>('select terzijde_op is not null as terzijde from bericht where id = $1 for update', [id]);
    const [rij] = rows;
    if (rij === undefined) return 'onbekend';
    if (!rij.terzijde) return 'niet-terzijde';
    await db.query('update bericht set terzijde_op = null, pogingen = 0, volgende_poging_op = now() where id = $1', [id]);
    await noteer(db, aanvrager, { handeling: 'bericht opnieuw beoordeeld', object: `berichten ${id}`, reden: 'beheer', resultaat: 'wacht' });
    return 'hernomen';
  });
}
