/**
 * Writes what a message changes into the register, once it is known not to be rejected. Set-based: as many statements for a thousand
 * products as for one. Constraints decide; a write that finds the register changed under it throws RegisterGewijzigd.
 */
import { datumNaarSql, type Bevraagbaar } from '../platform/database.js';
import { paarVan, type Heenbericht } from '../standaard/berichten/berichtsoorten.js';
import type { Berichten } from '../standaard/berichten/gegenereerd/index.js';
import { alsStart, alsStop } from '../standaard/regels/leveringen.js';

/**
 * The register was changed by another pair between reading and writing (possible only for ToewijzingNummer, which is unique in the
 * whole gemeente). The assessment must be done again.
 */
export class RegisterGewijzigd extends Error {
  override readonly name = 'RegisterGewijzigd';
}

/** Applies an approved message to the register. @throws RegisterGewijzigd when the assessment has to be repeated */
export async function werkRegisterBij<B extends Heenbericht>(
  db: Bevraagbaar, berichtId: string, soort: B, bericht: Berichten[B],
): Promise<void> {
  const { Afzender, Ontvanger, BerichtIdentificatie } = bericht.Header;
  const { gemeente, aanbieder } = paarVan(soort, Afzender, Ontvanger);
  const identificatie = await db.query(
    `insert into identificatie (gemeente, afzender, ontvanger, berichtsoort, identificatie, bericht_id)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [gemeente, Afzender, Ontvanger, soort, BerichtIdentificatie.Identificatie, berichtId]);
  if (identificatie.rowCount === 0) throw new RegisterGewijzigd('Identificatie');
  const b = bericht as unknown;
  switch (soort) {
    case 'WMO301': await toewijzen(db, berichtId, gemeente, b as Berichten['WMO301']); break;
    case 'WMO305': await starten(db, berichtId, gemeente, aanbieder, b as Berichten['WMO305']); break;
    case 'WMO307': await stoppen(db, berichtId, gemeente, aanbieder, b as Berichten['WMO307']); break;
    default: break;
  }
}

/** Rows travel as one JSON parameter: any number of them in one statement, every value still a parameter. */
const TOEWIJZING_RIJ = `toewijzing_nummer int, categorie text, code text, ingangsdatum date, toewijzingsdatum date, toewijzingstijd text,
  einddatum date, reden_wijziging text, volume int, eenheid text, frequentie text, budget int, referentie_aanbieder text`;

async function toewijzen(db: Bevraagbaar, berichtId: string, gemeente: string, { Header, Client }: Berichten['WMO301']): Promise<void> {
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
    `insert into toewijzing as t (gemeente, aanbieder, bsn, bericht_id, toewijzing_nummer, categorie, code, ingangsdatum,
       toewijzingsdatum, toewijzingstijd, einddatum, reden_wijziging, volume, eenheid, frequentie, budget, referentie_aanbieder)
     select $1, $2, $3, $4, r.* from json_to_recordset($5) as r (${TOEWIJZING_RIJ}) order by toewijzing_nummer
     on conflict (gemeente, toewijzing_nummer) do update set
       (toewijzingsdatum, toewijzingstijd, einddatum, reden_wijziging, volume, eenheid, frequentie, budget, referentie_aanbieder, bericht_id)
       = (select n.toewijzingsdatum, n.toewijzingstijd, n.einddatum, n.reden_wijziging, n.volume, n.eenheid, n.frequentie, n.budget,
            n.referentie_aanbieder, n.bericht_id
          from (select (case when (excluded.toewijzingsdatum, excluded.toewijzingstijd) >= (t.toewijzingsdatum, t.toewijzingstijd)
            then excluded else t end).*) as n)
     where t.aanbieder = excluded.aanbieder and t.bsn = excluded.bsn and t.ingangsdatum = excluded.ingangsdatum
       and t.categorie is not distinct from excluded.categorie and t.code is not distinct from excluded.code
     returning 1`,
    [gemeente, Header.Ontvanger, Client.Bsn, berichtId, json]);
  if (bijgewerkt.rowCount !== rijen.length) throw new RegisterGewijzigd('ToewijzingNummer');
  await db.query(
    `insert into toewijzing_versie (gemeente, bericht_id, toewijzing_nummer, toewijzingsdatum, toewijzingstijd, einddatum, reden_wijziging,
       volume, eenheid, frequentie, budget, referentie_aanbieder)
     select $1, $2, r.toewijzing_nummer, r.toewijzingsdatum, r.toewijzingstijd, r.einddatum, r.reden_wijziging, r.volume, r.eenheid,
       r.frequentie, r.budget, r.referentie_aanbieder from json_to_recordset($3) as r (${TOEWIJZING_RIJ})`,
    [gemeente, berichtId, json]);
}

interface Leveringstabel { readonly naam: 'start_product' | 'stop_product'; readonly velden: string; readonly rij: string }
const STARTS: Leveringstabel = {
  naam: 'start_product', velden: 'toewijzing_nummer, categorie, code, begindatum',
  rij: 'toewijzing_nummer int, categorie text, code text, begindatum date',
};
const STOPS: Leveringstabel = {
  naam: 'stop_product', velden: `${STARTS.velden}, reden_beeindiging, einddatum`,
  rij: `${STARTS.rij}, reden_beeindiging text, einddatum date`,
};

interface Leveringsrij { readonly status: string; readonly [veld: string]: string | number | undefined }

async function verwerkLeveringen(
  db: Bevraagbaar, tabel: Leveringstabel, berichtId: string, sleutel: readonly [string, string, string], rijen: readonly Leveringsrij[],
): Promise<void> {
  const weg = rijen.filter(({ status }) => status === '3');
  const nieuw = rijen.filter(({ status }) => status === '1');
  if (weg.length > 0) {
    const gelijk = tabel.velden.split(', ').map((veld) => `d.${veld} is not distinct from r.${veld}`).join(' and ');
    const { rowCount } = await db.query(
      `update ${tabel.naam} d set verwijderd_door = $4 from json_to_recordset($5) as r (${tabel.rij})
       where d.gemeente = $1 and d.aanbieder = $2 and d.bsn = $3 and d.verwijderd_door is null and ${gelijk}`,
      [...sleutel, berichtId, JSON.stringify(weg)]);
    if (rowCount !== weg.length) throw new RegisterGewijzigd(tabel.naam);
  }
  if (nieuw.length > 0) {
    const { rowCount } = await db.query(
      `insert into ${tabel.naam} (gemeente, aanbieder, bsn, bericht_id, ${tabel.velden})
       select $1, $2, $3, $4, ${tabel.velden} from json_to_recordset($5) as r (${tabel.rij}) on conflict do nothing`,
      [...sleutel, berichtId, JSON.stringify(nieuw)]);
    if (rowCount !== nieuw.length) throw new RegisterGewijzigd(tabel.naam);
  }
}

function startrij(product: Parameters<typeof alsStart>[0]): Leveringsrij {
  const start = alsStart(product);
  return {
    status: product.StatusAanlevering, toewijzing_nummer: start.toewijzingNummer, categorie: start.categorie, code: start.code,
    begindatum: datumNaarSql(start.begindatum),
  };
}

async function starten(
  db: Bevraagbaar, berichtId: string, gemeente: string, aanbieder: string, { Client }: Berichten['WMO305'],
): Promise<void> {
  await verwerkLeveringen(db, STARTS, berichtId, [gemeente, aanbieder, Client.Bsn], Client.StartProducten.map(startrij));
}

async function stoppen(
  db: Bevraagbaar, berichtId: string, gemeente: string, aanbieder: string, { Client }: Berichten['WMO307'],
): Promise<void> {
  const rijen = Client.StopProducten.map((product) => {
    const stop = alsStop(product);
    return { ...startrij(product), reden_beeindiging: stop.redenBeeindiging, einddatum: datumNaarSql(stop.einddatum) };
  });
  await verwerkLeveringen(db, STOPS, berichtId, [gemeente, aanbieder, Client.Bsn], rijen);
}
