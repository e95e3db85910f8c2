/**
 * A WMO317 is weighed on what would hold once it is carried out (IV092, IV093): what it ends and begins together, and what else the client has.
 * Also what two want at the same moment.
 */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Berichten, WMO301, WMO315, WMO317 } from '../../src/standaard/berichten/gegenereerd/index.js';
import { voldoetAanElfproef } from '../../src/standaard/regels/niveau2/elfproef.js';
import { leesBericht } from '../../src/standaard/xml/lezen.js';
import { verseDatabase, type Testdatabase } from '../hulp/database.js';
import { startInHuis } from '../hulp/huis.js';
import { Aansluiting, type Dienst, type Resource } from '../hulp/server.js';
import { header, wmo315, wmo317 } from '../hulp/voorbeelden.js';

/** Where living and absence are both allocated, never on the same days; and where a client may have five hours a week, whoever gives them. */
const EIGEN = '0363';
const BELEID = `
regio: proef
gemeenten: ["${EIGEN}"]
producten:
  - {code: 15P01, categorie: "15", eenheid: "14", frequenties: ["2"]}
  - {code: 15P02, categorie: "15", eenheid: "14", frequenties: ["2"]}
  - {code: 15P03, categorie: "15", eenheid: "14", frequenties: ["2"]}
  - {code: 02P05, categorie: "02", eenheid: "04", frequenties: ["2"]}
aanvraagroutes:
  - {voor: [15P01], via: [toegang], dan: toewijzen, anders: {uitkomst: afwijzen, reden: "9"}}
  - {voor: [15P02, 15P03, 02P05], via: [WMO315, WMO317], dan: toewijzen}
voorwaarden:
  - {regel: niet-naast-wonen, soort: nietSamen, voor: [15P02], met: [15P01], anders: {uitkomst: afwijzen, reden: "6"}}
  - {regel: naast-wonen, soort: vereist, voor: [15P03], naast: [15P01], periode: omvat, aanbieder: elke, anders: {uitkomst: afwijzen, reden: "4"}}
  - {regel: vijf-uur, soort: maximum, voor: [02P05], volume: 5, eenheid: "04", per: week, anders: {uitkomst: afwijzen, reden: "2"}}
`;
const BW_BESTAND = 'bw-gelderland-zuid.yaml';
const NIJMEGEN = '0268';
const AANBIEDER = '65656055';

let database: Testdatabase;
let server: Dienst;
let gateway: Aansluiting;
const map = mkdtempSync(join(tmpdir(), 'iwmo-regio-'));
beforeAll(async () => {
  writeFileSync(join(map, 'proef.yaml'), BELEID);
  cpSync(fileURLToPath(new URL(`../../regio/${BW_BESTAND}`, import.meta.url)), join(map, BW_BESTAND));
  database = await verseDatabase();
  server = await startInHuis({ DATABASE_URL: database.url, REGIO_DIR: map, VANDAAG: '2025-05-20' });
  gateway = new Aansluiting(server.adres);
});
afterAll(async () => {
  await server?.stop();
  await database?.verwijder();
  rmSync(map, { recursive: true, force: true });
});

interface Verzoekregel { id: string; referentieAanbieder: string; aanbieder: string; status: string; wachtOp: string[] }
interface Gemaakt { toewijzingen: { toewijzingNummer: number }[] }
let laatsteBsn = 999_900_000;
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
const WEEK = { volume: 7, eenheid: '14', frequentie: '2' } as const;
const Week = { Volume: 7, Eenheid: '14', Frequentie: '2' } as const;
/** The back office allocates from 1 January, until the end of the year where nothing else is said. */
async function wijsToe(gemeente: string, bsn: string, ...codes: string[]): Promise<number[]> {
  const antwoord = await post('/v1/toewijzingen', { gemeente, aanbieder: AANBIEDER, bsn, client, producten: codes.map((code) => (
    { actie: 'nieuw', product: { categorie: code.slice(0, 2), code }, ingangsdatum: '2025-01-01', einddatum: '2025-12-31', omvang: WEEK })) });
  if (antwoord.status !== 201) throw new Error(await antwoord.text());
  return (await antwoord.json() as Gemaakt).toewijzingen.map(({ toewijzingNummer }) => toewijzingNummer);
}

const korter = (ToewijzingNummer: number | undefined, Einddatum: string): WMO317.TeWijzigenProduct => ({
  ToewijzingNummer: ToewijzingNummer as number, GewensteIngangsdatum: '2025-01-01', Einddatum, Omvang: Week });
const nieuw = (code: string, GewensteIngangsdatum: string, Einddatum: string): WMO317.NieuwProduct => ({
  Product: { Categorie: '15', Code: code }, GewensteIngangsdatum, Einddatum, Omvang: Week });

let referenties = 0;
/** Sends a WMO317, which gets its WMO318, and waits until policy looked at it. */
async function vraag(gemeente: string, bsn: string, delen: Omit<WMO317.Verzoek, 'RedenVerzoek' | 'ReferentieAanbieder'>): Promise<Verzoekregel> {
  const ReferentieAanbieder = `W-${++referenties}`;
  const resource = await gateway.lever('WMO317', {
    Header: { ...header('WMO317', ReferentieAanbieder, '2025-05-19'), Afzender: AANBIEDER, Ontvanger: gemeente },
    Client: { ...wmo317.Client, Bsn: bsn, Verzoek: { ReferentieAanbieder, RedenVerzoek: '1', ...delen } } });
  expect([resource.antwoord?.berichtsoort, resource.bevindingen]).toEqual(['WMO318', []]);
  return bekeken(gemeente, ReferentieAanbieder);
}
async function bekeken(gemeente: string, referentie: string): Promise<Verzoekregel> {
  let gevonden: Verzoekregel | undefined;
  await expect.poll(async () => {
    const { items } = await gateway.haal<{ items: Verzoekregel[] }>(`/v1/verzoeken?gemeente=${gemeente}&limiet=200`);
    gevonden = items.find((een) => een.referentieAanbieder === referentie);
    return gevonden !== undefined && (gevonden.status !== 'onderhanden' || gevonden.wachtOp.length > 0);
  }, { timeout: 15_000, interval: 50 }).toBe(true);
  return gevonden as Verzoekregel;
}
async function laatste<B extends 'WMO301' | 'WMO319'>(soort: B): Promise<Berichten[B]> {
  const { items: [bericht] } = await gateway.haal<{ items: Resource[] }>(`/v1/berichten?berichtsoort=${soort}&limiet=1`);
  expect(bericht?.status).toBe('goedgekeurd');
  const xml = await fetch(`${gateway.adres}/v1/berichten/${bericht?.id}/xml`);
  return leesBericht(soort, new Uint8Array(await xml.arrayBuffer()));
}
const kort = (p: WMO301.ToegewezenProduct) => [p.Product?.Code, p.Ingangsdatum, p.Einddatum, p.RedenWijziging ?? null, p.ReferentieAanbieder ?? null];
const producten = async () => (await laatste('WMO301')).Client.ToegewezenProducten.map(kort);

describe('wat het verzoek zelf beëindigt en begint', () => {
  it('telt: wonen inkorten en afwezigheid vanaf de dag erna, in één WMO301 (IV093)', async () => {
    const bsn = nieuweClient();
    const [wonen] = await wijsToe(EIGEN, bsn, '15P01');
    const { status, referentieAanbieder } = await vraag(EIGEN, bsn, {
      TeWijzigenProducten: [korter(wonen, '2025-06-30')], NieuweProducten: [nieuw('15P02', '2025-07-01', '2025-08-31')] });
    expect(status).toBe('toegewezen');
    expect(await producten()).toEqual([
      ['15P01', '2025-01-01', '2025-06-30', '12', referentieAanbieder], ['15P02', '2025-07-01', '2025-08-31', null, referentieAanbieder]]);
  });

  it('telt precies: een dag eerder wordt afgewezen met de reden van de regel', async () => {
    const bsn = nieuweClient();
    const [wonen] = await wijsToe(EIGEN, bsn, '15P01');
    const { status, referentieAanbieder } = await vraag(EIGEN, bsn, {
      TeWijzigenProducten: [korter(wonen, '2025-06-30')], NieuweProducten: [nieuw('15P02', '2025-06-30', '2025-08-31')] });
    expect(status).toBe('afgewezen');
    expect((await laatste('WMO319')).Antwoord).toEqual({ ReferentieAanbieder: referentieAanbieder, VerzoekAntwoord: '1', RedenAfwijzingVerzoek: '6' });
  });

  it('telt ook tegen: wat het zelf nieuw vraagt, steunt op wat het inkort', async () => {
    const bsn = nieuweClient();
    const [wonen] = await wijsToe(EIGEN, bsn, '15P01');
    const { status } = await vraag(EIGEN, bsn, {
      TeWijzigenProducten: [korter(wonen, '2025-06-30')], NieuweProducten: [nieuw('15P03', '2025-06-01', '2025-07-01')] });
    expect(status).toBe('afgewezen');
    expect((await laatste('WMO319')).Antwoord).toMatchObject({ VerzoekAntwoord: '1', RedenAfwijzingVerzoek: '4' });
  });
});

describe('Beschermd Wonen Gelderland-Zuid, zoals meegeleverd', () => {
  const [ZWAAR, THUIS, WAKENDE_WACHT, AFWEZIG] = ['15F13', '15N02', '15F22', '15F23'] as const;

  it('afschalen: wonen inkorten en Beschermd Thuis vanaf de dag erna gaat zonder de toegang', async () => {
    const bsn = nieuweClient();
    const [wonen] = await wijsToe(NIJMEGEN, bsn, ZWAAR);
    const { status, referentieAanbieder } = await vraag(NIJMEGEN, bsn, {
      TeWijzigenProducten: [korter(wonen, '2025-06-30')], NieuweProducten: [nieuw(THUIS, '2025-07-01', '2025-12-31')] });
    expect(status).toBe('toegewezen');
    expect(await producten()).toEqual([
      [ZWAAR, '2025-01-01', '2025-06-30', '12', referentieAanbieder], [THUIS, '2025-07-01', '2025-12-31', null, referentieAanbieder]]);
  });

  it('afschalen terwijl het wonen doorloopt, wacht op een medewerker', async () => {
    const bsn = nieuweClient();
    const [wonen] = await wijsToe(NIJMEGEN, bsn, ZWAAR);
    const { status, wachtOp } = await vraag(NIJMEGEN, bsn, {
      OngewijzigdeProducten: [{ ToewijzingNummer: wonen as number }], NieuweProducten: [nieuw(THUIS, '2025-07-01', '2025-12-31')] });
    expect([status, wachtOp]).toEqual(['onderhanden', [expect.stringMatching(/in de plaats van een toewijzing die het verzoek laat doorlopen/)]]);
  });

  it('wonen inkorten onder een toeslag die ongewijzigd blijft, wacht; een medewerker mag het toewijzen', async () => {
    const bsn = nieuweClient();
    const [wonen, toeslag] = await wijsToe(NIJMEGEN, bsn, ZWAAR, WAKENDE_WACHT);
    const { id, status, wachtOp, referentieAanbieder } = await vraag(NIJMEGEN, bsn, {
      OngewijzigdeProducten: [{ ToewijzingNummer: toeslag as number }], TeWijzigenProducten: [korter(wonen, '2025-06-30')] });
    expect([status, wachtOp]).toEqual(['onderhanden', [expect.stringMatching(/^Een andere toewijzing van de cliënt voldoet dan niet meer/)]]);
    expect((await post(`/v1/verzoeken/${id}/besluit`, { besluit: 'toewijzen' })).status).toBe(200);
    expect(await producten()).toEqual([
      [ZWAAR, '2025-01-01', '2025-06-30', '12', referentieAanbieder], [WAKENDE_WACHT, '2025-01-01', '2025-12-31', null, referentieAanbieder]]);
  });

  it('wonen en toeslag samen inkorten kan', async () => {
    const bsn = nieuweClient();
    const nummers = await wijsToe(NIJMEGEN, bsn, ZWAAR, WAKENDE_WACHT);
    expect((await vraag(NIJMEGEN, bsn, { TeWijzigenProducten: nummers.map((nummer) => korter(nummer, '2025-06-30')) })).status).toBe('toegewezen');
  });

  it('een afwezigheidsdag vraagt wonen op die dag: na het inkorten wordt hij afgewezen, ook al was het wonen er nog toen werd gevraagd', async () => {
    const bsn = nieuweClient();
    const [wonen] = await wijsToe(NIJMEGEN, bsn, ZWAAR);
    const { status } = await vraag(NIJMEGEN, bsn, {
      TeWijzigenProducten: [korter(wonen, '2025-06-30')], NieuweProducten: [nieuw(AFWEZIG, '2025-07-01', '2025-07-14')] });
    expect(status).toBe('afgewezen');
    expect((await laatste('WMO319')).Antwoord).toMatchObject({ VerzoekAntwoord: '1', RedenAfwijzingVerzoek: '7' });
  });
});

describe('tegelijk', () => {
  it('twee aanbieders vragen samen meer dan de client mag krijgen: telkens krijgt precies één het', async () => {
    const rondes = Array.from({ length: 6 }, (_, i) => ({ bsn: nieuweClient(), paren: [`7000000${i}`, `7100000${i}`] }));
    for (const { bsn, paren } of rondes) {
      // Both know the client already, so that nothing but policy decides.
      for (const aanbieder of paren) {
        expect((await post('/v1/toewijzingen', { gemeente: EIGEN, aanbieder, bsn, client, producten: [
          { actie: 'nieuw', product: { categorie: '15', code: '15P01' }, ingangsdatum: '2025-01-01', einddatum: '2025-12-31', omvang: WEEK }] })).status).toBe(201);
      }
    }
    const product = (ReferentieAanbieder: string): WMO315.AangevraagdProduct => ({
      ...wmo315.Client.AangevraagdeProducten[0] as WMO315.AangevraagdProduct, ReferentieAanbieder, Product: { Categorie: '02', Code: '02P05' },
      ToewijzingIngangsdatum: '2025-06-01', ToewijzingEinddatum: '2025-12-31', Omvang: { Volume: 5, Eenheid: '04', Frequentie: '2' } });
    await Promise.all(rondes.flatMap(({ bsn, paren }) => paren.map((aanbieder) => gateway.lever('WMO315', {
      Header: { ...header('WMO315', `T${aanbieder}`, '2025-05-19'), Afzender: aanbieder, Ontvanger: EIGEN },
      Client: { ...wmo315.Client, Bsn: bsn, AangevraagdeProducten: [product(`T${aanbieder}`)] } }))));
    for (const { paren } of rondes) {
      const standen = await Promise.all(paren.map(async (aanbieder) => (await bekeken(EIGEN, `T${aanbieder}`)).status));
      expect(standen.sort()).toEqual(['afgewezen', 'toegewezen']);
    }
  });
});
