/** What the database holds at a moment, as one mark per table: two that are equal hold exactly the same rows. */
import { openPool } from '../../src/platform/database.js';

/** Who asked what is kept also when nothing comes of it; keys are made as time passes. */
const LOS = ['audit', 'audit_nieuw', 'sleutel'];

/** @param tabellen only these; absent: every table of the gateway but those that do not follow from what it decided */
export async function momentopname(url: string, tabellen?: readonly string[]): Promise<Record<string, string>> {
  const pool = openPool(url, 1);
  try {
    const { rows } = await pool.query<{ naam: string }>(
      `select tablename as naam from pg_tables where schemaname = 'public' and tablename <> all ($1) and ($2::text[] is null or tablename = any ($2))
       order by tablename`, [LOS, tabellen ?? null]);
    const stand: Record<string, string> = {};
    for (const { naam } of rows) {
      const inhoud = await pool.query<{ merk: string }>(
        `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as merk from public."${naam}" t`);
      stand[naam] = inhoud.rows[0]?.merk ?? '';
    }
    return stand;
  } finally {
    await pool.end();
  }
}
