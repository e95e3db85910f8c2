/** Writes requests and their answers. A request is pending until a WMO319 rejects it or a WMO301 carries its reference. */
import type { Berichten } from '../standaard/berichten/gegenereerd/index.js';
import type { Plaats } from './bijwerken.js';
import { RegisterGewijzigd } from './gewijzigd.js';

async function neemOp(
  { db, berichtId, gemeente, aanbieder }: Plaats, berichtsoort: 'WMO315' | 'WMO317', bsn: string, referenties: readonly string[],
): Promise<void> {
  const { rowCount } = await db.query(
    `insert into verzoek (gemeente, aanbieder, bsn, berichtsoort, bericht_id, referentie_aanbieder, volgorde)
     select $1, $2, $3, $4, $5, r.referentie, r.volgorde from unnest($6::text[]) with ordinality as r (referentie, volgorde)
     on conflict do nothing`, [gemeente, aanbieder, bsn, berichtsoort, berichtId, referenties]);
  if (rowCount !== referenties.length) throw new RegisterGewijzigd('verzoek');
}

/** Every AangevraagdProduct of a WMO315 is a request of its own. */
export async function verzoekProducten(plaats: Plaats, { Client }: Berichten['WMO315']): Promise<void> {
  await neemOp(plaats, 'WMO315', Client.Bsn, Client.AangevraagdeProducten.map((product) => product.ReferentieAanbieder));
}

/** A WMO317 is one request. */
export async function verzoekWijziging(plaats: Plaats, { Client }: Berichten['WMO317']): Promise<void> {
  await neemOp(plaats, 'WMO317', Client.Bsn, [Client.Verzoek.ReferentieAanbieder]);
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
