/** PostgreSQL: the pool, transactions and the few conversions that keep dates dates. */
import pg from 'pg';
import { KLAARTEKST, koppelKluis } from './kluis/kluis.js';

export type Pool = pg.Pool;
/** Anything that takes a parameterised query: the pool or a client in a transaction. */
export interface Bevraagbaar {
  query<R extends pg.QueryResultRow = pg.QueryResultRow>(tekst: string | pg.QueryConfig, waarden?: unknown[]): Promise<pg.QueryResult<R>>;
}

const DATE = 1082;
const INT8 = 20;

/** A date stays the text it is; as a JavaScript Date it would become a midnight somewhere. */
function leesType(oid: number, formaat?: 'text' | 'binary'): (waarde: string) => unknown {
  if (oid === DATE) return datumUitSql;
  if (oid === INT8) return Number;
  return pg.types.getTypeParser(oid, formaat as 'text') as (waarde: string) => unknown;
}

/**
 * Opens a pool. Connections are made when needed; a connection that breaks while idle is dropped, not thrown.
 * @param max largest number of connections
 */
export function openPool(url: string, max = 10, naam = 'iwmo'): Pool {
  const pool = new pg.Pool({
    connectionString: url, max, application_name: naam, connectionTimeoutMillis: 10_000, idleTimeoutMillis: 30_000,
    types: { getTypeParser: leesType as typeof pg.types.getTypeParser },
  });
  pool.on('error', () => undefined);
  koppelKluis(pool, KLAARTEKST);
  return pool;
}

/**
 * Runs `werk` in one transaction (READ COMMITTED) and commits; rolls back and rethrows on any error. A client whose rollback fails is
 * thrown away rather than returned to the pool.
 */
export async function inTransactie<T>(pool: Pool, werk: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let kapot = false;
  // Without a listener a connection lost between queries would end the process.
  const bijVerlies = (): void => { kapot = true; };
  client.on('error', bijVerlies);
  try {
    await client.query('begin');
    const resultaat = await werk(client);
    await client.query('commit');
    return resultaat;
  } catch (e) {
    await client.query('rollback').catch(bijVerlies);
    throw e;
  } finally {
    client.off('error', bijVerlies);
    client.release(kapot);
  }
}

const GEWONE_DATUM = /^(?!0000)\d{4}-\d\d-\d\d$/;

/** The first and the last whole year that PostgreSQL can hold, by number: year 0 is its 1 BC. */
const EERSTE_JAAR = -4712;
const LAATSTE_JAAR = 5_874_897;

function jaartekst(jaar: number): string {
  return String(jaar).padStart(4, '0');
}

/**
 * A schema date as PostgreSQL writes it. A date in a year that it cannot hold becomes its first or last day, which keeps
 * the order. Years go by their number, so that -0004 has the leap day that libxml2 gives it.
 */
export function datumNaarSql(datum: string): string {
  if (GEWONE_DATUM.test(datum)) return datum;
  const jaar = Number(datum.slice(0, -6));
  const maandEnDag = datum.slice(-6);
  if (jaar < EERSTE_JAAR) return `${jaartekst(1 - EERSTE_JAAR)}-01-01 BC`;
  if (jaar > LAATSTE_JAAR) return `${LAATSTE_JAAR}-12-31`;
  return jaar > 0 ? `${jaartekst(jaar)}${maandEnDag}` : `${jaartekst(1 - jaar)}${maandEnDag} BC`;
}

/** The inverse of datumNaarSql for what it can hold. */
export function datumUitSql(tekst: string): string {
  if (!tekst.endsWith(' BC')) return tekst;
  const datum = tekst.slice(0, -3);
  const jaar = Number(datum.slice(0, -6)) - 1;
  return `${jaar > 0 ? '-' : ''}${jaartekst(jaar)}${datum.slice(-6)}`;
}
