#!/usr/bin/env node
/**
 * npm run zaai -- --database URL [--toewijzingen N] [--prestaties N]
 *
 * Fills a migrated, otherwise empty database with invented allocations and claim lines, for measuring with a register of real size.
 * Refuses a database that already holds allocations.
 */
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

/** Pairs that the invented traffic is spread over; the gemeente codes are not those that measurements use. */
const GEMEENTEN = 40;
const AANBIEDERS = 100;
const PER_KEER = 250_000;

/**
 * @param aantallen numbers of allocations and claim lines (at most 12 lines per allocation)
 * `gemeente`: code of the first of the forty, for whoever needs one that exists
 * @param zeg called after each batch
 */
export async function zaai(databaseUrl, { toewijzingen, prestaties, gemeente = '9000' }, zeg = () => undefined) {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    const { rows } = await client.query('select 1 from toewijzing limit 1');
    if (rows.length > 0) throw new Error('Deze database bevat al toewijzingen; zaai alleen in een lege.');
    const { rows: [bericht] } = await client.query(
      `insert into bericht (id, berichtsoort, richting, gemeente, aanbieder, afzender, ontvanger, identificatie, dagtekening, status, hash, omvang,
         client, ontvangen_op, beoordeeld_op)
       values (gen_random_uuid(), 'WMO301', 'inkomend', '9000', '90000000', '9000', '90000000', 'ZAAI', '2025-01-01', 'goedgekeurd', '', 0, 'zaai',
         now(), now()) returning id`);
    // A made-up bsn per client, from the test range, not sealed yet: the worker does that beside its work. Three allocations per client.
    await client.query(
      `insert into persoon (id, hash, bsn) overriding system value
       select n + 1, convert_to('9999' || lpad(n::text, 5, '0'), 'UTF8'), convert_to('9999' || lpad(n::text, 5, '0'), 'UTF8')
       from generate_series(0, 99999) as n`);
    await client.query(`select setval(pg_get_serial_sequence('persoon', 'id'), 100000)`);
    const toewijzing = `case n % ${GEMEENTEN} when 0 then '${gemeente}' else '9' || lpad((n % ${GEMEENTEN})::text, 3, '0') end as gemeente, n as nummer,
      '9' || lpad((n / ${GEMEENTEN} % ${AANBIEDERS})::text, 7, '0') as aanbieder, 1 + n / 3 % 100000 as persoon`;
    for (let van = 1; van <= toewijzingen; van += PER_KEER) {
      const tot = Math.min(van + PER_KEER - 1, toewijzingen);
      await client.query(
        `insert into toewijzing (gemeente, toewijzing_nummer, aanbieder, persoon, categorie, code, ingangsdatum, toewijzingsdatum, toewijzingstijd, einddatum,
           volume, eenheid, frequentie, bericht_id)
         select gemeente, nummer, aanbieder, persoon, '02', '02A03', '2025-01-01', '2024-12-01', '10:00:00', '2026-12-31', 8, '04', '2', $1
         from (select ${toewijzing} from generate_series($2::int, $3::int) as n) as t`, [bericht.id, van, tot]);
      await client.query(
        `insert into toewijzing_versie (gemeente, toewijzing_nummer, bericht_id, toewijzingsdatum, toewijzingstijd, einddatum, volume, eenheid, frequentie)
         select gemeente, nummer, $1, '2024-12-01', '10:00:00', '2026-12-31', 8, '04', '2'
         from (select ${toewijzing} from generate_series($2::int, $3::int) as n) as t`, [bericht.id, van, tot]);
      zeg(`toewijzingen: ${tot}`);
    }
    for (let van = 0; van < prestaties; van += PER_KEER) {
      const tot = Math.min(van + PER_KEER, prestaties) - 1;
      await client.query(
        `insert into prestatie (gemeente, aanbieder, referentie_nummer, persoon, toewijzing_nummer, categorie, code, begindatum, einddatum, volume, eenheid,
           tarief, bedrag, debet_credit, goedgekeurd, bericht_id)
         select gemeente, aanbieder, 'Z' || p, persoon, nummer, '02', '02A03', maand, (maand + interval '1 month - 1 day')::date, 8, '04', 6000, 48000, 'D',
           true, $1
         from (select p, 1 + p % $4::int as n, (date '2025-01-01' + (p / $4::int) * interval '1 month')::date as maand
               from generate_series($2::int, $3::int) as p) as g
         cross join lateral (select ${toewijzing}) as t`, [bericht.id, van, tot, toewijzingen]);
      zeg(`prestaties: ${tot + 1}`);
    }
    // Otherwise the server does it during what is measured next.
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: {
    database: { type: 'string' }, toewijzingen: { type: 'string', default: '2000000' }, prestaties: { type: 'string', default: '5000000' } } });
  const url = values.database ?? process.env.DATABASE_URL;
  if (!url) {
    console.error('Geef een database: npm run zaai -- --database postgres://…');
    process.exit(1);
  }
  await zaai(url, { toewijzingen: Number(values.toewijzingen), prestaties: Number(values.prestaties) }, (regel) => console.log(regel));
}
