/**
 * From when until when a client owes a contribution, for the signal to the CAK: the first day by the start messages, the last day by the
 * definitive stop messages of an allocation. Two queries a page.
 */
import type { Bevraagbaar } from '../platform/database.js';
import { bsnsVan } from '../register/personen.js';
import { alsStart, alsStop, type Rij } from '../register/rijen.js';
import { na as later, vergelijk, type Datum } from '../standaard/datum.js';
import type { Start, Stop } from '../standaard/regels/dossier.js';

/** Reason for stopping: for the time being (WMO588). */
const TIJDELIJK = '20';

/** A stretch of delivery between a start and a definitive stop. Both days included; without a stop it goes on. */
export interface Bijdrageperiode {
  readonly startdatum: Datum;
  readonly stopdatum: Datum | undefined;
  readonly redenBeeindiging: string | undefined;
}

/** A stop for the time being. The contribution is not stopped by it. */
export interface TijdelijkeStop {
  readonly stopdatum: Datum;
  /** First day of the next start; absent while there is none. */
  readonly hervatOp: Datum | undefined;
}

export interface Leveringsstand {
  readonly perioden: readonly Bijdrageperiode[];
  readonly tijdelijkeStops: readonly TijdelijkeStop[];
}

/**
 * What starts and stops of one allocation come down to. A stop belongs to the start with the same Begindatum. After a stop for the time being
 * a new start goes on with the same period; after a definitive one it begins another.
 * @param starts active ones, in any order
 * @param stops active ones, in any order
 */
export function leveringsstand(starts: readonly Start[], stops: readonly Stop[]): Leveringsstand {
  const begindatums = [...new Set(starts.map(({ begindatum }) => begindatum))].sort(vergelijk);
  const opVolgorde = [...stops].sort((a, b) => vergelijk(a.einddatum, b.einddatum));
  const perioden: Bijdrageperiode[] = [];
  let startdatum: Datum | undefined;
  for (const begindatum of begindatums) {
    startdatum ??= begindatum;
    const definitief = opVolgorde.filter((stop) => stop.begindatum === begindatum && stop.redenBeeindiging !== TIJDELIJK).at(-1);
    if (definitief === undefined) continue;
    perioden.push({ startdatum, stopdatum: definitief.einddatum, redenBeeindiging: definitief.redenBeeindiging });
    startdatum = undefined;
  }
  if (startdatum !== undefined) perioden.push({ startdatum, stopdatum: undefined, redenBeeindiging: undefined });
  return {
    perioden,
    tijdelijkeStops: opVolgorde.filter(({ redenBeeindiging }) => redenBeeindiging === TIJDELIJK).map(({ einddatum }) => (
      { stopdatum: einddatum, hervatOp: begindatums.find((begindatum) => later(begindatum, einddatum)) })),
  };
}

/** Where a page ended: receipt of the message (microseconds since 1970), its number, and the delivery in it. */
export interface Bijdrageplaats {
  readonly op: string;
  readonly volgnummer: number;
  readonly levering: string;
}

/** An allocation of which a start or stop changed, as it is now. */
export interface Bijdrage extends Leveringsstand {
  /** Absent only when a delivery belongs to no allocation that the register knows. */
  readonly toewijzingNummer: number | undefined;
  readonly aanbieder: string;
  readonly bsn: string;
  readonly product: { readonly categorie: string; readonly code: string | undefined } | undefined;
  /** When the last message that changed it was received. */
  readonly gewijzigdOp: Date;
}

/**
 * The allocation that a row `d` of deliveries belongs to: the one it names, else the one of its product that runs on its Begindatum. Without
 * either it goes by its product.
 */
const NUMMER = `coalesce(d.toewijzing_nummer, (select min(w.toewijzing_nummer) from toewijzing w
  where w.gemeente = d.gemeente and w.aanbieder = d.aanbieder and w.persoon = d.persoon and w.categorie is not distinct from d.categorie
    and w.code is not distinct from d.code and d.begindatum between w.ingangsdatum and coalesce(w.einddatum, 'infinity')))`;
const LEVERING = `coalesce(lpad((${NUMMER})::text, 9, '0'), '-' || coalesce(d.categorie, '') || '-' || coalesce(d.code, ''))`;

/** Deliveries that a message made or took back, under the condition on its id. */
function geraakt(tabel: 'start_product' | 'stop_product', door: 'bericht_id' | 'verwijderd_door'): string {
  return `select gemeente, aanbieder, persoon, toewijzing_nummer, categorie, code, begindatum from ${tabel} where ${door} = b.id`;
}

/** All deliveries of the client of `g` at that aanbieder, taken back or not. */
function vanClient(tabel: 'start_product' | 'stop_product'): string {
  return `select gemeente, aanbieder, persoon, toewijzing_nummer, categorie, code, begindatum, bericht_id, verwijderd_door from ${tabel}
    where gemeente = b.gemeente and aanbieder = g.aanbieder and persoon = g.persoon`;
}

interface Geraakt {
  aanbieder: string; persoon: number; levering: string; nummer: number | null; categorie: string | null; code: string | null; ontvangen_op: Date;
  micros: string; volgnummer: number;
}

/**
 * A page of allocations of which a WMO305 or WMO307 received on or after an instant changed a start or stop, in the order in which they last
 * changed. Each is in the list once, with the state of now; one that changes while the list is read comes back at its end.
 * @param na where the page before ended
 */
export async function lijstBijdragen(
  db: Bevraagbaar, gemeente: string, vanaf: Date | undefined, limiet: number, na?: Bijdrageplaats,
): Promise<{ readonly items: readonly Bijdrage[]; readonly volgende: Bijdrageplaats | undefined }> {
  const moment = `timestamptz 'epoch' + $4::bigint * interval '1 microsecond'`;
  const { rows } = await db.query<Geraakt>(
    `select g.aanbieder, g.persoon, g.levering, g.nummer, case when w.gemeente is null then g.categorie else w.categorie end as categorie,
       case when w.gemeente is null then g.code else w.code end as code, b.ontvangen_op, b.volgnummer,
       (extract(epoch from b.ontvangen_op) * 1000000)::bigint::text as micros
     from bericht b cross join lateral (
       select distinct on (levering) aanbieder, persoon, categorie, code, ${LEVERING} as levering, ${NUMMER} as nummer
       from (${geraakt('start_product', 'bericht_id')} union all ${geraakt('start_product', 'verwijderd_door')}
         union all ${geraakt('stop_product', 'bericht_id')} union all ${geraakt('stop_product', 'verwijderd_door')}) as d) as g
       left join toewijzing w on w.gemeente = b.gemeente and w.toewijzing_nummer = g.nummer
     where b.gemeente = $1 and b.berichtsoort in ('WMO305', 'WMO307') and b.ontvangen_op >= $2
       ${na === undefined ? '' : `and (b.ontvangen_op, b.volgnummer) >= (${moment}, $5::bigint)
         and (b.ontvangen_op, b.volgnummer, g.levering) > (${moment}, $5::bigint, $6)`}
       and not exists (
         select from (${vanClient('start_product')} union all ${vanClient('stop_product')}) as d
           join bericht l on l.id = d.bericht_id or l.id = d.verwijderd_door
         where ${LEVERING} = g.levering and (l.ontvangen_op, l.volgnummer) > (b.ontvangen_op, b.volgnummer))
     order by b.ontvangen_op, b.volgnummer, g.levering limit $3`,
    [gemeente, vanaf ?? '-infinity', limiet + 1, ...(na === undefined ? [] : [na.op, na.volgnummer, na.levering])]);
  const pagina = rows.slice(0, limiet);
  const laatste = pagina.at(-1);
  return {
    items: await vulAan(db, gemeente, pagina),
    volgende: rows.length > limiet && laatste !== undefined
      ? { op: laatste.micros, volgnummer: laatste.volgnummer, levering: laatste.levering } : undefined,
  };
}

/** Adds the starts and stops that hold now. */
async function vulAan(db: Bevraagbaar, gemeente: string, pagina: readonly Geraakt[]): Promise<Bijdrage[]> {
  if (pagina.length === 0) return [];
  const actief = (tabel: 'start_product' | 'stop_product', stop: string): string =>
    `select d.gemeente, d.aanbieder, d.persoon, d.toewijzing_nummer, d.categorie, d.code, d.begindatum, ${stop}
     from clienten c join ${tabel} d on d.gemeente = $1 and d.aanbieder = c.aanbieder and d.persoon = c.persoon and d.verwijderd_door is null`;
  const { rows } = await db.query<Rij>(
    `with clienten as (select distinct * from unnest($2::text[], $3::bigint[]) as c (aanbieder, persoon))
     select d.*, ${LEVERING} as levering
     from (${actief('start_product', 'null::date as einddatum, null as reden_beeindiging')}
       union all ${actief('stop_product', 'd.einddatum, d.reden_beeindiging')}) as d`,
    [gemeente, pagina.map(({ aanbieder }) => aanbieder), pagina.map(({ persoon }) => persoon)]);
  const sleutel = (aanbieder: unknown, persoon: unknown, levering: unknown): string => JSON.stringify([aanbieder, persoon, levering]);
  const perLevering = new Map<string, Rij[]>();
  for (const rij of rows) {
    const naam = sleutel(rij['aanbieder'], rij['persoon'], rij['levering']);
    perLevering.set(naam, [...perLevering.get(naam) ?? [], rij]);
  }
  const bsns = await bsnsVan(db, pagina.map(({ persoon }) => persoon));
  return pagina.map(({ aanbieder, persoon, levering, nummer, categorie, code, ontvangen_op: gewijzigdOp }) => {
    const rijen = perLevering.get(sleutel(aanbieder, persoon, levering)) ?? [];
    const isStop = (rij: Rij): boolean => rij['einddatum'] !== null;
    return {
      toewijzingNummer: nummer ?? undefined, aanbieder, bsn: bsns.get(persoon) ?? '', gewijzigdOp,
      product: categorie === null ? undefined : { categorie, code: code ?? undefined },
      ...leveringsstand(rijen.filter((rij) => !isStop(rij)).map(alsStart), rijen.filter(isStop).map(alsStop)),
    };
  });
}
