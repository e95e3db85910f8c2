/**
 * How much one caller may ask: requests in a minute, counted together by all API processes where there is a Redis, and requests under way at
 * the same time, counted by each process for itself. Who is signed in counts by client, others by address.
 */
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Redis } from 'ioredis';
import type { Aangemeld } from '../../../platform/aanmelding/index.js';
import type { Limieten } from '../../../platform/config.js';
import { Probleem } from '../problemen.js';

const MINUUT_MS = 60_000;
/** A Redis that does not answer within this time is away: it must not hold requests up. */
const REDIS_GEDULD_MS = 250;
/** Seconds after which a place among the requests under way is likely to be free. */
const PLAATS_NA_S = 1;

export interface Begrenzer {
  /** Counts a request of nobody in particular. @throws Probleem when its address asks too much */
  adres(request: FastifyRequest): Promise<void>;
  /** Counts a request of a client, until its answer is gone. @throws Probleem when the client asks too much */
  client(request: FastifyRequest, reply: FastifyReply, aangemeld: Aangemeld): Promise<void>;
}

function teVeel(uitleg: string, naSeconden: number): Probleem {
  return new Probleem('te-veel-aanvragen', uitleg, [], {}, { 'Retry-After': String(Math.max(1, naSeconden)) });
}

/** Where requests in a minute are counted: by this process alone, or by all of them in Redis. */
type Telplaats = 'proces' | 'samen';

type Teller = (soort: string, sleutel: (request: FastifyRequest) => string) => ReturnType<FastifyInstance['createRateLimit']>;

/**
 * @param redisUrl absent: each process counts for itself. While Redis is away they do so too: that lets through the limit once per process,
 * instead of everything or nothing
 * @param bijWissel told when counting moves, and so when Redis went or came back
 */
export async function maakBegrenzer(
  app: FastifyInstance, limieten: Limieten, redisUrl: string | undefined, bijWissel: (telplaats: Telplaats) => void = () => undefined,
): Promise<Begrenzer> {
  const redis = redisUrl === undefined ? undefined
    : new Redis(redisUrl, { enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: REDIS_GEDULD_MS });
  if (redis !== undefined) {
    redis.on('error', () => undefined);
    app.addHook('onClose', async () => { redis.disconnect(); });
  }
  const grenzen = new WeakMap<FastifyRequest, number>();
  /** Each in a room of its own, as the plugin keeps one store. */
  const maakTeller = async (opslag: { readonly redis?: Redis }): Promise<Teller> => {
    let teller: Teller | undefined;
    await app.register(async (kamer) => {
      await kamer.register(rateLimit, { global: false, nameSpace: 'iwmo-limiet-', ...opslag });
      teller = (soort, sleutel) => kamer.createRateLimit({
        timeWindow: MINUUT_MS, keyGenerator: (request) => `${soort}:${sleutel(request)}`,
        max: (request) => grenzen.get(request) ?? Number.MAX_SAFE_INTEGER,
      });
    });
    if (teller === undefined) throw new Error('De tellers van het aantal aanvragen zijn er niet');
    return teller;
  };
  const alleen = await maakTeller({});
  const samen = redis === undefined ? undefined : await maakTeller({ redis });
  const beide = (...wat: Parameters<Teller>) => ({ alleen: alleen(...wat), samen: samen?.(...wat) });
  const perAdres = beide('adres', ({ ip }) => ip);
  const perClient = beide('client', ({ aanvrager }) => aanvrager.client);
  let telplaats: Telplaats = samen === undefined ? 'proces' : 'samen';
  const wissel = (naar: Telplaats): void => {
    if (naar === telplaats) return;
    telplaats = naar;
    bijWissel(naar);
  };
  const standVan = async (welke: typeof perAdres, request: FastifyRequest): ReturnType<typeof welke.alleen> => {
    if (welke.samen !== undefined) {
      try {
        const stand = await welke.samen(request);
        wissel('samen');
        return stand;
      } catch {
        wissel('proces');
      }
    }
    return welke.alleen(request);
  };
  const tel = async (welke: typeof perAdres, request: FastifyRequest, grens: number | undefined): Promise<void> => {
    if (grens === undefined) return;
    grenzen.set(request, grens);
    const stand = await standVan(welke, request);
    if (!stand.isAllowed && stand.isExceeded) {
      throw teVeel(`Er mogen ${grens} aanvragen per minuut. Probeer het opnieuw na de tijd in Retry-After.`, stand.ttlInSeconds);
    }
  };

  const onderweg = new Map<string, number>();
  const neemPlaats = (client: string, grens: number, reply: FastifyReply): void => {
    const nu = onderweg.get(client) ?? 0;
    if (nu >= grens) throw teVeel(`Er mogen ${grens} aanvragen tegelijk lopen. Wacht tot er een klaar is.`, PLAATS_NA_S);
    onderweg.set(client, nu + 1);
    // Also for a caller that goes away before its answer.
    reply.raw.once('close', () => {
      const over = (onderweg.get(client) ?? 1) - 1;
      if (over > 0) onderweg.set(client, over);
      else onderweg.delete(client);
    });
  };

  return {
    adres: (request) => tel(perAdres, request, limieten.perMinuut),
    async client(request, reply, { aanvrager, perMinuut, gelijktijdig }) {
      await tel(perClient, request, perMinuut ?? limieten.perMinuut);
      const grens = gelijktijdig ?? limieten.gelijktijdig;
      if (grens !== undefined) neemPlaats(aanvrager.client, grens, reply);
    },
  };
}
