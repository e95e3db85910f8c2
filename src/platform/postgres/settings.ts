/** Files of this size, in bytes, are set aside at the next start. */
export const LOG_FILE_LIMIT = 10 * 1024 * 1024

/**
 * Command-line options of the server. They win over postgresql.conf, so that no edit there can make it listen
 * elsewhere, lose acknowledged work or write personal data to the log.
 * @param port TCP port on 127.0.0.1
 */
export function serverOptions(folder: string, port: number): string[] {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '128MB',
    max_wal_size: '2GB',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    timezone: 'UTC',
    ...LOG_SETTINGS,
  }
  return ['-D', folder, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

/**
 * An error's own text may quote a value (`invalid input syntax for type date: "..."`) and its detail the key that
 * was double, so errors of statements stay out of the log altogether (level `log` is above `error` there) and of
 * the rest the details do. The client gets them all the same.
 */
const LOG_SETTINGS = {
  logging_collector: 'off',
  log_destination: 'stderr',
  log_timezone: 'UTC',
  lc_messages: 'C',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_min_duration_sample: '-1',
  log_transaction_sample_rate: '0',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_lock_waits: 'off',
  debug_print_parse: 'off',
  debug_print_rewritten: 'off',
  debug_print_plan: 'off',
}
