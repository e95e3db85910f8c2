import { type Datum, dagnummer, maandnummer, weekVanDag, zondagOpOfVoor } from '../datum.js';
import { product } from './geheel.js';
import { type ProductPeriode, type ToegewezenOmvang, uitvoeringsvariant } from './omvang.js';

const HULP_BIJ_HET_HUISHOUDEN = '01';
/** Weeks a calendar month can touch at most: category 01 may use these in every ProductPeriode (TR321, IV077). */
const WEKEN_CATEGORIE_01 = 6;

/** Day numbers, both included; empty when `tot` lies before `van`. */
interface Dagen {
  readonly van: number;
  readonly tot: number;
}

function isLeeg({ van, tot }: Dagen): boolean {
  return tot < van;
}

function bevat({ van, tot }: Dagen, dag: number): boolean {
  return van <= dag && dag <= tot;
}

function aantalDagen(dagen: Dagen): number {
  return isLeeg(dagen) ? 0 : dagen.tot - dagen.van + 1;
}

/** ISO weeks with at least one day in the period; a broken week counts in full. */
function aantalWeken(dagen: Dagen): number {
  return isLeeg(dagen) ? 0 : weekVanDag(dagen.tot) - weekVanDag(dagen.van) + 1;
}

function aantalZondagen(dagen: Dagen): number {
  return isLeeg(dagen) ? 0 : (zondagOpOfVoor(dagen.tot) - zondagOpOfVoor(dagen.van - 1)) / 7;
}

function looptijd(toewijzing: ToegewezenOmvang): Dagen {
  const { ingangsdatum, einddatum } = toewijzing;
  return {
    van: dagnummer(ingangsdatum),
    tot: einddatum === undefined ? Number.POSITIVE_INFINITY : dagnummer(einddatum),
  };
}

/** An output week belongs to the period of its Sunday; a last week without its Sunday to that of the last Sunday. */
function heeftGebrokenSlotweek(toewijzingDagen: Dagen, periode: Dagen): boolean {
  const slot = toewijzingDagen.tot;
  if (!Number.isFinite(slot)) return false;
  const laatsteZondag = zondagOpOfVoor(slot);
  if (laatsteZondag === slot) return false;
  return bevat(periode, bevat(toewijzingDagen, laatsteZondag) ? laatsteZondag : slot);
}

function factorPerWeek(toewijzing: ToegewezenOmvang, toewijzingDagen: Dagen, periode: Dagen): number {
  if (uitvoeringsvariant(toewijzing.eenheid) === 'output') {
    return aantalZondagen(periode) + (heeftGebrokenSlotweek(toewijzingDagen, periode) ? 1 : 0);
  }
  return toewijzing.categorie === HULP_BIJ_HET_HUISHOUDEN ? WEKEN_CATEGORIE_01 : aantalWeken(periode);
}

/**
 * The most that may be delivered in one ProductPeriode (TR321, IV076 to IV078), in the unit of the allocation,
 * eurocents for Eenheid 83. The period is first cut to the allocation; whether it should lie inside is for other rules.
 * Broken weeks and months are not reduced. Cut off at the largest safe integer.
 */
export function periodeMaximum(toewijzing: ToegewezenOmvang, productPeriode: ProductPeriode): number {
  if (toewijzing.frequentie === '4' || toewijzing.frequentie === '6') return toewijzing.volume;
  const toewijzingDagen = looptijd(toewijzing);
  const periode: Dagen = {
    van: Math.max(toewijzingDagen.van, dagnummer(productPeriode.begindatum)),
    tot: Math.min(toewijzingDagen.tot, dagnummer(productPeriode.einddatum)),
  };
  const factor =
    toewijzing.frequentie === '1' ? aantalDagen(periode) : factorPerWeek(toewijzing, toewijzingDagen, periode);
  return product(toewijzing.volume, factor);
}

/**
 * The most that may be delivered over the whole allocation (TR322, IV077), in the unit of the allocation, eurocents for
 * Eenheid 83; both ends included. An allocation without Einddatum counts up to `totEnMet`, the latest claimed
 * ProductPeriode.Einddatum; without that either there is no total (undefined), except with Frequentie 6. Where the
 * allocation has an Einddatum, `totEnMet` makes no difference. Cut off at the largest safe integer.
 */
export function totaalMaximum(toewijzing: ToegewezenOmvang, totEnMet: Datum): number;
export function totaalMaximum(toewijzing: ToegewezenOmvang, totEnMet?: Datum): number | undefined;
export function totaalMaximum(toewijzing: ToegewezenOmvang, totEnMet?: Datum): number | undefined {
  const { volume, frequentie, ingangsdatum } = toewijzing;
  if (frequentie === '6') return volume;
  const einddatum = toewijzing.einddatum ?? totEnMet;
  if (einddatum === undefined) return undefined;
  const dagen: Dagen = { van: dagnummer(ingangsdatum), tot: dagnummer(einddatum) };
  if (isLeeg(dagen)) return 0;
  switch (frequentie) {
    case '1':
      return product(volume, aantalDagen(dagen));
    case '2':
      // Output counts Sundays plus a last week without one, which comes to the same number.
      return product(volume, aantalWeken(dagen));
    case '4':
      return product(volume, maandnummer(einddatum) - maandnummer(ingangsdatum) + 1);
  }
}
