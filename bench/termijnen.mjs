/**
 * A million open terms in one gemeente: pages of what is past its day, at the begin and deep down the list, each one query over one index; and
 * what messages pay for terms in a table of that size. Also the first page of a waiting list among 50,000 allocations.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lijstTermijnen, lijstvraag } from '../dist/gemeente/termijnenlijst.js';
import { verwerkTermijnen } from '../dist/gemeente/termijnen.js';
import { wachtlijst } from '../dist/gemeente/wachtlijst.js';
import { inTransactie, openPool } from '../dist/platform/database.js';
import { migreer } from '../dist/platform/migraties.js';
import { startEmbeddedPostgres } from '../dist/platform/postgres/index.js';

const OPEN = Number(process.env.BENCH_TERMIJNEN ?? 1_000_000);
const TOEWIJZINGEN = Number(process.env.BENCH_WACHTLIJST ?? 50_000);
const VANDAAG = '2026-06-01';
const GEMEENTE = '0363';
const AANBIEDER = '65656055';
const BSN = '999900006';
const LIMIET = 200;
const RONDES = 200;

const mediaan = (waarden) => waarden.sort((a, b) => a - b)[Math.floor(waarden.length / 2)];

async function tijd(rondes, werk) {
  const duren = [];
  for (let ronde = -10; ronde < rondes; ronde++) {
    const begin = performance.now();
    await werk(ronde);
    // The first rounds warm up code and caches.
    if (ronde >= 0) duren.push(performance.now() - begin);
  }
  return mediaan(duren);
}

async function zaai(pool) {
  const { rows: [bericht] } = await pool.query(
    `insert into bericht (id, berichtsoort, richting, gemeente, aanbieder, afzender, ontvanger, identificatie, dagtekening, status, hash, omvang,
       client, ontvangen_op)
     values (gen_random_uuid(), 'WMO301', 'inkomend', $1, $2, $1, $2, 'ZAAI', '2026-01-05', 'goedgekeurd', '', 0, 'zaai', now()) returning id`,
    [GEMEENTE, AANBIEDER]);
  // All of one pair, which is the worst case for what is found by pair; a quarter is past its day, spread over a year.
  await pool.query(
    `insert into termijn (gemeente, aanbieder, onderwerp, soort, bron, partij, gevolg, start, vervaldatum, bericht_id, toewijzing_nummer)
     select $1, $2, 'toewijzing ' || n, 'start-zorg', 'beleid', 'aanbieder', 'levering-start', $4::date - n % 120,
       case n % 4 when 0 then $4::date - 1 - (n / 4) % 365 else $4::date + (n / 4) % 60 end, $3, n
     from generate_series(1, $5::int) as n`, [GEMEENTE, AANBIEDER, bericht.id, VANDAAG, OPEN]);
  // Ten allocations per client; nine in ten began.
  await pool.query(
    `insert into toewijzing (gemeente, toewijzing_nummer, aanbieder, persoon, categorie, code, ingangsdatum, toewijzingsdatum, toewijzingstijd, einddatum,
       volume, eenheid, frequentie, bericht_id)
     select $1, n, $2, n / 10, '02', '02A03', '2026-01-01', '2025-12-15', '10:00:00', '2026-12-31', 8, '04', '2', $3
     from generate_series(1, $4::int) as n`, [GEMEENTE, AANBIEDER, bericht.id, TOEWIJZINGEN]);
  await pool.query(
    `insert into toewijzing_versie (gemeente, toewijzing_nummer, toewijzingsdatum, toewijzingstijd, bericht_id)
     select gemeente, toewijzing_nummer, toewijzingsdatum, toewijzingstijd, bericht_id from toewijzing`);
  await pool.query(
    `insert into start_product (gemeente, aanbieder, persoon, toewijzing_nummer, categorie, code, begindatum, bericht_id)
     select gemeente, aanbieder, persoon, toewijzing_nummer, categorie, code, ingangsdatum, bericht_id from toewijzing where toewijzing_nummer % 10 <> 0`);
  await pool.query('analyze');
  return bericht.id;
}

const persoon = { Bsn: BSN, Geboortedatum: { Datum: '1967-08-13' }, Geslacht: '1' };
const kop = (Dagtekening) => ({ BerichtIdentificatie: { Identificatie: 'M', Dagtekening } });
const beleid = [{
  regel: { termijn: 'start-zorg', gebeurtenis: 'toewijzing', gevolg: 'levering-start', grens: { aantal: 1, eenheid: 'maanden' }, wie: 'aanbieder' },
  producten: new Set() }];

/** The terms of a WMO301 and then of its WMO305, as the assessment has them done, without the rest of the assessment. */
async function perBericht(pool, berichtId) {
  const duren = { WMO301: [], WMO305: [] };
  for (let ronde = -10; ronde < RONDES; ronde++) {
    const ToewijzingNummer = 2_000_000 + ronde;
    const doe = async (soort, bericht) => {
      // In a transaction, as in the assessment: its commit is paid already.
      const duur = await inTransactie(pool, async (db) => {
        const begin = performance.now();
        await verwerkTermijnen(db, {
          berichtId, soort, bericht, gemeente: GEMEENTE, aanbieder: AANBIEDER, status: 'goedgekeurd', persoon: persoonnummer, vandaag: VANDAAG, beleidstermijnen: beleid });
        return performance.now() - begin;
      });
      if (ronde >= 0) duren[soort].push(duur);
    };
    const persoonnummer = 50_000_000 + ronde;
    await pool.query(
      `insert into toewijzing (gemeente, toewijzing_nummer, aanbieder, persoon, categorie, code, ingangsdatum, toewijzingsdatum, toewijzingstijd, bericht_id)
       values ($1, $2, $3, $4, '02', '02A03', '2026-05-01', '2026-05-01', '10:00:00', $5)`, [GEMEENTE, ToewijzingNummer, AANBIEDER, persoonnummer, berichtId]);
    await doe('WMO301', { Header: kop('2026-05-01'), Client: { ...persoon, ToegewezenProducten: [{
      ToewijzingNummer, Product: { Categorie: '02', Code: '02A03' }, Ingangsdatum: '2026-05-01', Toewijzingsdatum: '2026-05-01' }] } });
    await pool.query(
      `insert into start_product (gemeente, aanbieder, persoon, toewijzing_nummer, categorie, code, begindatum, bericht_id)
       values ($1, $2, $3, $4, '02', '02A03', '2026-05-11', $5)`, [GEMEENTE, AANBIEDER, persoonnummer, ToewijzingNummer, berichtId]);
    await doe('WMO305', { Header: kop('2026-05-12'), Client: { ...persoon } });
  }
  const { rows: [{ aantal }] } = await pool.query(
    `select count(*)::int as aantal from termijn where toewijzing_nummer > 1999000 and gesloten_op is not null`);
  // Each round closes a start of care and measures OP271.
  if (aantal !== 2 * (RONDES + 10)) throw new Error(`${aantal} termijnen gesloten`);
  return { WMO301: mediaan(duren.WMO301), WMO305: mediaan(duren.WMO305) };
}

/** @returns rows {naam, waarde, eenheid, doel?} */
export async function meet() {
  const map = mkdtempSync(join(tmpdir(), 'iwmo-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDir: map, log: () => undefined });
  const pool = openPool(postgres.connectionString, 2);
  try {
    await migreer(pool);
    const berichtId = await zaai(pool);
    const { tekst, waarden } = lijstvraag(GEMEENTE, 'verlopen', VANDAAG, LIMIET);
    const { rows: plan } = await pool.query(`explain (analyze, buffers) ${tekst}`, waarden);
    console.log(plan.map((rij) => rij['QUERY PLAN']).join('\n'));
    const diep = { vervaldatum: '2026-05-30', volgnummer: 0 };
    const bladzijde = (status, na) => tijd(RONDES, async () => {
      const { items } = await lijstTermijnen(pool, GEMEENTE, status, VANDAAG, LIMIET, na);
      if (items.length !== LIMIET) throw new Error(`${items.length} termijnen`);
    });
    const eerste = await bladzijde('verlopen');
    const laatste = await bladzijde('verlopen', diep);
    const open = await bladzijde('open');
    const alle = await bladzijde(undefined, diep);
    const begin = performance.now();
    let gezien = 0;
    for (let na; ;) {
      const { items, volgende } = await lijstTermijnen(pool, GEMEENTE, 'verlopen', VANDAAG, 1000, na);
      gezien += items.length;
      if (volgende === undefined) break;
      na = volgende;
    }
    const doorlopen = performance.now() - begin;
    if (gezien !== Math.floor(OPEN / 4)) throw new Error(`${gezien} verlopen termijnen`);
    const wacht = await tijd(20, async () => {
      const { items } = await wachtlijst(pool, GEMEENTE, VANDAAG, LIMIET);
      if (items.length !== LIMIET) throw new Error(`${items.length} wachtenden`);
    });
    const bericht = await perBericht(pool, berichtId);
    return [
      { naam: `verlopen onder ${OPEN} open termijnen, eerste ${LIMIET}, mediaan`, waarde: eerste, eenheid: 'ms', doel: 'één vraag over één index' },
      { naam: `verlopen, ${LIMIET} vanaf diep in de lijst, mediaan`, waarde: laatste, eenheid: 'ms' },
      { naam: `open, eerste ${LIMIET}, mediaan`, waarde: open, eenheid: 'ms' },
      { naam: `alle statussen, ${LIMIET} vanaf diep in de lijst, mediaan`, waarde: alle, eenheid: 'ms' },
      { naam: `alle ${gezien} verlopen termijnen in bladzijden van 1000`, waarde: doorlopen, eenheid: 'ms' },
      { naam: 'termijnen van een WMO301, mediaan', waarde: bericht.WMO301, eenheid: 'ms' },
      { naam: 'termijnen van een WMO305, mediaan', waarde: bericht.WMO305, eenheid: 'ms' },
      { naam: `wachtlijst onder ${TOEWIJZINGEN} toewijzingen, eerste ${LIMIET}, mediaan`, waarde: wacht, eenheid: 'ms' },
    ];
  } finally {
    await pool.end();
    await postgres.stop();
    rmSync(map, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await meet());
