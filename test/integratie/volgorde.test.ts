/** Messages of one pair, stored and assessed all at once, give the register that handling them one by one in order of storage gives. */
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Berichtsoort } from '../../src/standaard/berichten/berichtsoorten.js';
import type { Berichten, WMO305, WMO307, WMO323 } from '../../src/standaard/berichten/gegenereerd/index.js';
import { leesBericht } from '../../src/standaard/xml/lezen.js';
import { verwerkPaar } from '../../src/verwerking/beoordelen.js';
import { haalInhoud } from '../../src/verwerking/opslag.js';
import { verseDatabase, type Testdatabase } from '../hulp/database.js';
import { maakPijplijn, type Pijplijn } from '../hulp/pijplijn.js';
import { header, wmo301, wmo305, wmo307, wmo323 } from '../hulp/voorbeelden.js';

const opruimen: (() => Promise<void>)[] = [];
/** Closes what a run opened: connections of earlier runs would add up to more than the server allows. */
async function ruimOp(): Promise<void> {
  for (const stap of opruimen.splice(0).reverse()) await stap();
}
afterAll(ruimOp);
async function verse(): Promise<Pijplijn> {
  const database: Testdatabase = await verseDatabase();
  const pijplijn = maakPijplijn(database.url);
  opruimen.push(() => database.verwijder(), () => pijplijn.sluit());
  return pijplijn;
}

const start = wmo305.Client.StartProducten[0] as WMO305.StartProduct;
const stop = wmo307.Client.StopProducten[0] as WMO307.StopProduct;
const prestatie = wmo323.Declaratie.Clienten[0]?.Prestaties[0] as WMO323.Prestatie;
const dag = fc.constantFrom('2026-03-03', '2026-03-04');
const status = fc.constantFrom('1' as const, '1' as const, '3' as const);

type Losse = { readonly [B in 'WMO305' | 'WMO307' | 'WMO323']: { soort: B; maak: (identificatie: string) => Berichten[B] } }['WMO305' | 'WMO307' | 'WMO323'];
const bericht: fc.Arbitrary<Losse> = fc.oneof(
  fc.record({ Begindatum: dag, StatusAanlevering: status }).map((velden): Losse => ({ soort: 'WMO305', maak: (id) => ({
    Header: header('WMO305', id, '2026-06-05'), Client: { ...wmo305.Client, StartProducten: [{ ...start, ...velden }] } }) })),
  fc.record({ Begindatum: dag, StatusAanlevering: status, RedenBeeindiging: fc.constantFrom('19' as const, '20' as const),
    Einddatum: fc.constantFrom('2026-05-30', '2026-05-31') }).map((velden): Losse => ({ soort: 'WMO307', maak: (id) => ({
    Header: header('WMO307', id, '2026-06-05'), Client: { ...wmo307.Client, StopProducten: [{ ...stop, ...velden }] } }) })),
  fc.record({ uren: fc.integer({ min: 1, max: 30 }), credit: fc.option(fc.nat(9), { nil: undefined }) }).map(({ uren, credit }): Losse => ({
    soort: 'WMO323', maak: (id) => ({
      Header: header('WMO323', id, '2026-04-03'),
      Declaratie: {
        ...wmo323.Declaratie, DeclaratieNummer: id, TotaalIngediendBedrag: { TotaalBedrag: uren * 6000, DebetCredit: credit === undefined ? 'D' : 'C' },
        Clienten: [{ Bsn: wmo301.Client.Bsn, Prestaties: [{
          ...prestatie, GeleverdVolume: uren,
          ProductReferentie: { ReferentieNummer: `RN${id}`, ...(credit === undefined ? {} : { VorigReferentieNummer: `RNB${credit}` }) },
          IngediendBedrag: { Bedrag: uren * 6000, DebetCredit: credit === undefined ? 'D' : 'C' } }] }],
      },
    }) })));

/** The register without what differs from run to run. */
async function register({ pool }: Pijplijn): Promise<unknown> {
  const tabellen = [
    'select toewijzing_nummer, begindatum, verwijderd_door is null as actief from start_product order by id',
    'select toewijzing_nummer, begindatum, einddatum, reden_beeindiging, verwijderd_door is null as actief from stop_product order by id',
    `select referentie_nummer, vorig_referentie_nummer, volume, goedgekeurd, gecrediteerd_door is not null as gecrediteerd from prestatie
     order by referentie_nummer`,
    'select declaratie_nummer, ingediend, toegekend from declaratie order by 1',
    `select identificatie, status, jsonb_path_query_array(bevindingen, '$[*].retourcode') as codes from bericht
     where richting = 'inkomend' order by volgnummer`,
  ];
  return Promise.all(tabellen.map(async (sql) => (await pool.query(sql)).rows));
}

describe('volgorde van opslag beslist', () => {
  it('tegelijk en door elkaar geeft hetzelfde register als één voor één', async () => {
    await fc.assert(fc.asyncProperty(fc.array(bericht, { minLength: 6, maxLength: 14 }), async (berichten) => {
      const samen = await verse();
      await samen.lever('WMO301', wmo301);
      const tweede = maakPijplijn(String(samen.pool.options.connectionString));
      const ids = await Promise.all(berichten.map(({ soort, maak }, i) => samen.bewaar(soort, maak(`B${i}`) as never)));
      // Two workers, every message offered to both, all at once.
      await Promise.all(ids.flatMap((id) => [verwerkPaar(samen.beoordelaar, id), verwerkPaar(tweede.beoordelaar, id)]));
      await tweede.sluit();

      const apart = await verse();
      const { rows } = await samen.pool.query<{ id: string; berichtsoort: Berichtsoort }>(
        `select id, berichtsoort from bericht where richting = 'inkomend' order by volgnummer`);
      for (const { id, berichtsoort } of rows) {
        const bytes = await haalInhoud(samen.pool, id) ?? Buffer.alloc(0);
        await apart.lever(berichtsoort, leesBericht(berichtsoort, bytes));
      }
      const [tegelijk, eenVoorEen] = [await register(samen), await register(apart)];
      await ruimOp();
      expect(tegelijk).toEqual(eenVoorEen);
    }), { numRuns: Number(process.env['VOLGORDE_RONDES'] ?? 6) });
  }, 180_000);
});
