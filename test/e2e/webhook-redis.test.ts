/** Webhooks with the queue in Redis: the same order, attempts, dead letters and replay, also when Redis forgets everything. */
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPool, type Pool } from '../../src/platform/database.js';
import { schrijfBericht } from '../../src/standaard/xml/schrijven.js';
import { verseDatabase, type Testdatabase } from '../hulp/database.js';
import { redisDb } from '../hulp/redis.js';
import { Aansluiting, SERVER, startServer, type Resource, type Uitvoering } from '../hulp/server.js';
import { header, wmo301 } from '../hulp/voorbeelden.js';
import { startWebhook, type Webhook } from '../hulp/webhook.js';

const redisUrl = redisDb(14);

describe.skipIf(redisUrl === '')('webhooks met de wachtrij in Redis (overgeslagen zonder TEST_REDIS_URL)', () => {
  let database: Testdatabase;
  let pool: Pool;
  let gateway: Aansluiting;
  let processen: readonly Uitvoering[] = [];
  const webhooks: Webhook[] = [];
  const leeg = async (): Promise<void> => {
    const redis = new Redis(redisUrl);
    await redis.flushdb();
    redis.disconnect();
  };
  beforeAll(async () => {
    await leeg();
    database = await verseDatabase();
    pool = openPool(database.url, 2);
    const omgeving = { DATABASE_URL: database.url, REDIS_URL: redisUrl, WEBHOOK_TOEGESTAAN: '127.0.0.0/8', WEBHOOK_ELKE_MS: '20' };
    // Everything in one, and a second worker beside it.
    processen = await Promise.all([startServer(omgeving), startServer(omgeving, [SERVER, 'worker'], /Worker gereed/)]);
    expect(processen[0]?.uitvoer()).toContain('BullMQ op Redis');
    gateway = new Aansluiting(processen[0]?.adres ?? '');
  });
  afterAll(async () => {
    await Promise.all(processen.map((proces) => proces.stop()));
    for (const webhook of webhooks) await webhook.stop();
    await pool?.end();
    await database?.verwijder();
    await leeg();
  });

  async function ontvanger(): Promise<Webhook> {
    const webhook = await startWebhook();
    webhooks.push(webhook);
    return webhook;
  }
  let volgnummer = 0;
  /** Has a gemeente send so many messages; gives the ids of the answers that are for it, in order. */
  async function laatKlaarstaan(gemeente: string, aantal: number): Promise<string[]> {
    const ids: string[] = [];
    for (let i = 0; i < aantal; i++) {
      const bericht = { ...wmo301, Header: { ...header('WMO301', `WR${++volgnummer}`), Afzender: gemeente } };
      const antwoord = await gateway.post(schrijfBericht('WMO301', bericht), { Prefer: 'wait=30' });
      ids.push((await antwoord.json() as Resource).antwoord?.id ?? '');
    }
    return ids;
  }
  const vraag = (methode: string, pad: string, inhoud?: object): Promise<Response> => fetch(gateway.adres + pad, {
    method: methode, ...(inhoud === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(inhoud) }) });
  const abonneer = async (gemeente: string, inhoud: object): Promise<void> => {
    expect((await vraag('PUT', `/v1/abonnementen/${gemeente}`, inhoud)).status).toBe(201);
  };
  interface Bezorging { readonly id: string; readonly pogingen: number; readonly laatsteFout?: string; readonly volgendePogingOp?: string }
  const bezorgingen = async (gemeente: string, status: string): Promise<readonly Bezorging[]> =>
    (await gateway.haal<{ items: Bezorging[] }>(`/v1/bezorgingen?status=${status}&partij=${gemeente}`)).items;
  const postvak = async (gemeente: string): Promise<readonly { id: string }[]> =>
    (await gateway.haal<{ items: { id: string }[] }>(`/v1/postvak?partij=${gemeente}`)).items;
  /** Lets the time pass until the next attempt. */
  const tijdVerstrijkt = (gemeente: string): Promise<unknown> =>
    pool.query('update bezorging set volgende_poging_op = now() where partij = $1 and volgende_poging_op is not null', [gemeente]);
  const wordt = <T>(kijk: () => T | Promise<T>) => expect.poll(kijk, { timeout: 20_000, interval: 20 });

  it('komt alles aan, per partij in volgorde en bij twee workers één keer, ook als Redis wordt geleegd', async () => {
    const partijen = ['0109', '0114', '0118'];
    const webhook = await ontvanger();
    await Promise.all(partijen.map((partij) => abonneer(partij, { url: `${webhook.url}/${partij}` })));
    const perPartij = await Promise.all(partijen.map((partij) => laatKlaarstaan(partij, 4)));
    await leeg();
    for (const [i, partij] of partijen.entries()) perPartij[i]?.push(...await laatKlaarstaan(partij, 1));
    await wordt(async () => (await Promise.all(partijen.map((partij) => postvak(partij)))).flat().length).toBe(0);
    for (const [i, partij] of partijen.entries()) {
      expect(webhook.ontvangen.filter(({ pad }) => pad.endsWith(partij)).map(({ id }) => id), partij).toEqual(perPartij[i]);
    }
  });

  it('wordt herhaald wat mislukt, gaat het na drie dagen terzijde, en kan het opnieuw', async () => {
    const webhook = await ontvanger();
    webhook.antwoord(503);
    await abonneer('0119', { url: webhook.url });
    const [eerst = '', daarna = ''] = await laatKlaarstaan('0119', 2);
    await wordt(async () => (await bezorgingen('0119', 'wacht')).map(({ laatsteFout, pogingen }) => [laatsteFout, pogingen])).toEqual([['http-503', 1], [undefined, 0]]);
    await tijdVerstrijkt('0119');
    await wordt(() => webhook.ids()).toEqual([eerst, eerst]);
    await wordt(async () => (await bezorgingen('0119', 'wacht')).map(({ pogingen, volgendePogingOp }) => [pogingen, volgendePogingOp === undefined || Date.parse(volgendePogingOp) < Date.now() + 1000]))
      .toEqual([[2, false], [0, true]]);
    webhook.antwoord(({ id }) => (id === eerst ? 503 : 200));
    await pool.query(`update bezorging set eerste_poging_op = now() - interval '73 hours' where bericht_id = $1`, [eerst]);
    await tijdVerstrijkt('0119');
    await wordt(() => webhook.ids()).toEqual([eerst, eerst, eerst, daarna]);
    expect(await bezorgingen('0119', 'terzijde')).toMatchObject([{ id: eerst, laatsteFout: 'http-503', pogingen: 3 }]);
    webhook.antwoord(200);
    expect((await vraag('POST', `/v1/bezorgingen/${eerst}/opnieuw`)).status).toBe(204);
    await wordt(async () => (await bezorgingen('0119', 'bezorgd')).map(({ id }) => id)).toEqual([eerst, daarna]);
  });
});
