export { startEmbeddedPostgres, type EmbeddedPostgres, type EmbeddedPostgresOptions } from './embeddedPostgres.js'
export { DataDirInUseError, DataDirUnusableError, EmbeddedPostgresError } from './errors.js'
export { lockDataDir, type Lock } from './lock.js'
export { runningPostgres } from './running.js'
