/**
 * Access tokens: JWTs by RFC 9068, checked against the keys of one issuer, as the NL GOV Assurance profile for OAuth 2.0 asks of a protected
 * resource: issuer, audience, lifetime, an allow-list of asymmetric signatures, and where the token is bound to a certificate, that one.
 */
import { createHash } from 'node:crypto';
import { errors, jwtVerify, type JWTPayload, type JWTVerifyOptions } from 'jose';
import type { Aanmeldconfig } from '../config.js';
import { NietAangemeld, UitgeverOnbereikbaar } from './fouten.js';
import { openSleutels } from './sleutels.js';

/** What a token that holds says. */
export interface Tokengegevens {
  readonly client: string;
  readonly scopes: ReadonlySet<string>;
}

export interface Tokencontrole {
  /**
   * @param certificaat thumbprint of the certificate that the caller showed and that was found good; undefined without one
   * @throws NietAangemeld when the token does not hold, UitgeverOnbereikbaar when that cannot be told
   */
  controleer(token: string, certificaat: string | undefined): Promise<Tokengegevens>;
}

/** Thumbprint of a certificate (DER) as `x5t#S256` has it: SHA-256 in base64url without padding (RFC 8705, 3.1). */
export function vingerafdruk(certificaat: Uint8Array): string {
  return createHash('sha256').update(certificaat).digest('base64url');
}

/** Longest name of a client that is taken in; it is stored with every message. */
const MAX_CLIENT = 255;

const PER_CLAIM: Readonly<Record<string, string>> = {
  iss: 'Het token komt niet van de uitgever die deze gateway kent (iss).',
  aud: 'Het token is niet voor deze gateway bedoeld (aud).',
  nbf: 'Het token is nog niet geldig (nbf). Controleer de klok.',
  exp: 'Het token heeft geen einddatum (exp).',
  typ: 'Dit is geen access token: in de kop van het token hoort typ at+jwt.',
};

function uitlegVan(fout: unknown): string {
  if (fout instanceof errors.JWTExpired) return 'Het token is verlopen. Haal een nieuw token op.';
  if (fout instanceof errors.JWTClaimValidationFailed) return PER_CLAIM[fout.claim] ?? 'Een claim in het token klopt niet.';
  if (fout instanceof errors.JOSEAlgNotAllowed) return 'Het token is ondertekend op een manier die deze gateway niet toestaat (alg).';
  if (fout instanceof errors.JWKSNoMatchingKey || fout instanceof errors.JWKSMultipleMatchingKeys) {
    return 'De sleutel van het token is niet van de uitgever (kid).';
  }
  return 'Het token is geen JWT met een geldige handtekening van de uitgever.';
}

/** `client_id` (RFC 9068) or `azp` (NL GOV); where both are there they have to agree. */
function clientVan({ client_id: clientId, azp }: JWTPayload & { readonly client_id?: unknown; readonly azp?: unknown }): string {
  const client = clientId ?? azp;
  if (typeof client !== 'string' || client === '' || client.length > MAX_CLIENT || (azp !== undefined && azp !== client)) {
    throw new NietAangemeld('ongeldig', 'Het token zegt niet eenduidig van welke client het is (client_id of azp).');
  }
  return client;
}

/** A token bound to a certificate is worth nothing without it (RFC 8705, 3). */
function controleerBinding({ cnf }: JWTPayload & { readonly cnf?: unknown }, certificaat: string | undefined): void {
  if (cnf === undefined) return;
  const verwacht = (cnf as { readonly 'x5t#S256'?: unknown } | null)?.['x5t#S256'];
  // Bound in a way that is not checked here is bound all the same.
  if (typeof verwacht !== 'string' || verwacht !== certificaat) {
    throw new NietAangemeld('ongeldig', 'Het token is gebonden aan een certificaat dat bij deze verbinding niet is getoond (cnf).');
  }
}

/** A token that held is not checked again for this long: a signature costs more than all the rest of signing in. */
const ONTHOUDEN_MS = 60_000;
const MAX_ONTHOUDEN = 1000;

/** Remembers what tokens said, by their digest: the tokens themselves are not kept. */
function maakGeheugen(): { zoek(token: string): JWTPayload | undefined; bewaar(token: string, inhoud: JWTPayload, geldigTot: number): void } {
  const bekend = new Map<string, { readonly inhoud: JWTPayload; readonly tot: number }>();
  const sleutelVan = (token: string): string => createHash('sha256').update(token).digest('base64');
  return {
    zoek(token) {
      const gevonden = bekend.get(sleutelVan(token));
      return gevonden === undefined || gevonden.tot <= Date.now() ? undefined : gevonden.inhoud;
    },
    bewaar(token, inhoud, geldigTot) {
      const [oudste] = bekend.size >= MAX_ONTHOUDEN ? bekend.keys() : [];
      if (oudste !== undefined) bekend.delete(oudste);
      bekend.set(sleutelVan(token), { inhoud, tot: Math.min(geldigTot, Date.now() + ONTHOUDEN_MS) });
    },
  };
}

export function maakTokencontrole(config: Aanmeldconfig, bijFout: (fout: unknown) => void): Tokencontrole {
  const sleutels = openSleutels({ issuer: config.issuer, jwksUrl: config.jwksUrl, bijFout });
  const eisen: JWTVerifyOptions = {
    issuer: config.issuer, audience: config.audience, algorithms: [...config.algoritmen], clockTolerance: config.klokverschil,
    requiredClaims: ['exp'], ...(config.tokentype === 'elk' ? {} : { typ: config.tokentype }),
  };
  const geheugen = maakGeheugen();
  const inhoudVan = async (token: string): Promise<JWTPayload> => {
    const bekend = geheugen.zoek(token);
    if (bekend !== undefined) return bekend;
    const { payload } = await jwtVerify(token, sleutels, eisen).catch((fout: unknown) => {
      if (fout instanceof UitgeverOnbereikbaar) throw fout;
      throw new NietAangemeld('ongeldig', uitlegVan(fout));
    });
    geheugen.bewaar(token, payload, ((payload.exp ?? 0) + config.klokverschil) * 1000);
    return payload;
  };
  return {
    async controleer(token, certificaat) {
      const payload = await inhoudVan(token);
      controleerBinding(payload, certificaat);
      const { scope } = payload as { scope?: unknown };
      return { client: clientVan(payload), scopes: new Set(typeof scope === 'string' ? scope.split(' ') : []) };
    },
  };
}
