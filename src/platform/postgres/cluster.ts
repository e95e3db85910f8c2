import { randomBytes } from 'node:crypto'
import { chown, mkdtemp, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { accountFor, claimFolder, type Account } from './account.js'
import type { Binaries } from './binaries.js'
import { syncFolder } from './dataDir.js'
import { EmbeddedPostgresError, errorCode } from './errors.js'
import { chooseLauncher, run, runDirectly, type Launcher } from './launcher.js'

/** An initialised PostgreSQL data folder and all that is needed to run it. */
export interface Cluster {
  readonly folder: string
  readonly launcher: Launcher
  /** Of the superuser and of the gateway's own role. Holds only characters that need no escaping in a URL. */
  readonly password: string
}

/** Only for the launcher's own chores; the gateway itself connects as a role with fewer rights. */
export const SUPERUSER = 'postgres'

const DRAFT_PREFIX = 'postgres.nieuw-'

/**
 * Opens the PostgreSQL data under `${dataDir}/postgres`, initialising them when there are none. The caller holds the
 * lock. A run that is cut off leaves at most a draft folder, which the next one clears away.
 * @throws EmbeddedPostgresError
 */
export async function openCluster(
  dataDir: string,
  binaries: Binaries,
  log: (regel: string) => void,
): Promise<Cluster> {
  const folder = join(dataDir, 'postgres')
  const passwordFile = join(dataDir, 'postgres-wachtwoord')
  await removeDrafts(dataDir)
  const version = await installedVersion(binaries)
  const dataVersion = await readDataVersion(folder)
  if (dataVersion === undefined) return initialise(dataDir, folder, passwordFile, binaries, log)
  if (dataVersion !== version) {
    throw new EmbeddedPostgresError(
      `De gegevens in ${folder} zijn van PostgreSQL ${dataVersion}, het geïnstalleerde pakket is versie ${version}. ` +
        'Zet de gegevens over met pg_upgrade of pg_dump, of installeer het vorige pakket.',
    )
  }
  const account = await accountFor(folder)
  await claimFolder(folder, account)
  const launcher = await chooseLauncher(binaries, account, folder)
  return { folder, launcher, password: await readPassword(passwordFile) }
}

/**
 * initdb's own sync to disk stays on, so that the files are on disk before the rename makes them count. The password
 * comes before that as well: where there are data, there is a password.
 */
async function initialise(
  dataDir: string,
  folder: string,
  passwordFile: string,
  binaries: Binaries,
  log: (regel: string) => void,
): Promise<Cluster> {
  log(`PostgreSQL wordt voor het eerst ingericht in ${folder}`)
  const account = await accountFor(undefined)
  // Each attempt its own folder: an initdb that outlived its parent must not write into ours.
  const draft = await mkdtemp(join(dataDir, DRAFT_PREFIX))
  try {
    await claimFolder(draft, account)
    const launcher = await chooseLauncher(binaries, account, draft)
    const password = randomBytes(24).toString('base64url')
    const draftData = join(draft, 'data')
    const draftPassword = join(draft, 'wachtwoord')
    await writeSecret(draftPassword, password, account)
    const { code, output } = await run(launcher, binaries.initdb, initdbOptions(draftData, draftPassword))
    if (code !== 0) {
      throw new EmbeddedPostgresError(
        `Het inrichten van PostgreSQL in ${dataDir} is mislukt. Controleer of de schijf vol is en of de map ` +
          `lokaal staat, of geef met DATABASE_URL een eigen PostgreSQL op. Uitvoer van initdb: ${output.trim()}`,
      )
    }
    const ownCopy = join(draft, 'wachtwoord-gateway')
    await writeSecret(ownCopy, password, undefined)
    await rename(ownCopy, passwordFile)
    await syncFolder(dataDir)
    await rename(draftData, folder)
    await syncFolder(dataDir)
    return { folder, launcher, password }
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

/** Independent of the system's locales: sorts by code point, and knows upper and lower case of all of Unicode. */
function initdbOptions(folder: string, passwordFile: string): string[] {
  return [
    `--pgdata=${folder}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    '--no-instructions',
  ]
}

async function writeSecret(file: string, secret: string, account: Account | undefined): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(`${secret}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  if (account !== undefined) await chown(file, account.uid, account.gid)
}

async function readPassword(file: string): Promise<string> {
  const password = await readFile(file, 'utf8').then((text) => text.trim(), (error: unknown) => {
    if (errorCode(error) === 'ENOENT') return ''
    throw error
  })
  if (/^[\w-]+$/.test(password)) return password
  throw new EmbeddedPostgresError(
    `Het wachtwoord van de ingebouwde PostgreSQL ontbreekt of is beschadigd (${file}). Zet het bestand terug uit ` +
      'een reservekopie, of begin met DATA_DIR in een lege map.',
  )
}

/** Major version of the programs; trying them also shows whether they run on this system at all. */
async function installedVersion({ postgres }: Binaries): Promise<string> {
  const { code, output } = await runDirectly(postgres, ['--version'])
  const version = /(\d+)(?:\.\d+|\w+)\s*$/.exec(output)?.[1]
  if (code === 0 && version !== undefined) return version
  throw new EmbeddedPostgresError(
    `De ingebouwde PostgreSQL start niet op dit systeem (${output.trim() || 'geen uitvoer'}). Het pakket is gemaakt ` +
      'voor glibc en heeft libstdc++ nodig; installeer opnieuw met npm ci, of geef met DATABASE_URL een eigen ' +
      'PostgreSQL op.',
  )
}

/** @returns undefined when there are no data yet */
async function readDataVersion(folder: string): Promise<string | undefined> {
  try {
    return (await readFile(join(folder, 'PG_VERSION'), 'utf8')).trim()
  } catch (error) {
    if (errorCode(error) === 'EACCES') {
      // Says whose it is when that is the reason.
      await accountFor(folder)
    }
    if (errorCode(error) !== 'ENOENT') throw error
  }
  const present = await readdir(folder).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  })
  if (present.length === 0) return undefined
  throw new EmbeddedPostgresError(
    `De map ${folder} bevat bestanden, maar geen PostgreSQL. Haal ze weg of kies met DATA_DIR een andere map.`,
  )
}

async function removeDrafts(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    if (!name.startsWith(DRAFT_PREFIX)) continue
    // An initdb that outlived its parent may still be writing there; then the next start removes the rest.
    await rm(join(dataDir, name), { recursive: true, force: true }).catch(() => undefined)
  }
}
