import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { DataDirInUseError, DataDirUnusableError, lockDataDir } from '../../../src/platform/postgres/index.js'
import { deadPid, isLinux, Workspace } from './support.js'

const SLOT = 'gateway.slot'
const TOKEN = '5f0c7c0e-8e0d-4b68-9d0c-2f1a5b1f5e55'

const shared = new Workspace()
const workspace = new Workspace()
let clone: string
let dead: number

beforeAll(async () => {
  clone = await shared.clone(0o700, 'linked')
  dead = deadPid()
  return () => shared.cleanUp()
})
afterEach(() => workspace.cleanUp())

const stale = (token = TOKEN): string => JSON.stringify({ pid: dead, begonnen: '', token })

describe('lockDataDir', () => {
  it('creates the folder, with the folders above it', async () => {
    const dataDir = join(await workspace.folder(), 'a', 'b')
    const lock = await lockDataDir(dataDir)
    expect((await stat(dataDir)).isDirectory()).toBe(true)
    await lock.release()
  })

  it('refuses a second process, naming the first and the folder', async () => {
    const dataDir = await workspace.folder()
    const child = workspace.start(clone, 'lock', dataDir)
    child.say('go')
    expect(await child.report()).toEqual({ held: true })

    const refusal = lockDataDir(dataDir)
    await expect(refusal).rejects.toBeInstanceOf(DataDirInUseError)
    await expect(refusal).rejects.toMatchObject({ pid: child.pid })
    await expect(refusal).rejects.toThrow(dataDir)
    await expect(refusal).rejects.toThrow(String(child.pid))
  })

  it('leaves nothing behind once released, and can be taken again', async () => {
    const dataDir = await workspace.folder()
    const first = await lockDataDir(dataDir)
    await first.release()
    expect(await readdir(dataDir)).toEqual([])
    const second = await lockDataDir(dataDir)
    await first.release()
    await expect(lockDataDir(dataDir)).rejects.toBeInstanceOf(DataDirInUseError)
    await second.release()
  })

  it('takes over from a process that was killed', async () => {
    const dataDir = await workspace.folder()
    const child = workspace.start(clone, 'lock', dataDir)
    child.say('go')
    await child.report()
    await child.kill()
    const lock = await lockDataDir(dataDir)
    expect(await readdir(dataDir)).toEqual([SLOT])
    await lock.release()
  })

  it.skipIf(!isLinux)('takes over when the pid now belongs to another process', async () => {
    const dataDir = await workspace.folder()
    const reused = { pid: process.ppid, begonnen: 'other-boot/1', token: TOKEN }
    await writeFile(join(dataDir, SLOT), JSON.stringify(reused))
    const lock = await lockDataDir(dataDir)
    await lock.release()
  })

  it.each([
    ['empty', ''],
    ['cut off', '{"pid":'],
    ['with a token that is no token', JSON.stringify({ pid: process.pid, begonnen: '', token: '../../elsewhere' })],
  ])('takes over a file that is %s', async (_what, content) => {
    const dataDir = await workspace.folder()
    await writeFile(join(dataDir, SLOT), content)
    const lock = await lockDataDir(dataDir)
    expect(JSON.parse(await readFile(join(dataDir, SLOT), 'utf8'))).toMatchObject({ pid: process.pid })
    await lock.release()
  })

  it('takes over from a process that died while taking over', async () => {
    const dataDir = await workspace.folder()
    await writeFile(join(dataDir, SLOT), stale())
    await writeFile(join(dataDir, `${SLOT}.${TOKEN}`), stale(TOKEN.replace('5', '6')))
    const lock = await lockDataDir(dataDir)
    expect(await readdir(dataDir)).toEqual([SLOT])
    await lock.release()
  })

  it('goes to exactly one of many at once, with and without a stale lock', async () => {
    for (let round = 0; round < 40; round += 1) {
      const dataDir = await workspace.folder()
      if (round % 2 === 0) await writeFile(join(dataDir, SLOT), stale())
      const attempts = await Promise.allSettled(Array.from({ length: 12 }, () => lockDataDir(dataDir)))
      const refused = attempts.filter((attempt) => attempt.status === 'rejected').map(({ reason }) => reason as unknown)
      expect(refused).toHaveLength(attempts.length - 1)
      for (const reason of refused) expect(reason).toBeInstanceOf(DataDirInUseError)
    }
  })

  it('goes to exactly one of several processes that start at once on a stale lock', async () => {
    const dataDir = await workspace.folder()
    await writeFile(join(dataDir, SLOT), stale())
    const children = Array.from({ length: 5 }, () => workspace.start(clone, 'lock', dataDir))
    for (const child of children) child.say('go')
    const reports = await Promise.all(children.map((child) => child.report()))
    expect(reports.filter(({ held }) => held === true)).toHaveLength(1)
    expect(reports.filter(({ error }) => error === 'DataDirInUseError')).toHaveLength(children.length - 1)
  }, 20_000)

  it('is never held by two, while its holders keep dying', async () => {
    const dataDir = await workspace.folder()
    const children = Array.from({ length: 4 }, () => workspace.start(clone, 'die', dataDir))
    for (const child of children) child.say('go')
    const reports = await Promise.all(children.map((child) => child.report()))
    expect(reports.reduce((sum, { times = 0 }) => sum + times, 0)).toBeGreaterThan(1)
    expect(reports.map(({ together }) => together)).toEqual(children.map(() => 0))
  }, 20_000)

  it('says so when the folder cannot be made', async () => {
    const file = join(await workspace.folder(), 'bestand')
    await writeFile(file, '')
    await expect(lockDataDir(file)).rejects.toBeInstanceOf(DataDirUnusableError)
    await expect(lockDataDir(join(file, 'map'))).rejects.toThrow(/DATA_DIR/)
  })
})
