/**
 * A rule is a value: its code, level and return code, and per message and class where it applies a pure predicate that says which
 * occurrences break it. Level 2 predicates see the message, those of level 3 and 4 also the dossier.
 */
import type { Berichtsoort } from '../berichten/berichtsoorten.js';
import type { Berichten, Klassen, basis } from '../berichten/gegenereerd/index.js';
import type { Dossier } from './dossier.js';
import type { Klassenaam, Klassenindex, Voorkomen } from './voorkomens.js';

export type RetourCode = basis.LDT_RetourCode;

/** What every predicate can see. */
export interface Context<B extends Berichtsoort = Berichtsoort> {
  readonly berichtsoort: B;
  readonly bericht: Berichten[B];
  readonly klassen: Klassenindex;
}

/** What predicates of level 3 and 4 can see besides. */
export interface DossierContext<B extends Berichtsoort = Berichtsoort> extends Context<B> {
  readonly dossier: Dossier;
  /** Whether one of these rules, evaluated earlier in the list of the message, failed for this occurrence. */
  faalt(voorkomen: Voorkomen, ...codes: readonly string[]): boolean;
  /** Whether any rule at all, evaluated earlier in the list of the message, failed for this occurrence. */
  faaltIets(voorkomen: Voorkomen): boolean;
}

/** A broken rule: the occurrence, and the element below it when a narrower place than that of the rule is known. */
export interface Overtreding {
  readonly bij: Voorkomen;
  readonly element?: string;
}

export type Toets<T, C> = (voorkomens: readonly Voorkomen<T>[], context: C) => Iterable<Overtreding>;

/** Where a rule applies. `element` is the element path below the class that the rule looks at. */
export interface Plek<C> {
  readonly bericht: Berichtsoort;
  readonly klasse: string;
  readonly element: string | undefined;
  readonly toets: Toets<never, C>;
}

export interface Regel<C> {
  readonly code: string;
  readonly niveau: 2 | 3 | 4;
  /** Absent for rules without one in the standard (checks on the WMO325, or already enforced by the schema). */
  readonly retourcode: RetourCode | undefined;
  /** The schema already refuses what breaks this rule, so it has no predicate. */
  readonly afgedwongenDoorXsd: boolean;
  readonly plekken: readonly Plek<C>[];
}

export type Regel2 = Regel<Context>;
export type Regel34 = Regel<DossierContext>;

/** A place of a level 2 rule. */
export function plek<B extends Berichtsoort, K extends Klassenaam<B>>(
  bericht: B, klasse: K, element: string | undefined, toets: Toets<Klassen[B][K], Context<B>>,
): Plek<Context> {
  return { bericht, klasse, element, toets: toets as unknown as Toets<never, Context> };
}

/** A place of a level 3 or 4 rule. */
export function plek34<B extends Berichtsoort, K extends Klassenaam<B>>(
  bericht: B, klasse: K, element: string | undefined, toets: Toets<Klassen[B][K], DossierContext<B>>,
): Plek<DossierContext> {
  return { bericht, klasse, element, toets: toets as unknown as Toets<never, DossierContext> };
}

/** A predicate on each occurrence by itself; `voldoet` says whether the rule holds. */
export function elk<T, C>(voldoet: (waarde: T, context: C, voorkomen: Voorkomen<T>) => boolean): Toets<T, C> {
  // No generator: a loop in one leaves an object behind for every step, and these go over all Prestaties of a claim.
  return (voorkomens, context) => {
    const gevonden: Overtreding[] = [];
    for (const bij of voorkomens) if (!voldoet(bij.waarde, context, bij)) gevonden.push({ bij });
    return gevonden;
  };
}

/**
 * Uniqueness in linear time: every occurrence whose key was seen before breaks the rule.
 * An occurrence without a key (undefined) takes no part.
 */
export function uniek<T, C>(sleutel: (waarde: T, voorkomen: Voorkomen<T>, context: C) => unknown): Toets<T, C> {
  return (voorkomens, context) => {
    const gevonden: Overtreding[] = [];
    const gezien = new Set<unknown>();
    for (const bij of voorkomens) {
      const waarde = sleutel(bij.waarde, bij, context);
      if (waarde === undefined) continue;
      if (gezien.has(waarde)) gevonden.push({ bij });
      gezien.add(waarde);
    }
    return gevonden;
  };
}

/**
 * As `uniek`, for a key of which one part by itself is distinct in almost every message: only occurrences that share that
 * part have their whole key made. An occurrence without that part (undefined) takes no part.
 */
export function uniekBinnen<T, C>(
  deel: (waarde: T) => string | number | undefined, sleutel: (waarde: T, voorkomen: Voorkomen<T>) => string,
): Toets<T, C> {
  return (voorkomens) => {
    const gevonden: Overtreding[] = [];
    const gezien = new Set<string | number>();
    const herhaald = new Map<string | number, Set<string>>();
    for (const { waarde } of voorkomens) {
      const groep = deel(waarde);
      if (groep === undefined) continue;
      if (gezien.has(groep)) herhaald.set(groep, new Set());
      else gezien.add(groep);
    }
    if (herhaald.size === 0) return gevonden;
    for (const bij of voorkomens) {
      const groep = deel(bij.waarde);
      const sleutels = groep === undefined ? undefined : herhaald.get(groep);
      if (sleutels === undefined) continue;
      const eigen = sleutel(bij.waarde, bij);
      if (sleutels.has(eigen)) gevonden.push({ bij });
      sleutels.add(eigen);
    }
    return gevonden;
  };
}

/** Parts of a logical key as one string; absent differs from every value and equals absent (sleutels.yaml). */
export function sleutelVan(...delen: readonly (string | number | undefined)[]): string {
  let sleutel = '';
  for (const deel of delen) {
    const tekst = deel === undefined ? '' : String(deel);
    sleutel += deel === undefined ? '-|' : `+${tekst.length}:${tekst}|`;
  }
  return sleutel;
}

/** A level 2 rule; rejected with 0001 in the Header of the return message. */
export function regel2(code: string, ...plekken: readonly Plek<Context>[]): Regel2 {
  return Object.freeze({ code, niveau: 2 as const, retourcode: '0001' as const, afgedwongenDoorXsd: false, plekken });
}

/** A level 2 rule that the schema already enforces; recorded so that the catalogue is complete. */
export function regelInXsd(code: string, ...plekken: readonly (readonly [Berichtsoort, string, string])[]): Regel2 {
  const leeg: Toets<never, Context> = () => [];
  return Object.freeze({
    code, niveau: 2 as const, retourcode: undefined, afgedwongenDoorXsd: true,
    plekken: plekken.map(([bericht, klasse, element]) => ({ bericht, klasse, element, toets: leeg })),
  });
}

/** A rule of level 3 (against earlier messages) or 4 (against external sources). */
export function regel34(
  code: string, niveau: 3 | 4, retourcode: RetourCode | undefined, ...plekken: readonly Plek<DossierContext>[]
): Regel34 {
  return Object.freeze({ code, niveau, retourcode, afgedwongenDoorXsd: false, plekken });
}
