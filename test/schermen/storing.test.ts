/** Trouble, as somebody at a screen sees it: a number to ask after, never a stack; and pages that do not exist. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPool } from '../../src/platform/database.js';
import { verseDatabase, type Testdatabase } from '../hulp/database.js';
import { startServer, type Uitvoering } from '../hulp/server.js';

describe('storing', () => {
  let server: Uitvoering;
  let database: Testdatabase;
  beforeAll(async () => {
    database = await verseDatabase();
    server = await startServer({ DATABASE_URL: database.url });
  });
  afterAll(async () => {
    await server.stop();
    await database.verwijder();
  });
  const haal = (pad: string): Promise<Response> => fetch(server.adres + pad, { headers: { accept: 'text/html', cookie: 'iwmo-partij=0363' } });

  it('zonder database: een pagina met een kenmerk dat in het logboek staat, en vanzelf weer goed', async () => {
    const naam = new URL(database.url).pathname.slice(1);
    const beheer = openPool(database.url.replace(/\/[^/?]+(\?|$)/, '/postgres$1'), 1);
    await beheer.query(`alter database ${naam} allow_connections false`);
    await beheer.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [naam]);
    const antwoord = await haal('/termijnen');
    const tekst = await antwoord.text();
    expect([antwoord.status, antwoord.headers.get('retry-after'), antwoord.headers.get('content-type')]).toEqual([503, '5', 'text/html; charset=utf-8']);
    const kenmerk = /iwmo-kenmerk">([0-9a-f]{10})</.exec(tekst)?.[1] ?? '';
    expect(kenmerk).not.toBe('');
    expect(tekst).not.toMatch(/\bat \/|node:|ECONN|Error:|postgres/);
    await expect.poll(() => server.uitvoer()).toContain(kenmerk);
    await beheer.query(`alter database ${naam} allow_connections true`);
    await beheer.end();
    await expect.poll(async () => (await haal('/termijnen')).status, { timeout: 30_000 }).toBe(200);
  });

  it('wat er niet is, is voor een mens een pagina en voor een programma een probleem', async () => {
    const pagina = await haal('/bestaat-niet');
    expect([pagina.status, pagina.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect((await haal('/web/stijl.0000.css')).status).toBe(404);
    for (const [pad, accept] of [['/bestaat-niet', '*/*'], ['/v1/bestaat-niet', 'text/html']] as const) {
      const probleem = await fetch(server.adres + pad, { headers: { accept } });
      expect([probleem.status, probleem.headers.get('content-type')]).toEqual([404, expect.stringMatching(/^application\/problem\+json/)]);
    }
  });

  it('elke pagina heeft een strenge Content-Security-Policy en wordt niet bewaard', async () => {
    for (const pad of ['/', '/termijnen', '/aanleveren', '/bestaat-niet']) {
      const { headers } = await haal(pad);
      expect(headers.get('content-security-policy'), pad).toMatch(/^default-src 'none';style-src 'self';script-src 'self';/);
      expect(headers.get('cache-control'), pad).toBe('no-store');
    }
  });
});
