/**
 * The public keys of the issuer: fetched when first needed, kept, fetched again for a key that is not known yet. An issuer that cannot be
 * reached is asked again after a pause; until then the keys that are known go on being used, for an hour at most.
 */
import { createLocalJWKSet, createRemoteJWKSet, customFetch, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { UitgeverOnbereikbaar } from './fouten.js';

export interface Sleutelbron {
  readonly issuer: string;
  /** Absent: read from the metadata of the issuer. */
  readonly jwksUrl: string | undefined;
  /** Told about an issuer that cannot be reached or that says what it should not. */
  readonly bijFout: (fout: unknown) => void;
}

/** Longest answer in bytes that is read. A set of keys is a few kB. */
const MAX_ANTWOORD = 512 * 1024;
const GEDULD_MS = 5_000;
/** Keys are fetched anew after this time. A key that the issuer withdrew is good for this long at most while the issuer answers. */
const VERS_MS = 10 * 60_000;
/** An unknown key makes the set be fetched again, but not more often than this: anybody can make one up. */
const AFKOELEN_MS = 5_000;
/** After a failure the issuer is left alone for this long. */
const NA_FOUT_MS = 5_000;
/** How long keys stay good that cannot be renewed. */
const OVERBRUGGEN_MS = 60 * 60_000;

/** Where metadata may be: OpenID Connect appends to the issuer, OAuth (RFC 8414) puts its own part before the path. */
function metadataAdressen(issuer: string): readonly string[] {
  const { origin, pathname } = new URL(issuer);
  const pad = pathname.replace(/\/$/, '');
  return [`${origin}${pad}/.well-known/openid-configuration`, `${origin}/.well-known/oauth-authorization-server${pad}`];
}

/** @returns undefined for 404 */
async function haalJson(adres: string): Promise<unknown> {
  const antwoord = await fetch(adres, { redirect: 'error', headers: { Accept: 'application/json' }, signal: AbortSignal.timeout(GEDULD_MS) });
  if (antwoord.status === 404) {
    await antwoord.body?.cancel();
    return undefined;
  }
  const stukken: Uint8Array[] = [];
  let lengte = 0;
  for await (const stuk of antwoord.body ?? []) {
    lengte += (stuk as Uint8Array).length;
    if (lengte > MAX_ANTWOORD) throw new Error('antwoord te groot');
    stukken.push(stuk as Uint8Array);
  }
  if (antwoord.status !== 200) throw new Error(`status ${antwoord.status}`);
  return JSON.parse(Buffer.concat(stukken).toString('utf8'));
}

/** What may be asked for keys: never less safe than the issuer itself. */
function isVeilig(adres: string, issuer: string): boolean {
  return URL.canParse(adres) && (new URL(adres).protocol === 'https:' || new URL(adres).origin === new URL(issuer).origin);
}

/** @throws Error when the issuer does not say where its keys are, or says that it is somebody else (RFC 8414, 3.3) */
async function zoekJwksUrl(issuer: string): Promise<string> {
  for (const adres of metadataAdressen(issuer)) {
    const metadata = await haalJson(adres) as { issuer?: unknown; jwks_uri?: unknown } | undefined | null;
    if (metadata === undefined) continue;
    if (metadata?.issuer !== issuer) throw new Error('de metadata noemt een andere issuer');
    if (typeof metadata.jwks_uri !== 'string' || !isVeilig(metadata.jwks_uri, issuer)) throw new Error('de metadata noemt geen bruikbare jwks_uri');
    return metadata.jwks_uri;
  }
  throw new Error('de issuer heeft geen metadata');
}

/** A function that gives the key of a token. It throws what jose throws, or UitgeverOnbereikbaar. */
export function openSleutels({ issuer, jwksUrl, bijFout }: Sleutelbron): JWTVerifyGetKey {
  let adres = jwksUrl;
  let goed: { readonly tekst: string; readonly op: number } | undefined;
  let mislukt: number | undefined;

  const haal = async (): Promise<Response> => {
    // Also when the clock was put back since: else nobody would ask again until it is as late as it seemed then.
    if (mislukt === undefined || Math.abs(Date.now() - mislukt) >= NA_FOUT_MS) {
      try {
        adres ??= await zoekJwksUrl(issuer);
        const set = await haalJson(adres);
        // Throws for what is no set of keys, so that it does not take the place of one.
        createLocalJWKSet(set as JSONWebKeySet);
        goed = { tekst: JSON.stringify(set), op: Date.now() };
        mislukt = undefined;
      } catch (fout) {
        mislukt = Date.now();
        // The issuer may have moved its keys.
        adres = jwksUrl;
        bijFout(fout);
      }
    }
    if (goed === undefined || Date.now() - goed.op > OVERBRUGGEN_MS) throw new UitgeverOnbereikbaar('geen sleutels');
    return new Response(goed.tekst);
  };
  const sleutels = createRemoteJWKSet(new URL(jwksUrl ?? issuer), {
    [customFetch]: haal, cacheMaxAge: VERS_MS, cooldownDuration: AFKOELEN_MS, timeoutDuration: 3 * GEDULD_MS,
  });
  return async (kop, token) => {
    try {
      return await sleutels(kop, token);
    } catch (fout) {
      // A key that the issuer made while it could not be reached is not a wrong key.
      if (fout instanceof errors.JWKSNoMatchingKey && mislukt !== undefined) throw new UitgeverOnbereikbaar('sleutel onbekend');
      throw fout;
    }
  };
}
