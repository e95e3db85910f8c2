/** An earlier state of this project, built from its history, to run beside the present one. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const WORTEL = fileURLToPath(new URL('../..', import.meta.url));

/** Whether the history goes back to that commit; not so in an archive or a shallow clone. */
export function kentCommit(commit: string): boolean {
  return spawnSync('git', ['cat-file', '-e', `${commit}^{commit}`], { cwd: WORTEL }).status === 0;
}

/** Builds that commit in a folder of its own, with the packages that are installed here. */
export function bouwVersie(commit: string): { readonly server: string; verwijder(): void } {
  const map = mkdtempSync(join(tmpdir(), 'iwmo-vorige-'));
  const archief = execFileSync('git', ['archive', commit, 'src', 'migrations', 'schemas', 'package.json', 'tsconfig.json', 'tsconfig.build.json'],
    { cwd: WORTEL, maxBuffer: 200_000_000 });
  execFileSync('tar', ['-x', '-C', map], { input: archief });
  symlinkSync(join(WORTEL, 'node_modules'), join(map, 'node_modules'));
  execFileSync(process.execPath, [join(WORTEL, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json', '--noCheck'], { cwd: map });
  return { server: join(map, 'dist/server.js'), verwijder: () => { rmSync(map, { recursive: true, force: true }); } };
}
