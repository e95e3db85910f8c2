/** Certificates for tests: a CA of its own and what it signs, made on the spot so that no key is kept and none expires. */
import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vingerafdruk } from '../../src/platform/aanmelding/index.js';

function der(merk: number, ...delen: readonly Uint8Array[]): Buffer {
  const inhoud = Buffer.concat(delen);
  const lengte = inhoud.length < 0x80 ? [inhoud.length] : inhoud.length < 0x100 ? [0x81, inhoud.length] : [0x82, inhoud.length >> 8, inhoud.length & 0xff];
  return Buffer.concat([Buffer.from([merk, ...lengte]), inhoud]);
}
const reeks = (...delen: readonly Uint8Array[]): Buffer => der(0x30, ...delen);
const oid = (...bytes: readonly number[]): Buffer => der(0x06, Buffer.from(bytes));
const tijd = (jaar: number): Buffer => der(0x18, Buffer.from(`${jaar}0101000000Z`));
const ECDSA_SHA256 = reeks(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
const naam = (cn: string): Buffer => reeks(der(0x31, reeks(oid(0x55, 0x04, 0x03), der(0x0c, Buffer.from(cn)))));
const CA_KENMERK = reeks(oid(0x55, 0x1d, 0x13), der(0x01, Buffer.from([0xff])), der(0x04, reeks(der(0x01, Buffer.from([0xff])))));
const LOOPBACK = reeks(oid(0x55, 0x1d, 0x11), der(0x04, reeks(der(0x87, Buffer.from([127, 0, 0, 1])))));

export interface Certificaat {
  readonly naam: string;
  /** PEM. */
  readonly cert: string;
  readonly key: string;
  /** x5t#S256. */
  readonly afdruk: string;
  readonly sleutel: KeyObject;
}

function maak(cn: string, ca: Certificaat | undefined): Certificaat {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const inhoud = reeks(
    der(0xa0, der(0x02, Buffer.from([2]))), der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])), ECDSA_SHA256, naam(ca?.naam ?? cn),
    reeks(tijd(2020), tijd(2120)), naam(cn), publicKey.export({ type: 'spki', format: 'der' }), der(0xa3, reeks(ca === undefined ? CA_KENMERK : LOOPBACK)));
  const handtekening = sign('sha256', inhoud, ca?.sleutel ?? privateKey);
  const bytes = reeks(inhoud, ECDSA_SHA256, der(0x03, Buffer.from([0]), handtekening));
  return {
    naam: cn, sleutel: privateKey, afdruk: vingerafdruk(bytes), key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    cert: `-----BEGIN CERTIFICATE-----\n${bytes.toString('base64').replaceAll(/(.{64})/g, '$1\n')}\n-----END CERTIFICATE-----\n`,
  };
}

export const maakCa = (cn: string): Certificaat => maak(cn, undefined);
/** A certificate of the CA, for a server on 127.0.0.1 or for a client. */
export const maakCertificaat = (cn: string, ca: Certificaat): Certificaat => maak(cn, ca);

/** Writes texts to files in a folder of their own; gives their paths by name. */
export function alsBestanden<N extends string>(inhoud: Readonly<Record<N, string>>): { readonly map: string; readonly paden: Readonly<Record<N, string>> } {
  const map = mkdtempSync(join(tmpdir(), 'iwmo-bestanden-'));
  const paden = Object.fromEntries(Object.entries<string>(inhoud).map(([bestand, tekst]) => {
    const pad = join(map, bestand);
    writeFileSync(pad, tekst, { mode: 0o600 });
    return [bestand, pad];
  }));
  return { map, paden: paden as Record<N, string> };
}
