/** Sign-in of people with OpenID Connect: authorization code with PKCE, state and nonce; the ID token is checked by its signature. */
import { readFileSync } from 'node:fs';
import * as oidc from 'openid-client';
import { ConfigFout } from '../../../platform/configfout.js';
import type { Schermaanmelding } from '../../../platform/schermconfig.js';

/** What has to be remembered between going to the issuer and coming back. */
export interface Onderweg {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Where the person was going; a path on this host. */
  readonly terug: string;
}

export interface Persoon {
  readonly medewerker: string;
  readonly naam: string | undefined;
  readonly rollen: readonly string[];
}

/** Somebody who did not come in; `uitleg` is for them. */
export class AanmeldingMislukt extends Error {
  override readonly name = 'AanmeldingMislukt';

  constructor(readonly uitleg: string, readonly status: 403 | 503) {
    super('aanmelding mislukt');
  }
}

export interface Inloop {
  begin(terug: string): Promise<{ readonly adres: string; readonly onderweg: Onderweg }>;
  /** @param adres the address to which the issuer sent the person back. @throws AanmeldingMislukt */
  rondAf(adres: URL, onderweg: Onderweg): Promise<Persoon>;
  /** Where the issuer ends its own session; undefined where it does not tell. */
  einde(): Promise<string | undefined>;
  readonly issuer: string;
}

const GEDULD_S = 5;
const TERUG = '/aanmelden/terug';

/** @param webUrl address under which people reach the gateway */
export function maakInloop({ issuer, clientId, geheimbestand, rolclaim }: Schermaanmelding, webUrl: string): Inloop {
  let geheim: string | undefined;
  try {
    geheim = geheimbestand === undefined ? undefined : readFileSync(geheimbestand, 'utf8').trim();
  } catch {
    throw new ConfigFout(`WEB_CLIENT_GEHEIM_BESTAND: ${geheimbestand ?? ''} kan niet worden gelezen.`);
  }
  const onveilig = issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [];
  let bekend: Promise<oidc.Configuration> | undefined;
  const configuratie = async (): Promise<oidc.Configuration> => {
    bekend ??= oidc.discovery(new URL(issuer), clientId, undefined, geheim === undefined ? oidc.None() : oidc.ClientSecretPost(geheim), {
      execute: [...onveilig, oidc.enableNonRepudiationChecks], timeout: GEDULD_S });
    try {
      return await bekend;
    } catch {
      // The next person asks again.
      bekend = undefined;
      throw new AanmeldingMislukt('De aanmelddienst is niet bereikbaar. Probeer het over een minuut opnieuw.', 503);
    }
  };
  return {
    issuer,
    async begin(terug) {
      const config = await configuratie();
      const onderweg = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier(), terug };
      const adres = oidc.buildAuthorizationUrl(config, {
        redirect_uri: webUrl + TERUG, scope: 'openid profile', state: onderweg.state, nonce: onderweg.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(onderweg.verifier), code_challenge_method: 'S256',
      });
      return { adres: adres.href, onderweg };
    },
    async rondAf(adres, { state, nonce, verifier }) {
      const config = await configuratie();
      let claims: oidc.IDToken | undefined;
      try {
        claims = (await oidc.authorizationCodeGrant(config, adres, {
          pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true })).claims();
      } catch {
        throw new AanmeldingMislukt('Het aanmelden is niet gelukt of afgebroken. Probeer het opnieuw.', 403);
      }
      if (claims === undefined) throw new AanmeldingMislukt('Het aanmelden is niet gelukt. Probeer het opnieuw.', 403);
      const gegeven = claims[rolclaim];
      const rollen = (Array.isArray(gegeven) ? gegeven : [gegeven]).filter((rol): rol is string => typeof rol === 'string');
      const naam = claims['name'];
      return { medewerker: claims.sub, naam: typeof naam === 'string' ? naam.slice(0, 100) : undefined, rollen };
    },
    async einde() {
      const config = await configuratie().catch(() => undefined);
      if (config?.serverMetadata().end_session_endpoint === undefined) return undefined;
      return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: `${webUrl}/afgemeld` }).href;
    },
  };
}
