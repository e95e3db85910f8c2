import { setTimeout as pause } from 'node:timers/promises'
import { loadBinaries } from './binaries.js'
import { openCluster, type Cluster } from './cluster.js'
import { prepareDataDir } from './dataDir.js'
import { DataDirInUseError, DataDirUnusableError, EmbeddedPostgresError } from './errors.js'
import { takeLock } from './lock.js'
import { endOrphan } from './orphan.js'
import { connect, startServer, type Server } from './server.js'

/** A PostgreSQL of our own, for as long as this process lives. */
export interface EmbeddedPostgres {
  /** With password; as a role that owns the database `iwmo`, may create databases, and is no superuser. */
  readonly connectionString: string
  /** Free port of 127.0.0.1, another one at each start. */
  readonly port: number
  /**
   * Shuts the server down (open connections are cut) and gives the data back. Fulfils when the process is gone;
   * may be called more than once.
   */
  stop(): Promise<void>
}

export interface EmbeddedPostgresOptions {
  /** Created when missing. Gets `postgres/`, `postgres-wachtwoord`, `postgres.slot` and `postgres.log`. */
  readonly dataDir: string
  readonly log: (regel: string) => void
}

const ROLE = 'iwmo'
const DATABASE = 'iwmo'

/**
 * Starts (initialising at first use) PostgreSQL under `${dataDir}/postgres`, database `iwmo`. Call it from the main
 * thread: the kernel ends the server when the thread that started it does.
 * @throws DataDirInUseError when another process, or this one, already runs it there
 * @throws DataDirUnusableError when the folder cannot be made or written
 * @throws EmbeddedPostgresError when PostgreSQL cannot run here; the message says what to do
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  try {
    return await start(options)
  } catch (error) {
    const known = [EmbeddedPostgresError, DataDirInUseError, DataDirUnusableError]
    if (known.some((kind) => error instanceof kind)) throw error
    throw new EmbeddedPostgresError(
      `De ingebouwde PostgreSQL in ${options.dataDir} is niet gestart (${describe(error)}). ` +
        'Los dit op, of geef met DATABASE_URL een eigen PostgreSQL op.',
      { cause: error },
    )
  }
}

async function start({ dataDir, log }: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const folder = await prepareDataDir(dataDir)
  const binaries = await loadBinaries()
  // Apart from lockDataDir: without it, a second start would take the running server for an orphan and end it.
  const lock = await takeLock(folder, 'postgres.slot')
  try {
    const cluster = await openCluster(folder, binaries, log)
    await endOrphan(cluster.folder, log)
    const server = await startServer(folder, binaries, cluster, log)
    try {
      await prepareDatabase(server, cluster)
    } catch (error) {
      await server.stop()
      throw error
    }
    log(`PostgreSQL draait op 127.0.0.1:${server.port}`)
    const guard = keepRunning(server, {
      start: () => startServer(folder, binaries, cluster, log, server.port),
      lost: () => log(`PostgreSQL is onverwacht gestopt en wordt opnieuw gestart; zie postgres.log in ${folder}`),
      back: () => log('PostgreSQL draait weer'),
    })
    return {
      connectionString: `postgresql://${ROLE}:${cluster.password}@127.0.0.1:${server.port}/${DATABASE}?sslmode=disable`,
      port: server.port,
      stop: async () => {
        await guard.stop()
        await lock.release()
      },
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}

/** Between two attempts to start a server that fell over, in milliseconds. */
const RESTART_MILLISECONDS = 1_000

/**
 * Starts the server again when it ends by itself, on the same port, until told to stop. It ends so when it is killed, and when the disk is so
 * full that it cannot even recover: then it comes back once there is room.
 */
function keepRunning(first: Server, todo: { start(): Promise<Server>; lost(): void; back(): void }): { stop(): Promise<void> } {
  let current = first
  let stopping = false
  const guard = async (): Promise<void> => {
    for (;;) {
      await current.ended
      if (stopping) return
      todo.lost()
      for (let back = false; !back; ) {
        await pause(RESTART_MILLISECONDS)
        if (stopping) return
        back = await todo.start().then((server) => {
          current = server
          return true
        }, () => false)
      }
      // Told to stop while it was coming up.
      if (stopping) return
      todo.back()
    }
  }
  const guarding = guard()
  return {
    async stop() {
      stopping = true
      if (!current.hasEnded()) await current.stop()
      await guarding
      await current.stop()
    },
  }
}

/** Role and database are looked for separately: a crash may have come between the two. */
async function prepareDatabase(server: Server, { password }: Cluster): Promise<void> {
  const client = await connect(server, password, 'postgres')
  try {
    const { rows } = await client.query<{ role: boolean; database: boolean }>(
      `SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS role,
              EXISTS (SELECT FROM pg_database WHERE datname = $2) AS database`,
      [ROLE, DATABASE],
    )
    const [present] = rows
    if (present?.role !== true) {
      await client.query(`CREATE ROLE ${ROLE} LOGIN CREATEDB PASSWORD ${client.escapeLiteral(password)}`)
    }
    if (present?.database !== true) await client.query(`CREATE DATABASE ${DATABASE} OWNER ${ROLE}`)
  } finally {
    await client.end()
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
