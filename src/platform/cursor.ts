/** Reads a result of any size in parts, at the pace of whoever takes them. */
import type pg from 'pg';
import type { Bevraagbaar, Pool } from './database.js';

/** Rows that are fetched at a time. */
const BROK = 500;
/** A reader that takes nothing for this long loses its transaction, so that it cannot keep a connection for ever. */
const STILSTAND = '60s';

export interface Vraag {
  readonly tekst: string;
  readonly waarden: readonly unknown[];
}

/** A result in parts. */
export type Delen<T> = AsyncGenerator<readonly T[], void, void>;

/**
 * Opens a cursor in a read-only transaction that sees the database as it was at one moment. The first part is fetched before this returns,
 * so that an error in the question is thrown here and not while the rows are on their way.
 * @param stel makes the question; may ask other things in the same transaction first
 * @param zet makes of each row what the reader gets
 * @returns parts of at most 500 rows. Each is fetched only when it is asked for. The connection goes back when the last part was taken, when
 *   the reader stops early (`return`), or after an error; whoever opens a cursor must read it or return it.
 * @throws what the database throws, here or while reading
 */
export async function openCursor<R extends pg.QueryResultRow, T>(
  pool: Pool, stel: (db: Bevraagbaar) => Promise<Vraag>, zet: (rij: R) => T,
): Promise<Delen<T>> {
  const client = await pool.connect();
  let kapot = false;
  // Without a listener a connection lost between parts would end the process.
  const bijVerlies = (): void => { kapot = true; };
  client.on('error', bijVerlies);
  const sluit = async (): Promise<void> => {
    await client.query('rollback').catch(bijVerlies);
    client.off('error', bijVerlies);
    client.release(kapot);
  };
  const haal = async (): Promise<R[]> => (await client.query<R>(`fetch forward ${BROK} from brokken`)).rows;
  let eerste: R[];
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query(`set local idle_in_transaction_session_timeout = '${STILSTAND}'`);
    const { tekst, waarden } = await stel(client);
    await client.query(`declare brokken no scroll cursor for ${tekst}`, [...waarden]);
    eerste = await haal();
  } catch (fout) {
    await sluit();
    throw fout;
  }
  const delen: Delen<T> = (async function* () {
    try {
      // A generator that is returned before it began runs nothing, so also no `finally`: the first `next` is below.
      yield [];
      for (let brok = eerste; brok.length > 0; brok = brok.length < BROK ? [] : await haal()) yield brok.map(zet);
    } finally {
      await sluit();
    }
  })();
  await delen.next();
  return delen;
}
