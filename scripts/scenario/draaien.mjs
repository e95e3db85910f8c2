/** The command `npm run scenario` on an installed and built tree: what it reads, does and says. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { leesBericht } from '../../dist/standaard/xml/lezen.js';
import { WORTEL } from '../voorbereiden.mjs';
import { leesScenario, perDatum, ScenarioFout, scenarionamen } from './lezen.mjs';
import { codesPerKlasse, opVolgorde, verschillen, zonderEigen } from './vergelijken.mjs';

const WACHT_SECONDEN = 30;

class Gebruiksfout extends Error {}

function leesAanroep(argumenten) {
  try {
    const { values, positionals } = parseArgs({
      args: argumenten, allowPositionals: true,
      options: {
        alle: { type: 'boolean', default: false }, kort: { type: 'boolean', default: false }, adres: { type: 'string' },
        map: { type: 'string', default: join(WORTEL, 'fixtures/scenarios') },
      },
    });
    return { ...values, namen: positionals };
  } catch (fout) {
    const [optie] = /--?[\w-]+/.exec(fout.message) ?? [];
    throw new Gebruiksfout(optie === undefined ? 'De aanroep klopt niet.' : `De optie ${optie} bestaat niet of is niet goed gebruikt.`);
  }
}

/** Posts a message and waits for its assessment; gives the resource and the answer as read. */
async function lever(adres, { bytes }) {
  const post = await fetch(`${adres}/v1/berichten`, {
    method: 'POST', headers: { 'Content-Type': 'application/xml', Prefer: `wait=${WACHT_SECONDEN}` }, body: bytes,
  });
  if (post.status === 202) throw new Error(`na ${WACHT_SECONDEN} seconden is er nog geen oordeel; kijk in het logboek van de gateway`);
  if (post.status !== 200) throw new Error(`het bericht kreeg status ${post.status}: ${await post.text()}`);
  const resource = await post.json();
  if (resource.antwoord === undefined) throw new Error(`er is geen antwoord; de status is ${resource.status}`);
  const antwoord = await fetch(adres + resource.antwoord.href);
  if (antwoord.status !== 200) throw new Error(`het antwoord kreeg status ${antwoord.status}`);
  return { resource, antwoord: leesBericht(resource.antwoord.berichtsoort, new Uint8Array(await antwoord.arrayBuffer())) };
}

/** What of a step is not as expected, as lines. */
function afwijkingen({ verwacht }, { resource, antwoord }) {
  const soort = verwacht.antwoordsoort;
  const gevonden = resource.antwoord.berichtsoort;
  const toon = (waarde) => (waarde === undefined ? 'niets' : JSON.stringify(waarde));
  return [
    ...verschillen(verwacht.status, resource.status, 'status'),
    ...verschillen(opVolgorde(verwacht.bevindingen), opVolgorde(resource.bevindingen), 'bevindingen'),
    ...(gevonden === soort
      ? verschillen(zonderEigen(soort, leesBericht(soort, verwacht.antwoord)), zonderEigen(soort, antwoord), soort)
      : verschillen(soort, gevonden, 'antwoord')),
  ].map(({ pad, verwacht: hoort, gekregen }) => `${pad}: verwacht ${toon(hoort)}, gekregen ${toon(gekregen)}`);
}

function toonCodes(soort, antwoord) {
  const codes = codesPerKlasse(antwoord);
  const bedrag = antwoord.DeclaratieAntwoord?.TotaalToegekendBedrag;
  const toegekend = bedrag && ` (toegekend ${bedrag.DebetCredit === 'C' ? '-' : ''}${(bedrag.TotaalBedrag / 100).toFixed(2)} euro)`;
  return `${soort}: ${codes.length === 0 ? 'geen retourcodes' : codes.map(([klasse, lijst]) => `${klasse} ${lijst.join('+')}`).join(', ')}${toegekend ?? ''}`;
}

/** Runs one scenario; gives the number of steps that were not as expected. */
async function draai(adres, scenario, { kort }, zeg) {
  zeg(`\n${scenario.naam}: ${scenario.titel}`);
  if (!kort) zeg(`  ${scenario.toont}`);
  let anders = 0;
  for (const stap of scenario.stappen) {
    const uitkomst = await lever(adres, stap).catch((fout) => {
      throw new Error(`${scenario.naam}, ${stap.bestand}: ${fout.message}`, { cause: fout });
    });
    const { resource, antwoord } = uitkomst;
    const fouten = afwijkingen(stap, uitkomst);
    if (fouten.length > 0) anders++;
    if (kort && fouten.length === 0) continue;
    zeg(`  ${String(stap.nummer).padStart(2)}. ${stap.berichtsoort} van ${resource.afzender} aan ${resource.ontvanger}: ${stap.wat}`);
    zeg(`      ${resource.status}; ${toonCodes(resource.antwoord.berichtsoort, antwoord)}`);
    for (const { regel, pad, melding } of resource.bevindingen) zeg(`      ${regel} ${pad}\n        ${melding}`);
    zeg(fouten.length === 0 ? '      zoals verwacht' : `      ANDERS DAN VERWACHT (${stap.bestand}):`);
    for (const fout of fouten) zeg(`        ${fout}`);
    const herhaald = resource.bevindingen.some(({ regel }) => regel === 'TR056') && !stap.verwacht.bevindingen.some(({ regel }) => regel === 'TR056');
    if (herhaald) zeg('        Dit scenario is op deze gateway al eens gedraaid. Begin met een leeg register, of laat --adres weg.');
  }
  return anders;
}

async function metGateway(vandaag, adres, zeg, doe) {
  if (adres !== undefined) return doe(adres.replace(/\/+$/, ''));
  const { startTijdelijk } = await import('./server.mjs');
  zeg(`Tijdelijke gateway starten (systeemdatum ${vandaag})…`);
  const gateway = startTijdelijk(vandaag);
  const onderbreek = () => { void gateway.stop().finally(() => process.exit(130)); };
  process.once('SIGINT', onderbreek);
  process.once('SIGTERM', onderbreek);
  try {
    return await doe(await gateway.adres);
  } finally {
    process.off('SIGINT', onderbreek);
    process.off('SIGTERM', onderbreek);
    await gateway.stop();
  }
}

async function voerUit(argumenten, zeg) {
  const aanroep = leesAanroep(argumenten);
  const namen = aanroep.alle ? scenarionamen(aanroep.map) : aanroep.namen;
  if (namen.length === 0) {
    for (const naam of scenarionamen(aanroep.map)) zeg(`${naam.padEnd(36)} ${leesScenario(aanroep.map, naam).titel}`);
    zeg('\nDraaien: npm run scenario -- NAAM, of npm run scenario -- --alle');
    return 0;
  }
  const scenarios = namen.map((naam) => leesScenario(aanroep.map, naam));
  let anders = 0;
  for (const [vandaag, groep] of perDatum(scenarios)) {
    await metGateway(vandaag, aanroep.adres, zeg, async (adres) => {
      for (const scenario of groep) anders += await draai(adres, scenario, aanroep, zeg);
    });
  }
  const stappen = scenarios.reduce((som, scenario) => som + scenario.stappen.length, 0);
  zeg(`\n${scenarios.length} ${scenarios.length === 1 ? 'scenario' : "scenario's"}, ${stappen} berichten: ${anders === 0 ? 'alles zoals verwacht' : `${anders} anders dan verwacht`}.`);
  return anders === 0 ? 0 : 1;
}

/** What went wrong, for a person: without a stack where that is no help. */
function legUit(fout) {
  if (fout instanceof Gebruiksfout || fout instanceof ScenarioFout) return fout.message;
  for (let oorzaak = fout; oorzaak instanceof Error; oorzaak = oorzaak.cause) {
    if (oorzaak.code === 'ECONNREFUSED') return 'De gateway is niet te bereiken. Klopt --adres, en draait hij?';
  }
  return fout instanceof Error ? fout.message : String(fout);
}

const schrijfUit = (regel = '') => { process.stdout.write(`${regel}\n`); };
const schrijfFout = (regel) => { process.stderr.write(`${regel}\n`); };

/** Carries out the command. Gives the exit code: 0 as expected, 1 a difference, 2 could not run. */
export async function draaien(argumenten, { zeg = schrijfUit, klaag = schrijfFout } = {}) {
  try {
    return await voerUit(argumenten, zeg);
  } catch (fout) {
    klaag(legUit(fout));
    return 2;
  }
}
