/**
 * Where the classes of a message occur. Collected once per message, so that a rule is a pass over a list and never a search, and
 * so that a path is only written out for a finding.
 */
import type { Berichtsoort } from '../berichten/berichtsoorten.js';
import { SCHEMAS, type Berichten, type Klassen } from '../berichten/gegenereerd/index.js';
import { isKlasse, type Klasseelement } from '../berichten/structuur.js';

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

/** All occurrences of every message class, in document order. Complex data types (CDT_…) are values, not classes. */
export function klassenVan<B extends Berichtsoort>(berichtsoort: B, bericht: Berichten[B]): Klassenindex {
  const index = new Map<string, Voorkomen[]>();
  const bezoek = (element: Klasseelement, inhoud: unknown, ouder: Voorkomen | undefined, stap: string): void => {
    for (const kind of element.elementen) {
      if (!isKlasse(kind) || kind.klasse.startsWith('CDT_')) continue;
      const waarde = element.kaal ? inhoud : (inhoud as Readonly<Record<string, unknown>>)[kind.naam];
      if (waarde === undefined) continue;
      const pad = `${stap}/${kind.naam}`;
      if (kind.kaal) bezoek(kind, waarde, ouder, pad);
      else if (kind.meervoudig) (waarde as readonly unknown[]).forEach((een, i) => neemOp(kind, een, ouder, pad, i + 1));
      else neemOp(kind, waarde, ouder, pad, 0);
    }
  };
  const neemOp = (element: Klasseelement, waarde: unknown, ouder: Voorkomen | undefined, stap: string, nummer: number): void => {
    const voorkomen: Voorkomen = { klasse: element.klasse, waarde, ouder, stap, index: nummer };
    const lijst = index.get(element.klasse);
    if (lijst === undefined) index.set(element.klasse, [voorkomen]);
    else lijst.push(voorkomen);
    bezoek(element, waarde, voorkomen, '');
  };
  const { structuur } = SCHEMAS[berichtsoort];
  if (isKlasse(structuur)) bezoek(structuur, bericht, undefined, '');
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
