/** Money and signals over HTTP, from the messages that aanbieders send, under the shipped policies. */
import { get, type IncomingMessage } from 'node:http';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPool } from '../../src/platform/database.js';
import type { Berichten, WMO323 } from '../../src/standaard/berichten/gegenereerd/index.js';
import { verseDatabase, type Testdatabase } from '../hulp/database.js';
import { startInHuis } from '../hulp/huis.js';
import { Aansluiting, type Dienst } from '../hulp/server.js';
import { ANDER_BSN, BSN, header, wmo301, wmo305, wmo307 } from '../hulp/voorbeelden.js';

const HEUSDEN = '0797';
const ARNHEM = '0202';
const HOORN = '0405';
const TARIEF_HHT = 3500;
let database: Testdatabase;
let server: Dienst;
let gateway: Aansluiting;
beforeAll(async () => {
  database = await verseDatabase();
  server = await startInHuis({
    DATABASE_URL: database.url, VANDAAG: '2026-06-30', REGIO_DIR: fileURLToPath(new URL('../../regio/', import.meta.url)) });
  gateway = new Aansluiting(server.adres);
});
afterAll(async () => {
  await server?.stop();
  await database?.verwijder();
});

type Product = Berichten['WMO301']['Client']['ToegewezenProducten'][0];
let volgnummer = 0;

async function stuur<B extends 'WMO301' | 'WMO305' | 'WMO307' | 'WMO323'>(soort: B, gemeente: string, dagtekening: string, inhoud: object): Promise<void> {
  const kop = header(soort, `${soort}-${++volgnummer}`, dagtekening);
  const Header = soort === 'WMO301' ? { ...kop, Afzender: gemeente } : { ...kop, Ontvanger: gemeente };
  const { status, bevindingen } = await gateway.lever(soort, { Header, ...inhoud } as Berichten[B]);
  expect(bevindingen).toEqual([]);
  expect(status).toBe('goedgekeurd');
}

async function wijsToe(gemeente: string, Bsn: string, ...producten: Partial<Product>[]): Promise<void> {
  const [voorbeeld] = wmo301.Client.ToegewezenProducten;
  await stuur('WMO301', gemeente, '2025-12-20', { Client: { ...wmo301.Client, Bsn, ToegewezenProducten: producten.map((product) => ({
    ...voorbeeld, Toewijzingsdatum: '2025-12-20', Ingangsdatum: '2026-01-01', ...product })) } });
}

interface Levering { readonly nummer: number; readonly categorie: string; readonly code: string; readonly bsn?: string }
const sleutel = ({ nummer, categorie, code }: Levering) => ({
  ToewijzingNummer: nummer, Product: { Categorie: categorie, Code: code }, ToewijzingIngangsdatum: '2026-01-01' });
async function start(gemeente: string, levering: Levering, Begindatum: string): Promise<void> {
  await stuur('WMO305', gemeente, '2026-04-20', { Client: { ...wmo305.Client, Bsn: levering.bsn ?? BSN,
    StartProducten: [{ ...sleutel(levering), Begindatum, StatusAanlevering: '1' }] } });
}
async function stop(gemeente: string, levering: Levering, Begindatum: string, Einddatum: string, RedenBeeindiging: string): Promise<void> {
  await stuur('WMO307', gemeente, '2026-06-20', { Client: { ...wmo307.Client, Bsn: levering.bsn ?? BSN,
    StopProducten: [{ ...sleutel(levering), Begindatum, Einddatum, RedenBeeindiging, StatusAanlevering: '1' }] } });
}

interface Claim extends Levering { readonly referentie: string; readonly volume: number; readonly eenheid?: string; readonly tarief: number; readonly vorige?: string }
const laatsteDag = (maand: string): string => `${maand}-${String(new Date(Date.UTC(Number(maand.slice(0, 4)), Number(maand.slice(5)), 0)).getUTCDate())}`;
/** A claim over one month, of debits or of credits. */
async function declareer(gemeente: string, maand: string, dagtekening: string, DebetCredit: 'D' | 'C', ...claims: Claim[]): Promise<void> {
  const periode = { Begindatum: `${maand}-01`, Einddatum: laatsteDag(maand) };
  const clienten = [...new Set(claims.map(({ bsn }) => bsn ?? BSN))];
  const van = (Bsn: string): Claim[] => claims.filter(({ bsn }) => (bsn ?? BSN) === Bsn);
  await stuur('WMO323', gemeente, dagtekening, { Declaratie: {
    DeclaratieNummer: `DN${volgnummer}`, DeclaratiePeriode: periode, DeclaratieDagtekening: dagtekening,
    TotaalIngediendBedrag: { TotaalBedrag: claims.reduce((som, { volume, tarief }) => som + volume * tarief, 0), DebetCredit },
    Clienten: clienten.map((Bsn) => ({ Bsn, Prestaties: van(Bsn).map((claim): WMO323.Prestatie => ({
      ProductReferentie: { ReferentieNummer: claim.referentie, ...(claim.vorige === undefined ? {} : { VorigReferentieNummer: claim.vorige }) },
      ToewijzingNummer: claim.nummer, ProductCategorie: claim.categorie as WMO323.Prestatie['ProductCategorie'], ProductCode: claim.code,
      ProductPeriode: periode, GeleverdVolume: claim.volume, Eenheid: (claim.eenheid ?? '04') as WMO323.Prestatie['Eenheid'],
      ProductTarief: claim.tarief, IngediendBedrag: { Bedrag: claim.volume * claim.tarief, DebetCredit } })) })),
  } });
}

interface Regel { referentieNummer: string; bedrag: number; volume: number; betaalbaar: boolean; reden?: string; regels?: string[] }
interface Lijst<T> { items: T[]; volgende?: string }

describe('Heusden: betalen na een start en op tijd, en de eigen bijdrage', () => {
  const levering: Levering = { nummer: 500001, categorie: '02', code: '02F01' };
  const claim = (referentie: string, vorige?: string): Claim =>
    ({ ...levering, referentie, volume: 10, tarief: 6000, ...(vorige === undefined ? {} : { vorige }) });
  const regels = async (vraag = ''): Promise<Regel[]> => (await gateway.haal<Lijst<Regel>>(`/v1/betaalregels?gemeente=${HEUSDEN}${vraag}`)).items;
  beforeAll(async () => {
    await wijsToe(HEUSDEN, BSN, { ToewijzingNummer: levering.nummer, Product: { Categorie: '02', Code: '02F01' } });
    await declareer(HEUSDEN, '2026-01', '2026-05-04', 'D', claim('JAN'));
    await declareer(HEUSDEN, '2026-02', '2026-05-04', 'D', claim('FEB'));
    await declareer(HEUSDEN, '2026-03', '2026-05-04', 'D', claim('MRT'));
  });

  it('zonder startbericht wordt er niets betaald, met de reden', async () => {
    const gevonden = await regels();
    expect(gevonden.map(({ referentieNummer, betaalbaar }) => [referentieNummer, betaalbaar])).toEqual([['JAN', false], ['FEB', false], ['MRT', false]]);
    expect(gevonden[1]?.reden).toMatch(/WMO305/);
    expect(gevonden[1]?.regels).toEqual(['betalen-na-start-en-op-tijd']);
  });

  it('na het startbericht wel, behalve wat te laat is gedeclareerd', async () => {
    await start(HEUSDEN, levering, '2026-01-05');
    expect((await regels()).map(({ betaalbaar }) => betaalbaar)).toEqual([false, true, true]);
  });

  it('een credit staat er negatief bij; vanaf en tot gaan over de leverperiode', async () => {
    await declareer(HEUSDEN, '2026-03', '2026-06-02', 'C', claim('MRTC', 'MRT'));
    const maart = await regels('&vanaf=2026-03-01&tot=2026-04-01');
    expect(maart.map(({ referentieNummer, volume, bedrag, betaalbaar }) => [referentieNummer, volume, bedrag, betaalbaar]).sort())
      .toEqual([['MRT', 10, 60_000, true], ['MRTC', -10, -60_000, true]]);
    expect(await regels('&vanaf=2026-02-01&tot=2026-03-01')).toHaveLength(1);
    expect(await regels('&tot=2026-01-01')).toEqual([]);
  });

  it('bladert', async () => {
    const gezien: string[] = [];
    for (let cursor = ''; ;) {
      const { items, volgende } = await gateway.haal<Lijst<Regel>>(`/v1/betaalregels?gemeente=${HEUSDEN}&limiet=1${cursor}`);
      gezien.push(...items.map(({ referentieNummer }) => referentieNummer));
      if (volgende === undefined) break;
      cursor = `&cursor=${volgende}`;
    }
    expect(gezien.sort()).toEqual(['FEB', 'JAN', 'MRT', 'MRTC']);
  });

  it('de start begint de eigen bijdrage, een pauze staat apart, de definitieve stop eindigt haar', async () => {
    const bijdrage = async (): Promise<unknown> => {
      const { items } = await gateway.haal<Lijst<unknown>>(`/v1/eigen-bijdrage?gemeente=${HEUSDEN}&vanaf=2020-01-01`);
      expect(items).toHaveLength(1);
      return items[0];
    };
    const vast = { toewijzingNummer: levering.nummer, bsn: BSN, aanbieder: '65656055', product: { categorie: '02', code: '02F01' }, startdatum: '2026-01-05' };
    expect(await bijdrage()).toMatchObject({ ...vast, tijdelijkeStops: [] });
    expect(await bijdrage()).not.toHaveProperty('stopdatum');
    await stop(HEUSDEN, levering, '2026-01-05', '2026-03-31', '20');
    expect(await bijdrage()).toMatchObject({ ...vast, tijdelijkeStops: [{ stopdatum: '2026-03-31' }] });
    await start(HEUSDEN, levering, '2026-04-13');
    await stop(HEUSDEN, levering, '2026-04-13', '2026-05-31', '19');
    expect(await bijdrage()).toMatchObject({
      ...vast, stopdatum: '2026-05-31', redenBeeindiging: '19', tijdelijkeStops: [{ stopdatum: '2026-03-31', hervatOp: '2026-04-13' }] });
    const later = new Date(Date.now() + 86_400_000).toISOString();
    expect(await gateway.haal(`/v1/eigen-bijdrage?gemeente=${HEUSDEN}&vanaf=${later}`)).toEqual({ items: [] });
  });
});

describe('Centraal Gelderland: cijfers en de afgesproken verhouding', () => {
  const basis: Levering = { nummer: 600001, categorie: '02', code: '02C01' };
  const speciaal: Levering = { nummer: 600002, categorie: '02', code: '02C02' };
  const ander: Levering = { nummer: 600003, categorie: '02', code: '02C02', bsn: ANDER_BSN };
  beforeAll(async () => {
    const op = (levering: Levering, velden: Partial<Product> = {}): Partial<Product> => ({
      ToewijzingNummer: levering.nummer, Product: { Categorie: '02', Code: levering.code }, ...velden });
    await wijsToe(ARNHEM, BSN, op(basis, { Einddatum: '2026-03-31' }), op(speciaal, { Ingangsdatum: '2026-04-01' }));
    await wijsToe(ARNHEM, ANDER_BSN, op(ander));
    await declareer(ARNHEM, '2026-03', '2026-04-02', 'D',
      { ...basis, referentie: 'A1', volume: 16, tarief: 5000 }, { ...ander, referentie: 'A2', volume: 15, tarief: 8000 });
    await declareer(ARNHEM, '2026-04', '2026-05-02', 'D',
      { ...speciaal, referentie: 'A3', volume: 10, tarief: 8000 }, { ...ander, referentie: 'A4', volume: 15, tarief: 8000 });
    await declareer(ARNHEM, '2026-04', '2026-06-02', 'C', { ...ander, referentie: 'A5', vorige: 'A4', volume: 15, tarief: 8000 });
  });
  const productie = (vraag: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${gateway.adres}/v1/productie?gemeente=${ARNHEM}${vraag}`, { headers });

  it('JSON: volume, bedrag, clienten, groei en opschalen per product, aanbieder en maand', async () => {
    const antwoord = await productie('&vanaf=2026-03-01&tot=2026-05-01');
    expect(antwoord.headers.get('content-type')).toMatch(/^application\/json/);
    expect(await antwoord.json()).toEqual({
      items: [
        { maand: '2026-03', aanbieder: '65656055', product: { categorie: '02', code: '02C01' }, eenheid: '04', volume: 16, bedrag: 80_000, clienten: 1,
          vorige: { volume: 0, bedrag: 0 }, groei: {}, opgeschaald: 0, afgeschaald: 0 },
        { maand: '2026-03', aanbieder: '65656055', product: { categorie: '02', code: '02C02' }, eenheid: '04', volume: 15, bedrag: 120_000, clienten: 1,
          vorige: { volume: 0, bedrag: 0 }, groei: {}, opgeschaald: 0, afgeschaald: 0 },
        { maand: '2026-04', aanbieder: '65656055', product: { categorie: '02', code: '02C02' }, eenheid: '04', volume: 10, bedrag: 80_000, clienten: 1,
          vorige: { volume: 15, bedrag: 120_000 }, groei: { volume: -33.3, bedrag: -33.3 }, opgeschaald: 1, afgeschaald: 0 }],
      totaal: { bedrag: 280_000, opgeschaald: 1, afgeschaald: 0 },
    });
  });

  it('CSV met kop, regeleinden en dezelfde cijfers', async () => {
    const antwoord = await productie('&vanaf=2026-04-01&tot=2026-05-01&per=maand,product', { Accept: 'text/csv' });
    expect(antwoord.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(antwoord.headers.get('vary')).toMatch(/Accept/i);
    expect(await antwoord.text()).toBe(
      'maand,productcategorie,productcode,eenheid,volume,bedrag,clienten,vorigVolume,vorigBedrag,groeiVolume,groeiBedrag,opgeschaald,afgeschaald\r\n'
      + '2026-04,02,02C02,04,10,80000,1,15,120000,-33.3,-33.3,1,0\r\n');
  });

  it('zonder maand naast de periode ervoor; met wat toen wel en nu niet is gedeclareerd', async () => {
    const { items } = await (await productie('&vanaf=2026-04-01&tot=2026-05-01&per=product')).json() as { items: unknown[] };
    expect(items).toMatchObject([
      { product: { code: '02C01' }, volume: 0, bedrag: 0, clienten: 0, vorige: { bedrag: 80_000 }, groei: { bedrag: -100 } },
      { product: { code: '02C02' }, volume: 10, vorige: { volume: 15 } }]);
  });

  it('een maand binnen de afspraak geeft geen signaal, een maand erbuiten twee', async () => {
    const signalen = async (vraag: string): Promise<unknown> =>
      (await gateway.haal<Lijst<unknown>>(`/v1/signalen?gemeente=${ARNHEM}${vraag}`)).items;
    // March: 120,000 of 200,000 is exactly 60 percent.
    expect(await signalen('&vanaf=2026-03-01&tot=2026-04-01')).toEqual([]);
    expect(await signalen('')).toEqual([
      expect.objectContaining({ signaal: 'hoogstens-zestig-procent-gespecialiseerd', periode: '2026-04', aanbieder: '65656055', waarde: 100, grens: 60,
        kant: 'boven', stand: 'overschreden' }),
      expect.objectContaining({ signaal: 'minstens-veertig-procent-basis', periode: '2026-04', waarde: 0, grens: 40, kant: 'onder' })]);
  });
});

describe('Westfriesland: het jaarmaximum van de huishoudelijke hulp toelage', () => {
  it('signaleert als er meer dan 36 uur is gedeclareerd, met de toewijzing en zonder bsn', async () => {
    const hht: Levering = { nummer: 700001, categorie: '01', code: '01W02' };
    await wijsToe(HOORN, BSN, { ToewijzingNummer: hht.nummer, Product: { Categorie: '01', Code: '01W02' },
      Omvang: { Volume: 40, Eenheid: '04', Frequentie: '6' } });
    await declareer(HOORN, '2026-02', '2026-03-03', 'D', { ...hht, referentie: 'H1', volume: 33, tarief: TARIEF_HHT });
    const signalen = () => gateway.haal<Lijst<Record<string, unknown>>>(`/v1/signalen?gemeente=${HOORN}`);
    expect((await signalen()).items).toEqual([expect.objectContaining({ stand: 'bijna', waarde: 33, grens: 36, toewijzingen: [hht.nummer] })]);
    await declareer(HOORN, '2026-03', '2026-04-03', 'D', { ...hht, referentie: 'H2', volume: 4, tarief: TARIEF_HHT });
    const { items } = await signalen();
    expect(items).toEqual([expect.objectContaining({ signaal: 'hht-boven-zesendertig-uur', stand: 'overschreden', periode: '2026', waarde: 37 })]);
    expect(JSON.stringify(items)).not.toContain(BSN);
  });
});

describe('veel cijfers', () => {
  const GROOT = '0014';
  const RIJEN = 60_000;
  const vraag = (): Promise<Response> => fetch(`${gateway.adres}/v1/productie?gemeente=${GROOT}`);
  /** Asks, and reads nothing of the answer: on a connection of its own, so that going away closes it. */
  const openLezer = (): Promise<IncomingMessage> => new Promise((klaar, fout) => {
    get(`${gateway.adres}/v1/productie?gemeente=${GROOT}`, { agent: false }, klaar).on('error', fout);
  });
  beforeAll(async () => {
    const pool = openPool(database.url, 1);
    await pool.query(
      `insert into prestatie (gemeente, aanbieder, referentie_nummer, persoon, toewijzing_nummer, categorie, code, begindatum, einddatum, volume, eenheid,
         bedrag, debet_credit, goedgekeurd, bericht_id)
       select $1, '65656055', 'G' || n, $2, n, '02', lpad(to_hex(n), 5, '='), '2026-01-01', '2026-01-31', 1, '04', n, 'D', true,
         (select id from bericht limit 1) from generate_series(1, $3::int) as n`, [GROOT, 1, RIJEN]);
    await pool.end();
  });

  it('wie niet leest houdt een plaats bezet; de vijfde wacht, en weggaan maakt plaats', async () => {
    const lezers = await Promise.all(Array.from({ length: 4 }, openLezer));
    expect(lezers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200]);
    const vijfde = await vraag();
    expect(vijfde.status).toBe(503);
    expect(vijfde.headers.get('retry-after')).toBe('5');
    expect(await vijfde.json()).toMatchObject({ code: 'tijdelijk-niet-beschikbaar' });
    // The rest of the API goes on.
    expect((await gateway.haal<Lijst<unknown>>(`/v1/betaalregels?gemeente=${GROOT}&limiet=1`)).items).toHaveLength(1);
    for (const lezer of lezers) lezer.destroy();
    let antwoord = await vraag();
    while (antwoord.status === 503) {
      await antwoord.text();
      antwoord = await vraag();
    }
    const { items, totaal } = await antwoord.json() as { items: unknown[]; totaal: { bedrag: number } };
    expect(items).toHaveLength(RIJEN);
    expect(totaal.bedrag).toBe((RIJEN * (RIJEN + 1)) / 2);
  });

  it('geen cel van de CSV is een formule', async () => {
    const antwoord = await fetch(`${gateway.adres}/v1/productie?gemeente=${GROOT}&per=product`, { headers: { Accept: 'text/csv' } });
    const regels = (await antwoord.text()).trimEnd().split('\r\n').slice(1);
    expect(regels).toHaveLength(RIJEN);
    expect(regels.filter((regel) => regel.split(',').some((cel) => /^"?[=+@-]/.test(cel)))).toEqual([]);
    expect(regels).toContain(`02,"'====1",04,1,1,1,,,,,0,0`);
  });
});

describe('wat niet kan', () => {
  it.each([
    'betaalregels', 'betaalregels?gemeente=Heusden', 'betaalregels?gemeente=0797&vanaf=2026-02-30', 'betaalregels?gemeente=0797&vanaf=gisteren',
    'betaalregels?gemeente=0797&vanaf=2026-02-01&tot=2026-02-01', 'betaalregels?gemeente=0797&limiet=0', 'betaalregels?gemeente=0797&limiet=1001',
    'betaalregels?gemeente=0797&cursor=abc', 'betaalregels?gemeente=0797&bsn=999900006',
    `betaalregels?gemeente=0797&cursor=${Buffer.from('["2026-02-30","65656055","0"]').toString('base64url')}`,
    'eigen-bijdrage?gemeente=0797&vanaf=gisteren', 'eigen-bijdrage?gemeente=0797&bsn=999900006', 'eigen-bijdrage?gemeente=0797&vanaf=-271821-04-20T00:00:00Z',
    `eigen-bijdrage?gemeente=0797&cursor=${Buffer.from('["1","1"]').toString('base64url')}`,
    'productie?gemeente=0797&per=client', 'productie?gemeente=0797&per=', 'productie?gemeente=0797&tot=2026-13-01', 'productie?gemeente=0797&limiet=10',
    'signalen', 'signalen?gemeente=0797&tot=0000-01-01', `signalen?gemeente=0797&cursor=${Buffer.from('[1,2,3]').toString('base64url')}`,
  ])('%s', async (vraag) => {
    const antwoord = await fetch(`${gateway.adres}/v1/${vraag}`);
    expect(antwoord.status).toBe(400);
    expect(antwoord.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    const tekst = await antwoord.text();
    expect(tekst).toContain('ongeldige-aanvraag');
    expect(tekst).not.toContain('999900006');
  });

  it('een gemeente zonder iets is een leeg antwoord', async () => {
    for (const lijst of ['betaalregels', 'eigen-bijdrage', 'signalen']) expect(await gateway.haal(`/v1/${lijst}?gemeente=0034`)).toEqual({ items: [] });
    expect(await gateway.haal('/v1/productie?gemeente=0034')).toEqual({ items: [], totaal: { bedrag: 0, opgeschaald: 0, afgeschaald: 0 } });
    const csv = await fetch(`${gateway.adres}/v1/productie?gemeente=0034&per=aanbieder`, { headers: { Accept: 'text/csv' } });
    expect((await csv.text()).split('\r\n')).toEqual([expect.stringMatching(/^aanbieder,eenheid,/), '']);
  });
});
