import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * How to reach the embedded server that another process runs in this data folder; undefined when there is none. For tools beside a
 * running gateway.
 */
export async function runningPostgres(dataDir: string): Promise<string | undefined> {
  try {
    const [pid, , , port] = (await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')
    const password = (await readFile(join(dataDir, 'postgres-wachtwoord'), 'utf8')).trim()
    process.kill(Number(pid), 0)
    return `postgresql://iwmo:${encodeURIComponent(password)}@127.0.0.1:${Number(port)}/iwmo?sslmode=disable`
  } catch {
    return undefined
  }
}
