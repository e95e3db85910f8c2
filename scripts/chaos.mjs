#!/usr/bin/env node
/**
 * npm run test:chaos [berichten]: everything that breaks at once. 5,000 mixed messages while all processes, PostgreSQL and Redis are killed
 * at random; a disk that is full and connections that are gone; clocks that jump; and 100,000 messages, good, bad and hostile, through the
 * checks with the memory watched. Ends with one line `N passed, N failed`.
 *
 * Bounded to ten minutes on two processors. So the 5,000 are divided: 2,500 over the queue in PostgreSQL and the same 2,500 over the one in
 * Redis, which also lets one undisturbed replay stand beside both. Without a redis-server all 5,000 go over PostgreSQL.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { bouwOfStop, controleerNode, installeer, WORTEL } from './voorbereiden.mjs';

controleerNode();
installeer();
bouwOfStop();
const begin = performance.now();
const GRENS_MS = 600_000;
/** What a part that is over its time gets to clean up. */
const OPRUIMEN_MS = 10_000;
const berichten = Number(process.argv[2] ?? 5000);
const metRedis = spawnSync('redis-server', ['--version']).status === 0;
if (!metRedis) console.log('OVERGESLAGEN  de wachtrij in Redis: er is geen redis-server');
let [gelukt, mislukt] = [0, 0];

async function draai(naam, argumenten, env = {}) {
  // A process group of its own, so that what has to be ended is ended with all that it started.
  const kind = spawn(process.execPath, argumenten, { cwd: WORTEL, stdio: 'inherit', detached: true, env: { ...process.env, ...env } });
  const einde = (signaal) => () => {
    try {
      process.kill(-kind.pid, signaal);
    } catch {
      // It is gone already.
    }
  };
  const over = Math.max(0, GRENS_MS - OPRUIMEN_MS - (performance.now() - begin));
  const klokken = [setTimeout(einde('SIGTERM'), over), setTimeout(einde('SIGKILL'), over + OPRUIMEN_MS)];
  const signalen = ['SIGINT', 'SIGTERM'].map((signaal) => [signaal, einde('SIGTERM')]);
  for (const [signaal, doe] of signalen) process.on(signaal, doe);
  const [status] = await once(kind, 'exit');
  for (const klok of klokken) clearTimeout(klok);
  for (const [signaal, doe] of signalen) process.off(signaal, doe);
  einde('SIGKILL')();
  if (status === 0) gelukt++;
  else mislukt++;
  console.log(`${status === 0 ? 'ok   ' : 'FOUT '} ${naam} (na ${((performance.now() - begin) / 1000).toFixed(0)} s)`);
}

const proef = (...bestanden) => ['node_modules/vitest/vitest.mjs', 'run', '--project', 'integratie', ...bestanden.map((naam) => `test/e2e/${naam}.test.ts`)];
await draai('schijf vol en verbindingen op', proef('vol'), { CHAOS_BERICHTEN: '1' });
await draai('alles omver', proef('chaos'), { CHAOS_BERICHTEN: String(metRedis ? Math.ceil(berichten / 2) : berichten) });
await draai('honderdduizend berichten', ['scripts/soak.mjs', '100000']);
console.log(`${gelukt} passed, ${mislukt} failed`);
process.exitCode = mislukt === 0 ? 0 : 1;
