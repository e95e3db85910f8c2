#!/usr/bin/env node
/**
 * npm run demo                       a gateway with an invented gemeente: 200 clients, two years of traffic; made the first time, kept after that
 *   -- --opnieuw                     makes it anew
 *   -- --seed TEKST                  another one; the same text gives the same demo
 *   -- --maak                        only makes it, starts nothing
 *
 * In ./data-demo, or in DATABASE_URL when that is empty or holds a demo: a database with anything else in it is refused. PORT and HOST as for npm start.
 */
import { parseArgs } from 'node:util';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { bouwOfStop, controleerNode, installeer, volgNpm, WORTEL } from './voorbereiden.mjs';

controleerNode();
const aanroep = lees();
installeer();
bouwOfStop();
volgNpm();
// Only now, because the rest uses packages and the build.
const { leesConfig } = await import('../dist/platform/config.js');
const { lockDataDir, startEmbeddedPostgres } = await import('../dist/platform/postgres/index.js');
const { startAlles } = await import('../dist/processen/alles.js');
const { bekijk } = await import('./demo/database.mjs');
const { demoOmgeving, GEWOON, maakDemo } = await import('./demo/maken.mjs');
const { wegwijzer } = await import('./demo/wegwijzer.mjs');

/** Errors that say themselves what to do. */
const BEGRIJPELIJK = new Set(['AndereDatabase', 'ConfigFout', 'DataDirInUseError', 'DataDirUnusableError', 'EmbeddedPostgresError', 'KluisFout', 'NieuwereDatabase', 'Gebruiksfout']);

const zeg = (regel) => { process.stdout.write(`${regel}\n`); };
let gateway;
let stopt = false;

function lees() {
  try {
    return parseArgs({ options: { opnieuw: { type: 'boolean', default: false }, seed: { type: 'string' }, maak: { type: 'boolean', default: false } } }).values;
  } catch (fout) {
    console.error(`${fout.message}\nGebruik: npm run demo -- [--opnieuw] [--seed TEKST] [--maak]`);
    process.exit(2);
  }
}

class Gebruiksfout extends Error {
  name = 'Gebruiksfout';
}

/** @throws Gebruiksfout when somebody listens there already: better known before the work than after it */
async function eisVrijePoort({ host, port }) {
  const proef = createServer();
  await new Promise((klaar, faal) => {
    proef.once('error', ({ code }) => faal(new Gebruiksfout(code === 'EADDRINUSE' ? `Poort ${port} is al in gebruik. Kies een andere met PORT.`
      : `Op ${host}:${port} kan niet worden geluisterd (${code}). Kies andere met HOST en PORT.`)));
    proef.listen(port, host, klaar);
  });
  await new Promise((klaar) => { proef.close(klaar); });
}

/** Makes the demo where there is none, or where that was asked. */
async function zorgVoorDemo(env) {
  const wat = { ...GEWOON, seed: aanroep.seed ?? GEWOON.seed };
  const kenmerk = await bekijk(env.DATABASE_URL);
  const anders = kenmerk !== undefined && aanroep.seed !== undefined && kenmerk.seed !== aanroep.seed;
  if (anders && !aanroep.opnieuw) throw new Gebruiksfout(`Hier staat al een demonstratie met seed ${kenmerk.seed}. Vervang die met --opnieuw.`);
  if (kenmerk?.klaar === true && !aanroep.opnieuw) {
    zeg('De demonstratie van de vorige keer wordt gebruikt. Opnieuw maken: npm run demo -- --opnieuw');
    return;
  }
  zeg(`Demonstratie maken: ${wat.clienten} verzonnen cliënten, ${wat.maanden} maanden berichten. Dat duurt ongeveer een minuut.`);
  const begin = performance.now();
  const { events } = await maakDemo(env, wat, (jaar) => { zeg(`  ${jaar}…`); });
  zeg(`Klaar: ${events.length} gebeurtenissen in ${((performance.now() - begin) / 1000).toFixed(0)} s.`);
}

async function start() {
  const env = demoOmgeving(process.env, join(WORTEL, 'data-demo'));
  const config = leesConfig(env);
  if (!aanroep.maak) await eisVrijePoort(config);
  if (config.databaseUrl === undefined) {
    const slot = await lockDataDir(config.dataDir);
    const postgres = await startEmbeddedPostgres({ dataDir: config.dataDir, log: zeg });
    try {
      await zorgVoorDemo({ ...env, DATABASE_URL: postgres.connectionString });
    } finally {
      await postgres.stop();
      await slot.release();
    }
  } else await zorgVoorDemo(env);
  if (aanroep.maak || stopt) return;
  // The worker gets its settings from the environment.
  for (const naam of Object.keys(process.env)) if (!(naam in env)) delete process.env[naam];
  Object.assign(process.env, env);
  gateway = await startAlles(config, (regel) => {
    const adres = /^Gereed op (\S+)/.exec(regel)?.[1];
    zeg(adres === undefined ? regel : `${regel}\n\n${wegwijzer(adres)}`);
  });
  if (stopt) await gateway.stop();
}

async function stop() {
  if (stopt) process.exit(130);
  stopt = true;
  setTimeout(() => process.exit(1), 30_000).unref();
  if (gateway === undefined) {
    zeg('Wordt afgebroken zodra dat kan; nog eens Ctrl-C breekt meteen af.');
    return;
  }
  zeg('Netjes afsluiten…');
  await gateway.stop().then(() => process.exit(0), () => process.exit(1));
}

process.on('SIGINT', () => void stop());
process.on('SIGTERM', () => void stop());
await start().catch((fout) => {
  console.error(BEGRIJPELIJK.has(fout?.name) ? fout.message : fout?.stack ?? String(fout));
  process.exit(1);
});
if (stopt || aanroep.maak) process.exit(stopt ? 130 : 0);
