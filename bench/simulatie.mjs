/**
 * What 100 times the load would ask, by simulation (bench/hulp/simulatie.mjs) with the times that bench/schaal.mjs measured (bench/ijking.json).
 *
 * Two measurements give the times: many pairs on one API and one worker (processor time per message), and one single pair (the time in which
 * nothing works). The other measurements are then foretold, and what is foretold stands beside what was measured. Only after that come the
 * figures for other sizes. No servers are started; the same file gives the same figures.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { maakKiezer, maakToeval, percentiel, simuleer, verdeel, zipf } from './hulp/simulatie.mjs';
import { WORTEL } from './hulp/server.mjs';

const ZAAD = 20_260_401;
const GELIJKTIJDIG = 8;
/** Part of its capacity at which a node is taken to run, so that a busy hour fits too. */
const VULLING = 0.6;
const KEER = 100;
const GEMEENTEN = 342;
/** With this skew the largest gemeente has a twentieth of all, about what the largest has of the inhabitants. */
const SCHEEF_GEMEENTE = 0.65;
const AANBIEDERS = 120;
const SCHEEF_AANBIEDER = 1;
/** Between machines; on one machine it is in the measured times already. Milliseconds a round trip, and round trips of one assessment. */
const NETWERK_MS = 0.3;
const RONDREIZEN = 15;
/** Round trips and the commit that messages share when several of one pair go in one transaction. */
const GEDEELDE_RONDREIZEN = 5;
/** Groups that the clients of a pair would be in, where order is kept per group instead of per pair. */
const BANEN = 16;
/** A job that finds nothing to do: three short statements, against some fifteen of an assessment. */
const LOOS = 0.15;
/** Processors of the database of a shard. */
const KERNEN_DATABASE = 8;
const VENSTER_S = 20;
/** Lines of all WMO323s of a month, and the time in which they come in. */
const REGELS = 2_000_000;
const PIEK_S = 600;
/** Milliseconds of assessing that one line of a WMO323 takes, where bench/groot.mjs was not run. */
const REGEL_MS = 0.25;

const lees = (naam) => JSON.parse(readFileSync(join(WORTEL, 'bench', naam), 'utf8'));
const vind = ({ opstellingen }, apis, workers, paren) => opstellingen.find((een) => een.apis === apis && een.workers === workers && een.paren === paren);

/** Time in milliseconds that a line takes, from the largest claim that was measured (bench/resultaat.json). */
function regelMs() {
  try {
    const { rijen } = lees('resultaat.json').metingen.groot;
    const seconden = (begin) => rijen.find(({ naam }) => naam.includes(begin)).waarde;
    return ((seconden('tot de WMO325') - seconden('tot de 202')) * 1000) / 27_000;
  } catch {
    return REGEL_MS;
  }
}

/** Messages of pairs in turn, as the measurement sends them. */
const omDeBeurt = (aantal, paren) => Array.from({ length: aantal }, (_, i) => ({ paar: i % paren }));

/** Processors that other work on the machine left over during a measurement. With few pairs it may have taken what this work did not ask for. */
function beschikbaar({ kernen }, processoren) {
  const eigen = kernen.api + kernen.worker + kernen.postgres + kernen.redis + kernen.afzender;
  return processoren - Math.max(0, kernen.machine - eigen);
}

/**
 * Times of one message from a measurement. What was measured counts jobs that found nothing to do as well, so of assessing itself that goes off.
 * @param rek makes up for processors that others used; @param loos such jobs per message in that measurement
 */
function tijdenVan({ msPerBericht: ms, aandeelApi }, lus, { vertraging, rek = 1, loos }) {
  const database = ms.postgres * (1 - aandeelApi) * rek;
  const deel = 1 + LOOS * loos;
  return {
    api: ms.api * rek, databaseOpslaan: ms.postgres * aandeelApi * rek, worker: (ms.worker * rek) / deel, databaseBeoordelen: database / deel,
    afzender: (ms.afzender + ms.redis) * rek, commit: 1000 / lus.een, wachtrij: 1, vertraging,
    pogingWorker: (ms.worker * LOOS * rek) / deel, pogingDatabase: (database * LOOS) / deel };
}

/** The measurement played again. @returns messages per second, ms from storage to verdict, sessions that wait for a pair's storage lock */
function speelNa(ijking, meting, { vertraging, loos }) {
  const basis = vind(ijking, 1, 1, 60);
  const rek = ijking.processoren / beschikbaar(meting, ijking.processoren);
  const uitkomst = simuleer({
    zaad: ZAAD, processen: { apis: meting.apis, workers: meting.workers, gelijktijdig: GELIJKTIJDIG }, kernen: { gedeeld: ijking.processoren },
    tijden: tijdenVan(basis, ijking.lus, { vertraging, rek, loos }), berichten: omDeBeurt(ijking.aantal, meting.paren), gesloten: ijking.tegelijk });
  const { duur, berichten, wachtOpslag } = uitkomst;
  const duren = berichten.map(({ opgeslagen, klaar }) => klaar - opgeslagen);
  return { perSeconde: (ijking.aantal / duur) * 1000, p50: percentiel(duren, 0.5), p99: percentiel(duren, 0.99), wachtOpslag, loos: uitkomst.loos / ijking.aantal };
}

/** The idle time of an assessment with which the single pair goes as fast as it was measured to go; 0 where it cannot go that slow. */
export function zoekVertraging(doel, speel) {
  let laag = 0;
  let hoog = 200;
  if (speel(0) <= doel) return 0;
  for (let i = 0; i < 25; i++) {
    const midden = (laag + hoog) / 2;
    if (speel(midden) > doel) laag = midden;
    else hoog = midden;
  }
  return (laag + hoog) / 2;
}

/** Messages of all pairs that arrive by chance, so many a second, with the claims of the month among them or not; per shard. */
function verkeer({ perSeconde, shards, piek, zwaarteVanRegel, banen, seconden }) {
  const toeval = maakToeval(ZAAD);
  const gemeenten = zipf(GEMEENTEN, SCHEEF_GEMEENTE);
  const aanbieders = zipf(AANBIEDERS, SCHEEF_AANBIEDER);
  const shardVan = verdeel(gemeenten, shards);
  const kiesGemeente = maakKiezer(gemeenten, toeval);
  const kiesAanbieder = maakKiezer(aanbieders, toeval);
  const perShard = Array.from({ length: shards }, () => []);
  const slot = (gemeente, aanbieder) => (gemeente * AANBIEDERS + aanbieder) * banen + Math.floor(toeval() * banen);
  for (let op = 0; op < seconden * 1000; op -= (Math.log(1 - toeval()) * 1000) / perSeconde) {
    const gemeente = kiesGemeente();
    perShard[shardVan[gemeente]].push({ op, paar: slot(gemeente, kiesAanbieder()) });
  }
  if (piek) {
    gemeenten.forEach((deel, gemeente) => aanbieders.forEach((deelVan, aanbieder) => {
      const op = toeval() * PIEK_S * 1000;
      // The largest comes half-way the window, so that it is not left to chance whether it is there.
      const wanneer = gemeente === 0 && aanbieder === 0 ? seconden * 500 : op;
      if (wanneer >= seconden * 1000) return;
      const regels = Math.max(1, Math.round(REGELS * deel * deelVan));
      perShard[shardVan[gemeente]].push({ op: wanneer, paar: slot(gemeente, aanbieder), zwaarte: 1 + regels * zwaarteVanRegel });
    }));
    for (const berichten of perShard) berichten.sort((a, b) => a.op - b.op);
  }
  return perShard;
}

/** One size. @returns waiting and total times in ms, and the busiest of everything */
export function speelGroot({ perSeconde, shards, apis, workers, tijden, piek = false, zwaarteVanRegel = 0, banen = 1, kernen, seconden = VENSTER_S }) {
  const wachten = [];
  const duren = [];
  const bezetting = { api: 0, worker: 0, database: 0, drukstePaar: 0 };
  verkeer({ perSeconde, shards, piek, zwaarteVanRegel, banen, seconden }).forEach((berichten, shard) => {
    const uitkomst = simuleer({
      zaad: ZAAD + shard, processen: { apis, workers, gelijktijdig: GELIJKTIJDIG },
      kernen: kernen ?? { api: apis, worker: workers, database: KERNEN_DATABASE },
      tijden, berichten });
    for (const { opgeslagen, begonnen, klaar } of uitkomst.berichten) {
      wachten.push(begonnen - opgeslagen);
      duren.push(klaar - opgeslagen);
    }
    for (const deel of Object.keys(bezetting)) bezetting[deel] = Math.max(bezetting[deel], uitkomst.bezetting[deel]);
  });
  const van = (getallen) => ({ p50: percentiel(getallen, 0.5), p95: percentiel(getallen, 0.95), p99: percentiel(getallen, 0.99) });
  return { aantal: wachten.length, wachten: van(wachten), duren: van(duren), bezetting };
}

const afronden = (getal) => Math.ceil(getal - 1e-9);

/** @returns rows {naam, waarde, eenheid, doel?}; none while nothing was measured */
export async function meet() {
  let ijking;
  try {
    ijking = lees('ijking.json');
  } catch {
    console.log('Overgeslagen: draai eerst bench/schaal.mjs.');
    return [];
  }
  const rijen = [];
  const rij = (naam, waarde, eenheid, doel) => rijen.push({ naam, waarde, eenheid, ...(doel === undefined ? {} : { doel }) });
  const basis = vind(ijking, 1, 1, 60);
  const enkel = vind(ijking, 1, 1, 1);
  const { loos } = speelNa(ijking, basis, { vertraging: 0, loos: 0.5 });
  const vertraging = zoekVertraging(enkel.perSeconde, (wachten) => speelNa(ijking, enkel, { vertraging: wachten, loos }).perSeconde);
  rij('processoren die ander werk overliet bij het meten', beschikbaar(basis, ijking.processoren), `van ${ijking.processoren}`);
  rij('taken die niets meer te doen vonden, per bericht', loos, '');
  rij('tijd van een beoordeling waarin niets rekent (uit één paar)', vertraging, 'ms');
  for (const meting of ijking.opstellingen) {
    const voorspeld = speelNa(ijking, meting, { vertraging, loos });
    rij(`${meting.apis} API, ${meting.workers} worker(s), ${meting.paren} paren: gemeten`, meting.perSeconde, 'berichten/s');
    const geijkt = meting === enkel || meting === basis;
    rij(`  voorspeld gedeeld door gemeten${geijkt ? ' (hierop geijkt)' : ''}`, voorspeld.perSeconde / meting.perSeconde, '×', geijkt ? undefined : '0,8 tot 1,25');
    rij('  van opslag tot oordeel, p50 gemeten', meting.duurMs.p50, 'ms');
    rij('  idem voorspeld', voorspeld.p50, 'ms');
    rij('  van opslag tot oordeel, p99 gemeten', meting.duurMs.p99, 'ms');
    rij('  idem voorspeld', voorspeld.p99, 'ms');
    rij('  sessies die op het slot van een paar wachten, gemeten', meting.sessies['Lock/advisory'] ?? 0, '');
    rij('  idem voorspeld', voorspeld.wachtOpslag, '');
  }

  const ms = basis.msPerBericht;
  const eigen = ms.api + ms.worker + ms.postgres + ms.redis;
  const nu = (VULLING * ijking.processoren * 1000) / eigen;
  const honderd = KEER * nu;
  rij(`één knooppunt met ${ijking.processoren} processoren, voor ${VULLING * 100} % bezet`, nu, 'berichten/s');
  rij(`${KEER} keer zo veel`, honderd, 'berichten/s');
  rij('  processoren voor API', (honderd * ms.api) / 1000 / VULLING, '');
  rij('  processoren voor workers', (honderd * ms.worker) / 1000 / VULLING, '');
  rij('  processoren voor PostgreSQL', (honderd * ms.postgres) / 1000 / VULLING, '');
  rij('  processoren voor Redis', (honderd * ms.redis) / 1000 / VULLING, '');
  rij('  groei van de opslag', (honderd * basis.bytesPerBericht * 8 * 3600) / 1e12, 'TB per werkdag van 8 uur');
  const gemeenten = zipf(GEMEENTEN, SCHEEF_GEMEENTE);
  const aanbieders = zipf(AANBIEDERS, SCHEEF_AANBIEDER);
  rij('  de drukste gemeente', honderd * gemeenten[0], 'berichten/s');
  rij('  het drukste paar', honderd * gemeenten[0] * aanbieders[0], 'berichten/s');

  // On machines of their own: no sender beside them, and a network between.
  const tijden = { ...tijdenVan(basis, ijking.lus, { vertraging: vertraging + RONDREIZEN * NETWERK_MS, loos }), afzender: 0 };
  const samen = {
    ...tijden, commit: tijden.commit / 10, vertraging: vertraging + (RONDREIZEN - GEDEELDE_RONDREIZEN * 0.9) * NETWERK_MS };
  rij('een paar apart, één bericht tegelijk: hooguit', 1000 / (tijden.worker + tijden.databaseBeoordelen + tijden.vertraging + tijden.commit), 'berichten/s');
  rij('  met tien berichten per transactie', 1000 / (samen.worker + samen.databaseBeoordelen + samen.vertraging + samen.commit), 'berichten/s');

  const perRegel = regelMs();
  const zwaarteVanRegel = perRegel / (ms.worker + ms.postgres * (1 - basis.aandeelApi));
  rij('beoordelen van één regel van een WMO323', perRegel, 'ms');
  const minShards = afronden((honderd * ms.postgres) / 1000 / VULLING / KERNEN_DATABASE);
  const apisVan = (shards) => afronden((honderd * ms.api) / 1000 / VULLING / shards);
  const workersVan = (shards) => afronden((honderd * ms.worker) / 1000 / VULLING / shards);
  const gevallen = [
    ['nu: één knooppunt', { perSeconde: nu, shards: 1, apis: 1, workers: 1, tijden: tijdenVan(basis, ijking.lus, { vertraging, loos }), kernen: { gedeeld: ijking.processoren } }],
    [`${KEER} keer, net genoeg shards, de helft van de workers`, { shards: minShards, workers: Math.max(1, afronden(workersVan(minShards) / 2)) }],
    [`${KEER} keer, net genoeg shards`, { shards: minShards }],
    [`${KEER} keer, het dubbele aantal shards`, { shards: 2 * minShards }],
    [`${KEER} keer, tien berichten van een paar per transactie`, { shards: minShards, tijden: samen }],
    [`${KEER} keer, een slot per paar en groep cliënten (${BANEN} groepen)`, { shards: minShards, banen: BANEN }],
    ['  idem, met de WMO323\'s van de maand erbij', { shards: minShards, banen: BANEN, piek: true }],
  ];
  for (const [naam, geval] of gevallen) {
    const { shards } = geval;
    const opzet = { perSeconde: honderd, apis: apisVan(shards), workers: workersVan(shards), tijden, zwaarteVanRegel, ...geval };
    const { wachten, duren, bezetting } = speelGroot(opzet);
    rij(`${naam}: ${shards} × (${opzet.apis} API, ${opzet.workers} workers), wachten p50`, wachten.p50, 'ms');
    rij('  wachten p95', wachten.p95, 'ms');
    rij('  wachten p99', wachten.p99, 'ms');
    rij('  van opslag tot oordeel p99', duren.p99, 'ms');
    for (const [deel, bezet] of Object.entries(bezetting)) rij(`  bezet: ${deel === 'drukstePaar' ? 'drukste paar' : deel} (drukste)`, bezet * 100, '%');
  }
  return rijen;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await meet());
