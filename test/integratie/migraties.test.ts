/** From one release to the next beside running processes: what migrations do to a filled database, to others, and to code they have left behind. */
import { createHash, randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { openPool, type Pool } from '../../src/platform/database.js';
import { bewaakVersie, leesMigraties, migreer, MigratieWacht, NieuwereDatabase } from '../../src/platform/migraties.js';
import { schrijfBericht } from '../../src/standaard/xml/schrijven.js';
import { verwerkPaar } from '../../src/verwerking/beoordelen.js';
import { haalInhoud, zoekBericht } from '../../src/verwerking/opslag.js';
import { legeDatabase, verseDatabase } from '../hulp/database.js';
import { maakPijplijn } from '../hulp/pijplijn.js';
import { wmo301, wmo305 } from '../hulp/voorbeelden.js';

const MIGRATIES = fileURLToPath(new URL('../../migrations', import.meta.url));
const opruimen: (() => unknown)[] = [];
afterEach(async () => { for (const doe of opruimen.splice(0).reverse()) await doe(); });

async function open(maak: typeof legeDatabase): Promise<{ url: string; pool: Pool }> {
  const database = await maak();
  const pool = openPool(database.url, 6);
  opruimen.push(() => database.verwijder(), () => pool.end());
  return { url: database.url, pool };
}

/** A folder with the first `aantal` migrations, and with some of one's own after them. */
function map(aantal: number, ...eigen: readonly string[]): string {
  const pad = mkdtempSync(join(tmpdir(), 'iwmo-migraties-'));
  opruimen.push(() => { rmSync(pad, { recursive: true }); });
  cpSync(MIGRATIES, pad, { recursive: true, filter: (bron) => !/\d{4}_[^/]*\.sql$/.test(bron) || Number(/(\d{4})_[^/]*$/.exec(bron)?.[1]) <= aantal });
  for (const [i, sql] of eigen.entries()) writeFileSync(join(pad, `${String(aantal + i + 1).padStart(4, '0')}_proef.sql`), sql);
  return pad;
}

const ALLE = (await leesMigraties()).length;
const [GEMEENTE, AANBIEDER, BSN] = [wmo301.Header.Afzender, wmo301.Header.Ontvanger, wmo301.Client.Bsn];

/** Takes a message in, asks about it and refuses another, in the words that an API has used since the first state. */
async function alsOudeApi(pool: Pool, soort: 'WMO301' | 'WMO305', bytes: Buffer): Promise<string> {
  const id = randomUUID();
  const hash = createHash('sha256').update(bytes).digest();
  const [afzender, ontvanger] = soort === 'WMO301' ? [GEMEENTE, AANBIEDER] : [AANBIEDER, GEMEENTE];
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`insert into idempotentie as i (client, sleutel, hash, aangemaakt_op) values ('oud', $1, $2, now())
      on conflict (client, sleutel) do update set hash = excluded.hash where i.bericht_id is null and i.hash = excluded.hash`, [`sleutel ${id}`, hash]);
    await client.query(
      `with slot as materialized (select pg_advisory_xact_lock(hashtextextended($3::text || '|' || $4::text, 1))),
         nieuw as (
           insert into bericht (id, berichtsoort, gemeente, aanbieder, afzender, ontvanger, identificatie, dagtekening, hash, omvang, client,
             ontvangen_op, richting, status)
           select $1::uuid, $2::text, $3::text, $4::text, $5::text, $6::text, $7::text, '2026-01-01', $8::bytea, $9::int, 'oud', now(), 'inkomend',
             'ontvangen' from slot returning id)
       insert into bericht_inhoud (bericht_id, codering, inhoud) select id, $10, $11 from nieuw`,
      [id, soort, GEMEENTE, AANBIEDER, afzender, ontvanger, id.slice(0, 12), hash, bytes.length, 'gzip', gzipSync(bytes)]);
    await client.query(`update idempotentie set bericht_id = $2 where client = 'oud' and sleutel = $1`, [`sleutel ${id}`, id]);
    await client.query('commit');
  } catch (fout) {
    await client.query('rollback');
    throw fout;
  } finally {
    client.release();
  }
  await pool.query(`insert into weigering (geweigerd_op, client, omvang, berichtsoort, reden) values (now(), 'oud', 1, null, 'niet-welgevormd')`);
  const { rows } = await pool.query(
    { name: 'oud_zoek_bericht', text: 'select b.id, b.status, a.id as antwoord_id from bericht b left join bericht a on a.antwoord_op = b.id where b.id = $1', values: [id] });
  expect(rows).toEqual([{ id, status: 'ontvangen', antwoord_id: null }]);
  return id;
}

/** Rows as the code of migration 3 left them: an allocation with its start, a request, a claim with one line. */
async function vul(pool: Pool): Promise<string> {
  const [product] = wmo301.Client.ToegewezenProducten;
  const bericht = await alsOudeApi(pool, 'WMO301', schrijfBericht('WMO301', wmo301));
  await pool.query(`update bericht set status = 'goedgekeurd', beoordeeld_op = now() where id = $1`, [bericht]);
  await pool.query(`insert into toewijzing (gemeente, toewijzing_nummer, aanbieder, bsn, categorie, code, ingangsdatum, toewijzingsdatum, toewijzingstijd, bericht_id)
    values ($1, $2, $3, $4, $5, $6, $7, $7, '12:00:00', $8)`,
  [GEMEENTE, product?.ToewijzingNummer, AANBIEDER, BSN, product?.Product?.Categorie, product?.Product?.Code, product?.Ingangsdatum, bericht]);
  await pool.query(`insert into toewijzing_versie (gemeente, toewijzing_nummer, toewijzingsdatum, toewijzingstijd, bericht_id)
    values ($1, $2, '2026-01-01', '12:00:00', $3)`, [GEMEENTE, product?.ToewijzingNummer, bericht]);
  await pool.query(`insert into start_product (gemeente, aanbieder, bsn, toewijzing_nummer, begindatum, bericht_id) values ($1, $2, '999900018', 7, '2026-02-01', $3)`,
    [GEMEENTE, AANBIEDER, bericht]);
  await pool.query(`insert into stop_product (gemeente, aanbieder, bsn, toewijzing_nummer, begindatum, einddatum, reden_beeindiging, bericht_id)
    values ($1, $2, '999900018', 7, '2026-02-01', '2026-03-01', '01', $3)`, [GEMEENTE, AANBIEDER, bericht]);
  await pool.query(`insert into verzoek (gemeente, aanbieder, referentie_aanbieder, bsn, berichtsoort, volgorde, ingangsdatums, status, bericht_id)
    values ($1, $2, 'R1', $3, 'WMO315', 1, '{2026-02-01}', 'afgewezen', $4)`, [GEMEENTE, AANBIEDER, BSN, bericht]);
  await pool.query(`insert into declaratie values ($1, $2, 'D1', '2026-01-01', '2026-01-31', 100, 100, $3)`, [GEMEENTE, AANBIEDER, bericht]);
  await pool.query(`insert into prestatie (gemeente, aanbieder, referentie_nummer, bsn, toewijzing_nummer, categorie, code, begindatum, einddatum, volume,
    eenheid, bedrag, debet_credit, goedgekeurd, bericht_id) values ($1, $2, 'P1', '999900031', 7, '11', '11A01', '2026-01-01', '2026-01-31', 1, '01', 100, 'D', true, $3)`,
  [GEMEENTE, AANBIEDER, bericht]);
  return bericht;
}

describe('van stap tot stap op een gevulde database', () => {
  it('bij elke migratie vanaf 0003 blijft de API van daarvoor aannemen, en de nieuwe code handelt alles af', async () => {
    const { url, pool } = await open(legeDatabase);
    expect(await migreer(pool, map(3))).toHaveLength(3);
    const eerste = await vul(pool);
    // Rejected before there was a way in by code.
    await pool.query(`update bericht set bevindingen = '[{"retourcode": "9056"}, {"regel": "IV001"}, {"retourcode": "9056"}]' where id = $1`, [eerste]);
    const aangenomen: string[] = [];
    const start = schrijfBericht('WMO305', wmo305);
    for (let stap = 4; stap <= ALLE; stap++) {
      if (stap === 8) {
        await pool.query(`insert into vooraankondiging (gemeente, aanbieder, bsn, toewijzing_nummer, richting, categorie, vanaf, toelichting, ingediend_op)
          select gemeente, aanbieder, bsn, toewijzing_nummer, 'op', '11', '2026-03-01', 'in eigen woorden', '2026-02-01' from toewijzing`);
      }
      // Beside it, as often as there is time for; the last of them with the migration behind it.
      let klaar = false;
      const intussen = (async () => {
        for (let laatste = false; !laatste;) {
          laatste = klaar;
          aangenomen.push(await alsOudeApi(pool, 'WMO305', start));
        }
      })();
      expect(await migreer(pool, map(stap))).toHaveLength(1);
      klaar = true;
      await intussen;
    }
    expect(aangenomen.length).toBeGreaterThanOrEqual(ALLE - 3);
    const wachtte = (await pool.query('select 1 from wachtend')).rowCount;
    const pijplijn = maakPijplijn(url);
    opruimen.push(() => pijplijn.sluit());
    for (let verder = true, n = 0; verder; n++) ({ verder } = await verwerkPaar(pijplijn.beoordelaar, aangenomen[n] ?? ''));
    const statussen = await Promise.all(aangenomen.map(async (id) => (await zoekBericht(pool, id))?.status));
    // One start on the allocation of the first state; whatever says the same again is a repetition.
    expect([statussen[0], ...new Set(statussen.slice(1))]).toEqual(['goedgekeurd', 'afgekeurd']);
    const { rows: codes } = await pool.query<{ bericht_id: string; retourcode: string }>('select bericht_id, retourcode from bericht_retourcode order by volgnummer, retourcode');
    expect(codes[0]).toEqual({ bericht_id: eerste, retourcode: '9056' });
    expect(new Set(codes.slice(1).map((een) => een.bericht_id))).toEqual(new Set(aangenomen.slice(1)));
    expect(await haalInhoud(pool, eerste)).toEqual(schrijfBericht('WMO301', wmo301));
    // Counted from what was there before; the allocation waited until the first of these starts.
    expect((await pool.query('select maand, code, volume::int, bedrag::int, regels::int from productie_maand')).rows)
      .toEqual([{ maand: '2026-01-01', code: '11A01', volume: 1, bedrag: 100, regels: 1 }]);
    expect(wachtte).toBe(1);
    expect((await pool.query('select 1 from wachtend')).rowCount).toBe(0);
    const { rows } = await pool.query<{ bsn: string }>(`select convert_from(bsn, 'UTF8') as bsn from persoon order by 1`);
    expect(rows.map(({ bsn }) => bsn)).toEqual([BSN, '999900018', '999900031']);
    expect((await pool.query(`select convert_from(toelichting_inhoud, 'UTF8') as tekst from vooraankondiging`)).rows).toEqual([{ tekst: 'in eigen woorden' }]);
  });
});

describe('sommen van wat er al was (0026)', () => {
  it('tellen niet mee wat de bewaartermijn wegneemt terwijl er wordt geteld', async () => {
    const { pool } = await open(legeDatabase);
    await migreer(pool, map(3));
    await vul(pool);
    await migreer(pool, map(25));
    const wisser = await pool.connect();
    let tellen: Promise<unknown> | undefined;
    try {
      await wisser.query('begin');
      expect((await wisser.query('delete from prestatie')).rowCount).toBe(1);
      tellen = migreer(pool, map(26));
      await expect.poll(async () => (await pool.query(
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%cijfers_vul%'`)).rowCount, { timeout: 10_000 }).toBe(1);
      await wisser.query('commit');
    } finally {
      wisser.release();
      await tellen;
    }
    expect((await pool.query('select from productie_maand where regels <> 0')).rowCount).toBe(0);
  });
});

describe('een tabel die in gebruik is', () => {
  async function leesLang(pool: Pool): Promise<() => Promise<void>> {
    const lezer = await pool.connect();
    await lezer.query('begin');
    await lezer.query('select count(*) from bericht');
    let klaar = false;
    const stop = async (): Promise<void> => {
      if (klaar) return;
      klaar = true;
      await lezer.query('commit');
      lezer.release();
    };
    opruimen.push(stop);
    return stop;
  }

  const BREED = 'alter table bericht add column proef integer;';

  it('houdt een migratie op en niet degenen die daarachter komen', async () => {
    const { pool } = await open(verseDatabase);
    const stopLezen = await leesLang(pool);
    const migratie = migreer(pool, map(ALLE, BREED), { slotMs: 50, rustMs: 50, pogingen: 1000 });
    // The long read is still there, and so is the migration that waits for it.
    for (let i = 0; i < 10; i++) await alsOudeApi(pool, 'WMO305', schrijfBericht('WMO305', wmo305));
    expect((await pool.query('select from migratie')).rowCount).toBe(ALLE);
    await stopLezen();
    expect(await migratie).toHaveLength(1);
    expect((await pool.query('select proef from bericht')).rowCount).toBe(10);
  });

  it('en die in gebruik blijft: de start stopt met wat de beheerder kan doen, en de volgende begint opnieuw', async () => {
    const { pool } = await open(verseDatabase);
    const stopLezen = await leesLang(pool);
    await expect(migreer(pool, map(ALLE, BREED), { slotMs: 20, rustMs: 5, pogingen: 3 })).rejects.toThrow(MigratieWacht);
    await stopLezen();
    expect(await migreer(pool, map(ALLE, BREED))).toHaveLength(1);
  });

  it('een index naast het werk (los): ook met meer processen die tegelijk starten, en na een halve poging', async () => {
    const { pool } = await open(verseDatabase);
    const los = map(ALLE, '-- los, uitbreiding\ndrop index concurrently if exists proef;\ncreate index concurrently proef on bericht (omvang);\n');
    // What a process that was killed half-way leaves behind.
    await pool.query('create index proef on bericht (hash)');
    const uitkomsten = await Promise.all([1, 2, 3].map(() => migreer(pool, los)));
    expect(uitkomsten.flat()).toHaveLength(1);
    const { rows } = await pool.query<object>(
      `select i.indisvalid as geldig, pg_get_indexdef(i.indexrelid) like '%(omvang)' as nieuw from pg_index i where i.indexrelid = 'proef'::regclass`);
    expect(rows).toEqual([{ geldig: true, nieuw: true }]);
  });
});

describe('code op een nieuwere database', () => {
  it('gaat door en start ook als er alleen iets bij kwam, en weigert wat verder gaat', async () => {
    const { pool } = await open(verseDatabase);
    await migreer(pool, map(ALLE, '-- uitbreiding\nalter table bericht add column proef integer;\n'));
    expect(await migreer(pool, map(ALLE))).toEqual([]);
    let ingehaald = 0;
    const fouten: unknown[] = [];
    const wacht = await bewaakVersie(pool, 5, () => { ingehaald++; }, (fout) => { fouten.push(fout); }, map(ALLE));
    opruimen.push(() => wacht.stop());
    await alsOudeApi(pool, 'WMO305', schrijfBericht('WMO305', wmo305));
    expect(ingehaald).toBe(0);
    await migreer(pool, map(ALLE, '-- uitbreiding\nalter table bericht add column proef integer;\n', 'alter table bericht drop column proef;\n'));
    await expect.poll(() => ingehaald).toBe(1);
    expect(fouten).toEqual([]);
    await expect(migreer(pool, map(ALLE))).rejects.toThrow(NieuwereDatabase);
    await expect(migreer(pool, map(ALLE))).rejects.toThrow(`migratie ${ALLE + 2}; deze versie kent er ${ALLE}`);
  });
});

describe('afspraken voor nieuwe migraties (CONTRIBUTING.md)', () => {
  it('wat uitbreiding heet haalt niets weg, en een index op een bestaande tabel wordt ernaast gebouwd', async () => {
    const fouten: string[] = [];
    for (const { nummer, naam, sql, uitbreiding, los } of await leesMigraties()) {
      if (nummer <= 15) continue;
      const opdrachten = sql.replace(/--.*$/gm, '');
      const nieuw = new Set([...opdrachten.matchAll(/create\s+table\s+(?:if\s+not\s+exists\s+)?(\w+)/gi)].map(([, tabel]) => tabel));
      // Nothing of what was there before; a new table may be kept by functions that also take rows out.
      const weg = opdrachten.replaceAll(/\bdelete\s+from\s+(\w+)/gi, (tekst: string, tabel: string) => (nieuw.has(tabel) ? '' : tekst));
      if (uitbreiding && !los && /\b(drop\s+(table|column|function|constraint)|rename|set\s+not\s+null|alter\s+column\s+\w+\s+type|delete\s+from|truncate)\b/i.test(weg)) {
        fouten.push(`${naam}: uitbreiding haalt iets weg`);
      }
      for (const [, naast, tabel = ''] of opdrachten.matchAll(/create\s+(?:unique\s+)?index\s+(concurrently\s+)?(?:if\s+not\s+exists\s+)?\w+\s+on\s+(\w+)/gi)) {
        if (naast === undefined && !nieuw.has(tabel)) fouten.push(`${naam}: index op ${tabel} zonder concurrently`);
      }
    }
    expect(fouten).toEqual([]);
  });
});
