/** Over TLS: tokens that are bound to a certificate, clients that have to show theirs, and certificates that are renewed. */
import { rmSync, writeFileSync } from 'node:fs';
import { connect, type DetailedPeerCertificate } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Beller, stuur, toegangsbestand, type Antwoord } from '../hulp/aanmelding.js';
import { alsBestanden, maakCa, maakCertificaat, type Certificaat } from '../hulp/certificaat.js';
import { verseDatabase, type Testdatabase } from '../hulp/database.js';
import { SERVER, startServer, type Uitvoering } from '../hulp/server.js';
import { startUitgever, type Uitgever } from '../hulp/uitgever.mjs';

const ca = maakCa('proef-ca');
const vanServer = maakCertificaat('gateway', ca);
const eigen = maakCertificaat('zorgsoft', ca);
const ander = maakCertificaat('iemand-anders', ca);
/** Says that it is of the same CA, and is not. */
const nagemaakt = maakCertificaat('zorgsoft', maakCa('proef-ca'));
const CLIENTEN = toegangsbestand({
  zorgsoft: { partijen: ['65656055'], scopes: ['lezen'] },
  vast: { partijen: ['11111111'], scopes: ['lezen'], certificaat: [eigen.afdruk, ander.afdruk] },
});
const { map, paden } = alsBestanden({ 'toegang.yaml': CLIENTEN, 'cert.pem': vanServer.cert, 'key.pem': vanServer.key, 'ca.pem': ca.cert });
let uitgever: Uitgever;
let database: Testdatabase;
let server: Uitvoering;
beforeAll(async () => {
  [uitgever, database] = await Promise.all([startUitgever(), verseDatabase()]);
  server = await startServer({
    DATABASE_URL: database.url, AUTH: 'jwt', AUTH_ISSUER: uitgever.issuer, AUTH_AUDIENCE: uitgever.audience, TOEGANG_BESTAND: paden['toegang.yaml'],
    TLS_CERT: paden['cert.pem'], TLS_KEY: paden['key.pem'], TLS_CLIENT_CA: paden['ca.pem'],
  }, [SERVER, 'api'], /API gereed op (http\S+)/);
});
afterAll(async () => {
  await server?.stop();
  await database?.verwijder();
  await uitgever?.stop();
  rmSync(map, { recursive: true });
});

async function vraag(client: string, gebonden: Certificaat | undefined, getoond: Certificaat | undefined): Promise<Antwoord> {
  const cnf = gebonden === undefined ? {} : { cnf: { 'x5t#S256': gebonden.afdruk } };
  const token = await uitgever.geef({ client, scope: 'lezen', claims: cnf });
  return stuur(server.adres, '/v1/berichten', {
    headers: { Authorization: `Bearer ${token}` }, ca: ca.cert, ...(getoond === undefined ? {} : { cert: getoond.cert, key: getoond.key }) } as object);
}

describe('een token dat aan een certificaat is gebonden', () => {
  it.each<[string, Certificaat | undefined, Certificaat | undefined, number]>([
    ['met dat certificaat', eigen, eigen, 200],
    ['zonder certificaat', eigen, undefined, 401],
    ['met een ander certificaat', eigen, ander, 401],
    ['met een certificaat van een andere CA', nagemaakt, nagemaakt, 401],
    ['niet gebonden, zonder certificaat', undefined, undefined, 200],
    ['niet gebonden, met een certificaat', undefined, eigen, 200],
  ])('%s', async (_naam, gebonden, getoond, status) => {
    const antwoord = await vraag('zorgsoft', gebonden, getoond);
    expect(antwoord.status).toBe(status);
    if (status === 401) expect(antwoord.headers['www-authenticate']).toContain('error="invalid_token"');
  });
});

describe('een client die zijn certificaat moet tonen', () => {
  it.each<[string, Certificaat | undefined, Certificaat | undefined, number]>([
    ['doet dat', undefined, eigen, 200],
    ['heeft er twee, voor als er een verloopt', undefined, ander, 200],
    ['doet dat niet', undefined, undefined, 401],
    ['toont er een van een andere CA', undefined, nagemaakt, 401],
    ['toont een ander dan waar het token aan is gebonden', eigen, ander, 401],
  ])('%s', async (_naam, gebonden, getoond, status) => {
    expect((await vraag('vast', gebonden, getoond)).status).toBe(status);
  });
});

describe('de verbinding', () => {
  it('zegt dat zij alleen over TLS gaat, en doet dat ook', async () => {
    const { headers } = await stuur(server.adres, '/gezondheid/leeft', { ca: ca.cert } as object);
    expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    await expect(stuur(server.adres.replace('https:', 'http:'), '/gezondheid/leeft')).rejects.toThrow();
  });

  it.each([['TLSv1.2', 'AES128-SHA256'], ['TLSv1.2', 'ECDHE-ECDSA-AES128-SHA256']] as const)('doet niet mee met %s en %s', async (versie, ciphers) => {
    const { hostname, port } = new URL(server.adres);
    await expect(new Promise((klaar, fout) => {
      const verbinding = connect({ host: hostname, port: Number(port), ca: ca.cert, minVersion: versie, maxVersion: versie, ciphers }, () => {
        klaar(verbinding.getCipher());
        verbinding.destroy();
      });
      verbinding.on('error', fout);
    })).rejects.toThrow();
  });

  it('neemt een vernieuwd certificaat over zonder te stoppen, en een onbruikbaar niet', async () => {
    const { hostname, port } = new URL(server.adres);
    const getoond = (): Promise<string> => new Promise((klaar, fout) => {
      const verbinding = connect({ host: hostname, port: Number(port), ca: ca.cert }, () => {
        klaar((verbinding.getPeerCertificate() as DetailedPeerCertificate).subject.CN as string);
        verbinding.destroy();
      });
      verbinding.on('error', fout);
    });
    const herlaad = async (cert: string, key: string, melding: string): Promise<void> => {
      const gezien = server.uitvoer().length;
      writeFileSync(paden['cert.pem'], cert);
      writeFileSync(paden['key.pem'], key);
      server.proces.kill('SIGHUP');
      await vi.waitFor(() => { expect(server.uitvoer().slice(gezien)).toContain(melding); }, { timeout: 10_000, interval: 20 });
    };
    const nieuw = maakCertificaat('gateway-nieuw', ca);
    await herlaad(nieuw.cert, nieuw.key, 'Certificaten opnieuw ingelezen.');
    expect(await getoond()).toBe('gateway-nieuw');
    await herlaad(vanServer.cert, nieuw.key, 'De oude certificaten blijven gelden');
    expect(await getoond()).toBe('gateway-nieuw');
    // Clients are still asked for theirs.
    expect((await vraag('vast', eigen, eigen)).status).toBe(200);
  });

  it('houdt bij een hergebruikte TLS-sessie het certificaat waarmee die begon', async () => {
    const beller = new Beller(server.adres, uitgever, 'vast', 'lezen');
    const kop = await beller.kop();
    const { hostname, port } = new URL(server.adres);
    const bellen = (session: Buffer | undefined): Promise<{ status: string; sessie: Buffer | undefined; hergebruikt: boolean }> => new Promise((klaar, fout) => {
      let tekst = '';
      let sessie: Buffer | undefined;
      const verbinding = connect({ host: hostname, port: Number(port), ca: ca.cert, cert: eigen.cert, key: eigen.key, ...(session && { session }) }, () => {
        verbinding.write(`GET /v1/berichten HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: ${kop['Authorization']}\r\n\r\n`);
      });
      const hergebruikt = (): boolean => verbinding.isSessionReused();
      verbinding.on('session', (gekregen) => { sessie = gekregen; });
      verbinding.on('data', (stuk) => { tekst += String(stuk); });
      verbinding.on('end', () => { klaar({ status: tekst.slice(9, 12), sessie, hergebruikt: hergebruikt() }); });
      verbinding.on('error', fout);
    });
    const eerste = await bellen(undefined);
    const tweede = await bellen(eerste.sessie);
    expect([eerste.status, eerste.hergebruikt, tweede.status, tweede.hergebruikt]).toEqual(['200', false, '200', true]);
  });
});
