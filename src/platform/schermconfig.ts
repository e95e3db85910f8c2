/** Configuration of the screens: where people find them, how they sign in, how they look. */
import { resolve } from 'node:path';
import { ConfigFout } from './configfout.js';

export interface Schermconfig {
  /** Address under which people reach the gateway, without a path. Absent: where it listens. */
  readonly url: string | undefined;
  /** Sign-in with OpenID Connect; absent where there is none (AUTH=uit). */
  readonly aanmelding: Schermaanmelding | undefined;
  /** File with design tokens (CSS custom properties) of the gemeente. */
  readonly thema: string | undefined;
}

export interface Schermaanmelding {
  readonly issuer: string;
  readonly clientId: string;
  /** File with the secret of this client; absent for one without. */
  readonly geheimbestand: string | undefined;
  /** Claim of the ID token that names the roles of a person. */
  readonly rolclaim: string;
}

/**
 * @param issuer absent: AUTH=uit
 * @returns undefined where there are no screens: sign-in is on, and nobody said with which client
 * @throws ConfigFout
 */
export function leesSchermen(env: NodeJS.ProcessEnv, issuer: string | undefined): Schermconfig | undefined {
  const adres = env['WEB_URL'];
  if (adres && (!URL.canParse(adres) || !/^https?:$/.test(new URL(adres).protocol) || new URL(adres).href !== `${new URL(adres).origin}/`)) {
    throw new ConfigFout('WEB_URL moet het adres zijn waarop mensen de gateway bereiken, zonder pad, zoals https://iwmo.voorbeeld.nl.');
  }
  const url = adres ? new URL(adres).origin : undefined;
  const thema = env['THEMA_BESTAND'] ? resolve(env['THEMA_BESTAND']) : undefined;
  if (issuer === undefined) return { url, aanmelding: undefined, thema };
  const clientId = env['WEB_CLIENT_ID'];
  if (!clientId) return undefined;
  if (url === undefined) throw new ConfigFout('WEB_CLIENT_ID vraagt WEB_URL: het adres waarop mensen de gateway bereiken.');
  if (url.startsWith('http:') && !/^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(url)) {
    throw new ConfigFout('WEB_URL moet met https:// beginnen: anders is een aanmelding af te luisteren.');
  }
  const geheim = env['WEB_CLIENT_GEHEIM_BESTAND'];
  return {
    url, thema, aanmelding: { issuer, clientId, geheimbestand: geheim ? resolve(geheim) : undefined, rolclaim: env['WEB_ROLCLAIM'] || 'roles' },
  };
}
