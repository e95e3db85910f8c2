/** Starting and stopping as an operator does: no database given, the folder kept, doubles refused, crashes survived. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { openPool } from '../../src/platform/database.js';
import { schrijfBericht } from '../../src/standaard/xml/schrijven.js';
import { verseDatabase } from '../hulp/database.js';
import { Aansluiting, SERVER, startServer, type Uitvoering } from '../hulp/server.js';
import { header, wmo301 } from '../hulp/voorbeelden.js';

const DATA_DIR = mkdtempSync(join(tmpdir(), 'iwmo-start-'));
const lopend: Uitvoering[] = [];
const start = async (env: Record<string, string> = {}): Promise<Uitvoering> => {
  const uitvoering = await startServer({ DATA_DIR, ...env });
  lopend.push(uitvoering);
  return uitvoering;
};
afterEach(async () => {
  for (const uitvoering of lopend.splice(0)) await uitvoering.stop();
});
afterAll(() => { rmSync(DATA_DIR, { recursive: true, force: true }); });

/** Runs a start that has to fail and gives what it said. */
function mislukteStart(env: Record<string, string>, argumenten: string[] = []): { code: number | null; tekst: string } {
  const { DATABASE_URL: _a, REDIS_URL: _b, ...rest } = process.env;
  const { status, stderr } = spawnSync(process.execPath, [SERVER, ...argumenten], { env: { ...rest, PORT: '0', DATA_DIR, ...env }, encoding: 'utf8' });
  return { code: status, tekst: stderr };
}

/** Processes that still carry the data folder on their command line. */
function nagebleven(): string[] {
  return readdirSync('/proc').filter((pid) => /^\d+$/.test(pid)).filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes(DATA_DIR);
    } catch {
      return false;
    }
  });
}

describe('zonder iets in te stellen', { timeout: 180_000 }, () => {
  it('start met ingebouwde PostgreSQL, bewaart wat binnenkomt en laat niets achter', async () => {
    const eerste = await start();
    const gateway = new Aansluiting(eerste.adres);
    const resource = await gateway.lever('WMO301', wmo301);
    expect(resource.status).toBe('goedgekeurd');
    expect(await eerste.stop('SIGTERM')).toBe(0);
    expect(nagebleven()).toEqual([]);

    const tweede = await start();
    const later = await new Aansluiting(tweede.adres).haal(`/v1/berichten/${resource.id}`);
    expect(later).toEqual(resource);
    // Also when nobody reads any more what it says.
    for (const stroom of [tweede.proces.stdout, tweede.proces.stderr]) stroom?.destroy();
    expect(await tweede.stop('SIGINT')).toBe(0);
    expect(nagebleven()).toEqual([]);
  });

  it('weigert een tweede op dezelfde map, en neemt het over na kill -9', async () => {
    const eerste = await start();
    const { code, tekst } = mislukteStart({});
    expect(code).toBe(1);
    expect(tekst).toContain(DATA_DIR);
    expect(tekst).toContain(String(eerste.proces.pid));
    expect(tekst).not.toMatch(/\n\s+at /);

    eerste.proces.kill('SIGKILL');
    await once(eerste.proces, 'exit');
    const opvolger = await start();
    const resource = await new Aansluiting(opvolger.adres).lever('WMO301', { ...wmo301, Header: header('WMO301', 'NA9') });
    expect(resource.status).toBe('goedgekeurd');
  });

  it('laat geen worker na als het hoofdproces wegvalt terwijl die nog start', async () => {
    // A database that answers nobody, so that the worker never gets further than its start.
    const stil = createServer((verbinding) => { verbinding.on('error', () => undefined); }).listen(0, '127.0.0.1');
    await once(stil, 'listening');
    const url = `postgresql://niemand@127.0.0.1:${(stil.address() as AddressInfo).port}/niets`;
    // A main process that starts a worker and is gone before that has been loaded.
    const ouder = spawn(process.execPath, ['-e', `
      const { fork } = require('node:child_process');
      console.log(fork(${JSON.stringify(SERVER)}, ['worker'], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }).pid);
      process.kill(process.pid, 'SIGKILL');`], { env: { ...process.env, DATA_DIR, DATABASE_URL: url }, stdio: ['ignore', 'pipe', 'pipe'] });
    const [uit, fout] = await Promise.all([text(ouder.stdout), text(ouder.stderr)]);
    const leeft = (): boolean => {
      try {
        return process.kill(Number(uit.trim()), 0);
      } catch {
        return false;
      }
    };
    await expect.poll(leeft, { timeout: 30_000 }).toBe(false);
    // It left because it was alone, not because something failed.
    expect(fout).toBe('');
    stil.close();
  });

  it('start de worker opnieuw als die omvalt', async () => {
    const uitvoering = await start();
    const { pid } = uitvoering.proces;
    const kinderen = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);
    const worker = kinderen.find((kind) => readFileSync(`/proc/${kind}/cmdline`, 'latin1').includes('\0worker'));
    expect(worker).toBeDefined();
    process.kill(worker as number, 'SIGKILL');
    const resource = await new Aansluiting(uitvoering.adres).lever('WMO301', { ...wmo301, Header: header('WMO301', 'NAWORKER') });
    expect(resource.status).toBe('goedgekeurd');
    expect(uitvoering.uitvoer()).toContain('wordt opnieuw gestart');
  });
});

describe('configuratie die niet kan', () => {
  it.each<[Record<string, string>, RegExp, string[]]>([
    [{ PORT: '99999' }, /PORT/, []],
    [{ HOST: '0.0.0.0' }, /loopback/, []],
    [{ NODE_ENV: 'production' }, /production/, []],
    [{ AUTH: 'jwt' }, /AUTH=jwt/, []],
    [{ AUTH: 'jwt', AUTH_ISSUER: 'https://uitgever.example', AUTH_AUDIENCE: 'x', TOEGANG_BESTAND: '/bestaat/niet' }, /^\/bestaat\/niet: .*TOEGANG_BESTAND/, []],
    [{ TLS_CERT: '/bestaat/niet', TLS_KEY: '/bestaat/niet' }, /^TLS_CERT/, []],
    [{ VANDAAG: '2026-02-30' }, /VANDAAG/, []],
    [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL/, []],
    [{ LOG_LEVEL: 'hard' }, /LOG_LEVEL/, []],
    [{ SCHEMA_DIR: '/bestaat/niet', DATABASE_URL: 'postgres://127.0.0.1:1/x' }, /SCHEMA_DIR/, ['api']],
    [{}, /DATABASE_URL/, ['api']],
    [{}, /DATABASE_URL/, ['worker']],
    [{}, /Onbekende modus/, ['alsjeblieft']],
  ])('%j zegt wat er mis is', (env, reden, argumenten) => {
    const { code, tekst } = mislukteStart(env, argumenten);
    expect(code).toBe(1);
    expect(tekst).toMatch(reden);
  });
});

describe('API en worker los, op een gegeven database', () => {
  it('doen samen wat één proces doet; een database die nieuwer is wordt geweigerd', async () => {
    const database = await verseDatabase();
    const env = { DATABASE_URL: database.url };
    const api = await startServer(env, [SERVER, 'api'], /API gereed op (http\S+)/);
    const gateway = new Aansluiting(api.adres);
    expect((await gateway.post(schrijfBericht('WMO301', wmo301), { Prefer: 'wait=1' })).status).toBe(202);
    const worker = await startServer(env, [SERVER, 'worker'], /Worker gereed/);
    const resource = await gateway.lever('WMO301', { ...wmo301, Header: header('WMO301', 'LOS') });
    expect(resource.status).toBe('goedgekeurd');
    await worker.stop();
    await api.stop();

    const pool = openPool(database.url, 1);
    await pool.query(`insert into migratie (nummer, naam) values (9999, 'toekomst')`);
    await pool.end();
    const { code, tekst } = mislukteStart(env);
    expect(code).toBe(1);
    expect(tekst).toMatch(/nieuwere versie/);
    await database.verwijder();
  }, 60_000);
});
