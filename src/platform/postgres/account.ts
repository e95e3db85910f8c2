import { chmod, lchown, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isRoot } from './dataDir.js'
import { EmbeddedPostgresError, errorCode } from './errors.js'

/** The unprivileged user as whom root lets PostgreSQL run. */
export interface Account {
  readonly naam: string
  readonly uid: number
  readonly gid: number
}

const CANDIDATES = ['postgres', 'nobody']

/**
 * Whom PostgreSQL should run as: undefined for an ordinary user (that is, ourselves). Under root it is the owner of
 * the existing data when that is not root, else the user `postgres` or `nobody`.
 * @param folder existing data, if any
 * @throws EmbeddedPostgresError when there is no such user, or when the data belong to somebody else
 */
export async function accountFor(folder: string | undefined): Promise<Account | undefined> {
  const owner = folder === undefined ? undefined : await stat(folder)
  if (!isRoot()) {
    if (owner !== undefined && process.platform !== 'win32' && owner.uid !== process.geteuid?.()) {
      throw new EmbeddedPostgresError(
        `De map ${folder} hoort bij een andere gebruiker (uid ${owner.uid}). Start de gateway als die gebruiker ` +
          'of als root, of kies met DATA_DIR een andere map.',
      )
    }
    return undefined
  }
  if (owner !== undefined && owner.uid !== 0) return { naam: `uid ${owner.uid}`, uid: owner.uid, gid: owner.gid }

  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '')
  for (const name of CANDIDATES) {
    const account = findAccount(passwd, name)
    if (account !== undefined) return account
  }
  throw new EmbeddedPostgresError(
    'PostgreSQL draait niet als root en op dit systeem ontbreken de gebruikers postgres en nobody. ' +
      'Start de gateway als gewone gebruiker, of geef met DATABASE_URL een eigen PostgreSQL op.',
  )
}

/** Gives a folder, with all it holds, to the account (when there is one) and shuts others out (mode 700). */
export async function claimFolder(folder: string, account: Account | undefined): Promise<void> {
  try {
    const { uid, mode } = await stat(folder)
    if (account !== undefined && uid !== account.uid) await giveAway(folder, account)
    if (process.platform !== 'win32' && (mode & 0o777) !== 0o700) await chmod(folder, 0o700)
  } catch (error) {
    throw new EmbeddedPostgresError(
      `De map ${folder} is niet over te dragen aan gebruiker ${account?.naam ?? 'van dit proces'} ` +
        `(${errorCode(error) ?? 'onbekende fout'}). Start de gateway als gewone gebruiker, ` +
        'of geef met DATABASE_URL een eigen PostgreSQL op.',
      { cause: error },
    )
  }
}

async function giveAway(folder: string, { uid, gid }: Account): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await giveAway(path, { naam: '', uid, gid })
    else await lchown(path, uid, gid)
  }
  // Last, so that an interrupted run is done again.
  await lchown(folder, uid, gid)
}

function findAccount(passwd: string, name: string): Account | undefined {
  for (const line of passwd.split('\n')) {
    const [naam, , uid, gid] = line.split(':')
    if (naam !== name || uid === undefined || gid === undefined) continue
    // On macOS nobody is -2, which chown does not take; and 0 would be root again.
    if (/^[1-9]\d*$/.test(uid) && /^\d+$/.test(gid)) return { naam, uid: Number(uid), gid: Number(gid) }
  }
  return undefined
}
