/** How often messages to a gemeente were rejected with which code. */
import type { Bevraagbaar } from '../platform/database.js';

/** Rows that are read at most to count one code: more than this is shown as more than this. */
export const HOOGSTENS_GETELD = 10_000;

/** Messages with at least one finding that gives this code. */
export interface Afkeuring { readonly retourcode: string; readonly aantal: number }

/**
 * Counts by code, the most first: of each code a stretch of an index, found by jumping from one code to the next. One query.
 * @param vanaf messages received at or after this instant
 * @param tot and before this one
 */
export async function telAfkeuringen(db: Bevraagbaar, gemeente: string, vanaf: Date | undefined, tot: Date | undefined): Promise<Afkeuring[]> {
  const eerste = (na: string): string => `(select retourcode from bericht_retourcode where ontvanger = $1 ${na} order by retourcode limit 1)`;
  const { rows } = await db.query<Afkeuring>(
    `with recursive codes as (
       select ${eerste('')} as retourcode union all select ${eerste('and retourcode > c.retourcode')} from codes c where c.retourcode is not null)
     select c.retourcode, t.aantal from codes c cross join lateral (
       select count(*)::int as aantal from (
         select from bericht_retourcode r where r.ontvanger = $1 and r.retourcode = c.retourcode and r.ontvangen_op >= $2 and r.ontvangen_op < $3
         limit ${HOOGSTENS_GETELD}) as r) as t
     where c.retourcode is not null and t.aantal > 0 order by t.aantal desc, c.retourcode`, [gemeente, vanaf ?? '-infinity', tot ?? 'infinity']);
  return rows;
}
