/**
 * Pages with a register of real size: the median time to render each list and each detail on the server, with 2,000,000 allocations and 5,000,000
 * prestaties stored, besides 1,000,000 messages and 200,000 terms; and the size of each page. One person who clicks, so one page at a time.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { zaai } from '../scripts/zaai.mjs';
import { post, startServer, WORTEL } from './hulp/server.mjs';

const TOEWIJZINGEN = Number(process.env.BENCH_TOEWIJZINGEN ?? 2_000_000);
const PRESTATIES = Number(process.env.BENCH_PRESTATIES ?? 5_000_000);
const BERICHTEN = Number(process.env.BENCH_BERICHTEN ?? 1_000_000);
const RONDEN = 21;
/** A gemeente among the invented ones of `zaai`: 50,000 allocations and 125,000 prestaties are its own. */
const GEMEENTE = '9001';
const VANDAAG = '2026-06-01';

const fixture = (naam) => readFileSync(join(WORTEL, 'fixtures', naam), 'utf8');
const mediaan = (waarden) => [...waarden].sort((a, b) => a - b)[Math.floor(waarden.length / 2)];

/** Messages and terms around what `zaai` made. The newest messages are of the gemeente that is looked at. */
async function vulAan(client) {
  await client.query(
    `insert into bericht (id, berichtsoort, richting, gemeente, aanbieder, afzender, ontvanger, identificatie, dagtekening, status, hash, omvang, client,
       ontvangen_op, beoordeeld_op)
     select gen_random_uuid(), (array['WMO305', 'WMO307', 'WMO323', 'WMO315'])[1 + n % 4], 'inkomend', '9' || lpad((n % 40)::text, 3, '0'),
       '9' || lpad((n / 40 % 100)::text, 7, '0'), '9' || lpad((n / 40 % 100)::text, 7, '0'), '9' || lpad((n % 40)::text, 3, '0'), 'B' || n,
       '2026-01-01', case when n % 50 = 0 then 'afgekeurd' else 'goedgekeurd' end, '', 1000, 'zaai',
       timestamptz '2024-06-01' + n * interval '1 minute', timestamptz '2024-06-01' + n * interval '1 minute'
     from generate_series(1, $1::int) as n`, [BERICHTEN]);
  await client.query(
    `insert into termijn (gemeente, aanbieder, onderwerp, soort, bron, partij, gevolg, start, vervaldatum, gesloten_op)
     select '9' || lpad((n % 40)::text, 3, '0'), '9' || lpad((n / 40 % 100)::text, 7, '0'), 'z' || n, 'startbericht', 'OP271', 'aanbieder', 'WMO305',
       date '2026-01-01' + n % 150, date '2026-01-08' + n % 150, case when n % 4 = 0 then null else date '2026-01-05' + n % 160 end
     from generate_series(1, 200000) as n`);
  await client.query('vacuum analyze');
}

/** Every page of a gemeente, with what it needs to have something to show. */
async function paginas(adres, client) {
  const bericht = async (soort) => (await client.query(
    'select id from bericht where ontvanger = $1 and berichtsoort = $2 order by ontvangen_op desc limit 1', [GEMEENTE, soort])).rows[0]?.id;
  const xml = (naam) => fixture(naam).replace(/(Ontvanger>)\d{4}/, `$1${GEMEENTE}`);
  const { id } = await post(adres, xml('WMO315/goedgekeurd-aanvraag.xml'), { Prefer: 'wait=20' });
  const { rows: [verzoek] } = await client.query('select id from verzoek limit 1');
  const { rows: [toewijzing] } = await client.query('select toewijzing_nummer as nummer from toewijzing where gemeente = $1 limit 1', [GEMEENTE]);
  return [
    '/', '/berichten', '/berichten?status=afgekeurd', '/berichten?berichtsoort=WMO323&vanaf=2025-01-01', '/berichten?retourcode=9056',
    '/berichten?identificatie=B4321', `/berichten/${id}`, ...[await bericht('WMO305')].filter(Boolean).map((een) => `/berichten/${een}`),
    '/toewijzingen', `/toewijzingen/${toewijzing.nummer}`, `/toewijzingen/client/${toewijzing.nummer}`, '/verzoeken', ...(verzoek === undefined ? [] : [`/verzoeken/${verzoek.id}`]),
    '/vooraankondigingen', '/vooraankondigingen/nieuw', '/termijnen', '/termijnen?status=alle', '/wachtlijst', '/productie', '/bezorgingen', '/aanleveren',
  ];
}

/** @returns rows {naam, waarde, eenheid, doel?} */
export async function meet() {
  const server = await startServer({ VANDAAG, REGIO_DIR: join(WORTEL, 'regio') });
  const client = new pg.Client(server.databaseUrl);
  await client.connect();
  try {
    await zaai(server.databaseUrl, { toewijzingen: TOEWIJZINGEN, prestaties: PRESTATIES });
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
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await meet());
