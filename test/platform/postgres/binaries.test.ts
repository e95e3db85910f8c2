import { chmod, cp, lstat, mkdir, readdir, readlink, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { loadBinaries, makeExecutable, restoreSymlinks } from '../../../src/platform/postgres/binaries.js'
import { runDirectly } from '../../../src/platform/postgres/launcher.js'
import { isRoot, platformPackage, Workspace } from './support.js'

const workspace = new Workspace()
afterEach(() => workspace.cleanUp())

async function linksIn(folder: string): Promise<Record<string, string>> {
  const links: Record<string, string> = {}
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    if ((await lstat(path)).isSymbolicLink()) links[name] = await readlink(path)
  }
  return links
}

describe('loadBinaries', () => {
  it('finds programs that run and the file initdb starts from', async () => {
    const { initdb, postgres, pgCtl, bootstrapFile } = await loadBinaries()
    for (const program of [initdb, postgres, pgCtl]) {
      expect(await runDirectly(program, ['--version'])).toMatchObject({ code: 0 })
    }
    expect((await stat(bootstrapFile)).size).toBeGreaterThan(0)
  })
})

describe('restoreSymlinks', () => {
  it.skipIf(process.platform === 'win32')('makes the programs run of a package that npm left without', async () => {
    await loadBinaries()
    const original = platformPackage()
    const copy = await workspace.folder()
    await cp(original, copy, { recursive: true, verbatimSymlinks: true })
    const links = await linksIn(join(original, 'native/lib'))
    for (const name of Object.keys(links)) await rm(join(copy, 'native/lib', name))
    const postgres = join(copy, 'native/bin/postgres')
    expect(await runDirectly(postgres, ['--version'])).not.toMatchObject({ code: 0 })

    await restoreSymlinks(copy)
    await restoreSymlinks(copy)
    expect(await linksIn(join(copy, 'native/lib'))).toEqual(links)
    expect(await runDirectly(postgres, ['--version'])).toMatchObject({ code: 0 })
  })

  it.skipIf(isRoot || process.platform === 'win32')('leaves a read-only package as it is', async () => {
    const copy = await workspace.folder()
    const library = join(copy, 'native/lib')
    await mkdir(library, { recursive: true })
    const list = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]
    await writeFile(join(copy, 'native/pg-symlinks.json'), JSON.stringify(list))
    await chmod(library, 0o500)
    await restoreSymlinks(copy)
    expect(await readdir(library)).toEqual([])
    await chmod(library, 0o700)
  })

  it('does nothing for a package without a list', async () => {
    await expect(restoreSymlinks(await workspace.folder())).resolves.toBeUndefined()
  })
})

describe.skipIf(process.platform === 'win32')('makeExecutable', () => {
  it.each([
    [0o644, 0o755], [0o640, 0o750], [0o600, 0o700], [0o755, 0o755], [0o700, 0o700],
  ])('turns mode %o into %o', async (before, after) => {
    const program = join(await workspace.folder(), 'programma')
    await writeFile(program, '')
    await chmod(program, before)
    await makeExecutable(program)
    expect((await stat(program)).mode & 0o777).toBe(after)
  })
})
