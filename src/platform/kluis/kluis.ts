/**
 * Personal data at rest. A Kluis seals bytes (AES-256-GCM) and makes the keyed hash (HMAC-SHA-256) by which a person is found without being
 * readable. Every database handle has one, so that whoever writes or reads content need not know about keys.
 */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { Bevraagbaar, Pool } from '../database.js';

/** Sealed bytes and the key they were sealed with; null: as they are. */
export interface Verzegeld {
  readonly sleutel: number | null;
  readonly inhoud: Buffer;
}

export interface Zoekhash {
  readonly sleutel: number | null;
  readonly hash: Buffer;
}

export interface Kluis {
  /** Seals. `waarvoor` has to be the same when it is opened: what was sealed for one place does not open in another. */
  verzegel(bytes: Uint8Array, waarvoor: string): Verzegeld;
  /** @throws KluisFout when the key is unknown or the bytes were changed */
  open(verzegeld: Verzegeld, waarvoor: string): Promise<Buffer>;
  /** Hashes of a value under every key that is in use; the first is the one to store. */
  hashes(waarde: string): readonly [Zoekhash, ...Zoekhash[]];
}

/** Content that cannot be opened. Names the key, never the content. */
export class KluisFout extends Error {
  override readonly name = 'KluisFout';
}

const ALGORITME = 'aes-256-gcm';
const NONCE = 12;
const MERK = 16;

/** nonce, ciphertext, tag. @param sleutel 32 bytes */
export function vergrendel(sleutel: Uint8Array, bytes: Uint8Array, waarvoor: string): Buffer {
  const nonce = randomBytes(NONCE);
  const slot = createCipheriv(ALGORITME, sleutel, nonce).setAAD(Buffer.from(waarvoor));
  return Buffer.concat([nonce, slot.update(bytes), slot.final(), slot.getAuthTag()]);
}

/** The inverse of vergrendel. @throws Error when key, purpose or bytes are not those it was locked with */
export function ontgrendel(sleutel: Uint8Array, inhoud: Buffer, waarvoor: string): Buffer {
  const slot = createDecipheriv(ALGORITME, sleutel, inhoud.subarray(0, NONCE), { authTagLength: MERK });
  slot.setAAD(Buffer.from(waarvoor)).setAuthTag(inhoud.subarray(-MERK));
  return Buffer.concat([slot.update(inhoud.subarray(NONCE, -MERK)), slot.final()]);
}

export function zoekhash(sleutel: Uint8Array, waarde: string): Buffer {
  return createHmac('sha256', sleutel).update(waarde).digest();
}

/** Encryption off: only for development and measurements. */
export const KLAARTEKST: Kluis = {
  verzegel: (bytes) => ({ sleutel: null, inhoud: Buffer.from(bytes) }),
  open: ({ sleutel, inhoud }) => {
    if (sleutel !== null) return Promise.reject(new KluisFout(`De inhoud is versleuteld met sleutel ${sleutel}; versleuteling staat uit.`));
    return Promise.resolve(inhoud);
  },
  hashes: (waarde) => [{ sleutel: null, hash: Buffer.from(waarde) }],
};

interface Houder { kluis: Kluis }
const houders = new WeakMap<object, Houder>();

/** Gives a pool, and every connection that it makes, its Kluis. Called once where a pool is made, and again when its keys are known. */
export function koppelKluis(pool: Pool, kluis: Kluis): void {
  const houder = houders.get(pool);
  if (houder !== undefined) {
    houder.kluis = kluis;
    return;
  }
  const nieuw: Houder = { kluis };
  houders.set(pool, nieuw);
  pool.on('connect', (client) => { houders.set(client, nieuw); });
}

/** The Kluis of a pool or of a connection of it. @throws Error for a handle that no pool of ours made */
export function kluisVan(db: Bevraagbaar): Kluis {
  const houder = houders.get(db);
  if (houder === undefined) throw new Error('Deze databaseverbinding heeft geen kluis.');
  return houder.kluis;
}
