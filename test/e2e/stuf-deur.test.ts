/** What comes in at the StUF-GGk door: every fixture gets the answer in its name, and so do other things at the edge. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_ENVELOP } from '../../src/koppelvlakken/stuf-ggk/soap.js';
import { openPool, type Pool } from '../../src/platform/database.js';
import { schrijfBericht } from '../../src/standaard/xml/schrijven.js';
import { verseDatabase, type Testdatabase } from '../hulp/database.js';
import { startInHuis } from '../hulp/huis.js';
import { type Dienst } from '../hulp/server.js';
import { envelop, klaarstaandeFouten, PAD, postSoap, soap } from '../hulp/stuf.js';
import { header, wmo305 } from '../hulp/voorbeelden.js';

const FIXTURES = fileURLToPath(new URL('../../fixtures/stuf-ggk/', import.meta.url));

let database: Testdatabase;
let server: Dienst;
let pool: Pool;
beforeAll(async () => {
  database = await verseDatabase();
  server = await startInHuis({ DATABASE_URL: database.url });
  pool = openPool(database.url, 1);
});
afterAll(async () => {
  await pool?.end();
  await server?.stop();
  await database?.verwijder();
});

const post = (bytes: Uint8Array, koppen?: Record<string, string>) => postSoap(server.adres, bytes, koppen);

async function aantal(vraag: string, waarden: readonly unknown[]): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(`select count(*)::int as n from ${vraag}`, [...waarden]);
  return rows[0]?.n ?? 0;
}

describe('fixtures/stuf-ggk', () => {
  const NAAM = /^(?<soort>Bv03|Fo03|soapfout)-(?:Fo01-)?(?<code>(?:StUF|IB)\d{3}|Client|VersionMismatch|MustUnderstand)?-?[A-Za-z0-9-]*\.xml$/;
  const bestanden = readdirSync(FIXTURES);

  it('heten zoals afgesproken, met elke soort uitkomst', () => {
    expect(bestanden.filter((naam) => !NAAM.test(naam))).toEqual([]);
    expect(new Set(bestanden.map((naam) => NAAM.exec(naam)?.groups?.['soort']))).toEqual(new Set(['Bv03', 'Fo03', 'soapfout']));
  });

  it.each(bestanden)('%s', async (naam) => {
    const bytes = readFileSync(FIXTURES + naam);
    const { soort, code } = NAAM.exec(naam)?.groups ?? {};
    const antwoord = await post(bytes);
    const metFo01 = naam.startsWith('Bv03-Fo01');
    expect([antwoord.soort, metFo01 ? undefined : antwoord.code], antwoord.tekst).toEqual([soort, metFo01 ? undefined : code]);
    expect(antwoord.status).toBe(soort === 'Bv03' ? 200 : 500);
    const referentienummer = /referentienummer>([^<]+)</.exec(bytes.toString())?.[1] ?? '';
    if (soort !== 'soapfout') expect(antwoord.crossRefnummer).toBe(referentienummer);
    const wachtend = (await klaarstaandeFouten(server.adres, '65659881')).filter((fout) => fout.crossRefnummer === referentienummer);
    expect(wachtend.map(({ foutcode }) => foutcode)).toEqual(metFo01 ? [code] : []);
    const fo01s = await Promise.all(wachtend.map(async ({ href }) => (await fetch(server.adres + href)).text()));
    expect(await aantal('stuf_envelop where referentienummer = $1', [referentienummer])).toBe(soort === 'Bv03' && !metFo01 ? 1 : 0);
    for (const tekst of [antwoord.tekst, ...fo01s]) expect(tekst).not.toMatch(/99990000|Vos/);
  });

  it('een Fo01 staat in het postvak tot het is bevestigd, en is daarna nog op te halen', async () => {
    const [eerste, ...rest] = await klaarstaandeFouten(server.adres, '65659881');
    expect(rest.length).toBeGreaterThan(0);
    expect(eerste).toMatchObject({ afzender: '0988', ontvanger: '65659881', foutcode: 'StUF055', href: `/v1/foutberichten/${eerste?.id}` });
    for (let keer = 0; keer < 2; keer++) {
      expect((await fetch(`${server.adres}/v1/postvak/${eerste?.id}/ontvangen`, { method: 'POST' })).status).toBe(204);
    }
    expect((await klaarstaandeFouten(server.adres, '65659881')).map(({ id }) => id)).toEqual(rest.map(({ id }) => id));
    const fo01 = await fetch(server.adres + (eerste?.href ?? ''));
    expect([fo01.status, fo01.headers.get('content-type')]).toEqual([200, 'application/xml']);
    const tekst = await fo01.text();
    for (const deel of ['<StUF:berichtcode>Fo01<', `<StUF:referentienummer>${eerste?.id}<`, `<StUF:crossRefnummer>${eerste?.crossRefnummer}<`, '<StUF:code>StUF055<']) {
      expect(tekst).toContain(deel);
    }
    expect((await fetch(`${server.adres}/v1/foutberichten/00000000-0000-4000-8000-000000000000`)).status).toBe(404);
    expect((await fetch(`${server.adres}/v1/foutberichten/geen-nummer`)).status).toBe(404);
  });

  it('een weigering blijft bekend, zonder inhoud', async () => {
    const redenen = await pool.query<{ reden: string }>(`select distinct reden from weigering where reden like 'stuf-ggk: %' order by 1`);
    expect(redenen.rows.map(({ reden }) => reden)).toEqual(expect.arrayContaining(['stuf-ggk: IB009', 'stuf-ggk: StUF013', 'stuf-ggk: soap-Client']));
    const sporen = await pool.query<{ resultaat: string }>(
      `select resultaat from audit_nieuw where handeling = $1 union select resultaat from audit where handeling = $1`, [`POST ${PAD}`]);
    expect(sporen.rows.map(({ resultaat }) => resultaat)).toEqual(expect.arrayContaining(['200', 'StUF013', 'soap-Client']));
  });
});

describe('aan de deur', () => {
  it('meer dan er mag: een SOAP-fout, en wat daarna komt werkt gewoon', async () => {
    const teGroot = await post(Buffer.alloc(MAX_ENVELOP + 1, 0x41));
    expect(teGroot).toMatchObject({ soort: 'soapfout', code: 'Client', status: 500 });
    expect(teGroot.tekst).toContain('IB007');
    expect(await aantal(`weigering where reden = 'stuf-ggk: IB007' and omvang = $1`, [MAX_ENVELOP + 1])).toBe(1);
    const gezipt = gzipSync(soap(envelop('Di01', { inhoud: schrijfBericht('WMO305', { ...wmo305, Header: header('WMO305', 'STUF-GZIP') }) })));
    expect((await post(gezipt, { 'Content-Encoding': 'gzip' })).soort).toBe('Bv03');
    expect((await post(gzipSync(Buffer.alloc(MAX_ENVELOP + 1, 0x20)), { 'Content-Encoding': 'gzip' })).tekst).toContain('IB007');
  });

  it('een ander mediatype is een probleem als overal', async () => {
    for (const type of ['application/soap+xml', 'application/json', 'multipart/related; boundary=x']) {
      const antwoord = await fetch(server.adres + PAD, { method: 'POST', headers: { 'Content-Type': type }, body: 'x' });
      expect([antwoord.status, antwoord.headers.get('content-type')?.split(';')[0]]).toEqual([415, 'application/problem+json']);
    }
  });

  it('de WSDL en wat zij noemt staan er; een vreemde Host komt er niet in', async () => {
    const wsdl = await (await fetch(`${server.adres}${PAD}`)).text();
    expect(wsdl).toContain(`location="${server.adres}${PAD}"`);
    for (const [, naam] of wsdl.matchAll(/(?:schemaLocation|location)="([a-z]+\.(?:xsd|wsdl))"/g)) {
      const antwoord = await fetch(new URL(naam ?? '', server.adres + PAD));
      expect([naam, antwoord.status, antwoord.headers.get('content-type')]).toEqual([naam, 200, 'text/xml; charset=utf-8']);
    }
    const { hostname, port } = new URL(server.adres);
    const vreemd = await new Promise<string>((klaar, fout) => {
      request({ hostname, port, path: PAD, headers: { Host: 'x"/><script>' } }, (antwoord) => { text(antwoord).then(klaar, fout); }).on('error', fout).end();
    });
    expect(vreemd).not.toContain('script');
  });

});

const NASLAG = fileURLToPath(new URL('../../../shared/reference/stuf-ggk-2.1/', import.meta.url));
describe.skipIf(!existsSync(NASLAG))(`de gepubliceerde voorbeelden in ${NASLAG} (overgeslagen als de map er niet is)`, () => {
  const voorbeeld = (naam: string): string => readFileSync(`${NASLAG}${naam}`, 'utf8').replace(/^<\?xml[^>]*\?>/, '').replaceAll(/ '(?=\s)/g, '');

  it('het heenbericht is van een eerdere release van iWmo, en dat is wat eraan mankeert', async () => {
    const heen = voorbeeld('envelopHeenbericht-ggk_Di01_v21.xml');
    expect(await post(soap(heen))).toMatchObject({ soort: 'Fo03', code: 'StUF037', crossRefnummer: '9c0f7b90-5c69-11e5-a837-0800200c9a66' });
    const nu = heen.replace(/(functieVersie>)0001/, '$10003').replace(/(functieSubversie>)0001/, '$10002');
    expect((await post(soap(nu))).soort).toBe('Bv03');
    const [fout] = await klaarstaandeFouten(server.adres, '0548');
    expect(fout).toMatchObject({ foutcode: 'StUF055', afzender: 'CAK', crossRefnummer: '9c0f7b90-5c69-11e5-a837-0800200c9a66' });
  });

  it('het retourbericht beantwoordt niets van hier', async () => {
    const retour = voorbeeld('envelopRetourbericht-ggk_Du01-v21.xml').replace(/(functieVersie>)0001/, '$10003').replace(/(functieSubversie>)0001/, '$10002');
    expect(await post(soap(retour))).toMatchObject({ soort: 'Fo03', code: 'StUF043' });
  });
});

it('in de uitvoer van de server staat niets over iemand', () => {
  expect(server.uitvoer()).not.toMatch(/99990000|Vos|gebruiker1/);
});
