/** Parties whose own software assesses and answers what they receive. */
import { noteer } from '../../platform/audit/audit.js';
import type { Aanvrager } from '../../platform/aanvrager.js';
import { inTransactie, type Bevraagbaar, type Pool } from '../../platform/database.js';

/** SQL: whether the party in this expression answers itself. */
export const isExtern = (partij: string): string => `exists (select from partij where partij.code = ${partij} and partij.extern)`;

/** A party that was never set is not extern. */
export async function zoekExtern(db: Bevraagbaar, code: string): Promise<boolean> {
  const { rows } = await db.query<{ extern: boolean }>(`select ${isExtern('$1')} as extern`, [code]);
  return rows[0]?.extern ?? false;
}

/** Holds for what is assessed from now on: messages that were handed over still wait for their return message. */
export async function zetExtern(pool: Pool, aanvrager: Aanvrager, code: string, extern: boolean): Promise<void> {
  await inTransactie(pool, async (db) => {
    await db.query(
      `insert into partij (code, extern, gewijzigd_op) values ($1, $2, now())
       on conflict (code) do update set extern = excluded.extern, gewijzigd_op = now()`, [code, extern]);
    await noteer(db, aanvrager, { handeling: 'partij gewijzigd', object: `partijen ${code}`, reden: 'beheer',
      resultaat: extern ? 'extern' : 'niet extern' });
  });
}
