/** What happens to a client: allocated, started, stopped for a while or for good, extended, changed, and now and then something wrong. */
import { na, opOfVoor, plusDagen } from '../../dist/standaard/datum.js';
import { isWerkdag } from '../../dist/standaard/werkdagen.js';
import { maakToeval } from './toeval.mjs';

/** The first working day on or after a day. */
export const werkdag = (dag) => (isWerkdag(dag) ? dag : werkdag(plusDagen(dag, 1)));
const volgendeMaandag = (dag) => (new Date(`${dag}T12:00:00Z`).getUTCDay() === 1 ? dag : volgendeMaandag(plusDagen(dag, 1)));

/** Main product, how often, and volumes to choose from. */
const SOORTEN = [
  [{ code: '01D01', volumes: [2, 2, 3, 3, 4], duren: [364, 728, 728] }, 32],
  [{ code: '02D01', volumes: [2, 3, 3], duren: [182, 364] }, 18],
  [{ code: '02D02', volumes: [3, 4, 5], duren: [182, 364] }, 14],
  [{ code: '02D03', volumes: [5, 6, 8], duren: [182, 364] }, 8],
  [{ code: '07D01', volumes: [2, 4, 4, 6], duren: [364] }, 12],
  [{ code: '15D01', volumes: [7], duren: [364] }, 6],
  [{ code: '15D02', volumes: [7], duren: [364] }, 4],
  [{ code: '04D01', volumes: [24, 36, 48], duren: [364] }, 6],
];
const REDENEN = [['19', 6], ['21', 3], ['23', 3], ['02', 2], ['31', 1], ['38', 2]];

/** Who has a contract for a product, those named first most often. */
export function kiesAanbieder(plan, toeval, code) {
  return toeval.weeg(plan.aanbiedersVan(code).map((aanbieder, i) => [aanbieder, 4 - Math.min(i, 3)]));
}

/** An allocation as the plan keeps it. `sleutel` names it until the gateway has given it a number. */
export function maakToewijzing(plan, client, { aanbieder, code, volume, dag, ingang, einde }) {
  const product = plan.product(code);
  const toewijzing = {
    sleutel: `${client.nummer}.${client.volgende++}`, client, aanbieder, product, ingang, einde, gewijzigd: dag, leveringen: [],
    omvang: { volume, eenheid: product.eenheid, frequentie: product.frequenties[0] },
  };
  plan.toewijzingen.push(toewijzing);
  return toewijzing;
}

/** The gemeente allocates something new. */
export function wijsToe(plan, client, opdracht) {
  const toewijzing = maakToewijzing(plan, client, opdracht);
  const { sleutel, aanbieder, product: { categorie, code }, ingang, einde, omvang } = toewijzing;
  plan.zet({ dag: opdracht.dag, soort: 'toewijzing', client, aanbieder, producten: [
    { actie: 'nieuw', sleutel, product: { categorie, code }, ingangsdatum: ingang, einddatum: einde, omvang }] });
  return toewijzing;
}

const deel = (toewijzing, begin, meer = {}) => ({ toewijzing, begin, status: '1', ...meer });

/** The aanbieder begins. @param bekend day before which the allocation was not known @returns the delivery, undefined when today comes first */
export function begin(plan, toeval, toewijzing, van, bekend = van) {
  const dag = werkdag(plusDagen(na(bekend, van) ? bekend : van, toeval.kans(0.12) ? toeval.geheel(9, 16) : toeval.geheel(0, 4)));
  if (na(dag, plan.vandaag)) return undefined;
  const levering = { van, tot: undefined };
  const { client, aanbieder } = toewijzing;
  const start = (wanneer, delen, verwacht = 'goedgekeurd') => plan.zet({ dag: wanneer, soort: 'WMO305', client, aanbieder, delen, verwacht });
  const laat = werkdag(plusDagen(dag, 3));
  if (toeval.kans(0.05) && opOfVoor(laat, plan.vandaag)) {
    // A number that was typed wrong, and sent again when the answer was read.
    start(dag, [deel(toewijzing, van, { nummer: 900_000_000 + client.nummer })], 'afgekeurd');
    start(laat, [deel(toewijzing, van)]);
  } else if (toeval.kans(0.05) && opOfVoor(laat, plan.vandaag) && van !== toewijzing.ingang) {
    start(dag, [deel(toewijzing, toewijzing.ingang)]);
    start(laat, [deel(toewijzing, toewijzing.ingang, { status: '3' }), deel(toewijzing, van)]);
  } else start(dag, [deel(toewijzing, van)]);
  toewijzing.leveringen.push(levering);
  return levering;
}

/** The aanbieder stops. @returns whether today has not come first */
export function eindig(plan, toeval, toewijzing, levering, tot, reden) {
  const dag = werkdag(plusDagen(tot, toeval.kans(0.1) ? toeval.geheel(9, 14) : toeval.geheel(0, 4)));
  if (na(dag, plan.vandaag)) return false;
  const { client, aanbieder } = toewijzing;
  const stop = (wanneer, van, verwacht) =>
    plan.zet({ dag: wanneer, soort: 'WMO307', client, aanbieder, delen: [deel(toewijzing, van, { eind: tot, reden })], verwacht });
  const laat = werkdag(plusDagen(dag, 2));
  if (reden !== '20' && toeval.kans(0.08) && opOfVoor(laat, plan.vandaag)) {
    // Another first day than that of the start: rejected, and sent again.
    stop(dag, plusDagen(levering.van, 1), 'afgekeurd');
    stop(laat, levering.van, 'goedgekeurd');
  } else stop(dag, levering.van, 'goedgekeurd');
  levering.tot = tot;
  return true;
}

function pauzeer(plan, toeval, toewijzing, levering) {
  const tot = plusDagen(levering.van, toeval.geheel(30, 140));
  const weer = plusDagen(tot, toeval.geheel(15, 45));
  if (!na(toewijzing.einde, plusDagen(weer, 30)) || na(plusDagen(weer, 20), plan.vandaag)) return levering;
  eindig(plan, toeval, toewijzing, levering, tot, '20');
  return begin(plan, toeval, toewijzing, weer);
}

/** Another volume from a Monday on: the allocation gets a successor, and the aanbieder begins anew. */
function wijzig(plan, toeval, toewijzing, levering) {
  const ingang = volgendeMaandag(plusDagen(levering.van, toeval.geheel(60, 200)));
  if (!na(toewijzing.einde, plusDagen(ingang, 30)) || na(plusDagen(ingang, 20), plan.vandaag)) return undefined;
  const { client, aanbieder, einde, omvang } = toewijzing;
  const volume = omvang.volume + (omvang.volume > 2 && toeval.kans(0.4) ? -1 : 1);
  const nieuw = { ...toewijzing, sleutel: `${client.nummer}.${client.volgende++}`, ingang, einde, omvang: { ...omvang, volume }, leveringen: [] };
  plan.zet({ dag: werkdag(plusDagen(ingang, -10)), soort: 'toewijzing', client, aanbieder, producten: [
    { actie: 'wijzigen', sleutel: toewijzing.sleutel, nieuweSleutel: nieuw.sleutel, ingangsdatum: ingang, omvang: nieuw.omvang }] });
  toewijzing.einde = plusDagen(ingang, -1);
  levering.tot = toewijzing.einde;
  plan.toewijzingen.push(nieuw);
  return { toewijzing: nieuw, levering: begin(plan, toeval, nieuw, ingang) };
}

const ZWAARDER = { '02D01': '02D02', '02D02': '02D03', '15D01': '15D02' };
const LICHTER = { '02D03': '02D02', '02D02': '02D01', '15D02': '15D01' };

/** A heavier or a lighter product of the same aanbieder takes over. */
function schaal(plan, toeval, toewijzing, levering) {
  const { client, aanbieder, product: { code }, einde, omvang: { volume } } = toewijzing;
  const naar = (toeval.kans(0.65) ? ZWAARDER[code] : LICHTER[code]) ?? ZWAARDER[code] ?? LICHTER[code];
  const ingang = volgendeMaandag(plusDagen(levering.van, toeval.geheel(45, 130)));
  if (naar === undefined || !plan.aanbiedersVan(naar).includes(aanbieder) || !na(einde, plusDagen(ingang, 30)) || na(plusDagen(ingang, 20), plan.vandaag)) return undefined;
  const dag = werkdag(plusDagen(ingang, -10));
  toewijzing.einde = plusDagen(ingang, -1);
  levering.tot = toewijzing.einde;
  const nieuw = maakToewijzing(plan, client, { aanbieder, code: naar, volume, dag, ingang, einde });
  const { sleutel, product: { categorie }, omvang } = nieuw;
  plan.zet({ dag, soort: 'toewijzing', client, aanbieder, producten: [
    { actie: 'inkorten', sleutel: toewijzing.sleutel, einddatum: toewijzing.einde },
    { actie: 'nieuw', sleutel, product: { categorie, code: naar }, ingangsdatum: ingang, einddatum: einde, omvang }] });
  return { toewijzing: nieuw, levering: begin(plan, toeval, nieuw, ingang) };
}

/** To the end: extended, stopped before, or run out. */
function loopAf(plan, toeval, toewijzing, levering) {
  if (toeval.kans(0.22)) {
    const tot = plusDagen(levering.van, toeval.geheel(40, 400));
    if (na(toewijzing.einde, tot)) {
      if (eindig(plan, toeval, toewijzing, levering, tot, toeval.weeg(REDENEN))) return;
    }
  }
  while (opOfVoor(plusDagen(toewijzing.einde, -20), plan.vandaag)) {
    const dag = werkdag(plusDagen(toewijzing.einde, -toeval.geheel(12, 40)));
    const eerder = dag < toewijzing.ingang || dag < (levering.van ?? '');
    if (na(dag, plan.vandaag)) return;
    if (eerder || toeval.kans(0.28)) {
      eindig(plan, toeval, toewijzing, levering, toewijzing.einde, '19');
      return;
    }
    const einde = plusDagen(toewijzing.einde, toeval.kies([182, 364]));
    plan.zet({ dag, soort: 'toewijzing', client: toewijzing.client, aanbieder: toewijzing.aanbieder, producten: [
      { actie: 'verlengen', sleutel: toewijzing.sleutel, einddatum: einde }] });
    toewijzing.einde = einde;
    toewijzing.gewijzigd = dag;
  }
}

/** Starts late now and then, or not at all when today comes first. */
export function neemAan(plan, toeval, toewijzing) {
  const van = plusDagen(toewijzing.ingang, toeval.kans(0.1) ? toeval.geheel(20, 50) : toeval.geheel(0, 7));
  return na(toewijzing.einde, van) ? begin(plan, toeval, toewijzing, van) : undefined;
}

/** Everything of one client that the gemeente begins; adds it to the plan. */
export function leef(plan, client) {
  const toeval = maakToeval(plan.seed, 'leven', client.nummer);
  const soort = toeval.weeg(SOORTEN);
  const wachtend = client.nummer % 12 === 5;
  const venster = plan.dagen - 75;
  const terug = wachtend ? toeval.geheel(6, 70) : toeval.kans(0.55) ? plan.dagen - toeval.geheel(0, 50) : toeval.geheel(75, Math.max(76, venster));
  const dag = werkdag(plusDagen(plan.vandaag, -terug));
  const ingang = plusDagen(dag, toeval.geheel(2, 12));
  const aanbieder = kiesAanbieder(plan, toeval, soort.code);
  const toewijzing = wijsToe(plan, client, {
    aanbieder, code: soort.code, volume: toeval.kies(soort.volumes), dag, ingang, einde: plusDagen(ingang, toeval.kies(soort.duren) - 1) });
  client.hoofd = toewijzing;
  if (wachtend) return;
  if (client.nummer % 33 === 7) {
    plan.zet({ dag: werkdag(plusDagen(dag, 4)), soort: 'toewijzing', client, aanbieder, producten: [{ actie: 'verwijderen', sleutel: toewijzing.sleutel }] });
    return;
  }
  const eerste = neemAan(plan, toeval, toewijzing);
  if (eerste === undefined) return;
  client.gestart = true;
  const levering = toeval.kans(0.16) ? pauzeer(plan, toeval, toewijzing, eerste) : eerste;
  if (levering === undefined) return;
  const anders = toeval.getal();
  const vervolg = anders < 0.14 && soort.code !== '04D01' && soort.code < '15' ? wijzig(plan, toeval, toewijzing, levering)
    : anders > 0.55 ? schaal(plan, toeval, toewijzing, levering) : undefined;
  if (vervolg !== undefined) client.hoofd = vervolg.toewijzing;
  if (vervolg?.levering !== undefined) loopAf(plan, toeval, vervolg.toewijzing, vervolg.levering);
  else if (vervolg === undefined) loopAf(plan, toeval, toewijzing, levering);
}
