/** Looking messages up, following and reading one: filters, pages that stay put, the course, and personal data that stay covered. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rmSync } from 'node:fs';
import { openPool, type Pool } from '../../src/platform/database.js';
import { schrijfBericht } from '../../src/standaard/xml/schrijven.js';
import { Beller, toegangsbestand } from '../hulp/aanmelding.js';
import { alsBestanden } from '../hulp/certificaat.js';
import { verseDatabase } from '../hulp/database.js';
import { startInHuis } from '../hulp/huis.js';
import type { Dienst } from '../hulp/server.js';
import { startUitgever, type Uitgever } from '../hulp/uitgever.mjs';
import { AANBIEDER, BSN, GEMEENTE, header, wmo301, wmo305 } from '../hulp/voorbeelden.js';

const ANDERE = '11111111';
const { map, paden } = alsBestanden({ 'toegang.yaml': toegangsbestand({
  gemeente: { partijen: [GEMEENTE], scopes: ['aanleveren', 'lezen'] }, aanbieder: { partijen: [AANBIEDER], scopes: ['aanleveren', 'lezen'] },
  ander: { partijen: [ANDERE], scopes: ['aanleveren', 'lezen'] }, allebei: { partijen: [AANBIEDER, ANDERE, GEMEENTE], scopes: ['lezen'] },
  aanlever: { partijen: [AANBIEDER], scopes: ['aanleveren'] }, beheer: { partijen: [], scopes: ['beheer'] },
}) });

interface Regel { readonly soort: string; readonly naam?: string; readonly waarde?: string; readonly afgeschermd?: boolean; readonly raak?: boolean; readonly regel?: number }
interface Weergave { readonly begin: readonly Regel[]; readonly plaatsen: readonly { readonly pad: string; readonly regels: readonly Regel[] }[]; readonly volgende?: number }
interface Gevonden { readonly id: string; readonly status: string; readonly identificatie: string; readonly bevindingen: readonly { retourcode?: string }[] }
interface Lijst { readonly items: readonly Gevonden[]; readonly volgende?: string }

let server: Dienst;
let uitgever: Uitgever;
let pool: Pool;
const opruimen: (() => unknown)[] = [];
const als = (client: string): Beller => new Beller(server.adres, uitgever, client);

async function goed<T>(client: string, methode: string, pad: string, inhoud?: unknown, kop: Record<string, string> = {}): Promise<T> {
  const { status, json, tekst } = await als(client).vraag(methode, pad, inhoud, kop);
  if (status >= 300) throw new Error(`${status}: ${tekst}`);
  return json as T;
}
/** A start without an allocation: rejected with 9019. */
const start = (van: string, identificatie: string, ToewijzingNummer = 300201): Buffer => {
  const { Client, Client: { StartProducten } } = wmo305;
  return schrijfBericht('WMO305', { Header: { ...header('WMO305', identificatie, '2026-03-05'), Afzender: van },
    Client: { ...Client, StartProducten: StartProducten.map((een) => ({ ...een, ToewijzingNummer })) } });
};
const lever = (client: string, xml: Buffer): Promise<Gevonden> => goed(client, 'POST', '/v1/berichten', xml, { Prefer: 'wait=20' });
const lijst = async (client: string, vraag: string): Promise<Lijst> => goed(client, 'GET', `/v1/berichten?${vraag}`);
const ids = async (client: string, vraag: string): Promise<string[]> => (await lijst(client, vraag)).items.map(({ identificatie }) => identificatie);

beforeAll(async () => {
  const database = await verseDatabase();
  pool = openPool(database.url, 2);
  uitgever = await startUitgever();
  server = await startInHuis({ DATABASE_URL: database.url, AUTH: 'jwt', AUTH_ISSUER: uitgever.issuer, AUTH_AUDIENCE: uitgever.audience,
    TOEGANG_BESTAND: paden['toegang.yaml'] ?? '' });
  opruimen.push(() => server.stop(), () => uitgever.stop(), () => pool.end(), () => database.verwijder(), () => { rmSync(map, { recursive: true }); });
  for (let i = 1; i <= 5; i++) expect((await lever('aanbieder', start(AANBIEDER, `AF${i}`))).status).toBe('afgekeurd');
  expect((await lever('ander', start(ANDERE, 'ANDER1'))).status).toBe('afgekeurd');
  expect((await lever('gemeente', schrijfBericht('WMO301', wmo301))).status).toBe('goedgekeurd');
  expect((await lever('aanbieder', start(AANBIEDER, 'GOED1'))).status).toBe('goedgekeurd');
});
afterAll(async () => { for (const doe of opruimen) await doe(); });

describe('filters', () => {
  it('op retourcode: alleen wat die code kreeg, en van een ander niets', async () => {
    const allemaal = ['AF5', 'AF4', 'AF3', 'AF2', 'AF1'];
    expect(await ids('aanbieder', 'retourcode=9019')).toEqual(allemaal);
    expect(await ids('gemeente', 'retourcode=9019')).toEqual(['ANDER1', ...allemaal]);
    expect(await ids('ander', 'retourcode=9019')).toEqual(['ANDER1']);
    expect(await ids('allebei', 'retourcode=9019')).toEqual(['ANDER1', ...allemaal]);
    expect(await ids('allebei', `retourcode=9019&partij=${ANDERE}`)).toEqual(['ANDER1']);
    expect(await ids('ander', `retourcode=9019&partij=${AANBIEDER}`)).toEqual([]);
    expect(await ids('ander', `retourcode=9019&afzender=${AANBIEDER}`)).toEqual([]);
    expect(await ids('gemeente', 'retourcode=9056')).toEqual([]);
    expect(await ids('gemeente', 'retourcode=9019&berichtsoort=WMO301')).toEqual([]);
    expect(await ids('gemeente', `retourcode=9019&status=afgekeurd&afzender=${ANDERE}`)).toEqual(['ANDER1']);
  });

  it('op identificatie: het bericht en zijn antwoord, ook samen met een retourcode', async () => {
    const soorten = async (client: string, vraag: string): Promise<string[]> =>
      (await goed<{ items: { berichtsoort: string }[] }>(client, 'GET', `/v1/berichten?${vraag}`)).items.map(({ berichtsoort }) => berichtsoort);
    expect(await soorten('gemeente', 'identificatie=AF2')).toEqual(['WMO306', 'WMO305']);
    expect(await soorten('gemeente', 'identificatie=AF2&retourcode=9019')).toEqual(['WMO305']);
    expect(await soorten('gemeente', 'identificatie=AF2&retourcode=9056')).toEqual([]);
    expect(await soorten('ander', 'identificatie=AF2')).toEqual([]);
    expect((await als('gemeente').vraag('GET', '/v1/berichten?identificatie=veelteLang123')).status).toBe(400);
    expect((await als('gemeente').vraag('GET', '/v1/berichten?retourcode=90')).status).toBe(400);
  });

  it('geven met elke combinatie wat het doorlezen van alles geeft', async () => {
    const { items: alle } = await goed<{ items: Record<string, unknown>[] }>('allebei', 'GET', '/v1/berichten?limiet=200');
    expect(alle).toHaveLength(16);
    const waarden = {
      berichtsoort: ['WMO301', 'WMO302', 'WMO305', 'WMO306', 'WMO323'], status: ['goedgekeurd', 'afgekeurd', 'klaargezet', 'deels-goedgekeurd'],
      richting: ['inkomend', 'uitgaand'], afzender: [GEMEENTE, AANBIEDER, ANDERE], ontvanger: [GEMEENTE, AANBIEDER], identificatie: ['AF1', 'B0001'],
    };
    const vragen: Record<string, string>[] = [{}];
    for (const [naam, keuzes] of Object.entries(waarden)) {
      vragen.push(...keuzes.flatMap((keuze) => vragen.filter((een) => Object.keys(een).length < 2).map((een) => ({ ...een, [naam]: keuze }))));
    }
    for (const vraag of vragen) {
      const { items } = await lijst('allebei', new URLSearchParams({ ...vraag, limiet: '200' }).toString());
      const verwacht = alle.filter((een) => Object.entries(vraag).every(([naam, waarde]) => een[naam] === waarde));
      expect(items.map(({ id }) => id), JSON.stringify(vraag)).toEqual(verwacht.map(({ id }) => id));
    }
  });

  it('en blijven op hun plaats terwijl er berichten bij komen', async () => {
    const gezien: string[] = [];
    let cursor: string | undefined;
    for (let i = 0; ; i++) {
      const { items, volgende } = await lijst('aanbieder', `retourcode=9019&limiet=2${cursor === undefined ? '' : `&cursor=${cursor}`}`);
      gezien.push(...items.map(({ identificatie }) => identificatie));
      cursor = volgende;
      if (cursor === undefined) break;
      await lever('aanbieder', start(AANBIEDER, `NIEUW${i}`, 300299));
    }
    expect(gezien).toEqual(['AF5', 'AF4', 'AF3', 'AF2', 'AF1']);
    expect((await ids('aanbieder', 'retourcode=9019&limiet=2'))[0]).toBe('NIEUW1');
  });
});

describe('één bericht', () => {
  const eerste = async (identificatie: string): Promise<string> => (await lijst('gemeente', `identificatie=${identificatie}&berichtsoort=WMO305`)).items[0]?.id ?? '';

  it('heeft een verloop, waarin een ander niet ziet hoe het bezorgen gaat', async () => {
    interface Stap { readonly stap: string; readonly laatsteFout?: string }
    const id = await eerste('AF1');
    const stappen = async (client: string): Promise<readonly Stap[]> => (await goed<{ items: Stap[] }>(client, 'GET', `/v1/berichten/${id}/verloop`)).items;
    expect((await stappen('aanbieder')).map(({ stap }) => stap)).toEqual(['ontvangen', 'beoordeeld', 'beantwoord', 'klaargezet']);
    await pool.query(`update bezorging z set laatste_fout = 'http-503', pogingen = 3 from bericht a where a.antwoord_op = $1 and z.bericht_id = a.id`, [id]);
    expect((await stappen('aanbieder')).at(-1)).toMatchObject({ stap: 'bezorging-mislukt', laatsteFout: 'http-503', pogingen: 3 });
    expect((await stappen('gemeente')).at(-1)).toMatchObject({ stap: 'klaargezet' });
    const antwoord = (await goed<{ antwoord: { id: string } }>('aanbieder', 'GET', `/v1/berichten/${id}`)).antwoord.id;
    await als('aanbieder').vraag('POST', `/v1/postvak/${antwoord}/ontvangen`);
    for (const client of ['aanbieder', 'gemeente']) expect((await stappen(client)).at(-1)).toMatchObject({ stap: 'bevestigd', partij: AANBIEDER });
    expect((await als('ander').vraag('GET', `/v1/berichten/${id}/verloop`)).status).toBe(404);
    expect((await als('beheer').vraag('GET', `/v1/berichten/${id}/verloop`)).status).toBe(404);
  });

  it('laat zien waar een bevinding staat, zonder persoonsgegevens', async () => {
    const { tekst, json } = await als('aanbieder').vraag('GET', `/v1/berichten/${await eerste('AF1')}/weergave`);
    const { begin, plaatsen } = json as Weergave;
    expect(tekst).not.toContain(BSN);
    expect(tekst).not.toContain('Vos');
    expect(tekst).not.toContain('1967');
    expect(begin.find(({ naam }) => naam === 'Bsn')).toMatchObject({ waarde: `•••••${BSN.slice(-4)}`, afgeschermd: true });
    expect(plaatsen.map(({ pad, regels }) => [pad, regels.filter(({ raak }) => raak === true).map(({ naam }) => naam)]))
      .toEqual([['/Bericht/Client/StartProducten/StartProduct[1]', ['StartProduct']]]);
    expect(plaatsen[0]?.regels.find(({ naam }) => naam === 'ToewijzingNummer')).toMatchObject({ waarde: '300201' });
  });

  it('met persoonsgegevens na een reden, die in het auditspoor staat', async () => {
    const id = await eerste('AF1');
    const pad = `/v1/berichten/${id}/persoonsgegevens`;
    const regels = async (): Promise<unknown[]> => (await pool.query(`select client, namens, reden from audit where handeling = 'persoonsgegevens getoond'
      union all select client, namens, reden from audit_nieuw where handeling = 'persoonsgegevens getoond' order by reden`)).rows;
    for (const inhoud of [{}, { reden: 'zomaar' }, { reden: 'anders' }, { reden: 'anders', toelichting: `bsn ${BSN}` }]) {
      expect((await als('aanbieder').vraag('POST', pad, inhoud)).status).toBe(400);
    }
    expect((await als('ander').vraag('POST', pad, { reden: 'fout-onderzoeken' })).status).toBe(404);
    expect(await regels()).toEqual([]);
    const { tekst } = await als('aanbieder').vraag('POST', pad, { reden: 'anders', toelichting: 'bezwaar van de cliënt' });
    expect(tekst).toContain(BSN);
    expect(tekst).toContain('Vos');
    expect(await regels()).toEqual([{ client: 'aanbieder', namens: AANBIEDER, reden: 'andere reden: bezwaar van de cliënt' }]);
  });

  it('wie alleen mag aanleveren krijgt zijn bericht terug en mag het niet inzien; beheer ziet wat terzijde ligt, zonder inhoud', async () => {
    const { id } = await lever('aanlever', start(AANBIEDER, 'AANLEVER'));
    expect((await als('aanlever').vraag('GET', `/v1/berichten/${id}`)).status).toBe(403);
    expect((await als('beheer').vraag('GET', `/v1/berichten/${id}`)).status).toBe(404);
    await pool.query(`update bericht set status = 'mislukt', pogingen = 8, terzijde_op = now() where id = $1`, [id]);
    expect((await als('beheer').vraag('GET', `/v1/berichten/${id}`)).json).toMatchObject({ id, status: 'mislukt' });
    expect((await als('beheer').vraag('GET', `/v1/berichten/${id}/verloop`)).json).toMatchObject({ items: [{ stap: 'ontvangen' }, { stap: 'terzijde', pogingen: 8 },
      { stap: 'beoordeeld' }, { stap: 'beantwoord' }, {}] });
    for (const wat of ['weergave', 'xml', 'antwoord']) expect((await als('beheer').vraag('GET', `/v1/berichten/${id}/${wat}`)).status).toBe(403);
    expect((await als('beheer').vraag('POST', `/v1/berichten/${id}/persoonsgegevens`, { reden: 'fout-onderzoeken' })).status).toBe(403);
  });
});
