#!/usr/bin/env node
/**
 * npm run test:bijwerken: from earlier states of the project, built from the git history, to this one, with messages coming in all the while. Skips
 * visibly what the history does not have; ends with one line `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bouwOfStop, controleerNode, installeer, WORTEL } from './voorbereiden.mjs';

controleerNode();
installeer();
bouwOfStop();
const map = mkdtempSync(join(tmpdir(), 'iwmo-bijwerken-'));
try {
  const uitslag = join(map, 'uitslag.json');
  const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', 'test/e2e/bijwerken.test.ts', '--reporter=default', '--reporter=json',
    `--outputFile.json=${uitslag}`], { cwd: WORTEL, stdio: 'inherit', env: { ...process.env, BIJWERKEN: '1' } });
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(uitslag, 'utf8'));
  if (numPendingTests > 0) console.log('OVERGESLAGEN  een eerdere versie: de git-geschiedenis gaat niet ver genoeg terug');
  const mislukt = status === 0 ? numFailedTests : Math.max(1, numFailedTests);
  console.log(`${numPassedTests} passed, ${mislukt} failed${numPendingTests > 0 ? `, ${numPendingTests} skipped` : ''}`);
  process.exitCode = mislukt === 0 ? 0 : 1;
} finally {
  rmSync(map, { recursive: true, force: true });
}
