import { randomUUID } from 'node:crypto'
import { link, readFile, stat, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { prepareDataDir } from './dataDir.js'
import { DataDirInUseError, DataDirUnusableError, errorCode } from './errors.js'
import { isRunning, ownIdentity, type ProcessIdentity } from './processes.js'

export interface Lock {
  /** Gives the lock back. Calling it again does nothing. */
  release(): Promise<void>
}

interface Holder extends ProcessIdentity {
  /** Unique per acquisition, never reused. */
  readonly token: string
}

/**
 * Claims a data folder for this process, creating the folder when it is missing. The lock of a process that died,
 * or whose pid now belongs to another process, is taken over. Not re-entrant: the same process is refused as well.
 * @throws DataDirInUseError when a living process holds it
 * @throws DataDirUnusableError when the folder cannot be made or written
 */
export async function lockDataDir(dataDir: string): Promise<Lock> {
  const folder = await prepareDataDir(dataDir)
  return takeLock(folder, 'gateway.slot')
}

/**
 * Takes the lock file `name` in an existing folder.
 * @throws DataDirInUseError when a living process holds it
 */
export async function takeLock(folder: string, name: string): Promise<Lock> {
  const file = join(folder, name)
  const token = randomUUID()
  const holder: Holder = { ...(await ownIdentity()), token }
  const draft = `${file}.nieuw-${token}`
  try {
    await writeFile(draft, `${JSON.stringify(holder)}\n`, { flag: 'wx', mode: 0o644 })
    await acquire(file, draft, folder)
  } catch (error) {
    if (error instanceof DataDirInUseError) throw error
    throw new DataDirUnusableError(
      `Het slotbestand ${file} is niet te maken (${errorCode(error) ?? 'onbekende fout'}). ` +
        'Kies met DATA_DIR een map op een schijf waarop deze gebruiker mag schrijven en die harde koppelingen kent.',
      { cause: error },
    )
  } finally {
    await removeIfPresent(draft)
  }
  let released = false
  return {
    release: async () => {
      if (released) return
      released = true
      await removeIfPresent(file)
    },
  }
}

/**
 * Publishes `draft` as `path`, whole and only when `path` does not exist: that is what a hard link does.
 *
 * A dead holder's file may be removed only by the process that holds the lock named after that holder's token, and
 * only after seeing that the file is still that holder's. Tokens are never reused, so nobody can remove a file that
 * was put in place meanwhile. A process that died while cleaning up is cleaned up after in the same way.
 */
async function acquire(path: string, draft: string, folder: string): Promise<void> {
  for (;;) {
    try {
      await link(draft, path)
      return
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error
    }
    const other = await readHolder(path)
    if (other === undefined) continue
    if (await isRunning(other)) throw new DataDirInUseError(folder, other.pid)

    const right = `${path}.${other.token}`
    await acquire(right, draft, folder)
    try {
      const current = await readHolder(path)
      if (current?.token === other.token) await unlink(path)
    } finally {
      await removeIfPresent(right)
    }
  }
}

/** @returns undefined when the file is gone; a holder that does not run when its content was lost in a crash */
async function readHolder(path: string): Promise<Holder | undefined> {
  try {
    const text = await readFile(path, 'utf8')
    return parseHolder(text) ?? { pid: 0, begonnen: '', token: `onleesbaar-${(await stat(path)).ino}` }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

function parseHolder(text: string): Holder | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null) return undefined
  const { pid, begonnen, token } = value as Partial<Record<keyof Holder, unknown>>
  if (typeof pid !== 'number' || typeof begonnen !== 'string' || typeof token !== 'string') return undefined
  // The token becomes part of a file name.
  return /^[0-9a-f-]{36}$/.test(token) ? { pid, begonnen, token } : undefined
}

async function removeIfPresent(path: string): Promise<void> {
  try {
    await unlink(path)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
  }
}
