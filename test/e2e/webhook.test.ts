/** Messages pushed to a webhook: signed, in order, again until they arrive, and by any number of workers that come and go. */
import { randomBytes } from 'node:crypto';
import { Webhook as Controle } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openPool, type Pool } from '../../src/platform/database.js';
import { schrijfBericht } from '../../src/standaard/xml/schrijven.js';
import { verseDatabase, type Testdatabase } from '../hulp/database.js';
import { Aansluiting, SERVER, startServer, type Resource, type Uitvoering } from '../hulp/server.js';
import { header, wmo301 } from '../hulp/voorbeelden.js';
import { startWebhook, type Webhook } from '../hulp/webhook.js';

let database: Testdatabase;
let pool: Pool;
let api: Uitvoering;
let gateway: Aansluiting;
const werkers: Uitvoering[] = [];
const webhooks: Webhook[] = [];
const omgeving = (): Record<string, string> => ({ DATABASE_URL: database.url, WEBHOOK_TOEGESTAAN: '127.0.0.0/8', WEBHOOK_ELKE_MS: '20' });
async function startWerker(): Promise<Uitvoering> {
  const werker = await startServer(omgeving(), [SERVER, 'worker'], /Worker gereed/);
  werkers.push(werker);
  return werker;
}

beforeAll(async () => {
  database = await verseDatabase();
  pool = openPool(database.url, 2);
  api = await startServer(omgeving(), [SERVER, 'api'], /API gereed op (http\S+)/);
  gateway = new Aansluiting(api.adres);
  await startWerker();
});
afterEach(async () => { for (const webhook of webhooks.splice(0)) await webhook.stop(); });
afterAll(async () => {
  await Promise.all(werkers.map((werker) => werker.stop()));
  await api?.stop();
  await pool?.end();
  await database?.verwijder();
});

async function ontvanger(): Promise<Webhook> {
  const webhook = await startWebhook();
  webhooks.push(webhook);
  return webhook;
}

let volgnummer = 0;
/** Has a gemeente send so many messages; gives the ids of the answers that wait for it, in order. */
async function laatKlaarstaan(gemeente: string, aantal: number): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < aantal; i++) {
    const bericht = { ...wmo301, Header: { ...header('WMO301', `W${++volgnummer}`), Afzender: gemeente } };
    const antwoord = await gateway.post(schrijfBericht('WMO301', bericht), { Prefer: 'wait=30' });
    ids.push((await antwoord.json() as Resource).antwoord?.id ?? '');
  }
  return ids;
}

interface Bezorging {
  readonly id: string; readonly status: string; readonly pogingen: number; readonly laatsteFout?: string; readonly volgendePogingOp?: string;
  readonly bezorgdVia?: string;
}
interface Wachtend { readonly id: string; readonly pogingen: number; readonly terzijde: boolean }
const vraag = (methode: string, pad: string, inhoud?: object): Promise<Response> => fetch(gateway.adres + pad, {
  method: methode, ...(inhoud === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(inhoud) }) });
async function abonneer(gemeente: string, inhoud: object): Promise<{ status: number; geheim?: string; actief: boolean }> {
  const antwoord = await vraag('PUT', `/v1/abonnementen/${gemeente}`, inhoud);
  return { ...await antwoord.json() as { actief: boolean; geheim?: string }, status: antwoord.status };
}
const bezorgingen = async (gemeente: string, status: string): Promise<readonly Bezorging[]> =>
  (await gateway.haal<{ items: Bezorging[] }>(`/v1/bezorgingen?status=${status}&partij=${gemeente}`)).items;
const postvak = async (gemeente: string): Promise<readonly Wachtend[]> =>
  (await gateway.haal<{ items: Wachtend[] }>(`/v1/postvak?partij=${gemeente}`)).items;
/** Lets the time pass until the next attempt. */
const tijdVerstrijkt = (gemeente: string): Promise<unknown> =>
  pool.query('update bezorging set volgende_poging_op = now() where partij = $1 and volgende_poging_op is not null', [gemeente]);
const wordt = <T>(kijk: () => T | Promise<T>) => expect.poll(kijk, { timeout: 20_000, interval: 20 });

describe('een webhook', () => {
  it('krijgt wat klaarstaat en wat daarna komt, ondertekend, in volgorde en met precies de bytes', async () => {
    const webhook = await ontvanger();
    const eerder = await laatKlaarstaan('0363', 2);
    const { status, geheim = '', actief } = await abonneer('0363', { url: webhook.url });
    expect([status, actief]).toEqual([201, true]);
    const later = await laatKlaarstaan('0363', 2);
    await wordt(() => webhook.ids()).toEqual([...eerder, ...later]);
    for (const { tekst, headers, id } of webhook.ontvangen) {
      const { type, data } = new Controle(geheim).verify(tekst, headers as Record<string, string>) as { type: string; data: Record<string, string> };
      expect([type, data['id'], data['berichtsoort']]).toEqual(['bericht.bezorgd', id, 'WMO302']);
      const xml = await (await fetch(`${gateway.adres}/v1/berichten/${id}/xml`)).arrayBuffer();
      expect(Buffer.from(data['inhoud'] ?? '', 'base64').equals(Buffer.from(xml))).toBe(true);
    }
    await wordt(async () => (await postvak('0363')).length).toBe(0);
    expect((await bezorgingen('0363', 'bezorgd')).map(({ id, bezorgdVia, pogingen }) => [id, bezorgdVia, pogingen]))
      .toEqual([...eerder, ...later].map((id) => [id, 'webhook', 1]));
    expect(await (await fetch(`${gateway.adres}/metrics`)).text()).toMatch(/iwmo_webhook_openstaand\{[^}]*status="wacht"[^}]*\} 0/);
  });

  it('laat het geheim alleen zien als het hier is gemaakt, en bewaart het niet leesbaar', async () => {
    const webhook = await ontvanger();
    const eigen = `whsec_${randomBytes(24).toString('base64')}`;
    const { geheim: gemaakt } = await abonneer('0014', { url: webhook.url });
    expect(gemaakt).toMatch(/^whsec_/);
    expect((await gateway.haal<object>('/v1/abonnementen/0014'))).not.toHaveProperty('geheim');
    // Set again without a secret: the one that is there stays.
    expect(await abonneer('0014', { url: webhook.url })).not.toHaveProperty('geheim');
    expect(await abonneer('0014', { url: webhook.url, geheim: eigen })).not.toHaveProperty('geheim');
    const { rows } = await pool.query<{ inhoud: Buffer }>(`select inhoud from abonnement_geheim where partij = '0014'`);
    expect(rows).toHaveLength(2);
    for (const een of [gemaakt, eigen]) for (const { inhoud } of rows) expect(inhoud.includes(Buffer.from(een?.slice(6) ?? '', 'base64'))).toBe(false);
    expect((await vraag('DELETE', '/v1/abonnementen/0014')).status).toBe(204);
    expect((await vraag('GET', '/v1/abonnementen/0014')).status).toBe(404);
    expect((await pool.query(`select from abonnement_geheim where partij = '0014'`)).rowCount).toBe(0);
  });

  it('een nieuw geheim tekent meteen, en het vorige nog een dag ernaast', async () => {
    const webhook = await ontvanger();
    const [oud, nieuw] = [randomBytes(24), randomBytes(32)].map((bytes) => `whsec_${bytes.toString('base64')}`) as [string, string];
    const geldig = (): boolean[] => {
      const { tekst, headers } = webhook.ontvangen.at(-1) ?? { tekst: '', headers: {} };
      return [oud, nieuw].map((geheim) => {
        try {
          new Controle(geheim).verify(tekst, headers as Record<string, string>);
          return true;
        } catch {
          return false;
        }
      });
    };
    const ontvang = async (): Promise<boolean[]> => {
      const vooraf = webhook.ontvangen.length;
      await laatKlaarstaan('0034', 1);
      await wordt(() => webhook.ontvangen.length).toBe(vooraf + 1);
      return geldig();
    };
    await abonneer('0034', { url: webhook.url, geheim: oud });
    expect(await ontvang()).toEqual([true, false]);
    await abonneer('0034', { url: webhook.url, geheim: nieuw });
    expect(await ontvang()).toEqual([true, true]);
    const { rows } = await pool.query<{ uren: number }>(
      `select round(extract(epoch from geldig_tot - now()) / 3600)::int as uren from abonnement_geheim where partij = '0034' and geldig_tot is not null`);
    expect(rows).toEqual([{ uren: 24 }]);
    await pool.query(`update abonnement_geheim set geldig_tot = now() where partij = '0034' and geldig_tot is not null`);
    expect(await ontvang()).toEqual([false, true]);
  });

  it.each([
    ['https://10.0.0.1/', /openbaar/], ['https://169.254.169.254/latest/meta-data', /openbaar/], ['https://[::1]/', /openbaar/],
    ['https://[fd00::1]/', /openbaar/], ['https://[::ffff:192.168.0.1]/', /openbaar/], ['https://[64:ff9b::a00:1]/', /openbaar/],
    ['https://0xa000001/', /openbaar/], ['https://167772161/', /openbaar/], ['http://93.184.216.34/', /https/], ['https://u:w@93.184.216.34/', /wachtwoord/],
    ['https://93.184.216.34:25/', /poort/], ['https://bestaat-niet.invalid/', /niet gevonden/], ['/relatief', /geldig adres/],
  ])('op %s wordt geweigerd met de reden', async (url, reden) => {
    const antwoord = await vraag('PUT', '/v1/abonnementen/0037', { url });
    const { code, detail } = await antwoord.json() as { code: string; detail: string };
    expect([antwoord.status, code]).toEqual([422, 'webhook-adres-geweigerd']);
    expect(detail).toMatch(reden);
    expect((await vraag('GET', '/v1/abonnementen/0037')).status).toBe(404);
  });

  it.each<[string, object]>([
    ['/v1/abonnementen/0037', { url: 'https://93.184.216.34/', geheim: 'whsec_kort' }], ['/v1/abonnementen/0037', { url: 'https://93.184.216.34/', vorm: 'xml' }],
    ['/v1/abonnementen/0037', {}], ['/v1/abonnementen/0037', { url: 'https://93.184.216.34/', extra: 1 }],
  ])('met een onbruikbare inhoud geeft 400: %s %j', async (pad, inhoud) => { expect((await vraag('PUT', pad, inhoud)).status).toBe(400); });

  it('van een partij die geen partij kan zijn bestaat niet', async () => {
    for (const partij of ['037', 'abcd', '036300', '00000000-0000-4000-8000-000000000000']) {
      expect((await vraag('PUT', `/v1/abonnementen/${partij}`, { url: 'https://93.184.216.34/' })).status).toBe(404);
    }
  });
});

describe('een webhook die het niet doet', () => {
  it('houdt zijn eigen volgorde: zolang de eerste niet aankomt, wacht de rest; een ander wacht niet mee', async () => {
    const [stuk, heel] = [await ontvanger(), await ontvanger()];
    stuk.antwoord(500);
    const ids = await laatKlaarstaan('0047', 3);
    const andere = await laatKlaarstaan('0050', 3);
    await abonneer('0047', { url: stuk.url });
    await abonneer('0050', { url: heel.url });
    await wordt(() => heel.ids()).toEqual(andere);
    await wordt(async () => (await bezorgingen('0047', 'wacht')).map(({ laatsteFout, pogingen }) => [laatsteFout, pogingen]))
      .toEqual([['http-500', 1], [undefined, 0], [undefined, 0]]);
    await tijdVerstrijkt('0047');
    await wordt(() => stuk.ids()).toEqual([ids[0], ids[0]]);
    await wordt(async () => (await bezorgingen('0047', 'wacht'))[0]?.pogingen).toBe(2);
    stuk.antwoord(200);
    await tijdVerstrijkt('0047');
    await wordt(() => stuk.ids()).toEqual([ids[0], ids[0], ids[0], ids[1], ids[2]]);
    await wordt(async () => (await bezorgingen('0047', 'bezorgd')).map(({ pogingen }) => pogingen)).toEqual([3, 1, 1]);
  });

  it('wordt na drie dagen met rust gelaten: het bericht gaat terzijde, het volgende gaat door, en herhalen kan', async () => {
    const webhook = await ontvanger();
    const [eerste = '', tweede = ''] = await laatKlaarstaan('0059', 2);
    webhook.antwoord(({ id }) => (id === eerste ? 502 : 200));
    await abonneer('0059', { url: webhook.url });
    await wordt(async () => (await bezorgingen('0059', 'wacht')).map(({ laatsteFout }) => laatsteFout)).toEqual(['http-502', undefined]);
    // Almost three days after the first attempt it is still tried.
    await pool.query(`update bezorging set eerste_poging_op = now() - interval '71 hours' where bericht_id = $1`, [eerste]);
    await tijdVerstrijkt('0059');
    // Noted too, not only begun: what is still under way would already fall under what is changed next.
    await wordt(async () => (await pool.query('select pogingen, volgende_poging_op > now() as later from bezorging where bericht_id = $1', [eerste])).rows)
      .toEqual([{ pogingen: 2, later: true }]);
    await pool.query(`update bezorging set eerste_poging_op = now() - interval '73 hours' where bericht_id = $1`, [eerste]);
    await tijdVerstrijkt('0059');
    await wordt(() => webhook.ids()).toEqual([eerste, eerste, eerste, tweede]);
    expect(await bezorgingen('0059', 'terzijde')).toMatchObject([{ id: eerste, status: 'terzijde', pogingen: 3, laatsteFout: 'http-502' }]);
    expect(await postvak('0059')).toMatchObject([{ id: eerste, terzijde: true, pogingen: 3 }]);
    webhook.antwoord(200);
    expect((await vraag('POST', `/v1/bezorgingen/${eerste}/opnieuw`)).status).toBe(204);
    await wordt(() => webhook.ids().at(-1)).toBe(eerste);
    await wordt(async () => (await bezorgingen('0059', 'bezorgd')).map(({ id }) => id)).toEqual([eerste, tweede]);
    expect((await vraag('POST', '/v1/bezorgingen/00000000-0000-4000-8000-000000000000/opnieuw')).status).toBe(404);
  });

  it('bepaalt met Retry-After wanneer het weer mag', async () => {
    const webhook = await ontvanger();
    await laatKlaarstaan('0060', 1);
    webhook.antwoord({ status: 429, headers: { 'Retry-After': '7200' } });
    await abonneer('0060', { url: webhook.url });
    const wachtS = async (): Promise<number> => {
      const [eerste] = await bezorgingen('0060', 'wacht');
      return (Date.parse(eerste?.volgendePogingOp ?? '') - Date.now()) / 1000;
    };
    await wordt(async () => (await bezorgingen('0060', 'wacht'))[0]?.laatsteFout).toBe('http-429');
    expect(await wachtS()).toBeGreaterThan(7000);
    webhook.antwoord({ status: 503, headers: { 'Retry-After': new Date(Date.now() + 20_000_000).toUTCString() } });
    await tijdVerstrijkt('0060');
    await wordt(async () => (await bezorgingen('0060', 'wacht'))[0]?.laatsteFout).toBe('http-503');
    expect(await wachtS()).toBeGreaterThan(19_000);
  });

  it('zegt met 410 het abonnement op; het bericht blijft in het postvak, en opnieuw zetten haalt het in', async () => {
    const webhook = await ontvanger();
    const ids = await laatKlaarstaan('0061', 2);
    webhook.antwoord(410);
    await abonneer('0061', { url: webhook.url });
    await wordt(async () => (await gateway.haal<{ actief: boolean }>('/v1/abonnementen/0061')).actief).toBe(false);
    expect(webhook.ids()).toEqual([ids[0]]);
    expect((await postvak('0061')).map(({ id }) => id)).toEqual(ids);
    webhook.antwoord(200);
    expect(await abonneer('0061', { url: webhook.url })).toMatchObject({ status: 200, actief: true });
    await wordt(() => webhook.ids()).toEqual([ids[0], ...ids]);
  });

  it('wordt niet gevolgd naar een ander adres', async () => {
    const [webhook, elders] = [await ontvanger(), await ontvanger()];
    await laatKlaarstaan('0072', 1);
    webhook.antwoord({ status: 307, headers: { Location: elders.url } });
    await abonneer('0072', { url: webhook.url });
    await wordt(async () => (await bezorgingen('0072', 'wacht'))[0]?.laatsteFout).toBe('http-307');
    expect(elders.ontvangen).toEqual([]);
  });

  it('bevestigen in het postvak neemt het van de webhook over', async () => {
    const webhook = await ontvanger();
    webhook.antwoord(500);
    const ids = await laatKlaarstaan('0074', 2);
    await abonneer('0074', { url: webhook.url });
    await wordt(async () => (await bezorgingen('0074', 'wacht'))[0]?.laatsteFout).toBe('http-500');
    webhook.antwoord(200);
    expect((await vraag('POST', `/v1/postvak/${ids[0]}/ontvangen`)).status).toBe(204);
    await wordt(() => webhook.ids()).toEqual(ids);
    await wordt(async () => (await bezorgingen('0074', 'bezorgd')).map(({ id, bezorgdVia }) => [id, bezorgdVia]))
      .toEqual([[ids[0], 'postvak'], [ids[1], 'webhook']]);
  });
});

describe('workers die komen en gaan', () => {
  it('kill -9 midden in een bezorging verliest niets: een ander begint waar het bleef, met hetzelfde id', async () => {
    const [webhook, andere] = [await ontvanger(), await ontvanger()];
    const ids = await laatKlaarstaan('0096', 4);
    const anders = await laatKlaarstaan('0098', 1);
    let hangend = 0;
    webhook.antwoord(({ id }) => (id === ids[1] && hangend++ === 0 ? { zelf: () => undefined } : 200));
    await abonneer('0096', { url: webhook.url });
    await wordt(() => webhook.ids()).toEqual([ids[0], ids[1]]);
    for (const werker of werkers.splice(0)) await werker.stop('SIGKILL');
    await abonneer('0098', { url: andere.url });
    await startWerker();
    // The other works, and leaves alone what the dead one held until its hold runs out.
    await wordt(() => andere.ids()).toEqual(anders);
    expect(webhook.ids()).toEqual([ids[0], ids[1]]);
    await pool.query(`update abonnement set bezet_tot = now() where partij = '0096'`);
    await wordt(() => webhook.ids()).toEqual([ids[0], ids[1], ids[1], ids[2], ids[3]]);
    await wordt(async () => (await postvak('0096')).length).toBe(0);
  });

  it('twee tegelijk bezorgen alles één keer, per partij in volgorde', async () => {
    const tweede = startWerker();
    const partijen = ['0080', '0085', '0086', '0088'];
    const webhook = await ontvanger();
    const perPartij = await Promise.all(partijen.map((partij) => laatKlaarstaan(partij, 6)));
    await tweede;
    await Promise.all(partijen.map((partij) => abonneer(partij, { url: `${webhook.url}/${partij}` })));
    await wordt(async () => (await Promise.all(partijen.map((partij) => postvak(partij)))).flat().length).toBe(0);
    for (const [i, partij] of partijen.entries()) {
      expect(webhook.ontvangen.filter(({ pad }) => pad.endsWith(partij)).map(({ id }) => id), partij).toEqual(perPartij[i]);
    }
  });

  it('netjes stoppen midden in een bezorging telt niet als poging, en houdt niets vast', async () => {
    const webhook = await ontvanger();
    const [id = ''] = await laatKlaarstaan('0106', 1);
    webhook.antwoord({ zelf: () => undefined });
    await abonneer('0106', { url: webhook.url });
    await wordt(() => webhook.ids()).toEqual([id]);
    expect(await Promise.all(werkers.splice(0).map((werker) => werker.stop()))).toEqual([0, 0]);
    expect(await bezorgingen('0106', 'wacht')).toMatchObject([{ id, pogingen: 0 }]);
    const { rows } = await pool.query<{ vast: boolean }>(`select bezet_tot > now() as vast from abonnement where partij = '0106'`);
    expect(rows).toEqual([{ vast: false }]);
  });
});
