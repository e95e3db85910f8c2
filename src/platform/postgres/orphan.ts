import { readFile, realpath, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EmbeddedPostgresError, errorCode } from './errors.js'
import { runDirectly } from './launcher.js'
import { processStart, waitUntilGone } from './processes.js'

const FAST_SHUTDOWN_MILLISECONDS = 20_000
const IMMEDIATE_SHUTDOWN_MILLISECONDS = 10_000

/**
 * Ends a PostgreSQL that outlived the gateway on these data. Only for the holder of the lock: under it, whatever
 * still runs here belongs to nobody. A pid file whose pid has passed to a stranger is made harmless.
 * @throws EmbeddedPostgresError when it does not stop or may not be stopped
 */
export async function endOrphan(folder: string, log: (regel: string) => void): Promise<void> {
  const pidFile = join(folder, 'postmaster.pid')
  const text = await readFile(pidFile, 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return
  const pid = Number.parseInt(text, 10)
  const begonnen = await processStart(pid)
  if (begonnen !== undefined && (await servesFolder(pid, folder))) {
    log(`Een achtergebleven PostgreSQL (proces ${pid}) wordt eerst netjes gestopt`)
    await endProcess({ pid, begonnen }, folder)
    return
  }
  await disownPidFile(pidFile, text)
}

async function endProcess(identity: { pid: number; begonnen: string }, folder: string): Promise<void> {
  const { pid } = identity
  try {
    process.kill(pid, 'SIGINT')
    if (await waitUntilGone(identity, FAST_SHUTDOWN_MILLISECONDS)) return
    process.kill(pid, 'SIGQUIT')
    if (await waitUntilGone(identity, IMMEDIATE_SHUTDOWN_MILLISECONDS)) return
  } catch (error) {
    if (errorCode(error) === 'ESRCH') return
    throw new EmbeddedPostgresError(stillRunning(pid, folder), { cause: error })
  }
  throw new EmbeddedPostgresError(stillRunning(pid, folder))
}

function stillRunning(pid: number, folder: string): string {
  return `In ${folder} draait nog een PostgreSQL (proces ${pid}) die niet te stoppen is. Stop dat proces eerst zelf.`
}

/**
 * PostgreSQL refuses to start when the pid in its pid file is alive, whoever that is now; with the pid of its own
 * parent, us, it takes the file as left over. The rest of the file stays, for with it PostgreSQL checks that no
 * server process of the previous run still uses the shared memory.
 */
async function disownPidFile(pidFile: string, text: string): Promise<void> {
  if (process.platform === 'win32') return
  await writeFile(pidFile, text.replace(/^[^\n]*/, String(process.pid)))
}

/** Whether this process is a postmaster that was started with `-D folder`. */
async function servesFolder(pid: number, folder: string): Promise<boolean> {
  const args = await readFile(`/proc/${pid}/cmdline`, 'utf8').then((line) => line.split('\0'), () => undefined)
  if (args !== undefined) {
    const served = args[args.indexOf('-D') + 1] ?? ''
    return args.includes('-D') && (await realpathOr(served)) === (await realpathOr(folder))
  }
  // Without /proc (macOS).
  const { code, output } = await runDirectly('ps', ['-ww', '-p', String(pid), '-o', 'command='])
  return code === 0 && `${output.trimEnd()} `.includes(` -D ${folder} `)
}

async function realpathOr(path: string): Promise<string> {
  return realpath(path).catch(() => path)
}
