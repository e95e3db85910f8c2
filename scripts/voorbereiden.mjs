/** Steps that bring a clean clone to where it can run: the right Node, the dependencies of the lock file, a build of the sources. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const WORTEL = fileURLToPath(new URL('..', import.meta.url));
const MINIMUM = [20, 10];

export function controleerNode() {
  const [hoofd, bij] = process.versions.node.split('.').map(Number);
  if (hoofd > MINIMUM[0] || (hoofd === MINIMUM[0] && bij >= MINIMUM[1])) return;
  console.error(`Node ${MINIMUM.join('.')} of nieuwer is nodig; dit is ${process.versions.node}.`);
  process.exit(1);
}

function hash(...delen) {
  const som = createHash('sha256');
  for (const deel of delen) som.update(deel);
  return som.digest('hex');
}

function lees(pad) {
  return existsSync(pad) ? readFileSync(pad, 'utf8') : '';
}

function lukt(opdracht, argumenten, mislukt) {
  const { status, error } = spawnSync(opdracht, argumenten, { cwd: WORTEL, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' });
  if (status !== 0) console.error(`${mislukt}${error ? ` (${error.message})` : ''}`);
  return status === 0;
}

/** Whether what npm says is installed is what the lock file asks, leaving optional packages for other machines aside. */
function isGeinstalleerd() {
  try {
    const gevraagd = JSON.parse(lees(join(WORTEL, 'package-lock.json'))).packages;
    const aanwezig = JSON.parse(lees(join(WORTEL, 'node_modules/.package-lock.json'))).packages;
    return Object.entries(gevraagd).every(([pad, { version, optional }]) => pad === '' || optional === true || aanwezig[pad]?.version === version);
  } catch {
    return false;
  }
}

/** Installs exactly what the lock file says, once per lock file. Development packages too: the build needs the compiler. */
export function installeer() {
  const stempel = join(WORTEL, 'node_modules/.iwmo-installatie');
  const nodig = hash(lees(join(WORTEL, 'package-lock.json')));
  if (lees(stempel) === nodig && existsSync(join(WORTEL, 'node_modules/typescript'))) return;
  if (isGeinstalleerd()) {
    writeFileSync(stempel, nodig);
    return;
  }
  console.log('Pakketten installeren (npm ci)…');
  const argumenten = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  if (!lukt('npm', argumenten, 'De installatie is mislukt; zie hierboven.')) process.exit(1);
  writeFileSync(stempel, nodig);
}

function bronnen(map) {
  return readdirSync(map, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((item) => (item.isDirectory() ? bronnen(join(map, item.name)) : [join(map, item.name)]));
}

/**
 * Builds dist/ when the sources changed since the last build.
 * @param metTypen whether a type error is a reason to fail; without, the build takes a third of the time
 * @returns whether dist/ is what the sources say; when not, why has been told
 */
export function bouw({ metTypen = true } = {}) {
  const stempel = join(WORTEL, 'dist/.iwmo-bouw');
  const paden = [...bronnen(join(WORTEL, 'src')), join(WORTEL, 'tsconfig.json'), join(WORTEL, 'tsconfig.build.json')];
  const nodig = hash(...paden.flatMap((pad) => [pad.slice(WORTEL.length), readFileSync(pad)]));
  if (lees(stempel) === nodig) return true;
  console.log('Bouwen…');
  const tsc = [join(WORTEL, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json', ...(metTypen ? [] : ['--noCheck'])];
  if (!lukt(process.execPath, tsc, 'Het bouwen is mislukt; zie hierboven.')) return false;
  chmodSync(join(WORTEL, 'dist/koppelvlakken/cli/iwmo.js'), 0o755);
  writeFileSync(stempel, nodig);
  return true;
}

/** Builds, or ends the process: for what cannot do without. */
export function bouwOfStop() {
  if (!bouw()) process.exit(1);
}

/**
 * Stops this process with its parent when npm started it: npm passes SIGTERM on to the shell between it and us, which dies and tells nobody.
 * Losing that parent means: stop.
 */
export function volgNpm() {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  const ouder = process.ppid;
  const wacht = setInterval(() => {
    if (process.ppid === ouder) return;
    clearInterval(wacht);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  wacht.unref();
}
