import { open, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { LOG_FILE_LIMIT } from './settings.js'

/** The log file of the server, opened for one run. */
export interface ServerLog {
  readonly file: string
  /** To hand to the child as standard error; may be closed here once the child runs. */
  readonly descriptor: number
  /** Last lines written since it was opened, on one line. */
  tail(): Promise<string>
  close(): Promise<void>
}

const TAIL_BYTES = 1_500
const TAIL_LINES = 5

/** Opens `${dataDir}/postgres.log` for appending. One that has grown large becomes `postgres.log.1` first. */
export async function openServerLog(dataDir: string): Promise<ServerLog> {
  const file = join(dataDir, 'postgres.log')
  const size = await stat(file).then((found) => found.size, () => 0)
  if (size > LOG_FILE_LIMIT) await rename(file, `${file}.1`)
  const handle = await open(file, 'a+', 0o600)
  const { size: start } = await handle.stat()
  return {
    file,
    descriptor: handle.fd,
    close: () => handle.close(),
    tail: async () => {
      const { size: end } = await handle.stat()
      const position = Math.max(start, end - TAIL_BYTES)
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(TAIL_BYTES), 0, TAIL_BYTES, position)
      const lines = buffer.toString('utf8', 0, bytesRead).trim().split('\n')
      return lines.slice(-TAIL_LINES).join(' | ')
    },
  }
}
