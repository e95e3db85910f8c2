/** Writes starts and stops. A removal marks the delivery it takes out; a first delivery is a row of its own. */
import { datumNaarSql } from '../platform/database.js';
import type { Berichten } from '../standaard/berichten/gegenereerd/index.js';
import { alsStart, alsStop } from '../standaard/regels/leveringen.js';
import type { Plaats } from './bijwerken.js';
import { RegisterGewijzigd } from './gewijzigd.js';
import { persoonVan } from './personen.js';

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
  { db, berichtId, gemeente, aanbieder }: Plaats, tabel: Leveringstabel, persoon: number, rijen: readonly Leveringsrij[],
): Promise<void> {
  const sleutel = [gemeente, aanbieder, persoon];
  // Days that the register cannot tell apart (alsInRegister) can name one delivery twice.
  const weg = [...new Map(rijen.filter(({ status }) => status === '3').map((rij) => [JSON.stringify(rij), rij])).values()];
  const nieuw = rijen.filter(({ status }) => status === '1');
  if (weg.length > 0) {
    const gelijk = tabel.velden.split(', ').map((veld) => `d.${veld} is not distinct from r.${veld}`).join(' and ');
    const { rowCount } = await db.query(
      `update ${tabel.naam} d set verwijderd_door = $4 from json_to_recordset($5) as r (${tabel.rij})
       where d.gemeente = $1 and d.aanbieder = $2 and d.persoon = $3 and d.verwijderd_door is null and ${gelijk}`,
      [...sleutel, berichtId, JSON.stringify(weg)]);
    if (rowCount !== weg.length) throw new RegisterGewijzigd(tabel.naam);
  }
  if (nieuw.length > 0) {
    const { rowCount } = await db.query(
      `insert into ${tabel.naam} (gemeente, aanbieder, persoon, bericht_id, ${tabel.velden})
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

/** Applies the removals of a WMO305, then its first deliveries. */
export async function starten(plaats: Plaats, { Client }: Berichten['WMO305']): Promise<void> {
  await verwerkLeveringen(plaats, STARTS, persoonVan(plaats.personen, Client.Bsn), Client.StartProducten.map(startrij));
}

/** Applies the removals of a WMO307, then its first deliveries. */
export async function stoppen(plaats: Plaats, { Client }: Berichten['WMO307']): Promise<void> {
  const rijen = Client.StopProducten.map((product) => {
    const stop = alsStop(product);
    return { ...startrij(product), reden_beeindiging: stop.redenBeeindiging, einddatum: datumNaarSql(stop.einddatum) };
  });
  await verwerkLeveringen(plaats, STOPS, persoonVan(plaats.personen, Client.Bsn), rijen);
}
