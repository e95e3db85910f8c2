/**
 * The queue that wakes workers: BullMQ on Redis where REDIS_URL is set, else on PostgreSQL. A job carries an id and nothing else; the
 * database is the truth, so a job that is lost or runs twice changes nothing.
 */
import { createRequire } from 'node:module';
import type * as bullmq from 'bullmq';
import { Redis } from 'ioredis';
import type { Pool } from './database.js';

// Required, not imported: for an import Node first reads all 180 files of the package to find what it exports, at every start.
const { createPostgresBackend, Queue, runMigrations, Worker } = createRequire(import.meta.url)('bullmq') as typeof bullmq;

export interface Wachtrij {
  /** Puts ids in line; an id that is already waiting or being worked on is not added again. */
  voegToe(ids: readonly string[]): Promise<void>;
  /** Whether the queue can be reached now. */
  bereikbaar(): Promise<boolean>;
  /** Number of jobs that wait. */
  wachtend(): Promise<number>;
  sluit(): Promise<void>;
}

export interface Verwerker {
  sluit(): Promise<void>;
}

export interface WachtrijOpties {
  readonly databaseUrl: string;
  readonly redisUrl: string | undefined;
  readonly naam: string;
}

/** PostgreSQL schema that BullMQ keeps its tables in. */
const SCHEMA = 'bullmq';
/** A worker that has not renewed its hold on a job for this long is taken for dead. */
const VERGRENDELING_MS = 30_000;
const TAAKOPTIES = {
  attempts: 10, backoff: { type: 'exponential', delay: 500 }, removeOnComplete: true, removeOnFail: true,
} as const;

function postgresVerbinding({ databaseUrl }: WachtrijOpties, max: number): bullmq.PostgresConnectionOptions {
  return { connectionString: databaseUrl, max, schema: SCHEMA, application_name: 'iwmo-wachtrij' };
}

/** BullMQ wants to wait for ever on a lost Redis; the sweep and the readiness check notice that it is away. */
function redisVerbinding(redisUrl: string): Redis {
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: null });
  redis.on('error', () => undefined);
  return redis;
}

/** Creates or upgrades BullMQ's own tables. Needed once per release where the queue is in PostgreSQL. */
export async function migreerWachtrij(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await runMigrations(client);
    // The migration leaves its own search_path behind; a pooled connection must not keep it.
    await client.query('reset all');
  } finally {
    client.release();
  }
}

export function openWachtrij(opties: WachtrijOpties): Wachtrij {
  const redis = opties.redisUrl === undefined ? undefined : redisVerbinding(opties.redisUrl);
  const queue = redis === undefined
    ? new Queue(opties.naam, { connection: postgresVerbinding(opties, 4) }, createPostgresBackend)
    : new Queue(opties.naam, { connection: redis });
  queue.on('error', () => undefined);
  return {
    async voegToe(ids) {
      if (ids.length === 0) return;
      await queue.addBulk(ids.map((jobId) => ({ name: 'id', data: {}, opts: { jobId, ...TAAKOPTIES } })));
    },
    async bereikbaar() {
      if (redis !== undefined && redis.status !== 'ready') return false;
      return queue.getWaitingCount().then(() => true, () => false);
    },
    wachtend: () => queue.getWaitingCount(),
    async sluit() {
      await queue.close();
      redis?.disconnect();
    },
  };
}

/**
 * Starts working through the queue.
 * @param gelijktijdig jobs at the same time in this process
 * @param werk gets the id; a rejection makes the job come back later
 */
export function startVerwerker(
  opties: WachtrijOpties, gelijktijdig: number, werk: (id: string) => Promise<void>, bijFout: (fout: unknown) => void,
): Verwerker {
  const redis = opties.redisUrl === undefined ? undefined : redisVerbinding(opties.redisUrl);
  const instellingen = {
    concurrency: gelijktijdig, lockDuration: VERGRENDELING_MS, stalledInterval: VERGRENDELING_MS, maxStalledCount: 1000,
  };
  const taak = async (job: { id?: string }): Promise<void> => {
    if (job.id === undefined) return;
    try {
      await werk(job.id);
    } catch (fout) {
      bijFout(fout);
      // The queue keeps why a job failed; a database error can quote a value, so it is told no more than that it failed.
      throw new Error('taak mislukt');
    }
  };
  const worker = redis === undefined
    ? new Worker(opties.naam, taak, { ...instellingen, connection: postgresVerbinding(opties, gelijktijdig + 2) }, createPostgresBackend)
    : new Worker(opties.naam, taak, { ...instellingen, connection: redis });
  worker.on('error', bijFout);
  return {
    async sluit() {
      await worker.close();
      redis?.disconnect();
    },
  };
}
