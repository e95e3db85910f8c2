/** Writes requests and their answers. A request is pending until a WMO319 rejects it or a WMO301 carries its reference. */
import { datumNaarSql } from '../platform/database.js';
import type { Berichten } from '../standaard/berichten/gegenereerd/index.js';
import type { Plaats } from './bijwerken.js';
import { RegisterGewijzigd } from './gewijzigd.js';
import { persoonVan } from './personen.js';

/** Every AangevraagdProduct of a WMO315 is a request of its own. */
export async function verzoekProducten({ db, berichtId, gemeente, aanbieder, personen }: Plaats, { Client }: Berichten['WMO315']): Promise<void> {
  const producten = Client.AangevraagdeProducten;
  const { rowCount } = await db.query(
    `insert into verzoek (gemeente, aanbieder, persoon, bericht_id, berichtsoort, referentie_aanbieder, ingangsdatums, volgorde)
     select $1, $2, $3, $4, 'WMO315', r.referentie, array[r.ingangsdatum], r.volgorde
     from unnest($5::text[], $6::date[]) with ordinality as r (referentie, ingangsdatum, volgorde) on conflict do nothing`,
    [gemeente, aanbieder, persoonVan(personen, Client.Bsn), berichtId, producten.map((product) => product.ReferentieAanbieder),
      producten.map((product) => datumNaarSql(product.ToewijzingIngangsdatum))]);
  if (rowCount !== producten.length) throw new RegisterGewijzigd('verzoek');
}

/** A WMO317 is one request. */
export async function verzoekWijziging({ db, berichtId, gemeente, aanbieder, personen }: Plaats, { Client }: Berichten['WMO317']): Promise<void> {
  const { ReferentieAanbieder, OngewijzigdeProducten = [], TeWijzigenProducten = [] } = Client.Verzoek;
  const nummers = [...OngewijzigdeProducten, ...TeWijzigenProducten].map((product) => product.ToewijzingNummer);
  const { rowCount } = await db.query(
    `insert into verzoek (gemeente, aanbieder, persoon, bericht_id, berichtsoort, referentie_aanbieder, volgorde, ingangsdatums)
     select $1, $2, $3, $4, 'WMO317', $5, 1,
       array(select distinct ingangsdatum from toewijzing where gemeente = $1 and toewijzing_nummer = any ($6::int[]))
     on conflict do nothing`, [gemeente, aanbieder, persoonVan(personen, Client.Bsn), berichtId, ReferentieAanbieder, nummers]);
  if (rowCount !== 1) throw new RegisterGewijzigd('verzoek');
}

/** A WMO319: rejected (1), or under investigation and so still pending (2). */
export async function beantwoorden({ db, berichtId, gemeente, aanbieder }: Plaats, { Antwoord }: Berichten['WMO319']): Promise<void> {
  await db.query(
    `with antwoord as (
       insert into verzoek_antwoord (gemeente, aanbieder, referentie_aanbieder, verzoek_antwoord, reden_afwijzing, bericht_id)
       values ($1, $2, $3, $4, $5, $6))
     update verzoek set status = case $4 when '1' then 'afgewezen' else 'in-onderzoek' end
     where gemeente = $1 and aanbieder = $2 and referentie_aanbieder = $3`,
    [gemeente, aanbieder, Antwoord.ReferentieAanbieder, Antwoord.VerzoekAntwoord, Antwoord.RedenAfwijzingVerzoek ?? null, berichtId]);
}

/** A WMO301 honours the requests whose reference its products carry. */
export async function honoreren({ db, gemeente, aanbieder }: Plaats, { Client }: Berichten['WMO301']): Promise<void> {
  const referenties = Client.ToegewezenProducten.flatMap((product) => product.ReferentieAanbieder ?? []);
  if (referenties.length === 0) return;
  await db.query(`update verzoek set status = 'toegewezen' where gemeente = $1 and aanbieder = $2 and referentie_aanbieder = any ($3)`,
    [gemeente, aanbieder, referenties]);
}
