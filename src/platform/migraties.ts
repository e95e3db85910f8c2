/** Applies migrations/NNNN_naam.sql in order, each in its own transaction, under a lock, and refuses a database newer than the code. */
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { inTransactie, type Pool } from './database.js';

/** The database was migrated by a newer release. */
export class NieuwereDatabase extends Error {
  override readonly name = 'NieuwereDatabase';
}

const MAP = fileURLToPath(new URL('../../migrations', import.meta.url));
/** Any fixed number; all processes of this project take the same advisory lock to migrate. */
const SLOT = 4_173_203_200;

/** The migrations of this release, in order. @throws Error when the numbering has gaps or doubles */
export async function leesMigraties(map = MAP): Promise<readonly { nummer: number; naam: string; sql: string }[]> {
  const namen = (await readdir(map)).filter((naam) => /^\d{4}_[a-z0-9-]+\.sql$/.test(naam)).sort();
  return Promise.all(namen.map(async (naam, i) => {
    const nummer = Number(naam.slice(0, 4));
    if (nummer !== i + 1) throw new Error(`Migratie ${naam} past niet in de nummering: verwacht werd nummer ${i + 1}.`);
    return { nummer, naam, sql: await readFile(join(map, naam), 'utf8') };
  }));
}

/**
 * Brings the database up to date; does nothing when it is. Safe to run from several processes at once.
 * @returns the names of the migrations that were applied
 * @throws NieuwereDatabase when the database knows migrations that this release does not
 */
export async function migreer(pool: Pool, map = MAP): Promise<string[]> {
  const migraties = await leesMigraties(map);
  const toegepast: string[] = [];
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [SLOT]);
    await client.query(`create table if not exists migratie (
      nummer integer primary key, naam text not null, toegepast_op timestamptz not null default now())`);
    const { rows } = await client.query<{ hoogste: number | null }>('select max(nummer) as hoogste from migratie');
    const hoogste = rows[0]?.hoogste ?? 0;
    if (hoogste > migraties.length) {
      throw new NieuwereDatabase(`De database is van een nieuwere versie (migratie ${hoogste}; deze versie kent er ${migraties.length}). `
        + 'Start een versie die minstens zo nieuw is, of zet een reservekopie terug.');
    }
    for (const { nummer, naam, sql } of migraties.slice(hoogste)) {
      await inTransactie(pool, async (transactie) => {
        await transactie.query(sql);
        await transactie.query('insert into migratie (nummer, naam) values ($1, $2)', [nummer, naam]);
      });
      toegepast.push(naam);
    }
  } finally {
    await client.query('select pg_advisory_unlock($1)', [SLOT]).catch(() => undefined);
    client.release();
  }
  return toegepast;
}
