import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process'
import { parse } from 'node:path'
import type { Account } from './account.js'
import type { Binaries } from './binaries.js'
import { EmbeddedPostgresError, errorCode } from './errors.js'

/** How a PostgreSQL program is started: as whom, and whether it is told when this process dies. */
export interface Launcher {
  /** Program and options that precede the program itself; empty to start it directly. */
  readonly prefix: readonly string[]
  /** Set when Node itself changes the user. */
  readonly account?: Account
  /** Whether the kernel sends SIGINT (fast shutdown) when the thread that started the program ends. */
  readonly endsWithParent: boolean
}

export interface Outcome {
  /** Exit code; undefined when the program did not start or was ended by a signal. */
  readonly code: number | undefined
  /** Last part of standard output and error together. */
  readonly output: string
}

const DIRECT: Launcher = { prefix: [], endsWithParent: false }
const WITH_PARENT = ['--pdeathsig', 'INT']
const OUTPUT_LIMIT = 8_000
/** Runs the binary, so that its libraries are tried too, and looks at what initdb and postgres need besides. */
const PROBE = '"$1" --version >/dev/null && test -r "$2" && test -w "$3" && test -x "$3"'

/**
 * Finds out by trying how PostgreSQL can run here. In order of preference: with plain rights, then (root only) with
 * the capability to pass closed folders; each with the parent-death signal when setpriv offers it.
 * @param folder existing folder in which PostgreSQL will write
 * @throws EmbeddedPostgresError when no way works
 */
export async function chooseLauncher(
  binaries: Binaries,
  account: Account | undefined,
  folder: string,
): Promise<Launcher> {
  if (process.platform === 'win32') return DIRECT
  for (const launcher of candidates(account)) {
    const { postgres, bootstrapFile } = binaries
    const { code } = await run(launcher, '/bin/sh', ['-c', PROBE, 'sh', postgres, bootstrapFile, folder])
    if (code === 0) return launcher
  }
  const who = account === undefined ? 'Deze gebruiker' : `Gebruiker ${account.naam}`
  throw new EmbeddedPostgresError(
    `PostgreSQL draait niet als root. ${who} kan niet bij ${binaries.postgres} of ${folder}, en setpriv ` +
      '(pakket util-linux) ontbreekt of mag geen rechten meegeven. Zet de gateway en DATA_DIR onder een map die ' +
      'iedereen mag doorlopen (chmod o+x), start de gateway als gewone gebruiker, of geef met DATABASE_URL een ' +
      'eigen PostgreSQL op.',
  )
}

function candidates(account: Account | undefined): Launcher[] {
  if (account === undefined) return [{ prefix: ['setpriv', ...WITH_PARENT], endsWithParent: true }, DIRECT]
  const asAccount = ['setpriv', '--reuid', String(account.uid), '--regid', String(account.gid), '--clear-groups']
  // dac_override covers reading and searching as well, and unlike dac_read_search it is among a container's usual
  // rights. Without no_setuid_fixup the kernel leaves it out of account in access(2), with which initdb looks around.
  const pastClosedFolders = [
    '--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--securebits=+no_setuid_fixup',
  ]
  return [
    { prefix: [...asAccount, ...WITH_PARENT], endsWithParent: true },
    { prefix: [], account, endsWithParent: false },
    { prefix: [...asAccount, ...pastClosedFolders, ...WITH_PARENT], endsWithParent: true },
    { prefix: [...asAccount, ...pastClosedFolders], endsWithParent: false },
  ]
}

/** Runs a program to its end, without throwing when it fails. */
export async function run(launcher: Launcher, program: string, args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    let output = ''
    let child: ChildProcess
    try {
      child = launch(launcher, program, args, ['ignore', 'pipe', 'pipe'])
    } catch (error) {
      // Node throws at once when it may not change the user.
      resolve({ code: undefined, output: errorCode(error) ?? String(error) })
      return
    }
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output = (output + text).slice(-OUTPUT_LIMIT)
      })
    }
    child.once('error', (error) => resolve({ code: undefined, output: errorCode(error) ?? error.message }))
    child.once('close', (code) => resolve({ code: code ?? undefined, output }))
  })
}

/** Runs a program as ourselves. */
export async function runDirectly(program: string, args: readonly string[]): Promise<Outcome> {
  return run(DIRECT, program, args)
}

/**
 * Starts a program in a session of its own, so that Ctrl-C in the terminal reaches only this process, and with an
 * environment of its own, so that neither PG* variables nor our secrets reach it.
 */
export function launch(
  launcher: Launcher,
  program: string,
  args: readonly string[],
  stdio: StdioOptions,
): ChildProcess {
  const [command = program, ...rest] = [...launcher.prefix, program, ...args]
  return spawn(command, rest, {
    detached: true,
    windowsHide: true,
    stdio,
    // The current folder may be closed to the other user.
    cwd: parse(program).root,
    env: environment(),
    ...(launcher.account && { uid: launcher.account.uid, gid: launcher.account.gid }),
  })
}

function environment(): NodeJS.ProcessEnv {
  const own: NodeJS.ProcessEnv = { LC_ALL: 'C', TZ: 'UTC' }
  const names = process.platform === 'win32' ? ['PATH', 'SystemRoot', 'TEMP', 'TMP'] : ['PATH']
  for (const name of names) {
    const value = process.env[name]
    if (value !== undefined) own[name] = value
  }
  return own
}
