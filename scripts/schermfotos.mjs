#!/usr/bin/env node
/**
 * npm run schermfotos                      pictures of all screens of the demo, into docs/schermen/
 *   -- --adres http://127.0.0.1:8080       of a demo that runs already
 *
 * Needs Chromium (docs/schermen.md). Starts `npm run demo` on a free port where no address is given, and stops it afterwards.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bouwOfStop, controleerNode, installeer, WORTEL } from './voorbereiden.mjs';

controleerNode();
installeer();
bouwOfStop();
const { chromium } = await import('playwright-core');

const GEMEENTE = '0363';
const AANBIEDER = '65656103';
const ONBEREIKBAAR = '65656108';
/** A client to whom much has happened, with the seed that the demo has when none is given. */
const BSN = '999900262';
const BREED = 1280;
const SMAL = 360;
/** Longer pages are cut off: the top says what a page is. */
const HOOGSTENS = 1100;
const MAP = join(WORTEL, 'docs/schermen');
const PLEKKEN = [process.env.CHROMIUM ?? '', '/usr/bin/chromium', '/usr/bin/chromium-headless-shell', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** What to look for behind the lists, from the API. */
async function zoek(adres) {
  const haal = async (pad) => (await (await fetch(adres + pad)).json()).items ?? [];
  const [declaratie] = await haal('/v1/berichten?berichtsoort=WMO323&status=deels-goedgekeurd&limiet=1');
  const [mislukt] = await haal('/v1/berichten?terzijde=true&limiet=1');
  const verzoeken = await haal(`/v1/verzoeken?gemeente=${GEMEENTE}&status=onderhanden&limiet=50`);
  const [melding] = await haal(`/v1/vooraankondigingen?gemeente=${GEMEENTE}&status=melding-definitief&limiet=1`);
  const toewijzingen = await (await fetch(`${adres}/v1/toewijzingen/zoek`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ gemeente: GEMEENTE, bsn: BSN }) })).json();
  const nummer = toewijzingen.items?.toSorted((a, b) => b.stops.length + b.versies.length - a.stops.length - a.versies.length)[0]?.toewijzingNummer;
  const [verzoek] = verzoeken.toSorted((a, b) => b.wachtOp.length - a.wachtOp.length || (a.referentieAanbieder < b.referentieAanbieder ? -1 : 1));
  return [
    ['werkvoorraad', '/', { smal: true }],
    ['berichten', '/berichten', { smal: true }],
    ['berichten-afgekeurd', '/berichten?status=afgekeurd'],
    ['bericht', declaratie && `/berichten/${declaratie.id}`],
    ['bericht-mislukt', mislukt && `/berichten/${mislukt.id}`],
    ['toewijzingen', '/toewijzingen', { vul: BSN }],
    ['toewijzing', nummer && `/toewijzingen/${nummer}`, { smal: true }],
    ['verzoeken', '/verzoeken'],
    ['verzoek', verzoek && `/verzoeken/${verzoek.id}`, { smal: true }],
    ['vooraankondigingen', '/vooraankondigingen'],
    ['vooraankondiging', melding && `/vooraankondigingen/${melding.id}`],
    ['vooraankondiging-nieuw', '/vooraankondigingen/nieuw', { partij: AANBIEDER }],
    ['termijnen', '/termijnen'],
    ['wachtlijst', '/wachtlijst'],
    ['productie', '/productie', { smal: true }],
    ['bezorgingen', '/bezorgingen', { partij: ONBEREIKBAAR }],
    ['aanleveren', '/aanleveren', { bestanden: ['WMO301/goedgekeurd-eerste-toewijzing.xml', 'WMO305/afgekeurd-0001-begindatum-na-dagtekening.xml'] }],
  ];
}

/** One picture. @returns why there is none, where there is none */
async function maakFoto(browser, adres, naam, pad, breedte, { partij = GEMEENTE, vul, bestanden } = {}) {
  const context = await browser.newContext({ viewport: { width: breedte, height: 900 }, deviceScaleFactor: 1, locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' });
  try {
    await context.addCookies([{ name: 'iwmo-partij', value: partij, url: adres }]);
    const page = await context.newPage();
    const antwoord = await page.goto(adres + pad, { waitUntil: 'load' });
    if (antwoord.status() >= 400) return `status ${antwoord.status()}`;
    if (vul !== undefined) {
      await page.getByLabel(/Bsn/).first().fill(vul);
      await page.getByRole('button', { name: /zoek/i }).first().click();
      await page.waitForLoadState('load');
    }
    if (bestanden !== undefined) {
      await page.locator('input[type=file]').setInputFiles(bestanden.map((bestand) => join(WORTEL, 'fixtures', bestand)));
      await page.waitForLoadState('networkidle');
    }
    const hoogte = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.screenshot({ path: join(MAP, `${naam}.png`), clip: { x: 0, y: 0, width: breedte, height: Math.min(hoogte, HOOGSTENS) }, fullPage: true, animations: 'disabled' });
    return undefined;
  } finally {
    await context.close();
  }
}

/** @returns address and stop of a demo on a free port */
function startDemo() {
  const proces = spawn(process.execPath, [join(WORTEL, 'scripts/demo.mjs')], { env: { ...process.env, PORT: '0' }, stdio: ['ignore', 'pipe', 'inherit'] });
  let uitvoer = '';
  const adres = new Promise((klaar, faal) => {
    proces.stdout.on('data', (stuk) => {
      uitvoer += String(stuk);
      const gevonden = /Gereed op (http\S+)/.exec(uitvoer);
      if (gevonden) klaar(gevonden[1]);
    });
    proces.once('exit', () => faal(new Error(`De demonstratie stopte:\n${uitvoer}`)));
  });
  return { adres, async stop() {
    if (proces.exitCode !== null) return;
    proces.kill('SIGTERM');
    await once(proces, 'exit');
  } };
}

const { values } = parseArgs({ options: { adres: { type: 'string' } } });
const programma = PLEKKEN.find((pad) => pad !== '' && existsSync(pad));
if (programma === undefined) {
  console.error('Er is geen Chromium gevonden. Installeer die, of zeg met CHROMIUM waar hij staat (docs/schermen.md).');
  process.exit(1);
}
mkdirSync(MAP, { recursive: true });
const demo = values.adres === undefined ? startDemo() : undefined;
try {
  const adres = values.adres?.replace(/\/+$/, '') ?? await demo.adres;
  const browser = await chromium.launch({
    executablePath: programma, env: { ...process.env, LANGUAGE: 'nl_NL' },
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--lang=nl-NL', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  try {
    for (const [naam, pad, opties] of await zoek(adres)) {
      for (const breedte of opties?.smal === true ? [BREED, SMAL] : [BREED]) {
        const bestand = breedte === SMAL ? `${naam}-smal` : naam;
        const reden = pad === undefined ? 'niets gevonden om te laten zien' : await maakFoto(browser, adres, bestand, pad, breedte, opties);
        console.log(`${bestand}: ${reden ?? 'gemaakt'}`);
        if (reden !== undefined) process.exitCode = 1;
      }
    }
  } finally {
    await browser.close();
  }
} finally {
  await demo?.stop();
}
