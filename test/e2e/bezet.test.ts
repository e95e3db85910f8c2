/**
 * What the gemeente wants to send while earlier messages of the same pair still have to be assessed: it waits its turn, and where that takes
 * too long the caller is told to come back, with nothing done. Messages are assessed by a worker, and the one here comes and goes.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { schrijfBericht } from '../../src/standaard/xml/schrijven.js';
import { verseDatabase, type Testdatabase } from '../hulp/database.js';
import { momentopname } from '../hulp/momentopname.js';
import { Aansluiting, SERVER, startServer, type Resource, type Uitvoering } from '../hulp/server.js';
import { AANBIEDER, GEMEENTE, header, wmo305, wmo315 } from '../hulp/voorbeelden.js';

const BELEID = `
regio: proef
gemeenten: ["${GEMEENTE}"]
producten:
  - {code: 02A03, categorie: "02"}
  - {code: 02A04, categorie: "02"}
aanvraagroutes:
  - {voor: [02A03, 02A04], via: [WMO315, toegang], dan: wachten}
`;
const VANDAAG = '2026-03-10';
let database: Testdatabase;
let api: Uitvoering;
let gateway: Aansluiting;
const map = mkdtempSync(join(tmpdir(), 'iwmo-regio-'));
const start = (deel: 'api' | 'worker', gereed: RegExp): Promise<Uitvoering> =>
  startServer({ DATABASE_URL: database.url, REGIO_DIR: map, VANDAAG }, [SERVER, deel], gereed);
const startWerker = (): Promise<Uitvoering> => start('worker', /Worker (gereed)/);
beforeAll(async () => {
  writeFileSync(join(map, 'proef.yaml'), BELEID);
  database = await verseDatabase();
  api = await start('api', /API gereed op (http\S+)/);
  gateway = new Aansluiting(api.adres);
});
afterAll(async () => {
  await api?.stop();
  await database?.verwijder();
  rmSync(map, { recursive: true, force: true });
});

const post = (pad: string, body: unknown): Promise<Response> => fetch(gateway.adres + pad, {
  method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
const wie = { gemeente: GEMEENTE, aanbieder: AANBIEDER, bsn: '999900018', client: {
  Geboortedatum: { Datum: '1967-08-13' }, Geslacht: '1', Naam: { Geslachtsnaam: { Achternaam: 'Vos' }, NaamGebruik: '1' },
  Contactgegevens: [{ Soort: '01', Adres: { Huis: { Huisnummer: 10 }, Postcode: '1234AB', LandCode: 'NL' } }] } };
const wat = { product: { categorie: '02', code: '02A03' }, ingangsdatum: '2026-04-01', einddatum: '2026-12-31', omvang: { volume: 4, eenheid: '04', frequentie: '2' } };
let teller = 0;
/** A start for a client without an allocation: assessed and rejected, when there is a worker. */
async function bewaar(): Promise<void> {
  const antwoord = await gateway.post(schrijfBericht('WMO305', { ...wmo305, Header: header('WMO305', `S${++teller}`, VANDAAG) }));
  expect(antwoord.status).toBe(202);
}

it('wacht op zijn beurt, en vraagt anders later terug te komen', async () => {
  let werker = await startWerker();
  const { items: [verzoek] } = await (async () => {
    await gateway.lever('WMO315', { ...wmo315, Header: header('WMO315', 'V1', VANDAAG), Client: { ...wmo315.Client,
      AangevraagdeProducten: wmo315.Client.AangevraagdeProducten.map((p) => ({ ...p, ToewijzingIngangsdatum: '2026-04-01' })) } });
    await expect.poll(async () => (await gateway.haal<{ items: { wachtOp: string[] }[] }>(`/v1/verzoeken?gemeente=${GEMEENTE}`)).items[0]?.wachtOp.length).toBe(1);
    return gateway.haal<{ items: { id: string }[] }>(`/v1/verzoeken?gemeente=${GEMEENTE}`);
  })();
  // With a worker, whatever was sent before is assessed first, and the order waits for that.
  await Promise.all(Array.from({ length: 10 }, bewaar));
  const beurt = await post('/v1/toewijzingen', { ...wie, producten: [{ actie: 'nieuw', ...wat, einddatum: '2026-04-30' }] });
  expect(beurt.status).toBe(201);
  const { bericht, toewijzingen: [toegewezen] } = await beurt.json() as { bericht: Resource; toewijzingen: { toewijzingNummer: number }[] };
  const { items } = await gateway.haal<{ items: Resource[] }>('/v1/berichten?berichtsoort=WMO305&limiet=50');
  expect(items.map(({ status }) => status)).toEqual(Array(10).fill('afgekeurd'));
  expect(items.every(({ ontvangenOp }) => ontvangenOp <= bericht.ontvangenOp)).toBe(true);
  const { id: melding } = await (await post('/v1/vooraankondigingen', {
    gemeente: GEMEENTE, aanbieder: AANBIEDER, bsn: wie.bsn, toewijzingNummer: toegewezen?.toewijzingNummer, richting: 'op', gewenstProduct: { categorie: '02', code: '02A04' },
    vanaf: VANDAAG })).json() as { id: string };
  for (const [stap, datum] of [['melding-geopend', VANDAAG], ['melding-definitief', '2026-04-10'], ['verslag-ondertekend', VANDAAG]]) {
    expect((await post(`/v1/vooraankondigingen/${melding}/stappen`, { stap, datum })).status).toBe(200);
  }

  await werker.stop();
  await bewaar();
  const voor = await momentopname(database.url);
  const deuren: [string, unknown, number][] = [
    ['/v1/toewijzingen', { ...wie, producten: [{ actie: 'nieuw', ...wat, ingangsdatum: '2027-01-01', einddatum: '2027-01-31' }] }, 201],
    [`/v1/verzoeken/${verzoek?.id}/besluit`, { besluit: 'afwijzen', redenAfwijzing: '7' }, 200],
    [`/v1/vooraankondigingen/${melding}/stappen`, { stap: 'toewijzen' }, 200],
    ['/v1/productbestellingen', { ...wie, bsn: '999900031', ...wat }, 201],
  ];
  const bezet = await Promise.all(deuren.map(([pad, body]) => post(pad, body)));
  for (const antwoord of bezet) {
    expect([antwoord.status, Number(antwoord.headers.get('retry-after')) > 0]).toEqual([503, true]);
    expect((await antwoord.json() as { code: string }).code).toBe('tijdelijk-niet-beschikbaar');
  }
  expect(await momentopname(database.url)).toEqual(voor);
  // Another pair is not held up.
  const ander = await post('/v1/productbestellingen', { ...wie, aanbieder: '65656056', ...wat });
  expect(ander.status, await ander.text()).toBe(201);

  werker = await startWerker();
  try {
    for (const [pad, body, status] of deuren) {
      const antwoord = await post(pad, body);
      expect(antwoord.status, await antwoord.text()).toBe(status);
    }
  } finally {
    await werker.stop();
  }
}, 120_000);
