/** The inbox, who may look into it, and what the operator can set right. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPool, type Pool } from '../../src/platform/database.js';
import { schrijfBericht } from '../../src/standaard/xml/schrijven.js';
import { Beller, toegangsbestand, type Antwoord } from '../hulp/aanmelding.js';
import { alsBestanden } from '../hulp/certificaat.js';
import { verseDatabase, type Testdatabase } from '../hulp/database.js';
import { startInHuis } from '../hulp/huis.js';
import { type Dienst, type Resource } from '../hulp/server.js';
import { startUitgever, type Uitgever } from '../hulp/uitgever.mjs';
import { AANBIEDER, GEMEENTE, header, wmo301, wmo305 } from '../hulp/voorbeelden.js';

const ANDERE_GEMEENTE = '0268';
const { map, paden } = alsBestanden({ 'toegang.yaml': toegangsbestand({
  gemeente: { partijen: [GEMEENTE], scopes: ['gemeente', 'aanleveren', 'lezen'] },
  aanbieder: { partijen: [AANBIEDER], scopes: ['aanleveren', 'lezen'] },
  ander: { partijen: [ANDERE_GEMEENTE], scopes: ['gemeente', 'aanleveren', 'lezen'] },
  beheerder: { partijen: [], scopes: ['beheer'] },
}) });
let uitgever: Uitgever;
let database: Testdatabase;
let server: Dienst;
let pool: Pool;
const als = (client: string): Beller => new Beller(server.adres, uitgever, client);
const statusVan = async (antwoord: Promise<Antwoord>): Promise<number> => (await antwoord).status;
const NIETS = '00000000-0000-4000-8000-000000000000';
const PUT = { url: 'https://93.184.216.34/iwmo' };

beforeAll(async () => {
  [uitgever, database] = await Promise.all([startUitgever(), verseDatabase()]);
  server = await startInHuis({
    DATABASE_URL: database.url, AUTH: 'jwt', AUTH_ISSUER: uitgever.issuer, AUTH_AUDIENCE: uitgever.audience, TOEGANG_BESTAND: paden['toegang.yaml'] });
  pool = openPool(database.url, 2);
});
afterAll(async () => {
  await pool?.end();
  await server?.stop();
  await database?.verwijder();
  await uitgever?.stop();
  rmSync(map, { recursive: true });
});

async function lever(client: string, xml: Uint8Array): Promise<Resource> {
  const antwoord = await als(client).vraag('POST', '/v1/berichten', xml, { Prefer: 'wait=30' });
  if (antwoord.status !== 200) throw new Error(`${antwoord.status}: ${antwoord.tekst}`);
  return antwoord.json as Resource;
}
const toewijzing = (identificatie: string): Buffer => schrijfBericht('WMO301', { ...wmo301, Header: header('WMO301', identificatie) });

interface Wachtend { readonly id: string; readonly berichtsoort: string; readonly afzender: string; readonly ontvanger: string; readonly href: string; readonly sinds: string;
  readonly antwoordOp?: string; readonly pogingen: number; readonly terzijde: boolean }
interface Lijst<T> { readonly items: readonly T[]; readonly volgende?: string }
const lijst = async <T = Wachtend>(client: string, pad: string): Promise<Lijst<T>> => {
  const { status, json, tekst } = await als(client).vraag('GET', pad);
  if (status !== 200) throw new Error(`${status}: ${tekst}`);
  return json as Lijst<T>;
};

describe('het postvak', () => {
  let geleverd: Resource[];
  beforeAll(async () => {
    geleverd = [];
    for (const nummer of [1, 2, 3]) geleverd.push(await lever('gemeente', toewijzing(`P${nummer}`)));
    geleverd.push(await lever('aanbieder', schrijfBericht('WMO305', wmo305)));
  });
  const antwoorden = (): string[] => geleverd.slice(0, 3).map(({ antwoord }) => antwoord?.id ?? '');

  it('toont wat voor de partij klaarstaat, oudste eerst, met waar het staat en waar het bij hoort', async () => {
    const { items, volgende } = await lijst('gemeente', `/v1/postvak?partij=${GEMEENTE}`);
    expect(items.map(({ id }) => id)).toEqual(antwoorden());
    expect(volgende).toBeUndefined();
    const [eerste] = items;
    expect(eerste).toMatchObject({ berichtsoort: 'WMO302', afzender: GEMEENTE, ontvanger: AANBIEDER, antwoordOp: geleverd[0]?.id, pogingen: 0, terzijde: false });
    expect(Date.parse(eerste?.sinds ?? '')).toBeGreaterThanOrEqual(Date.parse(geleverd[0]?.ontvangenOp ?? ''));
    const xml = await als('gemeente').vraag('GET', eerste?.href ?? '');
    expect(xml.tekst).toContain('wmo302');
    expect((await lijst('aanbieder', `/v1/postvak?partij=${AANBIEDER}`)).items.map(({ berichtsoort }) => berichtsoort)).toEqual(['WMO306']);
  });

  it('bladert', async () => {
    const gezien: string[] = [];
    let cursor = '';
    do {
      const { items, volgende } = await lijst('gemeente', `/v1/postvak?partij=${GEMEENTE}&limiet=2${cursor}`);
      gezien.push(...items.map(({ id }) => id));
      cursor = volgende === undefined ? '' : `&cursor=${volgende}`;
    } while (cursor !== '');
    expect(gezien).toEqual(antwoorden());
    expect(await statusVan(als('gemeente').vraag('GET', `/v1/postvak?partij=${GEMEENTE}&cursor=x`))).toBe(400);
    expect(await statusVan(als('gemeente').vraag('GET', '/v1/postvak'))).toBe(400);
  });

  it('is van wie het is: een ander krijgt 403 op de partij en 404 op het bericht, en verandert niets', async () => {
    const [id] = antwoorden();
    for (const client of ['ander', 'aanbieder']) {
      expect(await statusVan(als(client).vraag('GET', `/v1/postvak?partij=${GEMEENTE}`))).toBe(403);
      const over = await als(client).vraag('POST', `/v1/postvak/${id}/ontvangen`);
      const niets = await als(client).vraag('POST', `/v1/postvak/${NIETS}/ontvangen`);
      expect([over.status, over.tekst]).toEqual([404, niets.tekst]);
      expect(await statusVan(als(client).vraag('POST', `/v1/bezorgingen/${id}/opnieuw`))).toBe(404);
      expect(await statusVan(als(client).vraag('GET', `/v1/bezorgingen?partij=${GEMEENTE}`))).toBe(403);
      expect((await lijst(client, '/v1/bezorgingen?status=wacht')).items.filter((een) => een.id === id)).toEqual([]);
      for (const [methode, inhoud] of [['PUT', PUT], ['GET', undefined], ['DELETE', undefined]] as const) {
        expect(await statusVan(als(client).vraag(methode, `/v1/abonnementen/${GEMEENTE}`, inhoud)), methode).toBe(403);
      }
    }
    expect(await statusVan(als('beheerder').vraag('GET', `/v1/postvak?partij=${GEMEENTE}`))).toBe(403);
    expect((await lijst('gemeente', `/v1/postvak?partij=${GEMEENTE}`)).items.map((een) => een.id)).toEqual(antwoorden());
    expect((await pool.query('select from abonnement')).rowCount).toBe(0);
  });

  it('bevestigen haalt eruit, zo vaak als u wilt', async () => {
    const [eerste, tweede, derde] = antwoorden();
    for (let keer = 0; keer < 2; keer++) expect(await statusVan(als('gemeente').vraag('POST', `/v1/postvak/${tweede}/ontvangen`))).toBe(204);
    expect((await lijst('gemeente', `/v1/postvak?partij=${GEMEENTE}`)).items.map(({ id }) => id)).toEqual([eerste, derde]);
    const bezorgd = await lijst<{ id: string; bezorgdOp: string; bezorgdVia: string }>('gemeente', '/v1/bezorgingen?status=bezorgd');
    expect(bezorgd.items).toMatchObject([{ id: tweede, bezorgdVia: 'postvak' }]);
    // Again is not another time.
    await als('gemeente').vraag('POST', `/v1/postvak/${tweede}/ontvangen`);
    expect((await lijst<{ bezorgdOp: string }>('gemeente', '/v1/bezorgingen?status=bezorgd')).items[0]?.bezorgdOp).toBe(bezorgd.items[0]?.bezorgdOp);
    expect(await statusVan(als('gemeente').vraag('POST', `/v1/bezorgingen/${tweede}/opnieuw`))).toBe(204);
    expect((await lijst('gemeente', `/v1/postvak?partij=${GEMEENTE}`)).items.map(({ id }) => id)).toEqual(antwoorden());
  });

  it('de beheerder ziet de bezorgingen van iedereen, per partij en oudste eerst, en bladert', async () => {
    const { rows } = await pool.query<{ bericht_id: string }>('select bericht_id from bezorging where bezorgd_op is null order by partij, id');
    const gezien: string[] = [];
    let cursor = '';
    do {
      const { items, volgende } = await lijst('beheerder', `/v1/bezorgingen?status=wacht&limiet=3${cursor}`);
      gezien.push(...items.map(({ id }) => id));
      cursor = volgende === undefined ? '' : `&cursor=${volgende}`;
    } while (cursor !== '');
    expect(gezien).toEqual(rows.map((rij) => rij.bericht_id));
    expect(new Set((await lijst<{ partij: string }>('beheerder', `/v1/bezorgingen?status=wacht&partij=${AANBIEDER}`)).items.map(({ partij }) => partij))).toEqual(new Set([AANBIEDER]));
    expect((await lijst('beheerder', '/v1/bezorgingen')).items).toEqual([]);
  });

  it('wie iets verstuurde ziet wat ervan is opgegeven, en niets van wat voor hemzelf is', async () => {
    const van = (partij: string, meer = ''): string => `/v1/bezorgingen?verzender=${partij}${meer}`;
    expect((await lijst('gemeente', van(GEMEENTE))).items).toEqual([]);
    await pool.query('update bezorging set terzijde_op = now() where bezorgd_op is null');
    try {
      const { rows } = await pool.query<{ bericht_id: string }>('select bericht_id from bezorging where partij = $1 order by id', [AANBIEDER]);
      expect((await lijst('gemeente', van(GEMEENTE))).items.map(({ id }) => id)).toEqual(rows.map((rij) => rij.bericht_id));
      const { items: [eerste], volgende } = await lijst('beheerder', van(AANBIEDER, '&limiet=1'));
      expect(eerste).toMatchObject({ id: antwoorden()[0], partij: GEMEENTE });
      const meer = await lijst('beheerder', van(AANBIEDER, `&limiet=5&cursor=${volgende ?? ''}`));
      expect([meer.items.map(({ id }) => id), meer.volgende]).toEqual([antwoorden().slice(1), undefined]);
      expect(await statusVan(als('aanbieder').vraag('GET', van(GEMEENTE)))).toBe(403);
      for (const fout of ['&status=wacht', `&partij=${GEMEENTE}`]) expect(await statusVan(als('gemeente').vraag('GET', van(GEMEENTE, fout)))).toBe(400);
    } finally {
      await pool.query('update bezorging set terzijde_op = null');
    }
  });

  it('elke handeling staat in het spoor, met wie en voor wie', async () => {
    const { rows } = await pool.query<{ client: string; namens: string; handeling: string }>(
      `select client, namens, handeling from (select client, namens, handeling, object from audit
         union all select client, namens, handeling, object from audit_nieuw) alles
       where object like $1 or handeling like '%postvak'`, [`%${antwoorden()[1]}`]);
    expect(rows).toEqual(expect.arrayContaining([
      { client: 'gemeente', namens: GEMEENTE, handeling: 'POST /v1/postvak/:id/ontvangen' }, { client: 'gemeente', namens: GEMEENTE, handeling: 'GET /v1/postvak' },
      { client: 'gemeente', namens: GEMEENTE, handeling: 'bezorging herhaald' }]));
  });
});

describe('een partij', () => {
  it('wordt door de beheerder als extern ingesteld, en door niemand anders', async () => {
    for (const client of ['gemeente', 'ander', 'aanbieder']) {
      expect(await statusVan(als(client).vraag('PUT', `/v1/partijen/${ANDERE_GEMEENTE}`, { extern: true })), client).toBe(403);
      expect(await statusVan(als(client).vraag('GET', `/v1/partijen/${ANDERE_GEMEENTE}`)), client).toBe(403);
    }
    const stand = async (): Promise<unknown> => (await als('beheerder').vraag('GET', `/v1/partijen/${ANDERE_GEMEENTE}`)).json;
    expect(await stand()).toEqual({ partij: ANDERE_GEMEENTE, extern: false });
    for (const extern of [true, false]) {
      expect((await als('beheerder').vraag('PUT', `/v1/partijen/${ANDERE_GEMEENTE}`, { extern })).json).toEqual({ partij: ANDERE_GEMEENTE, extern });
      expect(await stand()).toEqual({ partij: ANDERE_GEMEENTE, extern });
    }
    for (const inhoud of [{}, { extern: 'misschien' }, { extern: true, meer: 1 }]) {
      expect(await statusVan(als('beheerder').vraag('PUT', `/v1/partijen/${ANDERE_GEMEENTE}`, inhoud))).toBe(400);
    }
    expect(await statusVan(als('beheerder').vraag('PUT', '/v1/partijen/iemand', { extern: true }))).toBe(404);
  });
});

describe('wat terzijde is gelegd', () => {
  it('ziet de beheerder van iedereen, anderen van zichzelf; en de beheerder laat het opnieuw beoordelen', async () => {
    // A cause that is taken away only after the last attempt.
    await pool.query('alter table toewijzing rename to toewijzing_weg');
    const gif = (await als('gemeente').vraag('POST', '/v1/berichten', toewijzing('GIF'))).json as Resource;
    const stand = async (): Promise<unknown> => (await pool.query<{ status: string }>('select status from bericht where id = $1', [gif.id])).rows[0]?.status;
    await expect.poll(stand, { timeout: 20_000, interval: 20 }).toBe('mislukt');
    await pool.query('update bericht set pogingen = 7, volgende_poging_op = now() where id = $1', [gif.id]);
    const terzijde = async (): Promise<number | null> => (await pool.query('select from bericht where id = $1 and terzijde_op is not null', [gif.id])).rowCount;
    await expect.poll(terzijde, { timeout: 20_000, interval: 20 }).toBe(1);
    await pool.query('alter table toewijzing_weg rename to toewijzing');
    for (const client of ['beheerder', 'gemeente', 'aanbieder']) {
      const { items } = await lijst<Resource & { terzijdeOp?: string }>(client, '/v1/berichten?terzijde=true');
      expect(items.map(({ id, status }) => [id, status]), client).toEqual([[gif.id, 'mislukt']]);
      expect(items[0]?.terzijdeOp).toBeDefined();
    }
    expect((await lijst('ander', '/v1/berichten?terzijde=true')).items).toEqual([]);
    // Who looks after the gateway sees no other messages, and no content.
    expect(await statusVan(als('beheerder').vraag('GET', '/v1/berichten'))).toBe(403);
    expect(await statusVan(als('beheerder').vraag('GET', `/v1/berichten/${gif.id}/xml`))).toBe(403);
    for (const client of ['gemeente', 'ander']) expect(await statusVan(als(client).vraag('POST', `/v1/berichten/${gif.id}/opnieuw`))).toBe(403);
    expect(await als('beheerder').vraag('POST', `/v1/berichten/${gif.id}/opnieuw`)).toMatchObject({ status: 202, json: { id: gif.id } });
    const klaar = await als('gemeente').vraag('GET', `/v1/berichten/${gif.id}`, undefined, { Prefer: 'wait=30' });
    expect(klaar.json).toMatchObject({ status: 'goedgekeurd', antwoord: { berichtsoort: 'WMO302' } });
    expect(klaar.json).not.toHaveProperty('terzijdeOp');
    expect((await als('beheerder').vraag('POST', `/v1/berichten/${gif.id}/opnieuw`)).json).toMatchObject({ status: 409, code: 'opnieuw-niet-mogelijk' });
    expect(await statusVan(als('beheerder').vraag('POST', `/v1/berichten/${NIETS}/opnieuw`))).toBe(404);
  });
});
