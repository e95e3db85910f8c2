#!/usr/bin/env node
/**
 * npm start, npm run api, npm run worker: installs and builds when needed, then starts the server in this same process, so that signals
 * arrive where they belong. Uses nothing but Node itself until the install is there.
 */
import { bouwOfStop, controleerNode, installeer } from './voorbereiden.mjs';

const modus = process.argv[2] ?? 'alles';
controleerNode();
installeer();
bouwOfStop();
process.argv = [process.argv[0], process.argv[1], modus];
// npm passes SIGTERM on to the shell between it and us, which dies and tells nobody. Losing that parent means: stop.
if (process.env.npm_lifecycle_event !== undefined && process.platform !== 'win32') {
  const ouder = process.ppid;
  const wacht = setInterval(() => {
    if (process.ppid === ouder) return;
    clearInterval(wacht);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  wacht.unref();
}
await import('../dist/server.js');
