/** Reads scenarios: folders of numbered messages with the answers that are expected (fixtures/scenarios/README.md). */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const BESCHRIJVING = 'scenario.yaml';
const BERICHT = /^(?<nummer>\d{2})-(?<soort>WMO3\d{2})-[a-z0-9-]+\.xml$/;
const ANTWOORD = /^\d{2}-WMO3\d{2}-antwoord\.xml$/;

/** A scenario that cannot be used; the message names folder and reason. */
export class ScenarioFout extends Error {
  name = 'ScenarioFout';
}

/** Names of the scenarios in a folder, sorted. */
export function scenarionamen(map) {
  return readdirSync(map, { withFileTypes: true })
    .filter((item) => item.isDirectory() && existsSync(join(map, item.name, BESCHRIJVING))).map((item) => item.name).sort();
}

function leesStap(map, bestanden, { bericht, wat, status, bevindingen = [] }, i) {
  const { nummer, soort } = BERICHT.exec(bericht)?.groups ?? {};
  if (Number(nummer) !== i + 1) throw new ScenarioFout(`${map}: stap ${i + 1} noemt ${bericht}; verwacht NN-WMO3nn-naam.xml, doorlopend genummerd.`);
  const antwoord = bestanden.find((bestand) => bestand.startsWith(`${nummer}-`) && ANTWOORD.test(bestand));
  for (const [bestand, naam] of [[bericht, bericht], [antwoord, `${nummer}-WMO3nn-antwoord.xml`]]) {
    if (bestand === undefined || !bestanden.includes(bestand)) throw new ScenarioFout(`${map}: ${naam} ontbreekt.`);
  }
  return {
    nummer: i + 1, bestand: bericht, berichtsoort: soort, wat, bytes: readFileSync(join(map, bericht)),
    verwacht: { status, bevindingen, antwoordsoort: antwoord.slice(3, 9), antwoord: readFileSync(join(map, antwoord)) },
  };
}

/** One scenario. @throws ScenarioFout when the folder is not what scenario.yaml says, or holds files that it does not name */
export function leesScenario(map, naam) {
  const pad = join(map, naam);
  if (!existsSync(join(pad, BESCHRIJVING))) throw new ScenarioFout(`Er is geen scenario ${naam} in ${map}.`);
  const { titel, toont, vandaag, stappen } = parse(readFileSync(join(pad, BESCHRIJVING), 'utf8'));
  const bestanden = readdirSync(pad).filter((bestand) => bestand !== BESCHRIJVING).sort();
  const gelezen = stappen.map((stap, i) => leesStap(pad, bestanden, stap, i));
  if (bestanden.length !== 2 * gelezen.length) throw new ScenarioFout(`${pad}: er staan bestanden die scenario.yaml niet noemt.`);
  return { naam, titel, toont, vandaag, stappen: gelezen };
}

/** Scenarios by the system date that they run with: one server can run those of one date. */
export function perDatum(scenarios) {
  const perVandaag = new Map();
  for (const scenario of scenarios) perVandaag.set(scenario.vandaag, [...(perVandaag.get(scenario.vandaag) ?? []), scenario]);
  return perVandaag;
}
