/**
 * A database that cannot take any more: the disk is full, or somebody else has all its connections. What cannot be stored is refused with 503
 * and Retry-After, what was acknowledged is handled, and with room it goes on by itself. Part of `npm run test:chaos`.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { schrijfBericht } from '../../src/standaard/xml/schrijven.js';
import { wacht } from '../hulp/chaos.js';
import { Aansluiting, startServer, type Resource, type Uitvoering } from '../hulp/server.js';
import { header, wmo301 } from '../hulp/voorbeelden.js';

const LANG = Number(process.env['CHAOS_BERICHTEN'] || 0) > 0;
/** Room for a new database and some hundreds of messages; the rest is filled on purpose. */
const SCHIJF = '256m';
const MAX_PER_KEER = 2000;
const opruimen: (() => unknown)[] = [];
afterEach(async () => { for (const doe of opruimen.splice(0).reverse()) await doe(); });

/** A folder on a small disk of its own; undefined where that is not allowed here. */
function kleineSchijf(): string | undefined {
  const map = mkdtempSync(join(tmpdir(), 'iwmo-vol-'));
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SCHIJF},mode=755`, 'tmpfs', map]).status !== 0) {
    rmSync(map, { recursive: true });
    return undefined;
  }
  opruimen.push(() => {
    spawnSync('umount', ['-l', map]);
    rmSync(map, { recursive: true, force: true });
  });
  return map;
}
const KAN_AANKOPPELEN = LANG && (() => {
  const gelukt = kleineSchijf() !== undefined;
  for (const doe of opruimen.splice(0)) void doe();
  return gelukt;
})();
if (LANG && !KAN_AANKOPPELEN) console.log('OVERGESLAGEN  schijf vol: hier mag geen schijf worden aangekoppeld (alleen root op Linux)');

async function start(dataDir: string): Promise<{ server: Uitvoering; verkeer: Verkeer; url: (rol: string) => string }> {
  const server = await startServer({ DATA_DIR: dataDir, VANDAAG: '2026-12-31', LOG_LEVEL: 'fatal' });
  opruimen.push(() => server.stop());
  const poort = /PostgreSQL draait op 127\.0\.0\.1:(\d+)/.exec(server.uitvoer())?.[1] ?? '';
  const wachtwoord = readFileSync(join(dataDir, 'postgres-wachtwoord'), 'utf8').trim();
  return { server, verkeer: new Verkeer(server.adres), url: (rol) => `postgresql://${rol}:${wachtwoord}@127.0.0.1:${poort}/iwmo` };
}

/** Sends messages and keeps what became of each. */
class Verkeer {
  readonly bevestigd = new Map<string, string>();
  readonly geweigerd: string[] = [];
  #teller = 0;

  constructor(readonly adres: string) {}

  bytes(naam: string): Buffer {
    const nummer = Number(naam.slice(1));
    return schrijfBericht('WMO301', { Header: { ...header('WMO301', naam), Ontvanger: String(65_700_000 + nummer % 10) }, Client: { ...wmo301.Client,
      ToegewezenProducten: wmo301.Client.ToegewezenProducten.map((een) => ({ ...een, ToewijzingNummer: nummer })) } });
  }

  /** One message: taken in, or refused for now and for no other reason. */
  async stuur(naam = `M${++this.#teller}`): Promise<number> {
    const antwoord = await new Aansluiting(this.adres).post(this.bytes(naam), { 'Idempotency-Key': naam });
    const tekst = await antwoord.text();
    if (antwoord.status === 503) {
      expect(Number(antwoord.headers.get('Retry-After'))).toBeGreaterThan(0);
      expect(JSON.parse(tekst)).toMatchObject({ code: 'tijdelijk-niet-beschikbaar' });
      this.geweigerd.push(naam);
    } else {
      expect([200, 202], tekst).toContain(antwoord.status);
      this.bevestigd.set(naam, (JSON.parse(tekst) as { id: string }).id);
    }
    return antwoord.status;
  }

  /** Until this many are refused. */
  async totGeweigerd(aantal: number): Promise<void> {
    for (let i = 0; i < MAX_PER_KEER && this.geweigerd.length < aantal; i++) await this.stuur();
    expect(this.geweigerd.length).toBeGreaterThanOrEqual(aantal);
  }

  /** Everything that was refused is taken in now, and everything that was ever acknowledged is assessed: once, and well. */
  async herstelt(): Promise<void> {
    for (const naam of this.geweigerd.splice(0)) {
      await expect.poll(() => this.stuur(naam), { timeout: 60_000, interval: 200 }).toBeLessThan(300);
    }
    for (const [naam, id] of this.bevestigd) {
      await expect.poll(async () => {
        const antwoord = await fetch(`${this.adres}/v1/berichten/${id}`, { headers: { Prefer: 'wait=20' } });
        return antwoord.ok ? await antwoord.json() as Resource : undefined;
      }, { timeout: 120_000, interval: 100 }).toMatchObject({ status: 'goedgekeurd', identificatie: naam, antwoord: { berichtsoort: 'WMO302' } });
    }
    expect(new Set(this.bevestigd.values()).size).toBe(this.bevestigd.size);
  }
}

/** Takes all room that is left on a disk. @returns makes room again */
function vul(map: string): () => void {
  const pad = join(map, 'vulling');
  const bestand = openSync(pad, 'w');
  for (let grootte = 1 << 20; grootte >= 512;) {
    try {
      if (writeSync(bestand, Buffer.alloc(grootte)) < grootte) grootte /= 2;
    } catch {
      grootte /= 2;
    }
  }
  closeSync(bestand);
  return () => { rmSync(pad); };
}

describe.skipIf(!KAN_AANKOPPELEN)('de schijf vol', () => {
  it('weigert wat niet past met 503, verliest niets en gaat met ruimte verder zonder herstart', async () => {
    const schijf = kleineSchijf() ?? '';
    const { verkeer } = await start(mkData(schijf));
    for (let i = 0; i < 20; i++) expect(await verkeer.stuur()).toBe(202);
    const ruim = vul(schijf);
    await verkeer.totGeweigerd(10);
    ruim();
    await verkeer.herstelt();
  }, 300_000);

  it('ook als PostgreSQL er zelf door omvalt', async () => {
    const schijf = kleineSchijf() ?? '';
    const { verkeer, url, server } = await start(mkData(schijf));
    for (let i = 0; i < 20; i++) expect(await verkeer.stuur()).toBe(202);
    const ruim = vul(schijf);
    // A new segment of the log, again and again: PostgreSQL stops where it cannot make one.
    const valtOm = async (): Promise<boolean> => {
      const beheer = new Client({ connectionString: url('postgres'), connectionTimeoutMillis: 5000 });
      beheer.on('error', () => undefined);
      try {
        await beheer.connect();
        for (let i = 0; i < 50; i++) {
          await beheer.query(`select pg_logical_emit_message(true, 'vol', repeat('x', 100))`);
          await beheer.query('select pg_switch_wal()');
        }
        return false;
      } catch {
        return true;
      } finally {
        await beheer.end().catch(() => undefined);
      }
    };
    expect(await valtOm()).toBe(true);
    await verkeer.totGeweigerd(3);
    await wacht(2000);
    ruim();
    await verkeer.herstelt();
    expect(server.proces.exitCode).toBe(null);
  }, 300_000);
});

/** The data folder is not the root of the disk, which holds the filling. */
function mkData(schijf: string): string {
  const map = join(schijf, 'data');
  mkdirSync(map, { mode: 0o755 });
  return map;
}

describe.skipIf(!LANG)('de verbindingen op', () => {
  it('weigert met 503, verliest niets en gaat verder zodra er weer zijn', async () => {
    const map = mkdtempSync(join(tmpdir(), 'iwmo-verbindingen-'));
    opruimen.push(() => { rmSync(map, { recursive: true, force: true }); });
    const { verkeer, url } = await start(map);
    for (let i = 0; i < 20; i++) expect(await verkeer.stuur()).toBe(202);
    const vreters: Client[] = [];
    const beheer = new Client({ connectionString: url('postgres') });
    await beheer.connect();
    opruimen.push(() => beheer.end(), () => Promise.all(vreters.splice(0).map((een) => een.end().catch(() => undefined))));
    /** Takes one connection; false when there is none left. */
    const eet = async (): Promise<boolean> => {
      const vreter = new Client({ connectionString: url('iwmo'), application_name: 'vreter', connectionTimeoutMillis: 10_000 });
      vreter.on('error', () => undefined);
      return vreter.connect().then(() => { vreters.push(vreter); return true; }, () => false);
    };
    while (await eet());
    // What the gateway has open it may keep and use; only without does it have to ask.
    for (let ronde = 0; ronde < 50 && verkeer.geweigerd.length < 10; ronde++) {
      await beheer.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'iwmo-%'`);
      while (await eet());
      await verkeer.stuur();
    }
    expect(verkeer.geweigerd.length).toBeGreaterThanOrEqual(10);
    await Promise.all(vreters.splice(0).map((een) => een.end()));
    await verkeer.herstelt();
  }, 300_000);
});
