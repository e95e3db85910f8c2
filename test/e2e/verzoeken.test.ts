/** Requests over HTTP: decided by policy or by a person; a WMO315 per product, a WMO317 as a whole (IV092, IV093, IV094). */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Berichten, WMO301, WMO315, WMO317 } from '../../src/standaard/berichten/gegenereerd/index.js';
import { leesBericht } from '../../src/standaard/xml/lezen.js';
import { verseDatabase, type Testdatabase } from '../hulp/database.js';
import { startInHuis } from '../hulp/huis.js';
import { Aansluiting, type Dienst, type Resource } from '../hulp/server.js';
import { wmo315, wmo317 } from '../hulp/voorbeelden.js';

const BELEID = `
regio: proef
gemeenten: ["0268"]
producten:
  - {code: 02A01, categorie: "02", eenheid: "04", frequenties: ["2"]}
  - {code: 02A02, categorie: "02", eenheid: "04", frequenties: ["2"]}
  - {code: 03A01, categorie: "03", eenheid: "04", frequenties: ["2", "4", "6"]}
  - {code: 07A01, categorie: "07", eenheid: "16", frequenties: ["2", "4"]}
  - {code: 06A01, categorie: "06", eenheid: "16", frequenties: ["4"]}
  - {code: 08A01, categorie: "08", eenheid: "84", frequenties: ["2"]}
  - {code: 09A01, categorie: "09", eenheid: "84", frequenties: ["2"]}
contracten:
  - {aanbieder: "65656055", producten: [02A01, 02A02, 03A01, 06A01, 07A01, 08A01, 09A01]}
aanvraagroutes:
  - {voor: [02A01, 02A02, 03A01, 06A01, 07A01], via: [WMO315, WMO317], dan: toewijzen}
  - {voor: [08A01], via: [WMO315], dan: onderzoek}
  - {voor: [09A01], via: [WMO315, WMO317], dan: wachten}
voorwaarden:
  - {regel: hoogstens-vijf, soort: maximum, voor: [07A01], volume: 5, eenheid: "16", per: week, anders: {uitkomst: afwijzen, reden: "4"}}
`;

let database: Testdatabase;
let server: Dienst;
let gateway: Aansluiting;
const map = mkdtempSync(join(tmpdir(), 'iwmo-regio-'));
beforeAll(async () => {
  writeFileSync(join(map, 'proef.yaml'), BELEID);
  database = await verseDatabase();
  server = await startInHuis({ DATABASE_URL: database.url, REGIO_DIR: map, VANDAAG: '2025-05-20' });
  gateway = new Aansluiting(server.adres);
});
afterAll(async () => {
  await server?.stop();
  await database?.verwijder();
  rmSync(map, { recursive: true, force: true });
});

interface Verzoekregel { id: string; referentieAanbieder: string; status: string; wachtOp: string[]; berichtsoort: string }
interface Gemaakt { bericht: Resource; toewijzingen: { toewijzingNummer: number }[] }
const GEMEENTE = '0268';
const AANBIEDER = '65656055';
/** Elfproef-valid numbers of the test range: every test its own client. */
const bsns = ['999900006', '999900018', '999900031', '999900043', '999900055', '999900067', '999900079', '999900080', '999900092', '999900109', '999900110', '999900122',
  '999900134'];
let teller = 0;
const client = {
  Geboortedatum: { Datum: '1967-08-13' }, Geslacht: '1', Naam: { Geslachtsnaam: { Achternaam: 'Vos' }, NaamGebruik: '1' },
  Contactgegevens: [{ Soort: '01', Adres: { Huis: { Huisnummer: 10 }, Postcode: '1234AB', LandCode: 'NL' } }],
};
const post = (pad: string, body: unknown): Promise<Response> => fetch(gateway.adres + pad, {
  method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
async function wijsToe(bsn: string, producten: unknown[]): Promise<number[]> {
  const antwoord = await post('/v1/toewijzingen', { gemeente: GEMEENTE, aanbieder: AANBIEDER, bsn, client, producten });
  if (antwoord.status !== 201) throw new Error(await antwoord.text());
  return (await antwoord.json() as Gemaakt).toewijzingen.map((t) => t.toewijzingNummer);
}
const product = (code: string, omvang: readonly [number, string, string], ingangsdatum: string, einddatum: string) => ({
  actie: 'nieuw', product: { categorie: code.slice(0, 2), code }, ingangsdatum, einddatum,
  omvang: { volume: omvang[0], eenheid: omvang[1], frequentie: omvang[2] } });

function kop(soort: 'WMO315' | 'WMO317', dagtekening: string) {
  teller++;
  const { Header } = soort === 'WMO315' ? wmo315 : wmo317;
  return { ...Header, Afzender: AANBIEDER, Ontvanger: GEMEENTE, BerichtIdentificatie: { Identificatie: `V${teller}`, Dagtekening: dagtekening } };
}
function aanvraag(bsn: string, producten: Partial<WMO315.AangevraagdProduct>[], dagtekening = '2025-05-19'): Berichten['WMO315'] {
  const voorbeeld = wmo315.Client.AangevraagdeProducten[0] as WMO315.AangevraagdProduct;
  return { Header: kop('WMO315', dagtekening), Client: { ...wmo315.Client, Bsn: bsn, AangevraagdeProducten: producten.map((p) => ({ ...voorbeeld, ...p })) } };
}
function wijziging(bsn: string, verzoek: Omit<WMO317.Verzoek, 'RedenVerzoek'>, dagtekening = '2025-05-19'): Berichten['WMO317'] {
  return { Header: kop('WMO317', dagtekening), Client: { Bsn: bsn, Verzoek: { RedenVerzoek: '1', ...verzoek } } };
}
async function verzoek(referentie: string, status: string): Promise<Verzoekregel> {
  let gevonden: Verzoekregel | undefined;
  await expect.poll(async () => {
    const { items } = await gateway.haal<{ items: Verzoekregel[] }>(`/v1/verzoeken?gemeente=${GEMEENTE}&limiet=200`);
    gevonden = items.find((v) => v.referentieAanbieder === referentie);
    return gevonden?.status === status && (status !== 'onderhanden' || gevonden.wachtOp.length > 0);
  }, { timeout: 15_000 }).toBe(true);
  return gevonden as Verzoekregel;
}
async function laatste<B extends 'WMO301' | 'WMO319'>(soort: B): Promise<Berichten[B]> {
  const { items: [bericht] } = await gateway.haal<{ items: Resource[] }>(`/v1/berichten?berichtsoort=${soort}&limiet=1`);
  const xml = await fetch(`${gateway.adres}/v1/berichten/${bericht?.id}/xml`);
  expect(bericht?.status).toBe('goedgekeurd');
  return leesBericht(soort, new Uint8Array(await xml.arrayBuffer()));
}
const kort = (p: WMO301.ToegewezenProduct) => [
  p.Product?.Code, p.Ingangsdatum, p.Einddatum, p.Omvang?.Volume, p.RedenWijziging ?? null, p.ReferentieAanbieder ?? null];
const besluit = (id: string, body: unknown): Promise<Response> => post(`/v1/verzoeken/${id}/besluit`, body);

describe('WMO315, per product', () => {
  it('door beleid toegewezen, met de referentie alleen op het nieuwe product', async () => {
    const bsn = bsns[0] as string;
    await wijsToe(bsn, [product('02A01', [3, '04', '2'], '2025-03-01', '2025-12-31')]);
    const bericht = aanvraag(bsn, [{ ReferentieAanbieder: 'A-1', Product: { Categorie: '07', Code: '07A01' },
      ToewijzingIngangsdatum: '2025-06-01', ToewijzingEinddatum: '2025-12-31', Omvang: { Volume: 5, Eenheid: '16', Frequentie: '2' } }]);
    expect((await gateway.lever('WMO315', bericht)).antwoord?.berichtsoort).toBe('WMO316');
    await verzoek('A-1', 'toegewezen');
    const { Client: { ToegewezenProducten } } = await laatste('WMO301');
    expect(ToegewezenProducten.map(kort)).toEqual([
      ['02A01', '2025-03-01', '2025-12-31', 3, null, null], ['07A01', '2025-06-01', '2025-12-31', 5, null, 'A-1']]);
  });

  it('door beleid afgewezen met de reden van de regel, en een ander product van hetzelfde bericht in onderzoek', async () => {
    const bsn = bsns[1] as string;
    await wijsToe(bsn, [product('02A01', [3, '04', '2'], '2025-03-01', '2025-12-31')]);
    await gateway.lever('WMO315', aanvraag(bsn, [
      { ReferentieAanbieder: 'B-1', Product: { Categorie: '07', Code: '07A01' }, ToewijzingIngangsdatum: '2025-06-01', ToewijzingEinddatum: '2025-12-31',
        Omvang: { Volume: 6, Eenheid: '16', Frequentie: '2' } },
      { ReferentieAanbieder: 'B-2', Product: { Categorie: '08', Code: '08A01' }, ToewijzingIngangsdatum: '2025-06-01', ToewijzingEinddatum: '2025-12-31',
        Omvang: { Volume: 1, Eenheid: '84', Frequentie: '2' } }]));
    await verzoek('B-1', 'afgewezen');
    const onderzoek = await verzoek('B-2', 'in-onderzoek');
    const { items } = await gateway.haal<{ items: Resource[] }>('/v1/berichten?berichtsoort=WMO319&limiet=2');
    const antwoorden = await Promise.all(items.map(async ({ id }) =>
      leesBericht('WMO319', new Uint8Array(await (await fetch(`${gateway.adres}/v1/berichten/${id}/xml`)).arrayBuffer())).Antwoord));
    expect(antwoorden).toEqual(expect.arrayContaining([
      { ReferentieAanbieder: 'B-1', VerzoekAntwoord: '1', RedenAfwijzingVerzoek: '4' }, { ReferentieAanbieder: 'B-2', VerzoekAntwoord: '2' }]));

    const nogmaals = await besluit(onderzoek.id, { besluit: 'onderzoek' });
    expect(nogmaals.status).toBe(409);
    expect((await nogmaals.json() as { code: string }).code).toBe('besluit-niet-mogelijk');
    expect((await besluit(onderzoek.id, { besluit: 'toewijzen' })).status).toBe(200);
    await verzoek('B-2', 'toegewezen');
    expect((await besluit(onderzoek.id, { besluit: 'afwijzen', redenAfwijzing: '7' })).status).toBe(409);
  });

  it('wacht op een medewerker, met de reden; een onbekende client vraagt om gegevens', async () => {
    const bsn = bsns[2] as string;
    await gateway.lever('WMO315', aanvraag(bsn, [{ ReferentieAanbieder: 'C-1', Product: { Categorie: '02', Code: '02A01' },
      ToewijzingIngangsdatum: '2025-06-01', ToewijzingEinddatum: '2025-12-31', Omvang: { Volume: 3, Eenheid: '04', Frequentie: '2' } }]));
    const wacht = await verzoek('C-1', 'onderhanden');
    expect(wacht.wachtOp.join()).toMatch(/gegevens van de cliënt/);
    expect((await besluit(wacht.id, { besluit: 'toewijzen' })).status).toBe(422);
    expect((await besluit(wacht.id, { besluit: 'afwijzen' })).status).toBe(400);
    const gegeven = await besluit(wacht.id, { besluit: 'toewijzen', client });
    expect(gegeven.status).toBe(200);
    expect((await gegeven.json() as { bericht: Resource }).bericht).toMatchObject({ berichtsoort: 'WMO301', status: 'goedgekeurd' });
  });

  it('een onbekend verzoek is er niet', async () => {
    expect((await besluit('00000000-0000-4000-8000-000000000000', { besluit: 'onderzoek' })).status).toBe(404);
  });
});

describe('WMO317, als geheel', () => {
  it('IV092 voorbeeld 1: product vervangen, één ongewijzigd', async () => {
    const bsn = bsns[3] as string;
    const [b1, c1] = await wijsToe(bsn, [
      product('02A01', [3, '04', '2'], '2025-03-01', '2026-12-31'), product('03A01', [80, '04', '6'], '2025-03-01', '2025-12-31')]);
    await gateway.lever('WMO317', wijziging(bsn, {
      ReferentieAanbieder: 'W-1', OngewijzigdeProducten: [{ ToewijzingNummer: c1 as number }],
      TeWijzigenProducten: [{ ToewijzingNummer: b1 as number, GewensteIngangsdatum: '2025-03-01', Einddatum: '2025-08-31',
        Omvang: { Volume: 3, Eenheid: '04', Frequentie: '2' } }],
      NieuweProducten: [{ Product: { Categorie: '02', Code: '02A02' }, GewensteIngangsdatum: '2025-09-01', Einddatum: '2026-12-31',
        Omvang: { Volume: 6, Eenheid: '04', Frequentie: '2' } }],
    }));
    await verzoek('W-1', 'toegewezen');
    expect((await laatste('WMO301')).Client.ToegewezenProducten.map(kort)).toEqual([
      ['02A01', '2025-03-01', '2025-08-31', 3, '12', 'W-1'], ['03A01', '2025-03-01', '2025-12-31', 80, null, 'W-1'],
      ['02A02', '2025-09-01', '2026-12-31', 6, null, 'W-1']]);
  });

  it('IV092 voorbeeld 2a: verhogen en verlengen sluit en opent, alleen verlengen past aan', async () => {
    const bsn = bsns[4] as string;
    const [a1, c1] = await wijsToe(bsn, [
      product('02A01', [3, '04', '2'], '2025-03-01', '2025-12-31'), product('06A01', [4, '16', '4'], '2025-03-01', '2025-12-31')]);
    await gateway.lever('WMO317', wijziging(bsn, {
      ReferentieAanbieder: 'W-2', TeWijzigenProducten: [
        { ToewijzingNummer: a1 as number, GewensteIngangsdatum: '2025-11-01', Einddatum: '2026-07-01', Omvang: { Volume: 5, Eenheid: '04', Frequentie: '2' } },
        { ToewijzingNummer: c1 as number, GewensteIngangsdatum: '2025-03-01', Einddatum: '2026-07-01', Omvang: { Volume: 4, Eenheid: '16', Frequentie: '4' } }],
    }));
    await verzoek('W-2', 'toegewezen');
    expect((await laatste('WMO301')).Client.ToegewezenProducten.map(kort)).toEqual([
      ['02A01', '2025-03-01', '2025-10-31', 3, '12', 'W-2'], ['06A01', '2025-03-01', '2026-07-01', 4, '12', 'W-2'],
      ['02A01', '2025-11-01', '2026-07-01', 5, null, 'W-2']]);
  });

  it('IV092 voorbeeld 2b: een aansluitende periode van hetzelfde product is een nieuw product', async () => {
    const bsn = bsns[5] as string;
    const [a1, c1] = await wijsToe(bsn, [
      product('02A01', [3, '04', '2'], '2025-03-01', '2025-12-31'), product('06A01', [4, '16', '4'], '2025-03-01', '2025-12-31')]);
    await gateway.lever('WMO317', wijziging(bsn, {
      ReferentieAanbieder: 'W-3', OngewijzigdeProducten: [{ ToewijzingNummer: c1 as number }],
      TeWijzigenProducten: [{ ToewijzingNummer: a1 as number, GewensteIngangsdatum: '2025-11-01', Einddatum: '2026-07-01',
        Omvang: { Volume: 5, Eenheid: '04', Frequentie: '2' } }],
      NieuweProducten: [{ Product: { Categorie: '06', Code: '06A01' }, GewensteIngangsdatum: '2026-01-01', Einddatum: '2026-07-01',
        Omvang: { Volume: 2, Eenheid: '16', Frequentie: '4' } }],
    }));
    await verzoek('W-3', 'toegewezen');
    expect((await laatste('WMO301')).Client.ToegewezenProducten.map(kort)).toEqual([
      ['02A01', '2025-03-01', '2025-10-31', 3, '12', 'W-3'], ['06A01', '2025-03-01', '2025-12-31', 4, null, 'W-3'],
      ['02A01', '2025-11-01', '2026-07-01', 5, null, 'W-3'], ['06A01', '2026-01-01', '2026-07-01', 2, null, 'W-3']]);
  });

  it('IV093 voorbeeld 1: verlengen past aan, een hoger volume sluit en opent', async () => {
    const bsn = bsns[6] as string;
    const [e, f] = await wijsToe(bsn, [
      product('02A01', [4, '04', '2'], '2025-01-01', '2025-12-31'), product('03A01', [3, '04', '2'], '2025-01-01', '2025-12-31')]);
    await gateway.lever('WMO317', wijziging(bsn, {
      ReferentieAanbieder: 'A001', TeWijzigenProducten: [
        { ToewijzingNummer: e as number, GewensteIngangsdatum: '2025-01-01', Einddatum: '2026-06-30', Omvang: { Volume: 4, Eenheid: '04', Frequentie: '2' } },
        { ToewijzingNummer: f as number, GewensteIngangsdatum: '2025-06-12', Einddatum: '2025-12-31', Omvang: { Volume: 6, Eenheid: '04', Frequentie: '2' } }],
    }));
    await verzoek('A001', 'toegewezen');
    expect((await laatste('WMO301')).Client.ToegewezenProducten.map(kort)).toEqual([
      ['02A01', '2025-01-01', '2026-06-30', 4, '12', 'A001'], ['03A01', '2025-01-01', '2025-06-11', 3, '12', 'A001'],
      ['03A01', '2025-06-12', '2025-12-31', 6, null, 'A001']]);
  });

  it('IV093 met verschoven datums: wat voorbij is wacht op een medewerker, die een latere datum kiest', async () => {
    const bsn = bsns[7] as string;
    const [a, b] = await wijsToe(bsn, [
      product('03A01', [2, '04', '2'], '2025-01-01', '2025-12-31'), product('02A01', [3, '04', '2'], '2025-01-01', '2025-12-31')]);
    await gateway.lever('WMO317', wijziging(bsn, {
      ReferentieAanbieder: 'W-5', OngewijzigdeProducten: [{ ToewijzingNummer: a as number }],
      TeWijzigenProducten: [{ ToewijzingNummer: b as number, GewensteIngangsdatum: '2025-01-01', Einddatum: '2025-05-15',
        Omvang: { Volume: 3, Eenheid: '04', Frequentie: '2' } }],
      NieuweProducten: [{ Product: { Categorie: '02', Code: '02A02' }, GewensteIngangsdatum: '2025-05-16', Einddatum: '2025-12-31',
        Omvang: { Volume: 3, Eenheid: '04', Frequentie: '2' } }],
    }, '2025-04-15'));
    const wacht = await verzoek('W-5', 'onderhanden');
    expect(wacht.wachtOp.join()).toMatch(/voorbij/);
    expect((await besluit(wacht.id, { besluit: 'toewijzen', ingangsdatum: '2025-05-24' })).status).toBe(200);
    expect((await laatste('WMO301')).Client.ToegewezenProducten.map(kort)).toEqual([
      ['03A01', '2025-01-01', '2025-12-31', 2, null, 'W-5'], ['02A01', '2025-01-01', '2025-05-23', 3, '12', 'W-5'],
      ['02A02', '2025-05-24', '2025-12-31', 3, null, 'W-5']]);
  });

  it('één deel dat moet wachten laat het geheel wachten', async () => {
    const bsn = bsns[8] as string;
    const [a] = await wijsToe(bsn, [product('02A01', [3, '04', '2'], '2025-01-01', '2025-12-31')]);
    await gateway.lever('WMO317', wijziging(bsn, {
      ReferentieAanbieder: 'W-6', OngewijzigdeProducten: [{ ToewijzingNummer: a as number }],
      NieuweProducten: [
        { Product: { Categorie: '07', Code: '07A01' }, GewensteIngangsdatum: '2025-06-01', Einddatum: '2025-12-31', Omvang: { Volume: 2, Eenheid: '16', Frequentie: '2' } },
        { Product: { Categorie: '09', Code: '09A01' }, GewensteIngangsdatum: '2025-06-01', Einddatum: '2025-12-31', Omvang: { Volume: 2, Eenheid: '84', Frequentie: '2' } }],
    }));
    expect((await verzoek('W-6', 'onderhanden')).wachtOp).toHaveLength(1);
  });
});

describe('twee besluiten op hetzelfde moment', () => {
  const berichten = async (): Promise<number> => (await Promise.all(['WMO301', 'WMO319'].map(async (soort) =>
    (await gateway.haal<{ items: Resource[] }>(`/v1/berichten?berichtsoort=${soort}&limiet=200`)).items.length))).reduce((som, aantal) => som + aantal, 0);
  const TOEWIJZEN = { besluit: 'toewijzen', client };
  const AFWIJZEN = { besluit: 'afwijzen', redenAfwijzing: '7' };

  it.each([
    [TOEWIJZEN, TOEWIJZEN], [TOEWIJZEN, AFWIJZEN], [AFWIJZEN, AFWIJZEN], [{ besluit: 'onderzoek' }, { besluit: 'onderzoek' }],
  ].map(([een, ander], i) => ({ een, ander, i })))('$een.besluit en $ander.besluit: één telt, en er gaat één bericht uit', async ({ een, ander, i }) => {
    const ReferentieAanbieder = `T-${i}`;
    await gateway.lever('WMO315', aanvraag(bsns.at(-1 - i) as string, [{ ReferentieAanbieder, Product: { Categorie: '09', Code: '09A01' },
      ToewijzingIngangsdatum: '2025-06-01', ToewijzingEinddatum: '2025-12-31', Omvang: { Volume: 2, Eenheid: '84', Frequentie: '2' } }]));
    const { id } = await verzoek(ReferentieAanbieder, 'onderhanden');
    const voor = await berichten();
    const antwoorden = await Promise.all([een, ander, een, ander].map((body) => besluit(id, body)));
    expect(antwoorden.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect(await berichten()).toBe(voor + 1);
  });
});
