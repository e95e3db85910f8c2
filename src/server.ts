/**
 * The process: which parts run here, in which order they start and stop.
 *
 *   node dist/server.js          everything: embedded PostgreSQL where no DATABASE_URL is set, the API, and a worker in a child process
 *   node dist/server.js api      only the API      (needs DATABASE_URL)
 *   node dist/server.js worker   only a worker     (needs DATABASE_URL)
 */
import { ConfigFout, leesConfig } from './platform/config.js';
import type { Proces } from './processen/proces.js';

/** Errors that the operator can solve. By name: their classes would have to be loaded, by starts too that end at their configuration. */
const BEGRIJPELIJK = new Set([
  'ConfigFout', 'NieuwereDatabase', 'MigratieWacht', 'DataDirInUseError', 'DataDirUnusableError', 'EmbeddedPostgresError', 'KluisFout', 'RegioFout',
  'SchemaFout', 'ToegangFout']);

function zeg(regel: string): void {
  process.stdout.write(`${regel}\n`);
}

async function start(modus: string): Promise<Proces> {
  const config = leesConfig();
  switch (modus) {
    case 'alles': return (await import('./processen/alles.js')).startAlles(config, zeg);
    case 'api': return (await import('./processen/api.js')).startApi(config, zeg);
    case 'worker': return (await import('./processen/werker.js')).startWerker(config, zeg);
    default: throw new ConfigFout(`Onbekende modus ${modus}; gebruik api, worker of niets.`);
  }
}

/** An error that the operator can solve is one line; anything else keeps its stack for whoever has to find it. */
function legUit(fout: unknown): string {
  if (fout instanceof Error && BEGRIJPELIJK.has(fout.name)) return fout.message;
  if (fout instanceof Error && (fout as { code?: string }).code === 'EADDRINUSE') return 'De poort is al in gebruik. Kies een andere met PORT.';
  return fout instanceof Error ? fout.stack ?? fout.message : String(fout);
}

// Who reads what this says may go away, as a pipe or a terminal does; the work goes on, and ends as tidily.
for (const stroom of [process.stdout, process.stderr]) stroom.on('error', () => undefined);

// A worker under the main process is told to stop by it; Ctrl-C in a terminal reaches the whole group and is for the main process.
const onderOuder = process.send !== undefined && process.argv[2] === 'worker';
const proces = start(process.argv[2] ?? 'alles');
let gestart = false;
let stopt = false;

async function stop(reden: string, code: number): Promise<void> {
  if (stopt) return;
  stopt = true;
  // A part that hangs must not keep the process for ever; the database recovers from what was not finished.
  setTimeout(() => process.exit(1), 30_000).unref();
  if (!onderOuder) zeg(`${reden}; netjes afsluiten…`);
  try {
    await (await proces).stop();
  } catch {
    code = 1;
  }
  process.exit(code);
}

process.on('SIGINT', () => { if (!onderOuder) void stop('SIGINT ontvangen', 0); });
process.on('SIGTERM', () => { void stop('SIGTERM ontvangen', 0); });
/** How often in milliseconds a worker looks whether its main process is still there. */
const OUDER_MS = 1000;
if (onderOuder) volgOuder();

/**
 * Ends this worker when its main process is gone. The closing of the channel tells so once, to whoever listens at that moment: a main process
 * that died while this one was still being loaded has told nobody. So it is looked at as well, now and from time to time.
 */
function volgOuder(): void {
  const ouder = process.ppid;
  const weg = (): void => {
    // Nothing is under way in a process that has not begun, and beginning may wait for a database that went with the main process.
    if (!gestart) process.exit(1);
    void stop('Hoofdproces weg', 0);
  };
  const kijk = (): void => { if (!process.connected || process.ppid !== ouder) weg(); };
  process.on('disconnect', weg);
  // A message that cannot be sent any more is no error: it is how a sender learns that nobody listens.
  process.on('error', kijk);
  setInterval(kijk, OUDER_MS).unref();
  kijk();
}

proces.then(() => { gestart = true; }).catch((fout: unknown) => {
  process.stderr.write(`${legUit(fout)}\n`);
  process.exit(1);
});
