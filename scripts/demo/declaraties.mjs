/** The monthly claims of an aanbieder: what was delivered, with the mistakes, credits and claims anew that make a clerk's day. */
import { laatsteVanMaand, na, opOfVoor, plusDagen } from '../../dist/standaard/datum.js';
import { dagnummer } from '../../dist/standaard/datum.js';
import { werkdag } from './levensloop.mjs';
import { maakToeval } from './toeval.mjs';

/** How much of what is allocated is delivered, by month of the year: summer and the end of the year are quiet. */
const SEIZOEN = [0.92, 0.95, 0.97, 0.95, 0.9, 0.93, 0.74, 0.68, 0.95, 0.96, 0.94, 0.82];
const ETMAAL = '14';
const STUK = '82';

const grootste = (a, b) => (a > b ? a : b);
const kleinste = (a, b) => (a < b ? a : b);
const dagenVan = (van, totEnMet) => dagnummer(totEnMet) - dagnummer(van) + 1;
export const volgendeMaand = (maand) => plusDagen(laatsteVanMaand(maand), 1);

export const tariefOp = (product, dag) =>
  product.tarieven.find(({ vanaf, totEnMet }) => opOfVoor(vanaf, dag) && (totEnMet === undefined || opOfVoor(dag, totEnMet))).centen;

/** Days on which was delivered within a period. */
function geleverdeDagen({ leveringen }, van, totEnMet) {
  return leveringen.reduce((som, levering) => {
    const begin = grootste(levering.van, van);
    const eind = kleinste(levering.tot ?? totEnMet, totEnMet);
    return na(begin, eind) ? som : som + dagenVan(begin, eind);
  }, 0);
}

/** The volume of a month, within what is allocated. */
function volumeVan(toewijzing, dagen, maand, toeval) {
  const { omvang: { volume, eenheid, frequentie } } = toewijzing;
  const deel = SEIZOEN[Number(maand.slice(5, 7)) - 1] * (0.88 + toeval.getal() * 0.12);
  if (frequentie === '6') return Math.min(toeval.geheel(0, 4), Math.floor(volume / 14));
  if (eenheid === ETMAAL) return Math.round(dagen * Math.min(1, deel + 0.06));
  const weken = eenheid === STUK ? Math.floor(dagen / 7) : dagen / 7;
  return Math.round(volume * weken * deel);
}

/** One Prestatie, and what is meant to become of it. */
function regel(toewijzing, van, totEnMet, volume, goed = true) {
  const tarief = tariefOp(toewijzing.product, van);
  return { toewijzing, van, totEnMet, volume, tarief, goed };
}

/** What is wrong with a line, so that it is rejected. `overig` lines leave the right one for the next month. */
const FOUTEN = [
  [(een) => ({ ...een, tarief: een.tarief + 150 }), 4],
  [(een) => ({ ...een, volume: een.volume * 9 + 40 }), 3],
  [(een) => ({ ...een, nummer: 800_000_000 + een.toewijzing.client.nummer }), 2],
  [(een) => ({ ...een, totEnMet: plusDagen(een.totEnMet, -2) }), 1],
  [(een) => ({ ...een, code: '01D09' }), 1],
];

function regelsVan(plan, toeval, aanbieder, maand) {
  const laatste = laatsteVanMaand(maand);
  return plan.toewijzingen.filter((een) => een.aanbieder === aanbieder && een.leveringen.length > 0).flatMap((toewijzing) => {
    const van = grootste(maand, toewijzing.ingang);
    const totEnMet = kleinste(laatste, toewijzing.einde);
    if (na(van, totEnMet)) return [];
    const volume = volumeVan(toewijzing, geleverdeDagen(toewijzing, van, totEnMet), maand, toeval);
    return volume > 0 ? [regel(toewijzing, van, totEnMet, volume)] : [];
  });
}

/** All claims of an aanbieder; adds them to the plan. */
export function declareer(plan, aanbieder) {
  const toeval = maakToeval(plan.seed, 'declaraties', aanbieder);
  let opnieuw = [];
  let nummer = 0;
  const goedgekeurd = [];
  const metNummer = (een) => ({ ...een, referentie: `${aanbieder.slice(-3)}-${String(++nummer).padStart(5, '0')}` });
  for (let maand = plan.eersteMaand, i = 1; ; maand = volgendeMaand(maand), i++) {
    const dag = werkdag(plusDagen(volgendeMaand(maand), toeval.kans(0.05) ? toeval.geheel(18, 25) : toeval.geheel(1, 8)));
    if (na(dag, plan.vandaag)) return;
    const debet = opnieuw.map(metNummer);
    opnieuw = [];
    const credit = [];
    for (const een of regelsVan(plan, toeval, aanbieder, maand)) {
      if (toeval.kans(0.045)) {
        debet.push(metNummer({ ...toeval.weeg(FOUTEN)(een), goed: false }));
        // Most are claimed again, once the answer has been read.
        if (toeval.kans(0.8)) opnieuw.push(een);
      } else if (toeval.kans(0.012)) {
        // Nobody looked: the same month twice.
        const eerste = metNummer(een);
        debet.push(eerste);
        opnieuw.push({ ...een, goed: false });
      } else debet.push(metNummer(een));
    }
    if (goedgekeurd.length > 0 && toeval.kans(0.5)) {
      const oud = goedgekeurd.splice(toeval.geheel(Math.max(0, goedgekeurd.length - 40), goedgekeurd.length - 1), 1)[0];
      if (!opnieuw.concat(debet).some(({ toewijzing, van }) => toewijzing === oud.toewijzing && van === oud.van)) {
        credit.push(metNummer({ ...oud, vorige: oud.referentie }));
        if (oud.volume > 1) debet.push(metNummer({ ...oud, referentie: undefined, volume: oud.volume - 1 }));
      }
    }
    goedgekeurd.push(...debet.filter(({ goed }) => goed));
    const regels = [...debet, ...credit];
    if (regels.length === 0) continue;
    const declaratie = { soort: 'WMO323', aanbieder, maand, regels, nummer: `D${aanbieder.slice(-3)}${String(i).padStart(3, '0')}` };
    const alles = regels.every(({ goed }) => goed);
    const verwacht = alles ? 'goedgekeurd' : regels.some(({ goed }) => goed) ? 'deels-goedgekeurd' : 'afgekeurd';
    const later = werkdag(plusDagen(dag, 1));
    if (toeval.kans(0.03) && opOfVoor(later, plan.vandaag)) {
      // A total that does not add up: rejected as a whole, and sent again.
      plan.zet({ ...declaratie, dag, nummer: `${declaratie.nummer}A`, verkeerdTotaal: true, verwacht: 'afgekeurd' });
      plan.zet({ ...declaratie, dag: later, verwacht });
    } else plan.zet({ ...declaratie, dag, verwacht });
  }
}
