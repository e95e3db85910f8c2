/** StUF-GGk over HTTP: envelopes in, confirmations, faults and answers out. */
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createClientAsync, type Client } from 'soap';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alsStuf } from '../../src/koppelvlakken/stuf-ggk/vorm.js';
import { openPool, type Pool } from '../../src/platform/database.js';
import type { Berichtsoort } from '../../src/standaard/berichten/berichtsoorten.js';
import type { Berichten } from '../../src/standaard/berichten/gegenereerd/index.js';
import { leesBericht } from '../../src/standaard/xml/lezen.js';
import { schrijfBericht } from '../../src/standaard/xml/schrijven.js';
import { Beller, stuur, toegangsbestand } from '../hulp/aanmelding.js';
import { alsBestanden } from '../hulp/certificaat.js';
import { verseDatabase, type Testdatabase } from '../hulp/database.js';
import { startInHuis } from '../hulp/huis.js';
import { Aansluiting, type Dienst, type Resource, startServer, type Uitvoering } from '../hulp/server.js';
import { envelop, foutmelding, klaarstaandeFouten, leesAntwoord, PAD, postSoap, soap } from '../hulp/stuf.js';
import { startUitgever, type Uitgever } from '../hulp/uitgever.mjs';
import { header, wmo301, wmo305 } from '../hulp/voorbeelden.js';


let database: Testdatabase;
let server: Dienst;
let gateway: Aansluiting;
let pool: Pool;
beforeAll(async () => {
  database = await verseDatabase();
  server = await startInHuis({ DATABASE_URL: database.url });
  gateway = new Aansluiting(server.adres);
  pool = openPool(database.url, 2);
});
afterAll(async () => {
  await pool?.end();
  await server?.stop();
  await database?.verwijder();
});

const post = (bytes: Uint8Array, koppen?: Record<string, string>) => postSoap(gateway.adres, bytes, koppen);

const start = (identificatie: string): Buffer => schrijfBericht('WMO305', { ...wmo305, Header: header('WMO305', identificatie) });

async function aantal(vraag: string, waarden: readonly unknown[]): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(`select count(*)::int as n from ${vraag}`, [...waarden]);
  return rows[0]?.n ?? 0;
}
const aantalOnder = (referentienummer: string): Promise<number> => aantal('stuf_envelop where referentienummer = $1', [referentienummer]);

/** The message that came in under a number, once it has been assessed. */
async function beoordeeld(referentienummer: string): Promise<Resource> {
  const { rows } = await pool.query<{ id: string }>('select bericht_id as id from stuf_envelop where referentienummer = $1', [referentienummer]);
  const antwoord = await fetch(`${gateway.adres}/v1/berichten/${rows[0]?.id}`, { headers: { Prefer: 'wait=20' } });
  return await antwoord.json() as Resource;
}

/** A message in its envelope, and the parts of that envelope. */
async function envelopVan(id: string): Promise<{ xml: string; veld: (naam: string) => string | undefined }> {
  const antwoord = await fetch(`${gateway.adres}/v1/berichten/${id}/envelop`);
  expect(antwoord.status).toBe(200);
  const xml = await antwoord.text();
  return { xml, veld: (naam) => new RegExp(`<\\w+:${naam}(?: [^>]*)?>([^<]*)<`).exec(xml)?.[1] };
}

/** A WMO301 that is made here. */
async function wijsToe(aanbieder: string, code: string): Promise<Pick<Resource, 'id' | 'identificatie'> & { berichtsoort: 'WMO301' }> {
  const antwoord = await fetch(`${gateway.adres}/v1/toewijzingen`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({
      gemeente: '0518', aanbieder, bsn: '999900006',
      client: { Geboortedatum: { Datum: '1967-08-13' }, Geslacht: '1', Naam: { Geslachtsnaam: { Achternaam: 'Vos' }, NaamGebruik: '1' },
        Contactgegevens: [{ Soort: '01', Adres: { Huis: { Huisnummer: 10 }, Postcode: '1234AB', LandCode: 'NL' } }] },
      producten: [{ actie: 'nieuw', product: { categorie: '02', code }, ingangsdatum: '2026-07-01', einddatum: '2026-12-31',
        omvang: { volume: 4, eenheid: '04', frequentie: '2' } }] }) });
  expect(antwoord.status, await antwoord.clone().text()).toBe(201);
  const { bericht } = await antwoord.json() as { bericht: Resource };
  return { id: bericht.id, identificatie: bericht.identificatie, berichtsoort: 'WMO301' };
}

describe('een gewone SOAP-client', () => {
  let client: Client;
  const nummers = { WMO301: randomUUID(), WMO305: randomUUID() };
  beforeAll(async () => { client = await createClientAsync(`${gateway.adres}${PAD}?wsdl`); });

  const systeem = (organisatie: string, applicatie: string) => ({ 'StUF:organisatie': organisatie, 'StUF:applicatie': applicatie });
  async function lever<B extends 'WMO301' | 'WMO305'>(soort: B, bericht: Berichten[B], van: string, voor: string): Promise<Record<string, unknown>> {
    const [antwoord] = await client['ggk_Di01Async']({
      stuurgegevens: {
        'StUF:berichtcode': 'Di01', 'StUF:zender': systeem(van, 'Zorgpakket'), 'StUF:ontvanger': systeem(voor, 'GGk'),
        'StUF:referentienummer': nummers[soort], 'StUF:tijdstipBericht': '20260305101500', 'StUF:functie': soort },
      parameters: {
        applicatieVersie: '0004', applicatieSubversie: '0003', functieVersie: '0003', functieSubversie: '0002',
        bericht: { attributes: { 'xmime:contentType': 'application/xml', 'xmlns:xmime': 'http://www.w3.org/2005/05/xmlmime' },
          $value: schrijfBericht(soort, bericht).toString('base64') } },
    }) as [Record<string, unknown>];
    return antwoord;
  }

  it('leest de WSDL en vindt daarin het adres waarop zij is opgehaald', () => {
    const { StUFOntvangAsynchroonGGK0310Service: dienst } = client.describe() as Record<string, { OntvangAsynchroon: object }>;
    expect(Object.keys(dienst?.OntvangAsynchroon ?? {}).sort()).toEqual(['Fo01', 'ggk_Di01', 'ggk_Du01']);
    expect((client as unknown as { wsdl: { services: Record<string, { ports: Record<string, { location: string }> }> } })
      .wsdl.services['StUFOntvangAsynchroonGGK0310Service']?.ports['OntvangAsynchroon']?.location).toBe(gateway.adres + PAD);
  });

  it('levert een WMO301 en een WMO305 en krijgt telkens een Bv03', async () => {
    const { Afzender: gemeente, Ontvanger: aanbieder } = wmo301.Header;
    expect(await lever('WMO301', wmo301, gemeente, aanbieder)).toMatchObject({
      stuurgegevens: { berichtcode: 'Bv03', crossRefnummer: nummers.WMO301, zender: { organisatie: aanbieder }, ontvanger: { organisatie: gemeente, applicatie: 'Zorgpakket' } } });
    expect(await lever('WMO305', wmo305, aanbieder, gemeente)).toMatchObject({ stuurgegevens: { berichtcode: 'Bv03', crossRefnummer: nummers.WMO305 } });
  });

  it('waarna de WMO306 er is, in een Du01 met het nummer van de Di01', async () => {
    const resource = await beoordeeld(nummers.WMO305);
    expect(resource).toMatchObject({ status: 'goedgekeurd', berichtsoort: 'WMO305', antwoord: { berichtsoort: 'WMO306' } });
    const { xml, veld } = await envelopVan(resource.antwoord?.id ?? '');
    expect(['berichtcode', 'crossRefnummer', 'functie', 'organisatie', 'crossRefnummerBericht'].map(veld))
      .toEqual(['Du01', nummers.WMO305, 'WMO306', wmo305.Header.Ontvanger, wmo305.Header.BerichtIdentificatie.Identificatie]);
    const retour = leesBericht('WMO306', Buffer.from(veld('bericht') ?? '', 'base64'));
    expect(retour.Header.RetourCodes).toBeUndefined();
    // Asked again it is the same envelope.
    expect((await envelopVan(resource.antwoord?.id ?? '')).xml).toBe(xml);
  });

  it('ziet een fout als SOAP-fout met het Fo03 erin', async () => {
    const fout = await lever('WMO305', wmo305, '65656056', '0363').catch((e: unknown) => e);
    expect(fout).toMatchObject({ root: { Envelope: { Body: { Fault: { faultcode: 'soap:Client', detail: { Fo03Bericht: {
      stuurgegevens: { berichtcode: 'Fo03', crossRefnummer: nummers.WMO305 }, body: { code: 'StUF013', plek: 'client' } } } } } } } });
  });
});

describe('nog eens hetzelfde', () => {
  it('telt één keer, ook tegelijk; een ander bericht onder hetzelfde nummer wordt geweigerd', async () => {
    const referentienummer = randomUUID();
    const bytes = soap(envelop('Di01', { referentienummer, inhoud: start('STUF-TWEE') }));
    const antwoorden = await Promise.all(Array.from({ length: 6 }, () => post(bytes)));
    expect(antwoorden.map(({ soort, crossRefnummer }) => [soort, crossRefnummer])).toEqual(Array(6).fill(['Bv03', referentienummer]));
    expect(await post(bytes)).toMatchObject({ soort: 'Bv03', crossRefnummer: referentienummer });
    expect(await aantal(`bericht where identificatie = $1 and berichtsoort = 'WMO305'`, ['STUF-TWEE'])).toBe(1);
    expect(await post(soap(envelop('Di01', { referentienummer, inhoud: start('STUF-DRIE') })))).toMatchObject({ soort: 'Fo03', code: 'StUF016' });
    expect(await aantalOnder(referentienummer)).toBe(1);
    // Also when it is so long ago that the key is no longer kept.
    await pool.query('delete from idempotentie');
    expect((await post(bytes)).soort).toBe('Bv03');
    expect(await post(soap(envelop('Di01', { referentienummer, inhoud: start('STUF-DRIE') })))).toMatchObject({ soort: 'Fo03', code: 'StUF016' });
    expect(await aantal(`bericht where identificatie = any ($1) and berichtsoort = 'WMO305'`, [['STUF-TWEE', 'STUF-DRIE']])).toBe(1);
  });

  it('een andere zender mag hetzelfde nummer gebruiken', async () => {
    const referentienummer = randomUUID();
    const ander = { ...wmo305, Header: { ...header('WMO305', 'STUF-VIER'), Afzender: '65659995' } };
    expect((await post(soap(envelop('Di01', { referentienummer, inhoud: start('STUF-VIER') })))).soort).toBe('Bv03');
    expect((await post(soap(envelop('Di01', { referentienummer, zender: '65659995', inhoud: schrijfBericht('WMO305', ander) })))).soort).toBe('Bv03');
    expect(await aantalOnder(referentienummer)).toBe(2);
  });

  it('een ongeldig bericht geeft één Fo01', async () => {
    const referentienummer = randomUUID();
    const bytes = soap(envelop('Di01', { referentienummer, inhoud: Buffer.from('<leeg/>') }));
    for (let i = 0; i < 3; i++) expect((await post(bytes)).soort).toBe('Bv03');
    const wachtend = (await klaarstaandeFouten(gateway.adres, '65656055')).filter((fout) => fout.crossRefnummer === referentienummer);
    expect(wachtend).toMatchObject([{ foutcode: 'StUF055' }]);
  });
});

describe('op wat van hier komt', () => {
  let bericht: { id: string };
  let nummer: string;
  beforeAll(async () => {
    bericht = await wijsToe('65656055', '02A03');
    const { veld } = await envelopVan(bericht.id);
    expect(['berichtcode', 'functie', 'organisatie'].map(veld)).toEqual(['Di01', 'WMO301', '0518']);
    nummer = veld('referentienummer') ?? '';
  });

  it('een Fo01 van de ontvanger of de keten wordt bij het bericht bewaard, alleen met zijn code', async () => {
    const detailsXML = '<Bsn>999900006</Bsn>';
    const melding = soap(foutmelding({ zender: '65656055', ontvanger: '0518', crossRefnummer: nummer, detailsXML }));
    expect((await post(melding)).soort).toBe('Bv03');
    expect((await post(melding)).soort).toBe('Bv03');
    expect((await post(soap(foutmelding({ zender: 'VECOZO', ontvanger: '0518', crossRefnummer: nummer, code: 'BRS04' })))).soort).toBe('Bv03');
    const { rows } = await pool.query(`select * from stuf_foutbericht where bericht_id = $1 order by id`, [bericht.id]);
    expect(rows).toMatchObject([{ partij: '65656055', code: 'StUF055' }, { partij: 'VECOZO', code: 'BRS04' }]);
    expect(JSON.stringify(rows)).not.toContain('999900006');
  });

  it('een ander heeft er niets over te zeggen', async () => {
    expect(await post(soap(foutmelding({ zender: '65659995', ontvanger: '0518', crossRefnummer: nummer })))).toMatchObject({ soort: 'Fo03', code: 'StUF043' });
    expect(await post(soap(envelop('Du01', { zender: '65659995', ontvanger: '0518', functie: 'WMO302', crossRefnummer: nummer, base64: 'QUJD' }))))
      .toMatchObject({ soort: 'Fo03', code: 'StUF043' });
  });

  it('een antwoord dat de gateway zelf al gaf, wordt niet nog eens aangenomen', async () => {
    const { id } = (await gateway.haal(`/v1/berichten/${bericht.id}`)).antwoord ?? { id: '' };
    const inhoud = Buffer.from(await (await fetch(`${gateway.adres}/v1/berichten/${id}/xml`)).arrayBuffer());
    const du01 = (crossRefnummer: string): Buffer =>
      soap(envelop('Du01', { zender: '65656055', ontvanger: '0518', functie: 'WMO302', crossRefnummer, inhoud }));
    expect(await post(du01(nummer))).toMatchObject({ soort: 'Fo03', code: 'StUF037' });
  });

  it('een bericht dat zonder envelop binnenkwam, krijgt er een; het antwoord verwijst daarnaar', async () => {
    const resource = await gateway.lever('WMO301', { ...wmo301, Header: header('WMO301', 'REST-1') });
    const antwoord = await envelopVan(resource.antwoord?.id ?? '');
    const heen = await envelopVan(resource.id);
    expect([antwoord.veld('berichtcode'), antwoord.veld('crossRefnummer')]).toEqual(['Du01', heen.veld('referentienummer')]);
    expect(Buffer.from(heen.veld('bericht') ?? '', 'base64').equals(schrijfBericht('WMO301', { ...wmo301, Header: header('WMO301', 'REST-1') }))).toBe(true);
    expect((await fetch(`${gateway.adres}/v1/berichten/${randomUUID()}/envelop`)).status).toBe(404);
  });
});

describe('opslaan', () => {
  it('een bericht dat groter is dan een XML-lezer als één tekst aanneemt, gaat er als ieder ander in', async () => {
    const groot = Buffer.concat([start('STUF-GROOT'), Buffer.from(`<!--${'x'.repeat(999_990)}-->`.repeat(8))]);
    const referentienummer = randomUUID();
    expect((await post(soap(envelop('Di01', { referentienummer, inhoud: groot })))).soort).toBe('Bv03');
    const resource = await beoordeeld(referentienummer);
    expect((await envelopVan(resource.id)).veld('bericht')).toBe(groot.toString('base64'));
  });

  it('wat niet kan worden opgeslagen wordt niet bevestigd, en kan ongewijzigd opnieuw', async () => {
    const referentienummer = randomUUID();
    const bytes = soap(envelop('Di01', { referentienummer, inhoud: start('STUF-WEG') }));
    await pool.query('alter table stuf_envelop rename to stuf_envelop_weg');
    const antwoord = await post(bytes).finally(() => pool.query('alter table stuf_envelop_weg rename to stuf_envelop'));
    expect(antwoord).toMatchObject({ soort: 'Fo03', code: 'StUF046', crossRefnummer: referentienummer });
    expect(await aantal('bericht where identificatie = $1', ['STUF-WEG'])).toBe(0);
    expect((await post(bytes)).soort).toBe('Bv03');
    expect(await beoordeeld(referentienummer)).toMatchObject({ berichtsoort: 'WMO305' satisfies Berichtsoort });
  });
});

describe('een tweede gateway, met aanmelding', () => {
  let map: string;
  let uitgever: Uitgever;
  let eigen: Testdatabase;
  let ander: Uitvoering;
  let anderePool: Pool;
  const als = (client: string): Beller => new Beller(ander.adres, uitgever, client);
  beforeAll(async () => {
    const bestanden = alsBestanden({ 'toegang.yaml': toegangsbestand({
      gemeente: { partijen: ['0518'], scopes: ['aanleveren', 'lezen'] }, aanbieder: { partijen: ['65656055'], scopes: ['aanleveren', 'lezen'] },
      vreemde: { partijen: ['65659995'], scopes: ['aanleveren', 'lezen'] } }) });
    map = bestanden.map;
    [uitgever, eigen] = await Promise.all([startUitgever(), verseDatabase()]);
    ander = await startServer({ DATABASE_URL: eigen.url, AUTH: 'jwt', AUTH_ISSUER: uitgever.issuer, AUTH_AUDIENCE: uitgever.audience,
      TOEGANG_BESTAND: bestanden.paden['toegang.yaml'] });
    anderePool = openPool(eigen.url, 1);
  });
  afterAll(async () => {
    await anderePool?.end();
    await ander?.stop();
    await eigen?.verwijder();
    await uitgever?.stop();
    if (map !== undefined) rmSync(map, { recursive: true });
  });

  it('ieder levert aan namens zichzelf en ziet niet de envelop van een ander', async () => {
    const bytes = soap(envelop('Di01', { inhoud: start('STUF-JWT') }));
    expect(leesAntwoord((await als('aanbieder').vraag('POST', PAD, bytes)).tekst).soort).toBe('Bv03');
    expect(leesAntwoord((await als('vreemde').vraag('POST', PAD, bytes)).tekst)).toMatchObject({ soort: 'Fo03', code: 'StUF013' });
    const verkleed = soap(envelop('Di01', { zender: '65659995', inhoud: start('STUF-JWT-2') }));
    expect(leesAntwoord((await als('vreemde').vraag('POST', PAD, verkleed)).tekst)).toMatchObject({ soort: 'Fo03', code: 'StUF013' });
    const { items } = (await als('aanbieder').vraag('GET', '/v1/berichten?berichtsoort=WMO305')).json as { items: { id: string }[] };
    expect(items.length).toBe(1);
    expect((await als('aanbieder').vraag('GET', `/v1/berichten/${items[0]?.id}/envelop`)).status).toBe(200);
    expect((await als('vreemde').vraag('GET', `/v1/berichten/${items[0]?.id}/envelop`)).status).toBe(404);
    expect((await stuur(ander.adres, PAD, { method: 'POST', headers: { 'Content-Type': 'text/xml' }, body: bytes })).status).toBe(401);
    expect((await stuur(ander.adres, `${PAD}?wsdl`)).status).toBe(200);
  });

  it('een toewijzing gaat heen als Di01 en het antwoord komt terug als Du01', async () => {
    const extern = await fetch(`${gateway.adres}/v1/partijen/65656055`, {
      method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ extern: true }) });
    expect(extern.status).toBe(200);
    const heen = await wijsToe('65656055', '02A05');
    const inhoud = Buffer.from(await (await fetch(`${gateway.adres}/v1/berichten/${heen.id}/xml`)).arrayBuffer());
    const bericht = { ...heen, afzender: '0518', ontvanger: '65656055', antwoordOp: undefined, inhoud };
    const maak = alsStuf(pool, () => new Date());
    const verzoek = await maak(bericht);
    // Every attempt sends the same.
    expect((await maak(bericht)).inhoud.equals(verzoek.inhoud)).toBe(true);
    const aangenomen = await als('gemeente').vraag('POST', PAD, verzoek.inhoud, verzoek.koppen);
    expect(verzoek.accepteert?.({ status: aangenomen.status, inhoud: Buffer.from(aangenomen.tekst) }), aangenomen.tekst).toBe(true);

    const { items: [daar] } = (await als('aanbieder').vraag('GET', '/v1/berichten?berichtsoort=WMO301')).json as { items: { id: string }[] };
    const beantwoord = (await als('aanbieder').vraag('GET', `/v1/berichten/${daar?.id}`, undefined, { Prefer: 'wait=20' })).json as Resource;
    const retour = beantwoord.antwoord?.id ?? '';
    const retourXml = Buffer.from((await als('aanbieder').vraag('GET', `/v1/berichten/${retour}/xml`)).tekst);
    const terug = await alsStuf(anderePool, () => new Date())({
      ...bericht, id: retour, berichtsoort: 'WMO302', antwoordOp: beantwoord.id, inhoud: retourXml });
    for (let i = 0; i < 2; i++) expect(await post(terug.inhoud, terug.koppen)).toMatchObject({ soort: 'Bv03', status: 200 });
    const uitkomst = await fetch(`${gateway.adres}/v1/berichten/${heen.id}`, { headers: { Prefer: 'wait=20' } });
    expect(await uitkomst.json()).toMatchObject({ status: 'goedgekeurd', antwoord: { berichtsoort: 'WMO302' } });
    const nogEens = Buffer.from(terug.inhoud.toString().replace(/(referentienummer>)[0-9a-f-]{36}/, `$1${randomUUID()}`));
    expect(await post(nogEens)).toMatchObject({ soort: 'Fo03', code: 'StUF043' });
    // An answer of another kind than what was sent under the number.
    const verkeerd = Buffer.from(nogEens.toString().replaceAll('WMO302', 'WMO320').replace(/(referentienummer>)[0-9a-f-]{36}/, `$1${randomUUID()}`));
    expect(await post(verkeerd)).toMatchObject({ soort: 'Fo03', code: 'StUF043' });
  });
});

it('in de uitvoer van de server staat niets over iemand', () => {
  expect(server.uitvoer()).not.toMatch(/99990000|Vos|gebruiker1/);
});
