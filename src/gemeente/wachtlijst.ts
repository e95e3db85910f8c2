/** The waiting list of a gemeente: allocations that still stand and of which delivery did not begin. */
import { openCursor, type Delen } from '../platform/cursor.js';
import { datumNaarSql, type Bevraagbaar, type Pool } from '../platform/database.js';
import type { Datum } from '../standaard/datum.js';
import { nietGestart, verwijderd } from './gestart.js';

export interface Wachtende {
  readonly toewijzingNummer: number;
  readonly aanbieder: string;
  readonly product: { readonly categorie: string; readonly code: string | undefined } | undefined;
  readonly ingangsdatum: Datum;
  /** Of the first version: a later change does not begin the wait anew. */
  readonly toewijzingsdatum: Datum;
  readonly einddatum: Datum | undefined;
  /** Days since the later of Ingangsdatum and Toewijzingsdatum, that day not counted; 0 until then. */
  readonly dagenGewacht: number;
}

/** Where a page ended: the day from which its last one waits, in days since 2000, and the number. */
export interface Wachtcursor { readonly dag: number; readonly toewijzingNummer: number }

const DAG_NUL = "date '2000-01-01'";
/** No day that the database holds is further from it. */
const VERSTE_DAG = 2 ** 31 - 1;

export function schrijfWachtcursor({ dag, toewijzingNummer }: Wachtcursor): string {
  return Buffer.from(`${dag}.${toewijzingNummer}`).toString('base64url');
}

/** The place that a text stands for, or undefined when it is no cursor of this list. */
export function leesWachtcursor(cursor: string): Wachtcursor | undefined {
  const [, dag, nummer] = /^(-?\d{1,10})\.(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  if (dag === undefined || nummer === undefined || Math.abs(Number(dag)) > VERSTE_DAG) return undefined;
  return { dag: Number(dag), toewijzingNummer: Number(nummer) };
}

interface Rij {
  toewijzing_nummer: number; aanbieder: string; categorie: string | null; code: string | null; ingangsdatum: Datum;
  toewijzingsdatum: Datum; einddatum: Datum | null; dag: number; gewacht: number;
}

const productVan = ({ categorie, code }: Pick<Rij, 'categorie' | 'code'>): Wachtende['product'] =>
  (categorie === null ? undefined : { categorie, code: code ?? undefined });

function alsWachtende(rij: Rij): Wachtende {
  return {
    toewijzingNummer: rij.toewijzing_nummer, aanbieder: rij.aanbieder, product: productVan(rij), ingangsdatum: rij.ingangsdatum,
    toewijzingsdatum: rij.toewijzingsdatum, einddatum: rij.einddatum ?? undefined, dagenGewacht: rij.gewacht,
  };
}

/** First Toewijzingsdatum; a later version does not begin the wait anew. */
const EERSTE = `(select coalesce(min(v.toewijzingsdatum), w.toewijzingsdatum) from toewijzing_versie v
  where v.gemeente = w.gemeente and v.toewijzing_nummer = w.toewijzing_nummer)`;

/**
 * The query of a page; parameters: gemeente, today, limit (null: none), and with a cursor its day and number. Goes along `wachtend`, in which
 * everything that waits stands in the order of the list, and looks at each allocation whether it really does.
 */
export function wachtvraag(metCursor: boolean): string {
  return `select w.toewijzing_nummer, w.aanbieder, w.categorie, w.code, w.ingangsdatum, ${EERSTE} as toewijzingsdatum, w.einddatum, l.dag,
      greatest(0, $2::date - ${DAG_NUL} - l.dag) as gewacht
    from wachtend l join toewijzing w on w.gemeente = l.gemeente and w.toewijzing_nummer = l.toewijzing_nummer
    where l.gemeente = $1 and l.einddatum >= $2 and not ${verwijderd('w')} and ${nietGestart('w')}
      ${metCursor ? 'and (l.dag, l.toewijzing_nummer) > ($4, $5)' : ''} order by l.dag, l.toewijzing_nummer limit $3`;
}

/**
 * A page of the waiting list, longest waiting first; `volgende` is where the next begins, absent on the last page.
 * Ended and removed allocations are not on it, nor is one whose delivery began and stopped.
 */
export async function wachtlijst(
  db: Bevraagbaar, gemeente: string, vandaag: Datum, limiet: number, na?: Wachtcursor,
): Promise<{ items: Wachtende[]; volgende: Wachtcursor | undefined }> {
  const plaats = na === undefined ? [] : [na.dag, na.toewijzingNummer];
  const { rows } = await db.query<Rij>(
    wachtvraag(na !== undefined), [gemeente, datumNaarSql(vandaag), limiet + 1, ...plaats]);
  const pagina = rows.slice(0, limiet);
  const laatste = pagina.at(-1);
  const meer = rows.length > limiet && laatste !== undefined;
  return {
    items: pagina.map(alsWachtende),
    volgende: meer ? { dag: laatste.dag, toewijzingNummer: laatste.toewijzing_nummer } : undefined,
  };
}

/** The whole list as it is at one moment, in parts; see `openCursor` for what a reader has to do. */
export async function openWachtlijst(pool: Pool, gemeente: string, vandaag: Datum): Promise<Delen<Wachtende>> {
  return openCursor<Rij, Wachtende>(
    pool, async () => ({ tekst: wachtvraag(false), waarden: [gemeente, datumNaarSql(vandaag), null] }), alsWachtende);
}

/** Days waited from which each band begins, the first one (0: it has yet to begin) left out. */
export const BANDEN = [1, 15, 29, 43, 92] as const;
/** How many of the longest waiting are counted at most. */
export const HOOGSTENS_GETELD = 2_500;

/** Who waits at one aanbieder or for one product: how many in each band, the shortest wait first. */
export interface Wachttelling {
  readonly aanbieder?: string;
  /** Absent when split by product: of a generic allocation. */
  readonly product?: Wachtende['product'];
  readonly aantallen: readonly number[];
}

/**
 * Counts by days waited, most waiting first. One query.
 * @returns `meer`: there are more than HOOGSTENS_GETELD, and only that many of the longest waiting were counted
 */
export async function telWachtenden(
  db: Bevraagbaar, gemeente: string, vandaag: Datum, per: 'product' | 'aanbieder',
): Promise<{ items: Wachttelling[]; meer: boolean }> {
  const groep = per === 'aanbieder' ? 'aanbieder' : 'categorie, code';
  const { rows } = await db.query<{ aanbieder: string; categorie: string | null; code: string | null; band: number; aantal: number }>(
    `select ${groep}, width_bucket(gewacht, array[${BANDEN.join(', ')}]) as band, count(*)::int as aantal from (${wachtvraag(false)}) as w
     group by ${groep}, band order by ${groep}, band`, [gemeente, datumNaarSql(vandaag), HOOGSTENS_GETELD + 1]);
  const tellingen = new Map<string, { aanbieder?: string; product?: Wachtende['product']; aantallen: number[] }>();
  let som = 0;
  for (const rij of rows) {
    const sleutel = per === 'aanbieder' ? rij.aanbieder : `${rij.categorie ?? ''} ${rij.code ?? ''}`;
    const telling = tellingen.get(sleutel)
      ?? { ...(per === 'aanbieder' ? { aanbieder: rij.aanbieder } : { product: productVan(rij) }), aantallen: [0, ...BANDEN].map(() => 0) };
    telling.aantallen[rij.band] = rij.aantal;
    tellingen.set(sleutel, telling);
    som += rij.aantal;
  }
  const totaal = ({ aantallen }: Wachttelling): number => aantallen.reduce((a, b) => a + b, 0);
  return { items: [...tellingen.values()].sort((a, b) => totaal(b) - totaal(a)), meer: som > HOOGSTENS_GETELD };
}
