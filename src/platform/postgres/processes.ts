import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { errorCode } from './errors.js'

/** Identifies one run of a process, so that a reused pid is not mistaken for it. */
export interface ProcessIdentity {
  readonly pid: number
  /** Boot id and start tick on Linux; empty where the system does not tell, and then only the pid counts. */
  readonly begonnen: string
}

const POLL_MILLISECONDS = 20

/**
 * Start moment of a living process.
 * @returns undefined when there is no such process (or only its unreaped remains), '' when the start is not known
 */
export async function processStart(pid: number): Promise<string | undefined> {
  if (!exists(pid)) return undefined
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    // The second field is the program name in brackets and may hold spaces and brackets itself.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const [state] = fields
    if (state === 'Z' || state === 'X') return undefined
    return `${await bootId()}/${fields[19] ?? ''}`
  } catch {
    return exists(pid) ? '' : undefined
  }
}

/** Identity of this very process. */
export async function ownIdentity(): Promise<ProcessIdentity> {
  return { pid: process.pid, begonnen: (await processStart(process.pid)) ?? '' }
}

/** Whether the process still runs and its pid has not passed to another one. */
export async function isRunning({ pid, begonnen }: ProcessIdentity): Promise<boolean> {
  const start = await processStart(pid)
  if (start === undefined) return false
  return start === '' || begonnen === '' || start === begonnen
}

/**
 * Waits until the process is gone.
 * @param milliseconds how long to wait at most
 * @returns false when it still runs after that time
 */
export async function waitUntilGone(identity: ProcessIdentity, milliseconds: number): Promise<boolean> {
  const end = performance.now() + milliseconds
  while (await isRunning(identity)) {
    if (performance.now() >= end) return false
    await pause(POLL_MILLISECONDS)
  }
  return true
}

function exists(pid: number): boolean {
  // 0 and negative numbers would address process groups.
  if (!Number.isSafeInteger(pid) || pid < 1) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

/** Start ticks count from boot, so without this a lock from before a restart could seem to match. */
async function bootId(): Promise<string> {
  return readFile('/proc/sys/kernel/random/boot_id', 'utf8').then((text) => text.trim(), () => '')
}
