/** How message bytes are kept: gzipped where that is worth it, then sealed. What comes out is byte for byte what went in. */
import { promisify } from 'node:util';
import { constants, gunzip, gzip, gunzipSync, gzipSync } from 'node:zlib';
import { waarvoorBericht } from './kluis/hercodeer.js';
import type { Kluis, Verzegeld } from './kluis/kluis.js';

export type Codering = 'geen' | 'gzip';

export interface Ingepakt extends Verzegeld {
  readonly codering: Codering;
}

/** Smaller than this in bytes nothing is won. */
const KLEIN = 512;
/** From this size in bytes on another thread does it. XML of 24 MB shrinks to a twentieth. */
const GROOT = 64 * 1024;
const SNEL = { level: constants.Z_BEST_SPEED };

const pak = promisify(gzip);
const pakUit = promisify(gunzip);

/** Packs the content of the message with this id. Sealed bytes do not shrink, so packing comes first. */
export async function pakIn(kluis: Kluis, berichtId: string, bytes: Buffer): Promise<Ingepakt> {
  if (bytes.length < KLEIN) return { codering: 'geen', ...kluis.verzegel(bytes, waarvoorBericht(berichtId)) };
  const gepakt = bytes.length < GROOT ? gzipSync(bytes, SNEL) : await pak(bytes, SNEL);
  return { codering: 'gzip', ...kluis.verzegel(gepakt, waarvoorBericht(berichtId)) };
}

/** The bytes of the message with this id. @throws KluisFout when they cannot be opened */
export async function leesInhoud(kluis: Kluis, berichtId: string, { codering, sleutel, inhoud }: Ingepakt): Promise<Buffer> {
  const open = await kluis.open({ sleutel, inhoud }, waarvoorBericht(berichtId));
  if (codering === 'geen') return open;
  return open.length < KLEIN * 8 ? gunzipSync(open) : pakUit(open);
}
