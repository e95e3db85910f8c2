/** Bad input at the door: each gets the problem that the contract names, and the next request works. */
import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PROBLEMEN, type Probleemcode } from '../../src/koppelvlakken/http/problemen.js';
import { openPool } from '../../src/platform/database.js';
import { MAX_BYTES } from '../../src/standaard/xml/niveau1.js';
import { schrijfBericht } from '../../src/standaard/xml/schrijven.js';
import { verseDatabase, type Testdatabase } from '../hulp/database.js';
import { Aansluiting, startServer, type Uitvoering } from '../hulp/server.js';
import { header, wmo301, wmo305 } from '../hulp/voorbeelden.js';

let database: Testdatabase;
let server: Uitvoering;
let gateway: Aansluiting;
const gezien = new Set<string>();

beforeAll(async () => {
  database = await verseDatabase();
  server = await startServer({ DATABASE_URL: database.url });
  gateway = new Aansluiting(server.adres);
});
afterAll(async () => {
  await server?.stop();
  await database?.verwijder();
});
afterEach(async () => {
  const leeft = await fetch(`${gateway.adres}/gezondheid/leeft`);
  expect(leeft.status).toBe(200);
});

interface Document { type: string; title: string; status: number; code: string; detail: string; foutcode?: string;
  fouten?: { regel?: number; kolom?: number; pad?: string; melding: string }[] }

async function probleem(antwoord: Response, code: Probleemcode): Promise<Document> {
  const tekst = await antwoord.text();
  expect(antwoord.headers.get('content-type'), tekst).toMatch(/^application\/problem\+json/);
  const document = JSON.parse(tekst) as Document;
  expect(document.code, tekst).toBe(code);
  expect(antwoord.status).toBe(PROBLEMEN[code].status);
  expect(document).toMatchObject({ type: `/problemen/${code}`, status: antwoord.status, title: PROBLEMEN[code].titel });
  expect(document.detail.length).toBeGreaterThan(10);
  gezien.add(code);
  return document;
}

const goed = schrijfBericht('WMO301', wmo301).toString('utf8');
const nest = (n: number): string => `${'<a>'.repeat(n)}${'</a>'.repeat(n)}`;
const NS = 'http://www.istandaarden.nl/iwmo/3_2/wmo305/schema';

describe('wat geen bericht is', () => {
  it.each<[string, string | Uint8Array, Probleemcode]>([
    ['leeg', '', 'niet-welgevormd'],
    ['geen XML', 'hallo', 'niet-welgevormd'],
    ['JSON', '{"a":1}', 'niet-welgevormd'],
    ['afgebroken', goed.slice(0, goed.length / 2), 'niet-welgevormd'],
    ['ongeldige UTF-8', Buffer.concat([Buffer.from(goed.slice(0, 400)), Buffer.from([0xc3, 0x28]), Buffer.from(goed.slice(400))]), 'niet-welgevormd'],
    ['een NUL', goed.replace('Vos', 'V\u0000s'), 'niet-welgevormd'],
    ['DOCTYPE', goed.replace('?>\n', '?>\n<!DOCTYPE Bericht>\n'), 'doctype-niet-toegestaan'],
    ['entiteitenbom', `<!DOCTYPE l [<!ENTITY a "x">${[...'bcdefghij'].map((n, i) => `<!ENTITY ${n} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('')}]><l>&j;</l>`, 'doctype-niet-toegestaan'],
    ['externe entiteit', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', 'doctype-niet-toegestaan'],
    ['100.000 diep', nest(100_000), 'te-diep-genest'],
    ['65 diep', nest(65), 'te-diep-genest'],
    ['onbekende namespace', '<Bericht xmlns="urn:iets-anders"/>', 'berichtsoort-onbekend'],
    ['iWmo 3.1', goed.replaceAll('/iwmo/3_2/', '/iwmo/3_1/'), 'berichtsoort-onbekend'],
    ['iJw 3.2', goed.replaceAll('/iwmo/3_2/wmo301', '/ijw/3_2/jw301'), 'berichtsoort-onbekend'],
    ['verkeerde BerichtCode', goed.replace('>414<', '>418<'), 'xsd-ongeldig'],
    ['retourbericht', `<b:Bericht xmlns:b="${NS.replace('305', '306')}" xmlns:i="http://www.istandaarden.nl/iwmo/3_2/basisschema/schema"><b:Header>`
      + '<b:BerichtCode>419</b:BerichtCode><b:BerichtVersie>3</b:BerichtVersie><b:BerichtSubversie>2</b:BerichtSubversie>'
      + '<b:Afzender>65656055</b:Afzender><b:Ontvanger>0363</b:Ontvanger><b:BerichtIdentificatie><i:Identificatie>1</i:Identificatie>'
      + '<i:Dagtekening>2026-01-01</i:Dagtekening></b:BerichtIdentificatie><b:XsdVersie><i:BasisschemaXsdVersie>1.0.0</i:BasisschemaXsdVersie>'
      + '<i:BerichtXsdVersie>1.0.0</i:BerichtXsdVersie></b:XsdVersie><b:IdentificatieRetour>2</b:IdentificatieRetour>'
      + '<b:DagtekeningRetour>2026-01-01</b:DagtekeningRetour><b:XsdVersieRetour><i:BasisschemaXsdVersie>1.0.0</i:BasisschemaXsdVersie>'
      + '<i:BerichtXsdVersie>1.0.0</i:BerichtXsdVersie></b:XsdVersieRetour></b:Header></b:Bericht>', 'geen-heenbericht'],
  ])('%s → %s', async (_naam, bytes, code) => {
    const document = await probleem(await gateway.post(bytes), code);
    for (const fout of document.fouten ?? []) expect(fout.melding).toBeTruthy();
  });

  it('noemt bij welgevormdheid regel en kolom', async () => {
    const { fouten } = await probleem(await gateway.post('<a>\n  <b>\n</a>'), 'niet-welgevormd');
    expect(fouten?.[0]).toMatchObject({ regel: 3, kolom: expect.any(Number) as number });
  });

  it('noemt bij het schema alle fouten met regel en pad, en nooit de waarde', async () => {
    const fout = goed.replace('>999900006<', '>99990000X<').replace('>2026-03-01<', '>2026-02-31<');
    const document = await probleem(await gateway.post(fout), 'xsd-ongeldig');
    expect(document.foutcode).toBe('IB014');
    expect(document.fouten?.map((f) => f.pad)).toEqual([
      '/Bericht/Client/Bsn', '/Bericht/Client/ToegewezenProducten/ToegewezenProduct[1]/Ingangsdatum']);
    expect(JSON.stringify(document)).not.toContain('99990000X');
  });

  it('legt de weigering vast zonder inhoud', async () => {
    const pool = openPool(database.url, 1);
    const { rows } = await pool.query<{ reden: string; omvang: number }>('select * from weigering');
    await pool.end();
    expect(new Set(rows.map((r) => r.reden))).toEqual(new Set([
      'niet-welgevormd', 'doctype-niet-toegestaan', 'te-diep-genest', 'berichtsoort-onbekend', 'xsd-ongeldig', 'geen-heenbericht']));
    expect(JSON.stringify(rows)).not.toMatch(/99990000|passwd/);
  });
});

describe('omvang en codering', () => {
  it('precies 25.000.000 bytes wordt gelezen, één byte meer geweigerd', async () => {
    const opvulling = MAX_BYTES - Buffer.byteLength(goed);
    const blok = `<!--${' '.repeat(1_000_000 - 7)}-->`;
    const blokken = Math.floor(opvulling / blok.length);
    const passend = `${goed}${blok.repeat(blokken)}${' '.repeat(opvulling - blokken * blok.length)}`;
    expect((await gateway.post(passend)).status).toBe(202);
    const document = await probleem(await gateway.post(`${passend} `), 'bericht-te-groot');
    expect(document.foutcode).toBe('IB012');
  });

  it('gzip die past wordt gelezen; de inhoud is wat er uitkomt', async () => {
    const bytes = schrijfBericht('WMO301', { ...wmo301, Header: header('WMO301', 'GZIP') });
    const antwoord = await gateway.post(gzipSync(bytes), { 'Content-Encoding': 'gzip' });
    expect(antwoord.status).toBe(202);
    const { id } = await antwoord.json() as { id: string };
    const xml = await fetch(`${gateway.adres}/v1/berichten/${id}/xml`);
    expect(Buffer.from(await xml.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('gzip die uitdijt tot boven de grens', async () => {
    await probleem(await gateway.post(gzipSync(Buffer.alloc(MAX_BYTES + 1, 0x20)), { 'Content-Encoding': 'gzip' }), 'bericht-te-groot');
  });

  it('gzip die geen gzip is of halverwege stopt', async () => {
    await probleem(await gateway.post('<a/>', { 'Content-Encoding': 'gzip' }), 'inhoud-onleesbaar');
    await probleem(await gateway.post(gzipSync(goed).subarray(0, 200), { 'Content-Encoding': 'gzip' }), 'inhoud-onleesbaar');
  });

  it.each([['application/json', ''], ['text/plain', ''], ['application/xml', 'br'], ['application/soap+xml', '']])(
    'mediatype %s met codering "%s"', async (type, codering) => {
      const headers = { 'Content-Type': type, ...(codering ? { 'Content-Encoding': codering } : {}) };
      await probleem(await gateway.post(goed, headers), 'mediatype-niet-ondersteund');
    });
});

describe('idempotentie', () => {
  const sleutel = randomUUID();
  const bytes = schrijfBericht('WMO301', { ...wmo301, Header: header('WMO301', 'IDEM') });

  it('dezelfde sleutel met dezelfde bytes geeft hetzelfde bericht, ook tegelijk', async () => {
    const antwoorden = await Promise.all(Array.from({ length: 8 }, () => gateway.post(bytes, { 'Idempotency-Key': sleutel })));
    expect(antwoorden.map((a) => a.status)).toEqual(Array(8).fill(202));
    const ids = await Promise.all(antwoorden.map(async (a) => (await a.json() as { id: string }).id));
    expect(new Set(ids).size).toBe(1);
  });

  it('dezelfde sleutel met andere bytes wordt geweigerd, ook na een weigering', async () => {
    await probleem(await gateway.post(goed, { 'Idempotency-Key': sleutel }), 'idempotentiesleutel-hergebruikt');
    const ander = randomUUID();
    await probleem(await gateway.post('<a/>', { 'Idempotency-Key': ander }), 'berichtsoort-onbekend');
    await probleem(await gateway.post('<a/>', { 'Idempotency-Key': ander }), 'berichtsoort-onbekend');
    await probleem(await gateway.post(bytes, { 'Idempotency-Key': ander }), 'idempotentiesleutel-hergebruikt');
  });

  it('zonder sleutel wordt hetzelfde bericht twee keer beoordeeld, de tweede keer met 9056', async () => {
    const dubbel = schrijfBericht('WMO301', { ...wmo301, Header: header('WMO301', 'DUBBEL') });
    const statussen: string[] = [];
    for (let i = 0; i < 2; i++) {
      const antwoord = await gateway.post(dubbel, { Prefer: 'wait=20' });
      expect(antwoord.status).toBe(200);
      expect(antwoord.headers.get('preference-applied')).toBe('wait=20');
      const { status, bevindingen } = await antwoord.json() as { status: string; bevindingen: { retourcode: string }[] };
      statussen.push(`${status} ${bevindingen.map((b) => b.retourcode).join()}`);
    }
    expect(statussen).toEqual(['goedgekeurd ', 'afgekeurd 9056']);
  });
});

describe('opvragen wat er niet is', () => {
  it('onbekend id, geen id, onbekend pad, foute filters', async () => {
    const haal = (pad: string): Promise<Response> => fetch(gateway.adres + pad);
    await probleem(await haal(`/v1/berichten/${randomUUID()}`), 'niet-gevonden');
    await probleem(await haal(`/v1/berichten/${randomUUID()}/xml`), 'niet-gevonden');
    await probleem(await haal('/v1/berichten/geen-id/antwoord'), 'niet-gevonden');
    await probleem(await haal('/bestaat/niet'), 'niet-gevonden');
    for (const vraag of ['status=weg', 'limiet=0', 'limiet=x', 'cursor=%21', 'vanaf=gisteren', 'berichtsoort=WMO999', 'bsn=999900006']) {
      await probleem(await haal(`/v1/berichten?${vraag}`), 'ongeldige-aanvraag');
    }
  });

  it('een antwoord dat nog niet kan bestaan', async () => {
    const pool = openPool(database.url, 1);
    // Set aside before anybody assesses it: the pair is held by this connection.
    await pool.query(`select pg_advisory_lock(hashtextextended('0599|65656055', 2))`);
    const bericht = schrijfBericht('WMO305', { ...wmo305, Header: { ...wmo305.Header, Ontvanger: '0599' } });
    const antwoord = await gateway.post(bericht, { Prefer: 'wait=1' });
    expect(antwoord.status).toBe(202);
    const { id } = await antwoord.json() as { id: string };
    await probleem(await fetch(`${gateway.adres}/v1/berichten/${id}/antwoord`), 'antwoord-nog-niet-beschikbaar');
    await pool.end();
    const later = await fetch(`${gateway.adres}/v1/berichten/${id}/antwoord`, { headers: { Prefer: 'wait=20' } });
    expect(later.status).toBe(200);
  });
});

describe('als de gateway zelf niet kan', () => {
  it('503 zonder database, 500 bij een fout die niet had mogen kunnen; en daarna weer gewoon', async () => {
    const eigen = await verseDatabase();
    const los = await startServer({ DATABASE_URL: eigen.url });
    const pool = openPool(eigen.url, 1);
    await pool.query('alter table bericht rename to bericht_weg');
    await probleem(await fetch(`${los.adres}/v1/berichten`), 'interne-fout');
    await pool.query('alter table bericht_weg rename to bericht');
    expect((await fetch(`${los.adres}/v1/berichten`)).status).toBe(200);
    await pool.end();
    await eigen.verwijder();
    const weg = await fetch(`${los.adres}/v1/berichten`);
    expect(weg.headers.get('retry-after')).toBe('5');
    await probleem(weg, 'tijdelijk-niet-beschikbaar');
    expect((await fetch(`${los.adres}/gezondheid/gereed`)).status).toBe(503);
    await los.stop();
  });

  it('een toewijzing die niet kan', async () => {
    const antwoord = await fetch(`${gateway.adres}/v1/toewijzingen`, {
      method: 'POST', headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ gemeente: '0363', aanbieder: '65656055', bsn: '999900007', producten: [{ actie: 'verwijderen', toewijzingNummer: 1 }] }),
    });
    await probleem(antwoord, 'toewijzing-ongeldig');
  });

  /** Tested where they belong: requests and notices, who may come in (aanmelding, isolatie), and what goes out (webhook, postvak, extern). */
  const ELDERS = ['besluit-niet-mogelijk', 'stap-niet-mogelijk', 'niet-aangemeld', 'geen-toegang', 'afzender-niet-gemachtigd', 'te-veel-aanvragen',
    'aanvraag-te-traag', 'koppen-te-groot', 'opnieuw-niet-mogelijk', 'al-beantwoord', 'geen-bericht-bij-retour', 'webhook-adres-geweigerd'];
  it('elk probleem uit de tabel is hier uitgelokt, of elders', () => {
    expect([...gezien, ...ELDERS].sort()).toEqual(Object.keys(PROBLEMEN).sort());
  });
});

describe('wat openbaar is', () => {
  it('OpenAPI 3.1 noemt elke route en geen andere', async () => {
    const openapi = await gateway.haal<{ openapi: string; paths: Record<string, Record<string, unknown>> }>('/v1/openapi.json');
    expect(openapi.openapi).toBe('3.1.0');
    expect(Object.keys(openapi.paths).sort()).toEqual([
      '/gezondheid/gereed',
      '/gezondheid/leeft',
      '/metrics',
      '/v1/abonnementen/{partij}',
      '/v1/afkeuringen',
      '/v1/beheer/audit/zoek',
      '/v1/beheer/sleutels',
      '/v1/beheer/sleutels/herverpak',
      '/v1/beheer/sleutels/roteer',
      '/v1/berichten',
      '/v1/berichten/{id}',
      '/v1/berichten/{id}/antwoord',
      '/v1/berichten/{id}/envelop',
      '/v1/berichten/{id}/opnieuw',
      '/v1/berichten/{id}/persoonsgegevens',
      '/v1/berichten/{id}/verloop',
      '/v1/berichten/{id}/weergave',
      '/v1/berichten/{id}/xml',
      '/v1/betaalregels',
      '/v1/bezorgingen',
      '/v1/bezorgingen/{id}/opnieuw',
      '/v1/eigen-bijdrage',
      '/v1/foutberichten/{id}',
      '/v1/mix',
      '/v1/partijen/{partij}',
      '/v1/postvak',
      '/v1/postvak/{id}/ontvangen',
      '/v1/productbestellingen',
      '/v1/productie',
      '/v1/signalen',
      '/v1/termijnen',
      '/v1/termijnen/overzicht',
      '/v1/toewijzingen',
      '/v1/toewijzingen/client',
      '/v1/toewijzingen/voorbeeld',
      '/v1/toewijzingen/zoek',
      '/v1/toewijzingen/{gemeente}/{nummer}/perioden',
      '/v1/validaties',
      '/v1/verzoeken',
      '/v1/verzoeken/{id}',
      '/v1/verzoeken/{id}/besluit',
      '/v1/verzoeken/{id}/voorbeeld',
      '/v1/vooraankondigingen',
      '/v1/vooraankondigingen/{id}',
      '/v1/vooraankondigingen/{id}/stappen',
      '/v1/wachtlijst',
      '/v1/wachtlijst/overzicht',
    ]);
  });

  it('metingen tellen wat er gebeurde en noemen niemand', async () => {
    const metingen = await (await fetch(`${gateway.adres}/metrics`)).text();
    expect(metingen).toMatch(/iwmo_openstaand\{[^}]*status="ontvangen"/);
    expect(metingen).not.toMatch(/99990000/);
  });
});
