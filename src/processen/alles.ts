/** Everything on one machine: embedded PostgreSQL where none is given, the API here, and a worker in a child process. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Config } from '../platform/config.js';
import { lockDataDir, startEmbeddedPostgres } from '../platform/postgres/index.js';
import type { Momentopname } from '../verwerking/metingen.js';
import { openBeleidsbron } from '../regio/index.js';
import { controleerDeur } from './aanmelding.js';
import { startApi } from './api.js';
import type { Proces, Zeg } from './proces.js';

const SERVER = fileURLToPath(new URL('../server.js', import.meta.url));
const STOPTIJD_MS = 20_000;
/** Pause before a worker that fell over is started again. */
const HERSTART_MS = 1000;

/** Starts a worker and starts it again when it falls over. */
function bewaakWerker(env: NodeJS.ProcessEnv, zeg: Zeg): Proces & { gereed: Promise<void>; momentopnamen(): readonly Momentopname[] } {
  let kind: ChildProcess;
  let stopt = false;
  let momentopname: Momentopname | undefined;
  let herstart: NodeJS.Timeout | undefined;
  let meldGereed: () => void;
  const gereed = new Promise<void>((klaar) => { meldGereed = klaar; });
  const start = (): void => {
    kind = fork(SERVER, ['worker'], { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    kind.on('message', (bericht: { gereed?: true; momentopname?: Momentopname }) => {
      if (bericht.gereed === true) meldGereed();
      momentopname = bericht.momentopname ?? momentopname;
    });
    kind.on('exit', (code, signaal) => {
      if (stopt) return;
      zeg(`Worker gestopt (${signaal ?? code ?? 'onbekend'}); wordt opnieuw gestart.`);
      herstart = setTimeout(start, HERSTART_MS);
    });
  };
  start();
  // A signal to this process alone is passed on; both read the same policy.
  const herlaad = (): void => { kind.kill('SIGHUP'); };
  process.on('SIGHUP', herlaad);
  return {
    gereed,
    momentopnamen: () => (momentopname === undefined ? [] : [momentopname]),
    async stop() {
      stopt = true;
      process.off('SIGHUP', herlaad);
      clearTimeout(herstart);
      if (kind.exitCode !== null || kind.signalCode !== null) return;
      kind.kill('SIGTERM');
      const geduld = setTimeout(() => kind.kill('SIGKILL'), STOPTIJD_MS);
      await once(kind, 'exit');
      clearTimeout(geduld);
    },
  };
}

/** Stops what was started, last first; one part that fails to stop does not keep the others. */
async function stopAlles(gestart: readonly Proces[]): Promise<void> {
  let eerste: unknown;
  for (const deel of [...gestart].reverse()) await deel.stop().catch((fout: unknown) => { eerste ??= fout; });
  if (eerste !== undefined) throw eerste;
}

export async function startAlles(config: Config, zeg: Zeg): Promise<Proces> {
  const begin = performance.now();
  const gestart: Proces[] = [];
  try {
    // A policy that cannot be used stops the start here, before there is anything to stop. So does a door that cannot be built.
    openBeleidsbron(config.regioDir);
    controleerDeur(config);
    let { databaseUrl } = config;
    if (databaseUrl === undefined) {
      const slot = await lockDataDir(config.dataDir);
      gestart.push({ stop: () => slot.release() });
      const postgres = await startEmbeddedPostgres({ dataDir: config.dataDir, log: zeg });
      gestart.push(postgres);
      databaseUrl = postgres.connectionString;
    }
    const metDatabase = { ...config, databaseUrl };
    const momentopnamen: { huidig: () => readonly Momentopname[] } = { huidig: () => [] };
    // The API migrates, so the worker starts after it.
    const api = await startApi(metDatabase, (regel) => { if (!regel.startsWith('API gereed')) zeg(regel); }, () => momentopnamen.huidig());
    const werker = bewaakWerker({ ...process.env, DATABASE_URL: databaseUrl }, zeg);
    momentopnamen.huidig = werker.momentopnamen;
    // The door closes first, then the worker finishes what it has.
    gestart.push(werker, api);
    await werker.gereed;
    zeg(`Wachtrij: BullMQ op ${config.redisUrl === undefined ? 'PostgreSQL' : 'Redis'}; beoordeelt ${config.gelijktijdig} berichten tegelijk.`);
    zeg(`Gereed op ${api.adres} na ${((performance.now() - begin) / 1000).toFixed(1)} s. Stoppen: Ctrl-C.`);
    return { stop: () => stopAlles(gestart) };
  } catch (fout) {
    await stopAlles(gestart).catch(() => undefined);
    throw fout;
  }
}
