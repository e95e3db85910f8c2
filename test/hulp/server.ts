/** Runs the built server as users do, in a process of its own, and talks to it over HTTP. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Berichtsoort } from '../../src/standaard/berichten/berichtsoorten.js';
import type { Berichten } from '../../src/standaard/berichten/gegenereerd/index.js';
import { leesBericht } from '../../src/standaard/xml/lezen.js';
import { schrijfBericht } from '../../src/standaard/xml/schrijven.js';

export const SERVER = fileURLToPath(new URL('../../dist/server.js', import.meta.url));

/** Where the key file of test servers with a DATABASE_URL is: one for all, as several processes share a database. */
export const SLEUTELMAP = join(tmpdir(), 'iwmo-test-sleutels');

/** What a process of a test gets along, so that it does not outlive the tests when those are killed. */
export const METOUDER = ['--import', new URL('metouder.mjs', import.meta.url).href] as const;

/** A gateway at work. */
export interface Dienst {
  readonly adres: string;
  /** What it said since its start. */
  uitvoer(): string;
  /** Has it read its files again. */
  herlaad(): void;
  stop(): Promise<unknown>;
}

/** A gateway in a process of its own. */
export interface Uitvoering extends Dienst {
  readonly proces: ChildProcess;
  stop(signaal?: NodeJS.Signals): Promise<number | null>;
}

/** The environment of a gateway: that of the tests without their database and queue, and what the test asks for. */
export function omgeving(env: Record<string, string>): NodeJS.ProcessEnv {
  const { DATABASE_URL: _a, REDIS_URL: _b, ...rest } = process.env;
  return { ...rest, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'warn', VANDAAG: '2026-06-30', DATA_DIR: SLEUTELMAP, ...env };
}

/** A test process that ends before its tests do takes along what it started; a server of its own would go on. */
const lopend = new Set<ChildProcess>();
process.on('exit', () => { for (const proces of lopend) proces.kill('SIGKILL'); });
process.on('SIGTERM', () => process.exit(143));

/** Starts `node dist/server.js` (or another command) and waits until it says where it listens. */
export async function startServer(
  env: Record<string, string>, opdracht: readonly string[] = [SERVER], gereed = /Gereed op (http\S+)/,
): Promise<Uitvoering> {
  const proces = spawn(process.execPath, [...METOUDER, ...opdracht], { env: omgeving(env), stdio: ['ignore', 'pipe', 'pipe'] });
  lopend.add(proces);
  proces.once('exit', () => lopend.delete(proces));
  let uitvoer = '';
  proces.stdout?.on('data', (stuk) => { uitvoer += String(stuk); });
  proces.stderr?.on('data', (stuk) => { uitvoer += String(stuk); });
  const adres = await new Promise<string>((klaar, fout) => {
    const kijk = (): void => {
      const gevonden = gereed.exec(uitvoer);
      if (gevonden) klaar(gevonden[1] ?? '');
    };
    proces.stdout?.on('data', kijk);
    proces.on('exit', (code) => { fout(new Error(`server stopte met ${code}:\n${uitvoer}`)); });
  });
  return {
    proces, adres, uitvoer: () => uitvoer, herlaad() { proces.kill('SIGHUP'); },
    async stop(signaal = 'SIGTERM') {
      if (proces.exitCode !== null || proces.signalCode !== null) return proces.exitCode;
      proces.kill(signaal);
      await once(proces, 'exit');
      return proces.exitCode;
    },
  };
}

export interface Resource {
  readonly id: string; readonly status: string; readonly berichtsoort: string; readonly richting: string; readonly ontvangenOp: string;
  readonly identificatie: string;
  readonly bevindingen: readonly { regel: string; retourcode: string; niveau: number; klasse: string; pad: string; melding: string }[];
  readonly antwoord?: { id: string; berichtsoort: string; href: string };
}

/** A client of one server. */
export class Aansluiting {
  constructor(readonly adres: string) {}

  post(bytes: Uint8Array | string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.adres}/v1/berichten`, {
      method: 'POST', headers: { 'Content-Type': 'application/xml', ...headers },
      body: typeof bytes === 'string' ? bytes : Uint8Array.from(bytes),
    });
  }

  /** Sends a message and waits for its assessment. */
  async lever<B extends Berichtsoort>(soort: B, bericht: Berichten[B]): Promise<Resource> {
    const antwoord = await this.post(schrijfBericht(soort, bericht), { Prefer: 'wait=20' });
    if (antwoord.status !== 200) throw new Error(`${antwoord.status}: ${await antwoord.text()}`);
    return await antwoord.json() as Resource;
  }

  async haal<T = Resource>(pad: string): Promise<T> {
    const antwoord = await fetch(this.adres + pad);
    if (!antwoord.ok) throw new Error(`${antwoord.status}: ${await antwoord.text()}`);
    return await antwoord.json() as T;
  }

  /** The answer to a message, read. */
  async antwoord<B extends Berichtsoort>(resource: Resource, soort: B): Promise<Berichten[B]> {
    const antwoord = await fetch(`${this.adres}/v1/berichten/${resource.id}/antwoord`);
    if (!antwoord.ok) throw new Error(`${antwoord.status}: ${await antwoord.text()}`);
    return leesBericht(soort, new Uint8Array(await antwoord.arrayBuffer()));
  }
}
