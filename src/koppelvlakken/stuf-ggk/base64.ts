/**
 * Base64 of messages of 25 MB. An XML parser keeps limits on the length of a text, so long stretches of Base64 are cut out of the bytes
 * first and a short mark is left in their place.
 */
import { randomBytes } from 'node:crypto';

/** White space, also as the reference that some writers put at every line end. */
const WIT = /[\t\n\r ]|&#(?:9|10|13|32|x0*(?:9|[ad]|20));/gi;

/** The bytes that a text in Base64 stands for, as XML Schema reads it; undefined when it is no Base64. */
export function uitBase64(tekst: Buffer): Buffer | undefined {
  const cijfers = tekst.toString('latin1').replace(WIT, '');
  // Node reads past what does not belong; then writing gives something else back.
  const inhoud = Buffer.from(cijfers, 'base64');
  return inhoud.toString('base64') === cijfers ? inhoud : undefined;
}

/** Bytes with the long stretches of Base64 taken out. */
export interface Geknipt {
  readonly rest: Buffer;
  /** What the stretches stand for, by the mark that took their place. */
  readonly inhouden: ReadonlyMap<string, Buffer>;
}

/** Shorter stretches in bytes stay where they are. */
const LANG = 8192;
const [LT, GT] = [0x3c, 0x3e];
/** Within so many bytes looking one by one is faster than asking for the place. */
const DICHTBIJ = 64;

function volgende(bytes: Buffer, byte: number, van: number): number {
  const grens = Math.min(van + DICHTBIJ, bytes.length);
  for (let i = van; i < grens; i++) if (bytes[i] === byte) return i;
  return bytes.indexOf(byte, grens);
}

/**
 * Cuts every long stretch of Base64 between a > and a < out of a document in UTF-8 (or another encoding in which markup is ASCII). A mark
 * is itself Base64 and cannot be guessed, so that no sender can have it in his document.
 */
export function knip(bytes: Buffer): Geknipt {
  const delen: Buffer[] = [];
  const inhouden = new Map<string, Buffer>();
  let klaar = 0;
  for (let van = volgende(bytes, LT, 0); van >= 0;) {
    const tot = volgende(bytes, LT, van + 1);
    if (tot - van > LANG) {
      const begin = bytes.lastIndexOf(GT, tot) + 1;
      const inhoud = tot - begin >= LANG && begin > van ? uitBase64(bytes.subarray(begin, tot)) : undefined;
      if (inhoud !== undefined) {
        const merk = randomBytes(15).toString('base64');
        inhouden.set(merk, inhoud);
        delen.push(bytes.subarray(klaar, begin), Buffer.from(merk, 'latin1'));
        klaar = tot;
      }
    }
    van = tot;
  }
  if (inhouden.size === 0) return { rest: bytes, inhouden };
  delen.push(bytes.subarray(klaar));
  return { rest: Buffer.concat(delen), inhouden };
}
