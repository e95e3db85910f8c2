/** Looks allocations up with everything that hangs on them. A fixed number of queries, whatever is found. */
import { datumUitSql, type Bevraagbaar } from '../platform/database.js';
import { zoekPersoon } from '../register/personen.js';
import { alsToewijzing, type Rij } from '../register/rijen.js';
import type { Datum } from '../standaard/datum.js';
import type { Toewijzing } from '../standaard/regels/dossier.js';
import { totaalMaximum } from '../standaard/volume/maximum.js';
import { inVergelijkingseenheid } from '../standaard/volume/eenheden.js';
import type { Eenheid, Frequentie } from '../standaard/volume/omvang.js';

export interface Zoekvraag {
  readonly gemeente: string;
  readonly bsn?: string;
  readonly aanbieder?: string;
  readonly toewijzingNummer?: number;
  /** Only allocations to one of these; absent: to any. */
  readonly aanbieders?: readonly string[] | undefined;
}

/** A page holds at most this many allocations. */
export const MAX_GEVONDEN = 200;

export interface Gevonden {
  readonly toewijzing: Toewijzing;
  readonly versies: readonly Rij[];
  readonly starts: readonly Rij[];
  readonly stops: readonly Rij[];
  /** Approved and not credited: volume in the unit of the allocation (claims in minutes as parts of an hour), amount in cents. */
  readonly gedeclareerd: { readonly volume: number | undefined; readonly bedrag: number };
  /** What is left of the total volume or of the budget; undefined where the allocation has no total. */
  readonly resterend: { readonly volume: number } | { readonly bedrag: number } | undefined;
}

export async function zoekToewijzingen(db: Bevraagbaar, vraag: Zoekvraag): Promise<Gevonden[]> {
  const persoon = vraag.bsn === undefined ? undefined : await zoekPersoon(db, vraag.bsn);
  const { rows } = await db.query<Rij>(
    `select * from toewijzing where gemeente = $1 and ($6::boolean or persoon = $2) and ($3::text is null or aanbieder = $3)
       and ($4::int is null or toewijzing_nummer = $4) and ($5::text[] is null or aanbieder = any ($5))
     order by toewijzing_nummer limit ${MAX_GEVONDEN}`,
    [vraag.gemeente, persoon ?? null, vraag.aanbieder ?? null, vraag.toewijzingNummer ?? null, vraag.aanbieders ?? null,
      vraag.bsn === undefined]);
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
      toewijzing, versies: versies.get(toewijzing.nummer) ?? [], starts: starts.get(toewijzing.nummer) ?? [],
      stops: stops.get(toewijzing.nummer) ?? [], ...stand(toewijzing, sommen.get(toewijzing.nummer) ?? []),
    };
  });
}

function stand(t: Toewijzing, sommen: readonly Rij[]): Pick<Gevonden, 'gedeclareerd' | 'resterend'> {
  const bedrag = sommen.reduce((som, rij) => som + (rij['bedrag'] as number), 0);
  if (t.volume === undefined || t.eenheid === undefined || t.frequentie === undefined) {
    return { gedeclareerd: { volume: undefined, bedrag }, resterend: t.budget === undefined ? undefined : { bedrag: t.budget - bedrag } };
  }
  const eenheid = t.eenheid as Eenheid;
  const volume = sommen.reduce((som, rij) =>
    som + (inVergelijkingseenheid(rij['volume'] as number, rij['eenheid'] as Eenheid, eenheid) ?? 0), 0);
  const totEnMet = sommen.map((rij) => datumUitSql(rij['tot'] as string)).sort().at(-1);
  const maximum = totaalMaximum({
    volume: t.volume, eenheid, frequentie: t.frequentie as Frequentie, ingangsdatum: t.ingangsdatum, einddatum: t.einddatum as Datum,
    categorie: t.categorie,
  } as Parameters<typeof totaalMaximum>[0], totEnMet);
  // Compared in minutes for an allocation in hours; shown in hours again.
  const perEenheid = inVergelijkingseenheid(1, eenheid, eenheid) ?? 1;
  const tonen = (vergeleken: number): number => Math.round((vergeleken / perEenheid) * 100) / 100;
  return {
    gedeclareerd: { volume: tonen(volume), bedrag },
    resterend: maximum === undefined ? undefined : { volume: tonen(maximum * perEenheid - volume) },
  };
}
