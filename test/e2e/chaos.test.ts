/**
 * What is acknowledged ends assessed exactly once, whatever is killed meanwhile. Runs under `npm run test:chaos` (CHAOS_BERICHTEN messages,
 * CHAOS_ZAAD for another order of events); what is killed one at a time is in betrouwbaar, starten and sterven.
 */
import { afterEach, describe, expect, it } from 'vitest';
import { leesBericht } from '../../src/standaard/xml/lezen.js';
import { haalInhoud } from '../../src/verwerking/opslag.js';
import { HEEFT_REDIS, leverTot, Opstelling, stand, toevalVan } from '../hulp/chaos.js';
import { maakVerkeer } from '../hulp/chaosverkeer.js';
import { verseDatabase } from '../hulp/database.js';
import { maakPijplijn } from '../hulp/pijplijn.js';

const AANTAL = Number(process.env['CHAOS_BERICHTEN'] || 0);
const ZAAD = Number(process.env['CHAOS_ZAAD'] || 20261122);
/** Rest between two disturbances, in milliseconds: long enough for something to be under way again. */
const RUST_MS = [400, 1500] as const;
const PAREN = 20;
const opruimen: (() => Promise<unknown>)[] = [];
afterEach(async () => { for (const doe of opruimen.splice(0).reverse()) await doe(); }, 60_000);

/** The same messages, one by one, with nothing in the way. */
async function nagespeeld(verkeer: ReturnType<typeof maakVerkeer>): Promise<Record<string, unknown>> {
  const database = await verseDatabase();
  const pijplijn = maakPijplijn(database.url);
  opruimen.push(() => database.verwijder(), () => pijplijn.sluit());
  for (const { soort, bytes } of verkeer) await pijplijn.lever(soort, leesBericht(soort, bytes));
  return stand(pijplijn.pool);
}

describe.each([['de wachtrij in PostgreSQL', false], ['de wachtrij in Redis', true]] as const)('%s', (_naam, metRedis) => {
  it.skipIf(AANTAL === 0 || (metRedis && !HEEFT_REDIS))('kill -9 op alles, door elkaar: niets kwijt, niets dubbel, het register als zonder storing', async () => {
    const toeval = toevalVan(ZAAD + (metRedis ? 1 : 0));
    const verkeer = maakVerkeer(AANTAL, PAREN, toeval);
    const proef = new Opstelling();
    opruimen.push(() => proef.stop());
    await proef.start(metRedis);

    let klaar = false;
    const gestoord: string[] = [];
    const rust = (): Promise<void> => new Promise((verder) => { setTimeout(verder, RUST_MS[0] + toeval() * (RUST_MS[1] - RUST_MS[0])); });
    const stoorder = (async () => {
      // Each kind at least once, also in a short run; after that at random.
      const beurt = [...new Map(proef.storingen.map((een) => [een.naam, een])).values()];
      while (!klaar || beurt.length > 0) {
        const storing = beurt.pop() ?? proef.storingen[Math.floor(toeval() * proef.storingen.length)];
        await storing?.doe();
        gestoord.push(storing?.naam ?? '');
        await rust();
      }
    })();
    const ids = new Map<string, string>();
    const gestuurd = Promise.all(Array.from({ length: PAREN }, async (_leeg, paar) => {
      for (const zending of verkeer.filter((een) => een.paar === paar)) {
        ids.set(zending.identificatie, await leverTot(proef.adressen, zending.bytes, `sleutel-${zending.identificatie}`, toeval));
      }
    }));
    // A run that goes wrong tells what the processes said, and does not leave the disturber behind.
    await gestuurd.catch((fout: unknown) => { throw new Error(`${String(fout)}\n${proef.uitvoer}`); }).finally(async () => {
      klaar = true;
      await stoorder;
    });
    expect(new Set(gestoord).size).toBeGreaterThanOrEqual(metRedis ? 5 : 3);

    const { pool, sluit } = await proef.openPool();
    opruimen.push(sluit);
    await expect.poll(async () => (await pool.query<{ open: number }>(
      `select count(*)::int as open from bericht where status in ('ontvangen', 'mislukt')`).catch(() => ({ rows: [] }))).rows[0]?.open,
    { timeout: 120_000, interval: 250 }).toBe(0);
    expect(ids.size).toBe(AANTAL);
    const { rows: [telling] } = await pool.query<{ heen: number; antwoorden: number; terzijde: number }>(
      `select count(*) filter (where antwoord_op is null)::int as heen, count(distinct antwoord_op)::int as antwoorden,
         count(*) filter (where terzijde_op is not null)::int as terzijde from bericht`);
    expect(telling).toEqual({ heen: AANTAL, antwoorden: AANTAL, terzijde: 0 });
    // Every acknowledged id is that very message, and its bytes are what was sent.
    const steekproef = verkeer.filter((_een, i) => i % Math.ceil(AANTAL / 50) === 0);
    for (const { identificatie, bytes } of steekproef) expect(await haalInhoud(pool, ids.get(identificatie) ?? '')).toEqual(bytes);
    const uitkomst = await stand(pool);
    const verwacht = await nagespeeld(verkeer);
    for (const [deel, regels] of Object.entries(verwacht)) expect(uitkomst[deel], deel).toEqual(regels);
  }, 600_000);
});
