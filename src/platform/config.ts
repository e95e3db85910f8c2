/** Configuration from the environment, checked once at start-up. Every error says which variable, what is wrong and what is allowed. */
import { resolve } from 'node:path';

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** Absent: PostgreSQL runs embedded under dataDir. */
  readonly databaseUrl: string | undefined;
  /** Absent: the queue lives in PostgreSQL. */
  readonly redisUrl: string | undefined;
  readonly auth: 'uit';
  readonly schemaDir: string | undefined;
  readonly regioDir: string | undefined;
  /** A fixed system date (YYYY-MM-DD) for tests and demos. */
  readonly vandaag: string | undefined;
  readonly logLevel: string;
  /** Messages assessed at the same time by one worker; of different pairs. */
  readonly gelijktijdig: number;
}

/** A configuration that cannot be used. */
export class ConfigFout extends Error {
  override readonly name = 'ConfigFout';
}

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

function authVan(env: NodeJS.ProcessEnv, host: string): 'uit' {
  const auth = env['AUTH'] ?? 'uit';
  if (auth === 'jwt') throw new ConfigFout('AUTH=jwt wordt in deze versie nog niet ondersteund; gebruik AUTH=uit op een loopback-adres.');
  if (auth !== 'uit') throw new ConfigFout('AUTH moet uit of jwt zijn.');
  if (env['NODE_ENV'] === 'production') {
    throw new ConfigFout('AUTH=uit is niet toegestaan met NODE_ENV=production: zonder aanmelding mag iedereen alles.');
  }
  if (!LOOPBACK.test(host)) {
    throw new ConfigFout('AUTH=uit mag alleen op een loopback-adres (HOST=127.0.0.1): zonder aanmelding mag iedereen alles.');
  }
  return auth;
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
  const logLevel = env['LOG_LEVEL'] || 'info';
  if (!LOG_NIVEAUS.includes(logLevel)) throw new ConfigFout(`LOG_LEVEL moet een van deze zijn: ${LOG_NIVEAUS.join(', ')}.`);
  return {
    host,
    port: geheel('PORT', env['PORT'], 8080, 0, 65535),
    dataDir: resolve(env['DATA_DIR'] || './data'),
    databaseUrl: url('DATABASE_URL', env['DATABASE_URL'], ['postgres:', 'postgresql:']),
    redisUrl: url('REDIS_URL', env['REDIS_URL'], ['redis:', 'rediss:']),
    auth: authVan(env, host),
    schemaDir: env['SCHEMA_DIR'] ? resolve(env['SCHEMA_DIR']) : undefined,
    regioDir: env['REGIO_DIR'] ? resolve(env['REGIO_DIR']) : undefined,
    vandaag: vandaagVan(env),
    logLevel,
    gelijktijdig: geheel('GELIJKTIJDIG', env['GELIJKTIJDIG'], 8, 1, 100),
  };
}
