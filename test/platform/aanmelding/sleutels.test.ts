/** Keys of the issuer over time: fetched once, renewed, not asked for too often, and bridged when the issuer is away. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Aanmeldconfig } from '../../../src/platform/config.js';
import { maakTokencontrole, NietAangemeld, UitgeverOnbereikbaar } from '../../../src/platform/aanmelding/index.js';
import { startUitgever, type Uitgever } from '../../hulp/uitgever.mjs';

const MINUUT = 60_000;
let uitgever: Uitgever;
let fouten: unknown[];
beforeEach(async () => {
  uitgever = await startUitgever();
  fouten = [];
  // Only the date: timers and sockets run as ever.
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(async () => {
  vi.useRealTimers();
  await uitgever.stop();
});

function controle(eigen: Partial<Aanmeldconfig> = {}): (geldigS?: number) => Promise<'goed' | 'fout' | 'onbekend'> {
  const { issuer, audience } = uitgever;
  const { controleer } = maakTokencontrole({
    issuer, audience, jwksUrl: undefined, algoritmen: ['ES256'], tokentype: 'at+jwt', klokverschil: 0, toegangsbestand: '', ...eigen,
  }, (fout) => { fouten.push(fout); });
  return async (geldigS = 86_400) => {
    const token = await uitgever.geef({ client: 'proef', geldigS });
    return controleer(token, undefined).then(() => 'goed' as const, (fout: unknown) => {
      if (fout instanceof NietAangemeld) return 'fout' as const;
      if (fout instanceof UitgeverOnbereikbaar) return 'onbekend' as const;
      throw fout;
    });
  };
}
const wacht = (ms: number): void => { vi.setSystemTime(Date.now() + ms); };

describe('sleutels', () => {
  it('worden één keer gehaald, en na tien minuten opnieuw', async () => {
    const vraag = controle();
    expect(await Promise.all([vraag(), vraag(), vraag()])).toEqual(['goed', 'goed', 'goed']);
    expect(uitgever.tellers).toEqual({ jwks: 1, metadata: 1 });
    wacht(11 * MINUUT);
    expect(await vraag()).toBe('goed');
    expect(uitgever.tellers).toEqual({ jwks: 2, metadata: 1 });
  });

  it('een nieuwe sleutel wordt opgehaald, maar niet vaker dan afgesproken', async () => {
    const vraag = controle();
    await vraag();
    await uitgever.wissel();
    expect(await vraag()).toBe('fout');
    expect(uitgever.tellers.jwks).toBe(1);
    wacht(6_000);
    expect(await vraag()).toBe('goed');
    expect(uitgever.tellers.jwks).toBe(2);
  });

  it('een ingetrokken sleutel geldt na tien minuten niet meer', async () => {
    const vraag = controle();
    const { geef, sleutels: [oud] } = uitgever;
    await vraag();
    await uitgever.wissel();
    wacht(11 * MINUUT);
    expect(await vraag()).toBe('goed');
    uitgever.geef = (wat) => geef({ ...wat, sleutel: oud });
    expect(await vraag()).toBe('fout');
  });
});

describe('een token dat al eens is gezien', () => {
  it('geldt niet langer dan het zelf zegt, en hooguit een minuut langer dan zijn sleutel', async () => {
    const { issuer, audience } = uitgever;
    const { controleer } = maakTokencontrole({
      issuer, audience, jwksUrl: undefined, algoritmen: ['ES256'], tokentype: 'at+jwt', klokverschil: 10, toegangsbestand: '',
    }, () => undefined);
    const geldt = (token: string, certificaat?: string): Promise<boolean> => controleer(token, certificaat).then(() => true, () => false);
    const kort = await uitgever.geef({ client: 'proef', geldigS: 20 });
    const lang = await uitgever.geef({ client: 'proef', geldigS: 86_400 });
    const gebonden = await uitgever.geef({ client: 'proef', claims: { cnf: { 'x5t#S256': 'afdruk' } } });
    expect(await Promise.all([geldt(kort), geldt(lang), geldt(gebonden, 'afdruk')])).toEqual([true, true, true]);
    // What it is bound to is looked at every time.
    expect(await geldt(gebonden)).toBe(false);
    await uitgever.wissel();
    wacht(29_000);
    expect(await Promise.all([geldt(kort), geldt(lang)])).toEqual([true, true]);
    wacht(2_000);
    expect(await geldt(kort)).toBe(false);
    wacht(11 * MINUUT);
    expect(await geldt(lang)).toBe(false);
  });
});

describe('een uitgever die er niet is', () => {
  it('is geen fout van de client, en wordt met rust gelaten', async () => {
    uitgever.zetStoring(true);
    const vraag = controle();
    expect(await vraag()).toBe('onbekend');
    uitgever.zetStoring(false);
    expect(await vraag()).toBe('onbekend');
    expect(uitgever.tellers.metadata).toBe(0);
    expect(fouten).toHaveLength(1);
    wacht(6_000);
    expect(await vraag()).toBe('goed');
  });

  it('de bekende sleutels overbruggen een uur; een onbekende sleutel blijft zo lang onbekend', async () => {
    const vraag = controle();
    await vraag();
    uitgever.zetStoring(true);
    wacht(30 * MINUUT);
    expect(await vraag()).toBe('goed');
    const { sleutels: [oud] } = uitgever;
    await uitgever.wissel();
    expect(await vraag()).toBe('onbekend');
    const { geef } = uitgever;
    uitgever.geef = (wat) => geef({ ...wat, sleutel: oud });
    expect(await vraag()).toBe('goed');
    wacht(45 * MINUUT);
    expect(await vraag()).toBe('onbekend');
    uitgever.geef = geef;
    uitgever.zetStoring(false);
    wacht(6_000);
    expect(await vraag()).toBe('goed');
  });

  it.each<[string, unknown]>([
    ['geen object', 'hallo'], ['geen lijst', { keys: {} }], ['geen sleutels in de lijst', { keys: ['a'] }], ['te groot', { keys: [], vul: 'x'.repeat(600_000) }],
  ])('een sleutelset die er geen is (%s) telt niet', async (_naam, set) => {
    uitgever.zetSleutelset(set);
    const vraag = controle();
    expect(await vraag()).toBe('onbekend');
    expect(fouten).toHaveLength(1);
  });
});

describe('metadata', () => {
  const oidc = '/.well-known/openid-configuration';
  const oauth = '/.well-known/oauth-authorization-server';
  it.each<[string, (issuer: string) => Record<string, unknown>, 'goed' | 'onbekend']>([
    ['van OpenID Connect', (issuer) => ({ [oidc]: { issuer, jwks_uri: `${issuer}/jwks` } }), 'goed'],
    ['van OAuth', (issuer) => ({ [oauth]: { issuer, jwks_uri: `${issuer}/jwks` } }), 'goed'],
    ['van een ander', (issuer) => ({ [oidc]: { issuer: `${issuer}/`, jwks_uri: `${issuer}/jwks` } }), 'onbekend'],
    ['zonder sleutels', (issuer) => ({ [oidc]: { issuer } }), 'onbekend'],
    ['met sleutels op een onbeveiligd adres elders', (issuer) => ({ [oidc]: { issuer, jwks_uri: 'http://elders.example/jwks' } }), 'onbekend'],
    ['die ontbreekt', () => ({}), 'onbekend'],
  ])('%s', async (_naam, metadata, verwacht) => {
    uitgever.zetMetadata(metadata(uitgever.issuer));
    expect(await controle()()).toBe(verwacht);
  });

  it('is niet nodig waar het adres van de sleutels is ingesteld', async () => {
    uitgever.zetMetadata({});
    expect(await controle({ jwksUrl: `${uitgever.issuer}/jwks` })()).toBe('goed');
  });
});
