/** The lines of the outbox: who holds them, what is counted, and that looking costs the same however much waits. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ZONDER_AANMELDING } from '../../src/platform/aanvrager.js';
import { hercodeer } from '../../src/platform/kluis/hercodeer.js';
import { kluisVan } from '../../src/platform/kluis/kluis.js';
import { maakSleutel, openSleutelbos } from '../../src/platform/kluis/sleutelbos.js';
import { maakSleutelbestand, sleutelsUitBestand } from '../../src/platform/kluis/sleuteldienst.js';
import { leesMigraties, migreer } from '../../src/platform/migraties.js';
import { zetAbonnement } from '../../src/verwerking/bezorgen/abonnementen.js';
import { startBezorging, type Bezorger } from '../../src/verwerking/bezorgen/bezorgen.js';
import type { TeBezorgen, Uitkomst } from '../../src/verwerking/bezorgen/bezorging.js';
import { geheimenVan, laatLijnLos, neemKop, neemLijnen, noteerBezorgd, noteerMislukt } from '../../src/verwerking/bezorgen/lijn.js';
import { lijstBezorgingen, postvakVan } from '../../src/verwerking/bezorgen/postvak.js';
import { verseDatabase, type Testdatabase } from '../hulp/database.js';
import { maakPijplijn, type Pijplijn } from '../hulp/pijplijn.js';
import { header, wmo301 } from '../hulp/voorbeelden.js';

let database: Testdatabase;
let pijplijn: Pijplijn;
const opruimen: (() => Promise<unknown> | void)[] = [];
beforeEach(async () => {
  database = await verseDatabase();
  pijplijn = maakPijplijn(database.url);
});
afterEach(async () => {
  for (const doe of opruimen.splice(0).reverse()) await doe();
  await pijplijn?.sluit();
  await database?.verwijder();
});

let volgnummer = 0;
async function laatKlaarstaan(gemeente: string, aantal: number): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < aantal; i++) {
    const { antwoord } = await pijplijn.lever('WMO301', { ...wmo301, Header: { ...header('WMO301', `L${++volgnummer}`), Afzender: gemeente } });
    ids.push(antwoord?.id ?? '');
  }
  return ids;
}
const GEHEIM = randomBytes(32);
const abonneer = (partij: string): Promise<unknown> =>
  zetAbonnement(pijplijn.pool, ZONDER_AANMELDING, { partij, url: 'https://ontvanger.example/', vorm: 'json' }, GEHEIM, () => GEHEIM);
const rij = async (id: string): Promise<Record<string, unknown> | undefined> =>
  (await pijplijn.pool.query<Record<string, unknown>>('select * from bezorging where bericht_id = $1', [id])).rows[0];

/** Delivers in this process with a sender of one's own, until the test is over. */
function bezorg(verzend: Bezorger['verzend'], geteld: string[] = []): void {
  const fouten: unknown[] = [];
  const { stop } = startBezorging({
    pool: pijplijn.pool, verzend, geteld: (uitkomst) => { geteld.push(uitkomst); }, terzijde: () => undefined }, 10, (fout) => { fouten.push(fout); });
  opruimen.push(async () => {
    await stop();
    expect(fouten).toEqual([]);
  });
}

describe('een lijn', () => {
  it('is van één tegelijk: van twee die tegelijk vragen krijgt er een hem, tot die loslaat of zijn tijd om is', async () => {
    await laatKlaarstaan('0363', 1);
    await abonneer('0363');
    const { pool } = pijplijn;
    const vragers = Array.from({ length: 6 }, () => randomUUID());
    const gekregen = await Promise.all(vragers.map(async (houder) => ({ houder, lijnen: await neemLijnen(pool, houder, 8) })));
    const [eerste, ...anderen] = gekregen.filter(({ lijnen }) => lijnen.length > 0);
    expect([eerste?.lijnen, anderen]).toEqual([['0363'], []]);
    const ander = randomUUID();
    expect(await neemKop(pool, ander, '0363')).toBeUndefined();
    await laatLijnLos(pool, ander, '0363');
    expect(await neemLijnen(pool, ander, 8)).toEqual([]);
    await laatLijnLos(pool, eerste?.houder ?? '', '0363');
    expect(await neemLijnen(pool, ander, 8)).toEqual(['0363']);
    await pool.query('update abonnement set bezet_tot = now()');
    expect(await neemLijnen(pool, randomUUID(), 8)).toEqual(['0363']);
  });

  it('is er niet zonder abonnement, zonder bericht, of voor de tijd van de volgende poging', async () => {
    const [id = ''] = await laatKlaarstaan('0363', 1);
    const { pool } = pijplijn;
    expect(await neemLijnen(pool, randomUUID(), 8)).toEqual([]);
    await abonneer('0014');
    expect(await neemLijnen(pool, randomUUID(), 8)).toEqual([]);
    await abonneer('0363');
    await pool.query(`update bezorging set volgende_poging_op = now() + interval '1 hour' where bericht_id = $1`, [id]);
    expect(await neemLijnen(pool, randomUUID(), 8)).toEqual([]);
    await pool.query('update abonnement set uit_op = now()');
    await pool.query('update bezorging set volgende_poging_op = null');
    expect(await neemLijnen(pool, randomUUID(), 8)).toEqual([]);
  });

  it('wie hem kwijt is, schrijft geen mislukking meer op, maar wel dat iets aankwam', async () => {
    const [id = ''] = await laatKlaarstaan('0363', 1);
    await abonneer('0363');
    const { pool } = pijplijn;
    const [oud, nieuw] = [randomUUID(), randomUUID()];
    await neemLijnen(pool, oud, 1);
    const poging = await neemKop(pool, oud, '0363');
    await pool.query('update abonnement set bezet_tot = now()');
    await neemLijnen(pool, nieuw, 1);
    expect(await noteerMislukt(pool, oud, poging?.nummer ?? 0, 'http-500', 1)).toBe(false);
    expect(await rij(id)).toMatchObject({ laatste_fout: null, volgende_poging_op: null, pogingen: 1 });
    await noteerBezorgd(pool, poging?.nummer ?? 0);
    expect(await rij(id)).toMatchObject({ bezorgd_via: 'webhook' });
    expect(await neemKop(pool, nieuw, '0363')).toBeUndefined();
  });

  it('vinden kost evenveel lezen bij twintigduizend wachtende berichten als bij tien', async () => {
    await laatKlaarstaan('0363', 10);
    await abonneer('0363');
    const { pool } = pijplijn;
    /** Blocks of the outbox that one look reads. */
    const gelezen = async (): Promise<number> => {
      await pool.query('vacuum analyze bezorging');
      const stand = async (): Promise<number> => {
        const { rows } = await pool.query<{ n: number }>(
          `select (heap_blks_hit + heap_blks_read + idx_blks_hit + idx_blks_read)::int as n from pg_statio_user_tables where relname = 'bezorging'`);
        return rows[0]?.n ?? 0;
      };
      const client = await pool.connect();
      try {
        await client.query('select pg_stat_force_next_flush()');
        const vooraf = await stand();
        const houder = randomUUID();
        expect(await neemLijnen(client, houder, 8)).toEqual(['0363']);
        await laatLijnLos(client, houder, '0363');
        await client.query('select pg_stat_force_next_flush()');
        await client.query('select 1');
        return await stand() - vooraf;
      } finally {
        client.release();
      }
    };
    const weinig = await gelezen();
    // Fault messages, which this webhook does not take, wait in front of everything else.
    await pool.query('update bezorging set bezorgd_op = now()');
    await pool.query(`with fout as (
        insert into stuf_foutbericht (richting, partij, referentienummer, cross_refnummer, code, plek, inhoud, aangemaakt_op)
        select 'uitgaand', '0363', gen_random_uuid(), gen_random_uuid(), 'StUF055', 'client', '<x/>', now() from generate_series(1, 20000) returning id)
      select count(*) from fout`);
    await pool.query(`with nieuw as (
        insert into bericht (id, berichtsoort, richting, gemeente, aanbieder, afzender, ontvanger, identificatie, dagtekening, status, hash, omvang, client, ontvangen_op)
        select gen_random_uuid(), 'WMO302', 'uitgaand', '0363', '65656055', '0363', '65656055', 'X', '2026-01-01', 'klaargezet', '', 1, 'proef', now()
        from generate_series(1, 20000) returning id)
      insert into bezorging (bericht_id, partij, aangemaakt_op) select id, '0363', now() from nieuw`);
    const veel = await gelezen();
    expect(veel).toBeLessThan(weinig + 20);
    expect(veel).toBeGreaterThan(0);
  });
});

describe('bezorgen', () => {
  it('gaat bij hooguit acht partijen tegelijk, en bij elke partij om de beurt', async () => {
    const partijen = ['0014', '0034', '0037', '0047', '0050', '0059', '0060', '0061', '0072', '0074', '0080'];
    const ids = new Map<string, string[]>();
    for (const partij of partijen) ids.set(partij, await laatKlaarstaan(partij, 2));
    const onderweg = new Set<string>();
    let meeste = 0;
    const verstuurd: string[] = [];
    let laatGaan = (): void => undefined;
    const vol = new Promise<void>((klaar) => { laatGaan = klaar; });
    const verzend = async ({ afzender: partij, id }: TeBezorgen): Promise<Uitkomst> => {
      expect(onderweg.has(partij)).toBe(false);
      onderweg.add(partij);
      meeste = Math.max(meeste, onderweg.size);
      // The first eight hold on until they are eight, and a little longer: a ninth would show.
      if (onderweg.size === 8) setTimeout(laatGaan, 100);
      await vol;
      onderweg.delete(partij);
      verstuurd.push(id);
      return { soort: 'bezorgd' };
    };
    for (const partij of partijen) await abonneer(partij);
    bezorg(verzend);
    await expect.poll(() => verstuurd.length, { timeout: 20_000, interval: 20 }).toBe(22);
    for (const [partij, eigen] of ids) expect(verstuurd.filter((id) => eigen.includes(id)), partij).toEqual(eigen);
    expect(meeste).toBe(8);
  });

  it('van wat niet te openen is, is een mislukte poging, en houdt niet op met wachten', async () => {
    const [eerste = '', tweede = ''] = await laatKlaarstaan('0363', 2);
    await pijplijn.pool.query(`update bericht_inhoud set codering = 'gzip', inhoud = 'stuk' where bericht_id = $1`, [eerste]);
    await pijplijn.pool.query('delete from bericht_inhoud where bericht_id = $1', [tweede]);
    await abonneer('0363');
    const [verstuurd, geteld]: [string[], string[]] = [[], []];
    bezorg(async ({ id }) => {
      verstuurd.push(id);
      return { soort: 'bezorgd' };
    }, geteld);
    const fout = async (id: string): Promise<unknown> => (await rij(id))?.['laatste_fout'];
    await expect.poll(() => fout(eerste), { timeout: 20_000, interval: 20 }).toBe('inhoud-onleesbaar');
    await pijplijn.pool.query(`update bezorging set eerste_poging_op = now() - interval '4 days', volgende_poging_op = now() where bericht_id = $1`, [eerste]);
    await expect.poll(() => fout(tweede), { timeout: 20_000, interval: 20 }).toBe('inhoud-onleesbaar');
    expect([await rij(eerste), await rij(tweede)]).toMatchObject([{ terzijde_op: expect.any(Date) as Date, pogingen: 2 }, { terzijde_op: null, pogingen: 1 }]);
    expect([verstuurd, geteld]).toEqual([[], ['inhoud-onleesbaar', 'terzijde', 'inhoud-onleesbaar']]);
    expect((await postvakVan(pijplijn.pool, '0363', 10)).items.map(({ id }) => id)).toEqual([eerste, tweede]);
  });

  it('een abonnement opnieuw zetten begint opnieuw met proberen', async () => {
    const [id = ''] = await laatKlaarstaan('0363', 1);
    await abonneer('0363');
    await pijplijn.pool.query(`update bezorging set pogingen = 9, eerste_poging_op = now() - interval '71 hours', volgende_poging_op = now() + interval '1 hour'`);
    await abonneer('0363');
    expect(await rij(id)).toMatchObject({ pogingen: 0, eerste_poging_op: null, volgende_poging_op: null });
  });
});

describe('een foutbericht dat al klaarstond toen het nog niet werd bezorgd', () => {
  it('staat na de migratie in de rij; wat bezorgd was, blijft bezorgd', async () => {
    const { pool } = pijplijn;
    const map = mkdtempSync(join(tmpdir(), 'iwmo-migraties-'));
    opruimen.push(() => { rmSync(map, { recursive: true }); });
    for (const { naam, sql } of (await leesMigraties()).filter(({ naam }) => naam < '0018')) writeFileSync(join(map, naam), sql);
    await pool.query('drop schema public cascade; create schema public');
    await migreer(pool, map);
    const fo01 = (cross: string): string => `<StUF:Fo01Bericht xmlns:StUF="urn:x"><StUF:stuurgegevens><StUF:berichtcode>Fo01</StUF:berichtcode><StUF:zender>`
      + `<StUF:organisatie>0363</StUF:organisatie></StUF:zender><StUF:crossRefnummer>${cross}</StUF:crossRefnummer></StUF:stuurgegevens></StUF:Fo01Bericht>`;
    const [wacht, bezorgd] = [randomUUID(), randomUUID()];
    for (const [nummer, op] of [[bezorgd, new Date()], [wacht, null]] as const) {
      await pool.query(`insert into stuf_foutbericht (richting, partij, referentienummer, cross_refnummer, code, plek, inhoud, aangemaakt_op, bezorgd_op)
        values ('uitgaand', '65656055', $1, $1, 'StUF055', 'client', $2, now(), $3)`, [nummer, fo01(nummer), op]);
    }
    await migreer(pool);
    expect((await postvakVan(pool, '65656055', 10)).items).toMatchObject([
      { id: wacht, berichtsoort: 'Fo01', afzender: '0363', ontvanger: '65656055', fout: { code: 'StUF055', crossRefnummer: wacht }, status: 'wacht' }]);
    expect((await lijstBezorgingen(pool, 'bezorgd', undefined, 10)).items).toMatchObject([{ id: bezorgd, bezorgdVia: 'postvak' }]);
  });
});

describe('het geheim', () => {
  it('gaat mee als de sleutel van de database wisselt', async () => {
    const map = mkdtempSync(join(tmpdir(), 'iwmo-geheim-'));
    opruimen.push(() => { rmSync(map, { recursive: true }); });
    const pad = join(map, 'sleutels.json');
    maakSleutelbestand(pad, 'een');
    const dienst = sleutelsUitBestand(pad);
    const bos = await openSleutelbos(pijplijn.pool, dienst);
    opruimen.push(() => { bos.sluit(); });
    await abonneer('0363');
    const sleutels = async (): Promise<number[]> =>
      (await pijplijn.pool.query<{ sleutel: number }>('select sleutel from abonnement_geheim')).rows.map(({ sleutel }) => sleutel);
    const [voor] = await sleutels();
    await maakSleutel(pijplijn.pool, dienst, 'inhoud');
    await pijplijn.pool.query('update sleutel set actief_vanaf = now()');
    const nieuw = await openSleutelbos(pijplijn.pool, dienst);
    opruimen.push(() => { nieuw.sluit(); });
    await hercodeer(pijplijn.pool);
    const [na] = await sleutels();
    expect([typeof voor, na === voor]).toEqual(['number', false]);
    expect(na).toBe(kluisVan(pijplijn.pool).verzegel(Buffer.alloc(0), '').sleutel);
    expect((await geheimenVan(pijplijn.pool, '0363')).map((een) => een.equals(GEHEIM))).toEqual([true]);
  });
});
