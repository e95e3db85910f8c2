/** The outbox as parties see it: what waits for them, what arrived, and what could not be delivered. */
import { noteer } from '../../platform/audit/audit.js';
import type { Aanvrager } from '../../platform/aanvrager.js';
import { inTransactie, type Bevraagbaar, type Pool } from '../../platform/database.js';
import type { Berichtsoort } from '../../standaard/berichten/berichtsoorten.js';

/** `wacht`: waits or is tried; `terzijde`: waits, and is tried no longer; `bezorgd`: pushed or confirmed. */
export type Bezorgstatus = 'wacht' | 'terzijde' | 'bezorgd';
export const BEZORGSTATUSSEN: readonly Bezorgstatus[] = ['wacht', 'terzijde', 'bezorgd'];

/** A message in the outbox. Its id is that of the message. */
export interface Bezorging {
  readonly nummer: number;
  readonly id: string;
  readonly partij: string;
  readonly berichtsoort: Berichtsoort;
  readonly afzender: string;
  readonly ontvanger: string;
  readonly antwoordOp: string | undefined;
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
  id: number; bericht_id: string; partij: string; berichtsoort: Berichtsoort; afzender: string; ontvanger: string; antwoord_op: string | null;
  aangemaakt_op: Date; pogingen: number; eerste_poging_op: Date | null; volgende_poging_op: Date | null; laatste_fout: string | null;
  terzijde_op: Date | null; bezorgd_op: Date | null; bezorgd_via: 'postvak' | 'webhook' | null;
}

function alsBezorging(rij: Rij): Bezorging {
  return {
    nummer: rij.id, id: rij.bericht_id, partij: rij.partij, berichtsoort: rij.berichtsoort, afzender: rij.afzender, ontvanger: rij.ontvanger,
    antwoordOp: rij.antwoord_op ?? undefined,
    status: rij.bezorgd_op !== null ? 'bezorgd' : rij.terzijde_op !== null ? 'terzijde' : 'wacht',
    sinds: rij.aangemaakt_op, pogingen: rij.pogingen, eerstePogingOp: rij.eerste_poging_op ?? undefined,
    volgendePogingOp: rij.volgende_poging_op ?? undefined, laatsteFout: rij.laatste_fout ?? undefined, terzijdeOp: rij.terzijde_op ?? undefined,
    bezorgdOp: rij.bezorgd_op ?? undefined, bezorgdVia: rij.bezorgd_via ?? undefined,
  };
}

const VELDEN = `z.id, z.bericht_id, z.partij, b.berichtsoort, b.afzender, b.ontvanger, b.antwoord_op, z.aangemaakt_op, z.pogingen,
  z.eerste_poging_op, z.volgende_poging_op, z.laatste_fout, z.terzijde_op, z.bezorgd_op, z.bezorgd_via`;

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
    text: `select ${VELDEN} from bezorging z join bericht b on b.id = z.bericht_id
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
    `select ${VELDEN} from (${bron}) z join bericht b on b.id = z.bericht_id order by z.partij, z.id`, waarden);
  return alsBladzijde(rows, limiet);
}

/** A party has it. Any number of times. @param partijen only of one of these; absent: of any. False when there is no such message for them */
export async function bevestig(db: Bevraagbaar, berichtId: string, partijen: readonly string[] | undefined): Promise<boolean> {
  const { rowCount } = await db.query({
    name: 'bevestig', values: [berichtId, partijen ?? null],
    text: `update bezorging set bezorgd_via = case when bezorgd_op is null then 'postvak' else bezorgd_via end,
        bezorgd_op = coalesce(bezorgd_op, now()), volgende_poging_op = null
      where bericht_id = $1 and ($2::text[] is null or partij = any ($2))` });
  return rowCount === 1;
}

/** Delivers a message again, from the beginning: it waits as on its first day, in its old place. `gewist`: its content is not kept any more. */
export async function bezorgOpnieuw(
  pool: Pool, aanvrager: Aanvrager, berichtId: string, partijen: readonly string[] | undefined,
): Promise<'wacht' | 'gewist' | 'onbekend'> {
  return inTransactie(pool, async (db) => {
    const { rows } = await db.query<{ partij: string; bewaard: boolean }>(
      `select z.partij, exists (select from bericht_inhoud i where i.bericht_id = z.bericht_id) as bewaard from bezorging z
       where z.bericht_id = $1 and ($2::text[] is null or z.partij = any ($2)) for update of z`, [berichtId, partijen ?? null]);
    const [rij] = rows;
    if (rij === undefined) return 'onbekend';
    if (!rij.bewaard) return 'gewist';
    await db.query(
      `update bezorging set pogingen = 0, eerste_poging_op = null, volgende_poging_op = null, laatste_fout = null, terzijde_op = null,
         bezorgd_op = null, bezorgd_via = null where bericht_id = $1`, [berichtId]);
    await noteer(db, aanvrager, { namens: rij.partij, handeling: 'bezorging herhaald', object: `berichten ${berichtId}`, reden: 'verzoek',
      resultaat: 'wacht' });
    return 'wacht';
  });
}
