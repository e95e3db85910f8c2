/**
 * The process: which parts run here, in which order they start and stop.
 *
 *   node dist/server.js          everything: embedded PostgreSQL where no DATABASE_URL is set, the API, and a worker in a child process
 *   node dist/server.js api      only the API      (needs DATABASE_URL)
 *   node dist/server.js worker   only a worker     (needs DATABASE_URL)
 */
import { ToegangFout } from './platform/aanmelding/index.js';
import { ConfigFout, leesConfig } from './platform/config.js';
import { KluisFout } from './platform/kluis/kluis.js';
import { NieuwereDatabase } from './platform/migraties.js';
import { DataDirInUseError, DataDirUnusableError, EmbeddedPostgresError } from './platform/postgres/index.js';
import { startAlles } from './processen/alles.js';
import { startApi } from './processen/api.js';
import type { Proces } from './processen/proces.js';
import { startWerker } from './processen/werker.js';
import { RegioFout } from './regio/contracten.js';
import { SchemaFout } from './verwerking/schemas.js';

const BEGRIJPELIJK = [
  ConfigFout, KluisFout, NieuwereDatabase, DataDirInUseError, DataDirUnusableError, EmbeddedPostgresError, RegioFout, SchemaFout, ToegangFout];

function zeg(regel: string): void {
  process.stdout.write(`${regel}\n`);
}

async function start(modus: string): Promise<Proces> {
  const config = leesConfig();
  switch (modus) {
    case 'alles': return startAlles(config, zeg);
    case 'api': return startApi(config, zeg);
    case 'worker': return startWerker(config, zeg);
    default: throw new ConfigFout(`Onbekende modus ${modus}; gebruik api, worker of niets.`);
  }
}

/** An error that the operator can solve is one line; anything else keeps its stack for whoever has to find it. */
function legUit(fout: unknown): string {
  if (fout instanceof Error && BEGRIJPELIJK.some((soort) => fout instanceof soort)) return fout.message;
  if (fout instanceof Error && (fout as { code?: string }).code === 'EADDRINUSE') return 'De poort is al in gebruik. Kies een andere met PORT.';
  return fout instanceof Error ? fout.stack ?? fout.message : String(fout);
}

// A worker under the main process is told to stop by it; Ctrl-C in a terminal reaches the whole group and is for the main process.
const onderOuder = process.send !== undefined && process.argv[2] === 'worker';
const proces = start(process.argv[2] ?? 'alles');
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
if (onderOuder) process.on('disconnect', () => { void stop('Hoofdproces weg', 0); });

proces.catch((fout: unknown) => {
  process.stderr.write(`${legUit(fout)}\n`);
  process.exit(1);
});
