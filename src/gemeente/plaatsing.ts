/** What making a message for a pair needs to know, read inside the transaction that holds the pair. */
import type { Bevraagbaar } from '../platform/database.js';
import { zoekPersoon } from '../register/personen.js';
import { alsToewijzing, type Rij } from '../register/rijen.js';
import type { Toewijzing } from '../standaard/regels/dossier.js';

/** A pair and its transaction. */
export interface Paar {
  readonly db: Bevraagbaar;
  readonly gemeente: string;
  readonly aanbieder: string;
}

/** Current versions of all allocations of a client with this aanbieder, also ended and removed ones. */
export async function toewijzingenVan({ db, gemeente, aanbieder }: Paar, bsn: string): Promise<Toewijzing[]> {
  const { rows } = await db.query<Rij>(
    'select * from toewijzing where gemeente = $1 and aanbieder = $2 and persoon = $3 order by toewijzing_nummer',
    [gemeente, aanbieder, await zoekPersoon(db, bsn)]);
  return rows.map((rij) => alsToewijzing(rij, bsn));
}

/**
 * Hands out new ToewijzingNummers of a gemeente, higher than any it has. The row of the gemeente is locked until the transaction ends, so
 * that two at once never get the same.
 * @throws Nummersop when the numbers of nine digits are used up
 */
export async function nieuweNummers({ db, gemeente }: Paar, aantal: number): Promise<number[]> {
  if (aantal === 0) return [];
  const { rows } = await db.query<{ laatste: number }>(
    `insert into toewijzing_teller as t (gemeente, laatste)
     values ($1, coalesce((select max(toewijzing_nummer) from toewijzing where gemeente = $1), 0) + $2)
     on conflict (gemeente) do update
       set laatste = greatest(t.laatste, coalesce((select max(toewijzing_nummer) from toewijzing where gemeente = $1), 0)) + $2
     returning laatste`, [gemeente, aantal]);
  const laatste = rows[0]?.laatste ?? 0;
  if (laatste > MAX_NUMMER) throw new NummersOp('De toewijzingnummers van negen cijfers zijn op.');
  return Array.from({ length: aantal }, (_, i) => laatste - aantal + 1 + i);
}

const MAX_NUMMER = 999_999_999;

/** No ToewijzingNummer is left. */
export class NummersOp extends Error {
  override readonly name = 'NummersOp';
}
