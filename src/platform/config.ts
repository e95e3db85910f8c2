/** Configuration from the environment, checked once at start-up. Every error says which variable, what is wrong and what is allowed. */
import { resolve } from 'node:path';
import { leesBewaartermijnen, type Bewaartermijnen } from './bewaartermijnen.js';
import { ConfigFout } from './configfout.js';
import { leesVersleuteling, type Versleuteling } from './kluis/instelling.js';
import { leesNetwerken, type Netwerk } from './netwerk.js';
import { leesSchermen, type Schermconfig } from './schermconfig.js';

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** Absent: PostgreSQL runs embedded under dataDir. */
  readonly databaseUrl: string | undefined;
  /** Absent: the queue lives in PostgreSQL. */
  readonly redisUrl: string | undefined;
  /** Absent: AUTH=uit, everybody may do everything (loopback only). */
  readonly aanmelding: Aanmeldconfig | undefined;
  /** Absent: HTTP without TLS. */
  readonly tls: Tlsconfig | undefined;
  readonly limieten: Limieten;
  readonly deur: Deurconfig;
  /** Absent: personal data are stored as they are (development only). */
  readonly versleuteling: Versleuteling | undefined;
  /** How long each kind of data is kept. */
  readonly bewaren: Bewaartermijnen;
  /** Where traces go (OTLP over HTTP); absent: nowhere. */
  readonly sporenUrl: string | undefined;
  /** Port for the metrics of a worker that runs by itself; absent: none. */
  readonly metingenPoort: number | undefined;
  readonly schemaDir: string | undefined;
  readonly regioDir: string | undefined;
  /** A fixed system date (YYYY-MM-DD) for tests and demos. */
  readonly vandaag: string | undefined;
  readonly logLevel: string;
  /** Messages assessed at the same time by one worker; of different pairs. */
  readonly gelijktijdig: number;
  readonly webhooks: Webhookconfig;
  /** Absent: no screens. */
  readonly schermen: Schermconfig | undefined;
}

export interface Webhookconfig {
  /** Networks that webhooks may lead into besides the public internet. */
  readonly toegestaan: readonly Netwerk[];
  /** Milliseconds between looks at what has to be delivered. */
  readonly elkeMs: number;
}

/** Sign-in with tokens (AUTH=jwt). */
export interface Aanmeldconfig {
  /** As it stands in the tokens, character for character. */
  readonly issuer: string;
  readonly audience: string;
  /** Absent: found through the metadata of the issuer. */
  readonly jwksUrl: string | undefined;
  readonly algoritmen: readonly string[];
  /** `at+jwt`: only access tokens by RFC 9068. */
  readonly tokentype: 'at+jwt' | 'elk';
  /** Difference in seconds between clocks that is put up with. */
  readonly klokverschil: number;
  /** File with what each client may do. */
  readonly toegangsbestand: string;
}

/** Files in PEM. */
export interface Tlsconfig {
  readonly cert: string;
  readonly key: string;
  /** Present: clients are asked for a certificate of one of these. */
  readonly clientCa: string | undefined;
}

/** What one client may do; undefined is without limit. */
export interface Limieten {
  readonly perMinuut: number | undefined;
  /** Requests under way at the same time in one process. */
  readonly gelijktijdig: number | undefined;
}

/** What one process takes in. Times in seconds, for the headers and for the request as a whole. */
export interface Deurconfig {
  readonly verbindingen: number;
  readonly koppenS: number;
  readonly aanvraagS: number;
}

export { ConfigFout };

const LOOPBACK = /^(127(\.\d{1,3}){3}|::1|localhost)$/;
const LOG_NIVEAUS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

function geheel(naam: string, waarde: string | undefined, standaard: number, van: number, tot: number): number {
  if (waarde === undefined || waarde === '') return standaard;
  const getal = Number(waarde);
  if (!Number.isInteger(getal) || getal < van || getal > tot) {
    throw new ConfigFout(`${naam} moet een geheel getal van ${van} tot en met ${tot} zijn.`);
  }
  return getal;
}

function url(naam: string, waarde: string | undefined, protocollen: readonly string[]): string | undefined {
  if (waarde === undefined || waarde === '') return undefined;
  const geldig = URL.canParse(waarde) && protocollen.includes(new URL(waarde).protocol);
  if (!geldig) throw new ConfigFout(`${naam} moet een adres zijn dat begint met ${protocollen.map((p) => `${p}//`).join(' of ')}.`);
  return waarde;
}

/** Signatures that only the issuer can make. RS256 every issuer has to offer, PS256 it should (NL GOV profile for OAuth 2.0, 3.2.1). */
const ALGORITMEN = ['PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'RS256', 'RS384', 'RS512'];
const STANDAARD_ALGORITMEN = 'PS256,ES256,RS256';

/** An address of the issuer: https, or http on this machine. */
function uitgeverUrl(naam: string, waarde: string | undefined): string | undefined {
  const adres = url(naam, waarde, ['https:', 'http:']);
  if (adres === undefined) return undefined;
  const { protocol, hostname, search, hash, username, password } = new URL(adres);
  if (protocol === 'http:' && !LOOPBACK.test(hostname.replace(/^\[|\]$/g, ''))) {
    throw new ConfigFout(`${naam} moet met https:// beginnen: wie het verkeer kan wijzigen, geeft anders zelf tokens uit.`);
  }
  if (username !== '' || password !== '' || hash !== '') throw new ConfigFout(`${naam} mag geen naam, wachtwoord of # bevatten.`);
  if (naam === 'AUTH_ISSUER' && search !== '') throw new ConfigFout('AUTH_ISSUER mag geen vraagteken bevatten (RFC 8414).');
  return adres;
}

function jwtVan(env: NodeJS.ProcessEnv): Aanmeldconfig {
  const issuer = uitgeverUrl('AUTH_ISSUER', env['AUTH_ISSUER']);
  if (issuer === undefined) throw new ConfigFout('AUTH=jwt vraagt AUTH_ISSUER: het adres van wie de tokens uitgeeft, zoals het in iss staat.');
  const audience = env['AUTH_AUDIENCE'];
  if (!audience) throw new ConfigFout('AUTH=jwt vraagt AUTH_AUDIENCE: de naam van deze gateway, zoals die in aud van de tokens staat.');
  const bestand = env['TOEGANG_BESTAND'];
  if (!bestand) throw new ConfigFout('AUTH=jwt vraagt TOEGANG_BESTAND: het bestand met wat elke client mag (docs/beveiliging.md).');
  const algoritmen = (env['AUTH_ALGORITMEN'] || STANDAARD_ALGORITMEN).split(',').map((naam) => naam.trim());
  if (!algoritmen.every((naam) => ALGORITMEN.includes(naam))) {
    throw new ConfigFout(`AUTH_ALGORITMEN mag alleen deze bevatten, met komma's ertussen: ${ALGORITMEN.join(', ')}.`);
  }
  const tokentype = env['AUTH_TOKENTYPE'] || 'at+jwt';
  if (tokentype !== 'at+jwt' && tokentype !== 'elk') throw new ConfigFout('AUTH_TOKENTYPE moet at+jwt of elk zijn.');
  return {
    issuer, audience, jwksUrl: uitgeverUrl('AUTH_JWKS_URL', env['AUTH_JWKS_URL']), algoritmen, tokentype,
    klokverschil: geheel('AUTH_KLOKVERSCHIL', env['AUTH_KLOKVERSCHIL'], 30, 0, 300), toegangsbestand: resolve(bestand),
  };
}

function aanmeldingVan(env: NodeJS.ProcessEnv, host: string): Aanmeldconfig | undefined {
  const auth = env['AUTH'] || 'uit';
  if (auth === 'jwt') return jwtVan(env);
  if (auth !== 'uit') throw new ConfigFout('AUTH moet uit of jwt zijn.');
  if (env['NODE_ENV'] === 'production') {
    throw new ConfigFout('AUTH=uit is niet toegestaan met NODE_ENV=production: zonder aanmelding mag iedereen alles.');
  }
  if (!LOOPBACK.test(host)) {
    throw new ConfigFout('AUTH=uit mag alleen op een loopback-adres (HOST=127.0.0.1): zonder aanmelding mag iedereen alles.');
  }
  return undefined;
}

function tlsVan(env: NodeJS.ProcessEnv): Tlsconfig | undefined {
  const pad = (waarde: string | undefined): string | undefined => (waarde ? resolve(waarde) : undefined);
  const [cert, key, clientCa] = [pad(env['TLS_CERT']), pad(env['TLS_KEY']), pad(env['TLS_CLIENT_CA'])];
  if (cert !== undefined && key !== undefined) return { cert, key, clientCa };
  if (cert === undefined && key === undefined && clientCa === undefined) return undefined;
  throw new ConfigFout('TLS vraagt TLS_CERT en TLS_KEY samen; TLS_CLIENT_CA kan daar alleen bij.');
}

/** Without sign-in everybody is one client on this machine, which is limited only where that is asked for. */
function limietenVan(env: NodeJS.ProcessEnv, metAanmelding: boolean): Limieten {
  const limiet = (naam: string, waarde: string | undefined, standaard: number, tot: number): number | undefined => {
    const getal = geheel(naam, waarde, metAanmelding ? standaard : 0, 0, tot);
    return getal === 0 ? undefined : getal;
  };
  return {
    perMinuut: limiet('LIMIET_PER_MINUUT', env['LIMIET_PER_MINUUT'], 6000, 1_000_000),
    gelijktijdig: limiet('LIMIET_GELIJKTIJDIG', env['LIMIET_GELIJKTIJDIG'], 100, 10_000),
  };
}

function vandaagVan(env: NodeJS.ProcessEnv): string | undefined {
  const vandaag = env['VANDAAG'];
  if (vandaag === undefined || vandaag === '') return undefined;
  if (env['NODE_ENV'] === 'production') throw new ConfigFout('VANDAAG is niet toegestaan met NODE_ENV=production.');
  const datum = new Date(`${vandaag}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(vandaag) || Number.isNaN(datum.getTime()) || datum.toISOString().slice(0, 10) !== vandaag) {
    throw new ConfigFout('VANDAAG moet een bestaande datum zijn in de vorm JJJJ-MM-DD.');
  }
  return vandaag;
}

/**
 * Reads the configuration.
 * @throws ConfigFout with a Dutch explanation when a value cannot be used
 */
export function leesConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const host = env['HOST'] || '127.0.0.1';
  const aanmelding = aanmeldingVan(env, host);
  const logLevel = env['LOG_LEVEL'] || 'info';
  if (!LOG_NIVEAUS.includes(logLevel)) throw new ConfigFout(`LOG_LEVEL moet een van deze zijn: ${LOG_NIVEAUS.join(', ')}.`);
  return {
    host,
    port: geheel('PORT', env['PORT'], 8080, 0, 65535),
    dataDir: resolve(env['DATA_DIR'] || './data'),
    databaseUrl: url('DATABASE_URL', env['DATABASE_URL'], ['postgres:', 'postgresql:']),
    redisUrl: url('REDIS_URL', env['REDIS_URL'], ['redis:', 'rediss:']),
    aanmelding,
    tls: tlsVan(env),
    limieten: limietenVan(env, aanmelding !== undefined),
    deur: {
      verbindingen: geheel('LIMIET_VERBINDINGEN', env['LIMIET_VERBINDINGEN'], 1000, 10, 100_000),
      koppenS: geheel('LIMIET_KOPPEN_S', env['LIMIET_KOPPEN_S'], 15, 1, 120),
      aanvraagS: geheel('LIMIET_AANVRAAG_S', env['LIMIET_AANVRAAG_S'], 120, 5, 3600),
    },
    versleuteling: leesVersleuteling(env, resolve(env['DATA_DIR'] || './data')),
    bewaren: leesBewaartermijnen(env['BEWAREN']),
    sporenUrl: url('SPOREN_URL', env['SPOREN_URL'], ['https:', 'http:']),
    metingenPoort: env['METINGEN_POORT'] ? geheel('METINGEN_POORT', env['METINGEN_POORT'], 0, 0, 65535) : undefined,
    schemaDir: env['SCHEMA_DIR'] ? resolve(env['SCHEMA_DIR']) : undefined,
    regioDir: env['REGIO_DIR'] ? resolve(env['REGIO_DIR']) : undefined,
    vandaag: vandaagVan(env),
    logLevel,
    gelijktijdig: geheel('GELIJKTIJDIG', env['GELIJKTIJDIG'], 8, 1, 100),
    schermen: leesSchermen(env, aanmelding?.issuer),
    webhooks: {
      toegestaan: leesNetwerken('WEBHOOK_TOEGESTAAN', env['WEBHOOK_TOEGESTAAN']),
      elkeMs: geheel('WEBHOOK_ELKE_MS', env['WEBHOOK_ELKE_MS'], 500, 10, 60_000),
    },
  };
}
