/** Terms and the waiting list as a municipality sees them, over HTTP. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plusWerkdagen } from '../../src/standaard/werkdagen.js';
import { verseDatabase, type Testdatabase } from '../hulp/database.js';
import { startInHuis } from '../hulp/huis.js';
import { Aansluiting, type Dienst } from '../hulp/server.js';
import { m301, m305, m319 } from '../hulp/termijnen.js';
import { AANBIEDER, GEMEENTE, wmo315 } from '../hulp/voorbeelden.js';

const VANDAAG = '2026-06-30';
let database: Testdatabase;
let server: Dienst;
let gateway: Aansluiting;
beforeAll(async () => {
  database = await verseDatabase();
  server = await startInHuis({ DATABASE_URL: database.url, VANDAAG });
  gateway = new Aansluiting(server.adres);
});
afterAll(async () => {
  await server?.stop();
  await database?.verwijder();
});

interface Lijst { items: Record<string, unknown>[]; volgende?: string }
const termijnen = (vraag: string): Promise<Lijst> => gateway.haal<Lijst>(`/v1/termijnen?gemeente=${GEMEENTE}${vraag}`);
const wachtlijst = (vraag = ''): Promise<Lijst> => gateway.haal<Lijst>(`/v1/wachtlijst?gemeente=${GEMEENTE}${vraag}`);

describe('van verzoek tot start', () => {
  it('een verzoek opent de termijn voor het antwoord', async () => {
    const verzoek = await gateway.lever('WMO315', wmo315);
    expect(verzoek.status).toBe('goedgekeurd');
    expect(await termijnen('&status=open')).toEqual({ items: [{
      soort: 'antwoord-op-verzoek', bron: 'OP274', partij: 'gemeente', aanbieder: AANBIEDER, start: VANDAAG,
      vervaldatum: plusWerkdagen(VANDAAG, 5), status: 'open', berichtId: verzoek.id,
      referentieAanbieder: 'REF-2026-001', verzoekId: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
    }] });
  });

  it('in onderzoek: de eerste is gehaald, het besluit is verlopen', async () => {
    const antwoord = await gateway.lever('WMO319', m319('A1', '2026-02-09', 'REF-2026-001', '2'));
    expect(antwoord.status).toBe('goedgekeurd');
    expect((await termijnen('&status=open')).items).toEqual([]);
    expect((await termijnen('&status=gehaald')).items).toEqual([
      expect.objectContaining({ soort: 'antwoord-op-verzoek', geslotenOp: '2026-02-09', status: 'gehaald' })]);
    expect((await termijnen('&status=verlopen')).items).toEqual([expect.objectContaining({
      soort: 'besluit-na-onderzoek', bron: 'OP274', start: '2026-02-02', vervaldatum: '2026-03-30', status: 'verlopen',
      berichtId: antwoord.id })]);
  });

  it('de toewijzing sluit het te laat, en zet de client op de wachtlijst', async () => {
    const toewijzing = m301('T1', '2026-06-10',
      { ReferentieAanbieder: 'REF-2026-001', Toewijzingsdatum: '2026-06-10' });
    expect((await gateway.lever('WMO301', toewijzing)).status).toBe('goedgekeurd');
    expect((await termijnen('&status=verlopen')).items).toEqual([]);
    expect((await termijnen('&status=te-laat')).items).toEqual([
      expect.objectContaining({ soort: 'besluit-na-onderzoek', geslotenOp: '2026-06-10', status: 'te-laat' })]);
    expect(await wachtlijst()).toEqual({ items: [{
      toewijzingNummer: 300201, aanbieder: AANBIEDER, product: { categorie: '02', code: '02A03' },
      ingangsdatum: '2026-03-01', toewijzingsdatum: '2026-06-10', einddatum: '2026-12-31', dagenGewacht: 20,
    }] });
  });

  it('de start haalt de client van de wachtlijst; OP271 telt vanaf de toewijzing', async () => {
    await gateway.lever('WMO305', m305('S1', '2026-06-17', { Begindatum: '2026-06-08' }));
    expect(await wachtlijst()).toEqual({ items: [] });
    expect((await termijnen('&status=gehaald')).items).toContainEqual(expect.objectContaining({
      soort: 'startbericht', bron: 'OP271', partij: 'aanbieder', start: '2026-06-10', vervaldatum: '2026-06-17',
      geslotenOp: '2026-06-17', toewijzingNummer: 300201 }));
  });

  it('bladert door alle termijnen', async () => {
    const gezien: unknown[] = [];
    for (let cursor = ''; ;) {
      const { items, volgende } = await termijnen(`&limiet=1${cursor}`);
      expect(items).toHaveLength(1);
      gezien.push(items[0]?.['vervaldatum']);
      if (volgende === undefined) break;
      cursor = `&cursor=${volgende}`;
    }
    expect(gezien).toEqual(['2026-03-30', '2026-06-17', plusWerkdagen(VANDAAG, 5)]);
    expect((await gateway.haal<Lijst>('/v1/termijnen?gemeente=0268')).items).toEqual([]);
  });

  it('noemt nergens een bsn', async () => {
    const alles = JSON.stringify([await termijnen(''), await wachtlijst()]);
    expect(alles).not.toMatch(/99990\d{4}/);
  });
});

describe('wat niet kan', () => {
  it.each([
    '/v1/termijnen', '/v1/termijnen?gemeente=363', '/v1/termijnen?gemeente=03630', '/v1/termijnen?gemeente=abcd',
    '/v1/termijnen?gemeente=0363&status=te_laat', '/v1/termijnen?gemeente=0363&limiet=0',
    '/v1/termijnen?gemeente=0363&limiet=201', '/v1/termijnen?gemeente=0363&cursor=xyz',
    '/v1/termijnen?gemeente=0363&bsn=1', '/v1/termijnen?gemeente=0363&gemeente=0268',
    '/v1/wachtlijst', '/v1/wachtlijst?gemeente=03', '/v1/wachtlijst?gemeente=0363&cursor=xyz',
    '/v1/wachtlijst?gemeente=0363&bsn=1', '/v1/wachtlijst?gemeente=0363&status=open',
    `/v1/wachtlijst?gemeente=0363&cursor=${Buffer.from('9999999999.1').toString('base64url')}`,
    `/v1/termijnen?gemeente=0363&cursor=${Buffer.from('2026-02-30.1').toString('base64url')}`,
  ])('%s is een ongeldige aanvraag', async (pad) => {
    const antwoord = await fetch(gateway.adres + pad);
    expect(antwoord.status).toBe(400);
    expect(await antwoord.json()).toMatchObject({ code: 'ongeldige-aanvraag' });
  });
});
