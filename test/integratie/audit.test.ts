/** The audit trail: chained, never changed, and complete for what the pipeline does. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { GATEWAY, noteer } from '../../src/platform/audit/audit.js';
import { controleerKeten, keten, laatsteAnker, type Anker } from '../../src/platform/audit/keten.js';
import { inTransactie, openPool, type Pool } from '../../src/platform/database.js';
import { verseDatabase, type Testdatabase } from '../hulp/database.js';
import { maakPijplijn, type Pijplijn } from '../hulp/pijplijn.js';
import { wmo301 } from '../hulp/voorbeelden.js';

let database: Testdatabase;
let pool: Pool;
let pijplijn: Pijplijn;
beforeAll(async () => {
  database = await verseDatabase();
  pool = openPool(database.url, 6);
  pijplijn = maakPijplijn(database.url);
});
afterAll(async () => {
  await pijplijn?.sluit();
  await pool?.end();
  await database?.verwijder();
});

const regel = (handeling: string) => ({ handeling, reden: 'proef', resultaat: 'goed' });
const leeg = async (): Promise<void> => { while (await keten(pool) > 0); };

describe('auditspoor', () => {
  it('een regel zonder dader kan niet worden gemaakt, ook niet buiten de code om', async () => {
    await expect(noteer(pool, { client: '' }, regel('x'))).rejects.toThrow('zonder dader');
    await expect(pool.query(`insert into audit_nieuw (client, handeling, reden, resultaat) values ('', 'x', 'y', 'z')`)).rejects.toThrow(/check/);
    await expect(pool.query(`insert into audit_nieuw (handeling, reden, resultaat) values ('x', 'y', 'z')`)).rejects.toThrow(/null/);
  });

  it('hoort bij de transactie: wat niet doorgaat is niet gebeurd', async () => {
    await expect(inTransactie(pool, async (db) => {
      await noteer(db, GATEWAY, regel('niet gebeurd'));
      throw new Error('terug');
    })).rejects.toThrow('terug');
    await leeg();
    expect((await pool.query(`select from audit where handeling = 'niet gebeurd'`)).rowCount).toBe(0);
  });

  it('een bericht laat zien wie het aanleverde, voor wie, en wat de uitkomst was', async () => {
    const { id } = await pijplijn.lever('WMO301', wmo301);
    await leeg();
    const { rows } = await pool.query('select client, namens, handeling, resultaat from audit where object = $1 order by nr', [`berichten ${id}`]);
    expect(rows).toEqual([
      { client: 'proef', namens: wmo301.Header.Afzender, handeling: 'bericht aangeleverd', resultaat: 'opgeslagen' },
      { client: 'gateway', namens: wmo301.Header.Afzender, handeling: 'bericht beoordeeld', resultaat: 'goedgekeurd' }]);
  });

  it('blijft één keten zonder gaten, hoeveel er ook tegelijk schrijven en ketenen', async () => {
    await Promise.all(Array.from({ length: 200 }, async (_, i) => {
      await noteer(pool, GATEWAY, { ...regel(`tegelijk ${i}`), betrokkenen: [i, i + 1] });
      if (i % 20 === 0) await keten(pool);
    }));
    await leeg();
    const oordeel = await controleerKeten(pool, [await laatsteAnker(pool)]);
    expect(oordeel).toMatchObject({ heel: true, van: 1 });
    const { rows: [stand] } = await pool.query<{ aantal: number; hoogste: number }>('select count(*) as aantal, max(nr) as hoogste from audit');
    expect(stand?.aantal).toBe(stand?.hoogste);
    expect((await pool.query(`select from audit where handeling like 'tegelijk %'`)).rowCount).toBe(200);
  });

  it('laat zich niet wijzigen of wissen', async () => {
    await noteer(pool, GATEWAY, regel('nog niet in de keten'));
    for (const opdracht of ['delete from audit_nieuw', `update audit set resultaat = 'fout'`, 'delete from audit', 'truncate audit', `update audit_nieuw set client = 'x'`]) {
      await expect(pool.query(opdracht)).rejects.toThrow('audit:');
    }
    await leeg();
    expect((await pool.query(`select from audit where handeling = 'nog niet in de keten'`)).rowCount).toBe(1);
    expect((await pool.query('select from audit_nieuw')).rowCount).toBe(0);
  });
});

describe('controle van de keten', () => {
  /** Does something to the trail as somebody with the rights of a database owner could, and undoes it. */
  async function knoei(opdracht: string, ankers: readonly Anker[] = []): Promise<Awaited<ReturnType<typeof controleerKeten>>> {
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query('alter table audit disable trigger audit_blijft');
      await client.query(opdracht);
      return await controleerKeten(client, ankers);
    } finally {
      await client.query('rollback');
      client.release();
    }
  }

  it('ziet elke wijziging van elk veld van elke regel', async () => {
    await leeg();
    const { nr: hoogste } = await laatsteAnker(pool);
    const wijzigingen = [`client = 'x' || client`, `namens = coalesce(namens, '') || 'x'`, `handeling = handeling || 'x'`, `object = coalesce(object, '') || 'x'`,
      `betrokkenen = betrokkenen || 7`, `reden = reden || 'x'`, `resultaat = resultaat || 'x'`, `op = op + interval '1 millisecond'`,
      `hash = sha256(hash)`];
    await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: hoogste }), fc.constantFrom(...wijzigingen), async (nr, wijziging) => {
      expect(await knoei(`update audit set ${wijziging} where nr = ${nr}`)).toMatchObject({ heel: false, nr });
    }), { numRuns: 25 });
  });

  it('ziet een weggehaalde regel, en met een anker ook een afgeknipt einde of een herschreven keten', async () => {
    const anker = await laatsteAnker(pool);
    expect(await knoei(`delete from audit where nr = ${anker.nr - 3}`)).toMatchObject({ heel: false, nr: anker.nr - 3, reden: 'ontbreekt' });
    expect(await knoei(`delete from audit where nr = ${anker.nr}`)).toMatchObject({ heel: true });
    expect(await knoei(`delete from audit where nr = ${anker.nr}`, [anker])).toMatchObject({ heel: false, nr: anker.nr });
    expect(await knoei('select 1', [{ ...anker, hash: Buffer.alloc(32, 1) }])).toMatchObject({ heel: false, nr: anker.nr });
  });

  it('ziet dat het oudste weg is zonder dat de bewaartermijn dat zegt, ook met een ouder anker', async () => {
    const anker = await laatsteAnker(pool);
    expect(await knoei('delete from audit where nr < 10', [{ nr: 3, hash: Buffer.alloc(32) }, anker])).toEqual({
      heel: false, nr: 9, reden: 'ontbreekt, en geen bewaartermijn zegt waarom' });
  });
});
