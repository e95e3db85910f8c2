/** One request over HTTP: everything somebody needs to decide, the message before it goes, objections, and who was first. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPool } from '../../src/platform/database.js';
import { startInHuis } from '../hulp/huis.js';
import { momentopname } from '../hulp/momentopname.js';
import { nieuweClient, Regio, ruimOp, startRegio, type Hoeveel, type Toegewezen } from '../hulp/regio.js';

const VANDAAG = '2026-06-10';
const WEEK: Hoeveel = [7, '14', '2'];
const opruimen: (() => Promise<unknown>)[] = [];
let url = '';
/** With a policy, and a gemeente without one: there everything waits for a person. */
let nijmegen: Regio;
let zonderBeleid: Regio;
beforeAll(async () => {
  const { gateway } = await startRegio(opruimen, VANDAAG, (env) => {
    url = env['DATABASE_URL'] ?? '';
    return startInHuis(env);
  });
  nijmegen = new Regio(gateway, '0268', VANDAAG);
  zonderBeleid = new Regio(gateway, '0363', VANDAAG);
});
afterAll(() => ruimOp(opruimen));

interface Verzoek {
  readonly status: string; readonly client: { readonly bsn: string; readonly bekend: boolean; readonly gegevens?: object };
  readonly wens: object; readonly situatie: readonly { readonly toewijzingNummer: number; readonly aanbieder: string }[];
  readonly beleid: { readonly bezwaren: readonly { readonly code: string }[] };
  readonly besluiten: readonly object[]; readonly termijnen: readonly { readonly soort: string; readonly vervaldatum: string }[];
}
interface Voorbeeld { readonly berichtsoort: string; readonly xml: string; readonly bezwaren: readonly { readonly code: string }[]; readonly bericht: object }
const haal = (id: string): Promise<Verzoek> => nijmegen.gateway.haal<Verzoek>(`/v1/verzoeken/${id}`);
const voorbeeld = (id: string, body: object): Promise<Response> => nijmegen.post(`/v1/verzoeken/${id}/voorbeeld`, body);
const json = async <T>(antwoord: Promise<Response>, status: number): Promise<T> => {
  const gekregen = await antwoord;
  const tekst = await gekregen.text();
  expect([gekregen.status, tekst.slice(0, gekregen.status === status ? 0 : 300)]).toEqual([status, '']);
  return JSON.parse(tekst) as T;
};
const client = {
  Geboortedatum: { Datum: '1967-08-13' }, Geslacht: '1', Naam: { Geslachtsnaam: { Achternaam: 'Vos' }, NaamGebruik: '1' },
  Contactgegevens: [{ Soort: '01', Adres: { Huis: { Huisnummer: 10 }, Postcode: '1234AB', LandCode: 'NL' } }] };

let regel = 0;
/** A client who moves to something lighter in the middle of a month that was claimed and approved. */
async function overGedeclareerd(): Promise<{ bsn: string; id: string; wonen: Toegewezen }> {
  const bsn = nieuweClient();
  const wonen = await nijmegen.bestel(bsn, '15N11', ['2026-01-01', '2026-12-31'], WEEK);
  const referentie = `OUD${++regel}`;
  expect((await nijmegen.declareer('2026-05', '2026-06-03', { bsn, op: wonen, volume: 30, eenheid: '14', tarief: 10_000, referentie })).status).toBe('goedgekeurd');
  const { soort, id } = await nijmegen.vraag(bsn, '15N02', ['2026-05-15', '2026-12-31'], WEEK);
  expect(soort).toBe('wacht');
  return { bsn, id, wonen };
}
async function aanvraag(): Promise<{ bsn: string; id: string }> {
  const bsn = nieuweClient();
  const { soort, id } = await zonderBeleid.vraag(bsn, '02A03', ['2026-07-01', '2026-12-31'], [3, '04', '2']);
  expect(soort).toBe('wacht');
  return { bsn, id };
}

describe('één verzoek', () => {
  it('wens, situatie, beleid met zijn plaats, bezwaren en termijn; van de cliënt alleen een eind bsn', async () => {
    const { bsn, id, wonen } = await overGedeclareerd();
    const verzoek = await haal(id);
    expect(verzoek).toMatchObject({
      status: 'onderhanden', client: { bsn: `•••••${bsn.slice(-4)}`, bekend: true }, besluiten: [],
      wens: { Product: { Code: '15N02' }, ToewijzingIngangsdatum: '2026-05-15' },
      situatie: [{ toewijzingNummer: wonen.toewijzingNummer, product: { code: '15N11' }, gedeclareerdTotEnMet: '2026-05-31', gestart: false }],
      beleid: { bestand: 'bw-gelderland-zuid.yaml', vervangt: [wonen.toewijzingNummer], bezwaren: [{ code: 'crediteren' }] } });
    expect(verzoek.termijnen.map(({ soort }) => soort)).toContain('antwoord-op-verzoek');
    expect(JSON.stringify(verzoek)).not.toContain(bsn);
  });

  it('zonder beleid, en een cliënt die nog niet bekend is: wie het is, staat in de aanvraag', async () => {
    const { bsn, id } = await aanvraag();
    const verzoek = await haal(id);
    expect(verzoek).toMatchObject({
      client: { bekend: false, gegevens: { Geslacht: '1', Naam: { Geslachtsnaam: {} } } }, situatie: [],
      beleid: { uitkomst: 'wachten', redenen: [{ regel: 'geen-beleid', onderdeel: 'geen beleid' }] } });
    expect(JSON.stringify(verzoek)).not.toContain(bsn);
  });

  it('redenen noemen het onderdeel van het beleidsbestand', async () => {
    const bsn = nieuweClient();
    const { id, soort } = await nijmegen.vraag(bsn, '15N11', ['2026-07-01', '2026-12-31'], WEEK);
    expect(soort).toBe('WMO319');
    expect(await haal(id)).toMatchObject({
      beleid: { redenen: [{ regel: 'verkeerde-route', bestand: 'bw-gelderland-zuid.yaml', uitkomst: 'afwijzen' }] },
      besluiten: [{ besluit: 'afwijzen', redenAfwijzing: '7', door: 'beleid', berichtsoort: 'WMO319' }] });
  });
});

/** What differs between two messages that are otherwise the same: which message it is, and when it was made. */
const zonderMoment = (xml: string): string => xml.replaceAll(/(Identificatie|Toewijzingstijd)>[^<]*</g, '$1><');

describe('een voorbeeld', () => {
  it.each([
    { besluit: 'toewijzen', client }, { besluit: 'afwijzen', redenAfwijzing: '7' }, { besluit: 'onderzoek' },
  ])('van $besluit slaat niets op, en is wat daarna wordt verstuurd', async (body) => {
    const { id } = await aanvraag();
    const pool = openPool(url, 1);
    const nummer = async (): Promise<unknown> => (await pool.query('select last_value from berichtnummer')).rows;
    const [stand, nummerVooraf] = [await momentopname(url), await nummer()];
    const { xml, berichtsoort } = await json<Voorbeeld>(voorbeeld(id, body), 200);
    await json<Voorbeeld>(voorbeeld(id, body), 200);
    expect(await momentopname(url)).toEqual(stand);
    expect(await nummer()).toEqual(nummerVooraf);
    await pool.end();
    const { bericht } = await json<{ bericht: { id: string; berichtsoort: string } }>(nijmegen.besluit(id, body), 200);
    expect(bericht.berichtsoort).toBe(berichtsoort);
    const verzonden = await (await fetch(`${nijmegen.gateway.adres}/v1/berichten/${bericht.id}/xml`)).text();
    expect(zonderMoment(xml)).toBe(zonderMoment(verzonden));
    expect(xml).not.toBe(verzonden);
  });

  it('van wat niet kan, zegt waarom en slaat niets op', async () => {
    const { id } = await aanvraag();
    const stand = await momentopname(url);
    expect(await json(voorbeeld(id, { besluit: 'toewijzen' }), 422)).toMatchObject({ code: 'toewijzing-ongeldig', fouten: [{ regel: 'client', pad: '/client' }] });
    expect(await json(voorbeeld(id, { besluit: 'afwijzen' }), 400)).toMatchObject({ code: 'ongeldige-aanvraag' });
    expect(await momentopname(url)).toEqual(stand);
  });
});

describe('bezwaren', () => {
  it('met `ondanks` alleen toewijzen wie ze noemt', async () => {
    const { id } = await overGedeclareerd();
    expect((await json<Voorbeeld>(voorbeeld(id, { besluit: 'toewijzen' }), 200)).bezwaren.map(({ code }) => code)).toEqual(['crediteren']);
    const stand = await momentopname(url);
    for (const ondanks of [[], ['iets-anders']]) {
      expect(await json(nijmegen.besluit(id, { besluit: 'toewijzen', ondanks }), 422)).toMatchObject({
        code: 'toewijzing-ongeldig', fouten: [{ regel: 'crediteren', pad: '/ondanks' }] });
    }
    expect(await momentopname(url)).toEqual(stand);
    await json(nijmegen.besluit(id, { besluit: 'toewijzen', ondanks: ['crediteren'] }), 200);
    expect((await haal(id)).status).toBe('toegewezen');
  });

  it('zonder `ondanks` blijft het zoals het was', async () => {
    const { id } = await overGedeclareerd();
    await json(nijmegen.besluit(id, { besluit: 'toewijzen' }), 200);
  });
});

describe('een tweede besluit', () => {
  it('hoort wie de eerste was en wat die besloot, ook bij een voorbeeld', async () => {
    const { id } = await aanvraag();
    const { bericht } = await json<{ bericht: { id: string } }>(nijmegen.besluit(id, { besluit: 'onderzoek' }), 200);
    expect(await json(nijmegen.besluit(id, { besluit: 'onderzoek' }), 409)).toMatchObject({
      code: 'besluit-niet-mogelijk', besluit: 'onderzoek', door: expect.any(String), op: expect.stringMatching(/^\d{4}-.*Z$/), bericht: { id: bericht.id } });
    const { bericht: tweede } = await json<{ bericht: { id: string } }>(nijmegen.besluit(id, { besluit: 'afwijzen', redenAfwijzing: '3' }), 200);
    const telaat = { code: 'besluit-niet-mogelijk', besluit: 'afwijzen', redenAfwijzing: '3', bericht: { id: tweede.id } };
    expect(await json(nijmegen.besluit(id, { besluit: 'toewijzen', client }), 409)).toMatchObject(telaat);
    expect(await json(voorbeeld(id, { besluit: 'toewijzen', client }), 409)).toMatchObject(telaat);
    expect((await haal(id)).besluiten).toMatchObject([{ besluit: 'onderzoek' }, { besluit: 'afwijzen', redenAfwijzing: '3' }]);
  });
});

describe('de lijst op volgorde van ontvangst', () => {
  interface Regel { readonly id: string; readonly ontvangenOp: string; readonly vervaldatum?: string }
  const pagina = (vraag: string): Promise<{ items: readonly Regel[]; volgende?: string }> =>
    nijmegen.gateway.haal(`/v1/verzoeken?gemeente=0363&${vraag}`);

  it('oudste eerst, bladzijde na bladzijde, en nieuwste eerst is het omgekeerde', async () => {
    const eerste = await aanvraag();
    const tweede = await aanvraag();
    const ids: string[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const { items, volgende }: Awaited<ReturnType<typeof pagina>> = await pagina(`status=onderhanden&volgorde=oudste&limiet=1${cursor === '' ? '' : `&cursor=${cursor}`}`);
      ids.push(...items.map(({ id }) => id));
      cursor = volgende;
    }
    expect(ids.slice(-2)).toEqual([eerste.id, tweede.id]);
    const { items } = await pagina('status=onderhanden&volgorde=nieuwste');
    expect(items.map(({ id }) => id)).toEqual([...ids].reverse());
    expect(items[0]?.vervaldatum).toMatch(/^2026-/);
    expect((await fetch(`${nijmegen.gateway.adres}/v1/verzoeken?gemeente=0363&volgorde=oudste`)).status).toBe(400);
  });
});

describe('vooraankondigingen', () => {
  const melding = (op: Toegewezen, aanbieder: string) => ({
    gemeente: '0268', aanbieder, toewijzingNummer: op.toewijzingNummer, richting: 'op', gewenstProduct: { categorie: '15', code: '15F12' }, vanaf: '2026-07-01' });

  it('zonder bsn gaat het over de cliënt van de toewijzing, en alleen bij de eigen aanbieder', async () => {
    const wonen = await nijmegen.bestel(nieuweClient(), '15N11', ['2026-01-01', '2026-12-31'], WEEK);
    const vreemd = nijmegen.met('65656056');
    const weg = { ...melding(wonen, nijmegen.aanbieder), toewijzingNummer: 999_999_999 };
    const onbekend = await json<object>(nijmegen.post('/v1/vooraankondigingen', weg), 422);
    expect(onbekend).toMatchObject({ fouten: [{ regel: 'toewijzing', pad: '/toewijzingNummer' }] });
    expect((await vreemd.post('/v1/vooraankondigingen', melding(wonen, vreemd.aanbieder))).status).toBe(422);
    const { id } = await json<{ id: string }>(nijmegen.post('/v1/vooraankondigingen', melding(wonen, nijmegen.aanbieder)), 201);
    const { items } = await nijmegen.gateway.haal<{ items: { id: string }[] }>(`/v1/vooraankondigingen?aanbieder=${nijmegen.aanbieder}`);
    expect(items.map((een) => een.id)).toEqual([id]);
    expect(await nijmegen.gateway.haal(`/v1/vooraankondigingen?aanbieder=65656056`)).toEqual({ items: [] });
    expect((await fetch(`${nijmegen.gateway.adres}/v1/vooraankondigingen`)).status).toBe(400);
  });
});
