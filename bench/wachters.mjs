/**
 * What the guards cost: WMO305 in until its WMO306 is stored, with sign-in (AUTH=jwt), encryption and the audit trail, against the same without
 * any of them. In turns in one run, so that whatever else the machine does falls on both; compare the ratio.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startUitgever } from '../test/hulp/uitgever.mjs';
import { gelijktijdig, post, startServer, wachtTotBeoordeeld, WORTEL } from './hulp/server.mjs';

const AANTAL = Number(process.env.BENCH_AANTAL ?? 1200);
const RONDEN = 3;
const PAREN = 60;
const GELIJKTIJDIG = 24;
const GEMEENTE = '0363';

const fixture = (naam) => readFileSync(join(WORTEL, 'fixtures', naam), 'utf8');
const aanbieder = (i) => String(65_000_000 + (i % PAREN));
const maak = (sjabloon, identificatie, i) => sjabloon
  .replace(/(<(?:\w+:)?Identificatie>)[^<]*/, `$1${identificatie}`)
  .replace(/(<(?:\w+:)?(?:Afzender|Ontvanger)>)\d{4}</g, `$1${GEMEENTE}<`)
  .replace(/(<(?:\w+:)?(?:Afzender|Ontvanger)>)\d{8}/, `$1${aanbieder(i)}`)
  .replaceAll(/(ToewijzingNummer>)\d+/g, `$1${i + 1}`);

/** Messages per second of one round. */
async function ronde(env, koppen, voorbereid) {
  const server = await startServer(env);
  const client = new pg.Client(server.databaseUrl);
  await client.connect();
  try {
    await voorbereid(client);
    const wmo301 = fixture('WMO301/goedgekeurd-eerste-toewijzing.xml');
    const wmo305 = fixture('WMO305/goedgekeurd-eerste-start.xml');
    await gelijktijdig(AANTAL, GELIJKTIJDIG, async (i) => post(server.adres, maak(wmo301, `T${i}`, i), await koppen()));
    await wachtTotBeoordeeld(client);
    const begin = performance.now();
    await gelijktijdig(AANTAL, GELIJKTIJDIG, async (i) => post(server.adres, maak(wmo305, `S${i}`, i), await koppen()));
    await wachtTotBeoordeeld(client);
    return AANTAL / ((performance.now() - begin) / 1000);
  } finally {
    await client.end();
    await server.stop();
  }
}

const mediaan = (getallen) => [...getallen].sort((a, b) => a - b)[Math.floor(getallen.length / 2)];

/** @returns rows {naam, waarde, eenheid, doel?} */
export async function meet() {
  const map = mkdtempSync(join(tmpdir(), 'iwmo-bench-toegang-'));
  const uitgever = await startUitgever();
  try {
    const toegang = join(map, 'toegang.yaml');
    const partijen = [GEMEENTE, ...Array.from({ length: PAREN }, (_, i) => aanbieder(i))];
    writeFileSync(toegang, `clienten:\n  bench:\n    partijen: [${partijen.map((een) => `"${een}"`).join(', ')}]\n    scopes: [aanleveren, lezen]\n`);
    const jwt = {
      AUTH: 'jwt', AUTH_ISSUER: uitgever.issuer, AUTH_AUDIENCE: 'iwmo-gateway', TOEGANG_BESTAND: toegang, LIMIET_PER_MINUUT: '0', LIMIET_GELIJKTIJDIG: '0' };
    const token = `Bearer ${await uitgever.geef({ client: 'bench', scope: 'aanleveren lezen', geldigS: 3600 })}`;
    const met = [];
    const zonder = [];
    for (let i = 0; i < RONDEN; i++) {
      // Without the trail: what would be written is dropped.
      zonder.push(await ronde({ VERSLEUTELING: 'uit' }, () => ({}), (client) => client.query(
        `create function niets() returns trigger language plpgsql as 'begin return null; end';
         create trigger zonder before insert on audit_nieuw for each row execute function niets()`)));
      met.push(await ronde(jwt, () => ({ Authorization: token }), () => undefined));
    }
    return [
      { naam: 'zonder aanmelding, versleuteling en auditspoor (mediaan)', waarde: mediaan(zonder), eenheid: 'berichten/s' },
      { naam: 'met alle drie (mediaan)', waarde: mediaan(met), eenheid: 'berichten/s' },
      { naam: 'verhouding', waarde: mediaan(met) / mediaan(zonder), eenheid: '×', doel: '≥ 0,75' },
    ];
  } finally {
    await uitgever.stop();
    rmSync(map, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await meet());
