import { mkdir, readdir, readFile, rename, stat, truncate, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  DataDirInUseError, EmbeddedPostgresError, startEmbeddedPostgres, type EmbeddedPostgres,
} from '../../../src/platform/postgres/index.js'
import { LOG_FILE_LIMIT } from '../../../src/platform/postgres/settings.js'
import { isLinux, postmasterPid, query, Workspace } from './support.js'

const workspace = new Workspace()
const lines: string[] = []
const log = (regel: string): void => void lines.push(regel)
let dataDir: string
let postgres: EmbeddedPostgres

async function restart(): Promise<void> {
  await postgres.stop()
  postgres = await startEmbeddedPostgres({ dataDir, log })
}

async function show(name: string): Promise<string> {
  const rows = await query<Record<string, string>>(postgres.connectionString, `SHOW ${name}`)
  return rows[0]?.[name] ?? ''
}

/** Error code of SQL that must fail. */
async function failure(sql: string): Promise<string | undefined> {
  return query(postgres.connectionString, sql).then(
    () => undefined,
    (error: unknown) => (error instanceof pg.DatabaseError ? error.code : String(error)),
  )
}

async function refusal(folder: string): Promise<Error> {
  return startEmbeddedPostgres({ dataDir: folder, log }).then(
    async ({ stop }) => {
      await stop()
      throw new Error('it started')
    },
    (error: unknown) => error as Error,
  )
}

beforeAll(async () => {
  dataDir = join(await workspace.folder(0o755), 'gegevens')
  postgres = await startEmbeddedPostgres({ dataDir, log })
}, 30_000)

afterAll(async () => {
  await postgres.stop()
  await workspace.cleanUp()
}, 30_000)

describe('startEmbeddedPostgres', () => {
  it('offers the database iwmo to a role that owns it but is no superuser', async () => {
    const [row] = await query(
      postgres.connectionString,
      `SELECT current_database() AS database, current_user AS role, rolsuper, rolcreatedb,
              pg_get_userbyid(datdba) = current_user AS owner
         FROM pg_roles, pg_database WHERE rolname = current_user AND datname = current_database()`,
    )
    expect(row).toEqual({ database: 'iwmo', role: 'iwmo', rolsuper: false, rolcreatedb: true, owner: true })
  })

  it('stores text as UTF8, ordered alike everywhere, with case for all letters', async () => {
    const [row] = await query(
      postgres.connectionString,
      `SELECT upper('é') AS upper, array(SELECT v FROM unnest('{b,B,a,é}'::text[]) v ORDER BY v) AS sorted`,
    )
    expect(row).toEqual({ upper: 'É', sorted: ['B', 'a', 'b', 'é'] })
    expect(await show('server_encoding')).toBe('UTF8')
  })

  it.each([
    ['data_checksums', 'on'], ['fsync', 'on'], ['synchronous_commit', 'on'], ['full_page_writes', 'on'],
    ['max_connections', '200'], ['shared_buffers', '128MB'], ['max_wal_size', '2GB'], ['TimeZone', 'UTC'],
    ['listen_addresses', '127.0.0.1'],
  ])('runs with %s %s', async (name, value) => {
    expect(await show(name)).toBe(value)
  })

  it.skipIf(!isLinux)('listens on no other address of this computer and on no socket file', async () => {
    const code = await new Promise<string | undefined>((resolve) => {
      const socket = connect({ host: '127.0.0.2', port: postgres.port })
      socket.once('connect', () => { socket.destroy(); resolve('connected') })
      socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code))
    })
    expect(code).toBe('ECONNREFUSED')
    expect(await readFile('/proc/net/unix', 'utf8')).not.toContain(`.s.PGSQL.${postgres.port}`)
  })

  it('asks for a password that only the owner can read', async () => {
    const password = (await readFile(join(dataDir, 'postgres-wachtwoord'), 'utf8')).trim()
    expect(postgres.connectionString).toContain(`:${password}@`)
    const other = postgres.connectionString.replace(password, 'geraden')
    await expect(query(other, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' })
    if (process.platform === 'win32') return
    for (const [name, mode] of [
      ['postgres-wachtwoord', 0o600], ['postgres', 0o700], ['postgres.log', 0o600],
    ] as const) {
      expect([name, (await stat(join(dataDir, name))).mode & 0o777]).toEqual([name, mode])
    }
  })

  it('leaves only its own files in the data folder', async () => {
    const own = ['postgres', 'postgres-wachtwoord', 'postgres.log', 'postgres.slot']
    expect((await readdir(dataDir)).sort()).toEqual(own)
  })

  it('refuses a second start on the same data and leaves the first alone', async () => {
    expect(await refusal(dataDir)).toBeInstanceOf(DataDirInUseError)
    expect(await query(postgres.connectionString, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  it('keeps values out of the log, whatever goes wrong', async () => {
    const secret = 'Zonneveld-999900006'
    await query(postgres.connectionString, 'CREATE TABLE persoon (naam text PRIMARY KEY CHECK (length(naam) > 5))')
    const insert = `INSERT INTO persoon VALUES ('${secret}')`
    expect(await failure(insert)).toBeUndefined()
    expect(await failure(insert)).toBe('23505')
    expect(await failure(`SELECT '${secret}'::date`)).toBe('22007')
    expect(await failure(`DO $$ BEGIN RAISE EXCEPTION '%', '${secret}'; END $$`)).toBe('P0001')
    expect(await failure(`DO $$ BEGIN RAISE WARNING '%', '${secret}'; END $$`)).toBeUndefined()
    expect(await failure(`SELECT '${secret}`)).toBe('42601')
    const client = new pg.Client({ connectionString: postgres.connectionString })
    await client.connect()
    await expect(client.query('SELECT $1::integer', [secret])).rejects.toMatchObject({ code: '22P02' })
    await client.end()
    // Nor can the gateway's role change that.
    expect(await failure("SET log_statement = 'all'")).toBe('42501')
    expect(await failure("SET log_min_messages = 'error'")).toBe('42501')

    await restart()
    const text = await readFile(join(dataDir, 'postgres.log'), 'utf8')
    expect(text).toMatch(/PostgreSQL \d+/)
    expect(text).not.toContain('Zonneveld')
    expect(text).not.toContain('999900006')
  })

  it('keeps committed work over a stop that cuts an open transaction', async () => {
    await query(postgres.connectionString, 'CREATE TABLE werk (stap int)')
    const client = new pg.Client({ connectionString: postgres.connectionString })
    const ended = new Promise((resolve) => client.on('error', resolve))
    await client.connect()
    await client.query('INSERT INTO werk VALUES (1)')
    await client.query('BEGIN')
    await client.query('INSERT INTO werk VALUES (2)')
    await Promise.all([postgres.stop(), postgres.stop()])
    await ended
    postgres = await startEmbeddedPostgres({ dataDir, log })
    expect(await query(postgres.connectionString, 'SELECT stap FROM werk')).toEqual([{ stap: 1 }])
  })

  it('makes the database again when a crash came before it', async () => {
    const elsewhere = postgres.connectionString.replace('/iwmo?', '/postgres?')
    await query(elsewhere, 'DROP DATABASE iwmo')
    await restart()
    expect(await query(postgres.connectionString, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  it('sets a large log aside at the next start', async () => {
    await postgres.stop()
    await truncate(join(dataDir, 'postgres.log'), LOG_FILE_LIMIT + 1)
    postgres = await startEmbeddedPostgres({ dataDir, log })
    expect((await stat(join(dataDir, 'postgres.log.1'))).size).toBeGreaterThan(LOG_FILE_LIMIT)
    expect((await stat(join(dataDir, 'postgres.log'))).size).toBeLessThan(LOG_FILE_LIMIT)
  })

  it('tells when the server ends by itself, and starts it again where it was', async () => {
    const pid = await postmasterPid(dataDir)
    const told = new Promise<void>((resolve) => {
      const { push } = lines
      lines.push = (...added) => {
        if (added.some((line) => line.includes('onverwacht'))) resolve()
        return push.apply(lines, added)
      }
    })
    process.kill(pid, 'SIGINT')
    await told
    await expect.poll(() => query(postgres.connectionString, 'SELECT 1 AS one').catch(() => []), { timeout: 50_000 }).toEqual([{ one: 1 }])
    expect(await postmasterPid(dataDir)).not.toBe(pid)
    await restart()
  })

  it('refuses data of another version, foreign files and a lost password, and says so', async () => {
    await postgres.stop()
    const version = join(dataDir, 'postgres/PG_VERSION')
    const original = await readFile(version, 'utf8')
    await writeFile(version, '9\n')
    expect((await refusal(dataDir)).message).toMatch(/PostgreSQL 9,/)
    await writeFile(version, original)

    const password = join(dataDir, 'postgres-wachtwoord')
    await rename(password, `${password}.weg`)
    expect((await refusal(dataDir)).message).toContain(password)
    await rename(`${password}.weg`, password)
    postgres = await startEmbeddedPostgres({ dataDir, log })

    const foreign = await workspace.folder()
    await mkdir(join(foreign, 'postgres'))
    await writeFile(join(foreign, 'postgres', 'foto.jpg'), '')
    const error = await refusal(foreign)
    expect(error).toBeInstanceOf(EmbeddedPostgresError)
    expect(error.message).toContain('DATA_DIR')
  })

  it('shows the last lines of the log when the server ends at once', async () => {
    await postgres.stop()
    const control = join(dataDir, 'postgres/global/pg_control')
    await rename(control, `${control}.weg`)
    expect((await refusal(dataDir)).message).toMatch(/postgres\.log.*pg_control/s)
    await rename(`${control}.weg`, control)
    postgres = await startEmbeddedPostgres({ dataDir, log })
  })
}, 30_000)
