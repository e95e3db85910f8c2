import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, cp, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { DataDirInUseError, startEmbeddedPostgres } from '../../../src/platform/postgres/index.js'
import { hasSetpriv, isAlive, isLinux, isRoot, postmasterPid, query, until, Workspace } from './support.js'

const shared = new Workspace()
const workspace = new Workspace()
let clone: string
const lines: string[] = []
const log = (regel: string): void => void lines.push(regel)

let initialised: string
/** With it, the server does not notice that the gateway dies. */
let path: string

/** Data as after a first start; as root they are root's, like a backup put back. */
async function initialisedDataDir(): Promise<string> {
  const dataDir = await workspace.folder(0o755)
  await cp(initialised, dataDir, { recursive: true })
  return dataDir
}

async function isPresent(path: string): Promise<boolean> {
  return stat(path).then(() => true, () => false)
}

beforeAll(async () => {
  clone = await shared.clone(0o755, 'linked')
  path = await shared.pathWithOldSetpriv()
  initialised = await shared.folder(0o755)
  await (await startEmbeddedPostgres({ dataDir: initialised, log })).stop()
}, 30_000)
afterEach(() => workspace.cleanUp(), 30_000)
afterAll(() => shared.cleanUp())

describe.skipIf(process.platform === 'win32')('the server process', () => {
  it.skipIf(!hasSetpriv)('ends when the gateway is killed, and keeps the data', async () => {
    const dataDir = await initialisedDataDir()
    const child = workspace.start(clone, 'postgres', dataDir)
    await query(await child.connectionString(), 'CREATE TABLE werk AS SELECT 1 AS stap')
    const pid = await postmasterPid(dataDir)
    await child.kill()
    await until(async () => !(await isAlive(pid)))

    const again = await startEmbeddedPostgres({ dataDir, log })
    expect(await query(again.connectionString, 'SELECT stap FROM werk')).toEqual([{ stap: 1 }])
    await again.stop()
  })

  it('is replaced when it outlived the gateway, and keeps the data', async () => {
    const dataDir = await initialisedDataDir()
    const child = workspace.start(clone, 'postgres', dataDir, { path })
    await query(await child.connectionString(), 'CREATE TABLE werk AS SELECT 1 AS stap')
    const orphan = await postmasterPid(dataDir)
    await child.kill()
    expect(await isAlive(orphan)).toBe(true)

    const next = workspace.start(clone, 'postgres', dataDir, { path })
    expect(await query(await next.connectionString(), 'SELECT stap FROM werk')).toEqual([{ stap: 1 }])
    expect(await isAlive(orphan)).toBe(false)
    expect(await postmasterPid(dataDir)).not.toBe(orphan)
  })

  it('recovers when gateway and server are killed at one blow, busy sessions included', async () => {
    const dataDir = await initialisedDataDir()
    const child = workspace.start(clone, 'postgres', dataDir, { path })
    const connectionString = await child.connectionString()
    await query(connectionString, 'CREATE TABLE werk AS SELECT 1 AS stap')
    const busy = query(connectionString, 'SELECT pg_sleep(600)').catch(() => undefined)
    await child.kill()
    process.kill(await postmasterPid(dataDir), 'SIGKILL')

    const next = workspace.start(clone, 'postgres', dataDir)
    expect(await query(await next.connectionString(), 'SELECT stap FROM werk')).toEqual([{ stap: 1 }])
    await busy
  })

  it('survives Ctrl-C in the terminal of the gateway, which then stops it itself', async () => {
    const dataDir = await initialisedDataDir()
    const child = workspace.start(clone, 'postgres', dataDir)
    const connectionString = await child.connectionString()
    process.kill(-child.pid, 'SIGINT')
    expect(await child.report()).toEqual({ interrupted: true })
    expect(await query(connectionString, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    const pid = await postmasterPid(dataDir)
    child.say('stop')
    expect(await child.report()).toEqual({ stopped: true })
    expect(await isAlive(pid)).toBe(false)
    expect((await readdir(dataDir)).sort()).toEqual(['postgres', 'postgres-wachtwoord', 'postgres.log'])
  })

  it('is not taken for an orphan while its gateway lives', async () => {
    const dataDir = await initialisedDataDir()
    const child = workspace.start(clone, 'postgres', dataDir)
    const connectionString = await child.connectionString()
    const second = startEmbeddedPostgres({ dataDir, log })
    await expect(second).rejects.toBeInstanceOf(DataDirInUseError)
    await expect(second).rejects.toMatchObject({ pid: child.pid })
    expect(await query(connectionString, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  it.skipIf(!isLinux)('starts past a pid file whose pid passed to a stranger, who is left alone', async () => {
    const dataDir = await initialisedDataDir()
    const first = await startEmbeddedPostgres({ dataDir, log })
    const pidFile = join(dataDir, 'postgres/postmaster.pid')
    const text = await readFile(pidFile, 'utf8')
    await first.stop()
    const { uid, gid } = await stat(join(dataDir, 'postgres'))
    const stranger = spawn('sleep', ['60'], isRoot ? { uid, gid, cwd: '/' } : {})
    await once(stranger, 'spawn')
    await writeFile(pidFile, text.replace(/^\d+/, String(stranger.pid)), { mode: 0o600 })
    await chown(pidFile, uid, gid)

    const again = await startEmbeddedPostgres({ dataDir, log })
    await again.stop()
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull()
    stranger.kill()
  })

  it('begins anew when initialising was cut off', async () => {
    const dataDir = await workspace.folder(0o755)
    const child = workspace.start(clone, 'postgres', dataDir, { path })
    await until(async () => {
      const draft = (await readdir(dataDir)).find((name) => name.startsWith('postgres.nieuw-'))
      return draft !== undefined && (await isPresent(join(dataDir, draft, 'data')))
    })
    await child.kill()
    expect(await readdir(dataDir)).not.toContain('postgres')

    const again = await startEmbeddedPostgres({ dataDir, log })
    expect(await query(again.connectionString, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await again.stop()
    await expect(startEmbeddedPostgres({ dataDir, log }).then(({ stop }) => stop())).resolves.toBeUndefined()
    expect((await readdir(dataDir)).filter((name) => name.startsWith('postgres.nieuw-'))).toEqual([])
  })
}, 30_000)
