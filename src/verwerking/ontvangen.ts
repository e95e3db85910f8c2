/**
 * Takes in a message: level 1, then durable storage, then a wake-up for the workers. What is acknowledged is in the database; the queue
 * may forget it, the sweep does not (invariant 3).
 */
import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { magVoor, type Aanvrager } from '../platform/aanvrager.js';
import { inTransactie, type Bevraagbaar, type Pool } from '../platform/database.js';
import { pakIn } from '../platform/inhoud.js';
import type { Klok } from '../platform/klok.js';
import { kluisVan } from '../platform/kluis/kluis.js';
import type { Wachtrij } from '../platform/wachtrij.js';
import { isHeenbericht, wegVan } from '../standaard/berichten/berichtsoorten.js';
import type { Niveau1 } from '../standaard/xml/niveau1.js';
import { zoekHeenbericht, type Koppeling } from './bezorgen/koppelen.js';
import { voegBerichtToe } from './opslag.js';

export interface Ontvanger {
  readonly pool: Pool;
  readonly klok: Klok;
  readonly wachtrij: Wachtrij;
  /** Level 1, off the event loop where the message is big. */
  readonly controleer: (bytes: Buffer) => Promise<Niveau1>;
}

export interface Aanlevering {
  readonly bytes: Buffer;
  /** Who delivers it; the party that composed the message has to be one of its parties. */
  readonly aanvrager: Aanvrager;
  readonly idempotentiesleutel: string | undefined;
  /** What has to be stored with the message, in the same transaction; what it throws undoes both. */
  readonly erbij?: (db: Bevraagbaar, berichtId: string) => Promise<void>;
}

export type Ontvangst =
  | { readonly soort: 'opgeslagen'; readonly id: string; readonly herhaald: boolean }
  | { readonly soort: 'geweigerd'; readonly niveau1: Niveau1 & { readonly geldig: false } }
  | { readonly soort: 'afzender-niet-gemachtigd' }
  | { readonly soort: 'sleutel-hergebruikt' }
  | Exclude<Koppeling, { soort: 'gevonden' }>;

/** Takes in one message. When it returns `opgeslagen`, the message survives any crash. */
export async function ontvang(ontvanger: Ontvanger, aanlevering: Aanlevering): Promise<Ontvangst> {
  const { bytes, aanvrager } = aanlevering;
  const { client } = aanvrager;
  const hash = createHash('sha256').update(bytes).digest();
  const eerder = await zoekSleutel(ontvanger.pool, aanlevering, hash);
  if (eerder !== undefined) return eerder;
  // Packing a big message takes as long as checking it and runs in another thread, so both at once.
  const id = uuid();
  const inpakken = pakIn(kluisVan(ontvanger.pool), id, bytes);
  const niveau1 = await ontvanger.controleer(bytes);
  const ingepakt = await inpakken;
  if (!niveau1.geldig) {
    await noteerWeigering(ontvanger, aanlevering, hash, niveau1.berichtsoort, niveau1.fout);
    return { soort: 'geweigerd', niveau1 };
  }
  const { berichtsoort, kop } = niveau1;
  if (!magVoor(aanvrager, wegVan(berichtsoort, kop.afzender, kop.ontvanger).van)) {
    await noteerWeigering(ontvanger, aanlevering, hash, berichtsoort, 'afzender-niet-gemachtigd');
    return { soort: 'afzender-niet-gemachtigd' };
  }
  const op = ontvanger.klok.nu();
  const bericht = { id, berichtsoort, kop, hash, omvang: bytes.length, client, op };
  if (isHeenbericht(berichtsoort) && aanlevering.idempotentiesleutel === undefined && aanlevering.erbij === undefined) {
    // Nothing goes with it, so its one statement is the transaction: the lock of the pair is not held while this process is busy elsewhere.
    await voegBerichtToe(ontvanger.pool, bericht, ingepakt);
    await wek(ontvanger.wachtrij, id);
    return { soort: 'opgeslagen', id, herhaald: false };
  }
  const uitkomst = await inTransactie(ontvanger.pool, async (db): Promise<Ontvangst> => {
    if (!await neemSleutel(db, aanlevering, hash, op)) {
      return await zoekSleutel(db, aanlevering, hash) ?? { soort: 'sleutel-hergebruikt' };
    }
    const heen = isHeenbericht(berichtsoort) ? undefined : await zoekHeenbericht(db, berichtsoort, kop);
    if (heen !== undefined && heen.soort !== 'gevonden') return heen;
    await voegBerichtToe(db, { ...bericht, ...(heen === undefined ? {} : { antwoordOp: heen.id }) }, ingepakt);
    if (aanlevering.idempotentiesleutel !== undefined) {
      await db.query('update idempotentie set bericht_id = $3 where client = $1 and sleutel = $2',
        [client, sleutelvormen(db, aanlevering.idempotentiesleutel)[0], id]);
    }
    await aanlevering.erbij?.(db, id);
    return { soort: 'opgeslagen', id, herhaald: false };
  });
  // A queue that is away costs a delay, not a message: the sweep finds it in the database.
  if (uitkomst.soort === 'opgeslagen' && !uitkomst.herhaald) await wek(ontvanger.wachtrij, id);
  // A return message that belongs to nothing; its key was claimed above, without a message, as for every refusal.
  if (isRetourbezwaar(uitkomst)) await weiger(ontvanger.pool, op, client, bytes.length, berichtsoort, uitkomst.soort);
  return uitkomst;
}

function isRetourbezwaar({ soort }: Ontvangst): boolean {
  return soort === 'geen-heenbericht' || soort === 'geen-bericht-bij-retour' || soort === 'al-beantwoord';
}

/** Longest time in milliseconds that an acknowledgement waits for the queue. */
const WEKTIJD_MS = 1000;

async function wek(wachtrij: Wachtrij, id: string): Promise<void> {
  let klok: NodeJS.Timeout | undefined;
  const teLaat = new Promise<void>((klaar) => { klok = setTimeout(klaar, WEKTIJD_MS); });
  await Promise.race([wachtrij.voegToe([id]).catch(() => undefined), teLaat]);
  clearTimeout(klok);
}

/** How keys are stored: a client may put anything in one. The first is for a new key, the others find what was stored before. */
function sleutelvormen(db: Bevraagbaar, sleutel: string): readonly [string, ...string[]] {
  const [eerste, ...rest] = kluisVan(db).hashes(sleutel).map(({ hash }) => hash.toString('base64'));
  return [eerste ?? sleutel, ...rest, sleutel];
}

/** What an Idempotency-Key was used for before; undefined when it is new or absent. */
async function zoekSleutel(db: Bevraagbaar, aanlevering: Aanlevering, hash: Buffer): Promise<Ontvangst | undefined> {
  const { aanvrager: { client }, idempotentiesleutel } = aanlevering;
  if (idempotentiesleutel === undefined) return undefined;
  const { rows } = await db.query<{ hash: Buffer; bericht_id: string | null }>(
    'select hash, bericht_id from idempotentie where client = $1 and sleutel = any ($2)', [client, sleutelvormen(db, idempotentiesleutel)]);
  const [rij] = rows;
  if (rij === undefined) return undefined;
  if (!rij.hash.equals(hash)) return { soort: 'sleutel-hergebruikt' };
  // Same bytes that were refused before are refused again by the same check.
  return rij.bericht_id === null ? undefined : { soort: 'opgeslagen', id: rij.bericht_id, herhaald: true };
}

/**
 * Claims the key; waits for a simultaneous request with the same key. False when it was taken. A key whose message was refused may be
 * claimed again for the same bytes.
 */
async function neemSleutel(db: Bevraagbaar, aanlevering: Aanlevering, hash: Buffer, op: Date): Promise<boolean> {
  if (aanlevering.idempotentiesleutel === undefined) return true;
  const { rowCount } = await db.query(
    `insert into idempotentie as i (client, sleutel, hash, aangemaakt_op) values ($1, $2, $3, $4)
     on conflict (client, sleutel) do update set hash = excluded.hash where i.bericht_id is null and i.hash = excluded.hash`,
    [aanlevering.aanvrager.client, sleutelvormen(db, aanlevering.idempotentiesleutel)[0], hash, op]);
  return rowCount === 1;
}

/** Keeps that a message was refused: time, caller, size and reason, never content. */
async function noteerWeigering(
  { pool, klok }: Ontvanger, aanlevering: Aanlevering, hash: Buffer, berichtsoort: string | undefined, reden: string,
): Promise<void> {
  const op = klok.nu();
  await weiger(pool, op, aanlevering.aanvrager.client, aanlevering.bytes.length, berichtsoort, reden);
  await neemSleutel(pool, aanlevering, hash, op);
}

/** Records a refusal at the door, also for what never became a message (too big, wrong type). `omvang` in bytes. */
export async function weiger(
  db: Bevraagbaar, op: Date, client: string, omvang: number, berichtsoort: string | undefined, reden: string,
): Promise<void> {
  await db.query('insert into weigering (geweigerd_op, client, omvang, berichtsoort, reden) values ($1, $2, $3, $4, $5)',
    [op, client, omvang, berichtsoort ?? null, reden]);
}
