/** The policy of all regions, indexed so that a question about one product does not depend on how many products there are. */
import type { Datum } from '../standaard/datum.js';
import { na, opOfVoor } from '../standaard/datum.js';
import type {
  Aanvraagroute, Beleidsbestand, Betaling, Contract, Geldigheid, Gewicht, Keuze, Product, Schaal, Signaal, Termijn, Voorwaarde,
} from './beleidsbestand.js';

/** A place on a ladder of groups, light to heavy. */
export interface Ladderplaats {
  readonly schaal: Schaal;
  readonly plaats: number;
}

/** A place in a row of products that succeed each other. */
export interface Ketenplaats {
  /** Code of the lightest product of the row. */
  readonly keten: string;
  readonly plaats: number;
}

/** A rule with the products that it names, groups written out. */
export interface Uitgeschreven<T> {
  readonly regel: T;
  readonly producten: ReadonlySet<string>;
}

/** The policy of one region. */
export interface Regiobeleid {
  readonly bestand: string;
  readonly inhoud: Beleidsbestand;
  readonly producten: ReadonlyMap<string, Product>;
  /** Codes of the products in each group, in the order of the file. */
  readonly groepleden: ReadonlyMap<string, readonly string[]>;
  readonly contracten: ReadonlyMap<string, readonly Contract[]>;
  readonly routes: ReadonlyMap<string, readonly Aanvraagroute[]>;
  readonly ladders: ReadonlyMap<string, Ladderplaats>;
  readonly ketens: ReadonlyMap<string, Ketenplaats>;
  /** Rules that name the product under `voor`, with what they name besides it. */
  readonly voorwaarden: ReadonlyMap<string, readonly Uitgeschreven<Voorwaarde>[]>;
  /** Exclusions that name the product under `met`: they hold both ways. */
  readonly uitsluitingen: ReadonlyMap<string, readonly Uitgeschreven<Voorwaarde>[]>;
  readonly betaling: ReadonlyMap<string, readonly Betaling[]>;
  /** Payment rules for products that no payment rule names. */
  readonly betalingOverig: readonly Betaling[];
  /** Terms in the order of the file; one without `voor` names no products and holds for all. */
  readonly termijnen: readonly Uitgeschreven<Termijn>[];
  readonly signalen: readonly Signaal[];
  /** The codes that a choice of products and groups stands for. */
  uitgeschreven(keuze: Keuze): ReadonlySet<string>;
}

/** All regions together. Immutable: a reload makes another one. */
export interface Beleid {
  readonly regios: readonly Regiobeleid[];
  /** The policy for a gemeente; undefined when no file names it. */
  voor(gemeente: string): Regiobeleid | undefined;
}

/** Whether a date lies in the period; both ends included, an absent end is open. */
export function geldtOp({ vanaf, totEnMet }: Geldigheid, datum: Datum): boolean {
  return (vanaf === undefined || opOfVoor(vanaf, datum)) && (totEnMet === undefined || opOfVoor(datum, totEnMet));
}

/** Whether two periods share a day. */
export function overlappen(a: Geldigheid, b: Geldigheid): boolean {
  return !(a.totEnMet !== undefined && b.vanaf !== undefined && na(b.vanaf, a.totEnMet))
    && !(b.totEnMet !== undefined && a.vanaf !== undefined && na(a.vanaf, b.totEnMet));
}

const GEWICHTEN: Readonly<Record<Gewicht, number>> = { licht: 0, middel: 1, zwaar: 2 };

/** Weights as numbers, light to heavy; undefined without a weight. */
export function zwaarte(product: Product): number | undefined {
  return product.gewicht === undefined ? undefined : GEWICHTEN[product.gewicht];
}

function voegToe<T>(lijsten: Map<string, T[]>, sleutel: string, waarde: T): void {
  const lijst = lijsten.get(sleutel);
  if (lijst === undefined) lijsten.set(sleutel, [waarde]);
  else lijst.push(waarde);
}

/** Rows of products by `opvolger`. A product that two rows claim, or that succeeds itself, is refused by controle.ts before this. */
function ketensVan(producten: ReadonlyMap<string, Product>): Map<string, Ketenplaats> {
  const opgevolgd = new Set([...producten.values()].flatMap(({ opvolger }) => opvolger ?? []));
  const ketens = new Map<string, Ketenplaats>();
  for (const begin of producten.values()) {
    if (begin.opvolger === undefined || opgevolgd.has(begin.code)) continue;
    let plaats = 0;
    for (let product: Product | undefined = begin; product !== undefined && !ketens.has(product.code); plaats++) {
      ketens.set(product.code, { keten: begin.code, plaats });
      product = product.opvolger === undefined ? undefined : producten.get(product.opvolger);
    }
  }
  return ketens;
}

const GEEN: Keuze = [];

/** Indexes one policy file that passed the schema and the checks. */
export function maakRegiobeleid(bestand: string, inhoud: Beleidsbestand): Regiobeleid {
  const producten = new Map((inhoud.producten ?? []).map((product) => [product.code, product]));
  const groepleden = new Map<string, string[]>((inhoud.groepen ?? []).map(({ code }) => [code, []]));
  for (const { code, groep } of producten.values()) if (groep !== undefined) voegToe(groepleden, groep, code);
  const bekend = new Map<Keuze, ReadonlySet<string>>();
  const uitgeschreven = (keuze: Keuze): ReadonlySet<string> => {
    let codes = bekend.get(keuze);
    if (codes === undefined) {
      codes = new Set(keuze.flatMap((naam) => groepleden.get(naam) ?? [naam]));
      bekend.set(keuze, codes);
    }
    return codes;
  };

  const contracten = new Map<string, Contract[]>();
  for (const contract of inhoud.contracten ?? []) voegToe(contracten, contract.aanbieder, contract);
  const routes = new Map<string, Aanvraagroute[]>();
  for (const route of inhoud.aanvraagroutes ?? []) for (const code of uitgeschreven(route.voor)) voegToe(routes, code, route);
  const ladders = new Map<string, Ladderplaats>();
  for (const schaal of inhoud.schalen ?? []) schaal.groepen.forEach((groep, plaats) => ladders.set(groep, { schaal, plaats }));

  const voorwaarden = new Map<string, Uitgeschreven<Voorwaarde>[]>();
  const uitsluitingen = new Map<string, Uitgeschreven<Voorwaarde>[]>();
  for (const regel of inhoud.voorwaarden ?? []) {
    const voor = uitgeschreven(regel.voor);
    const genoemd = regel.soort === 'vereist' ? uitgeschreven(regel.naast) : regel.soort === 'nietSamen' ? uitgeschreven(regel.met) : voor;
    for (const code of voor) voegToe(voorwaarden, code, { regel, producten: genoemd });
    if (regel.soort === 'nietSamen') for (const code of genoemd) voegToe(uitsluitingen, code, { regel, producten: voor });
  }
  const betaling = new Map<string, Betaling[]>();
  const betalingOverig: Betaling[] = [];
  for (const regel of inhoud.betaling ?? []) {
    if (regel.voor === undefined) betalingOverig.push(regel);
    else for (const code of uitgeschreven(regel.voor)) voegToe(betaling, code, regel);
  }
  return Object.freeze({
    bestand, inhoud, producten, groepleden, contracten, routes, ladders, ketens: ketensVan(producten), voorwaarden, uitsluitingen, betaling,
    betalingOverig, signalen: inhoud.signalen ?? [], uitgeschreven,
    termijnen: (inhoud.termijnen ?? []).map((regel) => ({ regel, producten: uitgeschreven(regel.voor ?? GEEN) })),
  });
}

/** Puts regions together; which gemeente belongs to which is checked by controle.ts before this. */
export function maakBeleid(regios: readonly Regiobeleid[]): Beleid {
  const perGemeente = new Map(regios.flatMap((regio) => regio.inhoud.gemeenten.map((gemeente) => [gemeente, regio] as const)));
  return Object.freeze({ regios, voor: (gemeente: string) => perGemeente.get(gemeente) });
}

/** No policy for any gemeente. */
export const LEEG_BELEID: Beleid = maakBeleid([]);
