/** The door on an application of its own: nothing is open by accident, and processes count together where there is a Redis. */
import Fastify, { type FastifyInstance } from 'fastify';
import { Redis } from 'ioredis';
import { afterEach, describe, expect, it } from 'vitest';
import { bewaakDeur, type Deuropties } from '../../../src/koppelvlakken/http/aanmelding/deur.js';
import { Probleem, stuurProbleem } from '../../../src/koppelvlakken/http/problemen.js';
import { GEDEELD } from '../../../src/koppelvlakken/http/schemas.js';
import { NietAangemeld, OnbekendeClient, type Aanmelder } from '../../../src/platform/aanmelding/index.js';
import type { Scope } from '../../../src/platform/aanvrager.js';
import { redisDb } from '../../hulp/redis.js';

/** The header is the client; it may read. */
const aanmelder: Aanmelder = {
  async meldAan(client) {
    if (client === undefined) throw new NietAangemeld('ontbreekt', 'Niets.');
    if (client === 'vreemd') throw new OnbekendeClient(client);
    return { aanvrager: { client, partijen: new Set(), scopes: new Set<Scope>(['lezen']) }, perMinuut: undefined, gelijktijdig: undefined };
  },
};
const ZONDER_GRENS = { perMinuut: undefined, gelijktijdig: undefined };
const gemaakt: FastifyInstance[] = [];
async function maak(opties: Partial<Deuropties> = {}): Promise<FastifyInstance> {
  const app = Fastify();
  gemaakt.push(app);
  for (const schema of GEDEELD) app.addSchema(schema);
  app.setErrorHandler(async (fout, _request, reply) => stuurProbleem(reply, fout instanceof Probleem ? fout : new Probleem('interne-fout', '')));
  await bewaakDeur(app, { aanmelder, limieten: ZONDER_GRENS, redisUrl: undefined, ...opties });
  app.get('/lezen', { config: { toegang: ['lezen', 'gemeente'] } }, async ({ aanvrager }) => aanvrager.client);
  app.get('/beheer', { config: { toegang: ['beheer'] } }, async () => 'x');
  app.get('/open', { config: { toegang: 'openbaar' } }, async ({ aanvrager }) => [aanvrager.partijen].flat().length);
  return app;
}
afterEach(async () => {
  for (const app of gemaakt.splice(0)) await app.close();
});
const status = async (app: FastifyInstance, url: string, authorization?: string): Promise<number> =>
  (await app.inject({ url, ...(authorization === undefined ? {} : { headers: { authorization } }) })).statusCode;

describe('een route', () => {
  it('die niet zegt wie erbij mag, kan niet bestaan', async () => {
    const app = await maak();
    expect(() => app.get('/vergeten', async () => 'x')).toThrow(/GET \/vergeten .*config\.toegang/);
    await expect(app.register(async (kamer) => { kamer.post('/dieper', { config: {} }, async () => 'x'); })).rejects.toThrow(/POST \/dieper/);
  });

  it('geeft wat zij vraagt door, ook voor HEAD', async () => {
    const app = await maak();
    expect([...app.toegangen]).toEqual(expect.arrayContaining([['GET /lezen', ['lezen', 'gemeente']], ['HEAD /lezen', ['lezen', 'gemeente']]]));
    expect(await Promise.all([status(app, '/lezen', 'a'), status(app, '/beheer', 'a'), status(app, '/lezen'), status(app, '/lezen', 'vreemd'), status(app, '/open')]))
      .toEqual([200, 403, 401, 403, 200]);
    expect((await app.inject({ method: 'HEAD', url: '/lezen' })).statusCode).toBe(401);
  });

  it('is zonder aanmelding van iedereen', async () => {
    const app = await maak({ aanmelder: undefined });
    expect(await Promise.all(['/lezen', '/beheer', '/open'].map((url) => status(app, url)))).toEqual([200, 200, 200]);
  });
});

describe('tellen', () => {
  const limieten = { perMinuut: 2, gelijktijdig: undefined };
  const driemaal = async (app: FastifyInstance, url: string, wie?: string): Promise<number[]> =>
    [await status(app, url, wie), await status(app, url, wie), await status(app, url, wie)];

  it('gaat per client, en voor wie niet binnenkomt of nergens voor hoeft per adres', async () => {
    const app = await maak({ limieten });
    expect(await driemaal(app, '/lezen', 'a')).toEqual([200, 200, 429]);
    expect(await driemaal(app, '/lezen', 'b')).toEqual([200, 200, 429]);
    expect(await driemaal(app, '/lezen')).toEqual([401, 401, 429]);
    expect(await status(app, '/open')).toBe(429);
    expect(await status(app, '/lezen', 'c')).toBe(200);
  });

  it('gaat per proces door als de ingestelde Redis er niet is, en dat wordt gemeld', async () => {
    const gemeld: string[] = [];
    const app = await maak({ limieten, redisUrl: 'redis://127.0.0.1:1', bijTelwissel: (telplaats) => { gemeld.push(telplaats); } });
    expect(await driemaal(app, '/lezen', 'a')).toEqual([200, 200, 429]);
    expect(await driemaal(app, '/lezen', 'b')).toEqual([200, 200, 429]);
    expect(gemeld).toEqual(['proces']);
  });

  const redisUrl = redisDb(15);
  it.skipIf(redisUrl === '')('gaat over processen heen als er een Redis is', async () => {
    const redis = new Redis(redisUrl);
    const wie = `samen-${process.pid}-${Date.now()}`;
    const [een, twee] = [await maak({ limieten, redisUrl }), await maak({ limieten, redisUrl })];
    // The connection is made beside the start; until it is there nothing is counted.
    for (const app of [een, twee]) await expect.poll(() => status(app, '/lezen', `${wie}-eerst`), { timeout: 5_000, interval: 20 }).toBe(429);
    expect([await status(een, '/lezen', wie), await status(twee, '/lezen', wie), await status(een, '/lezen', wie), await status(twee, '/lezen', wie)])
      .toEqual([200, 200, 429, 429]);
    await redis.del(...await redis.keys(`*${wie}*`));
    redis.disconnect();
  });
});
