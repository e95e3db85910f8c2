/**
 * What the guards cost: WMO305 in until its WMO306 is stored, with sign-in (AUTH=jwt), encryption and the audit trail, against the same without
 * any of them. Both servers are up and take turns in short rounds of one run, so that whatever else the machine does falls on both; compare
 * the ratio. The processor time says the same on a machine that is busy.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startUitgever } from '../test/hulp/uitgever.mjs';
import { rekentijdPerDeel } from './hulp/rekentijd.mjs';
import { gelijktijdig, maakBode, startServer, wachtTotBeoordeeld, WORTEL } from './hulp/server.mjs';

const AANTAL = Number(process.env.BENCH_AANTAL ?? 500);
const RONDEN = Number(process.env.BENCH_RONDEN ?? 7);
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

/** A server with what is to be measured on it, warmed up. `ronde` gives messages per second and milliseconds of processor time per message. */
async function maakKant(env, koppen, voorbereid = () => undefined) {
  const server = await startServer(env);
  const client = new pg.Client(server.databaseUrl);
  await client.connect();
  const bode = maakBode();
  const wmo301 = fixture('WMO301/goedgekeurd-eerste-toewijzing.xml');
  const wmo305 = fixture('WMO305/goedgekeurd-eerste-start.xml');
  const lever = async (sjabloon, letter, eerste) => {
    await gelijktijdig(AANTAL, GELIJKTIJDIG, (i) => bode.stuur(server.adres, maak(sjabloon, `${letter}${eerste + i}`, eerste + i), koppen));
    await wachtTotBeoordeeld(client);
  };
  await voorbereid(client);
  let gedaan = 0;
  return {
    async ronde() {
      const eerste = gedaan;
      gedaan += AANTAL;
      await lever(wmo301, 'T', eerste);
      const voor = rekentijdPerDeel(server.proces.pid);
      const begin = performance.now();
      await lever(wmo305, 'S', eerste);
      const perSeconde = AANTAL / ((performance.now() - begin) / 1000);
      const na = rekentijdPerDeel(server.proces.pid);
      const [api, worker, postgres] = ['api', 'worker', 'postgres'].map((deel) => ((na[deel] - voor[deel]) * 1000) / AANTAL);
      return { perSeconde, api, worker, postgres, ms: api + worker + postgres };
    },
    async stop() {
      bode.sluit();
      await client.end();
      await server.stop();
    },
  };
}

const mediaan = (getallen) => [...getallen].sort((a, b) => a - b)[Math.floor(getallen.length / 2)];

/** Without the trail: what would be written is dropped, so that nothing is left to chain either. */
const zonderSpoor = (client) => client.query(
  `create function niets() returns trigger language plpgsql as 'begin return null; end';
   create trigger zonder before insert on audit_nieuw for each row execute function niets()`);

/** @returns rows {naam, waarde, eenheid, doel?} */
export async function meet() {
  const map = mkdtempSync(join(tmpdir(), 'iwmo-bench-toegang-'));
  const uitgever = await startUitgever();
  const kanten = [];
  try {
    const toegang = join(map, 'toegang.yaml');
    const partijen = [GEMEENTE, ...Array.from({ length: PAREN }, (_, i) => aanbieder(i))];
    writeFileSync(toegang, `clienten:\n  bench:\n    partijen: [${partijen.map((een) => `"${een}"`).join(', ')}]\n    scopes: [aanleveren, lezen]\n`);
    const jwt = {
      AUTH: 'jwt', AUTH_ISSUER: uitgever.issuer, AUTH_AUDIENCE: 'iwmo-gateway', TOEGANG_BESTAND: toegang,
      // Counted, as in production, and never reached.
      LIMIET_PER_MINUUT: '1000000', LIMIET_GELIJKTIJDIG: '100' };
    const token = `Bearer ${await uitgever.geef({ client: 'bench', scope: 'aanleveren lezen', geldigS: 3600 })}`;
    kanten.push(await maakKant({ VERSLEUTELING: 'uit' }, {}, zonderSpoor));
    kanten.push(await maakKant(jwt, { Authorization: token }));
    const ronden = [];
    // The first round of each warms up. Who goes first changes.
    for (let i = 0; i <= RONDEN; i++) {
      const uitkomst = [];
      for (const kant of i % 2 === 0 ? [0, 1] : [1, 0]) uitkomst[kant] = await kanten[kant].ronde();
      if (i > 0) ronden.push(uitkomst);
    }
    const van = (kant, wat) => mediaan(ronden.map((ronde) => ronde[kant][wat]));
    return [
      { naam: 'zonder aanmelding, versleuteling en auditspoor (mediaan)', waarde: van(0, 'perSeconde'), eenheid: 'berichten/s' },
      { naam: 'met alle drie (mediaan)', waarde: van(1, 'perSeconde'), eenheid: 'berichten/s' },
      { naam: `verhouding, mediaan van ${RONDEN} ronden`, waarde: mediaan(ronden.map(([zonder, met]) => met.perSeconde / zonder.perSeconde)), eenheid: '×', doel: '≥ 0,75' },
      { naam: '  rekentijd van gateway en database per bericht, zonder', waarde: van(0, 'ms'), eenheid: 'ms' },
      { naam: '  idem, met alle drie', waarde: van(1, 'ms'), eenheid: 'ms' },
      ...['api', 'worker', 'postgres'].flatMap((deel) => [
        { naam: `  waarvan ${deel}, zonder`, waarde: van(0, deel), eenheid: 'ms' }, { naam: `  waarvan ${deel}, met`, waarde: van(1, deel), eenheid: 'ms' }]),
      { naam: '  verhouding van de rekentijd (zonder gedeeld door met)', waarde: mediaan(ronden.map(([zonder, met]) => zonder.ms / met.ms)), eenheid: '×' },
    ];
  } finally {
    for (const kant of kanten) await kant.stop();
    await uitgever.stop();
    rmSync(map, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await meet());
