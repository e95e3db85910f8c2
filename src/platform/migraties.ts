/**
 * Applies migrations/NNNN_naam.sql in order, under a lock, and refuses a database that newer code changed in a way this code cannot live with.
 * Other processes go on meanwhile: a migration waits only briefly for a table, so that nobody stands in line behind it.
 */
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as pauze } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { inTransactie, type Bevraagbaar, type Pool } from './database.js';

/** The database was changed by a newer release in a way that this one cannot live with. */
export class NieuwereDatabase extends Error {
  override readonly name = 'NieuwereDatabase';
}

/** A migration that found no moment at which nobody else held its tables. */
export class MigratieWacht extends Error {
  override readonly name = 'MigratieWacht';
}

export interface Migratie {
  readonly nummer: number;
  readonly naam: string;
  readonly sql: string;
  /** Only adds: the code of the release before it works on with it (first line `-- uitbreiding`). */
  readonly uitbreiding: boolean;
  /** Each statement by itself instead of all in one transaction, for indexes that are built beside the work (first line `-- los`). */
  readonly los: boolean;
}

/** How a migration waits for a table that is in use. Milliseconds. */
export interface Geduld {
  /** Longest wait at a stretch; whoever comes after it waits as long. */
  readonly slotMs: number;
  /** Rest after that, in which the others go on. */
  readonly rustMs: number;
  /** Tries before it gives up. */
  readonly pogingen: number;
}

const GEDULD: Geduld = { slotMs: 2000, rustMs: 1000, pogingen: 200 };
const MAP = fileURLToPath(new URL('../../migrations', import.meta.url));
/** Any fixed number; all processes of this project take the same advisory lock to migrate. */
const SLOT = 4_173_203_200;
const SLOT_ELKE_MS = 100;

/** The migrations of this release, in order. @throws Error when the numbering has gaps or doubles */
export async function leesMigraties(map = MAP): Promise<readonly Migratie[]> {
  const namen = (await readdir(map)).filter((naam) => /^\d{4}_[a-z0-9-]+\.sql$/.test(naam)).sort();
  return Promise.all(namen.map(async (naam, i) => {
    const nummer = Number(naam.slice(0, 4));
    if (nummer !== i + 1) throw new Error(`Migratie ${naam} past niet in de nummering: verwacht werd nummer ${i + 1}.`);
    const sql = await readFile(join(map, naam), 'utf8');
    const merken = /^-- (\w+(?:, \w+)*)\n/.exec(sql)?.[1]?.split(', ') ?? [];
    return { nummer, naam, sql, uitbreiding: merken.includes('uitbreiding'), los: merken.includes('los') };
  }));
}

/** The highest migration that changed more than older code can live with, and the highest of all; 0 on an empty database. */
async function standVan(db: Bevraagbaar): Promise<{ hoogste: number; brekend: number }> {
  // Through the row as a whole: a database from before 0015 does not have the column yet.
  const { rows } = await db.query<{ hoogste: number | null; brekend: number | null }>(
    `select max(nummer) as hoogste, max(nummer) filter (where coalesce(to_jsonb(m) ->> 'uitbreiding', 'false') = 'false') as brekend
     from migratie m`);
  return { hoogste: rows[0]?.hoogste ?? 0, brekend: rows[0]?.brekend ?? 0 };
}

/**
 * Looks every `elkeMs` whether newer code changed the database in a way that this process cannot live with, and tells once. What this process
 * can live with is settled now: a new release may be put in the place of its files while it runs.
 */
export async function bewaakVersie(
  pool: Pool, elkeMs: number, ingehaald: () => void, bijFout: (fout: unknown) => void, map = MAP,
): Promise<{ stop(): Promise<void> }> {
  const bekend = (await leesMigraties(map)).length;
  let bezig = Promise.resolve();
  let verteld = false;
  const klok = setInterval(() => {
    bezig = bezig.then(async () => {
      if (verteld || (await standVan(pool)).brekend <= bekend) return;
      verteld = true;
      clearInterval(klok);
      ingehaald();
    }).catch(bijFout);
  }, elkeMs);
  return {
    async stop() {
      clearInterval(klok);
      await bezig;
    },
  };
}

/** Waiting for a table took too long, or two waited for each other: nothing was done, and it may be tried again. */
function isBezet(fout: unknown): boolean {
  const { code } = fout as { code?: unknown };
  return code === '55P03' || code === '40P01';
}

async function pasToe(pool: Pool, migratie: Migratie, geduld: Geduld): Promise<void> {
  const { nummer, naam, sql, uitbreiding, los } = migratie;
  const legVast = async (db: Bevraagbaar): Promise<void> => {
    await db.query('insert into migratie (nummer, naam) values ($1, $2)', [nummer, naam]);
    if (uitbreiding) await db.query('update migratie set uitbreiding = true where nummer = $1', [nummer]);
  };
  if (los) {
    for (const opdracht of sql.split(/;\s*\n/).filter((een) => een.replace(/^\s*--.*$/gm, '').trim() !== '')) await pool.query(opdracht);
    await inTransactie(pool, legVast);
    return;
  }
  for (let poging = 1; ; poging++) {
    try {
      await inTransactie(pool, async (db) => {
        await db.query(`set local lock_timeout = ${geduld.slotMs}`);
        await db.query(sql);
        await legVast(db);
      });
      return;
    } catch (fout) {
      if (!isBezet(fout)) throw fout;
      if (poging >= geduld.pogingen) {
        throw new MigratieWacht(`Migratie ${naam} kan niet beginnen: een ander houdt een tabel vast. Kijk in pg_stat_activity wat er lang `
          + 'loopt (een reservekopie, een grote zoekvraag), wacht tot het klaar is en start opnieuw.');
      }
      await pauze(geduld.rustMs);
    }
  }
}

/**
 * Brings the database up to date; does nothing when it is. Safe to run from several processes at once, and beside processes of the release
 * before it.
 * @returns the names of the migrations that were applied
 * @throws NieuwereDatabase when newer code changed the database in a way that this release cannot live with, MigratieWacht when a table
 * stayed in use
 */
export async function migreer(pool: Pool, map = MAP, geduld = GEDULD): Promise<string[]> {
  const migraties = await leesMigraties(map);
  const toegepast: string[] = [];
  const client = await pool.connect();
  try {
    // Asked again and again: a query that waits for the lock would keep a snapshot, and an index that is built beside the work waits for those.
    while ((await client.query<{ vrij: boolean }>('select pg_try_advisory_lock($1) as vrij', [SLOT])).rows[0]?.vrij !== true) {
      await pauze(SLOT_ELKE_MS);
    }
    await client.query(`create table if not exists migratie (
      nummer integer primary key, naam text not null, toegepast_op timestamptz not null default now())`);
    const { hoogste, brekend } = await standVan(client);
    if (brekend > migraties.length) {
      throw new NieuwereDatabase(`De database is van een nieuwere versie (migratie ${brekend}; deze versie kent er ${migraties.length}). `
        + 'Start een versie die minstens zo nieuw is, of zet een reservekopie terug.');
    }
    for (const migratie of migraties.slice(hoogste)) {
      await pasToe(pool, migratie, geduld);
      toegepast.push(migratie.naam);
    }
  } finally {
    await client.query('select pg_advisory_unlock($1)', [SLOT]).catch(() => undefined);
    client.release();
  }
  return toegepast;
}
