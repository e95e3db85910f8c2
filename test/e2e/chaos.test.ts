/**
 * What is acknowledged ends assessed exactly once, whatever is killed meanwhile. A short form runs with every test; `npm run test:chaos` sends
 * CHAOS_BERICHTEN messages over each queue, the same over both, so that they are replayed undisturbed once. CHAOS_ZAAD gives other messages and
 * another order of events. What is killed one at a time is in betrouwbaar, starten and sterven.
 */
import { afterEach, describe, expect, it } from 'vitest';
import { controleerKeten } from '../../src/platform/audit/keten.js';
import type { Pool } from '../../src/platform/database.js';
import { leesBericht } from '../../src/standaard/xml/lezen.js';
import { haalInhoud } from '../../src/verwerking/opslag.js';
import { HEEFT_REDIS, leverTot, Opstelling, stand, toevalVan, wacht } from '../hulp/chaos.js';
import { maakVerkeer } from '../hulp/chaosverkeer.js';
import { verseDatabase } from '../hulp/database.js';
import { maakPijplijn } from '../hulp/pijplijn.js';

const LANG = Number(process.env['CHAOS_BERICHTEN'] || 0);
const AANTAL = LANG || 80;
const ZAAD = Number(process.env['CHAOS_ZAAD'] || 20261122);
/** Rest between two disturbances, in milliseconds: long enough for something to be under way again. */
const RUST_MS = LANG > 500 ? [800, 2500] as const : [300, 900] as const;
const PAREN = 20;
const opruimen: (() => Promise<unknown>)[] = [];
afterEach(async () => { for (const doe of opruimen.splice(0).reverse()) await doe(); }, 60_000);

const verkeer = maakVerkeer(AANTAL, PAREN, toevalVan(ZAAD));
let naspel: Promise<Record<string, unknown>> | undefined;

/** The same messages, one by one, with nothing in the way. */
async function nagespeeld(): Promise<Record<string, unknown>> {
  const database = await verseDatabase();
  const pijplijn = maakPijplijn(database.url);
  try {
    for (const { soort, bytes } of verkeer) await pijplijn.lever(soort, leesBericht(soort, bytes));
    return await stand(pijplijn.pool);
  } finally {
    await pijplijn.sluit();
    await database.verwijder();
  }
}

/** How often the next disturbance does not wait until all has come back from the one before. */
const DUBBEL = 0.25;

/**
 * Disturbs until told to stop: each kind at least once, also in a short run, after that at random. Between disturbances all that was killed
 * comes back, mostly: on a slow machine they then lie further apart, where otherwise nothing would ever work again.
 * @returns what was done, and how often
 */
async function stoor(proef: Opstelling, toeval: () => number, klaar: () => boolean): Promise<Map<string, number>> {
  const gestoord = new Map<string, number>();
  while (!proef.gestopt && !(klaar() && proef.soorten.every((naam) => gestoord.has(naam)))) {
    const nogNiet = proef.storingen.filter(({ naam }) => !gestoord.has(naam));
    const keus = nogNiet.length > 0 ? nogNiet : proef.storingen;
    const storing = keus[Math.floor(toeval() * keus.length)];
    if (storing !== undefined) {
      await storing.doe();
      gestoord.set(storing.naam, (gestoord.get(storing.naam) ?? 0) + 1);
    }
    const wachtOpHerstel = toeval() >= DUBBEL;
    do await wacht(RUST_MS[0] + toeval() * (RUST_MS[1] - RUST_MS[0]));
    while (wachtOpHerstel && !proef.hersteld && !proef.gestopt);
  }
  return gestoord;
}

/** Every message once, every answer once, and an audit trail that says so. */
async function controleerBerichten(pool: Pool): Promise<void> {
  const { rows: [telling] } = await pool.query(
    `select count(*) filter (where antwoord_op is null)::int as heen, count(antwoord_op)::int as antwoorden,
       count(distinct antwoord_op)::int as beantwoord, count(*) filter (where terzijde_op is not null)::int as terzijde,
       (select count(*)::int from bezorging) as bezorgingen from bericht`);
  expect(telling).toEqual({ heen: AANTAL, antwoorden: AANTAL, beantwoord: AANTAL, terzijde: 0, bezorgingen: AANTAL });
  await expect.poll(async () => (await pool.query<{ los: number }>('select count(*)::int as los from audit_nieuw')).rows[0]?.los,
    { timeout: 60_000, interval: 250 }).toBe(0);
  for (const handeling of ['bericht aangeleverd', 'bericht beoordeeld']) {
    const { rows } = await pool.query('select count(*)::int as regels, count(distinct object)::int as berichten from audit where handeling = $1', [handeling]);
    expect(rows, handeling).toEqual([{ regels: AANTAL, berichten: AANTAL }]);
  }
  expect(await controleerKeten(pool)).toMatchObject({ heel: true });
}

const WACHTRIJEN = [['de wachtrij in PostgreSQL', false], ...(LANG > 0 ? [['de wachtrij in Redis', true] as const] : [])] as const;
describe.each(WACHTRIJEN)('%s', (naam, metRedis) => {
  it.skipIf(metRedis && !HEEFT_REDIS)('kill -9 op alles, door elkaar: niets kwijt, niets dubbel, het register als zonder storing', async () => {
    const begin = performance.now();
    const toeval = toevalVan(ZAAD + (metRedis ? 1 : 0));
    const proef = new Opstelling();
    opruimen.push(() => proef.stop());
    await proef.start(metRedis);

    let klaar = false;
    const stoorder = stoor(proef, toeval, () => klaar);
    const ids = new Map<string, string>();
    const gestuurd = Promise.all(Array.from({ length: PAREN }, async (_leeg, paar) => {
      for (const zending of verkeer.filter((een) => een.paar === paar)) {
        ids.set(zending.identificatie, await leverTot(proef, zending.bytes, `sleutel-${zending.identificatie}`, toeval));
        // Half-way everything that waits in Redis is gone at once, whatever chance does besides.
        if (metRedis && ids.size === Math.ceil(AANTAL / 2)) await proef.maakRedisLeeg();
      }
    }));
    // A run that goes wrong tells what the processes said, and does not leave the disturber behind.
    const gestoord = await gestuurd.catch((fout: unknown) => { throw new Error(`${String(fout)}\n${proef.uitvoer}`); })
      .finally(() => { klaar = true; }).then(() => stoorder);
    expect([...gestoord.keys()].sort()).toEqual([...proef.soorten].sort());

    const { pool, sluit } = await proef.openPool();
    opruimen.push(sluit);
    await expect.poll(async () => (await pool.query<{ open: number }>(
      `select count(*)::int as open from bericht where status in ('ontvangen', 'mislukt')`).catch(() => ({ rows: [] }))).rows[0]?.open,
    { timeout: 300_000, interval: 250 }).toBe(0);
    expect(ids.size).toBe(AANTAL);
    await controleerBerichten(pool);
    // Every acknowledged id is that very message, and its bytes are what was sent.
    const steekproef = verkeer.filter((_een, i) => i % Math.ceil(AANTAL / 50) === 0);
    for (const { identificatie, bytes } of steekproef) expect(await haalInhoud(pool, ids.get(identificatie) ?? '')).toEqual(bytes);
    const gedaan = performance.now();
    const uitkomst = await stand(pool);
    const verwacht = await (naspel ??= nagespeeld());
    for (const [deel, regels] of Object.entries(verwacht)) expect(uitkomst[deel], deel).toEqual(regels);
    if (LANG > 0) {
      const s = (ms: number): string => (ms / 1000).toFixed(0);
      console.log(`${naam}: ${AANTAL} berichten in ${s(gedaan - begin)} s, nagespeeld in ${s(performance.now() - gedaan)} s; `
        + `omver: ${[...gestoord].map(([wat, keer]) => `${wat} ${keer}x`).join(', ')}`);
    }
  }, 600_000);
});
