/** The access team over HTTP: product orders under policy, and notices of structural change step by step. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leesBericht } from '../../src/standaard/xml/lezen.js';
import { verseDatabase, type Testdatabase } from '../hulp/database.js';
import { startInHuis } from '../hulp/huis.js';
import { Aansluiting, type Dienst, type Resource } from '../hulp/server.js';

const BELEID = `
regio: proef
gemeenten: ["0268"]
producten:
  - {code: 15T01, categorie: "15", eenheid: "04", frequenties: ["2"], gewicht: licht, opvolger: 15T02}
  - {code: 15T02, categorie: "15", eenheid: "04", frequenties: ["2"], gewicht: middel}
  - {code: 15M01, categorie: "15", eenheid: "04", frequenties: ["2"]}
contracten:
  - {aanbieder: "65656055", producten: [15T01, 15T02, 15M01]}
aanvraagroutes:
  - {voor: [15T01, 15T02, 15M01], via: [toegang], dan: toewijzen}
voorwaarden:
  - {regel: alleen-naast-thuisplus, soort: vereist, voor: [15M01], naast: [15T01, 15T02], periode: omvat, aanbieder: elke, anders: {uitkomst: afwijzen, reden: "4"}}
termijnen:
  - {termijn: onderzoek, gebeurtenis: melding-definitief, gevolg: onderzoek-afgerond, grens: {aantal: 10, eenheid: dagen}, wie: toegang}
`;
let database: Testdatabase;
let server: Dienst;
let gateway: Aansluiting;
const map = mkdtempSync(join(tmpdir(), 'iwmo-regio-'));
beforeAll(async () => {
  writeFileSync(join(map, 'proef.yaml'), BELEID);
  database = await verseDatabase();
  server = await startInHuis({ DATABASE_URL: database.url, REGIO_DIR: map, VANDAAG: '2025-06-10' });
  gateway = new Aansluiting(server.adres);
});
afterAll(async () => {
  await server?.stop();
  await database?.verwijder();
  rmSync(map, { recursive: true, force: true });
});

const post = (pad: string, body: unknown): Promise<Response> => fetch(gateway.adres + pad, {
  method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
const client = {
  Geboortedatum: { Datum: '1967-08-13' }, Geslacht: '1', Naam: { Geslachtsnaam: { Achternaam: 'Vos' }, NaamGebruik: '1' },
  Contactgegevens: [{ Soort: '01', Adres: { Huis: { Huisnummer: 10 }, Postcode: '1234AB', LandCode: 'NL' } }],
};
const basis = { gemeente: '0268', aanbieder: '65656055', bsn: '999900006' };
const omvang = { volume: 10, eenheid: '04', frequentie: '2' };
interface Gemaakt { bericht: Resource; toewijzingen: { toewijzingNummer: number }[] }
interface Aankondiging { id: string; status: string; stappen: string[]; historie: { stap: string; datum: string }[]; termijn?: { vervaldatum: string };
  definitiefOp?: string; bericht?: { id: string } }

describe('productbestellingen', () => {
  it('het beleid beslist mee: een product dat naast een ander moet, wordt geweigerd tot dat er is', async () => {
    const meerzorg = { ...basis, client, product: { categorie: '15', code: '15M01' }, ingangsdatum: '2025-06-15', einddatum: '2025-12-31', omvang };
    const geweigerd = await post('/v1/productbestellingen', meerzorg);
    expect(geweigerd.status).toBe(422);
    expect((await geweigerd.json() as { fouten: { regel: string }[] }).fouten.map((f) => f.regel)).toEqual(['alleen-naast-thuisplus']);
    const thuisplus = await post('/v1/productbestellingen',
      { ...basis, client, product: { categorie: '15', code: '15T01' }, ingangsdatum: '2025-06-01', einddatum: '2025-12-31', omvang });
    expect(thuisplus.status).toBe(201);
    expect((await thuisplus.json() as Gemaakt).bericht).toMatchObject({ berichtsoort: 'WMO301', status: 'goedgekeurd' });
    expect((await post('/v1/productbestellingen', meerzorg)).status).toBe(201);
  });

  it('een onbekend product, en een aanbieder zonder contract', async () => {
    for (const velden of [{ product: { categorie: '15', code: '15X99' } }, { aanbieder: '11111111', product: { categorie: '15', code: '15T01' } }]) {
      const antwoord = await post('/v1/productbestellingen', { ...basis, client, ingangsdatum: '2025-07-01', omvang, ...velden });
      expect(antwoord.status).toBe(422);
    }
  });
});

describe('vooraankondigingen', () => {
  let id: string;
  let toewijzingNummer: number;
  const bsn = '999900018';
  const stap = (velden: Record<string, unknown>): Promise<Response> => post(`/v1/vooraankondigingen/${id}/stappen`, velden);

  it('wordt ingediend op een eigen toewijzing, en maar één keer tegelijk', async () => {
    const besteld = await post('/v1/productbestellingen',
      { ...basis, bsn, client, product: { categorie: '15', code: '15T01' }, ingangsdatum: '2025-01-01', einddatum: '2025-12-31', omvang });
    toewijzingNummer = (await besteld.json() as Gemaakt).toewijzingen[0]?.toewijzingNummer as number;
    const invoer = { ...basis, bsn, toewijzingNummer, richting: 'op', gewenstProduct: { categorie: '15', code: '15T02' }, vanaf: '2025-05-01' };
    expect((await post('/v1/vooraankondigingen', { ...invoer, bsn: '999900006' })).status).toBe(422);
    const gemaakt = await post('/v1/vooraankondigingen', invoer);
    expect(gemaakt.status).toBe(201);
    const aankondiging = await gemaakt.json() as Aankondiging;
    ({ id } = aankondiging);
    expect(aankondiging).toMatchObject({ status: 'ingediend', stappen: ['evaluatie-vervroegd', 'melding-geopend', 'afwijzen'] });
    expect(JSON.stringify(aankondiging)).not.toContain(bsn);
    expect((await post('/v1/vooraankondigingen', invoer)).status).toBe(409);
  });

  it('weigert een stap buiten de volgorde en noemt wat wel mag', async () => {
    const antwoord = await stap({ stap: 'toewijzen' });
    expect(antwoord.status).toBe(409);
    expect(await antwoord.json()).toMatchObject({ code: 'stap-niet-mogelijk', toegestaan: ['evaluatie-vervroegd', 'melding-geopend', 'afwijzen'] });
  });

  it('doorloopt de stappen, met tien dagen na de definitieve melding, en maakt de WMO301', async () => {
    await stap({ stap: 'melding-geopend', datum: '2025-06-01' });
    const definitief = await (await stap({ stap: 'melding-definitief', datum: '2025-06-05' })).json() as Aankondiging;
    expect(definitief).toMatchObject({ status: 'melding-definitief', definitiefOp: '2025-06-05', termijn: { vervaldatum: '2025-06-15' } });
    const ondertekend = await (await stap({ stap: 'verslag-ondertekend' })).json() as Aankondiging;
    expect(ondertekend.termijn).toBeUndefined();
    const klaar = await (await stap({ stap: 'toewijzen', omvang: { volume: 15, eenheid: '04', frequentie: '2' } })).json() as Aankondiging;
    expect(klaar).toMatchObject({ status: 'toegewezen', stappen: [] });
    expect(klaar.historie.map((regel) => regel.stap)).toEqual(['melding-geopend', 'melding-definitief', 'verslag-ondertekend', 'toewijzen']);
    const xml = await fetch(`${gateway.adres}/v1/berichten/${klaar.bericht?.id}/xml`);
    const { Client } = leesBericht('WMO301', new Uint8Array(await xml.arrayBuffer()));
    expect(Client.ToegewezenProducten.map((p) => [p.Product?.Code, p.Ingangsdatum, p.Einddatum, p.Omvang?.Volume])).toEqual([
      ['15T01', '2025-01-01', '2025-06-04', 10], ['15T02', '2025-06-05', '2025-12-31', 15]]);
    expect((await stap({ stap: 'afwijzen' })).status).toBe(409);
    const { items } = await gateway.haal<{ items: Aankondiging[] }>('/v1/vooraankondigingen?gemeente=0268&status=toegewezen');
    expect(items.map((een) => een.id)).toEqual([id]);
  });

  it('een onbekende is er niet', async () => {
    expect((await fetch(`${gateway.adres}/v1/vooraankondigingen/00000000-0000-4000-8000-000000000000`)).status).toBe(404);
  });
});
