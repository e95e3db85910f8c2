/**
 * End to end: WMO305 in over HTTP until its WMO306 is stored, on the embedded default, against a plain loop of transactions with two
 * inserts on the same database. Figures of one run on one machine; compare ratios, not runs.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { gelijktijdig, kaleLus, post, stappenVan, startServer, wachtTotBeoordeeld, WORTEL } from './hulp/server.mjs';

const AANTAL = Number(process.env.BENCH_AANTAL ?? 3000);
const PAREN = 60;
const GELIJKTIJDIG = 24;

const fixture = (naam) => readFileSync(join(WORTEL, 'fixtures', naam), 'utf8');

function maak(sjabloon, identificatie, aanbieder, nummer) {
  return sjabloon
    .replace(/(<(?:\w+:)?Identificatie>)[^<]*/, `$1${identificatie}`)
    .replace(/(<(?:\w+:)?(?:Afzender|Ontvanger)>)\d{8}/, `$1${aanbieder}`)
    .replaceAll(/(ToewijzingNummer>)\d+/g, `$1${nummer}`);
}

/** @returns rows {naam, waarde, eenheid, doel?} */
export async function meet() {
  const server = await startServer();
  const client = new pg.Client(server.databaseUrl);
  await client.connect();
  try {
    const wmo301 = fixture('WMO301/goedgekeurd-eerste-toewijzing.xml');
    const wmo305 = fixture('WMO305/goedgekeurd-eerste-start.xml');
    const aanbieder = (i) => String(65_000_000 + (i % PAREN));
    await gelijktijdig(AANTAL, GELIJKTIJDIG, (i) => post(server.adres, maak(wmo301, `T${i}`, aanbieder(i), i + 1)));
    await wachtTotBeoordeeld(client);
    const los = await kaleLus(server.databaseUrl, 1);
    const naast = await kaleLus(server.databaseUrl, 8);
    const begin = performance.now();
    await gelijktijdig(AANTAL, GELIJKTIJDIG, (i) => post(server.adres, maak(wmo305, `S${i}`, aanbieder(i), i + 1)));
    await wachtTotBeoordeeld(client);
    const perSeconde = AANTAL / ((performance.now() - begin) / 1000);
    const { rows: [duur] } = await client.query(
      `select percentile_cont(0.5) within group (order by d) as p50, percentile_cont(0.99) within group (order by d) as p99,
         count(*) filter (where status = 'goedgekeurd')::int as goed from (
         select extract(epoch from beoordeeld_op - ontvangen_op) * 1000 as d, status from bericht where berichtsoort = 'WMO305') x`);
    // One at a time, so that nothing waits for anything else.
    const een = [];
    for (let i = 0; i < 200; i++) {
      const t = performance.now();
      await post(server.adres, maak(wmo305, `E${i}`, aanbieder(i), i + 1), { Prefer: 'wait=10' });
      een.push(performance.now() - t);
    }
    een.sort((a, b) => a - b);
    return [
      { naam: `WMO305 → WMO306 (${duur.goed} goedgekeurd van ${AANTAL})`, waarde: perSeconde, eenheid: 'berichten/s' },
      { naam: 'onder volle last, p50', waarde: Number(duur.p50), eenheid: 'ms' },
      { naam: 'onder volle last, p99', waarde: Number(duur.p99), eenheid: 'ms' },
      { naam: 'één tegelijk met Prefer: wait, p50', waarde: een[100], eenheid: 'ms' },
      { naam: 'één tegelijk met Prefer: wait, p99', waarde: een[197], eenheid: 'ms' },
      { naam: 'kale lus van twee inserts, één verbinding', waarde: los, eenheid: 'transacties/s' },
      { naam: 'kale lus van twee inserts, acht verbindingen', waarde: naast, eenheid: 'transacties/s' },
      { naam: 'verhouding tot de lus met één verbinding', waarde: perSeconde / los, eenheid: '×', doel: '≥ 0,08' },
      { naam: 'verhouding tot de lus met acht verbindingen', waarde: perSeconde / naast, eenheid: '×', doel: '≥ 0,08' },
      ...await stappenVan(server.adres),
    ];
  } finally {
    await client.end();
    await server.stop();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await meet());
