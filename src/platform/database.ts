/** PostgreSQL: the pool, transactions and the few conversions that keep dates dates. */
import pg from 'pg';

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

/** A schema date as PostgreSQL writes it. Years that PostgreSQL cannot hold become infinite, which keeps their order. */
export function datumNaarSql(datum: string): string {
  if (GEWONE_DATUM.test(datum)) return datum;
  const [, min, jaar = '0', rest = ''] = /^(-?)0*(\d+)(-\d\d-\d\d)$/.exec(datum) ?? [];
  if (min === '-' || jaar === '0') return Number(jaar) > 4700 ? '-infinity' : `${jaar === '0' ? '0001' : jaar.padStart(4, '0')}${rest} BC`;
  return Number(jaar) > 5_000_000 ? 'infinity' : `${jaar.padStart(4, '0')}${rest}`;
}

/** The inverse of datumNaarSql for what is not clamped. */
export function datumUitSql(tekst: string): string {
  return tekst.endsWith(' BC') ? `-${tekst.slice(0, -3)}` : tekst;
}
