#!/usr/bin/env node
/**
 * npm test: installs and builds when needed, then type check, lint, generated files, and all tests, once more over Redis where REDIS_URL
 * answers. Every step runs even when an earlier one failed; ends with one line `N passed, N failed`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bouw, controleerNode, installeer, WORTEL } from './voorbereiden.mjs';

controleerNode();
installeer();

const tel = { passed: 0, failed: 0, skipped: 0 };
const map = mkdtempSync(join(tmpdir(), 'iwmo-uitslag-'));

function draai(opdracht, argumenten, env = {}) {
  return new Promise((klaar) => {
    const kind = spawn(opdracht, argumenten, { cwd: WORTEL, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } });
    kind.on('exit', (code) => klaar(code ?? 1));
    kind.on('error', () => klaar(1));
  });
}

async function controle(naam, argumenten) {
  const begin = performance.now();
  const code = await draai(process.execPath, argumenten);
  console.log(`${code === 0 ? 'ok   ' : 'FOUT '} ${naam} (${((performance.now() - begin) / 1000).toFixed(1)} s)`);
  tel[code === 0 ? 'passed' : 'failed']++;
}

async function tests(naam, argumenten, env) {
  const uitslag = join(map, `${naam}.json`);
  const code = await draai(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json',
    `--outputFile.json=${uitslag}`, ...argumenten], env);
  if (!existsSync(uitslag)) {
    console.log(`FOUT  ${naam}: vitest gaf geen uitslag (afsluitcode ${code})`);
    tel.failed++;
    return;
  }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numFailedTestSuites } = JSON.parse(readFileSync(uitslag, 'utf8'));
  tel.passed += numPassedTests;
  tel.failed += numFailedTests;
  tel.skipped += numPendingTests + numTodoTests;
  // A file that could not even be loaded, or an error outside any test, is a failure that no test counts.
  if (code !== 0 && numFailedTests === 0) tel.failed += Math.max(1, numFailedTestSuites);
}

function redisAntwoordt(url) {
  return new Promise((klaar) => {
    const { hostname, port } = new URL(url);
    const verbinding = connect({ host: hostname, port: Number(port || 6379), timeout: 1000 }, () => { verbinding.write('PING\r\n'); });
    const einde = (uitkomst) => { verbinding.destroy(); klaar(uitkomst); };
    verbinding.on('data', () => einde(true));
    verbinding.on('error', () => einde(false));
    verbinding.on('timeout', () => einde(false));
  });
}

/** Redis is tried where it is named, else where it usually is; without one that part is skipped, visibly. */
const redisUrl = process.env.REDIS_URL || 'redis://127.0.0.1:6379/9';
const metRedis = await redisAntwoordt(redisUrl);

try {
  bouw();
  await controle('gegenereerde bestanden', ['scripts/genereer.mjs', '--controleer']);
  await controle('typecontrole', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json']);
  await controle('lint', ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0']);
  const vergelijker = join(WORTEL, '../shared/tools/xsd_gelijk.py');
  if (existsSync(vergelijker)) {
    const { status, stdout } = spawnSync('python3', [vergelijker, 'schemas/iwmo/3.2'], { cwd: WORTEL, encoding: 'utf8' });
    console.log(`${status === 0 ? 'ok   ' : 'FOUT '} schema's gelijk aan de gepubliceerde: ${String(stdout).trim().split('\n').at(-1)}`);
    tel[status === 0 ? 'passed' : 'failed']++;
  } else {
    console.log("OVERGESLAGEN  vergelijking met de gepubliceerde schema's: ../shared is er niet");
    tel.skipped++;
  }
  if (!metRedis) console.log('OVERGESLAGEN  tests over Redis: er antwoordt geen Redis (REDIS_URL)');
  await tests('alles', [], { TEST_REDIS_URL: metRedis ? redisUrl : '' });
} finally {
  rmSync(map, { recursive: true, force: true });
}
console.log(`${tel.passed} passed, ${tel.failed} failed${tel.skipped > 0 ? `, ${tel.skipped} skipped` : ''}`);
process.exitCode = tel.failed === 0 && tel.passed > 0 ? 0 : 1;
