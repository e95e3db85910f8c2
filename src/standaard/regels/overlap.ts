/**
 * Overlap of the same product in time, for TR302, TR386, TR410 and TR361.
 *
 * "The same product" is no equivalence: an instance without Product meets every category that is not free, one with
 * only a category meets all codes of it, while two codes of one category do not meet each other. So instances cannot
 * be split into groups first. Instead each instance stands in the groups that others may look in, and looks itself in
 * the groups it can conflict with.
 */
import { vergelijk, type Datum } from '../datum.js';
import type { Toets } from './regel.js';
import type { Voorkomen } from './voorkomens.js';

/** Categories whose periods may overlap, with each other and with an instance without Product (TR302). */
const VRIJE_CATEGORIEEN: ReadonlySet<string> = new Set(['11', '12', '13', '14']);

/**
 * A product over a period, both ends included. Without `eind` it never ends; one that ends before it begins overlaps
 * nothing.
 */
export interface Productperiode {
  readonly product?: { readonly Categorie: string; readonly Code?: string | undefined } | undefined;
  readonly begin: Datum;
  readonly eind?: Datum | undefined;
}

/** Dates as ranks among all begin dates of a list: whether periods overlap depends on nothing else. */
interface Geplaatst<T> {
  readonly item: T;
  /** Rank of the begin date, from 1. */
  readonly van: number;
  /** How many of the begin dates lie on or before the end; less than `van` for a period without days. */
  readonly tot: number;
}

const ZONDER_PRODUCT = '-';
const MET_PRODUCT = '*';
const GEEN: readonly string[] = [];

function isVrij({ Categorie }: { readonly Categorie: string }): boolean {
  return VRIJE_CATEGORIEEN.has(Categorie);
}

/** A code is never empty (XSD), so the text without one is a group of its own. */
function codegroep(categorie: string, code = ''): string {
  return `${categorie}:${code}`;
}

function staatIn({ product }: Productperiode): readonly string[] {
  if (product === undefined) return [ZONDER_PRODUCT];
  if (isVrij(product)) return GEEN;
  return [MET_PRODUCT, product.Categorie, codegroep(product.Categorie, product.Code)];
}

function kijktIn({ product }: Productperiode): readonly string[] {
  if (product === undefined) return [ZONDER_PRODUCT, MET_PRODUCT];
  if (isVrij(product)) return GEEN;
  if (product.Code === undefined) return [ZONDER_PRODUCT, product.Categorie];
  return [ZONDER_PRODUCT, codegroep(product.Categorie), codegroep(product.Categorie, product.Code)];
}

/** How many of the sorted dates lie on or before `datum`. */
function aantalTot(datums: readonly Datum[], datum: Datum): number {
  let van = 0;
  let tot = datums.length;
  while (van < tot) {
    const midden = (van + tot) >>> 1;
    if (vergelijk(datums[midden] as Datum, datum) <= 0) van = midden + 1;
    else tot = midden;
  }
  return van;
}

function plaats<T extends Productperiode>(lijst: readonly T[]): Geplaatst<T>[] {
  const begins = [...new Set(lijst.map(({ begin }) => begin))].sort(vergelijk);
  return lijst.map((item) => ({
    item,
    van: aantalTot(begins, item.begin),
    tot: item.eind === undefined ? begins.length : aantalTot(begins, item.eind),
  }));
}

/**
 * Periods to which one can be added and of which one can be asked whether any conflicts with a given one, each in
 * O(log n). Per group a binary indexed tree over the begin ranks holds the furthest end: a period conflicts when,
 * among those that begin on or before its end, the furthest end reaches its begin.
 */
class Perioden {
  readonly #groepen = new Map<string, Map<number, number>>();

  constructor(private readonly aantal: number) {}

  voegToe({ item, van, tot }: Geplaatst<Productperiode>): void {
    if (tot < van) return;
    for (const groep of staatIn(item)) {
      let eindes = this.#groepen.get(groep);
      if (eindes === undefined) this.#groepen.set(groep, eindes = new Map());
      for (let i = van; i <= this.aantal; i += i & -i) if ((eindes.get(i) ?? 0) < tot) eindes.set(i, tot);
    }
  }

  conflicteert({ item, van, tot }: Geplaatst<Productperiode>): boolean {
    if (tot < van) return false;
    for (const groep of kijktIn(item)) {
      const eindes = this.#groepen.get(groep);
      if (eindes === undefined) continue;
      for (let i = tot; i > 0; i -= i & -i) if ((eindes.get(i) ?? 0) >= van) return true;
    }
    return false;
  }
}

/**
 * The instances that are the same product as, and share a day with, one that stands earlier in the list; in list
 * order. So the first of what overlaps stays out. O(n log n).
 */
export function* conflicterendMetEerdere<T extends Productperiode>(lijst: readonly T[]): Generator<T, void> {
  const eerdere = new Perioden(lijst.length);
  for (const geplaatst of plaats(lijst)) {
    if (eerdere.conflicteert(geplaatst)) yield geplaatst.item;
    eerdere.voegToe(geplaatst);
  }
}

/**
 * The instances that are the same product as, and share a day with, another one: both sides of each conflicting pair,
 * each instance once, in list order. Instances for which `onderling` is false are compared with the others but not
 * with each other. O(n log n).
 */
export function conflicterend<T extends Productperiode>(
  lijst: readonly T[], onderling: (item: T) => boolean = () => true,
): T[] {
  const geplaatst = plaats(lijst);
  const gewone = geplaatst.filter(({ item }) => onderling(item));
  const overige = geplaatst.filter(({ item }) => !onderling(item));
  const treffers = new Set<Geplaatst<T>>();
  const heen = new Perioden(lijst.length);
  for (const een of gewone) {
    if (heen.conflicteert(een)) treffers.add(een);
    heen.voegToe(een);
  }
  for (const een of overige) if (heen.conflicteert(een)) treffers.add(een);
  const terug = new Perioden(lijst.length);
  for (const een of overige) terug.voegToe(een);
  for (const een of gewone.toReversed()) {
    if (terug.conflicteert(een)) treffers.add(een);
    terug.voegToe(een);
  }
  return geplaatst.filter((een) => treffers.has(een)).map(({ item }) => item);
}

/**
 * The predicate of TR302, TR386 and TR410. The standard does not say which of two overlapping instances breaks the
 * rule; here it is the later one in the message, so that the first stays clean. Occurrences without a period
 * (undefined) take no part.
 */
export function geenOverlap<T>(periode: (waarde: T) => Productperiode | undefined): Toets<T, unknown> {
  return function* (voorkomens) {
    const perioden: (Productperiode & { readonly bij: Voorkomen })[] = [];
    for (const bij of voorkomens) {
      const gevonden = periode(bij.waarde);
      if (gevonden !== undefined) perioden.push({ ...gevonden, bij });
    }
    for (const { bij } of conflicterendMetEerdere(perioden)) yield { bij };
  };
}
