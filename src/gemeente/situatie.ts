/** What a client has at all aanbieders of the gemeente, for policy to weigh. Two queries. */
import type { Bevraagbaar } from '../platform/database.js';
import { zoekPersoon } from '../register/personen.js';
import { alsToewijzing, type Rij } from '../register/rijen.js';
import type { Clienttoewijzing, Situatie } from '../regio/besluit.js';

export async function laadSituatie(db: Bevraagbaar, gemeente: string, bsn: string, vandaag: string): Promise<Situatie> {
  const { rows } = await db.query<Rij>(
    `select t.*,
       exists (select 1 from start_product s where s.gemeente = t.gemeente and s.aanbieder = t.aanbieder and s.persoon = t.persoon
         and s.toewijzing_nummer = t.toewijzing_nummer and s.verwijderd_door is null) as gestart,
       (select max(p.einddatum) from stop_product p where p.gemeente = t.gemeente and p.aanbieder = t.aanbieder and p.persoon = t.persoon
         and p.toewijzing_nummer = t.toewijzing_nummer and p.verwijderd_door is null
         and not exists (select 1 from start_product s where s.gemeente = t.gemeente and s.aanbieder = t.aanbieder and s.persoon = t.persoon
           and s.toewijzing_nummer = t.toewijzing_nummer and s.verwijderd_door is null and s.begindatum > p.begindatum)) as stopdatum,
       (select max(d.einddatum) from prestatie d where d.gemeente = t.gemeente and d.toewijzing_nummer = t.toewijzing_nummer
         and d.goedgekeurd and d.debet_credit = 'D' and d.gecrediteerd_door is null) as gedeclareerd_tot
     from toewijzing t where t.gemeente = $1 and t.persoon = $2`, [gemeente, await zoekPersoon(db, bsn)]);
  return {
    vandaag,
    toewijzingen: rows.map((rij): Clienttoewijzing => ({
      toewijzing: alsToewijzing(rij, bsn), gestart: rij['gestart'] as boolean, gestopt: rij['stopdatum'] !== null,
      ...(rij['stopdatum'] === null ? {} : { stopdatum: rij['stopdatum'] as string }),
      ...(rij['gedeclareerd_tot'] === null ? {} : { gedeclareerdTotEnMet: rij['gedeclareerd_tot'] as string }),
    })),
  };
}

/** Advisory lock family (seed of the hash) of a client, beside those of a pair. */
const SLOT_CLIENT = 3;

/**
 * As `laadSituatie`, and holds the client until the transaction ends: of two that want to allocate to one client at once, at any aanbieder,
 * the second sees what the first made.
 */
export async function neemSituatie(db: Bevraagbaar, gemeente: string, bsn: string, vandaag: string): Promise<Situatie> {
  await db.query('select pg_advisory_xact_lock(hashtextextended($2, $1))', [SLOT_CLIENT, `${gemeente}|${bsn}`]);
  return laadSituatie(db, gemeente, bsn, vandaag);
}
