/** The outbox as parties see it: what waits for them, what arrived, and what could not be delivered. */
import { noteer } from '../../platform/audit/audit.js';
import type { Aanvrager } from '../../platform/aanvrager.js';
import { inTransactie, type Bevraagbaar, type Pool } from '../../platform/database.js';
import type { Bezorgsoort } from './bezorging.js';

/** `wacht`: waits or is tried; `terzijde`: waits, and is tried no longer; `bezorgd`: pushed or confirmed. */
export type Bezorgstatus = 'wacht' | 'terzijde' | 'bezorgd';
export const BEZORGSTATUSSEN: readonly Bezorgstatus[] = ['wacht', 'terzijde', 'bezorgd'];

/** What waits in the outbox or left it. Its id is that of the message; a fault message has its own number. */
export interface Bezorging {
  readonly nummer: number;
  readonly id: string;
  readonly partij: string;
  readonly berichtsoort: Bezorgsoort;
  readonly afzender: string;
  readonly ontvanger: string;
  readonly antwoordOp: string | undefined;
  /** Of a fault message: its code, and the number of the envelope that it is about. */
  readonly fout: { readonly code: string; readonly crossRefnummer: string } | undefined;
  readonly status: Bezorgstatus;
  readonly sinds: Date;
  readonly pogingen: number;
  readonly eerstePogingOp: Date | undefined;
  readonly volgendePogingOp: Date | undefined;
  readonly laatsteFout: string | undefined;
  readonly terzijdeOp: Date | undefined;
  readonly bezorgdOp: Date | undefined;
  readonly bezorgdVia: 'postvak' | 'webhook' | undefined;
}

/** Where a page ended: party and number in the outbox. */
export interface Plek { readonly partij: string; readonly nummer: number }

interface Rij {
  id: number; buiten_id: string; partij: string; berichtsoort: Bezorgsoort; afzender: string; ontvanger: string; antwoord_op: string | null;
  code: string | null; cross_refnummer: string | null;
  aangemaakt_op: Date; pogingen: number; eerste_poging_op: Date | null; volgende_poging_op: Date | null; laatste_fout: string | null;
  terzijde_op: Date | null; bezorgd_op: Date | null; bezorgd_via: 'postvak' | 'webhook' | null;
}

function alsBezorging(rij: Rij): Bezorging {
  return {
    nummer: rij.id, id: rij.buiten_id, partij: rij.partij, berichtsoort: rij.berichtsoort, afzender: rij.afzender, ontvanger: rij.ontvanger,
    antwoordOp: rij.antwoord_op ?? undefined,
    fout: rij.code === null || rij.cross_refnummer === null ? undefined : { code: rij.code, crossRefnummer: rij.cross_refnummer },
    status: rij.bezorgd_op !== null ? 'bezorgd' : rij.terzijde_op !== null ? 'terzijde' : 'wacht',
    sinds: rij.aangemaakt_op, pogingen: rij.pogingen, eerstePogingOp: rij.eerste_poging_op ?? undefined,
    volgendePogingOp: rij.volgende_poging_op ?? undefined, laatsteFout: rij.laatste_fout ?? undefined, terzijdeOp: rij.terzijde_op ?? undefined,
    bezorgdOp: rij.bezorgd_op ?? undefined, bezorgdVia: rij.bezorgd_via ?? undefined,
  };
}

const VELDEN = `z.id, coalesce(z.bericht_id::text, f.referentienummer) as buiten_id, z.partij, coalesce(b.berichtsoort, 'Fo01') as berichtsoort,
  coalesce(b.afzender, f.namens) as afzender, coalesce(b.ontvanger, f.partij) as ontvanger, b.antwoord_op, f.code, f.cross_refnummer,
  z.aangemaakt_op, z.pogingen, z.eerste_poging_op, z.volgende_poging_op, z.laatste_fout, z.terzijde_op, z.bezorgd_op, z.bezorgd_via`;
/** What a delivery is of. */
const WAT = 'left join bericht b on b.id = z.bericht_id left join stuf_foutbericht f on f.id = z.foutbericht_id';
/** The delivery with the id that is known outside, in $1. */
const ONDER_ID = `(z.bericht_id = $1::uuid or z.foutbericht_id =
  (select id from stuf_foutbericht where richting = 'uitgaand' and referentienummer = $1::uuid::text))`;

const STAND: { readonly [S in Bezorgstatus]: string } = {
  wacht: 'z.bezorgd_op is null and z.terzijde_op is null', terzijde: 'z.bezorgd_op is null and z.terzijde_op is not null',
  bezorgd: 'z.bezorgd_op is not null',
};

/** A page of deliveries; `volgende` is where the next begins, absent on the last page. */
export interface Bladzijde { readonly items: readonly Bezorging[]; readonly volgende: Plek | undefined }

function alsBladzijde(rijen: readonly Rij[], limiet: number): Bladzijde {
  const items = rijen.slice(0, limiet).map(alsBezorging);
  const laatste = items.at(-1);
  return { items, volgende: rijen.length > limiet && laatste !== undefined ? laatste : undefined };
}

/** What waits for a party, oldest first, also what is no longer tried. @param na number in the outbox after which the page begins */
export async function postvakVan(db: Bevraagbaar, partij: string, limiet: number, na = 0): Promise<Bladzijde> {
  const { rows } = await db.query<Rij>({
    name: 'postvak', values: [partij, na, limiet + 1],
    text: `select ${VELDEN} from bezorging z ${WAT}
      where z.partij = $1 and z.bezorgd_op is null and z.id > $2 order by z.id limit $3` });
  return alsBladzijde(rows, limiet);
}

/** Deliveries in one state, by party and then oldest first. @param partijen absent: of everybody */
export async function lijstBezorgingen(
  db: Bevraagbaar, status: Bezorgstatus, partijen: readonly string[] | undefined, limiet: number, na?: Plek,
): Promise<Bladzijde> {
  const waarden: unknown[] = [na?.partij ?? '', na?.nummer ?? 0, limiet + 1];
  const deel = (van: string): string => `select z.* from bezorging z where ${van} and ${STAND[status]} and (z.partij, z.id) > ($1, $2::bigint)
    order by z.partij, z.id limit $3`;
  // Per party a stretch of an index, also for who has few among many.
  const bron = partijen === undefined ? deel('true')
    : `select z.* from unnest($4::text[]) as p (partij) cross join lateral (${deel('z.partij = p.partij')}) z order by z.partij, z.id limit $3`;
  if (partijen !== undefined) waarden.push(partijen);
  const { rows } = await db.query<Rij>(
    `select ${VELDEN} from (${bron}) z ${WAT} order by z.partij, z.id`, waarden);
  return alsBladzijde(rows, limiet);
}

/**
 * Messages of one party to others that are no longer tried, by receiver and then oldest first. Only what was set aside, of which there are few: the
 * outbox is kept by who receives.
 */
export async function lijstNietBezorgd(db: Bevraagbaar, verzender: string, limiet: number, na?: Plek): Promise<Bladzijde> {
  const { rows } = await db.query<Rij>(
    `select ${VELDEN} from bezorging z ${WAT}
     where ${STAND.terzijde} and (z.partij, z.id) > ($1, $2::bigint) and z.partij <> $4 and (b.gemeente = $4 or b.aanbieder = $4)
     order by z.partij, z.id limit $3`, [na?.partij ?? '', na?.nummer ?? 0, limiet + 1, verzender]);
  return alsBladzijde(rows, limiet);
}

/** A party has it. Any number of times. @param partijen only of one of these; absent: of any. False when there is no such delivery for them */
export async function bevestig(db: Bevraagbaar, id: string, partijen: readonly string[] | undefined): Promise<boolean> {
  const { rowCount } = await db.query({
    name: 'bevestig', values: [id, partijen ?? null],
    text: `update bezorging z set bezorgd_via = case when bezorgd_op is null then 'postvak' else bezorgd_via end,
        bezorgd_op = coalesce(bezorgd_op, now()), volgende_poging_op = null
      where ${ONDER_ID} and ($2::text[] is null or partij = any ($2))` });
  return rowCount === 1;
}

/** Delivers again, from the beginning: it waits as on its first day, in its old place. `gewist`: its content is not kept any more. */
export async function bezorgOpnieuw(
  pool: Pool, aanvrager: Aanvrager, id: string, partijen: readonly string[] | undefined,
): Promise<'wacht' | 'gewist' | 'onbekend'> {
  return inTransactie(pool, async (db) => {
    const { rows } = await db.query<{ nummer: number; partij: string; bericht: boolean; bewaard: boolean }>(
      `select z.id as nummer, z.partij, z.foutbericht_id is null as bericht,
         z.foutbericht_id is not null or exists (select from bericht_inhoud i where i.bericht_id = z.bericht_id) as bewaard
       from bezorging z where ${ONDER_ID} and ($2::text[] is null or z.partij = any ($2)) for update of z`, [id, partijen ?? null]);
    const [rij] = rows;
    if (rij === undefined) return 'onbekend';
    if (!rij.bewaard) return 'gewist';
    await db.query(
      `update bezorging set pogingen = 0, eerste_poging_op = null, volgende_poging_op = null, laatste_fout = null, terzijde_op = null,
         bezorgd_op = null, bezorgd_via = null where id = $1`, [rij.nummer]);
    await noteer(db, aanvrager, { namens: rij.partij, handeling: 'bezorging herhaald', object: `${rij.bericht ? 'berichten' : 'foutberichten'} ${id}`,
      reden: 'verzoek', resultaat: 'wacht' });
    return 'wacht';
  });
}
