/**
 * Pages with a register of real size: the median time to render each list and each detail on the server, with 2,000,000 allocations and 5,000,000
 * prestaties stored, besides 1,000,000 messages and 200,000 terms; and the size of each page. One person who clicks, so one page at a time.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { zaai } from '../scripts/zaai.mjs';
import { post, startServer, WORTEL } from './hulp/server.mjs';

const TOEWIJZINGEN = Number(process.env.BENCH_TOEWIJZINGEN ?? 2_000_000);
const PRESTATIES = Number(process.env.BENCH_PRESTATIES ?? 5_000_000);
const BERICHTEN = Number(process.env.BENCH_BERICHTEN ?? 1_000_000);
const RONDEN = 21;
/** The gemeente of row n, as in `zaai`. */
const WELKE = `case n % 40 when 0 then '0363' else '9' || lpad((n % 40)::text, 3, '0') end`;
/** The first gemeente of `zaai`, here one that a policy can be of: 50,000 allocations and 125,000 prestaties are its own, all its terms are open, and an eighth of its messages was rejected. */
const GEMEENTE = '0363';
const VANDAAG = '2026-06-01';

/** With a mix over everything that is declared, and requests that somebody has to look at. */
const BELEID = `
regio: Bench
gemeenten: ["${GEMEENTE}"]
producten: [{code: 02A03, categorie: "02"}, {code: 07A11, categorie: "07"}]
aanvraagroutes: [{voor: [02A03, 07A11], via: [WMO315, toegang], dan: wachten}]
signalen: [{signaal: helft, soort: mix, deel: [02A03], geheel: [02A03, 07A11], meet: bedrag, hoogstens: 50}]
`;

const dist = (pad) => import(new URL(`../dist/${pad}`, import.meta.url).href);
const fixture = (naam) => readFileSync(join(WORTEL, 'fixtures', naam), 'utf8');
const mediaan = (waarden) => [...waarden].sort((a, b) => a - b)[Math.floor(waarden.length / 2)];

/** Messages, deliveries, notices and terms around what `zaai` made. The newest messages are of the gemeente that is looked at. */
async function vulAan(client) {
  await client.query(
    `insert into bericht (id, berichtsoort, richting, gemeente, aanbieder, afzender, ontvanger, identificatie, dagtekening, status, hash, omvang, client,
       ontvangen_op, beoordeeld_op)
     select gen_random_uuid(), (array['WMO305', 'WMO307', 'WMO323', 'WMO315'])[1 + n % 4], 'inkomend', ${WELKE},
       '9' || lpad((n / 40 % 100)::text, 7, '0'), '9' || lpad((n / 40 % 100)::text, 7, '0'), ${WELKE}, 'B' || n,
       '2026-01-01', case when n % 40 in (0, 1, 2, 3, 4) and n / 40 % 8 = 0 then 'afgekeurd' else 'goedgekeurd' end, '', 1000, 'zaai',
       timestamptz '2024-06-01' + n * interval '1 minute', timestamptz '2024-06-01' + n * interval '1 minute'
     from generate_series(1, $1::int) as n`, [BERICHTEN]);
  await client.query(
    `insert into termijn (gemeente, aanbieder, onderwerp, soort, bron, partij, gevolg, start, vervaldatum, gesloten_op)
     select ${WELKE}, '9' || lpad((n / 40 % 100)::text, 7, '0'), 'z' || n, 'startbericht', 'OP271', 'aanbieder', 'WMO305',
       date '2026-01-01' + n % 150, date '2026-01-08' + n % 150, case when n % 4 = 0 then null else date '2026-01-05' + n % 160 end
     from generate_series(1, 200000) as n`);
  await client.query(`update bericht set bevindingen = '[{"retourcode": "9056", "niveau": 3, "regel": "TR056", "klasse": "StartProduct", "pad": "Client", "melding": "proef"}]'
    where client = 'zaai' and status = 'afgekeurd'`);
  await client.query(
    `insert into bezorging (bericht_id, partij, aangemaakt_op, terzijde_op, pogingen, laatste_fout)
     select id, case when hashtext(identificatie) % 2 = 0 then gemeente else aanbieder end, ontvangen_op, ontvangen_op + interval '3 days', 30, 'http-503'
     from bericht where client = 'zaai' and status = 'afgekeurd'`);
  await client.query(
    `insert into vooraankondiging (gemeente, aanbieder, persoon, toewijzing_nummer, richting, categorie, code, vanaf, status, ingediend_op)
     select gemeente, aanbieder, persoon, toewijzing_nummer, 'op', categorie, code, '2026-07-01',
       case when toewijzing_nummer % 400 = 0 then 'ingediend' else 'toegewezen' end, '2026-05-01'
     from toewijzing where gemeente = $1 limit 20000`, [GEMEENTE]);
  await client.query('vacuum analyze');
}

/** `zaai` writes as a release without keys did. A worker seals that when it starts; the one here was there before. */
async function verzegel({ databaseUrl, map }) {
  const [{ openPool }, { openSleutelbos }, { sleutelsUitBestand }, { hercodeer }] = await Promise.all([
    dist('platform/database.js'), dist('platform/kluis/sleutelbos.js'), dist('platform/kluis/sleuteldienst.js'), dist('platform/kluis/hercodeer.js')]);
  const pool = openPool(databaseUrl, 2);
  const bos = await openSleutelbos(pool, sleutelsUitBestand(join(map, 'sleutels.json')));
  await hercodeer(pool);
  bos.sluit();
  await pool.end();
}

/** Every page of a gemeente, with what it needs to have something to show. */
async function paginas(adres, client) {
  const bericht = async (soort) => (await client.query(
    'select id from bericht where ontvanger = $1 and berichtsoort = $2 order by ontvangen_op desc limit 1', [GEMEENTE, soort])).rows[0]?.id;
  const xml = (naam) => fixture(naam).replace(/(Ontvanger>)\d{4}/, `$1${GEMEENTE}`);
  const { id, ...oordeel } = await post(adres, xml('WMO315/goedgekeurd-aanvraag.xml'), { Prefer: 'wait=20' });
  if (oordeel.status !== 'goedgekeurd') throw new Error(`Het verzoek werd ${oordeel.status}: ${JSON.stringify(oordeel.bevindingen)}`);
  // As many requests as a gemeente has in years, each the one that was really handed in under another reference; a tenth of them waits.
  await client.query(
    `insert into verzoek (gemeente, aanbieder, referentie_aanbieder, persoon, berichtsoort, volgorde, ingangsdatums, status, bericht_id, wacht_op)
     select gemeente, aanbieder, 'Z' || n, persoon, berichtsoort, volgorde, ingangsdatums, case when n % 10 = 0 then status else 'toegewezen' end, bericht_id, wacht_op
     from verzoek cross join generate_series(1, 20000) as n`);
  await client.query('analyze verzoek');
  const { rows: [verzoek] } = await client.query(`select id from verzoek where referentie_aanbieder not like 'Z%'`);
  const { rows: [aankondiging] } = await client.query('select id from vooraankondiging where gemeente = $1 limit 1', [GEMEENTE]);
  const { rows: [toewijzing] } = await client.query('select toewijzing_nummer as nummer from toewijzing where gemeente = $1 limit 1', [GEMEENTE]);
  return [
    '/', '/berichten', '/berichten?status=afgekeurd', '/berichten?berichtsoort=WMO323&vanaf=2025-01-01', '/berichten?code=9056',
    '/berichten?identificatie=B4321', `/berichten/${id}`, ...[await bericht('WMO305')].filter(Boolean).map((een) => `/berichten/${een}`),
    '/toewijzingen', `/toewijzingen/${toewijzing.nummer}`, `/toewijzingen/client/${toewijzing.nummer}`, '/verzoeken', ...(verzoek === undefined ? [] : [`/verzoeken/${verzoek.id}`]),
    '/vooraankondigingen', `/vooraankondigingen/${aankondiging.id}`, '/vooraankondigingen/nieuw', '/termijnen', '/termijnen?status=alle', '/wachtlijst', '/productie?van=2025-01&tot=2025-12',
    '/productie?van=2025-01&tot=2025-12&per=maand%2Caanbieder%2Cproduct', '/bezorgingen', '/bezorgingen?van=verzonden', '/aanleveren',
  ];
}

/** @returns rows {naam, waarde, eenheid, doel?} */
export async function meet() {
  const regio = mkdtempSync(join(tmpdir(), 'iwmo-bench-regio-'));
  writeFileSync(join(regio, 'bench.yaml'), BELEID);
  const server = await startServer({ VANDAAG, REGIO_DIR: regio });
  const client = new pg.Client(server.databaseUrl);
  await client.connect();
  try {
    await zaai(server.databaseUrl, { toewijzingen: TOEWIJZINGEN, prestaties: PRESTATIES, gemeente: GEMEENTE });
    await verzegel(server);
    await vulAan(client);
    const uitkomsten = [];
    for (const pad of await paginas(server.adres, client)) {
      const tijden = [];
      let omvang = 0;
      let status = 0;
      for (let i = 0; i < RONDEN; i++) {
        const begin = performance.now();
        const antwoord = await fetch(server.adres + pad, { headers: { cookie: `iwmo-partij=${GEMEENTE}`, accept: 'text/html' }, redirect: 'manual' });
        omvang = (await antwoord.arrayBuffer()).byteLength;
        ({ status } = antwoord);
        // The first one warms what every later one shares.
        if (i > 0) tijden.push(performance.now() - begin);
      }
      const naam = pad.replace(/[0-9a-f-]{36}/, '…');
      uitkomsten.push({ naam: status === 200 ? naam : `${naam} (status ${status})`, waarde: mediaan(tijden), eenheid: 'ms', doel: '< 150' },
        { naam: `  omvang van ${naam}`, waarde: omvang / 1000, eenheid: 'kB', doel: '< 150' });
    }
    return uitkomsten;
  } finally {
    await client.end();
    await server.stop();
    rmSync(regio, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await meet());
