/** Looks entries of the audit trail up. What was done within the last seconds is not chained yet and not found yet. */
import type { Bevraagbaar } from '../database.js';
import type { Ketenregel } from './keten.js';

export interface Auditvraag {
  readonly persoon?: number | undefined;
  readonly object?: string | undefined;
  /** Instants; `vanaf` inclusive, `tot` exclusive. */
  readonly vanaf?: Date | undefined;
  readonly tot?: Date | undefined;
}

/** Entries in order of number, after `na`. A message about a person counts as data of that person by its allocations, starts, stops and claims. */
export async function zoekAudit(db: Bevraagbaar, { persoon, object, vanaf, tot }: Auditvraag, limiet: number, na: number): Promise<Ketenregel[]> {
  const { rows } = await db.query<Ketenregel & { hash: Buffer }>(
    `with van_persoon as (
       select 'berichten ' || b.bericht_id as object from (
         select v.bericht_id from toewijzing_versie v join toewijzing t using (gemeente, toewijzing_nummer) where t.persoon = $1
         union select bericht_id from start_product where persoon = $1 union select verwijderd_door from start_product where persoon = $1
         union select bericht_id from stop_product where persoon = $1 union select verwijderd_door from stop_product where persoon = $1
         union select bericht_id from verzoek where persoon = $1 union select bericht_id from prestatie where persoon = $1) as b
       where $1::bigint is not null and b.bericht_id is not null)
     select nr, op, client, namens, handeling, object, betrokkenen, reden, resultaat from audit
     where nr > $2 and ($1::bigint is null or betrokkenen @> array[$1::bigint] or object in (select v.object from van_persoon v))
       and ($3::text is null or object = $3) and ($4::timestamptz is null or op >= $4) and ($5::timestamptz is null or op < $5)
     order by nr limit $6`,
    [persoon ?? null, na, object ?? null, vanaf ?? null, tot ?? null, limiet]);
  return rows;
}
