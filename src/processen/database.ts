/** Brings the database to where this release needs it. */
import { openPool, type Pool } from '../platform/database.js';
import { migreer } from '../platform/migraties.js';
import { migreerWachtrij } from '../platform/wachtrij.js';
import type { Zeg } from './proces.js';

/** Opens a pool on an up-to-date database. @throws NieuwereDatabase when the database is ahead of the code */
export async function openDatabase(url: string, redisUrl: string | undefined, max: number, naam: string, zeg: Zeg): Promise<Pool> {
  const pool = openPool(url, max, naam);
  try {
    const toegepast = await migreer(pool);
    if (toegepast.length > 0) zeg(`Database bijgewerkt: ${toegepast.join(', ')}`);
    if (redisUrl === undefined) await migreerWachtrij(pool);
    return pool;
  } catch (fout) {
    await pool.end();
    throw fout;
  }
}
