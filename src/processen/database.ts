/** Brings the database to where this release needs it, and opens its keys. */
import type { Config } from '../platform/config.js';
import { ConfigFout } from '../platform/config.js';
import { openPool, type Pool } from '../platform/database.js';
import { openSleuteldienst } from '../platform/kluis/instelling.js';
import { openSleutelbos, type Sleutelbos } from '../platform/kluis/sleutelbos.js';
import type { Sleuteldienst } from '../platform/kluis/sleuteldienst.js';
import { migreer } from '../platform/migraties.js';
import { migreerWachtrij } from '../platform/wachtrij.js';
import type { Zeg } from './proces.js';

export interface Database {
  readonly pool: Pool;
  /** Absent where encryption is off. */
  readonly sleutels: { readonly bos: Sleutelbos; readonly dienst: Sleuteldienst } | undefined;
  sluit(): Promise<void>;
}

/**
 * Opens a pool on an up-to-date database whose content this process can read.
 * @throws NieuwereDatabase when the database is ahead of the code, ConfigFout or KluisFout when its keys cannot be opened
 */
export async function openDatabase(config: Config, max: number, naam: string, zeg: Zeg): Promise<Database> {
  const { databaseUrl, redisUrl, versleuteling } = config;
  if (databaseUrl === undefined) throw new ConfigFout('Dit onderdeel los starten vraagt DATABASE_URL; zonder start `npm start` alles samen.');
  const pool = openPool(databaseUrl, max, naam);
  try {
    const toegepast = await migreer(pool);
    if (toegepast.length > 0) zeg(`Database bijgewerkt: ${toegepast.join(', ')}`);
    if (redisUrl === undefined) await migreerWachtrij(pool);
    const leeg = (await pool.query('select from sleutel limit 1')).rowCount === 0;
    if (versleuteling === undefined) {
      if (!leeg) throw new ConfigFout('VERSLEUTELING=uit kan niet: deze database is al versleuteld.');
      return { pool, sleutels: undefined, sluit: () => pool.end() };
    }
    const dienst = openSleuteldienst(versleuteling, leeg);
    const bos = await openSleutelbos(pool, dienst);
    return { pool, sleutels: { bos, dienst }, sluit: async () => { bos.sluit(); await pool.end(); } };
  } catch (fout) {
    await pool.end();
    throw fout;
  }
}
