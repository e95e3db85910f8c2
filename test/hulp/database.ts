/** A fresh, migrated database for one test file. */
import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, inject } from 'vitest';
import { openPool, type Pool } from '../../src/platform/database.js';
import { metDatabase } from './url.js';

export interface Testdatabase {
  readonly url: string;
  verwijder(): Promise<void>;
}

export async function verseDatabase(): Promise<Testdatabase> {
  return maak(`template ${inject('sjabloon')}`);
}

/** A database in which nothing has been made yet. */
export async function legeDatabase(): Promise<Testdatabase> {
  return maak('');
}

/** For the tests of a whole file: a migrated database of their own, with a pool on it that is there before the first and gone after the last. */
export function metPool(zet: (pool: Pool) => void): void {
  let database: Testdatabase | undefined;
  let pool: Pool | undefined;
  beforeAll(async () => {
    database = await verseDatabase();
    pool = openPool(database.url, 2);
    zet(pool);
  });
  afterAll(async () => {
    await pool?.end();
    await database?.verwijder();
  });
}

/** Only a superuser may end what the server itself is doing there, such as a vacuum: then again, until that is done. */
async function weg(beheer: Pool, naam: string): Promise<void> {
  for (let poging = 1; ; poging++) {
    try {
      await beheer.query(`drop database ${naam} with (force)`);
      return;
    } catch (fout) {
      if ((fout as { code?: string }).code !== '42501' || poging === 50) throw fout;
      await setTimeout(200);
    }
  }
}

async function maak(waaruit: string): Promise<Testdatabase> {
  const url = inject('databaseUrl');
  const naam = `iwmo_test_${randomBytes(6).toString('hex')}`;
  const beheer = openPool(url, 1);
  // Cloning a template fails while somebody else clones it at the same moment; take turns.
  await beheer.query('select pg_advisory_lock(7)');
  await beheer.query(`create database ${naam} ${waaruit}`);
  await beheer.query('select pg_advisory_unlock(7)');
  // A test database need not survive a power cut, so nobody waits for the disk.
  await beheer.query(`alter database ${naam} set synchronous_commit to off`);
  return {
    url: metDatabase(url, naam),
    async verwijder() {
      await weg(beheer, naam);
      await beheer.end();
    },
  };
}
