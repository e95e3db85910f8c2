/**
 * Where the wrapping keys are: in a file that the operator looks after, or in a key service outside (the transit interface that OpenBao and
 * Vault share). The data keys in the database are useless without it.
 */
import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConfigFout } from '../configfout.js';
import { KluisFout, ontgrendel, vergrendel } from './kluis.js';

export interface Verpakt {
  /** Name of the wrapping key. */
  readonly met: string;
  readonly bytes: Buffer;
}

/** Wraps and unwraps data keys of 32 bytes. */
export interface Sleuteldienst {
  /** Wraps with the wrapping key that holds now. */
  verpak(sleutel: Buffer): Promise<Verpakt>;
  /** @throws KluisFout when the wrapping key is not there or the bytes were changed */
  pakUit(verpakt: Verpakt): Promise<Buffer>;
  /** Name of the wrapping key that holds now, where it is known without wrapping. */
  readonly huidig: string | undefined;
}

const LENGTE = 32;
const WAARVOOR = 'datasleutel';

interface Sleutelbestand { readonly huidig: string; readonly sleutels: Readonly<Record<string, string>> }

function leesBestand(pad: string): { huidig: string; sleutels: Map<string, Buffer> } {
  const fout = (reden: string): ConfigFout => new ConfigFout(
    `SLEUTELS: ${pad} ${reden}. Verwacht: {"huidig": "naam", "sleutels": {"naam": "32 bytes in base64"}}; zie docs/beheer.md.`);
  let inhoud: unknown;
  try {
    inhoud = JSON.parse(readFileSync(pad, 'utf8'));
  } catch (e) {
    throw fout((e as { code?: string }).code === 'ENOENT' ? 'bestaat niet' : 'is niet te lezen als JSON');
  }
  const { huidig, sleutels } = (inhoud ?? {}) as Partial<Sleutelbestand>;
  if (typeof huidig !== 'string' || typeof sleutels !== 'object') throw fout('mist huidig of sleutels');
  const bos = new Map(Object.entries(sleutels).map(([naam, tekst]) => [naam, Buffer.from(String(tekst), 'base64')]));
  const [kort] = [...bos].find(([, bytes]) => bytes.length !== LENGTE) ?? [];
  if (kort !== undefined) throw fout(`heeft onder ${JSON.stringify(kort)} geen ${LENGTE} bytes`);
  if (!bos.has(huidig)) throw fout('wijst met huidig een sleutel aan die er niet in staat');
  return { huidig, sleutels: bos };
}

/** Makes a key file with one fresh key, readable by its owner alone. False when there is one already. @throws when it cannot be written */
export function maakSleutelbestand(pad: string, naam: string): boolean {
  mkdirSync(dirname(pad), { recursive: true });
  const inhoud: Sleutelbestand = { huidig: naam, sleutels: { [naam]: randomBytes(LENGTE).toString('base64') } };
  // Written beside it and then given its name at once: another process sees all of it or nothing.
  const tijdelijk = `${pad}.${process.pid}`;
  writeFileSync(tijdelijk, `${JSON.stringify(inhoud, null, 2)}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(tijdelijk, pad);
    return true;
  } catch (fout) {
    if ((fout as { code?: string }).code === 'EEXIST') return false;
    throw fout;
  } finally {
    unlinkSync(tijdelijk);
  }
}

/** Adds a fresh key to a key file and points at it; the others stay. @throws ConfigFout when the file cannot be used */
export function voegSleutelToe(pad: string, naam: string): void {
  const { sleutels } = leesBestand(pad);
  if (sleutels.has(naam)) throw new ConfigFout(`SLEUTELS: ${pad} heeft al een sleutel ${JSON.stringify(naam)}.`);
  const oud = Object.fromEntries([...sleutels].map(([een, bytes]) => [een, bytes.toString('base64')]));
  const inhoud: Sleutelbestand = { huidig: naam, sleutels: { ...oud, [naam]: randomBytes(LENGTE).toString('base64') } };
  // Written beside it first: a crash half-way must not take the old keys along.
  const tijdelijk = `${pad}.nieuw`;
  writeFileSync(tijdelijk, `${JSON.stringify(inhoud, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(tijdelijk, pad);
}

/** Wrapping keys from a file. Old ones stay in it as long as data keys are wrapped with them. @throws ConfigFout when it cannot be used */
export function sleutelsUitBestand(pad: string): Sleuteldienst {
  const { huidig, sleutels } = leesBestand(pad);
  const kies = (naam: string): Buffer => {
    const sleutel = sleutels.get(naam);
    if (sleutel === undefined) {
      throw new KluisFout(`De sleutels in de database zijn verpakt met ${JSON.stringify(naam)}; die staat niet in SLEUTELS (${pad}).`);
    }
    return sleutel;
  };
  return {
    huidig,
    verpak: (sleutel) => Promise.resolve({ met: huidig, bytes: vergrendel(kies(huidig), sleutel, WAARVOOR) }),
    pakUit: async ({ met, bytes }) => {
      const met32 = kies(met);
      try {
        return await Promise.resolve(ontgrendel(met32, bytes, WAARVOOR));
      } catch {
        throw new KluisFout(`De sleutel ${JSON.stringify(met)} in SLEUTELS is niet die waarmee de sleutels in de database zijn verpakt.`);
      }
    },
  };
}

/** Longest wait in milliseconds for an answer of the key service. */
const GEDULD_MS = 5000;

/**
 * Wrapping keys in a transit engine: it wraps and unwraps, and never gives its key away.
 * @param url address of the key, such as https://sleutels.example/v1/transit; @param naam name of the key there
 * @param token how this process signs in; read anew for every call, so that it may be renewed
 */
export function sleutelsUitTransit(url: string, naam: string, token: () => string): Sleuteldienst {
  const vraag = async (wat: 'encrypt' | 'decrypt', inhoud: Record<string, string>): Promise<Record<string, string>> => {
    let antwoord: Response;
    try {
      antwoord = await fetch(`${url.replace(/\/$/, '')}/${wat}/${encodeURIComponent(naam)}`, {
        method: 'POST', headers: { 'X-Vault-Token': token(), 'Content-Type': 'application/json' }, body: JSON.stringify(inhoud),
        signal: AbortSignal.timeout(GEDULD_MS), redirect: 'error',
      });
    } catch {
      throw new KluisFout('De sleuteldienst antwoordt niet.');
    }
    if (!antwoord.ok) throw new KluisFout(`De sleuteldienst weigert met status ${antwoord.status}.`);
    return (await antwoord.json() as { data: Record<string, string> }).data;
  };
  return {
    huidig: undefined,
    verpak: async (sleutel) => {
      const { ciphertext = '' } = await vraag('encrypt', { plaintext: sleutel.toString('base64') });
      // The ciphertext names the version of the key: vault:v1:…
      return { met: `${naam}:${ciphertext.split(':')[1] ?? ''}`, bytes: Buffer.from(ciphertext) };
    },
    pakUit: async ({ bytes }) => Buffer.from((await vraag('decrypt', { ciphertext: bytes.toString() }))['plaintext'] ?? '', 'base64'),
  };
}
