/**
 * Any number of API and worker processes on one PostgreSQL and one Redis, and one round of messages through them with what it took: processor
 * time per kind of process, commits, and what the sessions of the database were waiting for.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import pg from 'pg';
import { rekentijd, rekentijdMachine, rekentijdMetKinderen } from './rekentijd.mjs';
import { gelijktijdig, maakBode, wachtTotBeoordeeld, WORTEL } from './server.mjs';

const { startEmbeddedPostgres } = await import(new URL('../../dist/platform/postgres/index.js', import.meta.url).href);

/** Redis that a measurement may empty: REDIS_URL, else the database number that the tests use too. */
export const REDIS = process.env.REDIS_URL ?? 'redis://127.0.0.1:6379/9';
const MONSTER_MS = 50;
const GEMEENTE = '0363';

/** An embedded PostgreSQL and a folder that processes share; `stop` removes both. */
export async function startGrond() {
  const map = mkdtempSync(join(tmpdir(), 'iwmo-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDir: map, log: () => undefined });
  const postmaster = Number(readFileSync(join(map, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  return {
    map, postmaster, url: postgres.connectionString,
    async stop() {
      await postgres.stop();
      rmSync(map, { recursive: true, force: true });
    },
  };
}

async function startProces(soort, env) {
  const proces = spawn(process.execPath, [join(WORTEL, 'dist/server.js'), soort], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let uitvoer = '';
  const adres = await new Promise((klaar, fout) => {
    proces.stdout.on('data', (stuk) => {
      uitvoer += stuk;
      const gevonden = /API gereed op (\S+)|Worker gereed/.exec(uitvoer);
      if (gevonden) klaar(gevonden[1]);
    });
    proces.on('exit', (code) => fout(new Error(`${soort} stopte: ${code}\n${uitvoer}`)));
  });
  return { proces, adres };
}

/**
 * Starts processes on a database of their own.
 * @param grond of startGrond
 */
export async function startGang(grond, { apis, workers, env = {} }) {
  const naam = `gang_${Date.now().toString(36)}`;
  const beheer = new pg.Client(grond.url);
  beheer.on('error', () => undefined);
  await beheer.connect();
  await beheer.query(`create database ${naam}`);
  const redis = new Redis(REDIS);
  await redis.flushdb();
  const databaseUrl = grond.url.replace(/\/iwmo\?/, `/${naam}?`);
  const omgeving = {
    ...process.env, PORT: '0', DATA_DIR: join(grond.map, naam), LOG_LEVEL: 'warn', DATABASE_URL: databaseUrl, REDIS_URL: REDIS, ...env };
  delete omgeving.VANDAAG;
  const eerste = await startProces('api', omgeving);
  const [overige, werkers] = await Promise.all([
    Promise.all(Array.from({ length: apis - 1 }, () => startProces('api', omgeving))),
    Promise.all(Array.from({ length: workers }, () => startProces('worker', omgeving)))]);
  const deuren = [eerste, ...overige];
  const client = new pg.Client(databaseUrl);
  await client.connect();
  return {
    grond, redis, client, databaseUrl, adressen: deuren.map(({ adres }) => adres),
    pids: { api: deuren.map(({ proces }) => proces.pid), worker: werkers.map(({ proces }) => proces.pid) },
    async stop() {
      for (const { proces } of [...deuren, ...werkers]) {
        proces.kill('SIGTERM');
        await once(proces, 'exit');
      }
      await client.end();
      await redis.flushdb();
      redis.disconnect();
      // Not while PostgreSQL itself is cleaning up in it; the whole cluster goes in the end.
      await beheer.query(`drop database ${naam} with (force)`).catch(() => undefined);
      await beheer.end();
      rmSync(omgeving.DATA_DIR, { recursive: true, force: true });
    },
  };
}

const fixture = (naam) => readFileSync(join(WORTEL, 'fixtures', naam), 'utf8');
const SJABLONEN = { T: fixture('WMO301/goedgekeurd-eerste-toewijzing.xml'), S: fixture('WMO305/goedgekeurd-eerste-start.xml') };

/** A WMO301 (T) or its WMO305 (S) of one of so many pairs. */
function maak(soort, i, paren) {
  return SJABLONEN[soort]
    .replace(/(<(?:\w+:)?Identificatie>)[^<]*/, `$1${soort}${i}`)
    .replace(/(<(?:\w+:)?(?:Afzender|Ontvanger)>)\d{4}</g, `$1${GEMEENTE}<`)
    .replace(/(<(?:\w+:)?(?:Afzender|Ontvanger)>)\d{8}/, `$1${65_000_000 + (i % paren)}`)
    .replaceAll(/(ToewijzingNummer>)\d+/g, `$1${i + 1}`);
}

const som = (getallen) => getallen.reduce((a, b) => a + b, 0);

async function commits(client) {
  // Sessions hand their counts over after a moment.
  await new Promise((klaar) => setTimeout(klaar, 1100));
  const { rows: [{ n }] } = await client.query('select xact_commit::int as n from pg_stat_database where datname = current_database()');
  return n;
}

/**
 * Looks, every so many milliseconds, what the sessions of this database that are at work wait for. `sessies`: how many there are on average, by
 * what they wait for; `aandeelApi`: which part of those that wait for nothing but a processor work for the API.
 */
function volgWachten(databaseUrl) {
  const geteld = new Map();
  const rekent = { 'iwmo-api': 0, 'iwmo-worker': 0 };
  let monsters = 0;
  let bezig = true;
  const klaar = (async () => {
    const client = new pg.Client({ connectionString: databaseUrl, application_name: 'monster' });
    await client.connect();
    while (bezig) {
      const { rows } = await client.query({ name: 'monster', text: `select coalesce(wait_event_type || '/' || wait_event, 'rekent') as op,
        application_name as wie, count(*)::int as n from pg_stat_activity
        where datname = current_database() and application_name <> 'monster' and state <> 'idle' group by 1, 2` });
      monsters++;
      for (const { op, wie, n } of rows) {
        geteld.set(op, (geteld.get(op) ?? 0) + n);
        if (op === 'rekent' && wie in rekent) rekent[wie] += n;
      }
      await new Promise((verder) => setTimeout(verder, MONSTER_MS));
    }
    await client.end();
  })();
  return async () => {
    bezig = false;
    await klaar;
    return {
      sessies: Object.fromEntries([...geteld].map(([op, n]) => [op, n / monsters]).sort((a, b) => b[1] - a[1])),
      aandeelApi: rekent['iwmo-api'] / Math.max(1, rekent['iwmo-api'] + rekent['iwmo-worker']),
    };
  };
}

const redisTijd = async (redis) => [...(await redis.info('cpu')).matchAll(/used_cpu_(?:sys|user):([\d.]+)/g)].reduce((som, [, s]) => som + Number(s), 0);

/**
 * WMO301s in to warm up, then as many WMO305s that are measured, until the last is assessed.
 * @returns throughput in messages per second, processor seconds per message by kind of process, commits per message, sessions waiting on average
 */
export async function meetRonde(gang, { aantal, paren, tegelijk }) {
  const { adressen, client, pids, grond, redis, databaseUrl } = gang;
  const bode = maakBode();
  const stuurAlles = (soort) => gelijktijdig(aantal, tegelijk, (i) => bode.stuur(adressen[i % adressen.length], maak(soort, i, paren)));
  await stuurAlles('T');
  await wachtTotBeoordeeld(client);
  const stand = async () => ({
    api: som(pids.api.map(rekentijd)), worker: som(pids.worker.map(rekentijd)), postgres: rekentijdMetKinderen(grond.postmaster),
    redis: await redisTijd(redis), afzender: rekentijd(process.pid), machine: rekentijdMachine() });
  const omvangVoor = await omvangVan(gang);
  const commitsVoor = await commits(client);
  const stopWachten = volgWachten(databaseUrl);
  const voor = await stand();
  const begin = performance.now();
  await stuurAlles('S');
  const aangenomen = (performance.now() - begin) / 1000;
  await wachtTotBeoordeeld(client);
  const duur = (performance.now() - begin) / 1000;
  const na = await stand();
  const { sessies, aandeelApi } = await stopWachten();
  const commitsNa = await commits(client);
  bode.sluit();
  const bytesPerBericht = (await omvangVan(gang) - omvangVoor) / aantal;
  const { rows: [t] } = await client.query(
    `select percentile_cont(0.5) within group (order by d) as p50, percentile_cont(0.95) within group (order by d) as p95,
       percentile_cont(0.99) within group (order by d) as p99, count(*) filter (where status = 'goedgekeurd')::int as goed from (
       select extract(epoch from beoordeeld_op - ontvangen_op) * 1000 as d, status from bericht where berichtsoort = 'WMO305') x`);
  if (t.goed !== aantal) throw new Error(`${t.goed} van ${aantal} goedgekeurd`);
  return {
    perSeconde: aantal / duur, aangenomenPerSeconde: aantal / aangenomen,
    duurMs: { p50: Number(t.p50), p95: Number(t.p95), p99: Number(t.p99) },
    msPerBericht: Object.fromEntries(Object.keys(voor).map((deel) => [deel, ((na[deel] - voor[deel]) * 1000) / aantal])),
    kernen: Object.fromEntries(Object.keys(voor).map((deel) => [deel, (na[deel] - voor[deel]) / duur])),
    commitsPerBericht: (commitsNa - commitsVoor) / aantal, bytesPerBericht, sessies, aandeelApi,
  };
}

/** Size in bytes of the database of a gang. */
export async function omvangVan({ client }) {
  const { rows: [{ n }] } = await client.query('select pg_database_size(current_database())::int8 as n');
  return Number(n);
}
