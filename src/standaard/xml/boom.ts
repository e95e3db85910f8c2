/**
 * Walks libxml2's tree by address, without a wrapper object per node: a hostile document has millions of nodes. Every function
 * here is linear in the number of nodes.
 */
import type { XmlDocument } from 'libxml2-wasm';
import { XmlTreeCommonStruct, xmlDocGetRootElement, xmlNodeGetContent } from 'libxml2-wasm/lib/libxml2.mjs';

/** Address of a node inside libxml2; only good while the document lives. */
export type Knoop = number;

/** Where an element stands: local names from the root and, per name, its 1-based position among siblings of that name. */
export interface Plaats {
  readonly namen: readonly string[];
  readonly posities: readonly number[];
}

const { type, name_: naamVan, children, next, parent } = XmlTreeCommonStruct;
const ELEMENT = 1;

export function wortelVan(document: XmlDocument): Knoop {
  // The library keeps the address of the document to itself (checked by test/standaard/xml/libxml.test.ts).
  return xmlDocGetRootElement((document as unknown as { readonly _ptr: number })._ptr);
}

/**
 * The first child element with this local name.
 * @throws Error when there is none
 */
export function kindVan(ouder: Knoop, naam: string): Knoop {
  for (let kind = children(ouder); kind !== 0; kind = next(kind)) {
    if (type(kind) === ELEMENT && naamVan(kind) === naam) return kind;
  }
  throw new Error(`Element ${naam} ontbreekt in een bericht dat al geldig was`);
}

/** The text in an element, without the comments and processing instructions in it. */
export function inhoudVan(element: Knoop): string {
  return xmlNodeGetContent(element);
}

/** What one walk over a tree brings. */
export interface Doorloop {
  /** The first element that is nested deeper than allowed. The walk ends there. */
  readonly teDiep?: Knoop;
  /** Of each element asked for, the how-manieth start tag of the document it is (from 1). */
  readonly volgnummers: ReadonlyMap<Knoop, number>;
}

/** Walks all elements in document order. The root is at depth 1. */
export function doorloop(wortel: Knoop, maxDiepte: number, gevraagd: ReadonlySet<Knoop>): Doorloop {
  const volgnummers = new Map<Knoop, number>();
  let diepte = 1;
  let nummer = 0;
  let knoop = wortel;
  for (;;) {
    if (type(knoop) === ELEMENT) {
      nummer++;
      if (gevraagd.has(knoop)) volgnummers.set(knoop, nummer);
      if (diepte > maxDiepte) return { teDiep: knoop, volgnummers: volgnummers.set(knoop, nummer) };
      const eerste = children(knoop);
      if (eerste !== 0) {
        knoop = eerste;
        diepte++;
        continue;
      }
    }
    while (knoop !== wortel && next(knoop) === 0) {
      knoop = parent(knoop);
      diepte--;
    }
    if (knoop === wortel) return { volgnummers };
    knoop = next(knoop);
  }
}

/** The places of elements. Siblings are counted once per parent, however many elements are asked for. */
export function plaatsenVan(wortel: Knoop, elementen: Iterable<Knoop>): ReadonlyMap<Knoop, Plaats> {
  const kettingen = new Map<Knoop, readonly Knoop[]>();
  const ouders = new Set<Knoop>();
  const nodig = new Set<Knoop>();
  for (const element of elementen) {
    const ketting: Knoop[] = [];
    for (let k = element; ; k = parent(k)) {
      ketting.push(k);
      nodig.add(k);
      if (k === wortel) break;
      ouders.add(parent(k));
    }
    kettingen.set(element, ketting.reverse());
  }
  const posities = new Map<Knoop, number>([[wortel, 1]]);
  for (const ouder of ouders) telKinderen(ouder, nodig, posities);
  return new Map([...kettingen].map(([element, ketting]) =>
    [element, { namen: ketting.map(naamVan), posities: ketting.map((k) => posities.get(k) ?? 1) }]));
}

function telKinderen(ouder: Knoop, nodig: ReadonlySet<Knoop>, posities: Map<Knoop, number>): void {
  const geteld = new Map<string, number>();
  for (let kind = children(ouder); kind !== 0; kind = next(kind)) {
    if (type(kind) !== ELEMENT) continue;
    const naam = naamVan(kind);
    const positie = (geteld.get(naam) ?? 0) + 1;
    geteld.set(naam, positie);
    if (nodig.has(kind)) posities.set(kind, positie);
  }
}
