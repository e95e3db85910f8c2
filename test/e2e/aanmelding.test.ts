/** Who may come in: tokens, scopes, clients that come and go, and how much one caller may ask. */
import { connect } from 'node:net';
import { request } from 'node:http';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { exportSPKI } from 'jose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { SCOPES } from '../../src/platform/aanvrager.js';
import { ALLES, Beller, stuur, toegangsbestand, type Antwoord } from '../hulp/aanmelding.js';
import { alsBestanden } from '../hulp/certificaat.js';
import { verseDatabase, type Testdatabase } from '../hulp/database.js';
import { startServer, type Uitvoering } from '../hulp/server.js';
import { startUitgever, type Tokenvraag, type Uitgever } from '../hulp/uitgever.mjs';

const PER_MINUUT = 300;
const CLIENTEN = {
  zorgsoft: { partijen: ['65656055'], scopes: ['aanleveren', 'lezen'] },
  'gemeente-a': { partijen: ['0363'], scopes: [...SCOPES] },
  weinig: { partijen: [], scopes: ['lezen'], limieten: { perMinuut: 3 } },
  smal: { partijen: ['11111111'], scopes: ['aanleveren', 'lezen'], limieten: { gelijktijdig: 1 } },
  vertrekt: { partijen: ['22222222'], scopes: ['lezen'] },
};
const { map, paden } = alsBestanden({ 'toegang.yaml': toegangsbestand(CLIENTEN) });
let uitgever: Uitgever;
let database: Testdatabase;
let server: Uitvoering;
const beller = (client: string, scope = ALLES): Beller => new Beller(server.adres, uitgever, client, scope);
const metToken = (token: string, pad = '/v1/berichten'): Promise<Antwoord> => stuur(server.adres, pad, { headers: { Authorization: `Bearer ${token}` } });
const wwwVan = ({ headers }: Antwoord): string => headers['www-authenticate'] ?? '';

beforeAll(async () => {
  [uitgever, database] = await Promise.all([startUitgever(), verseDatabase()]);
  server = await startServer({
    DATABASE_URL: database.url, AUTH: 'jwt', AUTH_ISSUER: uitgever.issuer, AUTH_AUDIENCE: uitgever.audience, TOEGANG_BESTAND: paden['toegang.yaml'],
    AUTH_KLOKVERSCHIL: '5', LIMIET_PER_MINUUT: String(PER_MINUUT), LIMIET_KOPPEN_S: '1',
  });
});
afterAll(async () => {
  await server?.stop();
  await database?.verwijder();
  await uitgever?.stop();
  rmSync(map, { recursive: true });
});

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly security: readonly Record<string, readonly string[]>[];
    readonly responses: object }>>>>;
  readonly components: { readonly securitySchemes: object };
}
interface Route { readonly naam: string; readonly methode: string; readonly pad: string; readonly scopes: readonly string[]; readonly antwoorden: readonly string[] }
async function alleRoutes(): Promise<Route[]> {
  const { paths } = (await stuur(server.adres, '/v1/openapi.json')).json as Document;
  return Object.entries(paths).flatMap(([pad, methoden]) => Object.entries(methoden).map(([methode, { security, responses }]) => ({
    naam: `${methode.toUpperCase()} ${pad}`, methode: methode.toUpperCase(), pad: pad.replaceAll(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000'),
    scopes: security.flatMap((een) => Object.values(een).flat()), antwoorden: Object.keys(responses),
  })));
}

describe('zonder geldig token', () => {
  it('komt niemand binnen, behalve waar dat de bedoeling is', async () => {
    const routes = await alleRoutes();
    expect(routes.length).toBeGreaterThan(20);
    expect(routes.filter(({ scopes }) => scopes.length === 0).map(({ pad }) => pad))
      .toEqual(['/gezondheid/leeft', '/gezondheid/gereed']);
    for (const { methode, pad, scopes, antwoorden } of routes) {
      const antwoord = await stuur(server.adres, pad, { method: methode });
      const wat = `${methode} ${pad}`;
      if (scopes.length === 0) {
        expect(antwoord.status, wat).toBe(200);
        continue;
      }
      expect(antwoord.status, wat).toBe(401);
      // Nothing was shown, so nothing is wrong with it (RFC 6750, 3.1).
      expect(wwwVan(antwoord), wat).toBe('Bearer realm="iwmo"');
      expect(antwoord.json, wat).toMatchObject({ code: 'niet-aangemeld', status: 401 });
      expect(antwoorden, wat).toEqual(expect.arrayContaining(['401', '403', '429']));
    }
  });

  it('ook niet met een ander schema of een token in het adres', async () => {
    const token = await uitgever.geef({ client: 'zorgsoft', scope: ALLES });
    for (const [pad, Authorization] of [['/v1/berichten', 'Basic eDp5'], [`/v1/berichten?access_token=${token}`, undefined]] as const) {
      const antwoord = await stuur(server.adres, pad, { headers: Authorization === undefined ? {} : { Authorization } });
      expect([antwoord.status, wwwVan(antwoord)]).toEqual([401, 'Bearer realm="iwmo"']);
    }
  });

  it('een onbekend adres bestaat voor niemand, en /metrics is niet openbaar', async () => {
    expect((await stuur(server.adres, '/v1/iets')).status).toBe(404);
    expect((await stuur(server.adres, '/metrics')).status).toBe(401);
    expect((await beller('zorgsoft').vraag('GET', '/metrics')).status).toBe(403);
    expect((await beller('gemeente-a').vraag('GET', '/metrics')).tekst).toContain('iwmo_openstaand');
  });
});

describe('een token', () => {
  it('dat klopt, komt binnen; azp mag in plaats van client_id', async () => {
    expect((await beller('zorgsoft').vraag('GET', '/v1/berichten')).json).toEqual({ items: [] });
    const token = await uitgever.geef({ client: 'zorgsoft', scope: 'lezen', claims: { client_id: undefined, azp: 'zorgsoft' } });
    expect((await metToken(token)).status).toBe(200);
  });

  const nu = (): number => Math.floor(Date.now() / 1000);
  it.each<[string, () => Omit<Tokenvraag, 'client'>, RegExp]>([
    ['verlopen', () => ({ geldigS: -6 }), /verlopen/],
    ['zonder einddatum', () => ({ claims: { exp: undefined } }), /exp/],
    ['met een einddatum die er geen is', () => ({ claims: { exp: 'morgen' } }), /exp/],
    ['nog niet geldig', () => ({ claims: { nbf: nu() + 60 } }), /nbf/],
    ['voor een ander', () => ({ claims: { aud: 'iemand-anders' } }), /aud/],
    ['voor niemand', () => ({ claims: { aud: undefined } }), /aud/],
    ['van een ander', () => ({ claims: { iss: 'https://elders.example' } }), /iss/],
    ['van niemand', () => ({ claims: { iss: undefined } }), /iss/],
    ['dat geen access token is', () => ({ kop: { typ: 'JWT' } }), /at\+jwt/],
    ['zonder type', () => ({ kop: { typ: undefined } }), /at\+jwt/],
    ['zonder client', () => ({ claims: { client_id: undefined } }), /client_id/],
    ['van twee clients', () => ({ claims: { azp: 'gemeente-a' } }), /client_id/],
    ['van een client zonder naam', () => ({ claims: { client_id: '' } }), /client_id/],
    ['van een client met een andere soort naam', () => ({ claims: { client_id: ['zorgsoft'] } }), /client_id/],
    ['dat aan een certificaat is gebonden', () => ({ claims: { cnf: { 'x5t#S256': 'x'.repeat(43) } } }), /certificaat/],
    ['dat op een andere manier is gebonden', () => ({ claims: { cnf: { jkt: 'x'.repeat(43) } } }), /certificaat/],
  ])('%s: 401 met de reden', async (_naam, velden, reden) => {
    const antwoord = await metToken(await uitgever.geef({ client: 'zorgsoft', scope: ALLES, ...velden() }));
    expect(antwoord.status).toBe(401);
    expect((antwoord.json as { detail: string }).detail).toMatch(reden);
    expect(wwwVan(antwoord)).toMatch(/^Bearer realm="iwmo", error="invalid_token", error_description="[\x20-\x7e]+"$/);
  });

  it('binnen het verschil in klok geldt nog', async () => {
    expect((await metToken(await uitgever.geef({ client: 'zorgsoft', scope: 'lezen', geldigS: -2, claims: { nbf: nu() + 2 } }))).status).toBe(200);
  });

  it('met een handtekening die niet van de uitgever is', async () => {
    const [eigen] = uitgever.sleutels;
    if (eigen === undefined) throw new Error('geen sleutel');
    const vraag = { client: 'zorgsoft', scope: ALLES };
    const goed = await uitgever.geef(vraag);
    const [kop, inhoud = '', handtekening] = goed.split('.');
    const deel = (waarde: object): string => Buffer.from(JSON.stringify(waarde)).toString('base64url');
    const spki = Buffer.from(await exportSPKI(eigen.publicKey));
    const vreemd = await uitgever.vreemd();
    const hoger = deel({ ...JSON.parse(Buffer.from(inhoud, 'base64url').toString()) as object, client_id: 'gemeente-a' });
    const tokens: Record<string, string> = {
      'alg none': `${deel({ alg: 'none', typ: 'at+jwt' })}.${inhoud}.`,
      'alg None': `${deel({ alg: 'None', typ: 'at+jwt', kid: eigen.kid })}.${inhoud}.`,
      'HS256 met de openbare sleutel': await uitgever.geef({ ...vraag, sleutel: { alg: 'HS256', kid: eigen.kid, privateKey: new Uint8Array(spki) } }),
      'alg die niet is toegestaan': await uitgever.geef({ ...vraag, sleutel: await uitgever.vreemd('PS512') }),
      'onbekende kid': await uitgever.geef({ ...vraag, sleutel: vreemd }),
      'kid van een ander': await uitgever.geef({ ...vraag, sleutel: { ...vreemd, kid: eigen.kid } }),
      'sleutel in de kop': await uitgever.geef({ ...vraag, sleutel: { ...vreemd, kid: eigen.kid }, kop: { jwk: vreemd.jwk } }),
      'adres van sleutels in de kop': await uitgever.geef({ ...vraag, sleutel: vreemd, kop: { jku: `${uitgever.issuer}/jwks` } }),
      'andere inhoud': `${kop}.${hoger}.${handtekening}`,
      'zonder handtekening': `${kop}.${inhoud}.`,
      'twee delen': `${kop}.${inhoud}`,
      'geen JWT': 'geheim',
      'andere tekens': `${goed} extra`,
      leeg: '',
      lang: 'a.'.repeat(5000),
    };
    for (const [naam, token] of Object.entries(tokens)) {
      const antwoord = await metToken(token);
      expect(antwoord.status, naam).toBe(401);
      expect(antwoord.tekst, naam).not.toContain('zorgsoft');
    }
  });

  it('met een nieuwe sleutel wordt erkend zodra de uitgever die bekendmaakt', async () => {
    await uitgever.voegToe('PS256');
    await vi.waitFor(async () => {
      expect((await beller('zorgsoft').vraag('GET', '/v1/berichten')).status).toBe(200);
    }, { timeout: 15_000, interval: 250 });
  });
});

describe('scopes', () => {
  it('staan per aanroep in docs/beveiliging.md', async () => {
    const document = readFileSync(new URL('../../docs/beveiliging.md', import.meta.url), 'utf8');
    const rijen = [...document.matchAll(/^\| `((?:GET|POST|PUT|DELETE) [^`]+)` \| ([^|]+) \|/gm)].map(([, route, scopes = '']) =>
      [route, [...scopes.matchAll(/`(\w+)`/g)].map(([, scope]) => scope)]);
    expect(rijen.sort()).toEqual((await alleRoutes()).map(({ naam, scopes }) => [naam, scopes]).sort());
  });

  it('elke route vraagt een van haar eigen scopes, en geen andere helpt', async () => {
    for (const { methode, pad, scopes } of await alleRoutes()) {
      if (scopes.length === 0) continue;
      const anders = SCOPES.filter((scope) => !scopes.includes(scope));
      const wat = `${methode} ${pad}`;
      const zonder = await beller('gemeente-a', anders.join(' ')).vraag(methode, pad);
      expect(zonder.status, wat).toBe(403);
      expect(zonder.json, wat).toMatchObject({ code: 'geen-toegang' });
      expect(wwwVan(zonder), wat).toBe(`Bearer realm="iwmo", error="insufficient_scope", scope="${scopes.join(' ')}"`);
      for (const scope of scopes) {
        expect((await beller('gemeente-a', scope).vraag(methode, pad)).headers['www-authenticate'], `${wat} met ${scope}`).toBeUndefined();
      }
    }
  });

  it('wat het bestand niet geeft, geeft het token ook niet; en zonder scope mag niets', async () => {
    expect((await beller('zorgsoft', 'gemeente').vraag('GET', '/v1/termijnen?gemeente=0363')).status).toBe(403);
    expect((await metToken(await uitgever.geef({ client: 'gemeente-a', claims: { scope: undefined } }))).status).toBe(403);
    expect((await metToken(await uitgever.geef({ client: 'gemeente-a', claims: { scope: ['lezen'] } }))).status).toBe(403);
  });
});

describe('clients', () => {
  it('een client die de gateway niet kent, krijgt 403', async () => {
    for (const client of ['niemand', '__proto__', 'constructor']) {
      const antwoord = await beller(client).vraag('GET', '/v1/berichten');
      expect([antwoord.status, antwoord.headers['www-authenticate']], client).toEqual([403, undefined]);
      expect(antwoord.tekst).not.toContain(client);
    }
  });

  it('wie uit het bestand gaat, komt na herladen niet meer binnen; een bestand met fouten verandert niets', async () => {
    const herlaad = async (tekst: string, melding: string): Promise<void> => {
      const gezien = server.uitvoer().length;
      writeFileSync(paden['toegang.yaml'], tekst);
      server.proces.kill('SIGHUP');
      await vi.waitFor(() => { expect(server.uitvoer().slice(gezien)).toContain(melding); }, { timeout: 10_000, interval: 20 });
    };
    expect((await beller('vertrekt').vraag('GET', '/v1/berichten')).status).toBe(200);
    const { vertrekt: _, ...blijvers } = CLIENTEN;
    await herlaad(toegangsbestand(blijvers), 'Toegang opnieuw ingelezen.');
    expect((await beller('vertrekt').vraag('GET', '/v1/berichten')).status).toBe(403);
    await herlaad('clienten: {zorgsoft: {scopes: [lezen]}}', '/clienten/zorgsoft: De sleutel partijen ontbreekt.');
    expect((await beller('zorgsoft').vraag('GET', '/v1/berichten')).status).toBe(200);
  });
});

describe('hoeveel', () => {
  it('een client krijgt 429 boven zijn aantal per minuut, en een ander merkt daar niets van', async () => {
    const statussen: number[] = [];
    for (let i = 0; i < 4; i++) statussen.push((await beller('weinig').vraag('GET', '/v1/berichten')).status);
    expect(statussen).toEqual([200, 200, 200, 429]);
    const teVeel = await beller('weinig').vraag('GET', '/v1/berichten');
    expect(teVeel.json).toMatchObject({ code: 'te-veel-aanvragen', status: 429 });
    expect(Number(teVeel.headers['retry-after'])).toBeGreaterThan(0);
    expect((await beller('zorgsoft').vraag('GET', '/v1/berichten')).status).toBe(200);
  });

  it('een client krijgt 429 boven zijn aantal tegelijk, tot er een klaar is', async () => {
    const klant = beller('smal');
    const houdOpen = async () => {
      const verzoek = request(`${server.adres}/v1/berichten`, {
        method: 'POST', headers: { ...await klant.kop(), 'Content-Type': 'application/xml', 'Content-Length': '100' } });
      verzoek.on('error', () => undefined);
      verzoek.write('<a>');
      return verzoek;
    };
    const vraag = async (): Promise<number> => (await klant.vraag('GET', '/v1/berichten')).status;
    const wordt = (status: number): Promise<void> => vi.waitFor(async () => { expect(await vraag()).toBe(status); }, { timeout: 10_000, interval: 20 });
    const verzoek = await houdOpen();
    await wordt(429);
    const klaar = new Promise((antwoord) => { verzoek.on('response', antwoord); });
    verzoek.end(`${' '.repeat(93)}</a>`);
    await klaar;
    await wordt(200);
    // A caller that goes away half-way gives its place back.
    const afgebroken = await houdOpen();
    await wordt(429);
    afgebroken.destroy();
    await wordt(200);
  });

  it('wie niet binnenkomt telt per adres, en houdt daar geen ander op', async () => {
    const vraag = (Authorization: string): Promise<Antwoord> =>
      stuur(server.adres, '/v1/berichten', { localAddress: '127.0.0.9', headers: { Authorization } });
    const statussen = new Map<number, number>();
    for (let i = 0; i < PER_MINUUT + 20; i += 20) {
      for (const { status } of await Promise.all(Array.from({ length: 20 }, () => vraag('Bearer x')))) statussen.set(status, (statussen.get(status) ?? 0) + 1);
    }
    expect([...statussen].sort()).toEqual([[401, PER_MINUUT], [429, 20]]);
    expect((await vraag((await beller('zorgsoft').kop())['Authorization'] ?? '')).status).toBe(200);
  });
});

describe('de verbinding', () => {
  /** Sends bytes and gives what comes back until the other side closes. */
  const rauw = (bytes: string): Promise<string> => new Promise((klaar, fout) => {
    const { hostname, port } = new URL(server.adres);
    let tekst = '';
    const verbinding = connect(Number(port), hostname, () => { verbinding.write(bytes); });
    verbinding.on('data', (stuk) => { tekst += String(stuk); });
    verbinding.on('close', () => { klaar(tekst); });
    verbinding.on('error', fout);
  });

  it('wie zijn headers niet afmaakt, wordt weggestuurd', async () => {
    const antwoord = await rauw('GET /v1/berichten HTTP/1.1\r\nHost: x\r\nX-Traag: ');
    expect(antwoord).toMatch(/^HTTP\/1\.1 408 /);
    expect(antwoord).toContain('"code":"aanvraag-te-traag"');
  });

  it('wat geen HTTP is ook', async () => {
    expect(await rauw('HALLO\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 (.|\r\n)*"code":"ongeldige-aanvraag"/);
  });

  it('te veel of te grote headers: 431', async () => {
    const veel = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`X-H${i}`, '1']));
    for (const headers of [veel, { 'X-Groot': 'x'.repeat(17_000) }]) {
      const antwoord = await stuur(server.adres, '/gezondheid/leeft', { headers });
      expect([antwoord.status, (antwoord.json as { code: string }).code]).toEqual([431, 'koppen-te-groot']);
    }
  });

  it('elk antwoord zegt dat het niet mag worden uitgevoerd, ingelijst of bewaard', async () => {
    for (const antwoord of [await stuur(server.adres, '/gezondheid/leeft'), await stuur(server.adres, '/v1/berichten'), await stuur(server.adres, '/x')]) {
      expect(antwoord.headers).toMatchObject({
        'x-content-type-options': 'nosniff', 'cache-control': 'no-store', 'api-version': '1.0.0', 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer',
        'content-security-policy': "default-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'none'" });
      // Only over TLS, or a browser takes it for an attack on others on this name.
      expect(antwoord.headers['strict-transport-security']).toBeUndefined();
    }
  });
});

describe('een uitgever die wegvalt', () => {
  it('kost niemand zijn geldige token, en een onbekende sleutel geeft 503', async () => {
    const bekend = await uitgever.geef({ client: 'zorgsoft', scope: 'lezen' });
    await uitgever.wissel();
    uitgever.zetStoring(true);
    await vi.waitFor(async () => {
      const antwoord = await beller('zorgsoft').vraag('GET', '/v1/berichten');
      expect(antwoord.status).toBe(503);
      expect(antwoord.json).toMatchObject({ code: 'tijdelijk-niet-beschikbaar' });
      expect(Number(antwoord.headers['retry-after'])).toBeGreaterThan(0);
    }, { timeout: 15_000, interval: 250 });
    expect((await metToken(bekend)).status).toBe(200);
  });
});
