/** A fresh, migrated database for one test file. */
import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { openPool } from '../../src/platform/database.js';
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
      await beheer.query(`drop database ${naam} with (force)`);
      await beheer.end();
    },
  };
}
