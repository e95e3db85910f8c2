/** A database as somebody finds it who has a dump and no keys. */
import { gunzipSync } from 'node:zlib';
import type { Pool } from '../../src/platform/database.js';

/** Bytes as the characters they spell, in hex, and unpacked where they are gzip. */
function leesbaar(bytes: Buffer): string {
  const delen = [bytes.toString('latin1'), bytes.toString('hex')];
  if (bytes.length > 2 && bytes.readUInt16BE(0) === 0x1f8b) {
    try {
      delen.push(gunzipSync(bytes).toString('latin1'));
    } catch {
      // It only looked like it.
    }
  }
  return delen.join(' ');
}

/** Everything in every table of these schemas, as text, a line for each value. */
export async function stort(pool: Pool, schemas: readonly string[] = ['public']): Promise<string> {
  const { rows } = await pool.query<{ naam: string }>(
    `select format('%I.%I', schemaname, tablename) as naam from pg_tables where schemaname = any ($1)`, [schemas]);
  const delen: string[] = [];
  for (const { naam } of rows) {
    const inhoud = await pool.query<Record<string, unknown>>(`select * from ${naam}`);
    for (const waarde of inhoud.rows.flatMap((rij) => Object.values(rij))) {
      delen.push(Buffer.isBuffer(waarde) ? leesbaar(waarde) : JSON.stringify(waarde));
    }
  }
  return delen.join('\n');
}
