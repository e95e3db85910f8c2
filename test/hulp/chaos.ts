/**
 * Traffic while everything is killed at random: two APIs, two workers, PostgreSQL and (where there is one) Redis, each with kill -9, each
 * started again as an operator's supervisor would. What comes out is compared with the same messages handled one by one, undisturbed.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { openPool, type Pool } from '../../src/platform/database.js';
import { openSleutelbos } from '../../src/platform/kluis/sleutelbos.js';
import { sleutelsUitBestand } from '../../src/platform/kluis/sleuteldienst.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/platform/postgres/index.js';
import { bsnsVan } from '../../src/register/personen.js';
import { vrijePoort } from './poort.js';
import { METOUDER, SERVER } from './server.js';

/** Numbers from 0 to 1 that are the same for the same seed. */
export function toevalVan(zaad: number): () => number {
  let staat = zaad >>> 0;
  return () => {
    staat = (staat + 0x6d2b79f5) >>> 0;
    let t = Math.imul(staat ^ (staat >>> 15), 1 | staat);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function wacht(ms: number): Promise<void> {
  return new Promise((klaar) => { setTimeout(klaar, ms); });
}

export interface Storing {
  readonly naam: string;
  readonly doe: () => Promise<void> | void;
}

/** A fixed port in front of a server that comes back on another one; what is under way breaks off, as it does on a network. */
export class Doorgang {
  doel = 0;
  readonly #open = new Set<Socket>();
  readonly #server: Server;

  constructor() {
    this.#server = createServer((binnen) => {
      const buiten = connect(this.doel, '127.0.0.1');
      for (const [een, ander] of [[binnen, buiten], [buiten, binnen]] as const) {
        this.#open.add(een);
        een.on('error', () => { ander.destroy(); }).on('close', () => { this.#open.delete(een); ander.destroy(); });
        een.pipe(ander);
      }
    });
  }

  async luister(): Promise<number> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return (this.#server.address() as AddressInfo).port;
  }

  sluit(): void {
    for (const socket of this.#open) socket.destroy();
    this.#server.close();
  }
}

/** Keeps a command running: whatever ends it, it comes back. */
class Bewaakt {
  kind: ChildProcess | undefined;
  uitvoer = '';
  /** Whether it said that it is ready, since it was last started. */
  gereed = false;
  #stopt = false;

  constructor(
    readonly naam: string, readonly opdracht: string, readonly argumenten: readonly string[], readonly env: NodeJS.ProcessEnv, readonly teken: RegExp,
  ) {
    this.#start();
  }

  #start(): void {
    if (this.#stopt) return;
    const kind = spawn(this.opdracht, this.argumenten, { env: this.env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.kind = kind;
    let gezegd = '';
    const hoor = (stuk: unknown): void => {
      gezegd = (gezegd + String(stuk)).slice(-5000);
      this.uitvoer = (this.uitvoer + String(stuk)).slice(-5000);
      this.gereed ||= kind === this.kind && this.teken.test(gezegd);
    };
    for (const stroom of [kind.stdout, kind.stderr]) stroom.on('data', hoor);
    kind.on('exit', () => {
      this.gereed = false;
      setTimeout(() => { this.#start(); }, 300);
    });
  }

  dood(): void {
    this.gereed = false;
    this.kind?.kill('SIGKILL');
  }

  async stop(): Promise<void> {
    this.#stopt = true;
    const { kind } = this;
    if (kind === undefined || kind.exitCode !== null || kind.signalCode !== null) return;
    kind.kill('SIGTERM');
    const geduld = setTimeout(() => kind.kill('SIGKILL'), 20_000);
    await once(kind, 'exit');
    clearTimeout(geduld);
  }
}

/** Whether a Redis of our own can be started here. */
export const HEEFT_REDIS = spawnSync('redis-server', ['--version']).status === 0;

/** The whole of it, with a PostgreSQL and a Redis of its own. */
export class Opstelling {
  readonly #map = mkdtempSync(join(tmpdir(), 'iwmo-chaos-'));
  readonly #doorgang = new Doorgang();
  readonly #bewaakt: Bewaakt[] = [];
  #postgres: EmbeddedPostgres | undefined;
  #herstel = Promise.resolve();
  #gestopt = false;
  adressen: string[] = [];
  databaseUrl = '';
  redisUrl: string | undefined;

  async start(metRedis: boolean): Promise<void> {
    const poort = await this.#doorgang.luister();
    await this.#startPostgres();
    this.databaseUrl = (this.#postgres as EmbeddedPostgres).connectionString.replace(/:\d+\//, `:${poort}/`);
    const { DATABASE_URL: _a, REDIS_URL: _b, ...rest } = process.env;
    const env: NodeJS.ProcessEnv = { ...rest, DATABASE_URL: this.databaseUrl, DATA_DIR: this.#map, LOG_LEVEL: 'error', VANDAAG: '2026-12-31', GELIJKTIJDIG: '4' };
    if (metRedis) {
      const redisPoort = await vrijePoort();
      this.redisUrl = `redis://127.0.0.1:${redisPoort}`;
      env['REDIS_URL'] = this.redisUrl;
      this.#bewaakt.push(new Bewaakt('redis', 'redis-server', ['--port', String(redisPoort), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], env,
        /Ready to accept connections/));
    }
    for (const naam of ['api', 'api', 'worker', 'worker']) {
      const eigen = await vrijePoort();
      if (naam === 'api') this.adressen.push(`http://127.0.0.1:${eigen}`);
      this.#bewaakt.push(new Bewaakt(naam, process.execPath, [...METOUDER, SERVER, naam], { ...env, PORT: String(eigen) }, /gereed/));
    }
    while (!this.gestopt && this.#bewaakt.some(({ gereed }) => !gereed)) await wacht(50);
  }

  async #startPostgres(): Promise<void> {
    this.#postgres = await startEmbeddedPostgres({ dataDir: this.#map, log: () => undefined });
    this.#doorgang.doel = this.#postgres.port;
  }

  /** Whether it is over: stopped, or nobody is left who asked for it. */
  get gestopt(): boolean {
    return this.#gestopt || process.connected === false;
  }

  /** The kinds of disturbance there are. */
  get soorten(): readonly string[] {
    return [...new Set([...this.#bewaakt.map(({ naam }) => naam), ...(this.redisUrl === undefined ? [] : ['redis leeg']), 'postgres'])];
  }

  /** Whether everything that was killed is ready again. */
  get hersteld(): boolean {
    return this.#bewaakt.every(({ gereed }) => gereed);
  }

  /** Everything that can be done to it now; what is down already cannot be killed once more. */
  get storingen(): Storing[] {
    const perProces = this.#bewaakt.filter(({ gereed }) => gereed).map((een): Storing => ({ naam: een.naam, doe: () => { een.dood(); } }));
    const leegmaken: Storing[] = this.redisUrl === undefined ? [] : [{ naam: 'redis leeg', doe: () => this.maakRedisLeeg() }];
    return [...perProces, ...leegmaken, { naam: 'postgres', doe: () => this.doodPostgres() }];
  }

  /** kill -9 on the postmaster; its children find out, and it is started again. */
  async doodPostgres(): Promise<void> {
    this.#herstel = this.#herstel.then(async () => {
      if (this.#gestopt) return;
      const [pid] = readFileSync(join(this.#map, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
      process.kill(Number(pid), 'SIGKILL');
      await this.#postgres?.stop();
      await this.#startPostgres();
    });
    await this.#herstel;
  }

  /** What the processes said, for a run that went wrong. */
  get uitvoer(): string {
    return this.#bewaakt.map(({ naam, uitvoer }) => `${naam}: ${uitvoer}`).join('\n');
  }

  async maakRedisLeeg(): Promise<void> {
    const redis = new Redis(this.redisUrl ?? '', { maxRetriesPerRequest: 1, retryStrategy: () => null, lazyConnect: true });
    redis.on('error', () => undefined);
    await redis.connect().then(() => redis.flushall(), () => undefined);
    redis.disconnect();
  }

  /** A pool that can read what is sealed. */
  async openPool(): Promise<{ pool: Pool; sluit(): Promise<void> }> {
    const pool = openPool(this.databaseUrl, 2);
    const bos = await openSleutelbos(pool, sleutelsUitBestand(join(this.#map, 'sleutels.json')));
    return { pool, sluit: async () => { bos.sluit(); await pool.end(); } };
  }

  async stop(): Promise<void> {
    this.#gestopt = true;
    await Promise.all(this.#bewaakt.map((een) => een.stop()));
    await this.#herstel.catch(() => undefined);
    await this.#postgres?.stop();
    this.#doorgang.sluit();
    rmSync(this.#map, { recursive: true, force: true });
  }
}

/** Sends until it is acknowledged, as a client that keeps its Idempotency-Key does; any API may be asked. */
export async function leverTot(proef: Opstelling, bytes: Buffer, sleutel: string, toeval: () => number): Promise<string> {
  for (;;) {
    if (proef.gestopt) throw new Error('de proef is gestopt');
    const adres = proef.adressen[Math.floor(toeval() * proef.adressen.length)] ?? '';
    const antwoord = await fetch(`${adres}/v1/berichten`, {
      method: 'POST', headers: { 'Content-Type': 'application/xml', 'Idempotency-Key': sleutel }, body: Uint8Array.from(bytes), signal: AbortSignal.timeout(20_000),
    }).then(async (een) => ({ status: een.status, tekst: await een.text() })).catch(() => undefined);
    if (antwoord?.status === 202 || antwoord?.status === 200) return (JSON.parse(antwoord.tekst) as { id: string }).id;
    if (antwoord !== undefined && antwoord.status !== 503 && antwoord.status !== 429) throw new Error(`${antwoord.status}: ${antwoord.tekst}`);
    await wacht(100 + toeval() * 200);
  }
}

/** Everything in the register, without what differs between two runs: ids of rows and messages, and numbers of persons. */
export async function stand(pool: Pool): Promise<Record<string, unknown>> {
  const personen = await pool.query<{ id: number }>('select id from persoon');
  const bsns = await bsnsVan(pool, personen.rows.map(({ id }) => id));
  const tabel = async (naam: string, kolommen: string): Promise<string[]> => {
    const { rows } = await pool.query<Record<string, unknown>>(`select ${kolommen} from ${naam}`);
    return rows.map((rij) => JSON.stringify({ ...rij, ...(typeof rij['persoon'] === 'number' ? { persoon: bsns.get(rij['persoon']) } : {}) })).sort();
  };
  const van = 'gemeente, aanbieder, persoon';
  return {
    // Of the answers a WMO325 has a number of its own, which is not the same twice.
    berichten: await tabel('bericht where antwoord_op is null', `berichtsoort, identificatie, status, bevindingen`),
    antwoorden: await tabel('bericht a join bericht b on b.id = a.antwoord_op', `b.berichtsoort, b.identificatie, a.berichtsoort as antwoord, a.omvang`),
    identificatie: await tabel('identificatie', 'gemeente, afzender, ontvanger, berichtsoort, identificatie'),
    toewijzing: await tabel('toewijzing', `${van}, toewijzing_nummer, ingangsdatum, einddatum, volume, reden_wijziging`),
    versies: await tabel('toewijzing_versie', 'gemeente, toewijzing_nummer, toewijzingsdatum, einddatum, volume'),
    starts: await tabel('start_product', `${van}, toewijzing_nummer, begindatum, verwijderd_door is not null as weg`),
    stops: await tabel('stop_product', `${van}, toewijzing_nummer, begindatum, einddatum, reden_beeindiging, verwijderd_door is not null as weg`),
    prestaties: await tabel('prestatie', `${van}, referentie_nummer, toewijzing_nummer, bedrag, goedgekeurd, gecrediteerd_door is not null as weg`),
    productie: await tabel('productie_maand', '*'),
    wachtend: await tabel('wachtend', '*'),
    declaraties: await tabel('declaratie', 'gemeente, aanbieder, declaratie_nummer, ingediend, toegekend'),
    termijnen: await tabel('termijn', `gemeente, aanbieder, soort, bron, start, vervaldatum, gesloten_op, toewijzing_nummer`),
  };
}
