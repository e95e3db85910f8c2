/** The calendar months of an allocation: a ProductPeriode lies in one month (CS337), so that is what a maximum per period is about. */
import { eersteVanMaand, laatsteVanMaand, maandnummer, na, plusDagen, type Datum } from '../datum.js';
import { periodeMaximum } from './maximum.js';
import type { ProductPeriode, ToegewezenOmvang } from './omvang.js';

type Looptijd = Pick<ToegewezenOmvang, 'ingangsdatum' | 'einddatum'>;

const laatste = (a: Datum, b: Datum): Datum => (na(a, b) ? a : b);
const eerste = (a: Datum, b: Datum): Datum => (na(a, b) ? b : a);

/**
 * The month of a date, cut to the allocation: both days included, as a ProductPeriode for that month may run at most. Undefined for a month
 * that has no day of the allocation.
 */
export function maandVan({ ingangsdatum, einddatum }: Looptijd, datum: Datum): ProductPeriode | undefined {
  const begin = laatste(eersteVanMaand(datum), ingangsdatum);
  const eind = einddatum === undefined ? laatsteVanMaand(datum) : eerste(laatsteVanMaand(datum), einddatum);
  return na(begin, eind) ? undefined : { begindatum: begin, einddatum: eind };
}

/**
 * The most that may be delivered in the whole month of a date (TR321), in the unit of the allocation, eurocents for Eenheid 83. 0 for a month
 * that has no day of the allocation; undefined with Frequentie 6, which has no maximum per period.
 */
export function maandmaximum(toewijzing: ToegewezenOmvang, datum: Datum): number | undefined {
  if (toewijzing.frequentie === '6') return undefined;
  const maand = maandVan(toewijzing, datum);
  return maand === undefined ? 0 : periodeMaximum(toewijzing, maand);
}

export interface Maandvenster {
  /** First days of the months, oldest first. */
  readonly maanden: readonly Datum[];
  /** The last month before these, and the last month of the window after these; absent where there is nothing more. */
  readonly eerder?: Datum;
  readonly later?: Datum;
}

const maandErna = (maand: Datum): Datum => plusDagen(laatsteVanMaand(maand), 1);
const maandErvoor = (maand: Datum): Datum => eersteVanMaand(plusDagen(eersteVanMaand(maand), -1));

function verschoven(maand: Datum, aantal: number): Datum {
  let uitkomst = eersteVanMaand(maand);
  for (let i = 0; i < Math.abs(aantal); i++) uitkomst = aantal < 0 ? maandErvoor(uitkomst) : maandErna(uitkomst);
  return uitkomst;
}

/**
 * As many months as fit in a window that ends with the month of `tot`; shifted where it would begin before the first or end after the last.
 * @param begin a day in the first month there is
 * @param eind a day in the last month there is, not before `begin`
 * @param tot the last month wanted; one outside `begin` and `eind` gives the nearest
 * @param hoeveel at most this many months, 1 or more
 */
export function maandvenster(begin: Datum, eind: Datum, tot: Datum, hoeveel: number): Maandvenster {
  const [van, einde] = [maandnummer(begin), maandnummer(eind)];
  const gewenst = na(tot, eind) ? eind : na(begin, tot) ? begin : tot;
  const slot = maandnummer(gewenst) - van + 1 < hoeveel
    ? verschoven(begin, Math.min(hoeveel - 1, einde - van)) : eersteVanMaand(gewenst);
  const aantal = Math.min(hoeveel, maandnummer(slot) - van + 1);
  const maanden: Datum[] = [];
  for (let maand = verschoven(slot, 1 - aantal), i = 0; i < aantal; i++, maand = maandErna(maand)) maanden.push(maand);
  const [oudste] = maanden;
  return {
    maanden,
    ...(oudste !== undefined && maandnummer(oudste) > van ? { eerder: maandErvoor(oudste) } : {}),
    ...(maandnummer(slot) < einde ? { later: verschoven(slot, Math.min(hoeveel, einde - maandnummer(slot))) } : {}),
  };
}
