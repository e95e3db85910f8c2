/**
 * Terms of a gemeente by where they stand, oldest due date first. Every page is a stretch of one index, also far down
 * the list.
 */
import { openCursor, type Delen } from '../platform/cursor.js';
import { datumNaarSql, type Bevraagbaar, type Pool } from '../platform/database.js';
import type { Partijsoort } from '../standaard/berichten/berichtsoorten.js';
import { isDatum, type Datum } from '../standaard/datum.js';
import { TERMIJNSTATUSSEN, type Termijnstatus } from './termijnsoorten.js';

export interface Termijn {
  readonly aanbieder: string;
  readonly soort: string;
  readonly bron: string;
  readonly partij: Partijsoort;
  readonly start: Datum;
  readonly vervaldatum: Datum;
  readonly geslotenOp: Datum | undefined;
  readonly status: Termijnstatus;
  readonly berichtId: string | undefined;
  readonly toewijzingNummer: number | undefined;
  readonly referentieAanbieder: string | undefined;
  readonly vooraankondigingId: string | undefined;
  /** Of the request that `referentieAanbieder` names. */
  readonly verzoekId: string | undefined;
}

/**
 * Where a term stands today: the due date itself is still in time. Each is the condition of a partial index, where
 * one alone or both together are about open terms. `$2` is today.
 */
const EISEN: Readonly<Record<Termijnstatus, string>> = {
  open: 'gesloten_op is null and vervaldatum >= $2',
  verlopen: 'gesloten_op is null and vervaldatum < $2',
  gehaald: 'gesloten_op <= vervaldatum',
  'te-laat': 'gesloten_op > vervaldatum',
};
const GEVALLEN = TERMIJNSTATUSSEN.map((status) => `when ${EISEN[status]} then '${status}'`);
const STATUS = `case ${GEVALLEN.join(' ')} end as status`;

/** What may be left out of a list. */
export interface Termijnfilter {
  /** Only of this kind; only together with a status of what is not closed, for which there is an index. */
  readonly soort?: string | undefined;
  /** Only for whom this party must act; as `soort`. */
  readonly partij?: Partijsoort | undefined;
  /** Only due before this day. */
  readonly tot?: Datum | undefined;
}

/** Statuses of which there can be few among many: a filter on them is a stretch of an index of its own. */
export const isTeFilteren = (status: Termijnstatus | undefined): boolean => status === 'open' || status === 'verlopen';

/** Where a page ended. */
export interface Termijncursor { readonly vervaldatum: Datum; readonly volgnummer: number }

/** The end of a page as text for an address: it holds a date and a number, and means nothing outside the list. */
export function schrijfCursor({ vervaldatum, volgnummer }: Termijncursor): string {
  return Buffer.from(`${vervaldatum}.${volgnummer}`).toString('base64url');
}

/** The place that a text stands for, or undefined when it is no cursor of this list. */
export function leesCursor(cursor: string): Termijncursor | undefined {
  const tekst = Buffer.from(cursor, 'base64url').toString('latin1');
  const [, vervaldatum = '', volgnummer] = /^(.+)\.(\d{1,15})$/.exec(tekst) ?? [];
  return isDatum(vervaldatum) && volgnummer !== undefined ? { vervaldatum, volgnummer: Number(volgnummer) } : undefined;
}

interface Rij {
  aanbieder: string; soort: string; bron: string; partij: Partijsoort; start: string; vervaldatum: string;
  gesloten_op: string | null; status: Termijnstatus; volgnummer: number; bericht_id: string | null;
  toewijzing_nummer: number | null; referentie_aanbieder: string | null; vooraankondiging_id: string | null;
}

function alsTermijn(rij: Rij): Termijn {
  const { aanbieder, soort, bron, partij, start, vervaldatum, status } = rij;
  return {
    aanbieder, soort, bron, partij, start, vervaldatum, geslotenOp: rij.gesloten_op ?? undefined, status,
    berichtId: rij.bericht_id ?? undefined, toewijzingNummer: rij.toewijzing_nummer ?? undefined,
    referentieAanbieder: rij.referentie_aanbieder ?? undefined,
    vooraankondigingId: rij.vooraankondiging_id ?? undefined, verzoekId: undefined,
  };
}

/** Terms with the request that they are about, for as far as there is one. One query for all of them. */
async function metVerzoek(db: Bevraagbaar, gemeente: string, termijnen: readonly Termijn[]): Promise<Termijn[]> {
  const over = termijnen.filter(({ referentieAanbieder }) => referentieAanbieder !== undefined);
  if (over.length === 0) return [...termijnen];
  const { rows } = await db.query<{ aanbieder: string; referentie_aanbieder: string; id: string }>(
    `select v.aanbieder, v.referentie_aanbieder, v.id from unnest($2::text[], $3::text[]) as r (aanbieder, referentie)
     join verzoek v on v.gemeente = $1 and v.aanbieder = r.aanbieder and v.referentie_aanbieder = r.referentie`,
    [gemeente, over.map(({ aanbieder }) => aanbieder), over.map(({ referentieAanbieder }) => referentieAanbieder)]);
  const ids = new Map(rows.map((rij) => [`${rij.aanbieder} ${rij.referentie_aanbieder}`, rij.id]));
  return termijnen.map((termijn) => ({ ...termijn, verzoekId: ids.get(`${termijn.aanbieder} ${termijn.referentieAanbieder ?? ''}`) }));
}

/**
 * The query of a page, with its parameters. One stretch of the index of a status; without a status the first stretch
 * of each index, put together. One row more than the page tells whether there is another; without a limit all there is.
 */
export function lijstvraag(
  gemeente: string, status: Termijnstatus | undefined, vandaag: Datum, limiet: number | undefined, na?: Termijncursor,
  { soort, partij, tot }: Termijnfilter = {},
): { tekst: string; waarden: unknown[] } {
  const waarden: unknown[] = [gemeente, datumNaarSql(vandaag), limiet === undefined ? null : limiet + 1];
  const plek = (waarde: unknown): string => `$${waarden.push(waarde)}`;
  const extra = [
    ...(na === undefined ? [] : [`(vervaldatum, volgnummer) > (${plek(datumNaarSql(na.vervaldatum))}, ${plek(na.volgnummer)})`]),
    ...(soort === undefined ? [] : [`soort = ${plek(soort)}`]), ...(partij === undefined ? [] : [`partij = ${plek(partij)}`]),
    ...(tot === undefined ? [] : [`vervaldatum < ${plek(datumNaarSql(tot))}`]),
  ].map((eis) => `and ${eis}`).join(' ');
  const eisen = status === undefined ? ['gesloten_op is null', EISEN.gehaald, EISEN['te-laat']] : [EISEN[status]];
  const volgorde = 'order by vervaldatum, volgnummer limit $3';
  const stukken = eisen.map((eis) => `(select *, ${STATUS} from termijn where gemeente = $1 and ${eis}
    ${extra} ${volgorde})`);
  return { tekst: `select * from (${stukken.join(' union all ')}) as t ${volgorde}`, waarden };
}

/**
 * A page of terms; `volgende` is where the next begins, absent on the last page.
 * @param status absent: all
 * @param vandaag decides between `open` and `verlopen`
 */
export async function lijstTermijnen(
  db: Bevraagbaar, gemeente: string, status: Termijnstatus | undefined, vandaag: Datum, limiet: number,
  na?: Termijncursor, filter?: Termijnfilter,
): Promise<{ items: Termijn[]; volgende: Termijncursor | undefined }> {
  const { tekst, waarden } = lijstvraag(gemeente, status, vandaag, limiet, na, filter);
  const { rows } = await db.query<Rij>(tekst, waarden);
  const pagina = rows.slice(0, limiet);
  const laatste = pagina.at(-1);
  const meer = rows.length > limiet && laatste !== undefined;
  return {
    items: await metVerzoek(db, gemeente, pagina.map(alsTermijn)),
    volgende: meer ? { vervaldatum: laatste.vervaldatum, volgnummer: laatste.volgnummer } : undefined,
  };
}

/** Rows that are read at most to count one status in one month: more than this is shown as more than this. */
export const HOOGSTENS_GETELD = 10_000;

/** How many terms are due in a month, by where they stand; never more than HOOGSTENS_GETELD. */
export interface Termijntelling { readonly maand: string; readonly status: Termijnstatus; readonly aantal: number }

/**
 * Counts by month of the due date: of each status a stretch of its index, and never more of it than HOOGSTENS_GETELD rows. One query.
 * @param vanaf first month, as its first day
 * @param maanden how many, the first one included
 */
export async function telTermijnen(
  db: Bevraagbaar, gemeente: string, vandaag: Datum, vanaf: Datum, maanden: number,
): Promise<Termijntelling[]> {
  const stukken = TERMIJNSTATUSSEN.map((status) => `(select '${status}' as status, count(*)::int as aantal from (
      select from termijn where gemeente = $1 and ${EISEN[status]} and vervaldatum >= m.maand
        and vervaldatum < (m.maand + interval '1 month')::date limit ${HOOGSTENS_GETELD}) as t)`);
  const { rows } = await db.query<{ maand: Datum; status: Termijnstatus; aantal: number }>(
    `select m.maand, t.status, t.aantal from (select ($3::date + n * interval '1 month')::date as maand from generate_series(0, $4 - 1) as n) as m
     cross join lateral (${stukken.join(' union all ')}) as t where t.aantal > 0 order by m.maand, t.status`,
    [gemeente, datumNaarSql(vandaag), datumNaarSql(vanaf), maanden]);
  return rows.map(({ maand, status, aantal }) => ({ maand: maand.slice(0, -3), status, aantal }));
}

/** The whole list of one status as it is at one moment, in parts; see `openCursor` for what a reader has to do. */
export async function openTermijnen(
  pool: Pool, gemeente: string, status: Termijnstatus | undefined, vandaag: Datum, filter?: Termijnfilter,
): Promise<Delen<Termijn>> {
  const { tekst, waarden } = lijstvraag(gemeente, status, vandaag, undefined, undefined, filter);
  return openCursor<Rij, Termijn>(pool, async () => ({ tekst, waarden }), alsTermijn);
}

/** Kinds of terms that are not closed, by name: found by jumping from one to the next in an index, however many terms there are. One query. */
export async function openSoorten(db: Bevraagbaar, gemeente: string): Promise<string[]> {
  const eerste = (na: string): string =>
    `(select soort from termijn where gemeente = $1 and gesloten_op is null ${na} order by soort limit 1)`;
  const { rows } = await db.query<{ soort: string }>(
    `with recursive s as (select ${eerste('')} as soort union all select ${eerste('and soort > s.soort')} from s where s.soort is not null)
     select soort from s where soort is not null`, [gemeente]);
  return rows.map(({ soort }) => soort);
}
