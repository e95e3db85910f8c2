/** Once per run: a PostgreSQL and in it a migrated template, from which every test file gets a database of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openPool } from '../../src/platform/database.js';
import { migreer } from '../../src/platform/migraties.js';
import { startEmbeddedPostgres } from '../../src/platform/postgres/index.js';
import { migreerWachtrij } from '../../src/platform/wachtrij.js';
import { metDatabase } from './url.js';

declare module 'vitest' {
  export interface ProvidedContext {
    databaseUrl: string;
    sjabloon: string;
  }
}

export default async function opzetten(project: TestProject): Promise<() => Promise<void>> {
  const opruimen: (() => Promise<unknown>)[] = [];
  let url = process.env['DATABASE_URL'];
  if (!url) {
    const dataDir = mkdtempSync(join(tmpdir(), 'iwmo-test-'));
    const postgres = await startEmbeddedPostgres({ dataDir, log: () => undefined });
    opruimen.push(async () => {
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    });
    url = postgres.connectionString;
  }
  const sjabloon = `iwmo_sjabloon_${process.pid}`;
  const beheer = openPool(url, 1);
  await beheer.query(`create database ${sjabloon}`);
  const pool = openPool(metDatabase(url, sjabloon), 2);
  await migreer(pool);
  await migreerWachtrij(pool);
  await pool.end();
  project.provide('databaseUrl', url);
  project.provide('sjabloon', sjabloon);
  opruimen.unshift(async () => {
    await beheer.query(`drop database ${sjabloon} with (force)`);
    await beheer.end();
  });
  return async () => {
    for (const stap of opruimen) await stap();
  };
}
