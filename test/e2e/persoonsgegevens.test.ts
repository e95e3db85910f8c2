/**
 * A marked bsn and a marked name go through every message fixture and every call; then everything that came out is searched: logs, metrics,
 * problems, findings, traces, the queue and the tables.
 */
import { createServer } from 'node:http';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPool, type Pool } from '../../src/platform/database.js';
import { verseDatabase, type Testdatabase } from '../hulp/database.js';
import { startServer, type Uitvoering } from '../hulp/server.js';
import { stort } from '../hulp/storting.js';
import { envelop, klaarstaandeFouten, postSoap, soap } from '../hulp/stuf.js';

/** Passes the elfproef, from the test range, and is in no fixture. */
const BSN = '999911119';
const NAAM = 'Kwadraatwortelaar';
const WORTEL = fileURLToPath(new URL('../../fixtures/', import.meta.url));

const fixtures = readdirSync(WORTEL, { recursive: true, encoding: 'utf8' })
  .filter((pad) => pad.endsWith('.xml') && !/^(vijandig|stuf-ggk)|WMO3(02|06|08|16|18|20|25)-/.test(pad))
  // Of the scenarios a third: every type and many findings, in little time.
  .filter((pad, i) => !pad.startsWith('scenarios') || i % 3 === 0).map((pad) => join(WORTEL, pad));
const gemerkt = (xml: string): string => xml.replaceAll(/(<(?:\w+:)?Bsn>)\d{9}</g, `$1${BSN}<`).replaceAll(/(<(?:\w+:)?Achternaam>)[^<]*</g, `$1${NAAM}<`);

let database: Testdatabase;
let pool: Pool;
let server: Uitvoering;
let sporen = '';
const verzamelaar = createServer((vraag, antwoord) => {
  vraag.on('data', (stuk) => { sporen += String(stuk); });
  vraag.on('end', () => antwoord.end('{}'));
});
const dataDir = mkdtempSync(join(tmpdir(), 'iwmo-gemerkt-'));
const regio = fileURLToPath(new URL('../../regio/', import.meta.url));
/** What clients got, other than the messages themselves. */
const gezien: string[] = [];

beforeAll(async () => {
  await new Promise<void>((klaar) => { verzamelaar.listen(0, '127.0.0.1', klaar); });
  database = await verseDatabase();
  pool = openPool(database.url, 2);
  server = await startServer({ DATABASE_URL: database.url, DATA_DIR: dataDir, LOG_LEVEL: 'trace', REGIO_DIR: regio,
    SPOREN_URL: `http://127.0.0.1:${(verzamelaar.address() as AddressInfo).port}/v1/traces` });
});
afterAll(async () => {
  await server?.stop();
  verzamelaar.close();
  await pool?.end();
  await database?.verwijder();
  rmSync(dataDir, { recursive: true, force: true });
});

async function vraag(pad: string, inhoud?: unknown, methode = inhoud === undefined ? 'GET' : 'POST'): Promise<number> {
  const xml = typeof inhoud === 'string';
  const antwoord = await fetch(server.adres + pad, {
    method: methode, ...(inhoud === undefined ? {} : { body: xml ? inhoud : JSON.stringify(inhoud) }),
    headers: inhoud === undefined ? {} : { 'Content-Type': xml ? 'application/xml' : 'application/json', 'Idempotency-Key': `${BSN}-${gezien.length}` },
  });
  gezien.push(`${[...antwoord.headers].join()} ${await antwoord.text()}`);
  return antwoord.status;
}

it('niets van wat naar buiten komt of wordt bewaard noemt het bsn of de naam', async () => {
  expect(fixtures.length).toBeGreaterThan(100);
  const rij = [...fixtures];
  await Promise.all(Array.from({ length: 6 }, async () => {
    for (let pad = rij.pop(); pad !== undefined; pad = rij.pop()) {
      const xml = gemerkt(readFileSync(pad, 'utf8'));
      expect(await vraag('/v1/berichten', xml)).toBeLessThan(500);
      expect(await vraag('/v1/validaties', xml)).toBeLessThan(500);
    }
  }));
  // In an envelope: one that is taken in and one of which the content breaks its schema, so that a Fo01 waits.
  const [eerste = ''] = fixtures.filter((pad) => /WMO305\/goedgekeurd/.test(pad));
  const start = gemerkt(readFileSync(eerste, 'utf8'));
  const van = /<\w+:Afzender>(\d{8})</.exec(start)?.[1] ?? '';
  const voor = /<\w+:Ontvanger>(\d{4})</.exec(start)?.[1] ?? '';
  for (const inhoud of [start, start.replace(BSN, `${BSN}0`)]) {
    const antwoord = await postSoap(server.adres, soap(envelop('Di01', { zender: van, ontvanger: voor, inhoud: Buffer.from(inhoud) })));
    gezien.push(antwoord.tekst);
    expect(antwoord.soort).toBe('Bv03');
  }
  const [fo01] = await klaarstaandeFouten(server.adres, van);
  gezien.push(await (await fetch(server.adres + (fo01?.href ?? ''))).text());
  expect(gezien.at(-1)).toContain('StUF055');
  // Broken on the very place where the bsn is.
  for (const kapot of [`<Bericht>${BSN}</Bericht>`, `<!DOCTYPE x><Bericht>${BSN}</Bericht>`, `<${NAAM}>`, BSN]) expect(await vraag('/v1/berichten', kapot)).toBeLessThan(500);
  const gevallen = [
    ['/v1/toewijzingen', { gemeente: '0268', aanbieder: '65656055', bsn: BSN, client: { Naam: { Geslachtsnaam: { Achternaam: NAAM } } }, producten: [
      { actie: 'nieuw', product: { categorie: '15', code: 'ONBEKEND' }, ingangsdatum: '2026-02-01' }] }],
    ['/v1/toewijzingen', { gemeente: '0268', aanbieder: '65656055', bsn: BSN, onbekend: BSN }],
    ['/v1/toewijzingen/zoek', { gemeente: '0268', bsn: BSN }],
    ['/v1/productbestellingen', { gemeente: '0268', aanbieder: '65656055', bsn: BSN, product: { categorie: '15', code: '15N11' }, ingangsdatum: BSN }],
    ['/v1/vooraankondigingen', { gemeente: '0268', aanbieder: '65656055', bsn: BSN, toewijzingNummer: 1, richting: 'op', toelichting: NAAM,
      gewenstProduct: { categorie: '15' }, vanaf: '2026-07-01' }],
    [`/v1/verzoeken/${BSN}/besluit`, { besluit: BSN }],
    ['/v1/beheer/audit/zoek', { bsn: BSN }],
  ] as const;
  for (const [pad, inhoud] of gevallen) expect(await vraag(pad, inhoud), pad).toBeLessThan(500);
  for (const pad of ['/v1/berichten', '/v1/verzoeken?gemeente=0268', '/v1/termijnen?gemeente=0268', '/v1/wachtlijst?gemeente=0268',
    '/v1/betaalregels?gemeente=0268', '/v1/productie?gemeente=0268', '/v1/signalen?gemeente=0268', '/v1/postvak?partij=65656055',
    `/v1/berichten?bsn=${BSN}`, `/v1/berichten/${BSN}`, `/${BSN}`]) expect(await vraag(pad), pad).toBeLessThan(500);

  await expect.poll(async () => (await pool.query<{ open: number }>(
    `select count(*)::int as open from bericht where status in ('ontvangen', 'mislukt') and terzijde_op is null`)).rows[0]?.open, { timeout: 30_000 }).toBe(0);
  for (let cursor = ''; ;) {
    const lijst = await (await fetch(`${server.adres}/v1/berichten?limiet=100${cursor}`)).json() as { volgende?: string };
    gezien.push(JSON.stringify(lijst));
    if (lijst.volgende === undefined) break;
    cursor = `&cursor=${encodeURIComponent(lijst.volgende)}`;
  }
  gezien.push(await (await fetch(`${server.adres}/metrics`)).text());
  await expect.poll(() => sporen.includes('beoordelen'), { timeout: 10_000 }).toBe(true);

  const bronnen = { antwoorden: gezien.join('\n'), logboek: server.uitvoer(), sporen, database: await stort(pool, ['public', 'bullmq']) };
  for (const [bron, tekst] of Object.entries(bronnen)) {
    expect(tekst.length, bron).toBeGreaterThan(100);
    for (const merk of [BSN, NAAM, Buffer.from(BSN).toString('hex'), Buffer.from(BSN).toString('base64')]) {
      const plaats = tekst.indexOf(merk);
      expect(plaats < 0 ? '' : `${bron}: ${tekst.slice(Math.max(0, plaats - 150), plaats + 30)}`).toBe('');
    }
  }
}, 120_000);
