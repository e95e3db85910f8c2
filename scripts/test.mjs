#!/usr/bin/env node
/**
 * npm test: installs and builds when needed, then all tests, once more over Redis where REDIS_URL answers, with beside them the generated
 * files, the type check and the lint. Every step runs even when another failed; ends with one line `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bouw, controleerNode, installeer, WORTEL } from './voorbereiden.mjs';

controleerNode();
installeer();

const tel = { passed: 0, failed: 0, skipped: 0 };
const map = mkdtempSync(join(tmpdir(), 'iwmo-uitslag-'));

/** Runs a command to its end. What it says is kept, for whatever runs beside the tests, or goes straight on. */
function draai(opdracht, argumenten, { env = {}, bewaar = false } = {}) {
  return new Promise((klaar) => {
    const uit = bewaar ? 'pipe' : 'inherit';
    const kind = spawn(opdracht, argumenten, { cwd: WORTEL, stdio: ['ignore', uit, uit], env: { ...process.env, ...env } });
    let uitvoer = '';
    kind.stdout?.on('data', (stuk) => { uitvoer += String(stuk); });
    kind.stderr?.on('data', (stuk) => { uitvoer += String(stuk); });
    kind.on('close', (code) => klaar({ code: code ?? 1, uitvoer }));
    kind.on('error', (fout) => klaar({ code: 1, uitvoer: fout.message }));
  });
}

/** @returns what to tell about it once the tests have had their say */
async function controle(naam, opdracht, argumenten) {
  const begin = performance.now();
  const { code, uitvoer } = await draai(opdracht, argumenten, { bewaar: true });
  tel[code === 0 ? 'passed' : 'failed']++;
  return `${uitvoer.trimEnd()}\n${code === 0 ? 'ok   ' : 'FOUT '} ${naam} (${((performance.now() - begin) / 1000).toFixed(1)} s)`;
}

/** One after the other, so that the tests keep most of the processors. */
async function controles() {
  const verslag = [
    await controle('gegenereerde bestanden', process.execPath, ['scripts/genereer.mjs', '--controleer']),
    await controle('typecontrole en lint', process.execPath, ['scripts/controles.mjs']),
  ];
  const vergelijker = join(WORTEL, '../shared/tools/xsd_gelijk.py');
  if (existsSync(vergelijker)) {
    verslag.push(await controle("schema's gelijk aan de gepubliceerde", 'python3', [vergelijker, 'schemas/iwmo/3.2']));
  } else {
    verslag.push("OVERGESLAGEN  vergelijking met de gepubliceerde schema's: ../shared is er niet");
    tel.skipped++;
  }
  return verslag.join('\n');
}

async function tests(naam, argumenten, env) {
  const uitslag = join(map, `${naam}.json`);
  const { code } = await draai(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json',
    `--outputFile.json=${uitslag}`, ...argumenten], { env });
  if (!existsSync(uitslag)) {
    console.log(`FOUT  ${naam}: vitest gaf geen uitslag (afsluitcode ${code})`);
    tel.failed++;
    return;
  }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(readFileSync(uitslag, 'utf8'));
  // A file that could not even be loaded, or an error outside any test, is a failure that no test counts.
  const zonderTest = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.every((een) => een.status !== 'failed'));
  const mislukt = numFailedTests + zonderTest.length;
  tel.passed += numPassedTests;
  tel.failed += code !== 0 && mislukt === 0 ? 1 : mislukt;
  tel.skipped += numPendingTests + numTodoTests;
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
  // The types are worked out once, beside the tests. What does not build is tested as far as it goes.
  if (!bouw({ metTypen: false })) tel.failed++;
  if (!metRedis) console.log('OVERGESLAGEN  tests over Redis: er antwoordt geen Redis (REDIS_URL)');
  const [verslag] = await Promise.all([controles(), tests('alles', [], { TEST_REDIS_URL: metRedis ? redisUrl : '' })]);
  console.log(`\n${verslag}\n`);
} finally {
  rmSync(map, { recursive: true, force: true });
}
console.log(`${tel.passed} passed, ${tel.failed} failed${tel.skipped > 0 ? `, ${tel.skipped} skipped` : ''}`);
process.exitCode = tel.failed === 0 && tel.passed > 0 ? 0 : 1;
