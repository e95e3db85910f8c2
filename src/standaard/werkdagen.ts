/**
 * Working days in the Netherlands and the terms counted in them. A day that is no Saturday, Sunday or public holiday
 * is a working day, which is how the standard's list of terms has it too.
 *
 * Public holidays are those of article 3 of the Algemene termijnenwet: New Year's Day, Easter Monday, Ascension Day,
 * Whit Monday, Koningsdag, 5 May, both Christmas days, and Good Friday, which its second paragraph puts on a par with
 * them. Days that a royal decree adds for a few years (the third paragraph, such as the Friday after Ascension Day)
 * are not known here and count as working days. The calendar of today holds for every year, also for years before
 * Koningsdag existed.
 */
import { dagnummer, laatsteVanMaand, plusDagen, plusJaren, type Datum } from './datum.js';

export type Termijneenheid = 'werkdagen' | 'dagen' | 'weken' | 'maanden';

/** How long a term lasts. A negative `aantal` counts back. */
export interface Termijnduur {
  /** Whole number. */
  readonly aantal: number;
  readonly eenheid: Termijneenheid;
}

/** Easter repeats itself after this many years, and so do leap years and weekdays. */
const PAASCYCLUS = 5_700_000n;
/** Leap years and weekdays repeat themselves after this many years. */
const KALENDERCYCLUS = 400;
/** A first year of such a cycle that is written with four digits. */
const CYCLUS_BEGINT = 2000;
const DAGEN_PER_WEEK = 7;
const MAANDEN_PER_JAAR = 12;
/** Day 0 of `dagnummer` is a Thursday; with this the remainder is 0 on Monday. */
const DONDERDAG = 3;
const ZATERDAG = 5;

const VASTE_FEESTDAGEN: ReadonlySet<string> = new Set(['-01-01', '-05-05', '-12-25', '-12-26']);
const KONINGSDAG = '-04-27';
/** Koningsdag when 27 April is a Sunday. */
const KONINGSDAG_ZATERDAG = '-04-26';
/** Days from Easter Sunday: Good Friday, Easter Monday, Ascension Day, Whit Monday. */
const ROND_PASEN: ReadonlySet<number> = new Set([-2, 1, 39, 50]);

/** The year within the cycle of Easter: the same calendar, in a number that is easy to count with. */
function paasjaarVan(datum: Datum): number {
  const jaar = BigInt(datum.slice(0, -6)) % PAASCYCLUS;
  return Number(jaar < 0n ? jaar + PAASCYCLUS : jaar);
}

/** The number of a day in a cycle of 400 years, so that sums and weekdays are exact for every year. */
function dagInCyclus(paasjaar: number, maandEnDag: string): number {
  return dagnummer(`${CYCLUS_BEGINT + (paasjaar % KALENDERCYCLUS)}${maandEnDag}`);
}

/** 0 for Monday up to 6 for Sunday. */
function weekdag(dag: number): number {
  return (dag + DONDERDAG) % DAGEN_PER_WEEK;
}

/**
 * Easter Sunday of the Gregorian calendar, as month and day: the Sunday after the ecclesiastical full moon on or
 * after 21 March.
 */
function paaszondag(jaar: number): string {
  const gulden = jaar % 19;
  const eeuw = Math.floor(jaar / 100);
  const schrikkeleeuwen = Math.floor(eeuw / 4);
  const ouderdom = (eeuw - schrikkeleeuwen - Math.floor((8 * eeuw + 13) / 25) + 19 * gulden + 15) % 30;
  // The full moon, in days after 21 March; the last two are moved so that no two years of a lunar cycle share it.
  const vollemaan = ouderdom === 29 || (ouderdom === 28 && gulden > 10) ? ouderdom - 1 : ouderdom;
  const tekort = (jaar + Math.floor(jaar / 4) + vollemaan + 2 - eeuw + schrikkeleeuwen) % DAGEN_PER_WEEK;
  const dagInMaart = 28 + vollemaan - tekort;
  const [maand, dag] = dagInMaart > 31 ? ['04', dagInMaart - 31] : ['03', dagInMaart];
  return `-${maand}-${String(dag).padStart(2, '0')}`;
}

/** Whether a date is a public holiday (article 3, first and second paragraph), also when it falls in a weekend. */
export function isFeestdag(datum: Datum): boolean {
  const maandEnDag = datum.slice(-6);
  if (VASTE_FEESTDAGEN.has(maandEnDag)) return true;
  const jaar = paasjaarVan(datum);
  const dag = dagInCyclus(jaar, maandEnDag);
  if (maandEnDag === KONINGSDAG) return weekdag(dag) !== DAGEN_PER_WEEK - 1;
  if (maandEnDag === KONINGSDAG_ZATERDAG && weekdag(dag) === ZATERDAG) return true;
  return ROND_PASEN.has(dag - dagInCyclus(jaar, paaszondag(jaar)));
}

/** Whether a date is a working day: from Monday to Friday, and no public holiday. */
export function isWerkdag(datum: Datum): boolean {
  return weekdag(dagInCyclus(paasjaarVan(datum), datum.slice(-6))) < ZATERDAG && !isFeestdag(datum);
}

/**
 * The working day that is `aantal` working days after `datum`; `datum` itself does not count, whether it is a working
 * day or not. With a negative `aantal` that many before; with 0 `datum` itself. Takes as many steps as there are days
 * in between.
 * @throws RangeError when `aantal` is no whole number
 */
export function plusWerkdagen(datum: Datum, aantal: number): Datum {
  controleerGeheel(aantal);
  const stap = Math.sign(aantal);
  let dag = datum;
  for (let nog = Math.abs(aantal); nog > 0;) {
    dag = plusDagen(dag, stap);
    if (isWerkdag(dag)) nog -= 1;
  }
  return dag;
}

/** The same day `aantal` months later; the last day of that month where it has no such day. */
function plusMaanden(datum: Datum, aantal: number): Datum {
  const maand = Number(datum.slice(-5, -3)) - 1 + aantal;
  const jaren = Math.floor(maand / MAANDEN_PER_JAAR);
  const januari = plusJaren(`${datum.slice(0, -6)}-01-01`, jaren);
  const eerste = `${januari.slice(0, -5)}${String(maand - jaren * MAANDEN_PER_JAAR + 1).padStart(2, '0')}-01`;
  const laatste = laatsteVanMaand(eerste);
  const dag = datum.slice(-2);
  return dag > laatste.slice(-2) ? laatste : `${eerste.slice(0, -2)}${dag}`;
}

/**
 * The last day of a term: what is done on that day, until its end, is in time. The day of the event, `start`, does not
 * count: one day after the first is the second. Days, weeks and months run through weekends and holidays, and do not
 * move when they end in one: article 1 of the Algemene termijnenwet does that for terms set by law, and these are of
 * the standard or of a contract.
 *
 * A negative `aantal` gives the last day on which something is still that long before `start`.
 * @throws RangeError when `aantal` is no whole number
 */
export function eindeTermijn({ aantal, eenheid }: Termijnduur, start: Datum): Datum {
  controleerGeheel(aantal);
  switch (eenheid) {
    case 'werkdagen': return plusWerkdagen(start, aantal);
    case 'dagen': return plusDagen(start, aantal);
    case 'weken': return plusDagen(start, aantal * DAGEN_PER_WEEK);
    case 'maanden': return plusMaanden(start, aantal);
  }
}

function controleerGeheel(aantal: number): void {
  if (!Number.isSafeInteger(aantal)) throw new RangeError('het aantal van een termijn is geen geheel getal');
}
