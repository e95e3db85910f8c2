/** The demo: the same seed gives the same gemeente, and a database with anything else in it stays as it was. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoOmgeving, maakDemo } from '../../scripts/demo/maken.mjs';
import { maakPlan } from '../../scripts/demo/plan.mjs';
import { openPool } from '../../src/platform/database.js';
import { legeDatabase, verseDatabase, type Testdatabase } from '../hulp/database.js';

const KLEIN = { seed: 'demo', clienten: 20, maanden: 3 };

const map = mkdtempSync(join(tmpdir(), 'iwmo-demo-'));
const databases: Testdatabase[] = [];
afterAll(async () => {
  for (const database of databases) await database.verwijder();
  rmSync(map, { recursive: true, force: true });
});

const maak = (url: string) => maakDemo(demoOmgeving({ DATABASE_URL: url }, map), KLEIN);

async function vraag<R extends object>(url: string, tekst: string): Promise<R[]> {
  const pool = openPool(url, 1);
  try {
    return (await pool.query<R>(tekst)).rows;
  } finally {
    await pool.end();
  }
}

/** All that happened, without the ids that the database gives: the hash is of the message, with its bsn, dates, volumes and numbers. */
const verkeer = (url: string) => vraag<{ berichtsoort: string; status: string; hash: string }>(url,
  `select berichtsoort, richting, afzender, ontvanger, identificatie, dagtekening, status, ontvangen_op, bevindingen::text, encode(hash, 'hex') as hash
   from bericht order by volgnummer`);
const register = (url: string) => vraag(url,
  `select toewijzing_nummer, aanbieder, code, ingangsdatum, einddatum, volume, reden_wijziging from toewijzing order by toewijzing_nummer`);

describe('npm run demo', () => {
  let url = '';
  beforeAll(async () => {
    const database = await legeDatabase();
    databases.push(database);
    ({ url } = database);
    await maak(url);
  });

  test('er is van alles te zien', async () => {
    const [telling] = await vraag(url,
      `select (select count(*) > 0 from bericht where status = 'afgekeurd') as afgekeurd,
         (select count(*) > 0 from bericht where status = 'deels-goedgekeurd') as deels,
         (select count(*) from bericht where status = 'mislukt' and terzijde_op is not null) as mislukt,
         (select count(*) > 0 from verzoek where status = 'onderhanden' and wacht_op <> '{}') as wacht,
         (select count(*) > 0 from termijn where gesloten_op is null and vervaldatum < '2026-07-14') as verlopen,
         (select count(*) > 0 from termijn where gesloten_op is null and vervaldatum >= '2026-07-14') as open,
         (select count(*) > 0 from prestatie where not goedgekeurd) as afgewezen`);
    expect(telling).toMatchObject({ afgekeurd: true, deels: true, mislukt: 1, wacht: true, verlopen: true, open: true, afgewezen: true });
  });

  test('opnieuw maken geeft met dezelfde seed precies dezelfde demonstratie', async () => {
    const [berichten, toewijzingen] = [await verkeer(url), await register(url)];
    expect(berichten.length).toBeGreaterThan(100);
    await maak(url);
    expect(await verkeer(url)).toEqual(berichten);
    expect(await register(url)).toEqual(toewijzingen);
  });

  test('een andere seed geeft een andere', () => {
    const verloop = (seed: string): unknown[] => maakPlan({ ...KLEIN, seed }).events.map(({ dag, soort, client }) => [dag, soort, client?.nummer]);
    expect(verloop('demo')).toEqual(verloop('demo'));
    expect(verloop('andere')).not.toEqual(verloop('demo'));
  });

  test('een database met iets anders erin wordt geweigerd en blijft zoals zij was', async () => {
    const gebruikt = await verseDatabase();
    databases.push(gebruikt);
    const tabellen = `select schemaname, relname, n_live_tup from pg_stat_user_tables order by 1, 2`;
    const vooraf = await vraag(gebruikt.url, tabellen);
    await expect(maak(gebruikt.url)).rejects.toThrow('andere gegevens');
    expect(await vraag(gebruikt.url, tabellen)).toEqual(vooraf);
  });

  test('een demonstratie met iets vreemds ernaast wordt ook geweigerd', async () => {
    const berichten = await verkeer(url);
    await vraag(url, 'create schema anders create table eigen (id integer)');
    await expect(maak(url)).rejects.toThrow('andere gegevens');
    expect(await verkeer(url)).toEqual(berichten);
    await vraag(url, 'drop schema anders cascade');
  });
});
