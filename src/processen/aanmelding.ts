/** Sign-in of a process: who is known is read at the start and again on SIGHUP, and so are certificates that were renewed. */
import { readFileSync } from 'node:fs';
import type { ServerOptions } from 'node:https';
import { createSecureContext, type SecureContextOptions } from 'node:tls';
import { maakAanmelder, maakTokencontrole, openToegang, type Aanmelder, type Rollen } from '../platform/aanmelding/index.js';
import { ConfigFout, type Config, type Tlsconfig } from '../platform/config.js';
import type { Logboek } from '../platform/logboek.js';
import type { Zeg } from './proces.js';

export interface Procesaanmelding {
  /** Absent: AUTH=uit. */
  readonly aanmelder: Aanmelder | undefined;
  /** What people at a screen may, by the role that the issuer gives them. */
  rollen(): Rollen;
  stop(): void;
}

/** @throws ToegangFout when the file cannot be used; a later reload that cannot be used is told and changes nothing */
export function volgAanmelding({ aanmelding, tls }: Config, logboek: Logboek, zeg: Zeg): Procesaanmelding {
  if (aanmelding === undefined) return { aanmelder: undefined, rollen: () => new Map(), stop: () => undefined };
  const bron = openToegang(aanmelding.toegangsbestand, tls?.clientCa !== undefined);
  const herlaad = (): void => {
    const herlezing = bron.herlaad();
    zeg(herlezing.gelukt ? 'Toegang opnieuw ingelezen.' : herlezing.melding);
  };
  process.on('SIGHUP', herlaad);
  const controle = maakTokencontrole(aanmelding, (fout) => { logboek.warn({ err: fout }, 'uitgever van tokens niet bruikbaar'); });
  return {
    aanmelder: maakAanmelder(controle, () => bron.huidig()), rollen: () => bron.rollen(), stop: () => { process.off('SIGHUP', herlaad); } };
}

function lees(naam: string, pad: string): Buffer {
  try {
    return readFileSync(pad);
  } catch {
    throw new ConfigFout(`${naam}: ${pad} kan niet worden gelezen.`);
  }
}

/** TLS 1.2 only with the suites that NCSC calls good; TLS 1.3 has no others. */
const SUITES = ['TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256', 'TLS_AES_128_GCM_SHA256', 'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384', 'ECDHE-ECDSA-CHACHA20-POLY1305', 'ECDHE-RSA-CHACHA20-POLY1305', 'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256'];

/**
 * What the server needs for TLS. With TLS_CLIENT_CA clients are asked for a certificate; one without is let in, for whether it needs one
 * depends on its token.
 * @throws ConfigFout when a file cannot be read or used
 */
export function leesTls(tls: Tlsconfig): ServerOptions & SecureContextOptions {
  const opties = {
    cert: lees('TLS_CERT', tls.cert), key: lees('TLS_KEY', tls.key), minVersion: 'TLSv1.2' as const, ciphers: SUITES.join(':'),
    ...(tls.clientCa === undefined ? {} : { ca: lees('TLS_CLIENT_CA', tls.clientCa) }),
  };
  try {
    createSecureContext(opties);
  } catch {
    throw new ConfigFout('TLS_CERT, TLS_KEY en TLS_CLIENT_CA moeten PEM zijn, en het certificaat moet bij de sleutel horen.');
  }
  return { ...opties, honorCipherOrder: true, ...(tls.clientCa === undefined ? {} : { requestCert: true, rejectUnauthorized: false }) };
}

/** Looks whether the door can be built. @throws ToegangFout, ConfigFout */
export function controleerDeur({ aanmelding, tls }: Config): void {
  if (aanmelding !== undefined) openToegang(aanmelding.toegangsbestand, tls?.clientCa !== undefined);
  if (tls !== undefined) leesTls(tls);
}

/** Renews the certificates of a running server on SIGHUP. */
export function volgTls(tls: Tlsconfig | undefined, zet: (opties: SecureContextOptions) => void, zeg: Zeg): { stop(): void } {
  if (tls === undefined) return { stop: () => undefined };
  const herlaad = (): void => {
    try {
      zet(leesTls(tls));
      zeg('Certificaten opnieuw ingelezen.');
    } catch (fout) {
      if (!(fout instanceof ConfigFout)) throw fout;
      zeg(`De oude certificaten blijven gelden; de nieuwe zijn niet bruikbaar.\n${fout.message}`);
    }
  };
  process.on('SIGHUP', herlaad);
  return { stop: () => { process.off('SIGHUP', herlaad); } };
}
