/** Writes allocations: the current version and the history. */
import { datumNaarSql } from '../platform/database.js';
import type { Berichten } from '../standaard/berichten/gegenereerd/index.js';
import type { Plaats } from './bijwerken.js';
import { RegisterGewijzigd } from './gewijzigd.js';
import { persoonVan } from './personen.js';

/** Rows travel as one JSON parameter: any number of them in one statement, every value still a parameter. */
const TOEWIJZING_RIJ = `toewijzing_nummer int, categorie text, code text, ingangsdatum date, toewijzingsdatum date, toewijzingstijd text,
  einddatum date, reden_wijziging text, volume int, eenheid text, frequentie text, budget int, referentie_aanbieder text`;

/**
 * Writes the allocations of a WMO301. The version with the latest Toewijzingsdatum and Toewijzingstijd is the current one; on a tie the one
 * received last (IV013). @throws RegisterGewijzigd when a number turns out to stand for another allocation (TR332)
 */
export async function toewijzen({ db, berichtId, gemeente, aanbieder, personen }: Plaats, { Client }: Berichten['WMO301']): Promise<void> {
  const rijen = Client.ToegewezenProducten.map((p) => ({
    toewijzing_nummer: p.ToewijzingNummer, categorie: p.Product?.Categorie, code: p.Product?.Code,
    ingangsdatum: datumNaarSql(p.Ingangsdatum), toewijzingsdatum: datumNaarSql(p.Toewijzingsdatum), toewijzingstijd: p.Toewijzingstijd,
    einddatum: p.Einddatum === undefined ? undefined : datumNaarSql(p.Einddatum), reden_wijziging: p.RedenWijziging,
    volume: p.Omvang?.Volume, eenheid: p.Omvang?.Eenheid, frequentie: p.Omvang?.Frequentie, budget: p.Budget,
    referentie_aanbieder: p.ReferentieAanbieder,
  }));
  const json = JSON.stringify(rijen);
  // A row of another client, aanbieder, product or start is not touched and so not returned (TR332).
  const bijgewerkt = await db.query(
    `insert into toewijzing as t (gemeente, aanbieder, persoon, bericht_id, toewijzing_nummer, categorie, code, ingangsdatum,
       toewijzingsdatum, toewijzingstijd, einddatum, reden_wijziging, volume, eenheid, frequentie, budget, referentie_aanbieder)
     select $1, $2, $3, $4, r.* from json_to_recordset($5) as r (${TOEWIJZING_RIJ}) order by toewijzing_nummer
     on conflict (gemeente, toewijzing_nummer) do update set
       (toewijzingsdatum, toewijzingstijd, einddatum, reden_wijziging, volume, eenheid, frequentie, budget, referentie_aanbieder, bericht_id)
       = (select n.toewijzingsdatum, n.toewijzingstijd, n.einddatum, n.reden_wijziging, n.volume, n.eenheid, n.frequentie, n.budget,
            n.referentie_aanbieder, n.bericht_id
          from (select (case when (excluded.toewijzingsdatum, excluded.toewijzingstijd) >= (t.toewijzingsdatum, t.toewijzingstijd)
            then excluded else t end).*) as n)
     where t.aanbieder = excluded.aanbieder and t.persoon = excluded.persoon and t.ingangsdatum = excluded.ingangsdatum
       and t.categorie is not distinct from excluded.categorie and t.code is not distinct from excluded.code
     returning 1`,
    [gemeente, aanbieder, persoonVan(personen, Client.Bsn), berichtId, json]);
  if (bijgewerkt.rowCount !== rijen.length) throw new RegisterGewijzigd('toewijzing');
  await db.query(
    `insert into toewijzing_versie (gemeente, bericht_id, toewijzing_nummer, toewijzingsdatum, toewijzingstijd, einddatum, reden_wijziging,
       volume, eenheid, frequentie, budget, referentie_aanbieder)
     select $1, $2, r.toewijzing_nummer, r.toewijzingsdatum, r.toewijzingstijd, r.einddatum, r.reden_wijziging, r.volume, r.eenheid,
       r.frequentie, r.budget, r.referentie_aanbieder from json_to_recordset($3) as r (${TOEWIJZING_RIJ})`,
    [gemeente, berichtId, json]);
}

