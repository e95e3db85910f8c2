/** A backup put back in a new place: everything is there, and what was under way goes on. Without its key file it is of no use, and says so. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { keten, laatsteAnker } from '../../src/platform/audit/keten.js';
import { openPool } from '../../src/platform/database.js';
import { maakSleutelbestand } from '../../src/platform/kluis/sleuteldienst.js';
import { runningPostgres, startEmbeddedPostgres } from '../../src/platform/postgres/index.js';
import { schrijfBericht } from '../../src/standaard/xml/schrijven.js';
import { legeDatabase } from '../hulp/database.js';
import { momentopname } from '../hulp/momentopname.js';
import { Aansluiting, SERVER, startServer, type Resource, type Uitvoering } from '../hulp/server.js';
import { AANBIEDER, GEMEENTE, header, wmo301, wmo305, wmo315 } from '../hulp/voorbeelden.js';
import { startWebhook, type Webhook } from '../hulp/webhook.js';

const IWMO = fileURLToPath(new URL('../../dist/koppelvlakken/cli/iwmo.js', import.meta.url));
const opruimen: (() => unknown)[] = [];
afterEach(async () => { for (const doe of opruimen.splice(0).reverse()) await doe(); }, 60_000);

function map(): string {
  const pad = mkdtempSync(join(tmpdir(), 'iwmo-herstel-'));
  opruimen.push(() => { rmSync(pad, { recursive: true, force: true }); });
  return pad;
}

const WEBHOOKS = { WEBHOOK_TOEGESTAAN: '127.0.0.0/8', WEBHOOK_ELKE_MS: '20' };
async function start(env: Record<string, string>, deel?: 'api'): Promise<{ server: Uitvoering; gateway: Aansluiting }> {
  const server = await startServer({ ...WEBHOOKS, ...env }, deel === undefined ? [SERVER] : [SERVER, deel],
    deel === undefined ? undefined : /API gereed op (http\S+)/);
  opruimen.push(() => server.stop());
  return { server, gateway: new Aansluiting(server.adres) };
}

/** Runs a start that has to fail and gives what it said. */
function mislukteStart(env: Record<string, string>): { code: number | null; tekst: string } {
  const { DATABASE_URL: _a, REDIS_URL: _b, ...rest } = process.env;
  const { status, stderr } = spawnSync(process.execPath, [SERVER], { env: { ...rest, PORT: '0', ...env }, encoding: 'utf8', timeout: 60_000 });
  return { code: status, tekst: stderr };
}

interface Gemaakt { readonly bericht: Resource; readonly toewijzingen: readonly { readonly toewijzingNummer: number }[] }
async function wijsToe(gateway: Aansluiting, bsn: string): Promise<Gemaakt> {
  const antwoord = await fetch(`${gateway.adres}/v1/toewijzingen`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({
      gemeente: GEMEENTE, aanbieder: AANBIEDER, bsn,
      client: { Geboortedatum: { Datum: '1967-08-13' }, Geslacht: '1', Naam: { Geslachtsnaam: { Achternaam: 'Vos' }, NaamGebruik: '1' },
        Contactgegevens: [{ Soort: '01', Adres: { Huis: { Huisnummer: 10 }, Postcode: '1234AB', LandCode: 'NL' } }] },
      producten: [{ actie: 'nieuw', product: { categorie: '15', code: '15N11' }, ingangsdatum: '2026-02-01', einddatum: '2026-12-31',
        omvang: { volume: 7, eenheid: '14', frequentie: '2' } }] }) });
  if (antwoord.status !== 201) throw new Error(`${antwoord.status}: ${await antwoord.text()}`);
  return await antwoord.json() as Gemaakt;
}

const bytesVan = async (gateway: Aansluiting, id: string): Promise<Buffer> => {
  const antwoord = await fetch(`${gateway.adres}/v1/berichten/${id}/xml`);
  expect(antwoord.status).toBe(200);
  return Buffer.from(await antwoord.arrayBuffer());
};
const SLEUTEL = { 'Idempotency-Key': 'eenmalig' };
const metSleutel = schrijfBericht('WMO315', { ...wmo315, Header: header('WMO315', 'MET-SLEUTEL') });
const open = schrijfBericht('WMO305', wmo305);

interface Voor {
  readonly bytes: ReadonlyMap<string, Buffer>; readonly openstaand: string; readonly sleutelId: string; readonly nummers: readonly number[];
  readonly wachtend: readonly string[]; readonly anker: string; readonly teller: number; readonly tabellen: Record<string, string>;
}

/** Messages in every state: assessed, answered, not delivered, made here, and at the end one that nobody looked at yet. */
async function vul(url: string, dataDir: string, webhook: Webhook): Promise<Voor> {
  const eerste = await start({ DATABASE_URL: url, DATA_DIR: dataDir });
  const toewijzing = await eerste.gateway.lever('WMO301', wmo301);
  expect(toewijzing.status).toBe('goedgekeurd');
  const gemaakt = [await wijsToe(eerste.gateway, '999900018'), await wijsToe(eerste.gateway, '999900031')];
  await fetch(`${eerste.gateway.adres}/v1/abonnementen/${GEMEENTE}`, {
    method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ url: webhook.url }) });
  const { id: sleutelId } = await (await eerste.gateway.post(metSleutel, { ...SLEUTEL, Prefer: 'wait=20' })).json() as Resource;
  await eerste.server.stop();
  // No worker: this one is taken in and nothing more.
  const tweede = await start({ DATABASE_URL: url, DATA_DIR: dataDir }, 'api');
  const { id: openstaand, status } = await (await tweede.gateway.post(open)).json() as Resource;
  expect(status).toBe('ontvangen');
  const pool = openPool(url, 2);
  try {
    const { rows } = await pool.query<{ id: string; wacht: boolean }>(
      `select b.id, z.partij = $1 and z.bezorgd_op is null as wacht from bericht b left join bezorging z on z.bericht_id = b.id order by z.id`, [GEMEENTE]);
    const bytes = new Map<string, Buffer>();
    for (const { id } of rows) bytes.set(id, await bytesVan(tweede.gateway, id));
    await tweede.server.stop();
    while (await keten(pool) > 0);
    const { nr, hash } = await laatsteAnker(pool);
    const { rows: [stand] } = await pool.query<{ laatste: number }>('select last_value as laatste from berichtnummer');
    return {
      bytes, openstaand, sleutelId, nummers: gemaakt.flatMap((een) => een.toewijzingen.map(({ toewijzingNummer }) => toewijzingNummer)),
      wachtend: rows.filter(({ wacht }) => wacht).map(({ id }) => id), anker: `${nr}:${hash.toString('hex')}`, teller: stand?.laatste ?? 0,
      tabellen: await momentopname(url),
    };
  } finally {
    await pool.end();
  }
}

/** Everything of before, from the outside; then the work that lay there. */
async function controleer(voor: Voor, gateway: Aansluiting, url: () => Promise<string>, webhook: Webhook, dataDir: string): Promise<void> {
  for (const [id, bytes] of voor.bytes) expect((await bytesVan(gateway, id)).equals(bytes)).toBe(true);
  expect((await gateway.haal(`/v1/berichten/${voor.sleutelId}`))).toMatchObject({ identificatie: 'MET-SLEUTEL' });
  const antwoord = await fetch(`${gateway.adres}/v1/berichten/${voor.openstaand}`, { headers: { Prefer: 'wait=30' } });
  expect(await antwoord.json()).toMatchObject({ status: 'goedgekeurd', antwoord: { berichtsoort: 'WMO306' } });
  const nogmaals = await gateway.post(metSleutel, SLEUTEL);
  expect(await nogmaals.json()).toMatchObject({ id: voor.sleutelId });
  const anders = await gateway.post(open, SLEUTEL);
  expect(anders.status).toBe(422);
  const [nummer = 0] = (await wijsToe(gateway, '999900043')).toewijzingen.map(({ toewijzingNummer }) => toewijzingNummer);
  expect(nummer).toBeGreaterThan(Math.max(...voor.nummers));
  expect(voor.wachtend.length).toBeGreaterThan(1);
  // What waited goes out first and in order, signed with the secret that was restored with it.
  const vanaf = webhook.ids().length;
  webhook.antwoord(204);
  const pool = openPool(await url(), 2);
  try {
    await pool.query('update bezorging set volgende_poging_op = now() where bezorgd_op is null');
    await expect.poll(async () => (await pool.query('select from bezorging where partij = $1 and bezorgd_op is null', [GEMEENTE])).rowCount, { timeout: 30_000 })
      .toBe(0);
    expect((await pool.query('select from bezorging where bericht_id = any ($1) and bezorgd_op is not null', [voor.wachtend])).rowCount).toBe(voor.wachtend.length);
    expect([...new Set(webhook.ids().slice(vanaf))].filter((id) => voor.wachtend.includes(id))).toEqual(voor.wachtend);
    const { rows: [stand] } = await pool.query<{ laatste: number }>('select last_value as laatste from berichtnummer');
    expect(stand?.laatste).toBeGreaterThan(voor.teller);
    const dubbel = await pool.query(`select from bericht where richting = 'uitgaand' and antwoord_op is null group by gemeente, identificatie having count(*) > 1`);
    expect(dubbel.rowCount).toBe(0);
  } finally {
    await pool.end();
  }
  const { status, stdout } = spawnSync(process.execPath, [IWMO, 'audit', 'controleer', voor.anker], {
    encoding: 'utf8', env: { ...process.env, DATABASE_URL: await url(), DATA_DIR: dataDir } });
  expect(stdout).toContain('Het auditspoor is heel: regel 1 tot en met');
  expect(status).toBe(0);
}

/** A new place with the data but without the key, or with another one. */
function zonderSleutel(env: Record<string, string>, dataDir: string): void {
  const pad = join(dataDir, 'sleutels.json');
  const kwijt = mislukteStart({ ...env, DATA_DIR: dataDir });
  expect(kwijt).toMatchObject({ code: 1, tekst: expect.stringMatching(/sleutels\.json bestaat niet.*Zet het sleutelbestand terug/s) as string });
  // Not made anew: that would hide what is missing.
  expect(existsSync(pad)).toBe(false);
  maakSleutelbestand(pad, new Date().toISOString().slice(0, 10));
  expect(mislukteStart({ ...env, DATA_DIR: dataDir })).toMatchObject({ code: 1, tekst: expect.stringMatching(/niet die waarmee de sleutels in de database zijn verpakt/) as string });
  rmSync(pad);
}

describe('een reservekopie terugzetten', () => {
  it('ingebouwde PostgreSQL: de gekopieerde map, elders, met de sleutel erin', async () => {
    const [oud, nieuw] = [join(map(), 'data'), join(map(), 'data')];
    const webhook = await startWebhook();
    opruimen.push(() => webhook.stop());
    webhook.antwoord(503);
    const postgres = await startEmbeddedPostgres({ dataDir: oud, log: () => undefined });
    const voor = await vul(postgres.connectionString, oud, webhook).finally(() => postgres.stop());
    expect(spawnSync('cp', ['-a', oud, nieuw]).status).toBe(0);
    const sleutels = readFileSync(join(nieuw, 'sleutels.json'));
    rmSync(join(nieuw, 'sleutels.json'));
    rmSync(oud, { recursive: true });
    zonderSleutel({}, nieuw);
    writeFileSync(join(nieuw, 'sleutels.json'), sleutels, { mode: 0o600 });
    const { gateway } = await start({ DATA_DIR: nieuw });
    await controleer(voor, gateway, async () => await runningPostgres(nieuw) ?? '', webhook, nieuw);
  }, 300_000);

  it('eigen PostgreSQL: pg_dump in een lege database, het sleutelbestand ernaast, de wachtrij kwijt', async (context) => {
    const beheer = openPool(inject('databaseUrl'), 1);
    const { rows: [versie] } = await beheer.query<{ nummer: string }>(`select current_setting('server_version_num') as nummer`).finally(() => beheer.end());
    const eigen = Number(/(\d+)\./.exec(spawnSync('pg_dump', ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[1] ?? 0);
    if (eigen < Math.floor(Number(versie?.nummer) / 10_000)) return context.skip('geen pg_dump die zo nieuw is als de PostgreSQL van deze tests');
    const [bron, doel] = [await legeDatabase(), await legeDatabase()];
    opruimen.push(() => bron.verwijder(), () => doel.verwijder());
    const [oud, nieuw, kopie] = [map(), map(), map()];
    const webhook = await startWebhook();
    opruimen.push(() => webhook.stop());
    webhook.antwoord(503);
    const voor = await vul(bron.url, oud, webhook);
    const bestand = join(kopie, 'iwmo.dump');
    expect(spawnSync('pg_dump', ['--format=custom', '--exclude-schema=bullmq', `--file=${bestand}`, bron.url]).status).toBe(0);
    const terug = spawnSync('pg_restore', ['--exit-on-error', '--no-owner', `--dbname=${doel.url}`, bestand], { encoding: 'utf8' });
    expect(terug.stderr).toBe('');
    expect(await momentopname(doel.url)).toEqual(voor.tabellen);
    zonderSleutel({ DATABASE_URL: doel.url }, nieuw);
    expect(await momentopname(doel.url)).toEqual(voor.tabellen);
    cpSync(join(oud, 'sleutels.json'), join(nieuw, 'sleutels.json'));
    const { gateway } = await start({ DATABASE_URL: doel.url, DATA_DIR: nieuw });
    await controleer(voor, gateway, () => Promise.resolve(doel.url), webhook, nieuw);
  }, 300_000);
});
