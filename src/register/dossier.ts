/** Loads the dossier of a message: a fixed number of set-based queries, whatever the size of the message. */
import type { Bevraagbaar } from '../platform/database.js';
import { paarVan, type Heenbericht } from '../standaard/berichten/berichtsoorten.js';
import type { Berichten } from '../standaard/berichten/gegenereerd/index.js';
import { LEEG_DOSSIER, type Dossier, type Start, type Stop, type Toewijzing } from '../standaard/regels/dossier.js';

/** What a message refers to in the register. */
interface Verwijzingen {
  readonly bsn: string | undefined;
  readonly toewijzingNummers: readonly number[];
  readonly leveringen: boolean;
}

const zonderLeeg = (nummers: readonly (number | undefined)[]): number[] => [...new Set(nummers.filter((n) => n !== undefined))];

function verwijzingenVan<B extends Heenbericht>(soort: B, bericht: Berichten[B]): Verwijzingen {
  const b = bericht as unknown;
  switch (soort) {
    case 'WMO301': {
      const { Client } = b as Berichten['WMO301'];
      return { bsn: Client.Bsn, toewijzingNummers: Client.ToegewezenProducten.map((p) => p.ToewijzingNummer), leveringen: false };
    }
    case 'WMO305': {
      const { Client } = b as Berichten['WMO305'];
      return { bsn: Client.Bsn, toewijzingNummers: zonderLeeg(Client.StartProducten.map((p) => p.ToewijzingNummer)), leveringen: true };
    }
    case 'WMO307': {
      const { Client } = b as Berichten['WMO307'];
      return { bsn: Client.Bsn, toewijzingNummers: zonderLeeg(Client.StopProducten.map((p) => p.ToewijzingNummer)), leveringen: true };
    }
    default:
      return { bsn: undefined, toewijzingNummers: [], leveringen: false };
  }
}

type Rij = Record<string, unknown>;
const optioneel = <T>(waarde: unknown): T | undefined => (waarde === null ? undefined : waarde as T);

function alsToewijzing(rij: Rij): Toewijzing {
  return {
    nummer: rij['toewijzing_nummer'] as number, aanbieder: rij['aanbieder'] as string, bsn: rij['bsn'] as string,
    categorie: optioneel(rij['categorie']), code: optioneel(rij['code']),
    toewijzingsdatum: rij['toewijzingsdatum'] as string, toewijzingstijd: rij['toewijzingstijd'] as string,
    ingangsdatum: rij['ingangsdatum'] as string, einddatum: optioneel(rij['einddatum']),
    redenWijziging: optioneel(rij['reden_wijziging']), volume: optioneel(rij['volume']), eenheid: optioneel(rij['eenheid']),
    frequentie: optioneel(rij['frequentie']), budget: optioneel(rij['budget']),
    referentieAanbieder: optioneel(rij['referentie_aanbieder']),
  };
}

function alsStart(rij: Rij): Start {
  return {
    toewijzingNummer: optioneel(rij['toewijzing_nummer']), categorie: optioneel(rij['categorie']), code: optioneel(rij['code']),
    begindatum: rij['begindatum'] as string,
  };
}

function alsStop(rij: Rij): Stop {
  return { ...alsStart(rij), redenBeeindiging: rij['reden_beeindiging'] as string, einddatum: rij['einddatum'] as string };
}

/** Loads what the rules of level 3 and 4 need to know about this message. Call inside the transaction that holds the pair. */
export async function laadDossier<B extends Heenbericht>(db: Bevraagbaar, soort: B, bericht: Berichten[B]): Promise<Dossier> {
  const { Afzender, Ontvanger, BerichtIdentificatie } = bericht.Header;
  const { gemeente, aanbieder } = paarVan(soort, Afzender, Ontvanger);
  const { bsn, toewijzingNummers, leveringen } = verwijzingenVan(soort, bericht);
  const gebruikt = await db.query(
    `select 1 from identificatie
     where gemeente = $1 and afzender = $2 and ontvanger = $3 and berichtsoort = $4 and identificatie = $5`,
    [gemeente, Afzender, Ontvanger, soort, BerichtIdentificatie.Identificatie]);
  const toewijzingen = toewijzingNummers.length === 0 ? [] : (await db.query<Rij>(
    'select * from toewijzing where gemeente = $1 and toewijzing_nummer = any ($2::int[])', [gemeente, toewijzingNummers])).rows;
  const pakLeveringen = async (tabel: 'start_product' | 'stop_product'): Promise<Rij[]> => (leveringen ? (await db.query<Rij>(
    `select * from ${tabel} where gemeente = $1 and aanbieder = $2 and bsn = $3 and verwijderd_door is null`,
    [gemeente, aanbieder, bsn])).rows : []);
  return {
    ...LEEG_DOSSIER,
    identificatieGebruikt: gebruikt.rowCount !== 0,
    toewijzingen: new Map(toewijzingen.map((rij) => [rij['toewijzing_nummer'] as number, alsToewijzing(rij)])),
    starts: (await pakLeveringen('start_product')).map(alsStart),
    stops: (await pakLeveringen('stop_product')).map(alsStop),
  };
}
