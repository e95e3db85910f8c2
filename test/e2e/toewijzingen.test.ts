/** What a municipality allocates, over HTTP: the WMO301 that comes out, the numbers, and what is refused without a trace. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WMO301 } from '../../src/standaard/berichten/gegenereerd/index.js';
import { leesBericht } from '../../src/standaard/xml/lezen.js';
import { verseDatabase, type Testdatabase } from '../hulp/database.js';
import { startInHuis } from '../hulp/huis.js';
import { Aansluiting, type Dienst, type Resource } from '../hulp/server.js';

let database: Testdatabase;
let server: Dienst;
let gateway: Aansluiting;
beforeAll(async () => {
  database = await verseDatabase();
  server = await startInHuis({ DATABASE_URL: database.url, VANDAAG: '2026-02-10' });
  gateway = new Aansluiting(server.adres);
});
afterAll(async () => {
  await server?.stop();
  await database?.verwijder();
});

interface Gemaakt { bericht: Resource; toewijzingen: { toewijzingNummer: number; ingangsdatum: string; einddatum?: string }[] }
interface Document { code: string; fouten: { regel: string; pad: string; melding: string }[] }

const post = (pad: string, body: unknown): Promise<Response> => fetch(gateway.adres + pad, {
  method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
const client = {
  Geboortedatum: { Datum: '1967-08-13' }, Geslacht: '1', Naam: { Geslachtsnaam: { Achternaam: 'Vos' }, NaamGebruik: '1' },
  Contactgegevens: [{ Soort: '01', Adres: { Huis: { Huisnummer: 10 }, Postcode: '1234AB', LandCode: 'NL' } }],
};
const basis = { gemeente: '0268', aanbieder: '65656055', bsn: '999900006' };
const nieuw = (velden: Record<string, unknown> = {}) => ({
  actie: 'nieuw', product: { categorie: '15', code: '15N11' }, ingangsdatum: '2026-02-01', einddatum: '2026-12-31',
  omvang: { volume: 7, eenheid: '14', frequentie: '2' }, ...velden });
async function wijsToe(body: unknown): Promise<Gemaakt> {
  const antwoord = await post('/v1/toewijzingen', body);
  if (antwoord.status !== 201) throw new Error(`${antwoord.status}: ${await antwoord.text()}`);
  return await antwoord.json() as Gemaakt;
}
async function geweigerd(body: unknown): Promise<Document> {
  const antwoord = await post('/v1/toewijzingen', body);
  expect(antwoord.status).toBe(422);
  const document = await antwoord.json() as Document;
  expect(document.code).toBe('toewijzing-ongeldig');
  return document;
}
async function producten({ bericht }: Gemaakt): Promise<readonly WMO301.ToegewezenProduct[]> {
  const xml = await fetch(`${gateway.adres}/v1/berichten/${bericht.id}/xml`);
  return leesBericht('WMO301', new Uint8Array(await xml.arrayBuffer())).Client.ToegewezenProducten;
}
const aantalBerichten = async (): Promise<number> => (await gateway.haal<{ items: unknown[] }>('/v1/berichten?limiet=200')).items.length;

describe('toewijzen', () => {
  let eerste: Gemaakt;
  it('nieuw: een WMO301 die goedgekeurd de deur uit gaat en met een WMO302 wordt beantwoord', async () => {
    eerste = await wijsToe({ ...basis, client, producten: [nieuw()] });
    expect(eerste.bericht).toMatchObject({ berichtsoort: 'WMO301', richting: 'uitgaand', status: 'goedgekeurd', afzender: '0268', ontvanger: '65656055' });
    expect(eerste.bericht.antwoord?.berichtsoort).toBe('WMO302');
    const [product] = await producten(eerste);
    expect(product).toMatchObject({ ToewijzingNummer: eerste.toewijzingen[0]?.toewijzingNummer, Toewijzingsdatum: '2026-02-10', Ingangsdatum: '2026-02-01' });
    expect(product?.RedenWijziging).toBeUndefined();
    expect(product?.ReferentieAanbieder).toBeUndefined();
  });

  it('een tweede product: het bericht toont ook wat er al liep, ongewijzigd (OP087); de client hoeft niet opnieuw', async () => {
    const tweede = await wijsToe({ ...basis, producten: [nieuw({ product: { categorie: '07', code: '07A03' }, omvang: { volume: 5, eenheid: '16', frequentie: '2' } })] });
    const [oud, erbij] = await producten(tweede);
    expect(oud).toEqual((await producten(eerste))[0]);
    expect(erbij?.ToewijzingNummer).toBe((oud?.ToewijzingNummer ?? 0) + 1);
  });

  it('verlengen en inkorten: hetzelfde nummer, RedenWijziging 04 en 05', async () => {
    const toewijzingNummer = eerste.toewijzingen[0]?.toewijzingNummer;
    for (const [actie, einddatum, reden] of [['verlengen', '2027-01-31', '04'], ['inkorten', '2026-11-30', '05']]) {
      const gemaakt = await wijsToe({ ...basis, producten: [{ actie, toewijzingNummer, einddatum }] });
      const lijst = await producten(gemaakt);
      expect(lijst.find((p) => p.ToewijzingNummer === toewijzingNummer)).toMatchObject({ Einddatum: einddatum, RedenWijziging: reden });
      expect(lijst.filter((p) => p.RedenWijziging !== undefined)).toHaveLength(1);
    }
  });

  it('een ander volume per week: de oude eindigt de dag ervoor, een nieuwe begint (OP257)', async () => {
    const toewijzingNummer = eerste.toewijzingen[0]?.toewijzingNummer;
    const gemaakt = await wijsToe({ ...basis, producten: [
      { actie: 'wijzigen', toewijzingNummer, ingangsdatum: '2026-04-01', omvang: { volume: 5, eenheid: '14', frequentie: '2' } }] });
    expect(gemaakt.toewijzingen.map(({ ingangsdatum, einddatum }) => [ingangsdatum, einddatum]))
      .toEqual([['2026-02-01', '2026-03-31'], ['2026-04-01', '2026-11-30']]);
    const lijst = await producten(gemaakt);
    expect(lijst.map((p) => p.RedenWijziging)).toEqual(['05', undefined, undefined]);
  });

  it('verwijderen: einde op de ingangsdatum met reden 13, en daarna staat zij in geen bericht meer', async () => {
    const { toewijzingen: [los] } = await wijsToe({ ...basis, producten: [nieuw({ product: { categorie: '08', code: '08A03' }, ingangsdatum: '2026-05-01' })] });
    const weg = await wijsToe({ ...basis, producten: [{ actie: 'verwijderen', toewijzingNummer: los?.toewijzingNummer }] });
    expect((await producten(weg)).find((p) => p.ToewijzingNummer === los?.toewijzingNummer))
      .toMatchObject({ Einddatum: '2026-05-01', Ingangsdatum: '2026-05-01', RedenWijziging: '13' });
    const later = await wijsToe({ ...basis, producten: [nieuw({ product: { categorie: '09', code: '09A03' } })] });
    expect((await producten(later)).map((p) => p.ToewijzingNummer)).not.toContain(los?.toewijzingNummer);
  });

  it('geeft tegelijk nooit hetzelfde nummer uit: acht aanbieders, vier clienten, opdrachten voor een en voor twee producten', async () => {
    const clienten = ['999900018', '999900031', '999900043', '999900055'];
    const gemaakt = await Promise.all(Array.from({ length: 32 }, (_, i) => wijsToe({
      ...basis, aanbieder: String(65_650_000 + i % 8), bsn: clienten[Math.floor(i / 8)], client, producten: [
        nieuw(), ...(i % 2 === 0 ? [] : [nieuw({ product: { categorie: '07', code: '07A03' }, omvang: { volume: 5, eenheid: '16', frequentie: '2' } })])] })));
    const nummers = gemaakt.flatMap((een) => een.toewijzingen.map(({ toewijzingNummer }) => toewijzingNummer));
    expect(nummers).toHaveLength(48);
    expect(new Set(nummers).size).toBe(48);
    const { items } = await (await post('/v1/toewijzingen/zoek', { gemeente: basis.gemeente, bsn: clienten[0] })).json() as { items: { toewijzingNummer: number }[] };
    expect(items.map(({ toewijzingNummer }) => toewijzingNummer).sort((a, b) => a - b))
      .toEqual(gemaakt.slice(0, 8).flatMap((een) => een.toewijzingen.map(({ toewijzingNummer }) => toewijzingNummer)).sort((a, b) => a - b));
  });
});

describe('wat niet kan laat niets achter', () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ['overlap met wat al loopt', { producten: [nieuw()] }, ['TR302']],
    ['einde voor het begin', { producten: [nieuw({ product: { categorie: '10', code: '10A03' }, einddatum: '2026-01-01' })] }, ['CS003']],
    ['budget zonder einde', { producten: [{ actie: 'nieuw', product: { categorie: '10' }, ingangsdatum: '2026-03-01', budget: 100 }] }, ['CD075']],
    ['onbekende toewijzing', { producten: [{ actie: 'verwijderen', toewijzingNummer: 987654 }] }, ['OP033x1']],
    ['wijziging die niets wijzigt', { producten: [{ actie: 'wijzigen', toewijzingNummer: 2 }] }, ['IV099']],
    ['bsn', { bsn: '999900007', producten: [nieuw()] }, ['CS002']],
    ['onbekende client zonder gegevens', { bsn: '999900067', producten: [nieuw()] }, ['client']],
    ['gemeente die niet bestaat', { gemeente: '9999', client, producten: [nieuw()] }, ['TR378']],
    ['client met een vreemd element', { client: { ...client, Bsn: '1' }, producten: [nieuw()] }, ['']],
    ['client die niet aan het schema voldoet', { client: { ...client, Geslacht: '7' }, producten: [nieuw({ product: { categorie: '10' }, omvang: undefined, einddatum: '2026-12-31', budget: 5 })] }, ['xsd-ongeldig']],
  ])('%s', async (_naam, velden, regels) => {
    const voor = await aantalBerichten();
    const { fouten } = await geweigerd({ ...basis, ...velden });
    expect(fouten.map(({ regel }) => regel ?? '')).toEqual(regels);
    expect(await aantalBerichten()).toBe(voor);
  });

  it('onleesbare opdrachten zijn een 400 met de plaats', async () => {
    for (const body of [{}, { ...basis, producten: [] }, { ...basis, producten: [{ actie: 'iets' }] }, { ...basis, gemeente: 'Nijmegen', producten: [nieuw()] }]) {
      const antwoord = await post('/v1/toewijzingen', body);
      expect(antwoord.status).toBe(400);
      expect((await antwoord.json() as Document).code).toBe('ongeldige-aanvraag');
    }
    const kapot = await fetch(`${gateway.adres}/v1/toewijzingen`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{' });
    expect(kapot.status).toBe(400);
  });
});

describe('zoeken', () => {
  it('vindt op bsn in de inhoud, met versies, en noemt het bsn niet', async () => {
    const antwoord = await post('/v1/toewijzingen/zoek', { gemeente: '0268', aanbieder: '65656055', bsn: '999900006' });
    const { items } = await antwoord.json() as { items: { toewijzingNummer: number; versies: unknown[]; gedeclareerd: unknown; resterend: unknown }[] };
    expect(items.length).toBeGreaterThan(3);
    expect(items[0]?.versies.length).toBeGreaterThan(3);
    expect(items[0]).toMatchObject({ gedeclareerd: { volume: 0, bedrag: 0 }, resterend: { volume: expect.any(Number) as number } });
    expect(JSON.stringify(items)).not.toContain('999900006');
  });
});

describe('zonder bsn in de vraag', () => {
  const nummerVan = async (plaats = 0): Promise<number> => {
    const { items } = await (await post('/v1/toewijzingen/zoek', { gemeente: '0268', bsn: '999900006', aanbieder: '65656055' })).json() as { items: { toewijzingNummer: number }[] };
    return items.at(plaats)?.toewijzingNummer ?? 0;
  };

  it('clientVan staat voor het bsn, bij zoeken, bij het voorbeeld en bij de opdracht zelf; het voorbeeld slaat niets op', async () => {
    const clientVan = await nummerVan();
    const { bsn: _, ...zonder } = basis;
    const gezocht = await (await post('/v1/toewijzingen/zoek', { gemeente: '0268', clientVan })).json() as { items: unknown[]; client: unknown };
    const opBsn = await (await post('/v1/toewijzingen/zoek', { gemeente: '0268', bsn: '999900006' })).json() as { items: unknown[] };
    expect(gezocht).toEqual(opBsn);
    expect(gezocht.client).toEqual({ bsnGemaskeerd: '•••••0006' });
    const opdracht = { ...zonder, clientVan, producten: [nieuw({ product: { categorie: '07', code: '07A05' }, omvang: { volume: 3, eenheid: '16', frequentie: '2' } })] };
    const voor = await aantalBerichten();
    const voorbeeld = await post('/v1/toewijzingen/voorbeeld', opdracht);
    const tekst = await voorbeeld.text();
    expect([voorbeeld.status, tekst.includes('999900006'), tekst.includes('Vos')]).toEqual([200, false, false]);
    expect(await aantalBerichten()).toBe(voor);
    const gemaakt = await producten(await wijsToe(opdracht));
    const getoond = JSON.parse(tekst) as { berichtsoort: string; geraakt: number[]; producten: { ToewijzingNummer: number }[] };
    expect(getoond.berichtsoort).toBe('WMO301');
    expect(getoond.producten.map(({ ToewijzingNummer }) => ToewijzingNummer)).toEqual(gemaakt.map(({ ToewijzingNummer }) => ToewijzingNummer));
    expect(getoond.geraakt).toEqual([gemaakt.at(-1)?.ToewijzingNummer]);
  });

  it('een nummer van een ander, allebei of geen van beide: geweigerd', async () => {
    const clientVan = await nummerVan();
    const { bsn: _, ...zonder } = basis;
    for (const velden of [{ ...zonder, aanbieder: '11111111', clientVan }, { ...zonder, clientVan: 999_999_999 }, { ...basis, clientVan }]) {
      expect((await geweigerd({ ...velden, producten: [nieuw()] })).fouten.map(({ pad }) => pad)).toEqual(['/clientVan']);
    }
    expect((await post('/v1/toewijzingen', { ...zonder, producten: [nieuw()] })).status).toBe(400);
  });

  it('het bsn met een reden: niet met een te korte, en niet met een bsn erin', async () => {
    const vraag = { gemeente: '0268', toewijzingNummer: await nummerVan() };
    const reden = async (tekst?: string): Promise<[number, unknown]> => {
      const antwoord = await post('/v1/toewijzingen/client', { ...vraag, ...(tekst === undefined ? {} : { reden: tekst }) });
      return [antwoord.status, await antwoord.json()];
    };
    for (const tekst of [undefined, '', 'abc', '          ', 'over 999900006', 'over 9999.00.006 en 12', 'bel 0201234 zaak 9999 00006']) expect((await reden(tekst))[0], tekst).toBe(400);
    expect(await reden('vraag van de client, zaak Z-2026-17')).toEqual([200, { bsn: '999900006' }]);
  });

  it('perioden: 400 en 404 waar het hoort, met hooguit zo veel maanden als gevraagd', async () => {
    // The one that was made last, and so is as it was made.
    const nummer = await nummerVan(-1);
    const perioden = async (vraag: string, welk = nummer): Promise<Response> => fetch(`${gateway.adres}/v1/toewijzingen/0268/${welk}/perioden${vraag}`);
    for (const vraag of ['?tot=2026-13', '?tot=gisteren', '?limiet=0', '?limiet=61', '?iets=1']) expect((await perioden(vraag)).status, vraag).toBe(400);
    expect((await perioden('', 999_999_999)).status).toBe(404);
    expect((await fetch(`${gateway.adres}/v1/toewijzingen/0268/abc/perioden`)).status).toBe(404);
    const { perioden: gekregen, eerder, later } = await (await perioden('?tot=2026-05&limiet=2')).json() as {
      perioden: { begindatum: string; maximum: number }[]; eerder: string; later: string };
    expect([gekregen.map(({ begindatum }) => begindatum), eerder, later]).toEqual([['2026-04-01', '2026-05-01'], '2026-03', '2026-07']);
  });
});
