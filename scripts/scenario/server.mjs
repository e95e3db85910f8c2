/** A gateway for a while: on an embedded database in a temporary folder, gone afterwards. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WORTEL } from '../voorbereiden.mjs';

/** Settings of the user that would make the gateway another than the one that scenarios expect. */
const NIET_MEE = new Set(['DATABASE_URL', 'REDIS_URL', 'REGIO_DIR', 'SCHEMA_DIR', 'NODE_ENV']);

/**
 * Starts a gateway with a fixed system date on a free port. `adres` resolves when it is ready, and rejects with what it said when it does
 * not get there; `stop` may be called at any moment and takes the folder away.
 */
export function startTijdelijk(vandaag) {
  const map = mkdtempSync(join(tmpdir(), 'iwmo-scenario-'));
  const omgeving = Object.fromEntries(Object.entries(process.env).filter(([naam]) => !NIET_MEE.has(naam)));
  const proces = spawn(process.execPath, [join(WORTEL, 'dist/server.js')], {
    env: { ...omgeving, DATA_DIR: map, HOST: '127.0.0.1', PORT: '0', AUTH: 'uit', LOG_LEVEL: 'warn', VANDAAG: vandaag },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const geeindigd = once(proces, 'exit').finally(() => rmSync(map, { recursive: true, force: true }));
  let uitvoer = '';
  const adres = new Promise((klaar, fout) => {
    for (const stroom of [proces.stdout, proces.stderr]) {
      stroom.on('data', (stuk) => {
        uitvoer += String(stuk);
        const gevonden = /Gereed op (http\S+)/.exec(uitvoer);
        if (gevonden) klaar(gevonden[1]);
      });
    }
    geeindigd.then(() => fout(new Error(`De tijdelijke gateway stopte:\n${uitvoer}`)), fout);
  });
  adres.catch(() => undefined);
  return {
    adres,
    async stop() {
      if (proces.exitCode === null && proces.signalCode === null) proces.kill('SIGTERM');
      await geeindigd;
    },
  };
}
