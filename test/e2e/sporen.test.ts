/** Traces: one from the request to the end of the assessment, and nothing personal in it. */
import { createServer } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verseDatabase, type Testdatabase } from '../hulp/database.js';
import { Aansluiting, startServer, type Uitvoering } from '../hulp/server.js';
import { wmo301 } from '../hulp/voorbeelden.js';
import { schrijfBericht } from '../../src/standaard/xml/schrijven.js';

interface Span { traceId: string; spanId: string; parentSpanId?: string; name: string; attributes: { key: string; value: { stringValue?: string } }[] }

const spans: Span[] = [];
let ontvangen = '';
const verzamelaar = createServer((vraag, antwoord) => {
  let tekst = '';
  vraag.on('data', (stuk) => { tekst += String(stuk); });
  vraag.on('end', () => {
    ontvangen += tekst;
    const { resourceSpans } = JSON.parse(tekst) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] };
    spans.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((een) => een.spans)));
    antwoord.end('{}');
  });
});
const dataDir = mkdtempSync(join(tmpdir(), 'iwmo-sporen-'));
let database: Testdatabase;
let server: Uitvoering;
beforeAll(async () => {
  await new Promise<void>((klaar) => { verzamelaar.listen(0, '127.0.0.1', klaar); });
  database = await verseDatabase();
  server = await startServer({ DATABASE_URL: database.url, DATA_DIR: dataDir, LOG_LEVEL: 'info',
    SPOREN_URL: `http://127.0.0.1:${(verzamelaar.address() as AddressInfo).port}/v1/traces` });
});
afterAll(async () => {
  await server?.stop();
  verzamelaar.close();
  await database?.verwijder();
  rmSync(dataDir, { recursive: true, force: true });
});

it('een aanvraag en de beoordeling in de worker zijn één spoor, dat van de aanvrager', async () => {
  const spoor = '0af7651916cd43dd8448eb211c80319c';
  const antwoord = await new Aansluiting(server.adres).post(schrijfBericht('WMO301', wmo301),
    { Prefer: 'wait=20', traceparent: `00-${spoor}-b7ad6b7169203331-01` });
  expect(antwoord.status).toBe(200);
  const { id } = await antwoord.json() as { id: string };
  const van = (naam: string): Span | undefined => spans.find((span) => span.name === naam && span.traceId === spoor);
  await expect.poll(() => [van('POST /v1/berichten'), van('beoordelen'), van('register')].every((span) => span !== undefined), { timeout: 15_000 }).toBe(true);
  expect(van('POST /v1/berichten')?.parentSpanId).toBe('b7ad6b7169203331');
  expect(van('beoordelen')?.parentSpanId).toBe(van('POST /v1/berichten')?.spanId);
  expect(van('register')?.parentSpanId).toBe(van('beoordelen')?.spanId);
  expect(van('beoordelen')?.attributes).toContainEqual({ key: 'iwmo.bericht', value: { stringValue: id } });
  expect(ontvangen).not.toContain(wmo301.Client.Bsn);
  expect(ontvangen).not.toContain(wmo301.Client.Naam.Geslachtsnaam.Achternaam);
});

it('een traceparent die er geen is, telt niet', async () => {
  const antwoord = await fetch(`${server.adres}/gezondheid/leeft`, { headers: { traceparent: `00-${'x'.repeat(32)}-999900006-01` } });
  expect(antwoord.status).toBe(200);
  await expect.poll(() => spans.some(({ name }) => name === 'GET /gezondheid/leeft'), { timeout: 15_000 }).toBe(true);
  expect(ontvangen).not.toContain('xxxx');
});
