import { chmod, chown, mkdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  AS_NOBODY, hasSetpriv, isLinux, isRoot, NOBODY, nobodyReaches, postmasterPid, query, Workspace, type Child,
} from './support.js'

const shared = new Workspace()
const workspace = new Workspace()
let clone: string

/** What Docker gives a container's root by default, leaving out what our case does not touch. */
const CONTAINER_RIGHTS = [
  'setpriv', '--bounding-set', '-all,+chown,+dac_override,+fowner,+fsetid,+kill,+setgid,+setuid,+setpcap',
]

async function works(child: Child): Promise<void> {
  expect(await query(await child.connectionString(), 'SELECT 1 AS one')).toEqual([{ one: 1 }])
}

interface Rights {
  readonly uid: number
  readonly effective: bigint
}

/** User and capabilities of the running server, as the kernel sees them. */
async function rightsOfServer(dataDir: string): Promise<Rights> {
  const status = await readFile(`/proc/${await postmasterPid(dataDir)}/status`, 'utf8')
  const field = (name: string): string => new RegExp(`^${name}:\\s+(\\w+)`, 'm').exec(status)?.[1] ?? ''
  return { uid: Number(field('Uid')), effective: BigInt(`0x${field('CapEff')}`) }
}

describe.skipIf(!isRoot || !isLinux || !hasSetpriv)('started by root', () => {
  const DAC_OVERRIDE = 1n << 1n

  beforeAll(async () => {
    clone = await shared.clone(0o755, 'copied')
  }, 30_000)
  afterEach(async () => {
    await workspace.cleanUp()
    await chmod(clone, 0o755)
  }, 30_000)
  afterAll(() => shared.cleanUp())

  it('runs as another user without any rights, in a folder that user owns', async (context) => {
    const parent = await workspace.folder(0o755)
    if (!nobodyReaches(parent)) return context.skip('the temporary folder is closed to others')
    const dataDir = join(parent, 'data')
    await works(workspace.start(clone, 'postgres', dataDir))
    const { uid, effective } = await rightsOfServer(dataDir)
    expect(uid).toBeGreaterThan(0)
    expect(effective).toBe(0n)
    expect(await stat(join(dataDir, 'postgres'))).toMatchObject({ uid, mode: 0o040700 })
  })

  it.each([
    ['the data lie', 0o700, 0o755, []],
    ['the programs lie', 0o755, 0o700, []],
    ['both lie, with the rights of a container', 0o700, 0o700, CONTAINER_RIGHTS],
  ])('passes closed folders with one capability when %s in one', async (_what, dataMode, cloneMode, prefix) => {
    const dataDir = await workspace.folder(dataMode)
    await chmod(clone, cloneMode)
    await works(workspace.start(clone, 'postgres', dataDir, { prefix }))
    const { uid, effective } = await rightsOfServer(dataDir)
    expect(uid).toBeGreaterThan(0)
    expect(effective).toBe(DAC_OVERRIDE)
  })

  it('works without setpriv where all is within reach', async (context) => {
    const dataDir = await workspace.folder(0o755)
    if (!nobodyReaches(dataDir)) return context.skip('the temporary folder is closed to others')
    await works(workspace.start(clone, 'postgres', dataDir, { path: '/nonexistent' }))
    expect((await rightsOfServer(dataDir)).effective).toBe(0n)
  })

  it('says what to do when all is closed and setpriv is missing', async () => {
    const dataDir = await workspace.folder(0o700)
    await chmod(clone, 0o700)
    const { error, melding } = await workspace.start(clone, 'postgres', dataDir, { path: '/nonexistent' }).report()
    expect(error).toBe('EmbeddedPostgresError')
    for (const advice of ['DATA_DIR', 'DATABASE_URL', 'setpriv']) expect(melding).toContain(advice)
  })

  it('says what to do when root may not change the user at all', async () => {
    const dataDir = await workspace.folder(0o755)
    const prefix = ['setpriv', '--bounding-set', '-all,+dac_override']
    const { error, melding } = await workspace.start(clone, 'postgres', dataDir, { prefix }).report()
    expect(error).toBe('EmbeddedPostgresError')
    expect(melding).toContain('DATABASE_URL')
  })

  it('goes on as the owner of data that an ordinary user made, who can then go on as well', async (context) => {
    const dataDir = await workspace.folder(0o755)
    if (!nobodyReaches(clone)) return context.skip('the temporary folder or Node is closed to others')
    await chown(dataDir, NOBODY, NOBODY)
    const first = workspace.start(clone, 'postgres', dataDir, { prefix: AS_NOBODY })
    await query(await first.connectionString(), 'CREATE TABLE werk AS SELECT 1 AS stap')
    expect((await rightsOfServer(dataDir)).uid).toBe(NOBODY)
    await first.end()

    const second = workspace.start(clone, 'postgres', dataDir)
    expect(await query(await second.connectionString(), 'SELECT stap FROM werk')).toEqual([{ stap: 1 }])
    expect((await rightsOfServer(dataDir)).uid).toBe(NOBODY)
    await second.end()

    const third = workspace.start(clone, 'postgres', dataDir, { prefix: AS_NOBODY })
    expect(await query(await third.connectionString(), 'SELECT stap FROM werk')).toEqual([{ stap: 1 }])
  })

  it('tells an ordinary user whose the data are', async (context) => {
    const dataDir = await workspace.folder(0o777)
    if (!nobodyReaches(clone)) return context.skip('the temporary folder or Node is closed to others')
    await mkdir(join(dataDir, 'postgres'), { mode: 0o700 })
    const { melding } = await workspace.start(clone, 'postgres', dataDir, { prefix: AS_NOBODY }).report()
    expect(melding).toMatch(/andere gebruiker \(uid 0\)/)
  })
}, 30_000)
