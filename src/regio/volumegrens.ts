/**
 * Maxima and minima of volume. A maximum looks at what the allocations of the client and the request together allow at most in each week
 * (ISO), month or year of the request; what was delivered does not matter. The counting is that of the standard (`totaalMaximum`): a broken
 * week or month counts in full. An allocation per month or in total may be used up in one week, so it counts with all of its volume.
 *
 * Allocations for the same length of time as the limit, or longer, that follow each other within one such time are not added up: five parts
 * of a day a week up to Wednesday and five a week from Thursday are five a week. Totals (Frequentie 6) always are added up.
 */
import {
  dagnummer, eersteVanMaand, isoWeekIndex, laatsteVanMaand, maandnummer, na, opOfVoor, plusDagen, plusJaren, type Datum,
} from '../standaard/datum.js';
import { totaalMaximum } from '../standaard/volume/maximum.js';
import type { Frequentie } from '../standaard/volume/omvang.js';
import type { Volumegrens } from './beleidsbestand.js';
import type { Omvang } from './besluit.js';
import { optelbaar, optelsoort } from './eenheden.js';
import { vroegste } from './perioden.js';

/** An extent with the days on which it may be used. */
export interface Gebruik {
  readonly omvang: Omvang;
  readonly begindatum: Datum;
  readonly einddatum: Datum | undefined;
}

/**
 * From each day on which something begins, at most so many weeks, months or years after the first are looked at: by then the calendar has
 * brought its longest month and year.
 */
const GENOEG = { week: 1, maand: 28, jaar: 28 } as const;
/** Weeks are all alike, save for those in two months. Of this many months in a row one does not begin on a Monday. */
const GENOEG_MAANDGRENZEN = 3;

/** The most of each Frequentie that fits in a week, month or year, counted as the standard does. */
const RUIMSTE: Readonly<Record<Volumegrens['per'], Readonly<Record<Frequentie, number>>>> = {
  week: { 1: 7, 2: 1, 4: 2, 6: 1 }, maand: { 1: 31, 2: 6, 4: 1, 6: 1 }, jaar: { 1: 366, 2: 54, 4: 12, 6: 1 },
};

/** Frequenties for a time shorter than that of the limit: they add up within it. */
const KORTER: Readonly<Record<Volumegrens['per'], readonly Frequentie[]>> = { week: ['1'], maand: ['1', '2'], jaar: ['1', '2', '4'] };

/** A week, month or year. */
interface Vak {
  readonly begin: Datum;
  readonly einde: Datum;
}

/** An extent in the unit of the limit, with its days also as numbers; without an end `tot` is infinite. */
interface Geteld extends Gebruik {
  readonly van: number;
  readonly tot: number;
  /** What its counting depends on besides volume and days: Frequentie and Eenheid. */
  readonly soort: string;
}

/** The week, month or year that a date lies in. */
function vakVan(datum: Datum, per: Volumegrens['per']): Vak {
  switch (per) {
    case 'week': {
      // 1 January 1970 was a Thursday: the Monday of week n is day 7n - 3.
      const begin = plusDagen(datum, isoWeekIndex(datum) * 7 - 3 - dagnummer(datum));
      return { begin, einde: plusDagen(begin, 6) };
    }
    case 'maand': return { begin: eersteVanMaand(datum), einde: laatsteVanMaand(datum) };
    case 'jaar': {
      const jaar = datum.slice(0, -6);
      return { begin: `${jaar}-01-01`, einde: `${jaar}-12-31` };
    }
  }
}

/** The week, month or year after one. */
function volgend({ einde }: Vak, per: Volumegrens['per']): Vak {
  return vakVan(per === 'week' ? plusDagen(einde, 1) : dagErna(einde), per);
}

/** The day after the last of a month, without the work of a calendar for years of four digits. */
function dagErna(einde: Datum): Datum {
  if (einde.length !== 10 || einde.startsWith('9999')) return plusDagen(einde, 1);
  const maand = Number(einde.slice(5, 7));
  const tweeCijfers = (getal: number): string => String(getal).padStart(2, '0');
  return maand === 12 ? `${String(Number(einde.slice(0, 4)) + 1).padStart(4, '0')}-01-01` : `${einde.slice(0, 5)}${tweeCijfers(maand + 1)}-01`;
}

/** What one allocation allows at most on the days that it has in one week, month or year. */
function hoogstens({ omvang, begindatum, einddatum }: Gebruik, { begin, einde }: Vak): number {
  return totaalMaximum({
    ...omvang, ingangsdatum: na(begindatum, begin) ? begindatum : begin, einddatum: vroegste(einddatum, einde),
  }, einde);
}

/** The most that may be delivered in one week, month or year, as `optelbaar` counts. */
function belasting(gebruik: readonly Geteld[], vak: Vak, per: Volumegrens['per']): number {
  const [eerste, laatste] = [dagnummer(vak.begin), dagnummer(vak.einde)];
  let som = 0;
  // How many times a volume may be delivered in the whole of it, reckoned once for all allocations of a kind.
  const keren = new Map<string, number>();
  const naastElkaar: { begin: number; eind: number; waarde: number }[] = [];
  for (const een of gebruik) {
    if (een.van > laatste || een.tot < eerste) continue;
    const { soort, omvang: { volume, frequentie } } = een;
    let waarde: number;
    if (een.van > eerste || een.tot < laatste) waarde = hoogstens(een, vak);
    else {
      let aantal = keren.get(soort);
      if (aantal === undefined) keren.set(soort, aantal = hoogstens({ ...een, omvang: { ...een.omvang, volume: 1 } }, vak));
      waarde = volume * aantal;
    }
    if (frequentie === '6' || KORTER[per].includes(frequentie)) som += waarde;
    else naastElkaar.push({ begin: een.van, eind: een.tot, waarde });
  }
  let meeste = 0;
  for (const { begin } of naastElkaar) {
    let opDieDag = 0;
    for (const ander of naastElkaar) if (ander.begin <= begin && begin <= ander.eind) opDieDag += ander.waarde;
    meeste = Math.max(meeste, opDieDag);
  }
  return som + meeste;
}

/** The weeks, months or years to look at from one day on, up to that of the last day. */
function* vakkenVanaf(keerpunt: Datum, totEnMet: Datum | undefined, per: Volumegrens['per'], perMaand: boolean): Generator<Vak> {
  const voorbij = ({ begin }: Vak): boolean => totEnMet !== undefined && na(begin, totEnMet);
  let vak = vakVan(keerpunt, per);
  for (let i = 0; i <= GENOEG[per] && !voorbij(vak); i++) {
    yield vak;
    if (i < GENOEG[per]) vak = volgend(vak, per);
  }
  if (per !== 'week' || !perMaand) return;
  let maand = vakVan(keerpunt, 'maand');
  for (let i = 0; i < GENOEG_MAANDGRENZEN; i++) {
    maand = volgend(maand, 'maand');
    const week = vakVan(maand.begin, 'week');
    if (voorbij(week)) return;
    yield week;
  }
}

/** Weeks, months or years among which is the one in which most may be delivered. */
function* vakken(gebruik: readonly Gebruik[], wens: Gebruik, per: Volumegrens['per']): Generator<Vak> {
  // What begins after the last day, but in the week, month or year of that day, still shares it with the request.
  const einde = wens.einddatum === undefined ? undefined : vakVan(wens.einddatum, per).einde;
  const binnen = (datum: Datum): boolean => opOfVoor(wens.begindatum, datum) && (einde === undefined || opOfVoor(datum, einde));
  const keerpunten = new Set([wens.begindatum]);
  // Where something ends there is only less.
  for (const { begindatum } of gebruik) if (binnen(begindatum)) keerpunten.add(begindatum);
  const perMaand = gebruik.some(({ omvang }) => omvang.frequentie === '4');
  const gezien = new Set<Datum>();
  for (const keerpunt of keerpunten) {
    for (const vak of vakkenVanaf(keerpunt, wens.einddatum, per, perMaand)) {
      if (!gezien.has(vak.begin)) yield vak;
      gezien.add(vak.begin);
    }
  }
}

/** Whether the limit is kept; undefined when that cannot be told, because an extent is missing or in a unit that does not compare. */
export type Grensoordeel = boolean | undefined;

function inEenheid(gebruik: Gebruik, grens: Volumegrens): Geteld | undefined {
  const { volume, eenheid, frequentie } = gebruik.omvang;
  if (optelsoort(eenheid) !== optelsoort(grens.eenheid)) return undefined;
  const { begindatum, einddatum } = gebruik;
  return {
    begindatum, einddatum, omvang: { volume: optelbaar(volume, eenheid), eenheid, frequentie }, soort: frequentie + eenheid,
    van: dagnummer(begindatum), tot: einddatum === undefined ? Number.POSITIVE_INFINITY : dagnummer(einddatum),
  };
}

/**
 * Whether request and allocations together stay within a maximum.
 * @param naast what the client has already, of the products that the limit names
 */
export function binnenMaximum(grens: Volumegrens, wens: Gebruik, naast: readonly (Gebruik | undefined)[]): Grensoordeel {
  const alles = [wens, ...naast].map((een) => een && inEenheid(een, grens));
  const maximum = optelbaar(grens.volume, grens.eenheid);
  const gebruik = alles.filter((een) => een !== undefined);
  if (alles[0] === undefined) return undefined;
  const oordeel = gebruik.length === alles.length ? true : undefined;
  const ruimste = gebruik.reduce((som, { omvang }) => som + omvang.volume * RUIMSTE[grens.per][omvang.frequentie], 0);
  if (ruimste <= maximum) return oordeel;
  for (const vak of vakken(gebruik, alles[0], grens.per)) if (belasting(gebruik, vak, grens.per) > maximum) return false;
  return oordeel;
}

/** Frequentie with which a limit per week, month or year is counted like an allocation; years have none. */
const ALS_FREQUENTIE = { week: '2', maand: '4' } as const;

/**
 * Whether the request alone reaches a minimum: what it allows over its whole period is not less than the minimum would come to over that
 * period, counted the same way. Without an end a year is looked at.
 */
export function haaltMinimum(grens: Volumegrens, wens: Gebruik): Grensoordeel {
  const gebruik = inEenheid(wens, grens);
  if (gebruik === undefined) return undefined;
  const einddatum = wens.einddatum ?? plusDagen(plusJaren(wens.begindatum, 1), -1);
  const minimum = optelbaar(grens.volume, grens.eenheid);
  const periode = { ingangsdatum: wens.begindatum, einddatum };
  const gevraagd = totaalMaximum({ ...gebruik.omvang, ...periode }, einddatum);
  if (grens.per !== 'jaar') {
    return gevraagd >= totaalMaximum({ volume: minimum, eenheid: grens.eenheid, frequentie: ALS_FREQUENTIE[grens.per], ...periode }, einddatum);
  }
  const jaren = Math.floor(maandnummer(einddatum) / 12) - Math.floor(maandnummer(wens.begindatum) / 12) + 1;
  return gevraagd >= minimum * (wens.einddatum === undefined ? 1 : jaren);
}
