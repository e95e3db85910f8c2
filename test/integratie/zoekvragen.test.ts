/** The number of queries per message does not depend on its size. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Berichten, WMO323 } from '../../src/standaard/berichten/gegenereerd/index.js';
import { verwerkPaar } from '../../src/verwerking/beoordelen.js';
import { zoekBericht } from '../../src/verwerking/opslag.js';
import { verseDatabase, type Testdatabase } from '../hulp/database.js';
import { maakPijplijn, type Pijplijn } from '../hulp/pijplijn.js';
import { header, wmo301, wmo305, wmo307, wmo323 } from '../hulp/voorbeelden.js';

const MAXIMUM = 20;
let database: Testdatabase;
let pijplijn: Pijplijn;
beforeAll(async () => {
  database = await verseDatabase();
  pijplijn = maakPijplijn(database.url);
});
afterAll(async () => {
  await pijplijn?.sluit();
  await database?.verwijder();
});

/** Statements that one assessment sends, begin and commit included. Counts on the driver itself, which keeps doing its work. */
async function tel(id: string): Promise<number> {
  const echt = pg.Client.prototype.query;
  let aantal = 0;
  pg.Client.prototype.query = function (this: pg.Client, ...argumenten: unknown[]) {
    aantal++;
    return (echt as (...a: unknown[]) => unknown).apply(this, argumenten);
  } as typeof echt;
  try {
    await verwerkPaar(pijplijn.beoordelaar, id);
  } finally {
    pg.Client.prototype.query = echt;
  }
  return aantal;
}

const product = wmo301.Client.ToegewezenProducten[0] as Berichten['WMO301']['Client']['ToegewezenProducten'][0];
const start = wmo305.Client.StartProducten[0] as Berichten['WMO305']['Client']['StartProducten'][0];
const stop = wmo307.Client.StopProducten[0] as Berichten['WMO307']['Client']['StopProducten'][0];
const prestatie = wmo323.Declaratie.Clienten[0]?.Prestaties[0] as WMO323.Prestatie;
const nummers = (n: number, vanaf: number): number[] => Array.from({ length: n }, (_, i) => vanaf + i);
/** Categories 11 to 14 may overlap, so that one message can hold very many products. */
const Product = { Categorie: '11' as const, Code: '11A01' };

const berichten: { readonly [B in 'WMO301' | 'WMO305' | 'WMO307' | 'WMO323']: (n: number, vanaf: number) => Berichten[B] } = {
  WMO301: (n, vanaf) => ({
    Header: header('WMO301', `T${vanaf}`),
    Client: { ...wmo301.Client, ToegewezenProducten: nummers(n, vanaf).map((ToewijzingNummer) => ({ ...product, Product, ToewijzingNummer })) },
  }),
  WMO305: (n, vanaf) => ({
    Header: header('WMO305', `S${vanaf}`, '2026-03-05'),
    Client: { ...wmo305.Client, StartProducten: nummers(n, vanaf).map((ToewijzingNummer) => ({ ...start, Product, ToewijzingNummer })) },
  }),
  WMO307: (n, vanaf) => ({
    Header: header('WMO307', `P${vanaf}`, '2026-06-05'),
    Client: { ...wmo307.Client, StopProducten: nummers(n, vanaf).map((ToewijzingNummer) => ({ ...stop, Product, ToewijzingNummer })) },
  }),
  WMO323: (n, vanaf) => ({
    Header: header('WMO323', `D${vanaf}`, '2026-04-03'),
    Declaratie: {
      ...wmo323.Declaratie, DeclaratieNummer: `DN${vanaf}`, TotaalIngediendBedrag: { TotaalBedrag: 60_000 * n, DebetCredit: 'D' },
      Clienten: [{ Bsn: wmo301.Client.Bsn, Prestaties: nummers(n, vanaf).map((ToewijzingNummer) => ({
        ...prestatie, ToewijzingNummer, ProductCategorie: '11' as const, ProductCode: '11A01',
        ProductReferentie: { ReferentieNummer: `RN${ToewijzingNummer}` } })) }],
    },
  }),
};

describe('aantal zoekvragen per bericht', () => {
  // A client that the register does not know yet costs one statement more, once.
  beforeAll(async () => { await pijplijn.lever('WMO301', berichten.WMO301(1, 900_000)); });

  it.each(Object.keys(berichten) as (keyof typeof berichten)[])('%s: voor 1 en voor 1.000 producten gelijk, en hooguit 20', async (soort) => {
    const aantallen: number[] = [];
    for (const [n, vanaf] of [[1, 1], [1000, 1001]] as const) {
      const id = await pijplijn.bewaar(soort, berichten[soort](n, vanaf) as never);
      aantallen.push(await tel(id));
      expect((await zoekBericht(pijplijn.pool, id))?.bevindingen).toEqual([]);
      expect((await zoekBericht(pijplijn.pool, id))?.status).toBe('goedgekeurd');
    }
    expect(aantallen[0]).toBe(aantallen[1]);
    expect(aantallen[0]).toBeLessThanOrEqual(MAXIMUM);
  });
});
