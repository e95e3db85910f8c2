import { chmod, mkdir, open, access, constants } from 'node:fs/promises'
import { resolve } from 'node:path'
import { DataDirUnusableError, errorCode } from './errors.js'

/** Whether this process is root, under which PostgreSQL refuses to run. Always false on Windows. */
export function isRoot(): boolean {
  return process.geteuid?.() === 0
}

/**
 * Creates the data folder when it is missing and checks that it can be written.
 * A folder made by root may be passed through (mode 711), since PostgreSQL then runs as another user below it.
 * @returns the absolute path
 * @throws DataDirUnusableError
 */
export async function prepareDataDir(dataDir: string): Promise<string> {
  const folder = resolve(dataDir)
  try {
    const created = await mkdir(folder, { recursive: true })
    if (created !== undefined) await chmod(folder, isRoot() ? 0o711 : 0o700)
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new DataDirUnusableError(
      `De map ${folder} is niet te maken of te beschrijven (${errorCode(error) ?? 'onbekende fout'}). ` +
        'Geef deze gebruiker er schrijfrechten op, of kies met DATA_DIR een andere map.',
      { cause: error },
    )
  }
  return folder
}

/** Makes renames and new files in a folder survive a power failure. Windows has no such call and does without. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
