/** What the lists of money and signals ask of the database: few statements, and never the whole register. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zaai } from '../../scripts/zaai.mjs';
import { lijstBetaalregels } from '../../src/gemeente/betaalregels.js';
import { lijstBijdragen } from '../../src/gemeente/eigenBijdrage.js';
import { openProductie } from '../../src/gemeente/productie.js';
import { lijstSignalen } from '../../src/gemeente/signalen.js';
import { openPool, type Pool } from '../../src/platform/database.js';
import { maakBeleid, maakRegiobeleid } from '../../src/regio/beleid.js';
import { verseDatabase, type Testdatabase } from '../hulp/database.js';

let database: Testdatabase;
let pool: Pool;
beforeAll(async () => {
  database = await verseDatabase();
  await zaai(database.url, { toewijzingen: 12_000, prestaties: 120_000 });
  pool = openPool(database.url, 2);
  // A start for every allocation, each in a message of its own, and a stop for some.
  await pool.query(
    `with t as (select *, gen_random_uuid() as id from toewijzing),
     b as (
       insert into bericht (id, berichtsoort, richting, gemeente, aanbieder, afzender, ontvanger, identificatie, dagtekening, status, hash, omvang,
         client, ontvangen_op)
       select id, 'WMO305', 'inkomend', gemeente, aanbieder, aanbieder, gemeente, id::text, '2025-01-05', 'goedgekeurd', '', 0, 'zaai',
         timestamptz '2025-01-05' + toewijzing_nummer * interval '1 minute' from t)
     insert into start_product (gemeente, aanbieder, persoon, toewijzing_nummer, categorie, code, begindatum, bericht_id)
     select gemeente, aanbieder, persoon, toewijzing_nummer, categorie, code, '2025-01-02', id from t`);
  await pool.query(
    `insert into stop_product (gemeente, aanbieder, persoon, toewijzing_nummer, categorie, code, begindatum, einddatum, reden_beeindiging, bericht_id)
     select gemeente, aanbieder, persoon, toewijzing_nummer, categorie, code, begindatum, '2025-06-30', '19', bericht_id from start_product`);
  await pool.query('analyze');
});
afterAll(async () => {
  await pool?.end();
  await database?.verwijder();
});

const GEMEENTE = '9007';
const MAAND = { gemeente: GEMEENTE, vanaf: '2025-03-01', tot: '2025-04-01' };
const route = { via: ['toegang' as const], dan: 'toewijzen' as const };
/** Asks for everything that a policy can ask for. Its gemeente is one that only the seed knows. */
const beleid = maakBeleid([maakRegiobeleid('zaai.yaml', {
  regio: 'Zaai', gemeenten: [GEMEENTE], groepen: [{ code: 'licht' }, { code: 'zwaar' }],
  producten: [{ code: '02A03', categorie: '02', groep: 'licht' }, { code: '02A04', categorie: '02', groep: 'zwaar' }],
  schalen: [{ groepen: ['licht', 'zwaar'], opTussenGroepen: route, afTussenGroepen: route, binnenGroepMet315: 'uit' }],
  betaling: [{ regel: 'alles', startVereist: true, indienenBinnenMaanden: 3, totaalbudget: true }],
  voorwaarden: [
    { regel: 'niet-samen', soort: 'nietSamen', voor: ['02A03'], met: ['02A04'], toets: ['declaratie'], anders: { uitkomst: 'wachten' } }],
  signalen: [
    { signaal: 'mix', soort: 'mix', deel: ['02A03'], geheel: ['02A03', '02A04'], meet: 'bedrag', hoogstens: 60 },
    { signaal: 'jaar', soort: 'jaarmaximum', voor: ['02A03'], per: 'client', maximum: 36, eenheid: '04' }],
})]);

interface Vraag { readonly tekst: string; readonly waarden: unknown[] }

/** The statements that something sends, seen on the driver itself, which keeps doing its work. */
async function vragenVan(werk: () => Promise<unknown>): Promise<Vraag[]> {
  const echt = pg.Client.prototype.query;
  const vragen: Vraag[] = [];
  pg.Client.prototype.query = function (this: pg.Client, ...argumenten: unknown[]) {
    const [tekst, waarden] = argumenten as [string, unknown[] | undefined];
    if (/^(select|with|declare)/.test(tekst)) vragen.push({ tekst, waarden: Array.isArray(waarden) ? waarden : [] });
    return (echt as (...a: unknown[]) => unknown).apply(this, argumenten);
  } as typeof echt;
  try {
    await werk();
  } finally {
    pg.Client.prototype.query = echt;
  }
  return vragen;
}

interface Plan { 'Node Type': string; 'Relation Name'?: string; 'Index Name'?: string; Plans?: Plan[] }
const knopen = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(knopen)];
/** Tables that statements read from beginning to end, and indexes that they use. */
async function gelezen(vragen: readonly Vraag[]): Promise<{ helemaal: string[]; viaIndex: string[] }> {
  const plannen: Plan[] = [];
  for (const { tekst, waarden } of vragen) {
    const { rows } = await pool.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(`explain (format json) ${tekst}`, waarden);
    plannen.push(...rows.flatMap((rij) => knopen(rij['QUERY PLAN'][0].Plan)));
  }
  return {
    helemaal: plannen.filter((knoop) => knoop['Node Type'] === 'Seq Scan').map((knoop) => knoop['Relation Name'] ?? ''),
    viaIndex: plannen.flatMap((knoop) => knoop['Index Name'] ?? []),
  };
}

const betaalregels = async (limiet: number): Promise<number> => {
  const eerste = await lijstBetaalregels(pool, beleid, MAAND, limiet);
  return eerste.items.length;
};
const bijdragen = async (limiet: number): Promise<number> =>
  (await lijstBijdragen(pool, GEMEENTE, new Date('2025-01-10T00:00:00Z'), limiet)).items.length;
const signalen = async (limiet: number): Promise<number> => (await lijstSignalen(pool, beleid, MAAND, limiet)).items.length;
const productie = async (): Promise<number> => {
  let aantal = 0;
  for await (const deel of await openProductie(pool, beleid, { ...MAAND, per: new Set(['product', 'aanbieder', 'maand']) })) aantal += deel.length;
  return aantal;
};

describe('geldlijsten', () => {
  it.each<[string, (limiet: number) => Promise<number>, number, string[]]>([
    ['betaalregels', betaalregels, 2, ['prestatie_geld', 'prestatie_open_debet']],
    ['eigen bijdrage', bijdragen, 3, ['bericht_levering', 'start_product_bericht', 'stop_product_bericht']],
    // The seed lies in one year, and a yearly maximum looks at all of it: any index by gemeente will do.
    ['signalen', signalen, 1, []],
    ['productie', productie, 2, ['prestatie_geld', 'toewijzing_ingang']],
  ])('%s: hooguit %i vragen per bladzijde, langs de index die ervoor is', async (_naam, lijst, hoogstens, indexen) => {
    const aantallen: number[] = [];
    for (const limiet of [2, 200]) {
      let gevonden = 0;
      const vragen = await vragenVan(async () => { gevonden = await lijst(limiet); });
      expect(gevonden).toBeGreaterThan(limiet === 2 ? 1 : 9);
      aantallen.push(vragen.length);
      const { helemaal, viaIndex } = await gelezen(vragen);
      expect(helemaal).toEqual([]);
      expect(viaIndex).toEqual(expect.arrayContaining(indexen));
    }
    expect(aantallen[0]).toBe(aantallen[1]);
    expect(aantallen[0]).toBeLessThanOrEqual(hoogstens);
  });

  it('ook verderop in de lijst wordt alleen de bladzijde gelezen', async () => {
    const { volgende } = await lijstBetaalregels(pool, beleid, MAAND, 300);
    const verder = await lijstBijdragen(pool, GEMEENTE, undefined, 300);
    const vragen = await vragenVan(async () => {
      await lijstBetaalregels(pool, beleid, MAAND, 50, volgende);
      await lijstBijdragen(pool, GEMEENTE, undefined, 50, verder.volgende);
    });
    expect(vragen).toHaveLength(5);
    expect(await gelezen(vragen)).toEqual({
      helemaal: [], viaIndex: expect.arrayContaining(['prestatie_geld', 'bericht_levering']) as unknown });
  });
});
