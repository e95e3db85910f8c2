/** What goes out over StUF-GGk, to a SOAP service that was made from the WSDL by a library: Di01, Du01 and Fo01; and what that party sends back. */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createClientAsync, listen, type Client } from 'soap';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPool, type Pool } from '../../src/platform/database.js';
import type { Berichten } from '../../src/standaard/berichten/gegenereerd/index.js';
import { stelAntwoordOp } from '../../src/standaard/retour/retour.js';
import { leesBericht } from '../../src/standaard/xml/lezen.js';
import { schrijfBericht } from '../../src/standaard/xml/schrijven.js';
import { verseDatabase, type Testdatabase } from '../hulp/database.js';
import { Aansluiting, startServer, type Resource, type Uitvoering } from '../hulp/server.js';
import { envelop, klaarstaandeFouten, PAD, postSoap, soap } from '../hulp/stuf.js';
import { header, wmo301, wmo305 } from '../hulp/voorbeelden.js';
import { startWebhook } from '../hulp/webhook.js';

const WSDL = fileURLToPath(new URL('../../schemas/stuf-ggk/2.1/ggk.wsdl', import.meta.url));
const NASLAG = fileURLToPath(new URL('../../../shared/reference/stuf-ggk-2.1/', import.meta.url));

let database: Testdatabase;
let server: Uitvoering;
let gateway: Aansluiting;
let pool: Pool;
beforeAll(async () => {
  database = await verseDatabase();
  server = await startServer({ DATABASE_URL: database.url, WEBHOOK_TOEGESTAAN: '127.0.0.0/8', WEBHOOK_ELKE_MS: '20' });
  gateway = new Aansluiting(server.adres);
  pool = openPool(database.url, 1);
  await dienst.start();
});
afterAll(async () => {
  await dienst.stop();
  await pool?.end();
  await server?.stop();
  await database?.verwijder();
});

interface Stuurgegevens {
  readonly berichtcode: string; readonly referentienummer: string; readonly crossRefnummer?: string; readonly functie?: string;
  readonly zender: { readonly organisatie: string }; readonly ontvanger: { readonly organisatie: string; readonly applicatie: string };
}
interface Ingekomen {
  readonly stuurgegevens: Stuurgegevens;
  readonly body?: { readonly code: string; readonly plek: string; readonly omschrijving: string; readonly details: string };
  readonly parameters?: { readonly bericht: { readonly $value: string } };
}
interface Gekregen { readonly operatie: string; readonly headers: IncomingHttpHeaders; readonly bericht: Ingekomen }

/** The receiver of all parties: one service, with everything that came, in order. It says Bv03, or something else when told so. */
const dienst = {
  server: undefined as Server | undefined,
  gekregen: [] as Gekregen[],
  /** What it answers: a Bv03 about this number, or a fault. */
  antwoord: (nummer: string): string | Error => nummer,
  url(): string { return `http://127.0.0.1:${(this.server?.address() as AddressInfo).port}/in`; },
  van(partij: string): Gekregen[] { return this.gekregen.filter(({ bericht }) => bericht.stuurgegevens.ontvanger.organisatie === partij); },
  async start(): Promise<void> {
    const http = createServer((_vraag, antwoord) => { antwoord.writeHead(404).end(); });
    this.server = http;
    await new Promise<void>((klaar) => { http.listen(0, '127.0.0.1', klaar); });
    const neem = (operatie: string) => (bericht: Ingekomen, _klaar: unknown, _kop: unknown, vraag: { headers: IncomingHttpHeaders }): object => {
      this.gekregen.push({ operatie, bericht, headers: vraag.headers });
      const { zender, ontvanger, referentienummer } = bericht.stuurgegevens;
      const over = this.antwoord(referentienummer);
      if (typeof over !== 'string') throw over;
      const systeem = (organisatie: string) => ({ 'StUF:organisatie': organisatie, 'StUF:applicatie': 'Zorgpakket' });
      return { 'StUF:stuurgegevens': { 'StUF:berichtcode': 'Bv03', 'StUF:zender': systeem(ontvanger.organisatie), 'StUF:ontvanger': systeem(zender.organisatie),
        'StUF:referentienummer': randomUUID(), 'StUF:tijdstipBericht': '20260630101500', 'StUF:crossRefnummer': over } };
    };
    await new Promise<void>((klaar, mis) => {
      listen(http, { path: '/in', uri: WSDL, xml: readFileSync(WSDL, 'utf8'), callback: (fout: unknown) => { if (fout) mis(fout as Error); else klaar(); },
        services: { StUFOntvangAsynchroonGGK0310Service: { OntvangAsynchroon: {
          ggk_Di01: neem('Di01'), ggk_Du01: neem('Du01'), Fo01: neem('Fo01') } } } });
    });
  },
  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((klaar) => { this.server?.close(klaar); });
  },
};
beforeEach(() => { dienst.antwoord = (nummer) => nummer; });

const vraag = async (methode: string, pad: string, inhoud?: object): Promise<number> => (await fetch(gateway.adres + pad, {
  method: methode, ...(inhoud === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(inhoud) }) })).status;
const abonneer = (partij: string, velden: object = {}): Promise<number> =>
  vraag('PUT', `/v1/abonnementen/${partij}`, { url: dienst.url(), vorm: 'stuf-ggk', ...velden });
interface Bezorging { readonly id: string; readonly berichtsoort: string; readonly pogingen: number; readonly laatsteFout?: string; readonly bezorgdVia?: string }
const bezorgingen = async (partij: string, status: string): Promise<readonly Bezorging[]> =>
  (await gateway.haal<{ items: Bezorging[] }>(`/v1/bezorgingen?status=${status}&partij=${partij}`)).items;
const wordt = <T>(kijk: () => T | Promise<T>) => expect.poll(kijk, { timeout: 20_000, interval: 20 });

let volgnummer = 0;
/** Has an aanbieder send an envelope of which the content breaks its schema; gives the number of the envelope. */
async function leverOngeldig(zender: string): Promise<string> {
  const referentienummer = randomUUID();
  expect(await postSoap(gateway.adres, soap(envelop('Di01', { zender, ontvanger: '0363', referentienummer, inhoud: Buffer.from('<leeg/>') }))))
    .toMatchObject({ soort: 'Bv03', crossRefnummer: referentienummer });
  return referentienummer;
}
/** Has an aanbieder send a good one; gives the number of the envelope and the id of the answer, which then waits for it. */
async function leverStart(Afzender: string): Promise<{ referentienummer: string; antwoord: string }> {
  const referentienummer = randomUUID();
  const inhoud = schrijfBericht('WMO305', { ...wmo305, Header: { ...header('WMO305', `SB${++volgnummer}`), Afzender } });
  await postSoap(gateway.adres, soap(envelop('Di01', { zender: Afzender, referentienummer, inhoud })));
  const { items: [bericht] } = await gateway.haal<{ items: Resource[] }>(`/v1/berichten?afzender=${Afzender}&berichtsoort=WMO305&limiet=1`);
  const { antwoord } = await (await fetch(`${gateway.adres}/v1/berichten/${bericht?.id}`, { headers: { Prefer: 'wait=20' } })).json() as Resource;
  return { referentienummer, antwoord: antwoord?.id ?? '' };
}

describe('een Fo01', () => {
  it('gaat naar de StUF-webhook van wie de envelop stuurde, in de rij met de Du01-berichten, en is dan bezorgd', async () => {
    const partij = '70000001';
    const eerste = await leverOngeldig(partij);
    const { referentienummer, antwoord } = await leverStart(partij);
    const tweede = await leverOngeldig(partij);
    const [wachtend] = await klaarstaandeFouten(gateway.adres, partij);
    expect(await abonneer(partij)).toBe(201);
    await wordt(() => dienst.van(partij).map(({ operatie, bericht: { stuurgegevens } }) => [operatie, stuurgegevens.crossRefnummer]))
      .toEqual([['Fo01', eerste], ['Du01', referentienummer], ['Fo01', tweede]]);
    const [fo01, du01] = dienst.van(partij);
    expect(fo01?.bericht).toMatchObject({
      stuurgegevens: { berichtcode: 'Fo01', referentienummer: wachtend?.id, zender: { organisatie: '0363' }, ontvanger: { organisatie: partij, applicatie: 'GGk' } },
      body: { code: 'StUF055', plek: 'client', details: 'WMO305-00040003' } });
    expect(fo01?.bericht.body?.omschrijving).toMatch(/^Berichtbody is niet conform schema in sectormodel\. Regel 1/);
    // Signed and recognisable as any delivery, and under the action of the WSDL.
    expect(fo01?.headers).toMatchObject({ 'webhook-id': wachtend?.id, soapaction: '"http://www.egem.nl/StUF/StUF0301/Fo01"' });
    expect(fo01?.headers['webhook-signature']).toMatch(/^v1,/);
    expect(du01?.bericht.stuurgegevens).toMatchObject({ berichtcode: 'Du01', functie: 'WMO306', zender: { organisatie: '0363' } });
    expect(Buffer.from(du01?.bericht.parameters?.bericht.$value ?? '', 'base64').toString()).toContain('wmo306');
    await wordt(async () => (await bezorgingen(partij, 'bezorgd')).map(({ id, berichtsoort, bezorgdVia, pogingen }) => [id, berichtsoort, bezorgdVia, pogingen]))
      .toEqual([[wachtend?.id, 'Fo01', 'webhook', 1], [antwoord, 'WMO306', 'webhook', 1], [dienst.van(partij)[2]?.bericht.stuurgegevens.referentienummer, 'Fo01', 'webhook', 1]]);
    expect(await klaarstaandeFouten(gateway.adres, partij)).toEqual([]);
    const { rows } = await pool.query<{ object: string }>(`select object from audit_nieuw where handeling = 'foutbericht bezorgd' and namens = $1
      union select object from audit where handeling = 'foutbericht bezorgd' and namens = $1`, [partij]);
    expect(rows.map(({ object }) => object)).toContain(`foutberichten ${wachtend?.id}`);
  });

  it('die niet wordt bevestigd gaat opnieuw, na drie dagen terzijde, en is te herhalen; telkens hetzelfde', async () => {
    const partij = '70000002';
    const cross = await leverOngeldig(partij);
    // A Bv03 about something else confirms nothing.
    dienst.antwoord = () => randomUUID();
    await abonneer(partij);
    await wordt(async () => (await bezorgingen(partij, 'wacht')).map(({ laatsteFout, pogingen }) => [laatsteFout, pogingen])).toEqual([['niet-geaccepteerd', 1]]);
    dienst.antwoord = () => Object.assign(new Error('weg'), { Fault: { faultcode: 'soap:Server', faultstring: 'weg', statusCode: 500 } });
    await pool.query(`update bezorging set volgende_poging_op = now(), eerste_poging_op = now() - interval '73 hours' where partij = $1`, [partij]);
    await wordt(async () => (await bezorgingen(partij, 'terzijde')).map(({ berichtsoort, laatsteFout, pogingen }) => [berichtsoort, laatsteFout, pogingen]))
      .toEqual([['Fo01', 'http-500', 2]]);
    expect(await klaarstaandeFouten(gateway.adres, partij)).toMatchObject([{ crossRefnummer: cross, terzijde: true }]);
    dienst.antwoord = (nummer) => nummer;
    const [{ id } = { id: '' }] = await klaarstaandeFouten(gateway.adres, partij);
    expect(await vraag('POST', `/v1/bezorgingen/${id}/opnieuw`)).toBe(204);
    await wordt(async () => (await bezorgingen(partij, 'bezorgd')).map((een) => een.id)).toEqual([id]);
    const berichten = dienst.van(partij).map(({ bericht }) => bericht);
    expect(berichten).toEqual([berichten[0], berichten[0], berichten[0]]);
  });

  it('gaat niet naar een webhook voor JSON en houdt daar niets op; wordt die er een voor StUF, dan alsnog', async () => {
    const partij = '70000003';
    const json = await startWebhook();
    try {
      const cross = await leverOngeldig(partij);
      const { antwoord } = await leverStart(partij);
      expect(await abonneer(partij, { url: json.url, vorm: 'json' })).toBe(201);
      await wordt(() => json.ids()).toEqual([antwoord]);
      await wordt(async () => (await bezorgingen(partij, 'wacht')).map(({ berichtsoort, pogingen }) => [berichtsoort, pogingen])).toEqual([['Fo01', 0]]);
      expect(await klaarstaandeFouten(gateway.adres, partij)).toMatchObject([{ crossRefnummer: cross }]);
      expect(json.ids()).toEqual([antwoord]);
      expect(await abonneer(partij)).toBe(200);
      await wordt(() => dienst.van(partij).map(({ operatie, bericht }) => [operatie, bericht.stuurgegevens.crossRefnummer])).toEqual([['Fo01', cross]]);
    } finally {
      await json.stop();
    }
  });
});

describe('een aanbieder met eigen software', () => {
  const PARTIJ = '70000004';
  const GEMEENTE = '0518';
  let client: Client;
  beforeAll(async () => {
    client = await createClientAsync(`${gateway.adres}${PAD}?wsdl`);
    expect(await vraag('PUT', `/v1/partijen/${PARTIJ}`, { extern: true })).toBe(200);
    expect(await abonneer(PARTIJ)).toBe(201);
  });

  /** A WMO301 for it, as it arrived there. */
  async function krijgToewijzing(nummer: number): Promise<{ id: string; bericht: Berichten['WMO301']; referentienummer: string }> {
    const vooraf = dienst.van(PARTIJ).length;
    const gegeven = { ...wmo301, Header: { ...header('WMO301', `SX${nummer}`), Afzender: GEMEENTE, Ontvanger: PARTIJ },
      Client: { ...wmo301.Client, ToegewezenProducten: wmo301.Client.ToegewezenProducten.map((product) => ({ ...product, ToewijzingNummer: nummer })) } };
    const { id } = await (await gateway.post(schrijfBericht('WMO301', gegeven))).json() as Resource;
    await wordt(() => dienst.van(PARTIJ).length).toBe(vooraf + 1);
    const { operatie, bericht } = dienst.van(PARTIJ).at(-1) ?? { operatie: '', bericht: undefined };
    expect([operatie, bericht?.stuurgegevens]).toMatchObject(['Di01', { berichtcode: 'Di01', functie: 'WMO301', zender: { organisatie: GEMEENTE } }]);
    return { id, referentienummer: bericht?.stuurgegevens.referentienummer ?? '',
      bericht: leesBericht('WMO301', Buffer.from(bericht?.parameters?.bericht.$value ?? '', 'base64')) };
  }
  const retourOp = (bericht: Berichten['WMO301']): Buffer => {
    const { berichtsoort, bericht: retour } = stelAntwoordOp('WMO301', bericht, { bevindingen: [], nietBeoordeeld: new Set() },
      { identificatie: `SR${++volgnummer}`, dagtekening: '2026-06-30' });
    return schrijfBericht(berichtsoort, retour as never);
  };
  const systeem = (organisatie: string, applicatie = 'Zorgpakket') => ({ 'StUF:organisatie': organisatie, 'StUF:applicatie': applicatie });
  const stuurgegevens = (berichtcode: string, zender: string, crossRefnummer: string) => ({
    'StUF:berichtcode': berichtcode, 'StUF:zender': systeem(zender), 'StUF:ontvanger': systeem(GEMEENTE, 'GGk'), 'StUF:referentienummer': randomUUID(),
    'StUF:tijdstipBericht': '20260630101500', 'StUF:crossRefnummer': crossRefnummer });
  const stuurDu01 = async (crossRefnummer: string, inhoud: Buffer): Promise<unknown> => (await client['ggk_Du01Async']({
    stuurgegevens: { ...stuurgegevens('Du01', PARTIJ, crossRefnummer), 'StUF:functie': 'WMO302' },
    parameters: { applicatieVersie: '0004', applicatieSubversie: '0003', functieVersie: '0003', functieSubversie: '0002',
      bericht: { attributes: { 'xmime:contentType': 'application/xml', 'xmlns:xmime': 'http://www.w3.org/2005/05/xmlmime' }, $value: inhoud.toString('base64') } },
  }) as unknown[])[0];
  const stuurFo01 = async (zender: string, crossRefnummer: string, code: string): Promise<unknown> => (await client['Fo01Async']({
    'StUF:stuurgegevens': stuurgegevens('Fo01', zender, crossRefnummer),
    'StUF:body': { 'StUF:code': code, 'StUF:plek': 'client', 'StUF:omschrijving': 'Ontvangende organisatie onbekend', 'StUF:detailsXML': '<root></root>' },
  }) as unknown[])[0];
  const fo03 = (code: string) => ({ root: { Envelope: { Body: { Fault: { detail: { Fo03Bericht: { body: { code } } } } } } } });

  it('krijgt een Di01 en antwoordt daarop met een Du01, één keer', async () => {
    const { id, bericht, referentienummer } = await krijgToewijzing(801);
    const retour = retourOp(bericht);
    expect(await stuurDu01(referentienummer, retour)).toMatchObject({ stuurgegevens: { berichtcode: 'Bv03', zender: { organisatie: GEMEENTE } } });
    await wordt(async () => (await gateway.haal(`/v1/berichten/${id}`)).status).toBe('goedgekeurd');
    expect(await stuurDu01(referentienummer, retour).catch((fout: unknown) => fout)).toMatchObject(fo03('StUF043'));
    expect(await stuurDu01(randomUUID(), retour).catch((fout: unknown) => fout)).toMatchObject(fo03('StUF043'));
  });

  it('meldt met een Fo01 wat zij niet kan innemen, en de keten doet dat ook; onder een onbekend nummer is het een Fo03', async () => {
    const { id, referentienummer } = await krijgToewijzing(802);
    for (const [zender, code] of [[PARTIJ, 'StUF055'], ['IB', 'IB210']] as const) {
      expect(await stuurFo01(zender, referentienummer, code)).toMatchObject({ stuurgegevens: { berichtcode: 'Bv03', ontvanger: { organisatie: zender } } });
    }
    expect(await stuurFo01(PARTIJ, randomUUID(), 'StUF055').catch((fout: unknown) => fout)).toMatchObject(fo03('StUF043'));
    const { rows } = await pool.query('select partij, code, plek, inhoud from stuf_foutbericht where bericht_id = $1 order by id', [id]);
    expect(rows).toEqual([{ partij: PARTIJ, code: 'StUF055', plek: 'client', inhoud: null }, { partij: 'IB', code: 'IB210', plek: 'client', inhoud: null }]);
    // Nothing goes out about a Fo01 that came in.
    expect(await klaarstaandeFouten(gateway.adres, PARTIJ)).toEqual([]);
  });

  it('een Du01 met een ongeldige inhoud krijgt een Bv03, en daarna een Fo01 over die Du01', async () => {
    const { referentienummer, id } = await krijgToewijzing(803);
    expect(await stuurDu01(referentienummer, Buffer.from('<leeg/>'))).toMatchObject({ stuurgegevens: { berichtcode: 'Bv03' } });
    await wordt(() => dienst.van(PARTIJ).at(-1)?.operatie).toBe('Fo01');
    expect(dienst.van(PARTIJ).at(-1)?.bericht).toMatchObject({ stuurgegevens: { zender: { organisatie: GEMEENTE } }, body: { code: 'StUF055' } });
    expect((await gateway.haal(`/v1/berichten/${id}`)).status).toBe('doorgestuurd');
  });

  describe.skipIf(!existsSync(NASLAG))(`met de gepubliceerde voorbeelden in ${NASLAG} (overgeslagen als de map er niet is)`, () => {
    /** A published envelope, with the release, the parties, the numbers and the content of today. */
    const voorbeeld = (naam: string, { zender, ontvanger, inhoud, cross }: { zender: string; ontvanger: string; inhoud: Buffer; cross?: string }): Buffer => {
      let organisatie = 0;
      return soap(readFileSync(NASLAG + naam, 'utf8').replace(/^<\?xml[^>]*\?>/, '').replaceAll(/ '(?=\s)/g, '')
        .replaceAll(/(<StUF:organisatie>)[^<]*/g, (_, begin: string) => begin + (organisatie++ === 0 ? zender : ontvanger))
        .replace(/(functieVersie>)0001/, '$10003').replace(/(functieSubversie>)0001/, '$10002')
        .replace(/<GGK:(?:cross)?[rR]ef(?:erentie)?nummerBericht>[^<]*<\/GGK:\w+>\s*(?:<GGK:crossRefnummerBericht>[^<]*<\/GGK:\w+>)?/, '')
        .replace(/(crossRefnummer>)[^<]*/, (geheel, begin: string) => (cross === undefined ? geheel : begin + cross))
        .replace(/(xmime:contentType="application\/xml">)[^<]*/, `$1${inhoud.toString('base64')}`));
    };

    it('het Di01 gaat erin, en het antwoord is een Du01 op het nummer van het voorbeeld', async () => {
      const bericht = { ...wmo301, Header: { ...header('WMO301', 'SBVB1'), Afzender: '0548', Ontvanger: '70000005' } };
      const di01 = voorbeeld('envelopHeenbericht-ggk_Di01_v21.xml', { zender: '0548', ontvanger: '70000005', inhoud: schrijfBericht('WMO301', bericht) });
      const uit = await postSoap(gateway.adres, di01);
      expect(uit, uit.tekst).toMatchObject({ soort: 'Bv03', crossRefnummer: '9c0f7b90-5c69-11e5-a837-0800200c9a66' });
      await abonneer('0548');
      await wordt(() => dienst.van('0548').map(({ operatie, bericht: { stuurgegevens: s } }) => [operatie, s.functie, s.crossRefnummer]))
        .toEqual([['Du01', 'WMO302', '9c0f7b90-5c69-11e5-a837-0800200c9a66']]);
    });

    it('het Du01 beantwoordt wat van hier kwam', async () => {
      const { id, bericht, referentienummer } = await krijgToewijzing(804);
      const du01 = voorbeeld('envelopRetourbericht-ggk_Du01-v21.xml', { zender: PARTIJ, ontvanger: GEMEENTE, inhoud: retourOp(bericht), cross: referentienummer });
      expect(await postSoap(gateway.adres, du01)).toMatchObject({ soort: 'Bv03', crossRefnummer: 'b6e9f182-bc44-4f27-9863-9a5ccc1e1cf0' });
      await wordt(async () => (await gateway.haal(`/v1/berichten/${id}`)).status).toBe('goedgekeurd');
    });
  });
});

it('in de uitvoer van de server staat niets over iemand', () => {
  expect(server.uitvoer()).not.toMatch(/99990000|Vos|gebruiker1/);
});
