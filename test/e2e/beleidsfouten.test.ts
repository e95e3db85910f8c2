/**
 * What policy does not allow, through every door: an order of the gemeente is refused with the rule and the place and leaves nothing behind, a
 * request of an aanbieder gets the answer that the standard or the policy names, or waits for a person with the reason.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPool } from '../../src/platform/database.js';
import type { Berichten, WMO301, WMO315, WMO317 } from '../../src/standaard/berichten/gegenereerd/index.js';
import { voldoetAanElfproef } from '../../src/standaard/regels/niveau2/elfproef.js';
import { leesBericht } from '../../src/standaard/xml/lezen.js';
import { verseDatabase, type Testdatabase } from '../hulp/database.js';
import { momentopname } from '../hulp/momentopname.js';
import { startInHuis } from '../hulp/huis.js';
import { Aansluiting, type Dienst, type Resource } from '../hulp/server.js';
import { header, wmo301, wmo315, wmo317 } from '../hulp/voorbeelden.js';

const MET = '0363';
const ZONDER = '0599';
const AANBIEDER = '65656055';
const VREEMDE = '65656057';
/** B01 is free, B02 at most five hours a week, B03 only beside B01, B04 only by the access team, B05 only by a WMO315; B06 as B02, for a person. */
const PRODUCTEN = ['B01', 'B02', 'B03', 'B04', 'B05', 'B06'].map((code) => `  - {code: 02${code}, categorie: "02", eenheid: "04", frequenties: ["2"]}`).join('\n');
const MET_CONTRACT = `
regio: proef met contracten
gemeenten: ["${MET}"]
producten:
${PRODUCTEN}
contracten:
  - {aanbieder: "${AANBIEDER}", producten: [02B01, 02B02, 02B03, 02B04, 02B05, 02B06], vanaf: 2025-01-01, totEnMet: 2025-12-31}
aanvraagroutes:
  - {voor: [02B01, 02B02, 02B03, 02B06], via: [WMO315, WMO317, toegang], dan: toewijzen}
  - {voor: [02B04], via: [toegang], dan: toewijzen, anders: {uitkomst: afwijzen, reden: "9"}}
  - {voor: [02B05], via: [WMO315], dan: toewijzen, anders: {uitkomst: onderzoek}}
voorwaarden:
  - {regel: vijf-uur, soort: maximum, voor: [02B02], volume: 5, eenheid: "04", per: week, anders: {uitkomst: afwijzen, reden: "2"}}
  - {regel: vijf-uur-na-overleg, soort: maximum, voor: [02B06], volume: 5, eenheid: "04", per: week, anders: {uitkomst: wachten, melding: "Overleg met de wijkteams."}}
  - {regel: naast-b01, soort: vereist, voor: [02B03], naast: [02B01], periode: omvat, aanbieder: elke, anders: {uitkomst: afwijzen, reden: "8"}}
afhandeling:
  buitenContract: {uitkomst: wachten, melding: "Vraag inkoop of het contract wordt verlengd."}
  overlap: {uitkomst: afwijzen, reden: "1"}
`;
/** Without contracts nobody knows which products were agreed, so the standard lets every code through. */
const ZONDER_CONTRACT = `
regio: proef zonder contracten
gemeenten: ["${ZONDER}"]
producten:
  - {code: 02B01, categorie: "02", eenheid: "04", frequenties: ["2"]}
aanvraagroutes:
  - {voor: [02B01], via: [WMO315, WMO317, toegang], dan: toewijzen}
afhandeling:
  onbekendProduct: {uitkomst: afwijzen, reden: "5"}
`;

let database: Testdatabase;
let server: Dienst;
let gateway: Aansluiting;
const map = mkdtempSync(join(tmpdir(), 'iwmo-regio-'));
beforeAll(async () => {
  writeFileSync(join(map, 'met.yaml'), MET_CONTRACT);
  writeFileSync(join(map, 'zonder.yaml'), ZONDER_CONTRACT);
  database = await verseDatabase();
  server = await startInHuis({ DATABASE_URL: database.url, REGIO_DIR: map, VANDAAG: '2025-05-20' });
  gateway = new Aansluiting(server.adres);
});
afterAll(async () => {
  await server?.stop();
  await database?.verwijder();
  rmSync(map, { recursive: true, force: true });
});

interface Gemaakt { bericht: Resource; toewijzingen: { toewijzingNummer: number }[] }
interface Document { code: string; fouten: { regel: string; pad: string; melding: string }[] }
interface Verzoekregel { referentieAanbieder: string; status: string; wachtOp: string[] }

let laatsteBsn = 999_900_000;
/** Every case its own client: a request that waits holds up the next one of that client. */
function nieuweClient(): string {
  do laatsteBsn++; while (!voldoetAanElfproef(String(laatsteBsn)));
  return String(laatsteBsn);
}
const client = {
  Geboortedatum: { Datum: '1967-08-13' }, Geslacht: '1', Naam: { Geslachtsnaam: { Achternaam: 'Vos' }, NaamGebruik: '1' },
  Contactgegevens: [{ Soort: '01', Adres: { Huis: { Huisnummer: 10 }, Postcode: '1234AB', LandCode: 'NL' } }],
};
const post = (pad: string, body: unknown): Promise<Response> => fetch(gateway.adres + pad, {
  method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
const productVan = (code: string) => ({ categorie: '02', code });
const uren = (volume: number) => ({ volume, eenheid: '04', frequentie: '2' });
async function goed<T>(pad: string, body: unknown, status: number): Promise<T> {
  const antwoord = await post(pad, body);
  if (antwoord.status !== status) throw new Error(`${antwoord.status}: ${await antwoord.text()}`);
  return await antwoord.json() as T;
}
/** A client with 02B01 in June and July; gives its number. */
async function metBasis(bsn: string, gemeente = MET): Promise<number> {
  const { toewijzingen: [een] } = await goed<Gemaakt>('/v1/toewijzingen', { gemeente, aanbieder: AANBIEDER, bsn, client, producten: [
    { actie: 'nieuw', product: productVan('02B01'), ingangsdatum: '2025-06-01', einddatum: '2025-07-31', omvang: uren(3) }] }, 201);
  return een?.toewijzingNummer as number;
}

let nummers301 = 500_000;
/** The same, at an aanbieder without a contract: from before, in a message that was not made here. Numbers made here are higher. */
async function vanVroeger(bsn: string): Promise<number> {
  const ToewijzingNummer = --nummers301;
  const product: WMO301.ToegewezenProduct = {
    ToewijzingNummer, Product: { Categorie: '02', Code: '02B01' }, Toewijzingsdatum: '2025-05-19', Toewijzingstijd: '10:00:00', Ingangsdatum: '2025-06-01',
    Einddatum: '2025-07-31', Omvang: { Volume: 3, Eenheid: '04', Frequentie: '2' } };
  const { bevindingen } = await gateway.lever('WMO301', {
    Header: { ...header('WMO301', `T${ToewijzingNummer}`, '2025-05-19'), Afzender: MET, Ontvanger: VREEMDE },
    Client: { ...wmo301.Client, Bsn: bsn, ToegewezenProducten: [product] } });
  expect(bevindingen).toEqual([]);
  return ToewijzingNummer;
}

/** What is asked for. */
interface Vraag { readonly code: string; readonly van: string; readonly tot: string; readonly volume: number; readonly aanbieder: string; readonly gemeente: string }
const vraag = (code: string, delen: Partial<Vraag> = {}): Vraag => ({ code, van: '2025-06-01', tot: '2025-07-31', volume: 3, aanbieder: AANBIEDER, gemeente: MET, ...delen });

const ONBEKEND = vraag('02X99');
const GEEN_CONTRACT = vraag('02B01', { aanbieder: VREEMDE });
const OVERLAP = vraag('02B01', { van: '2025-07-31', tot: '2025-09-30' });
const TE_VEEL = vraag('02B02', { volume: 6 });
const MIST = vraag('02B03', { tot: '2025-08-01' });
const BUITEN = vraag('02B01', { van: '2025-12-01', tot: '2026-01-31' });
const GEEN_DAG = vraag('02B02', { van: '2025-06-31' });

describe('een opdracht van de gemeente laat niets achter', () => {
  const bsn = nieuweClient();
  let nummer: number;
  let verslag: string;
  beforeAll(async () => {
    nummer = await metBasis(bsn);
    const { id } = await goed<{ id: string }>('/v1/vooraankondigingen', {
      gemeente: MET, aanbieder: AANBIEDER, bsn, toewijzingNummer: nummer, richting: 'op', gewenstProduct: productVan('02B02'), vanaf: '2025-06-10' }, 201);
    for (const [stap, datum] of [['melding-geopend', '2025-05-20'], ['melding-definitief', '2025-06-15'], ['verslag-ondertekend', '2025-05-20']]) {
      await goed(`/v1/vooraankondigingen/${id}/stappen`, { stap, datum }, 200);
    }
    verslag = id;
  });

  type Deur = (gevraagd: Vraag) => Promise<Response>;
  const wie = ({ gemeente, aanbieder }: Vraag) => ({ gemeente, aanbieder, bsn, client });
  const wat = ({ code, van, tot, volume }: Vraag) => ({ product: productVan(code), ingangsdatum: van, einddatum: tot, omvang: uren(volume) });
  const toewijzen: Deur = (een) => post('/v1/toewijzingen', { ...wie(een), producten: [{ actie: 'nieuw', ...wat(een) }] });
  const bestellen: Deur = (een) => post('/v1/productbestellingen', { ...wie(een), ...wat(een) });
  const aankondigen: Deur = (een) => post('/v1/vooraankondigingen', {
    gemeente: een.gemeente, aanbieder: een.aanbieder, bsn, toewijzingNummer: nummer, richting: 'op', gewenstProduct: productVan(een.code), vanaf: een.van });
  const verlengen: Deur = ({ tot }) => post('/v1/toewijzingen', {
    gemeente: MET, aanbieder: AANBIEDER, bsn, producten: [{ actie: 'verlengen', toewijzingNummer: nummer, einddatum: tot }] });
  const stap: Deur = ({ volume }) => post(`/v1/vooraankondigingen/${verslag}/stappen`, { stap: 'toewijzen', omvang: uren(volume) });

  const [ORDER, PRODUCT, GEWENST] = ['/producten[1]', '/product', '/gewenstProduct'];
  it.each<[string, Deur, Vraag, string, string]>([
    ['toewijzen: onbekend product', toewijzen, ONBEKEND, 'onbekend-product', ORDER],
    ['toewijzen: geen contract', toewijzen, GEEN_CONTRACT, 'geen-contract', ORDER],
    ['toewijzen: overlap', toewijzen, OVERLAP, 'overlap', ORDER],
    ['toewijzen: boven het maximum', toewijzen, TE_VEEL, 'vijf-uur', ORDER],
    ['toewijzen: wat ernaast moet, ontbreekt op een dag', toewijzen, MIST, 'naast-b01', ORDER],
    ['toewijzen: buiten het contract', toewijzen, BUITEN, 'buiten-contract', ORDER],
    ['toewijzen: een dag die niet bestaat', toewijzen, GEEN_DAG, 'datum', `${ORDER}/ingangsdatum`],
    ['verlengen: buiten het contract', verlengen, BUITEN, 'buiten-contract', ORDER],
    ['verlengen: een dag die niet bestaat', verlengen, vraag('', { tot: '2025-09-31' }), 'datum', `${ORDER}/einddatum`],
    ['bestellen: onbekend product', bestellen, ONBEKEND, 'onbekend-product', PRODUCT],
    ['bestellen: geen contract', bestellen, GEEN_CONTRACT, 'geen-contract', PRODUCT],
    ['bestellen: overlap', bestellen, OVERLAP, 'overlap', PRODUCT],
    ['bestellen: boven het maximum', bestellen, TE_VEEL, 'vijf-uur', PRODUCT],
    ['bestellen: wat ernaast moet, ontbreekt op een dag', bestellen, MIST, 'naast-b01', PRODUCT],
    ['bestellen: langs de verkeerde weg', bestellen, vraag('02B05'), 'verkeerde-route', PRODUCT],
    ['bestellen: buiten het contract', bestellen, BUITEN, 'buiten-contract', PRODUCT],
    ['aankondigen: onbekend product', aankondigen, ONBEKEND, 'onbekend-product', GEWENST],
    ['aankondigen: geen contract', aankondigen, GEEN_CONTRACT, 'geen-contract', GEWENST],
    ['aankondigen: langs de verkeerde weg', aankondigen, vraag('02B05'), 'verkeerde-route', GEWENST],
    ['aankondigen: buiten het contract', aankondigen, vraag('02B02', { van: '2026-01-01' }), 'buiten-contract', GEWENST],
    ['laatste stap: boven het maximum', stap, TE_VEEL, 'vijf-uur', '/stap'],
  ])('%s', async (_naam, deur, gevraagd, regel, pad) => {
    const voor = await momentopname(database.url);
    const antwoord = await deur(gevraagd);
    const document = await antwoord.json() as Document;
    expect([antwoord.status, document.code], JSON.stringify(document)).toEqual([422, 'toewijzing-ongeldig']);
    expect(document.fouten.map((fout) => [fout.regel, fout.pad])).toEqual([[regel, pad]]);
    expect(document.fouten[0]?.melding).toMatch(/\w{3,}.*\.$/);
    expect(JSON.stringify(document)).not.toContain(bsn);
    expect(await momentopname(database.url)).toEqual(voor);
  });

  it.each<[string, Deur]>([['bestellen', bestellen], ['aankondigen', aankondigen]])('%s: een dag die niet bestaat', async (_naam, deur) => {
    const voor = await momentopname(database.url);
    const antwoord = await deur(GEEN_DAG);
    expect([antwoord.status, (await antwoord.json() as Document).code]).toEqual([400, 'ongeldige-aanvraag']);
    expect(await momentopname(database.url)).toEqual(voor);
  });

  it('beëindigen van wat iets anders nodig heeft kan alleen samen; en na al die weigeringen is het volgende nummer het eerstvolgende', async () => {
    const ander = nieuweClient();
    const basis = await metBasis(ander);
    const opdracht = { gemeente: MET, aanbieder: AANBIEDER, bsn: ander };
    const { toewijzingen: [naast] } = await goed<Gemaakt>('/v1/toewijzingen', { ...opdracht, producten: [
      { actie: 'nieuw', product: productVan('02B03'), ingangsdatum: '2025-06-01', einddatum: '2025-07-31', omvang: uren(1) }] }, 201);
    expect([basis, naast?.toewijzingNummer]).toEqual([nummer + 1, nummer + 2]);
    const kort = (toewijzingNummer: unknown) => ({ actie: 'inkorten', toewijzingNummer, einddatum: '2025-06-30' });
    const alleen = await post('/v1/toewijzingen', { ...opdracht, producten: [kort(basis)] });
    expect(alleen.status).toBe(422);
    expect((await alleen.json() as Document).fouten.map(({ regel, pad }) => [regel, pad])).toEqual([['naast-b01', '/producten']]);
    await goed('/v1/toewijzingen', { ...opdracht, producten: [kort(basis), kort(naast?.toewijzingNummer)] }, 201);
  });
});

/** What became of a request: the finding of the standard, the answer of the gemeente, or what it waits for. */
type Afloop = { regel: string; retourcode: string } | { VerzoekAntwoord: string; RedenAfwijzingVerzoek?: string } | { wacht: RegExp };

let referenties = 0;
async function afloopVan(soort: 'WMO315' | 'WMO317', bericht: Berichten['WMO315'] | Berichten['WMO317'], referentie: string): Promise<unknown> {
  const resource = await gateway.lever(soort, bericht);
  expect(resource.antwoord?.berichtsoort).toBe(soort === 'WMO315' ? 'WMO316' : 'WMO318');
  if (resource.status === 'afgekeurd') return resource.bevindingen.map(({ regel, retourcode }) => ({ regel, retourcode }));
  let gevonden: Verzoekregel | undefined;
  await expect.poll(async () => {
    const { items } = await gateway.haal<{ items: Verzoekregel[] }>(`/v1/verzoeken?gemeente=${bericht.Header.Ontvanger}&limiet=200`);
    gevonden = items.find((een) => een.referentieAanbieder === referentie);
    return gevonden !== undefined && (gevonden.status !== 'onderhanden' || gevonden.wachtOp.length > 0);
  }, { timeout: 15_000, interval: 50 }).toBe(true);
  if (gevonden?.status === 'onderhanden') return gevonden.wachtOp;
  const { items: [antwoord] } = await gateway.haal<{ items: Resource[] }>(`/v1/berichten?berichtsoort=WMO319&ontvanger=${bericht.Header.Afzender}&limiet=1`);
  const xml = await fetch(`${gateway.adres}/v1/berichten/${antwoord?.id}/xml`);
  return leesBericht('WMO319', new Uint8Array(await xml.arrayBuffer())).Antwoord;
}

function aanvraag(bsn: string, { code, van, tot, volume, gemeente, aanbieder }: Vraag, referentie: string): Berichten['WMO315'] {
  const product: WMO315.AangevraagdProduct = {
    ...wmo315.Client.AangevraagdeProducten[0] as WMO315.AangevraagdProduct, ReferentieAanbieder: referentie, Product: { Categorie: '02', Code: code },
    ToewijzingIngangsdatum: van, ToewijzingEinddatum: tot, Omvang: { Volume: volume, Eenheid: '04', Frequentie: '2' } };
  return { Header: { ...header('WMO315', referentie, '2025-05-19'), Afzender: aanbieder, Ontvanger: gemeente },
    Client: { ...wmo315.Client, Bsn: bsn, AangevraagdeProducten: [product] } };
}

function wijziging(bsn: string, nummers: readonly number[], { code, van, tot, volume, gemeente, aanbieder }: Vraag, referentie: string): Berichten['WMO317'] {
  const verzoek: WMO317.Verzoek = {
    ReferentieAanbieder: referentie, RedenVerzoek: '1',
    OngewijzigdeProducten: nummers.map((ToewijzingNummer) => ({ ToewijzingNummer })),
    NieuweProducten: [{ Product: { Categorie: '02', Code: code }, GewensteIngangsdatum: van, Einddatum: tot,
      Omvang: { Volume: volume, Eenheid: '04', Frequentie: '2' } }] };
  return { Header: { ...header('WMO317', referentie, '2025-05-19'), Afzender: aanbieder, Ontvanger: gemeente }, Client: { ...wmo317.Client, Bsn: bsn, Verzoek: verzoek } };
}

describe('een verzoek van een aanbieder krijgt het antwoord van het beleid, en geen toewijzing', () => {
  const elders = vraag('02X99', { gemeente: ZONDER });
  const TE_VEEL_OVERLEG = vraag('02B06', { volume: 6 });
  const wijst = (reden: string) => ({ VerzoekAntwoord: '1', RedenAfwijzingVerzoek: reden });
  it.each<[string, 'WMO315' | 'WMO317', Vraag, Afloop]>([
    ['onbekend product, bij bekende afspraken', 'WMO315', ONBEKEND, { regel: 'TR381', retourcode: 'S329' }],
    ['onbekend product, zonder bekende afspraken', 'WMO315', elders, wijst('5')],
    ['geen contract', 'WMO315', { ...GEEN_CONTRACT, van: '2025-08-01', tot: '2025-09-30' }, wijst('3')],
    ['overlap', 'WMO315', OVERLAP, wijst('1')],
    ['boven het maximum', 'WMO315', TE_VEEL, wijst('2')],
    ['boven een maximum waarover iemand gaat', 'WMO315', TE_VEEL_OVERLEG, { wacht: /Overleg met de wijkteams/ }],
    ['wat ernaast moet, ontbreekt op een dag', 'WMO315', MIST, wijst('8')],
    ['langs de verkeerde weg', 'WMO315', vraag('02B04'), wijst('9')],
    ['buiten het contract', 'WMO315', BUITEN, { wacht: /Vraag inkoop/ }],
    ['onbekend product, bij bekende afspraken', 'WMO317', ONBEKEND, { regel: 'TR381', retourcode: 'S329' }],
    ['onbekend product, zonder bekende afspraken', 'WMO317', elders, wijst('5')],
    ['geen contract', 'WMO317', { ...GEEN_CONTRACT, van: '2025-08-01', tot: '2025-09-30' }, wijst('3')],
    ['overlap', 'WMO317', OVERLAP, { regel: 'TR361', retourcode: '9361' }],
    ['boven het maximum', 'WMO317', TE_VEEL, wijst('2')],
    ['wat ernaast moet, ontbreekt op een dag', 'WMO317', MIST, wijst('8')],
    ['langs de verkeerde weg, die het beleid laat onderzoeken', 'WMO317', vraag('02B05'), { VerzoekAntwoord: '2' }],
    ['buiten het contract', 'WMO317', BUITEN, { wacht: /Vraag inkoop/ }],
  ])('%s (%s)', async (_naam, soort, gevraagd, verwacht) => {
    const bsn = nieuweClient();
    const nummers = [gevraagd.aanbieder === VREEMDE ? await vanVroeger(bsn) : await metBasis(bsn, gevraagd.gemeente)];
    const register = await momentopname(database.url, ['toewijzing', 'toewijzing_versie', 'toewijzing_teller', 'vooraankondiging']);
    const referentie = `REF-${++referenties}`;
    const afloop = await afloopVan(soort, soort === 'WMO315' ? aanvraag(bsn, gevraagd, referentie) : wijziging(bsn, nummers, gevraagd, referentie), referentie);
    if ('wacht' in verwacht) expect(afloop).toEqual([expect.stringMatching(verwacht.wacht)]);
    else if ('regel' in verwacht) expect(afloop).toContainEqual(verwacht);
    else expect(afloop).toEqual({ ReferentieAanbieder: referentie, ...verwacht });
    expect(await momentopname(database.url, Object.keys(register))).toEqual(register);
  });

  it('zonder nog een toewijzingnummer dat kan, wacht een verzoek en weigert de opdracht', async () => {
    const bsn = nieuweClient();
    await metBasis(bsn, ZONDER);
    const pool = openPool(database.url, 1);
    await pool.query('update toewijzing_teller set laatste = 999999999 where gemeente = $1', [ZONDER]);
    await pool.end();
    const voor = await momentopname(database.url, ['toewijzing', 'toewijzing_teller']);
    const gevraagd = vraag('02B01', { gemeente: ZONDER, van: '2025-08-01', tot: '2025-09-30' });
    const referentie = `REF-${++referenties}`;
    expect(await afloopVan('WMO315', aanvraag(bsn, gevraagd, referentie), referentie)).toEqual([expect.stringMatching(/toewijzingnummers/)]);
    const geweigerd = await post('/v1/toewijzingen', { gemeente: ZONDER, aanbieder: AANBIEDER, bsn, producten: [
      { actie: 'nieuw', product: productVan('02B01'), ingangsdatum: '2025-08-01', einddatum: '2025-09-30', omvang: uren(3) }] });
    expect(geweigerd.status).toBe(422);
    expect(await momentopname(database.url, Object.keys(voor))).toEqual(voor);
  });
});
