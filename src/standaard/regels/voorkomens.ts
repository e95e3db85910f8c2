/**
 * Where the classes of a message occur. Collected once per message, so that a rule is a pass over a list and never a search, and
 * so that a path is only written out for a finding.
 */
import type { Berichtsoort } from '../berichten/berichtsoorten.js';
import { SCHEMAS, type Berichten, type Klassen } from '../berichten/gegenereerd/index.js';
import { isKlasse, type Element, type Klasseelement } from '../berichten/structuur.js';

export type Klassenaam<B extends Berichtsoort> = keyof Klassen[B] & string;

/** One occurrence of a message class. */
export interface Voorkomen<T = unknown> {
  readonly klasse: string;
  readonly waarde: T;
  /** The class it stands in; absent directly under Bericht. */
  readonly ouder: Voorkomen | undefined;
  /** Element names from the parent class to this one, wrapper included. */
  readonly stap: string;
  /** 1-based position among its repeats; 0 for a class that cannot repeat. */
  readonly index: number;
}

export type Klassenindex = ReadonlyMap<string, readonly Voorkomen[]>;

const GEEN: readonly Voorkomen[] = [];

/** A class as it can stand in another one. A bare wrapper is part of the step to what it wraps. */
interface Klasseplek {
  readonly klasse: string;
  /** The property that holds it or the list of them. */
  readonly naam: string;
  readonly stap: string;
  readonly meervoudig: boolean;
  readonly plekken: readonly Klasseplek[];
}

/** Complex data types (CDT_…) are values, not classes. */
function isBerichtklasse(element: Element | undefined): element is Klasseelement {
  return element !== undefined && isKlasse(element) && !element.klasse.startsWith('CDT_');
}

function plekkenIn(element: Element): Klasseplek[] {
  if (!isKlasse(element)) return [];
  return element.elementen.filter(isBerichtklasse).flatMap((kind) => {
    const [gewikkeld] = kind.elementen;
    const binnen = kind.kaal ? gewikkeld : kind;
    if (!isBerichtklasse(binnen)) return [];
    const stap = kind.kaal ? `/${kind.naam}/${binnen.naam}` : `/${kind.naam}`;
    const { klasse, meervoudig } = binnen;
    return [{ klasse, naam: kind.naam, stap, meervoudig, plekken: plekkenIn(binnen) }];
  });
}

const PLEKKEN = new Map<Berichtsoort, readonly Klasseplek[]>();

function plekkenVan(berichtsoort: Berichtsoort): readonly Klasseplek[] {
  let plekken = PLEKKEN.get(berichtsoort);
  if (plekken === undefined) PLEKKEN.set(berichtsoort, plekken = plekkenIn(SCHEMAS[berichtsoort].structuur));
  return plekken;
}

type Velden = Readonly<Record<string, unknown>>;

function neemOp(
  index: Map<string, Voorkomen[]>, plekken: readonly Klasseplek[], velden: Velden, ouder: Voorkomen | undefined,
): void {
  for (const { klasse, naam, stap, meervoudig, plekken: dieper } of plekken) {
    const inhoud = velden[naam];
    if (inhoud === undefined) continue;
    const waarden = meervoudig ? inhoud as readonly unknown[] : [inhoud];
    for (let i = 0; i < waarden.length; i++) {
      const waarde = waarden[i];
      const voorkomen: Voorkomen = { klasse, waarde, ouder, stap, index: meervoudig ? i + 1 : 0 };
      const lijst = index.get(klasse);
      if (lijst === undefined) index.set(klasse, [voorkomen]);
      else lijst.push(voorkomen);
      if (dieper.length > 0) neemOp(index, dieper, waarde as Velden, voorkomen);
    }
  }
}

/** All occurrences of every message class, in document order. */
export function klassenVan<B extends Berichtsoort>(berichtsoort: B, bericht: Berichten[B]): Klassenindex {
  const index = new Map<string, Voorkomen[]>();
  neemOp(index, plekkenVan(berichtsoort), bericht as unknown as Velden, undefined);
  return index;
}

/** Occurrences of one class in document order; empty when it does not occur. */
export function voorkomensVan<B extends Berichtsoort, K extends Klassenaam<B>>(
  index: Klassenindex, _berichtsoort: B, klasse: K,
): readonly Voorkomen<Klassen[B][K]>[] {
  return (index.get(klasse) ?? GEEN) as readonly Voorkomen<Klassen[B][K]>[];
}

/** Indexed element path of an occurrence, with an element below it if given: /Bericht/Client/StartProducten/StartProduct[1]. */
export function padVan(voorkomen: Voorkomen, element?: string): string {
  let pad = element === undefined ? '' : `/${element}`;
  for (let v: Voorkomen | undefined = voorkomen; v !== undefined; v = v.ouder) {
    pad = `${v.stap}${v.index > 0 ? `[${v.index}]` : ''}${pad}`;
  }
  return `/Bericht${pad}`;
}
