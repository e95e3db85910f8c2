#!/usr/bin/env node
/**
 * npm run test:chaos [berichten]: 5,000 mixed messages while everything is killed at random, once over each queue, and 100,000 messages, good,
 * bad and hostile, through the checks with the memory watched. Bounded to ten minutes; ends with one line `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { bouwOfStop, controleerNode, installeer, WORTEL } from './voorbereiden.mjs';

controleerNode();
installeer();
bouwOfStop();
const begin = performance.now();
const GRENS_MS = 600_000;
const berichten = process.argv[2] ?? '5000';
let [gelukt, mislukt] = [0, 0];
const draai = (naam, argumenten, env = {}) => {
  const over = GRENS_MS - (performance.now() - begin);
  const { status } = spawnSync(process.execPath, argumenten, {
    cwd: WORTEL, stdio: 'inherit', env: { ...process.env, ...env }, timeout: Math.max(1, over), killSignal: 'SIGTERM' });
  if (status === 0) gelukt++;
  else mislukt++;
  console.log(`${status === 0 ? 'ok   ' : 'FOUT '} ${naam} (na ${((performance.now() - begin) / 1000).toFixed(0)} s)`);
};
draai('alles omver', ['node_modules/vitest/vitest.mjs', 'run', 'test/e2e/chaos.test.ts'], { CHAOS_BERICHTEN: berichten });
draai('honderdduizend berichten', ['scripts/soak.mjs', '100000']);
console.log(`${gelukt} passed, ${mislukt} failed`);
process.exitCode = mislukt === 0 ? 0 : 1;
