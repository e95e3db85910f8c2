/** The embedded PostgreSQL could not be prepared, started or reached. The message says what to do about it. */
export class EmbeddedPostgresError extends Error {
  override readonly name: string = 'EmbeddedPostgresError'
}

/** The data folder cannot be created, written or locked. */
export class DataDirUnusableError extends Error {
  override readonly name: string = 'DataDirUnusableError'
}

/** Another living process holds the data folder. */
export class DataDirInUseError extends Error {
  override readonly name: string = 'DataDirInUseError'
  readonly pid: number

  constructor(dataDir: string, pid: number) {
    super(
      `De map ${dataDir} is al in gebruik door proces ${pid}. ` +
        'Stop dat proces eerst, of kies met DATA_DIR een andere map.',
    )
    this.pid = pid
  }
}

/** The `code` of a system or PostgreSQL error (`ENOENT`, `57P03`); undefined for anything else. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
