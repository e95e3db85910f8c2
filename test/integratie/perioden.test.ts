/** Claimed against the maximum per month: what the overview says is what the rules do, in a fixed number of queries. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { periodenVan, type Periodenoverzicht } from '../../src/gemeente/perioden.js';
import { zoekToewijzingen } from '../../src/gemeente/zoeken.js';
import type { Berichten, WMO323 } from '../../src/standaard/berichten/gegenereerd/index.js';
import { eersteVanMaand, laatsteVanMaand } from '../../src/standaard/datum.js';
import { verseDatabase, type Testdatabase } from '../hulp/database.js';
import { maakPijplijn, type Pijplijn } from '../hulp/pijplijn.js';
import { GEMEENTE, header, wmo301, wmo323 } from '../hulp/voorbeelden.js';

const VANDAAG = '2026-06-30';
const NUMMER = 300201;
let database: Testdatabase;
let pijplijn: Pijplijn;
let volgnummer = 0;

const product = wmo301.Client.ToegewezenProducten[0] as Berichten['WMO301']['Client']['ToegewezenProducten'][0];
const prestatie = wmo323.Declaratie.Clienten[0]?.Prestaties[0] as WMO323.Prestatie;

/** One claim; gives the rules that it broke. */
async function declareer(velden: Partial<WMO323.Prestatie>, toewijzing = NUMMER): Promise<string[]> {
  volgnummer += 1;
  const een = { ...prestatie, ToewijzingNummer: toewijzing, ProductReferentie: { ReferentieNummer: `R${volgnummer}` }, ...velden };
  const Bedrag = een.GeleverdVolume * (een.ProductTarief ?? 1);
  const { ProductPeriode } = een;
  const { bevindingen } = await pijplijn.lever('WMO323', {
    Header: header('WMO323', `D${volgnummer}`, '2026-12-30'),
    Declaratie: {
      ...wmo323.Declaratie, DeclaratieNummer: `DN${volgnummer}`, TotaalIngediendBedrag: { TotaalBedrag: Bedrag, DebetCredit: 'D' },
      DeclaratieDagtekening: '2026-12-30',
      DeclaratiePeriode: { Begindatum: eersteVanMaand(ProductPeriode.Begindatum), Einddatum: laatsteVanMaand(ProductPeriode.Begindatum) },
      Clienten: [{ Bsn: wmo301.Client.Bsn, Prestaties: [{ ...een, IngediendBedrag: { Bedrag, DebetCredit: 'D' } }] }],
    },
  });
  return bevindingen.map(({ regel }) => regel);
}
async function overzicht(nummer = NUMMER, extra: Partial<Parameters<typeof periodenVan>[1]> = {}): Promise<Periodenoverzicht> {
  const gevonden = await periodenVan(pijplijn.pool, { gemeente: GEMEENTE, toewijzingNummer: nummer, limiet: 24, ...extra }, VANDAAG);
  if (gevonden === undefined) throw new Error('geen toewijzing');
  return gevonden;
}

beforeAll(async () => {
  database = await verseDatabase();
  pijplijn = maakPijplijn(database.url);
  const { bevindingen } = await pijplijn.lever('WMO301', {
    ...wmo301, Client: { ...wmo301.Client, ToegewezenProducten: [
      product,
      { ...product, ToewijzingNummer: 2, Product: { Categorie: '11' }, Omvang: undefined, Budget: 100_000 },
      { ...product, ToewijzingNummer: 3, Product: { Categorie: '12', Code: '12A01' }, Einddatum: undefined, Omvang: { Volume: 5, Eenheid: '82', Frequentie: '4' } },
    ] as never },
  });
  expect(bevindingen).toEqual([]);
});
afterAll(async () => {
  await pijplijn?.sluit();
  await database?.verwijder();
});

describe('perioden', () => {
  it('alle maanden van de toewijzing, elk met het maximum waarop ook wordt getoetst (TR321)', async () => {
    const { perioden, totaal } = await overzicht();
    expect(perioden.map(({ begindatum, einddatum }) => [begindatum, einddatum]).at(0)).toEqual(['2026-03-01', '2026-03-31']);
    expect([perioden.length, perioden.at(-1)?.einddatum, totaal.maximum]).toEqual([10, '2026-12-31', { volume: 4 * 45 }]);
    const april = perioden[1];
    const ProductPeriode = { Begindatum: april?.begindatum ?? '', Einddatum: april?.einddatum ?? '' };
    const maximum = april?.maximum ?? 0;
    expect(maximum).toBe(4 * 5);
    expect(await declareer({ ProductPeriode, GeleverdVolume: maximum + 1 })).toEqual(['TR321']);
    expect(await declareer({ ProductPeriode, GeleverdVolume: maximum })).toEqual([]);
  });

  it('telt op wat is goedgekeurd, minuten als delen van een uur', async () => {
    expect(await declareer({ ProductPeriode: { Begindatum: '2026-05-01', Einddatum: '2026-05-31' }, GeleverdVolume: 450, Eenheid: '01', ProductTarief: 100 })).toEqual([]);
    const { perioden, totaal } = await overzicht();
    expect(perioden.slice(0, 4).map(({ gedeclareerd: { volume }, aantal }) => [volume, aantal])).toEqual([[0, 0], [20, 1], [7.5, 1], [0, 0]]);
    expect(perioden[2]?.gedeclareerd.bedrag).toBe(45_000);
    const [gezocht] = await zoekToewijzingen(pijplijn.pool, { gemeente: GEMEENTE, toewijzingNummer: NUMMER });
    expect(totaal).toEqual({ gedeclareerd: { volume: 27.5, bedrag: 20 * 6000 + 45_000 }, maximum: { volume: 180 }, resterend: { volume: 152.5 } });
    expect([gezocht?.gedeclareerd, gezocht?.maximum, gezocht?.resterend]).toEqual([totaal.gedeclareerd, totaal.maximum, totaal.resterend]);
  });

  it('een budget: bedragen, alleen een maximum over het geheel, en wat de aanbieder aan producten koos bij elkaar', async () => {
    const juni = { ProductPeriode: { Begindatum: '2026-06-01', Einddatum: '2026-06-30' }, ProductCategorie: '11', GeleverdVolume: 2, Eenheid: '82' } as const;
    for (const ProductCode of ['11A01', '11A02']) expect(await declareer({ ...juni, ProductCode }, 2)).toEqual([]);
    const { perioden, totaal } = await overzicht(2);
    expect(perioden.every(({ maximum, gedeclareerd }) => maximum === undefined && gedeclareerd.volume === undefined)).toBe(true);
    expect([perioden[3]?.gedeclareerd.bedrag, perioden[3]?.aantal]).toEqual([24_000, 2]);
    expect([totaal.maximum, totaal.resterend]).toEqual([{ bedrag: 100_000 }, { bedrag: 76_000 }]);
  });

  it('zonder einddatum: tot en met nu, of tot de laatste declaratie', async () => {
    expect((await overzicht(3)).perioden.map(({ begindatum }) => begindatum)).toEqual(['2026-03-01', '2026-04-01', '2026-05-01', '2026-06-01']);
    expect((await overzicht(3)).totaal.maximum).toBeUndefined();
    expect(await declareer({
      ProductPeriode: { Begindatum: '2026-08-01', Einddatum: '2026-08-31' }, GeleverdVolume: 5, Eenheid: '82', ProductCategorie: '12', ProductCode: '12A01' }, 3)).toEqual([]);
    const { perioden, totaal } = await overzicht(3);
    expect([perioden.at(-1)?.begindatum, totaal.maximum]).toEqual(['2026-08-01', { volume: 30 }]);
  });

  it('na een verkorting: wat erbuiten is gedeclareerd blijft zichtbaar, met 0 als maximum', async () => {
    await pijplijn.lever('WMO301', {
      Header: header('WMO301', 'B0002', '2026-12-30'),
      Client: { ...wmo301.Client, ToegewezenProducten: [{
        ...product, Toewijzingsdatum: '2026-12-01', Einddatum: '2026-04-15', RedenWijziging: '05' }] },
    });
    const { perioden } = await overzicht();
    expect(perioden.map(({ begindatum, einddatum, binnen, maximum, gedeclareerd: { volume } }) => [begindatum, einddatum, binnen, maximum, volume])).toEqual([
      ['2026-03-01', '2026-03-31', true, 24, 0], ['2026-04-01', '2026-04-15', true, 12, 20], ['2026-05-01', '2026-05-31', false, 0, 7.5]]);
  });

  it('ziet alleen wie de toewijzing heeft, en vraagt de database altijd even veel', async () => {
    const vraag = { gemeente: GEMEENTE, toewijzingNummer: NUMMER, limiet: 24 };
    expect(await periodenVan(pijplijn.pool, { ...vraag, aanbieders: ['11111111'] }, VANDAAG)).toBeUndefined();
    expect(await periodenVan(pijplijn.pool, { ...vraag, gemeente: '0268' }, VANDAAG)).toBeUndefined();
    const echt = pg.Client.prototype.query;
    const aantallen: number[] = [];
    for (const limiet of [1, 60]) {
      let aantal = 0;
      pg.Client.prototype.query = function (this: pg.Client, ...argumenten: unknown[]) {
        aantal++;
        return (echt as (...a: unknown[]) => unknown).apply(this, argumenten);
      } as typeof echt;
      try {
        await overzicht(NUMMER, { limiet });
      } finally {
        pg.Client.prototype.query = echt;
      }
      aantallen.push(aantal);
    }
    expect(aantallen).toEqual([2, 2]);
  });
});
