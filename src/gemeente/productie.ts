/**
 * Declared production: what was approved, credits subtracted, with growth and with how many allocations were scaled up and down. Comes from
 * the database row by row, so that its size does not matter.
 */
import { openCursor, type Delen } from '../platform/cursor.js';
import type { Bevraagbaar, Pool } from '../platform/database.js';
import type { Beleid } from '../regio/beleid.js';
import { dagnummer, maandnummer, type Datum } from '../standaard/datum.js';
import type { Geldvenster } from './betaalregels.js';
import { maandVan } from './maand.js';
import { telSchalingen } from './schalingen.js';

/** What figures can be split by. Volumes are always split by unit as well: hours and days do not add up. */
export type Splitsing = typeof SPLITSINGEN[number];
export const SPLITSINGEN = ['product', 'aanbieder', 'maand'] as const;

/** Figures that cost much and can be left out. */
export type Weglaatbaar = 'clienten' | 'schalingen';

export interface Productievraag extends Geldvenster {
  readonly per: ReadonlySet<Splitsing>;
  /** Without the number of clients, whole months come from their sums, and no line is looked at. */
  readonly zonder?: ReadonlySet<Weglaatbaar>;
}

/** One row. Volume and amount (cents) are debits minus credits. */
export interface Productieregel {
  readonly product?: { readonly categorie: string; readonly code: string };
  readonly aanbieder?: string;
  /** YYYY-MM. */
  readonly maand?: string;
  /** Absent only where allocations without an extent were scaled and nothing was declared. */
  readonly eenheid: string | undefined;
  readonly volume: number;
  readonly bedrag: number;
  /** Clients with a debit that was not credited; absent when left out. */
  readonly clienten: number | undefined;
  /** The same of the period before; absent when there is no such period. */
  readonly vorige: { readonly volume: number; readonly bedrag: number } | undefined;
  readonly opgeschaald: number;
  readonly afgeschaald: number;
}

/** How far back the period before lies: a number of whole months, or of days. */
export type Verschuiving = { readonly maanden: number } | { readonly dagen: number };

/**
 * The period before. By month that is the month before each month. Otherwise it is as long as the period that is asked for: in whole months
 * when both ends lie on the same day of the month, else in days.
 * @returns undefined for a period without begin or end that is not split by month
 */
export function vorigePeriode({ vanaf, tot, per }: Productievraag): Verschuiving | undefined {
  if (per.has('maand')) return { maanden: 1 };
  if (vanaf === undefined || tot === undefined) return undefined;
  return vanaf.slice(-2) === tot.slice(-2) ? { maanden: maandnummer(tot) - maandnummer(vanaf) } : { dagen: dagnummer(tot) - dagnummer(vanaf) };
}

/** Growth in percents with one decimal; undefined when there was nothing to grow from. */
export function groei(nu: number, vorige: number): number | undefined {
  return vorige > 0 ? Math.round(((nu - vorige) / vorige) * 1000) / 10 : undefined;
}

/** Columns by which each kind of split groups. */
const KOLOMMEN: Readonly<Record<Splitsing, readonly string[]>> = { maand: ['maand'], aanbieder: ['aanbieder'], product: ['categorie', 'code'] };
/** Order of the rows, whatever the order in which the splits were asked for. */
const VOLGORDE: readonly Splitsing[] = ['maand', 'aanbieder', 'product'];

type Rij = {
  categorie?: string; code?: string; aanbieder?: string; maand?: Datum; eenheid: string; volume: number; bedrag: number; clienten: number | null;
  vorig_volume: number; vorig_bedrag: number; op: number; af: number;
};

const SCHALING = 'aanbieder text, categorie text, code text, maand date, eenheid text, op int, af int';
/** Past this day a date cannot be moved by months; no delivery lies there. */
const UITERSTE = `date '200000-01-01'`;

const TEKEN = `case p.debet_credit when 'D' then 1 else -1 end`;
/** Where figures come from: line by line, or from the sums of whole months. */
interface Bron {
  readonly tabel: string; readonly dag: string; readonly maand: (dag: string) => string; readonly cijfers: string; readonly client: string;
  readonly eis: string;
}
const REGELS: Bron = {
  tabel: 'prestatie', dag: 'p.begindatum', maand: maandVan, cijfers: `p.volume * ${TEKEN} as volume, p.bedrag * ${TEKEN} as bedrag`,
  client: `case when p.debet_credit = 'D' and p.gecrediteerd_door is null then p.persoon end`, eis: 'p.goedgekeurd' };
const MAANDSOMMEN: Bron = {
  tabel: 'productie_maand', dag: 'p.maand', maand: (dag) => dag, cijfers: 'p.volume, p.bedrag', client: 'null::bigint', eis: 'p.regels > 0' };

/** Whether both ends of a period are the first day of a month. */
const isHeleMaanden = ({ vanaf, tot }: Geldvenster): boolean => [vanaf, tot].every((dag) => dag === undefined || dag.endsWith('-01'));

/** $1 gemeente, $2 and $3 the period, $4 the scalings, $5 the distance of the period before. */
function vraagTekst({ per, zonder, ...venster }: Productievraag, metVorige: boolean): string {
  const { tabel, dag, maand, cijfers, client, eis } = zonder?.has('clienten') === true && isHeleMaanden(venster) ? MAANDSOMMEN : REGELS;
  const groep = [...VOLGORDE.filter((splitsing) => per.has(splitsing)).flatMap((splitsing) => KOLOMMEN[splitsing]), 'eenheid'].join(', ');
  const regels = (op: string, nu: boolean): string =>
    `select p.categorie, p.code, p.aanbieder, ${maand(op)} as maand, p.eenheid, ${cijfers},
       ${nu ? client : 'null::bigint'} as client, ${nu} as nu, 0 as op, 0 as af
     from ${tabel} p where p.gemeente = $1 and ${eis}`;
  const verschoven = `(${dag} + $5::interval)::date`;
  // A month more or less has no fixed number of days: the index looks a little wide, the exact comparison follows.
  const vorige = `union all ${regels(verschoven, false)}
     and ${dag} >= ($2::date - $5::interval - interval '3 days')::date
     and ${dag} < least(($3::date - $5::interval + interval '3 days')::date, ${UITERSTE})
     and ${verschoven} >= $2 and ${verschoven} < $3`;
  return `select ${groep}, coalesce(sum(volume) filter (where nu), 0)::int8 as volume, coalesce(sum(bedrag) filter (where nu), 0)::int8 as bedrag,
       ${zonder?.has('clienten') === true ? 'null' : 'count(distinct client)::int8'} as clienten,
       coalesce(sum(volume) filter (where not nu), 0)::int8 as vorig_volume,
       coalesce(sum(bedrag) filter (where not nu), 0)::int8 as vorig_bedrag, sum(op)::int8 as op, sum(af)::int8 as af
     from (${regels(dag, true)} and ${dag} >= $2 and ${dag} < $3
       ${metVorige ? vorige : ''}
       union all select categorie, code, aanbieder, maand, eenheid, 0, 0, null, true, op, af from json_to_recordset($4) as s (${SCHALING})) as r
     group by ${groep} ${per.has('maand') ? 'having bool_or(nu)' : ''} order by ${groep}`;
}

/**
 * The figures, in parts; see `openCursor` for what a reader has to do. A row is there for everything that was declared or scaled in the period;
 * when the months are added up also for what was declared in the period before it only.
 */
export async function openProductie(pool: Pool, beleid: Beleid, vraag: Productievraag): Promise<Delen<Productieregel>> {
  const verschuiving = vorigePeriode(vraag);
  return openCursor<Rij, Productieregel>(pool, async (db: Bevraagbaar) => ({
    tekst: vraagTekst(vraag, verschuiving !== undefined),
    waarden: [vraag.gemeente, vraag.vanaf ?? '-infinity', vraag.tot ?? 'infinity',
      JSON.stringify(vraag.zonder?.has('schalingen') === true ? [] : await telSchalingen(db, beleid, vraag)),
      ...(verschuiving === undefined ? [] : ['maanden' in verschuiving ? `${verschuiving.maanden} months` : `${verschuiving.dagen} days`])],
  }), (rij) => alsRegel(rij, verschuiving !== undefined));
}

function alsRegel(rij: Rij, metVorige: boolean): Productieregel {
  const { categorie, code, aanbieder, maand, eenheid, volume, bedrag, clienten } = rij;
  return {
    ...(maand === undefined ? {} : { maand: maand.slice(0, -3) }), ...(aanbieder === undefined ? {} : { aanbieder }),
    ...(categorie === undefined || code === undefined ? {} : { product: { categorie, code } }),
    eenheid: eenheid === '' ? undefined : eenheid, volume, bedrag, clienten: clienten ?? undefined,
    vorige: metVorige ? { volume: rij.vorig_volume, bedrag: rij.vorig_bedrag } : undefined, opgeschaald: rij.op, afgeschaald: rij.af,
  };
}
