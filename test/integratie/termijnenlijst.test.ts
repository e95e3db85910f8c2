/** Lists of terms: where each stands on a day, page by page, and by which index they are found. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  leesCursor, lijstTermijnen, lijstvraag, openSoorten, schrijfCursor, telTermijnen, type Termijn, type Termijnfilter,
} from '../../src/gemeente/termijnenlijst.js';
import { TERMIJNSTATUSSEN, type Termijnstatus } from '../../src/gemeente/termijnsoorten.js';
import { datumNaarSql, type Pool } from '../../src/platform/database.js';
import { plusDagen } from '../../src/standaard/datum.js';
import { metPool } from '../hulp/database.js';

let pool: Pool;
metPool((een) => { pool = een; });

interface Gemaakt {
  readonly gemeente: string; readonly vervaldatum: string; readonly gesloten: string | null; readonly naam: string;
}

async function vul(termijnen: readonly Gemaakt[]): Promise<void> {
  await pool.query('delete from termijn');
  await pool.query(
    `insert into termijn
       (gemeente, aanbieder, onderwerp, soort, bron, partij, gevolg, start, vervaldatum, gesloten_op)
     select r.gemeente, '65656055', r.naam, 'proef', 'beleid', 'gemeente', 'besluit', '2026-01-01', r.vervaldatum,
       r.gesloten
     from json_to_recordset($1) as r (gemeente text, vervaldatum date, gesloten date, naam text)`,
    [JSON.stringify(termijnen)]);
}

/** Every page of a list. */
async function blader(
  gemeente: string, status: Termijnstatus | undefined, vandaag: string, limiet: number,
): Promise<Termijn[]> {
  const alles: Termijn[] = [];
  for (let cursor: string | undefined, eerste = true; eerste || cursor !== undefined; eerste = false) {
    const { items, volgende } = await lijstTermijnen(
      pool, gemeente, status, vandaag, limiet, cursor === undefined ? undefined : leesCursor(cursor));
    expect(items.length).toBeLessThanOrEqual(limiet);
    if (volgende !== undefined) expect(items).toHaveLength(limiet);
    alles.push(...items);
    cursor = volgende === undefined ? undefined : schrijfCursor(volgende);
  }
  return alles;
}

const dag = fc.integer({ min: 0, max: 20 }).map((n) => plusDagen('2026-02-20', n));

describe('lijst van termijnen', () => {
  it('elke termijn staat op elke dag in precies één status, en bladeren laat niets weg', async () => {
    const termijn = fc.record({
      gemeente: fc.constantFrom('0363', '0268'), vervaldatum: dag, gesloten: fc.option(dag) });
    const lijsten = fc.array(termijn, { maxLength: 25 });
    const limieten = fc.integer({ min: 1, max: 7 });
    await fc.assert(fc.asyncProperty(lijsten, dag, limieten, async (lijst, vandaag, limiet) => {
      const termijnen = lijst.map((velden, i): Gemaakt => ({ ...velden, naam: `t${i}` }));
      await vul(termijnen);
      const hoort: Readonly<Record<Termijnstatus, (t: Gemaakt) => boolean>> = {
        open: (t) => t.gesloten === null && vandaag <= t.vervaldatum,
        verlopen: (t) => t.gesloten === null && vandaag > t.vervaldatum,
        gehaald: (t) => t.gesloten !== null && t.gesloten <= t.vervaldatum,
        'te-laat': (t) => t.gesloten !== null && t.gesloten > t.vervaldatum,
      };
      const eigen = termijnen.filter((t) => t.gemeente === '0363');
      for (const status of TERMIJNSTATUSSEN) {
        const gevonden = await blader('0363', status, vandaag, limiet);
        expect(gevonden.map((t) => [t.vervaldatum, t.geslotenOp ?? null, t.status]))
          .toEqual(eigen.filter(hoort[status]).map((t) => [t.vervaldatum, t.gesloten, status])
            .sort(([a], [b]) => String(a).localeCompare(String(b))));
      }
      const alle = await blader('0363', undefined, vandaag, limiet);
      expect(alle.map((t) => t.vervaldatum)).toEqual(eigen.map((t) => t.vervaldatum).sort());
      for (const status of TERMIJNSTATUSSEN) {
        expect(alle.filter((t) => t.status === status)).toHaveLength(eigen.filter(hoort[status]).length);
      }
      // Counted by month they are the same ones.
      const tellingen = await telTermijnen(pool, '0363', vandaag, '2026-02-01', 2);
      for (const status of TERMIJNSTATUSSEN) {
        for (const maand of ['2026-02', '2026-03']) {
          expect(tellingen.find((een) => een.maand === maand && een.status === status)?.aantal ?? 0)
            .toBe(eigen.filter((t) => hoort[status](t) && t.vervaldatum.startsWith(maand)).length);
        }
      }
    }), { numRuns: 40 });
  });

  it('de vervaldatum zelf is nog op tijd', async () => {
    await vul([{ gemeente: '0363', vervaldatum: '2026-03-10', gesloten: null, naam: 'a' }]);
    expect(await blader('0363', 'open', '2026-03-10', 5)).toHaveLength(1);
    expect(await blader('0363', 'verlopen', '2026-03-10', 5)).toEqual([]);
    expect(await blader('0363', 'verlopen', '2026-03-11', 5)).toHaveLength(1);
  });

  it('bladert ook over jaren heen van meer of minder dan vier cijfers', async () => {
    const datums = ['-4712-01-01', '-0044-03-15', '2026-03-10', '12026-03-10', '5874897-12-31', '5874897-12-31'];
    await vul(datums.map((datum, i) =>
      ({ gemeente: '0363', vervaldatum: datumNaarSql(datum), gesloten: null, naam: `t${i}` })));
    expect((await blader('0363', undefined, '2026-03-01', 1)).map((t) => t.vervaldatum)).toEqual(datums);
  });
});

interface Plan { 'Node Type': string; 'Index Name'?: string; 'Index Cond'?: string; Filter?: string; Plans?: Plan[] }
const knopen = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(knopen)];

/** Steps that read no more than they give. */
const GOEDKOOP = new Set(['Limit', 'Index Scan', 'Subquery Scan', 'Merge Append', 'Append', 'Result']);

describe('zoekplan', () => {
  beforeAll(async () => {
    await pool.query('delete from termijn');
    await pool.query(
      `insert into termijn
         (gemeente, aanbieder, onderwerp, soort, bron, partij, gevolg, start, vervaldatum, gesloten_op)
       select '0363', '65656055', 't' || n, 'proef', 'beleid', 'gemeente', 'besluit', date '2026-01-01',
         date '2026-01-01' + n % 300,
         case n % 10 when 0 then date '2026-01-01' when 1 then date '2027-01-01' end
       from generate_series(1, 40000) as n`);
    await pool.query('analyze termijn');
  });

  it.each<[Termijnstatus | undefined, readonly string[]]>([
    ['open', ['termijn_open']], ['verlopen', ['termijn_open']], ['gehaald', ['termijn_gehaald']],
    ['te-laat', ['termijn_te_laat']],
    [undefined, ['termijn_open', 'termijn_gehaald', 'termijn_te_laat']],
  ])('%s: alleen stukken van indexen, zonder sorteren, ook verderop', async (status, indexen) => {
    for (const na of [undefined, { vervaldatum: '2026-05-01', volgnummer: 20_000 }]) {
      const { tekst, waarden } = lijstvraag('0363', status, '2026-06-01', 50, na);
      const { rows } = await pool.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(`explain (format json) ${tekst}`, waarden);
      const plan = knopen((rows[0] as NonNullable<typeof rows[0]>)['QUERY PLAN'][0].Plan);
      const andere = plan.map((knoop) => knoop['Node Type']).filter((soort) => !GOEDKOOP.has(soort));
      expect(andere).toEqual([]);
      expect(plan.flatMap((knoop) => knoop['Index Name'] ?? []).sort()).toEqual([...indexen].sort());
      for (const knoop of plan.filter((k) => k['Node Type'] === 'Index Scan')) {
        expect(knoop['Index Cond']).toMatch(/gemeente/);
        if (status === 'verlopen') expect(knoop['Index Cond']).toMatch(/vervaldatum </);
        if (na !== undefined) expect(knoop['Index Cond']).toMatch(/volgnummer/);
        // Nothing is read and then thrown away.
        expect(knoop.Filter).toBeUndefined();
      }
    }
  });

  it.each<[Termijnstatus, Termijnfilter, string]>([
    ['verlopen', { partij: 'aanbieder' }, 'termijn_open_partij'], ['open', { soort: 'zeldzaam' }, 'termijn_open_soort'],
    ['open', { partij: 'aanbieder', tot: '2026-12-05' }, 'termijn_open_partij'],
  ])('%s, alleen %o: ook wat zeldzaam is wordt gevonden en niet gezocht', async (status, filter, index) => {
    await pool.query(`update termijn set partij = 'aanbieder', soort = 'zeldzaam' where onderwerp in ('t23', 't299')`);
    await pool.query('analyze termijn');
    const { tekst, waarden } = lijstvraag('0363', status, '2026-06-01', 50, undefined, filter);
    const { rows } = await pool.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(`explain (format json) ${tekst}`, waarden);
    const plan = knopen((rows[0] as NonNullable<typeof rows[0]>)['QUERY PLAN'][0].Plan);
    expect(plan.flatMap((knoop) => knoop['Index Name'] ?? [])).toEqual([index]);
    expect(plan.find((knoop) => knoop['Index Name'] !== undefined)?.Filter).toBeUndefined();
    expect(await openSoorten(pool, '0363')).toEqual(['proef', 'zeldzaam']);
  });
});
