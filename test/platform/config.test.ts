/** What the environment may say about who comes in, and what is said of what it may not. */
import { describe, expect, it } from 'vitest';
import { ConfigFout, leesConfig } from '../../src/platform/config.js';

const JWT = { AUTH: 'jwt', AUTH_ISSUER: 'https://uitgever.example/nl', AUTH_AUDIENCE: 'gateway', TOEGANG_BESTAND: 'toegang.yaml' };

describe('aanmelden', () => {
  it('staat uit zolang niemand het aanzet, en dan is er geen limiet', () => {
    const { aanmelding, limieten, tls } = leesConfig({});
    expect([aanmelding, tls, limieten]).toEqual([undefined, undefined, { perMinuut: undefined, gelijktijdig: undefined }]);
  });

  it('met tokens kan op elk adres en in productie', () => {
    const { aanmelding, limieten } = leesConfig({ ...JWT, HOST: '0.0.0.0', NODE_ENV: 'production', SLEUTELS: '/x' });
    expect(aanmelding).toMatchObject({ issuer: JWT.AUTH_ISSUER, audience: 'gateway', jwksUrl: undefined, tokentype: 'at+jwt' });
    // What every issuer has to offer by the NL GOV profile is in it, and nothing that a client could sign itself.
    expect(aanmelding?.algoritmen).toContain('RS256');
    expect(aanmelding?.algoritmen.filter((naam) => !/^(PS|RS|ES)(256|384|512)$|^EdDSA$/.test(naam))).toEqual([]);
    expect(Math.min(limieten.perMinuut ?? 0, limieten.gelijktijdig ?? 0)).toBeGreaterThan(0);
  });

  it('een uitgever zonder https mag op de eigen computer', () => {
    for (const adres of ['http://127.0.0.1:9000', 'http://localhost:9000/a', 'http://[::1]:9000']) {
      expect(leesConfig({ ...JWT, AUTH_ISSUER: adres, AUTH_JWKS_URL: adres }).aanmelding).toMatchObject({ issuer: adres, jwksUrl: adres });
    }
  });

  it('nul is onbeperkt', () => {
    expect(leesConfig({ ...JWT, LIMIET_PER_MINUUT: '0' }).limieten.perMinuut).toBeUndefined();
    expect(leesConfig({ LIMIET_PER_MINUUT: '10' }).limieten.perMinuut).toBe(10);
  });

  it.each<[Record<string, string>, RegExp]>([
    [{ AUTH: 'misschien' }, /^AUTH moet uit of jwt zijn/],
    [{ HOST: '0.0.0.0' }, /AUTH=uit mag alleen op een loopback-adres/],
    [{ HOST: '127.0.0.1.example.nl' }, /loopback/],
    [{ NODE_ENV: 'production' }, /AUTH=uit is niet toegestaan/],
    [{ AUTH: 'jwt' }, /AUTH_ISSUER/],
    [{ ...JWT, AUTH_AUDIENCE: '' }, /AUTH_AUDIENCE/],
    [{ ...JWT, TOEGANG_BESTAND: '' }, /TOEGANG_BESTAND/],
    [{ ...JWT, AUTH_ISSUER: 'http://uitgever.example' }, /AUTH_ISSUER moet met https/],
    [{ ...JWT, AUTH_ISSUER: 'http://localhost.example' }, /https/],
    [{ ...JWT, AUTH_ISSUER: 'file:///etc' }, /AUTH_ISSUER/],
    [{ ...JWT, AUTH_ISSUER: 'https://a:b@uitgever.example' }, /wachtwoord/],
    [{ ...JWT, AUTH_ISSUER: 'https://uitgever.example?x=1' }, /vraagteken/],
    [{ ...JWT, AUTH_JWKS_URL: 'http://elders.example/jwks' }, /AUTH_JWKS_URL moet met https/],
    [{ ...JWT, AUTH_ALGORITMEN: 'none' }, /AUTH_ALGORITMEN/],
    [{ ...JWT, AUTH_ALGORITMEN: 'ES256,HS256' }, /AUTH_ALGORITMEN/],
    [{ ...JWT, AUTH_ALGORITMEN: 'es256' }, /AUTH_ALGORITMEN/],
    [{ ...JWT, AUTH_TOKENTYPE: 'JWT' }, /AUTH_TOKENTYPE/],
    [{ ...JWT, AUTH_KLOKVERSCHIL: '301' }, /AUTH_KLOKVERSCHIL/],
    [{ TLS_CERT: 'a' }, /TLS_CERT en TLS_KEY samen/],
    [{ TLS_CLIENT_CA: 'a' }, /TLS_CLIENT_CA/],
    [{ LIMIET_PER_MINUUT: '-1' }, /LIMIET_PER_MINUUT/],
    [{ LIMIET_KOPPEN_S: '0' }, /LIMIET_KOPPEN_S/],
  ])('%j kan niet, en dat wordt gezegd', (env, reden) => {
    expect(() => leesConfig(env)).toThrow(ConfigFout);
    expect(() => leesConfig(env)).toThrow(reden);
  });
});
