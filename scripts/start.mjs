#!/usr/bin/env node
/**
 * npm start, npm run api, npm run worker: installs and builds when needed, then starts the server in this same process, so that signals
 * arrive where they belong. Uses nothing but Node itself until the install is there.
 */
import { bouwOfStop, controleerNode, installeer, volgNpm } from './voorbereiden.mjs';

const modus = process.argv[2] ?? 'alles';
controleerNode();
installeer();
bouwOfStop();
process.argv = [process.argv[0], process.argv[1], modus];
volgNpm();
await import('../dist/server.js');
