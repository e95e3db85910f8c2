import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Binaries } from './binaries.js'
import { SUPERUSER, type Cluster } from './cluster.js'
import { EmbeddedPostgresError } from './errors.js'
import { launch, runDirectly } from './launcher.js'
import { openServerLog } from './serverLog.js'
import { serverOptions } from './settings.js'

/** A running postmaster that this process started. */
export interface Server {
  readonly port: number
  readonly pid: number
  /** Fulfils when the process is gone, for whatever reason. */
  readonly ended: Promise<void>
  hasEnded(): boolean
  /** Fast shutdown, after 20 seconds an immediate one. Fulfils when the process is gone. */
  stop(): Promise<void>
}

const ATTEMPTS = 5
/** Times the number of the attempt. */
const PAUSE_MILLISECONDS = 100
const POLL_MILLISECONDS = 10
/** Replaying the log after a power failure may take long on a slow disk. */
const READY_MILLISECONDS = 300_000
const PATIENCE_MILLISECONDS = 15_000
const FAST_SHUTDOWN_MILLISECONDS = 20_000

/**
 * Starts the server on a free port of 127.0.0.1 and waits until it accepts connections. A server that ends at once
 * is tried again: somebody may have taken the port, or the last processes of a killed one may be on their way out.
 * @param port one that has to be this, for whoever knows it already; absent: any free one
 * @throws EmbeddedPostgresError
 */
export async function startServer(
  dataDir: string,
  binaries: Binaries,
  cluster: Cluster,
  log: (regel: string) => void,
  port?: number,
): Promise<Server> {
  for (let attempt = 1; ; attempt += 1) {
    const serverLog = await openServerLog(dataDir)
    try {
      const server = await spawnServer(binaries, cluster, port ?? (await freePort()), serverLog.descriptor)
      try {
        if (await becomesReady(server, cluster, log)) return server
      } catch (error) {
        await server.stop()
        throw error
      }
      if (attempt === ATTEMPTS) {
        throw new EmbeddedPostgresError(
          `PostgreSQL stopt meteen na het starten. Zie ${serverLog.file}; de laatste regels: ${await serverLog.tail()}`,
        )
      }
    } finally {
      await serverLog.close()
    }
    await pause(attempt * PAUSE_MILLISECONDS)
  }
}

/** Connects to a database of the server as its superuser. The caller ends the client. */
export async function connect(server: Pick<Server, 'port'>, password: string, database: string): Promise<pg.Client> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port: server.port,
    user: SUPERUSER,
    password,
    database,
    // Else PGSSLMODE of the environment would have a say.
    ssl: false,
    connectionTimeoutMillis: 5_000,
  })
  // The end of the server is noticed elsewhere.
  client.on('error', () => undefined)
  await client.connect()
  return client
}

async function spawnServer(
  binaries: Binaries,
  { folder, launcher }: Cluster,
  port: number,
  logDescriptor: number,
): Promise<Server> {
  const stdio = ['ignore' as const, logDescriptor, logDescriptor]
  const child = launch(launcher, binaries.postgres, serverOptions(folder, port), stdio)
  // Without a listener a failing kill would end this process.
  child.on('error', () => undefined)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await once(child, 'spawn')
  // The gateway decides how long it lives, not its database.
  child.unref()
  const { pid } = child
  if (pid === undefined) throw new EmbeddedPostgresError('PostgreSQL is niet gestart: geen procesnummer gekregen.')
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null

  const signal = async (name: 'INT' | 'QUIT'): Promise<void> => {
    // Windows knows no such signals; pg_ctl passes them on in PostgreSQL's own way.
    if (process.platform === 'win32') await runDirectly(binaries.pgCtl, ['kill', name, String(pid)])
    else child.kill(`SIG${name}`)
  }
  const stop = async (): Promise<void> => {
    if (hasEnded()) return
    child.ref()
    const impatience = setTimeout(() => void signal('QUIT'), FAST_SHUTDOWN_MILLISECONDS)
    await signal('INT')
    await ended
    clearTimeout(impatience)
  }
  let stopping: Promise<void> | undefined
  return { port, pid, ended, hasEnded, stop: () => (stopping ??= stop()) }
}

/** @returns false when the server ended instead */
async function becomesReady(server: Server, cluster: Cluster, log: (regel: string) => void): Promise<boolean> {
  const start = performance.now()
  let nextNotice = start + PATIENCE_MILLISECONDS
  while (!server.hasEnded()) {
    if ((await isOurs(server, cluster.folder)) && (await accepts(server, cluster.password))) return true
    const now = performance.now()
    if (now > start + READY_MILLISECONDS) {
      throw new EmbeddedPostgresError(
        `PostgreSQL is na ${READY_MILLISECONDS / 60_000} minuten nog niet gereed. Zie postgres.log in de gegevensmap.`,
      )
    }
    if (now > nextNotice) {
      log('PostgreSQL is nog bezig met opstarten of herstellen')
      nextNotice = now + PATIENCE_MILLISECONDS
    }
    await pause(POLL_MILLISECONDS)
  }
  return false
}

/**
 * Another program may take the port before the server does, and should not be offered our password. PostgreSQL's
 * own status file tells: pid on its first line, port on the fourth, and on the eighth `ready` once it listens.
 */
async function isOurs(server: Server, folder: string): Promise<boolean> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')
  const lines = text.split('\n').map((line) => line.trim())
  return lines[0] === String(server.pid) && lines[3] === String(server.port) && lines[7] === 'ready'
}

async function accepts(server: Server, password: string): Promise<boolean> {
  try {
    const client = await connect(server, password, 'postgres')
    await client.end()
    return true
  } catch (error) {
    const stillStarting = !(error instanceof pg.DatabaseError) || error.code === '57P03'
    if (stillStarting) return false
    if (error.code !== '28P01') throw error
    throw new EmbeddedPostgresError(
      'PostgreSQL weigert het wachtwoord uit postgres-wachtwoord in de gegevensmap. Zet het bestand dat bij deze ' +
        'gegevens hoort terug, of begin met DATA_DIR in een lege map.',
      { cause: error },
    )
  }
}

async function freePort(): Promise<number> {
  const listener = createServer()
  listener.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const { port } = listener.address() as AddressInfo
  listener.close()
  await once(listener, 'close')
  return port
}
