/** What is acknowledged is handled, once, whatever the queue or the register does meanwhile. */
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPool, type Pool } from '../../src/platform/database.js';
import { schrijfBericht } from '../../src/standaard/xml/schrijven.js';
import { verseDatabase, type Testdatabase } from '../hulp/database.js';
import { Aansluiting, SERVER, startServer, type Resource, type Uitvoering } from '../hulp/server.js';
import { header, wmo301 } from '../hulp/voorbeelden.js';

let database: Testdatabase;
let pool: Pool;
beforeAll(async () => {
  database = await verseDatabase();
  pool = openPool(database.url, 2);
});
afterAll(async () => {
  await pool?.end();
  await database?.verwijder();
});

const toewijzing = (identificatie: string, velden: { gemeente?: string; nummer?: number } = {}) => ({
  Header: { ...header('WMO301', identificatie), Afzender: velden.gemeente ?? wmo301.Header.Afzender },
  Client: {
    ...wmo301.Client,
    ToegewezenProducten: wmo301.Client.ToegewezenProducten.map((p) => ({ ...p, ToewijzingNummer: velden.nummer ?? p.ToewijzingNummer })),
  },
});

async function wachtTot(gateway: Aansluiting, id: string): Promise<Resource> {
  const antwoord = await fetch(`${gateway.adres}/v1/berichten/${id}`, { headers: { Prefer: 'wait=30' } });
  return await antwoord.json() as Resource;
}

describe('met alles in één proces', () => {
  let server: Uitvoering;
  let gateway: Aansluiting;
  beforeAll(async () => {
    server = await startServer({ DATABASE_URL: database.url });
    gateway = new Aansluiting(server.adres);
  });
  afterAll(async () => { await server?.stop(); });

  it('vijftig keer hetzelfde bericht tegelijk: één goedgekeurd, de rest 9056', async () => {
    const bytes = schrijfBericht('WMO301', toewijzing('VIJFTIG'));
    const resources = await Promise.all(Array.from({ length: 50 }, async () =>
      await (await gateway.post(bytes, { Prefer: 'wait=30' })).json() as Resource));
    expect(resources.filter((r) => r.status === 'goedgekeurd')).toHaveLength(1);
    expect(resources.filter((r) => r.bevindingen[0]?.retourcode === '9056')).toHaveLength(49);
    const { rows } = await pool.query('select antwoord_op, count(*) from bericht where antwoord_op is not null group by 1 having count(*) > 1');
    expect(rows).toEqual([]);
  });

  it('één nummer tegelijk voor verschillende paren van een gemeente: één goedgekeurd, de rest 9332', async () => {
    const resources = await Promise.all(Array.from({ length: 12 }, (_, i) => {
      const bericht = toewijzing(`N${i}`, { gemeente: '0599', nummer: 7 });
      return gateway.lever('WMO301', { ...bericht, Header: { ...bericht.Header, Ontvanger: String(65_650_000 + i) } });
    }));
    expect(resources.filter((r) => r.status === 'goedgekeurd')).toHaveLength(1);
    expect(resources.filter((r) => r.bevindingen[0]?.retourcode === '9332')).toHaveLength(11);
  });

  it('wat niet kan worden beoordeeld krijgt geen antwoord, telt als mislukt en lukt later alsnog, in volgorde', async () => {
    await pool.query('alter table toewijzing rename to toewijzing_weg');
    const ids: string[] = [];
    for (const n of [1, 2, 3]) {
      const antwoord = await gateway.post(schrijfBericht('WMO301', toewijzing(`M${n}`, { gemeente: '0344', nummer: 20 + n })));
      ids.push((await antwoord.json() as Resource).id);
    }
    const eerste = async (): Promise<Resource> => gateway.haal(`/v1/berichten/${ids[0]}`);
    await expect.poll(async () => (await eerste()).status, { timeout: 10_000 }).toBe('mislukt');
    expect((await eerste()).antwoord).toBeUndefined();
    await expect.poll(async () => (await fetch(`${gateway.adres}/metrics`)).text(), { timeout: 10_000 })
      .toMatch(/iwmo_mislukt_totaal\{[^}]*\} [1-9]/);
    expect(await (await fetch(`${gateway.adres}/metrics`)).text()).toMatch(/iwmo_openstaand\{[^}]*status="mislukt"[^}]*\} 1/);
    await pool.query('alter table toewijzing_weg rename to toewijzing');
    const resources = await Promise.all(ids.map((id) => wachtTot(gateway, id)));
    expect(resources.map((r) => r.status)).toEqual(['goedgekeurd', 'goedgekeurd', 'goedgekeurd']);
    const { rows } = await pool.query<{ id: string }>('select id from bericht where id = any ($1) order by beoordeeld_op', [ids]);
    expect(rows.map((r) => r.id)).toEqual(ids);
  });

  it('een bericht dat blijft mislukken gaat na acht pogingen terzijde, is te zien, houdt de rest van het paar niet tegen, en kan opnieuw', async () => {
    const gif = await gateway.post(schrijfBericht('WMO301', toewijzing('GIF', { gemeente: '0518' })));
    const { id } = await gif.json() as Resource;
    await wachtTot(gateway, id);
    const { rows: [heel] } = await pool.query<{ inhoud: Buffer }>('select inhoud from bericht_inhoud where bericht_id = $1', [id]);
    // Damage it as a fault in the store would, one attempt before the last.
    await pool.query('delete from bezorging where bericht_id in (select id from bericht where antwoord_op = $1)', [id]);
    await pool.query('delete from bericht_inhoud where bericht_id in (select id from bericht where antwoord_op = $1)', [id]);
    await pool.query('delete from bericht where antwoord_op = $1', [id]);
    await pool.query(`update bericht_inhoud set inhoud = 'geen xml' where bericht_id = $1`, [id]);
    await pool.query(`update bericht set status = 'mislukt', pogingen = 7, volgende_poging_op = now() where id = $1`, [id]);
    const volgende = await gateway.lever('WMO301', toewijzing('NAGIF', { gemeente: '0518', nummer: 31 }));
    expect(volgende.status).toBe('goedgekeurd');
    const stand = async (): Promise<unknown> =>
      (await pool.query('select status, pogingen, terzijde_op is not null as terzijde from bericht where id = $1', [id])).rows[0];
    expect(await stand()).toEqual({ status: 'mislukt', pogingen: 8, terzijde: true });
    const terzijde = async (): Promise<string[]> =>
      (await gateway.haal<{ items: Resource[] }>('/v1/berichten?terzijde=true')).items.map((een) => een.id);
    expect(await terzijde()).toEqual([id]);
    expect(await (await fetch(`${gateway.adres}/metrics`)).text()).toMatch(/iwmo_openstaand\{[^}]*status="terzijde"[^}]*\} 1/);
    // The cause taken away, it is assessed after all; what it did the first time is still in the register.
    await pool.query('update bericht_inhoud set inhoud = $2 where bericht_id = $1', [id, heel?.inhoud]);
    expect((await fetch(`${gateway.adres}/v1/berichten/${id}/opnieuw`, { method: 'POST' })).status).toBe(202);
    expect(await wachtTot(gateway, id)).toMatchObject({ status: 'afgekeurd', antwoord: { berichtsoort: 'WMO302' } });
    expect(await terzijde()).toEqual([]);
  });
});

describe('als de wachtrij vergeet', () => {
  it('vindt het vangnet wat in de database staat', async () => {
    const api = await startServer({ DATABASE_URL: database.url }, [SERVER, 'api'], /API gereed op (http\S+)/);
    const gateway = new Aansluiting(api.adres);
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) {
      const antwoord = await gateway.post(schrijfBericht('WMO301', toewijzing(`V${i}`, { gemeente: ['0014', '0034', '0037', '0047', '0050'][i] as string, nummer: i })));
      ids.push((await antwoord.json() as Resource).id);
    }
    await pool.query(`do $$ declare t text; begin
      for t in select tablename from pg_tables where schemaname = 'bullmq' and tablename not like '%migration%' loop
        execute 'truncate bullmq.' || quote_ident(t) || ' cascade'; end loop; end $$`);
    const worker = await startServer({ DATABASE_URL: database.url }, [SERVER, 'worker'], /Worker gereed/);
    const resources = await Promise.all(ids.map((id) => wachtTot(gateway, id)));
    expect(resources.map((r) => r.status)).toEqual(Array(5).fill('goedgekeurd'));
    await worker.stop();
    await api.stop();
  });
});

const redisUrl = process.env['TEST_REDIS_URL'] ?? process.env['REDIS_URL'] ?? '';
describe.skipIf(redisUrl === '')('over Redis', () => {
  it('gaat het eender, ook als Redis tussendoor wordt geleegd', async () => {
    const redis = new Redis(redisUrl);
    await redis.flushdb();
    const server = await startServer({ DATABASE_URL: database.url, REDIS_URL: redisUrl });
    expect(server.uitvoer()).toContain('BullMQ op Redis');
    const gateway = new Aansluiting(server.adres);
    const eerste = await gateway.lever('WMO301', toewijzing('R1', { gemeente: '0772', nummer: 41 }));
    expect(eerste.status).toBe('goedgekeurd');
    const posten = Array.from({ length: 30 }, async (_, i) => {
      const antwoord = await gateway.post(schrijfBericht('WMO301', toewijzing(`RR${i}`, { gemeente: '0772', nummer: 100 + i })));
      if (i === 15) await redis.flushdb();
      return (await antwoord.json() as Resource).id;
    });
    const resources = await Promise.all((await Promise.all(posten)).map((id) => wachtTot(gateway, id)));
    expect(resources.map((r) => r.status)).toEqual(Array(30).fill('goedgekeurd'));
    expect((await fetch(`${gateway.adres}/gezondheid/gereed`)).status).toBe(200);
    await server.stop();
    await redis.flushdb();
    redis.disconnect();
  });
});
