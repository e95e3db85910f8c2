/** Nobody sees, lists or learns the existence of what is not theirs: two gemeenten, two aanbieders, every route. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPool } from '../../src/platform/database.js';
import { schrijfBericht } from '../../src/standaard/xml/schrijven.js';
import { Beller, stuur, toegangsbestand, type Antwoord } from '../hulp/aanmelding.js';
import { alsBestanden } from '../hulp/certificaat.js';
import { verseDatabase, type Testdatabase } from '../hulp/database.js';
import { startInHuis } from '../hulp/huis.js';
import { type Dienst } from '../hulp/server.js';
import { envelop, PAD, soap } from '../hulp/stuf.js';
import { startUitgever, type Uitgever } from '../hulp/uitgever.mjs';
import { AANBIEDER, BSN, GEMEENTE, header, wmo301, wmo305, wmo315 } from '../hulp/voorbeelden.js';

const [ANDERE_GEMEENTE, ANDERE_AANBIEDER] = ['0268', '11111111'];
/** Nothing of theirs is anywhere. */
const [LEGE_GEMEENTE, LEGE_AANBIEDER] = ['9999', '99999999'];
const ONBEKEND_ID = '00000000-0000-4000-8000-000000000000';
const AANBIEDERSCOPES = ['aanleveren', 'lezen'];
const { map, paden } = alsBestanden({ 'toegang.yaml': toegangsbestand({
  'gemeente-a': { partijen: [GEMEENTE], scopes: ['gemeente', 'aanleveren', 'lezen'] },
  'gemeente-b': { partijen: [ANDERE_GEMEENTE], scopes: ['gemeente', 'aanleveren', 'lezen'] },
  'aanbieder-a': { partijen: [AANBIEDER], scopes: AANBIEDERSCOPES },
  'aanbieder-b': { partijen: [ANDERE_AANBIEDER], scopes: AANBIEDERSCOPES },
  // Every scope there is does not make up for a party that is not theirs; who looks after the gateway does so for everybody.
  'aanbieder-b-alles': { partijen: [ANDERE_AANBIEDER], scopes: ['aanleveren', 'lezen', 'gemeente'] },
  'toekijker': { partijen: [], scopes: ['aanleveren', 'lezen', 'gemeente'] },
  'beide-kanten': { partijen: [GEMEENTE, AANBIEDER], scopes: ['lezen'] },
}) });
const VREEMDEN = ['gemeente-b', 'aanbieder-b', 'aanbieder-b-alles', 'toekijker'];

let uitgever: Uitgever;
let database: Testdatabase;
let server: Dienst;
const als = (client: string): Beller => new Beller(server.adres, uitgever, client);

interface Resource { readonly id: string; readonly afzender: string; readonly ontvanger: string; readonly status: string; readonly antwoord?: { readonly id: string } }
interface Lijst<T = Resource> { readonly items: readonly T[]; readonly volgende?: string }
async function goed<T>(antwoord: Promise<Antwoord>): Promise<T> {
  const { status, json, tekst } = await antwoord;
  if (status >= 300) throw new Error(`${status}: ${tekst}`);
  return json as T;
}

/** Ids of what belongs to A. */
const van = { bericht: '', antwoord: '', gemaakt: '', fout: '', verzoek: '', vooraankondiging: '', toewijzingNummer: 0 };
const vooraankondiging = { gemeente: GEMEENTE, aanbieder: AANBIEDER, bsn: BSN, richting: 'op', gewenstProduct: { categorie: '02', code: '02A05' }, vanaf: '2026-07-01' };
const bestelling = {
  gemeente: GEMEENTE, aanbieder: AANBIEDER, bsn: BSN, product: { categorie: '02', code: '02A04' }, ingangsdatum: '2026-08-01', einddatum: '2026-12-31',
  omvang: { volume: 4, eenheid: '04', frequentie: '2' } };
const { ToegewezenProducten: _, Bsn: __, ...client } = wmo301.Client;
const toewijzing = {
  gemeente: GEMEENTE, aanbieder: AANBIEDER, bsn: BSN, client,
  producten: [{ actie: 'nieuw', product: { categorie: '02', code: '02A05' }, ingangsdatum: '2026-07-01', einddatum: '2026-12-31', omvang: { volume: 4, eenheid: '04', frequentie: '2' } }] };

beforeAll(async () => {
  [uitgever, database] = await Promise.all([startUitgever(), verseDatabase()]);
  server = await startInHuis({
    DATABASE_URL: database.url, AUTH: 'jwt', AUTH_ISSUER: uitgever.issuer, AUTH_AUDIENCE: uitgever.audience, TOEGANG_BESTAND: paden['toegang.yaml'] });
  const wacht = { Prefer: 'wait=20' };
  const eerste = await goed<Resource>(als('gemeente-a').vraag('POST', '/v1/berichten', schrijfBericht('WMO301', wmo301), wacht));
  const start = await goed<Resource>(als('aanbieder-a').vraag('POST', '/v1/berichten', schrijfBericht('WMO305', wmo305), { ...wacht, 'Idempotency-Key': 'k' }));
  await goed(als('aanbieder-a').vraag('POST', '/v1/berichten', schrijfBericht('WMO315', wmo315), wacht));
  const { bericht, toewijzingen: [gegeven] } = await goed<{ bericht: Resource; toewijzingen: { toewijzingNummer: number }[] }>(
    als('gemeente-a').vraag('POST', '/v1/toewijzingen', toewijzing));
  const aangekondigd = await goed<{ id: string }>(als('aanbieder-a').vraag('POST', '/v1/vooraankondigingen',
    { ...vooraankondiging, toewijzingNummer: gegeven?.toewijzingNummer }));
  await goed(als('aanbieder-a').vraag('POST', PAD, soap(envelop('Di01', { zender: AANBIEDER, ontvanger: GEMEENTE, inhoud: Buffer.from('<leeg/>') })),
    { 'Content-Type': 'text/xml' }));
  const { items: [fout] } = await goed<Lijst<{ id: string }>>(als('aanbieder-a').vraag('GET', `/v1/postvak?partij=${AANBIEDER}`)).then(({ items }) =>
    ({ items: (items as { id: string; berichtsoort?: string }[]).filter(({ berichtsoort }) => berichtsoort === 'Fo01') }));
  const { items: [verzoek] } = await goed<Lijst<{ id: string }>>(als('gemeente-a').vraag('GET', `/v1/verzoeken?gemeente=${GEMEENTE}`));
  Object.assign(van, {
    bericht: start.id, antwoord: eerste.antwoord?.id, gemaakt: bericht.id, fout: fout?.id, verzoek: verzoek?.id, vooraankondiging: aangekondigd.id,
    toewijzingNummer: gegeven?.toewijzingNummer });
  expect(Object.values(van).every(Boolean)).toBe(true);
});
afterAll(async () => {
  await server?.stop();
  await database?.verwijder();
  await uitgever?.stop();
  rmSync(map, { recursive: true });
});

/** A request that is about A, and the same about nothing. */
type Vraag = readonly [pad: string, inhoud?: unknown];
interface Geval {
  readonly van: readonly Vraag[];
  readonly niets: readonly Vraag[];
  readonly status: 403 | 404 | 'leeg';
  /** In place of `status` for an aanbieder, who sees its own part of every gemeente. */
  readonly aanbieder?: 'leeg' | 404;
}

const perId = (pad: (id: string) => string, ids: readonly string[], inhoud?: unknown): Geval => ({
  van: ids.map((id) => [pad(id), inhoud]), niets: ids.map(() => [pad(ONBEKEND_ID), inhoud]), status: 404 });
const perGemeente = (pad: string, meer = ''): Geval =>
  ({ van: [[`${pad}?gemeente=${GEMEENTE}${meer}`]], niets: [[`${pad}?gemeente=${LEGE_GEMEENTE}${meer}`]], status: 403 });
const perPartij = (inhoud?: unknown): Geval => ({
  van: [[`/v1/abonnementen/${AANBIEDER}`, inhoud], [`/v1/abonnementen/${GEMEENTE}`, inhoud]],
  niets: [[`/v1/abonnementen/${LEGE_AANBIEDER}`, inhoud], [`/v1/abonnementen/${LEGE_GEMEENTE}`, inhoud]], status: 403 });
const metPartijen = (pad: string, inhoud: object): Geval => ({
  van: [[pad, inhoud]], niets: [[pad, { ...inhoud, gemeente: LEGE_GEMEENTE, aanbieder: LEGE_AANBIEDER }]], status: 403 });

/** What each route gives a stranger. Made when needed: the ids come first. */
const gevallen = (): Readonly<Record<string, Geval | 'van niemand'>> => ({
  'POST /v1/berichten': {
    van: [['/v1/berichten', schrijfBericht('WMO301', wmo301)], ['/v1/berichten', schrijfBericht('WMO305', wmo305)]],
    niets: [['/v1/berichten', schrijfBericht('WMO301', { ...wmo301, Header: { ...header('WMO301'), Afzender: LEGE_GEMEENTE } })],
      ['/v1/berichten', schrijfBericht('WMO305', { ...wmo305, Header: { ...header('WMO305'), Afzender: LEGE_AANBIEDER } })]],
    status: 403,
  },
  'GET /v1/berichten': {
    van: [[`/v1/berichten?afzender=${AANBIEDER}`], [`/v1/berichten?ontvanger=${GEMEENTE}&berichtsoort=WMO305`], [`/v1/berichten?partij=${GEMEENTE}`],
      [`/v1/berichten?identificatie=${wmo305.Header.BerichtIdentificatie.Identificatie}`]],
    niets: [[`/v1/berichten?afzender=${LEGE_AANBIEDER}`], [`/v1/berichten?ontvanger=${LEGE_GEMEENTE}`], [`/v1/berichten?partij=${LEGE_GEMEENTE}`],
      ['/v1/berichten?identificatie=NERGENS']], status: 'leeg',
  },
  'GET /v1/berichten/{id}': perId((id) => `/v1/berichten/${id}`, [van.bericht, van.antwoord, van.gemaakt]),
  'GET /v1/berichten/{id}/xml': perId((id) => `/v1/berichten/${id}/xml`, [van.bericht, van.antwoord, van.gemaakt]),
  'GET /v1/berichten/{id}/antwoord': perId((id) => `/v1/berichten/${id}/antwoord`, [van.bericht, van.antwoord, van.gemaakt]),
  'GET /v1/berichten/{id}/verloop': perId((id) => `/v1/berichten/${id}/verloop`, [van.bericht, van.antwoord, van.gemaakt]),
  'GET /v1/berichten/{id}/weergave': perId((id) => `/v1/berichten/${id}/weergave`, [van.bericht, van.antwoord, van.gemaakt]),
  'POST /v1/berichten/{id}/persoonsgegevens': perId((id) => `/v1/berichten/${id}/persoonsgegevens`, [van.bericht, van.antwoord, van.gemaakt],
    { reden: 'fout-onderzoeken' }),
  'GET /v1/berichten/{id}/envelop': perId((id) => `/v1/berichten/${id}/envelop`, [van.bericht, van.antwoord, van.gemaakt]),
  'GET /v1/foutberichten/{id}': perId((id) => `/v1/foutberichten/${id}`, [van.fout]),
  'GET /v1/postvak': {
    van: [[`/v1/postvak?partij=${AANBIEDER}`], [`/v1/postvak?partij=${GEMEENTE}`]],
    niets: [[`/v1/postvak?partij=${LEGE_AANBIEDER}`], [`/v1/postvak?partij=${LEGE_GEMEENTE}`]], status: 403 },
  'POST /v1/postvak/{id}/ontvangen': perId((id) => `/v1/postvak/${id}/ontvangen`, [van.antwoord, van.gemaakt, van.fout]),
  'GET /v1/bezorgingen': {
    van: [[`/v1/bezorgingen?status=wacht&partij=${AANBIEDER}`]], niets: [[`/v1/bezorgingen?status=wacht&partij=${LEGE_AANBIEDER}`]], status: 403,
  },
  'POST /v1/bezorgingen/{id}/opnieuw': perId((id) => `/v1/bezorgingen/${id}/opnieuw`, [van.antwoord, van.gemaakt, van.fout]),
  'PUT /v1/abonnementen/{partij}': perPartij({ url: 'https://elders.example/haak' }),
  'GET /v1/abonnementen/{partij}': perPartij(),
  'DELETE /v1/abonnementen/{partij}': perPartij(),
  'POST /v1/validaties': 'van niemand',
  'POST /v1/toewijzingen': metPartijen('/v1/toewijzingen', toewijzing),
  'POST /v1/toewijzingen/voorbeeld': metPartijen('/v1/toewijzingen/voorbeeld', toewijzing),
  'POST /v1/toewijzingen/zoek': metPartijen('/v1/toewijzingen/zoek', { gemeente: GEMEENTE, aanbieder: AANBIEDER, bsn: BSN }),
  'POST /v1/toewijzingen/client': {
    van: Array<Vraag>(2).fill(['/v1/toewijzingen/client', { gemeente: GEMEENTE, toewijzingNummer: van.toewijzingNummer, reden: 'vraag van de client' }]),
    niets: [GEMEENTE, LEGE_GEMEENTE].map((gemeente) => ['/v1/toewijzingen/client', { gemeente, toewijzingNummer: 1, reden: 'vraag van de client' }]),
    status: 403, aanbieder: 404,
  },
  'GET /v1/toewijzingen/{gemeente}/{nummer}/perioden': {
    van: Array<Vraag>(2).fill([`/v1/toewijzingen/${GEMEENTE}/${van.toewijzingNummer}/perioden`]),
    niets: [GEMEENTE, LEGE_GEMEENTE].map((gemeente) => [`/v1/toewijzingen/${gemeente}/1/perioden`]), status: 403, aanbieder: 404,
  },
  'GET /v1/verzoeken': perGemeente('/v1/verzoeken'),
  'GET /v1/verzoeken/{id}': perId((id) => `/v1/verzoeken/${id}`, [van.verzoek]),
  'POST /v1/verzoeken/{id}/voorbeeld': perId((id) => `/v1/verzoeken/${id}/voorbeeld`, [van.verzoek], { besluit: 'onderzoek' }),
  'POST /v1/verzoeken/{id}/besluit': perId((id) => `/v1/verzoeken/${id}/besluit`, [van.verzoek], { besluit: 'onderzoek' }),
  'POST /v1/productbestellingen': metPartijen('/v1/productbestellingen', bestelling),
  'POST /v1/vooraankondigingen': metPartijen('/v1/vooraankondigingen', { ...vooraankondiging, toewijzingNummer: van.toewijzingNummer }),
  'GET /v1/vooraankondigingen': { ...perGemeente('/v1/vooraankondigingen'), aanbieder: 'leeg' },
  'GET /v1/vooraankondigingen/{id}': perId((id) => `/v1/vooraankondigingen/${id}`, [van.vooraankondiging]),
  'POST /v1/vooraankondigingen/{id}/stappen': perId((id) => `/v1/vooraankondigingen/${id}/stappen`, [van.vooraankondiging], { stap: 'afwijzen' }),
  ...Object.fromEntries([['termijnen'], ['termijnen/overzicht', '&vanaf=2026-01'], ['wachtlijst'], ['wachtlijst/overzicht'], ['betaalregels'], ['eigen-bijdrage'],
    ['productie'], ['mix'], ['afkeuringen'], ['signalen']].map(([naam, meer]) => [`GET /v1/${naam}`, perGemeente(`/v1/${naam}`, meer)])),
});

/** Headers that say something about the answer, rather than about the connection or the moment. */
const kenmerken = ({ status, headers: { date: _datum, ...headers }, tekst }: Antwoord) => ({ status, headers, tekst });

describe('een vreemde', () => {
  it('krijgt op elke route over A hetzelfde als over niets, en verandert niets', async () => {
    const { paths } = (await stuur(server.adres, '/v1/openapi.json')).json as {
      paths: Record<string, Record<string, { security: Record<string, string[]>[] }>> };
    const gaatOverPartijen = (security: readonly Record<string, string[]>[]): boolean => security.some(({ token = [] }) => !token.includes('beheer'));
    const routes = Object.entries(paths).flatMap(([pad, methoden]) => Object.entries(methoden).flatMap(([methode, { security }]) =>
      (gaatOverPartijen(security) ? [`${methode.toUpperCase()} ${pad}`] : [])));
    const tabel = gevallen();
    // A route that is added has to be added here as well.
    expect(Object.keys(tabel).sort()).toEqual(routes.filter((route) => route.includes(' /v1/')).sort());
    const pool = openPool(database.url, 1);
    const stand = async (): Promise<unknown> => (await pool.query(`select (select count(*) from bericht) as berichten, (select count(*) from toewijzing) as toewijzingen,
      (select json_agg(status) from vooraankondiging) as aankondigingen, (select json_agg(status) from verzoek) as verzoeken,
      (select json_agg(b order by b.id) from bezorging b) as bezorgingen, (select count(*) from abonnement) as abonnementen`)).rows;
    const vooraf = await stand();
    for (const [route, geval] of Object.entries(tabel)) {
      if (geval === 'van niemand') continue;
      const methode = route.slice(0, route.indexOf(' '));
      for (const naam of VREEMDEN) {
        for (const [i, [pad, inhoud]] of geval.van.entries()) {
          const over = await als(naam).vraag(methode, pad, inhoud);
          const [nietsPad, nietsInhoud] = geval.niets[i] ?? [pad];
          const niets = await als(naam).vraag(methode, nietsPad, nietsInhoud);
          const wat = `${naam} ${methode} ${pad}`;
          expect(kenmerken(over), wat).toEqual(kenmerken(niets));
          // Without the scope that a route asks for, it is that which is said, of everything alike.
          const zonderScope = over.headers['www-authenticate'] !== undefined;
          const verwacht = naam.startsWith('aanbieder') ? geval.aanbieder ?? geval.status : geval.status;
          if (zonderScope) expect([naam, over.status], wat).toEqual(['aanbieder-b', 403]);
          else if (verwacht === 'leeg') expect([over.status, over.json], wat).toEqual([200, { items: [] }]);
          else expect(over.status, wat).toBe(verwacht);
          expect(over.tekst).not.toContain(BSN);
        }
      }
    }
    expect(await stand()).toEqual(vooraf);
    await pool.end();
  });

  it('kan niet aanleveren namens een ander: IB009, niet opgeslagen en wel onthouden, ook niet als antwoord', async () => {
    const retour = (await als('gemeente-a').vraag('GET', `/v1/berichten/${van.antwoord}/xml`)).tekst;
    const pool = openPool(database.url, 1);
    const tel = async (): Promise<unknown> => (await pool.query('select count(*) from bericht')).rows;
    const vooraf = await tel();
    for (const xml of [schrijfBericht('WMO305', wmo305), retour]) {
      const antwoord = await als('aanbieder-b').vraag('POST', '/v1/berichten', xml);
      expect(antwoord.json).toMatchObject({ code: 'afzender-niet-gemachtigd', status: 403, foutcode: 'IB009' });
    }
    expect(await tel()).toEqual(vooraf);
    const { rows } = await pool.query<{ client: string }>(`select distinct client from weigering where reden = 'afzender-niet-gemachtigd'`);
    expect(rows.map((rij) => rij.client)).toContain('aanbieder-b');
    await pool.end();
  });

  it('vindt via het nummer van een toewijzing geen client die hij niet heeft', async () => {
    const zoek = async (naam: string, vraag: object): Promise<Antwoord> => als(naam).vraag('POST', '/v1/toewijzingen/zoek', { gemeente: GEMEENTE, ...vraag });
    expect((await zoek('gemeente-a', { clientVan: van.toewijzingNummer })).json).toMatchObject({ client: { bsnGemaskeerd: `•••••${BSN.slice(-4)}` } });
    for (const naam of ['aanbieder-b', 'aanbieder-b-alles']) {
      const over = await zoek(naam, { clientVan: van.toewijzingNummer });
      expect(kenmerken(over)).toEqual(kenmerken(await zoek(naam, { clientVan: 1 })));
      expect([over.status, over.json]).toEqual([200, { items: [] }]);
    }
    expect((await zoek('gemeente-b', { clientVan: van.toewijzingNummer })).status).toBe(403);
  });

  it('komt niets te weten met de Idempotency-Key van een ander', async () => {
    const xml = schrijfBericht('WMO305', wmo305);
    const metSleutel = (naam: string, Afzender: string) => als(naam).vraag('POST', '/v1/berichten',
      Afzender === AANBIEDER ? xml : schrijfBericht('WMO305', { ...wmo305, Header: { ...wmo305.Header, Afzender } }), { 'Idempotency-Key': 'k' });
    const eigen = await goed<Resource>(metSleutel('aanbieder-b', ANDERE_AANBIEDER));
    expect([eigen.afzender, eigen.id === van.bericht]).toEqual([ANDERE_AANBIEDER, false]);
    expect((await metSleutel('aanbieder-b-alles', AANBIEDER)).status).toBe(403);
    expect((await goed<Resource>(metSleutel('aanbieder-a', AANBIEDER))).id).toBe(van.bericht);
  });

  it('komt met de cursor van een ander niet bij een ander', async () => {
    const { volgende } = await goed<Lijst>(als('gemeente-a').vraag('GET', '/v1/berichten?limiet=1'));
    expect(volgende).toBeDefined();
    for (const naam of ['gemeente-b', 'toekijker']) {
      const { items } = await goed<Lijst>(als(naam).vraag('GET', `/v1/berichten?cursor=${volgende}`));
      expect(items.filter(({ afzender, ontvanger }) => afzender !== ANDERE_GEMEENTE && ontvanger !== ANDERE_GEMEENTE)).toEqual([]);
    }
  });
});

describe('wie het wel aangaat', () => {
  it('vindt in zijn postvak wat voor hem is, en alleen dat', async () => {
    interface Wachtend { readonly id: string; readonly afzender: string; readonly ontvanger: string }
    const { items } = await goed<Lijst<Wachtend>>(als('aanbieder-a').vraag('GET', `/v1/postvak?partij=${AANBIEDER}`));
    expect(items.map(({ id }) => id)).toContain(van.gemaakt);
    expect(items.filter(({ afzender, ontvanger }) => ![afzender, ontvanger].includes(AANBIEDER))).toEqual([]);
    const { items: vanAnder } = await goed<Lijst<{ partij: string }>>(als('aanbieder-b').vraag('GET', '/v1/bezorgingen?status=wacht'));
    expect(vanAnder.filter(({ partij }) => partij !== ANDERE_AANBIEDER)).toEqual([]);
  });

  const bladzijden = async (naam: string): Promise<string[]> => {
    const ids: string[] = [];
    let cursor = '';
    do {
      const { items, volgende } = await goed<Lijst>(als(naam).vraag('GET', `/v1/berichten?limiet=2${cursor}`));
      ids.push(...items.map(({ id }) => id));
      cursor = volgende === undefined ? '' : `&cursor=${volgende}`;
    } while (cursor !== '');
    return ids;
  };

  it('ziet de berichten van en aan zichzelf, in dezelfde volgorde en elk één keer', async () => {
    const pool = openPool(database.url, 1);
    const verwacht = async (...partijen: string[]): Promise<string[]> => (await pool.query<{ id: string }>(
      'select id from bericht where afzender = any ($1) or ontvanger = any ($1) order by ontvangen_op desc, volgnummer desc', [partijen])).rows.map(({ id }) => id);
    expect(await bladzijden('gemeente-a')).toEqual(await verwacht(GEMEENTE));
    expect(await bladzijden('aanbieder-b')).toEqual(await verwacht(ANDERE_AANBIEDER));
    expect(await bladzijden('beide-kanten')).toEqual(await verwacht(GEMEENTE, AANBIEDER));
    expect(await bladzijden('toekijker')).toEqual([]);
    await pool.end();
  });

  it('een foutbericht is van wie de envelop stuurde, en van niemand anders', async () => {
    expect((await als('aanbieder-a').vraag('GET', `/v1/foutberichten/${van.fout}`)).tekst).toContain('<StUF:berichtcode>Fo01<');
    expect((await als('gemeente-a').vraag('GET', `/v1/foutberichten/${van.fout}`)).status).toBe(404);
  });

  it('de ontvanger ziet het bericht, zijn bytes en zijn antwoord net als de afzender', async () => {
    for (const naam of ['aanbieder-a', 'gemeente-a']) {
      expect((await goed<Resource>(als(naam).vraag('GET', `/v1/berichten/${van.bericht}`))).status).toBe('goedgekeurd');
      expect((await als(naam).vraag('GET', `/v1/berichten/${van.bericht}/xml`)).tekst).toContain('<');
      expect((await als(naam).vraag('GET', `/v1/berichten/${van.bericht}/antwoord`)).tekst).toContain('wmo306');
    }
  });

  it('een aanbieder vindt zijn eigen toewijzingen, en die van een ander niet', async () => {
    const zoek = (naam: string, extra: object = {}): Promise<Antwoord> =>
      als(naam).vraag('POST', '/v1/toewijzingen/zoek', { gemeente: GEMEENTE, bsn: BSN, ...extra });
    interface Gevonden { readonly toewijzingNummer: number; readonly aanbieder: string }
    const { items: alle } = await goed<Lijst<Gevonden>>(zoek('gemeente-a'));
    const { items: eigen } = await goed<Lijst<Gevonden>>(zoek('aanbieder-a'));
    expect(eigen.length).toBeGreaterThan(0);
    expect(eigen).toEqual(alle.filter(({ aanbieder }) => aanbieder === AANBIEDER));
    expect((await zoek('aanbieder-b')).json).toEqual({ items: [] });
    expect((await zoek('aanbieder-b', { toewijzingNummer: eigen[0]?.toewijzingNummer })).json).toEqual({ items: [] });
    expect((await zoek('aanbieder-b', { aanbieder: AANBIEDER })).status).toBe(403);
    expect((await zoek('gemeente-b')).status).toBe(403);
  });

  it('een aanbieder ziet zijn eigen vooraankondiging, maar de stappen zet de gemeente', async () => {
    const pad = `/v1/vooraankondigingen/${van.vooraankondiging}`;
    for (const naam of ['aanbieder-a', 'gemeente-a', 'beide-kanten']) expect((await als(naam).vraag('GET', pad)).status).toBe(200);
    const lijst = (naam: string): Promise<Lijst<{ id: string }>> => goed(als(naam).vraag('GET', `/v1/vooraankondigingen?gemeente=${GEMEENTE}`));
    for (const naam of ['aanbieder-a', 'gemeente-a']) expect((await lijst(naam)).items.map(({ id }) => id)).toEqual([van.vooraankondiging]);
    expect((await lijst('aanbieder-b')).items).toEqual([]);
    // Those of one aanbieder, to any gemeente, are for that aanbieder alone.
    const vanAanbieder = (naam: string): Promise<Antwoord> => als(naam).vraag('GET', `/v1/vooraankondigingen?aanbieder=${AANBIEDER}`);
    expect(((await vanAanbieder('aanbieder-a')).json as Lijst).items.map(({ id }) => id)).toEqual([van.vooraankondiging]);
    for (const naam of [...VREEMDEN, 'gemeente-a']) expect((await vanAanbieder(naam)).status).toBe(403);
    // Without a bsn it is still only about their own allocations: one of A and one of nobody are the same to B.
    const { bsn: _bsn, ...zonderBsn } = vooraankondiging;
    const meld = (toewijzingNummer: number): Promise<Antwoord> =>
      als('aanbieder-b').vraag('POST', '/v1/vooraankondigingen', { ...zonderBsn, aanbieder: ANDERE_AANBIEDER, toewijzingNummer });
    expect(kenmerken(await meld(van.toewijzingNummer))).toEqual(kenmerken(await meld(999_999_999)));
    const stap = { stap: 'melding-geopend', datum: '2026-06-30' };
    expect((await als('aanbieder-a').vraag('POST', `${pad}/stappen`, stap)).status).toBe(403);
    expect((await als('gemeente-a').vraag('POST', `${pad}/stappen`, stap)).status).toBe(200);
  });
});
