/**
 * Two API processes and two workers on Redis against one of each, in turns on one PostgreSQL in one run, with what each kind of process takes of
 * the processors and what the sessions of the database wait for. Also few pairs instead of many, because the messages of a pair go one by one.
 * What was measured goes to bench/ijking.json too: the simulation takes its times from there.
 */
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import { meetRonde, REDIS, startGang, startGrond } from './hulp/gang.mjs';
import { kaleLus, WORTEL } from './hulp/server.mjs';

const AANTAL = Number(process.env.BENCH_AANTAL ?? 1000);
const RONDEN = Number(process.env.BENCH_RONDEN ?? 3);
const TEGELIJK = 24;
/** No new measurement is begun after so many seconds, except those of the first round. */
const TIJD_S = Number(process.env.BENCH_TIJD_S ?? 480);
/** In turns, so that whatever else the machine does falls on all. */
const OPSTELLINGEN = [
  { apis: 1, workers: 1, paren: 60 }, { apis: 2, workers: 2, paren: 60 }, { apis: 1, workers: 2, paren: 60 },
  { apis: 1, workers: 1, paren: 4 }, { apis: 1, workers: 1, paren: 1 },
];
const naamVan = ({ apis, workers, paren }) => `${apis} API, ${workers} worker${workers > 1 ? 's' : ''}, ${paren} ${paren > 1 ? 'paren' : 'paar'}`;

function mediaan(getallen) {
  const gesorteerd = [...getallen].sort((a, b) => a - b);
  return (gesorteerd[(getallen.length - 1) >> 1] + gesorteerd[getallen.length >> 1]) / 2;
}

/** The medians of every figure of rounds, however deep. */
function mediaanVan(ronden) {
  const [eerste] = ronden;
  if (typeof eerste === 'number') return mediaan(ronden);
  const sleutels = [...new Set(ronden.flatMap((ronde) => Object.keys(ronde)))];
  return Object.fromEntries(sleutels.map((sleutel) => [sleutel, mediaanVan(ronden.map((ronde) => ronde[sleutel] ?? 0))]));
}

async function heeftRedis() {
  const redis = new Redis(REDIS, { lazyConnect: true, maxRetriesPerRequest: 1, retryStrategy: () => null });
  redis.on('error', () => undefined);
  return redis.connect().then(() => { redis.disconnect(); return true; }, () => false);
}

/** @returns rows {naam, waarde, eenheid, doel?}; none without a Redis */
export async function meet() {
  if (!await heeftRedis()) {
    console.log('Overgeslagen: er antwoordt geen Redis (REDIS_URL).');
    return [];
  }
  const grond = await startGrond();
  try {
    const los = await kaleLus(grond.url, 1);
    const naast = await kaleLus(grond.url, 8);
    const ronden = new Map(OPSTELLINGEN.map((een) => [naamVan(een), []]));
    let medianen;
    const legVast = () => {
      medianen = OPSTELLINGEN.map((opstelling) => ({ ...opstelling, ...mediaanVan(ronden.get(naamVan(opstelling))) }));
      writeFileSync(join(WORTEL, 'bench/ijking.json'), `${JSON.stringify({
        gemetenOp: new Date().toISOString(), processoren: cpus().length, belasting: loadavg()[0], aantal: AANTAL,
        ronden: OPSTELLINGEN.map((een) => ronden.get(naamVan(een)).length), tegelijk: TEGELIJK, lus: { een: los, acht: naast }, opstellingen: medianen },
      null, 2)}\n`);
    };
    const begin = performance.now();
    for (let ronde = 0; ronde < RONDEN; ronde++) {
      for (const opstelling of OPSTELLINGEN) {
        if (ronde > 0 && performance.now() - begin > TIJD_S * 1000) break;
        const gang = await startGang(grond, opstelling);
        try {
          ronden.get(naamVan(opstelling)).push(await meetRonde(gang, { aantal: AANTAL, paren: opstelling.paren, tegelijk: TEGELIJK }));
        } finally {
          await gang.stop();
        }
      }
      // After every round, so that a run that is cut off leaves what it had.
      legVast();
    }
    // Round by round: what else the machine does changes more between rounds than within one.
    const tegenEenEnEen = (welke) => {
      const [eerste, andere] = [0, welke].map((i) => ronden.get(naamVan(OPSTELLINGEN[i])));
      return mediaan(andere.map((ronde, i) => ronde.perSeconde / eerste[i].perSeconde));
    };
    const rijen = medianen.flatMap((m) => [
      { naam: `${naamVan(m)} (mediaan van ${ronden.get(naamVan(m)).length})`, waarde: m.perSeconde, eenheid: 'berichten/s' },
      { naam: '  van opslag tot oordeel, p50', waarde: m.duurMs.p50, eenheid: 'ms' },
      { naam: '  idem, p99', waarde: m.duurMs.p99, eenheid: 'ms' },
      ...Object.entries(m.msPerBericht).map(([deel, ms]) => ({ naam: `  rekentijd per bericht: ${deel}`, waarde: ms, eenheid: 'ms' })),
      { naam: '  processoren bezet', waarde: m.kernen.machine, eenheid: `van ${cpus().length}` },
      { naam: '  commits per bericht', waarde: m.commitsPerBericht, eenheid: '' },
      ...Object.entries(m.sessies).sort((a, b) => b[1] - a[1]).slice(0, 5).map(([op, n]) => ({ naam: `  sessies gemiddeld: ${op}`, waarde: n, eenheid: '' })),
    ]);
    return [
      ...rijen,
      { naam: 'twee en twee tegen één en één, mediaan van de ronden', waarde: tegenEenEnEen(1), eenheid: '×' },
      { naam: 'één API met twee workers tegen één en één, mediaan van de ronden', waarde: tegenEenEnEen(2), eenheid: '×' },
      { naam: 'groei van de database per WMO305 met WMO306', waarde: medianen[0].bytesPerBericht, eenheid: 'bytes' },
      { naam: 'kale lus van twee inserts, één verbinding', waarde: los, eenheid: 'transacties/s' },
      { naam: 'kale lus van twee inserts, acht verbindingen', waarde: naast, eenheid: 'transacties/s' },
    ];
  } finally {
    await grond.stop();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await meet());
