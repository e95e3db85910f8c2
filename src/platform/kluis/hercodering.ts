/** Keeps what is stored under the key that holds now: looks at the start and every hour, one process at a time. */
import type { Pool } from '../database.js';
import { hercodeer } from './hercodeer.js';

const ELKE_MS = 3_600_000;
/** Any fixed number; the process that holds it does the work. */
const SLOT = 4_173_203_202;

/** One round, unless another process is at it. Returns how many rows were brought under the current key. */
export async function hercodeerronde(pool: Pool, stop: () => boolean): Promise<number> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ vrij: boolean }>('select pg_try_advisory_lock($1) as vrij', [SLOT]);
    if (rows[0]?.vrij !== true) return 0;
    try {
      return await hercodeer(pool, stop);
    } finally {
      await client.query('select pg_advisory_unlock($1)', [SLOT]);
    }
  } finally {
    client.release();
  }
}

/** Works beside everything else until stopped; a round that fails is reported and tried again an hour later. */
export function startHercodering(pool: Pool, bijFout: (fout: unknown) => void): { stop(): Promise<void> } {
  let stopt = false;
  let bezig = Promise.resolve();
  const ronde = (): void => { bezig = bezig.then(() => hercodeerronde(pool, () => stopt)).then(() => undefined, bijFout); };
  ronde();
  const klok = setInterval(ronde, ELKE_MS);
  return {
    async stop() {
      stopt = true;
      clearInterval(klok);
      await bezig;
    },
  };
}
