/** Looks allocations up with everything that hangs on them. A fixed number of queries, whatever is found. */
import type { Bevraagbaar } from '../platform/database.js';
import { zoekPersoon } from '../register/personen.js';
import { alsToewijzing, type Rij } from '../register/rijen.js';
import type { Toewijzing } from '../standaard/regels/dossier.js';
import { standVan, type Stand } from './stand.js';

export interface Zoekvraag {
  readonly gemeente: string;
  readonly bsn?: string;
  readonly aanbieder?: string;
  readonly toewijzingNummer?: number;
  /** All of the client who has the allocation with this number. */
  readonly clientVan?: number;
  /** Only allocations to one of these; absent: to any. */
  readonly aanbieders?: readonly string[] | undefined;
}

/** A page holds at most this many allocations. */
export const MAX_GEVONDEN = 200;

export interface Gevonden extends Stand {
  readonly toewijzing: Toewijzing;
  /** Number of the client in the register. */
  readonly persoon: number;
  readonly versies: readonly Rij[];
  readonly starts: readonly Rij[];
  readonly stops: readonly Rij[];
}

/** Only what is visible counts: a `clientVan` that nobody in `aanbieder` and `aanbieders` has, finds nothing. */
export async function zoekToewijzingen(db: Bevraagbaar, vraag: Zoekvraag): Promise<Gevonden[]> {
  const persoon = vraag.bsn === undefined ? undefined : await zoekPersoon(db, vraag.bsn);
  if (vraag.bsn !== undefined && persoon === undefined) return [];
  const { rows } = await db.query<Rij>(
    `select * from toewijzing where gemeente = $1 and ($2::bigint is null or persoon = $2) and ($3::text is null or aanbieder = $3)
       and ($4::int is null or toewijzing_nummer = $4) and ($5::text[] is null or aanbieder = any ($5))
       and ($6::int is null or persoon = (select een.persoon from toewijzing een where een.gemeente = $1 and een.toewijzing_nummer = $6
         and ($3::text is null or een.aanbieder = $3) and ($5::text[] is null or een.aanbieder = any ($5))))
     order by toewijzing_nummer limit ${MAX_GEVONDEN}`,
    [vraag.gemeente, persoon ?? null, vraag.aanbieder ?? null, vraag.toewijzingNummer ?? null, vraag.aanbieders ?? null,
      vraag.clientVan ?? null]);
  if (rows.length === 0) return [];
  const nummers = rows.map((rij) => rij['toewijzing_nummer'] as number);
  const bij = async (tekst: string): Promise<Map<number, Rij[]>> => {
    const gevonden = await db.query<Rij>(tekst, [vraag.gemeente, nummers]);
    const groepen = new Map<number, Rij[]>();
    for (const rij of gevonden.rows) {
      const nummer = rij['toewijzing_nummer'] as number;
      groepen.set(nummer, [...groepen.get(nummer) ?? [], rij]);
    }
    return groepen;
  };
  const versies = await bij('select * from toewijzing_versie where gemeente = $1 and toewijzing_nummer = any ($2::int[]) order by versie');
  const starts = await bij('select * from start_product where gemeente = $1 and toewijzing_nummer = any ($2::int[]) order by id');
  const stops = await bij('select * from stop_product where gemeente = $1 and toewijzing_nummer = any ($2::int[]) order by id');
  const sommen = await bij(
    `select toewijzing_nummer, eenheid, sum(volume)::int8 as volume, sum(bedrag)::int8 as bedrag, max(einddatum) as tot from prestatie
     where gemeente = $1 and toewijzing_nummer = any ($2::int[]) and goedgekeurd and debet_credit = 'D' and gecrediteerd_door is null group by 1, 2`);
  return rows.map((rij) => {
    const toewijzing = alsToewijzing(rij);
    return {
      toewijzing, persoon: rij['persoon'] as number, versies: versies.get(toewijzing.nummer) ?? [], starts: starts.get(toewijzing.nummer) ?? [],
      stops: stops.get(toewijzing.nummer) ?? [], ...standVan(toewijzing, sommen.get(toewijzing.nummer) ?? []),
    };
  });
}
