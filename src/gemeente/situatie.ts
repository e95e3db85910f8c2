/** What a client has at all aanbieders of the gemeente, for policy to weigh. One query. */
import type { Bevraagbaar } from '../platform/database.js';
import { alsToewijzing, type Rij } from '../register/rijen.js';
import type { Clienttoewijzing, Situatie } from '../regio/besluit.js';

export async function laadSituatie(db: Bevraagbaar, gemeente: string, bsn: string, vandaag: string): Promise<Situatie> {
  const { rows } = await db.query<Rij>(
    `select t.*,
       exists (select 1 from start_product s where s.gemeente = t.gemeente and s.aanbieder = t.aanbieder and s.bsn = t.bsn
         and s.toewijzing_nummer = t.toewijzing_nummer and s.verwijderd_door is null) as gestart,
       (select max(p.einddatum) from stop_product p where p.gemeente = t.gemeente and p.aanbieder = t.aanbieder and p.bsn = t.bsn
         and p.toewijzing_nummer = t.toewijzing_nummer and p.verwijderd_door is null
         and not exists (select 1 from start_product s where s.gemeente = t.gemeente and s.aanbieder = t.aanbieder and s.bsn = t.bsn
           and s.toewijzing_nummer = t.toewijzing_nummer and s.verwijderd_door is null and s.begindatum > p.begindatum)) as stopdatum,
       (select max(d.einddatum) from prestatie d where d.gemeente = t.gemeente and d.toewijzing_nummer = t.toewijzing_nummer
         and d.goedgekeurd and d.debet_credit = 'D' and d.gecrediteerd_door is null) as gedeclareerd_tot
     from toewijzing t where t.gemeente = $1 and t.bsn = $2`, [gemeente, bsn]);
  return {
    vandaag,
    toewijzingen: rows.map((rij): Clienttoewijzing => ({
      toewijzing: alsToewijzing(rij), gestart: rij['gestart'] as boolean, gestopt: rij['stopdatum'] !== null,
      ...(rij['stopdatum'] === null ? {} : { stopdatum: rij['stopdatum'] as string }),
      ...(rij['gedeclareerd_tot'] === null ? {} : { gedeclareerdTotEnMet: rij['gedeclareerd_tot'] as string }),
    })),
  };
}
