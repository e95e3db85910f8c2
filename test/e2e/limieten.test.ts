/** Two API processes on one Redis: what one caller may ask is counted together, and each counts for itself while Redis is away. */
import { request } from 'node:http';
import { rmSync } from 'node:fs';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Beller, toegangsbestand, type Antwoord } from '../hulp/aanmelding.js';
import { alsBestanden } from '../hulp/certificaat.js';
import { verseDatabase, type Testdatabase } from '../hulp/database.js';
import { startDoorgeefluik, type Doorgeefluik } from '../hulp/doorgeefluik.js';
import { redisDb } from '../hulp/redis.js';
import { SERVER, startServer, type Uitvoering } from '../hulp/server.js';
import { startUitgever, type Uitgever } from '../hulp/uitgever.mjs';

const redisUrl = redisDb(15);
/** Names of their own for this run: the counters are in a Redis that others use too. */
const wie = (naam: string): string => `${naam}-${process.pid}-${Date.now().toString(36)}`;
const [KORT, SMAL, WARM] = [wie('kort'), wie('smal'), wie('warm')];
/** Each for one attempt. */
const VEEL = [1, 2, 3, 4, 5].map((nummer) => wie(`veel${nummer}`));
const lezer = (limieten: object) => ({ partijen: ['0363'], scopes: ['lezen', 'aanleveren'], limieten });

describe.skipIf(redisUrl === '')('twee API-processen op één Redis (overgeslagen zonder TEST_REDIS_URL)', () => {
  const { map, paden } = alsBestanden({ 'toegang.yaml': toegangsbestand({
    ...Object.fromEntries(VEEL.map((naam) => [naam, lezer({ perMinuut: 10 })])),
    [KORT]: lezer({ perMinuut: 4 }), [SMAL]: lezer({ gelijktijdig: 1 }), [WARM]: lezer({ perMinuut: 100_000 }) }) });
  let uitgever: Uitgever;
  let database: Testdatabase;
  let luik: Doorgeefluik;
  let apis: readonly Uitvoering[] = [];
  beforeAll(async () => {
    const { hostname, port, pathname } = new URL(redisUrl);
    luik = await startDoorgeefluik({ host: hostname, port: Number(port || 6379) });
    [uitgever, database] = await Promise.all([startUitgever(), verseDatabase()]);
    const omgeving = {
      DATABASE_URL: database.url, REDIS_URL: `redis://127.0.0.1:${luik.poort}${pathname}`, AUTH: 'jwt', AUTH_ISSUER: uitgever.issuer,
      AUTH_AUDIENCE: uitgever.audience, TOEGANG_BESTAND: paden['toegang.yaml'] };
    apis = await Promise.all([1, 2].map(() => startServer(omgeving, [SERVER, 'api'], /API gereed op (http\S+)/)));
    // The connection is made beside the start; until it is there each counts for itself.
    const redis = new Redis(redisUrl);
    const geteld = async (): Promise<number> => {
      const sleutels = await redis.keys(`*${WARM}*`);
      return sleutels.length === 0 ? 0 : Number(await redis.get(sleutels[0] ?? ''));
    };
    for (const i of [0, 1]) {
      await vi.waitFor(async () => {
        const voor = await geteld();
        await vraag(WARM, i);
        expect(await geteld()).toBe(voor + 1);
      }, { timeout: 20_000, interval: 20 });
    }
    redis.disconnect();
  });
  afterAll(async () => {
    await Promise.all(apis.map((api) => api.stop()));
    await luik?.dicht();
    const redis = new Redis(redisUrl);
    const sleutels = (await Promise.all([...VEEL, KORT, SMAL, WARM].map((naam) => redis.keys(`*${naam}*`)))).flat();
    if (sleutels.length > 0) await redis.del(...sleutels);
    redis.disconnect();
    await database?.verwijder();
    await uitgever?.stop();
    rmSync(map, { recursive: true });
  });

  const vraag = (client: string, api: number): Promise<Antwoord> => new Beller(apis[api]?.adres ?? '', uitgever, client).vraag('GET', '/v1/berichten');
  const statussen = async (client: string, keren: number): Promise<number[]> =>
    (await Promise.all(Array.from({ length: keren }, (_, i) => vraag(client, i % 2)))).map(({ status }) => status).sort();
  /** Asks both until the last thing that each said of it is this. */
  const meldt = (wat: 'weg' | 'terug'): Promise<void> => vi.waitFor(async () => {
    for (const [i, api] of apis.entries()) {
      expect((await vraag(WARM, i)).status).toBe(200);
      expect([...api.uitvoer().matchAll(/Redis is (weg|terug)/g)].at(-1)?.[1]).toBe(wat);
    }
  }, { timeout: 20_000, interval: 50 });

  it('het aantal per minuut geldt voor beide samen, ook als alles tegelijk komt', async () => {
    // On a machine that is too busy for Redis to answer in time each counts for itself, which is another test.
    let client = '';
    let samen = false;
    for (const poging of VEEL) {
      client = poging;
      for (const i of [0, 1]) await vraag(WARM, i);
      const gezegd = apis.map((api) => api.uitvoer().length);
      const uitkomst = await statussen(client, 30);
      if (apis.some((api, i) => api.uitvoer().slice(gezegd[i]).includes('Redis is'))) continue;
      expect(uitkomst).toEqual([...Array<number>(10).fill(200), ...Array<number>(20).fill(429)]);
      samen = true;
      break;
    }
    expect(samen).toBe(true);
    for (const i of [0, 1]) {
      const antwoord = await vraag(client, i);
      expect(antwoord.json).toMatchObject({ code: 'te-veel-aanvragen', status: 429 });
      expect(Number(antwoord.headers['retry-after'])).toBeGreaterThan(0);
    }
    expect((await vraag(WARM, 0)).status).toBe(200);
  });

  it('het aantal tegelijk geldt per proces', async () => {
    const verzoek = request(`${apis[0]?.adres}/v1/berichten`, { method: 'POST', headers: {
      ...await new Beller(apis[0]?.adres ?? '', uitgever, SMAL).kop(), 'Content-Type': 'application/xml', 'Content-Length': '100' } });
    verzoek.on('error', () => undefined);
    verzoek.write('<a>');
    await vi.waitFor(async () => { expect((await vraag(SMAL, 0)).status).toBe(429); }, { timeout: 20_000, interval: 20 });
    expect((await vraag(SMAL, 1)).status).toBe(200);
    verzoek.destroy();
    await vi.waitFor(async () => { expect((await vraag(SMAL, 0)).status).toBe(200); }, { timeout: 20_000, interval: 20 });
  });

  it('is Redis weg, dan telt elk voor zich en mislukt er niets; komt Redis terug, dan weer samen', async () => {
    await luik.dicht();
    await meldt('weg');
    expect(await statussen(KORT, 20)).toEqual([...Array<number>(8).fill(200), ...Array<number>(12).fill(429)]);
    await luik.open();
    await meldt('terug');
    // What was counted meanwhile is not in Redis; from here on it is one count again.
    expect(await statussen(KORT, 20)).toEqual([...Array<number>(4).fill(200), ...Array<number>(16).fill(429)]);
    for (const api of apis) expect(api.uitvoer()).not.toMatch(/interne fout/);
  });
});
