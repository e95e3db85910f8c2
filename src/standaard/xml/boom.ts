/**
 * Walks libxml2's tree by address, without a wrapper object per node: a hostile document has millions of nodes. Every function
 * here is linear in the number of nodes.
 */
import type { XmlDocument } from 'libxml2-wasm';
import { XmlNodeSetStruct, XmlNodeStruct, XmlTreeCommonStruct, xmlAddChild, xmlAddPrevSibling, xmlDocGetRootElement, xmlFreeNode, xmlNewDocText,
  xmlNodeGetContent, xmlRemoveProp, xmlUnlinkNode } from 'libxml2-wasm/lib/libxml2.mjs';

/** Address of a node inside libxml2; only good while the document lives. */
export type Knoop = number;

/** Where an element stands: local names from the root and, per name, its 1-based position among siblings of that name. */
export interface Plaats {
  readonly namen: readonly string[];
  readonly posities: readonly number[];
}

const { type, name_: naamVan, children, next, parent } = XmlTreeCommonStruct;
const { properties } = XmlNodeStruct;
const ELEMENT = 1;
const TEKST = 3;
const CDATA = 4;

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

/** What the walk over a tree found. */
export interface Doorloop {
  /** The first element that is nested deeper than allowed. The walk ends there. */
  readonly teDiep?: Knoop;
  /** Whether attributes and namespaces are so many that resolving the ones against the others would take too long. */
  readonly teVeelNamen: boolean;
}

/** Text that comments and processing instructions cut into more pieces than this is put together before validation. */
const MAX_STUKKEN = 10;
/** An element keeps so many attributes. The schemas allow four (xsi:…), so one that had more stays invalid. */
const MAX_ATTRIBUTEN = 50;
/** Bound on elements with attributes times namespace declarations; a message has at most a few attributes. */
const MAX_NAAMWERK = 50_000_000;

/** Fields of libxml2's node record, in 32-bit words, as libxml2.mjs has them in bytes. Reading them there costs a call each. */
const TYPE = 1;
const KINDEREN = 3;
const OUDER = 5;
const VOLGENDE = 6;
const EIGENSCHAPPEN = 11;
const NAAMRUIMTEN = 12;

/** libxml2's memory, by the one function of the library that gives a view on it. Good until libxml2 asks for more memory. */
function geheugen(knoop: Knoop): Uint32Array {
  return new Uint32Array(XmlNodeSetStruct.nodeTable(knoop, 0).buffer);
}

/**
 * Walks all elements in document order, with the root at depth 1, and takes away what costs libxml2's validator more than linear
 * time without any meaning for validity: text in very many pieces (it copies the value for each), long rows of attributes.
 */
export function doorloop(wortel: Knoop, maxDiepte: number): Doorloop {
  let woorden = geheugen(wortel);
  const veld = (knoop: Knoop, welk: number): number => woorden[(knoop >>> 2) + welk] ?? 0;
  /** Per depth, of the element one level up: how many more text nodes than elements it holds. */
  const overschot: number[] = [];
  let [diepte, metAttributen, namespaces] = [1, 0, 0];
  let knoop = wortel;
  for (;;) {
    const soort = veld(knoop, TYPE);
    if (soort === ELEMENT) {
      if (diepte > maxDiepte) return { teDiep: knoop, teVeelNamen: false };
      if (veld(knoop, EIGENSCHAPPEN) !== 0) {
        metAttributen++;
        beperkAttributen(knoop);
      }
      overschot[diepte] = (overschot[diepte] ?? 0) - 1;
      for (let ns = veld(knoop, NAAMRUIMTEN); ns !== 0; ns = veld(ns, 0)) namespaces++;
      const eerste = veld(knoop, KINDEREN);
      if (eerste !== 0) {
        knoop = eerste;
        diepte++;
        overschot[diepte] = 0;
        continue;
      }
    } else if (soort === TEKST || soort === CDATA) {
      overschot[diepte] = (overschot[diepte] ?? 0) + 1;
    }
    while (knoop !== wortel && veld(knoop, VOLGENDE) === 0) {
      knoop = veld(knoop, OUDER);
      if ((overschot[diepte] ?? 0) > MAX_STUKKEN) {
        voegTekstSamen(knoop);
        woorden = geheugen(wortel);
      }
      diepte--;
    }
    if (knoop === wortel) return { teVeelNamen: metAttributen * namespaces > MAX_NAAMWERK };
    knoop = veld(knoop, VOLGENDE);
  }
}

function verwijder(knoop: Knoop): void {
  xmlUnlinkNode(knoop);
  xmlFreeNode(knoop);
}

/** Makes one text node, in front, of all text in an element; comments and other elements stay. */
function voegTekstSamen(element: Knoop): void {
  const stukken: string[] = [];
  for (let kind = children(element); kind !== 0;) {
    const volgende = next(kind);
    const soort = type(kind);
    if (soort === TEKST || soort === CDATA) {
      stukken.push(xmlNodeGetContent(kind));
      verwijder(kind);
    }
    kind = volgende;
  }
  const tekst = xmlNewDocText(XmlTreeCommonStruct.doc(element), stukken.join(''));
  const eerste = children(element);
  if (eerste === 0) xmlAddChild(element, tekst);
  else xmlAddPrevSibling(eerste, tekst);
}

function beperkAttributen(element: Knoop): void {
  let aantal = 0;
  for (let attribuut = properties(element); attribuut !== 0;) {
    const volgende = next(attribuut);
    if (++aantal > MAX_ATTRIBUTEN) xmlRemoveProp(attribuut);
    attribuut = volgende;
  }
}

/**
 * Takes away what follows an element, in its parent and in the parents of that: a validator that has come to the element then
 * ends soon. The element itself, what it holds and what stands before it remain.
 */
export function snoeiNa(element: Knoop): void {
  for (let k = element; type(k) === ELEMENT; k = parent(k)) {
    for (let volgende = next(k); volgende !== 0; volgende = next(k)) verwijder(volgende);
  }
}

/** Of each element asked for, the how-manieth start tag of the document it is (from 1). */
export function volgnummersVan(wortel: Knoop, gevraagd: ReadonlySet<Knoop>): ReadonlyMap<Knoop, number> {
  const volgnummers = new Map<Knoop, number>();
  let nummer = 0;
  for (let knoop = wortel; volgnummers.size < gevraagd.size;) {
    if (type(knoop) === ELEMENT) {
      nummer++;
      if (gevraagd.has(knoop)) volgnummers.set(knoop, nummer);
    }
    const eerste = type(knoop) === ELEMENT ? children(knoop) : 0;
    while (eerste === 0 && knoop !== wortel && next(knoop) === 0) knoop = parent(knoop);
    if (eerste === 0 && knoop === wortel) break;
    knoop = eerste !== 0 ? eerste : next(knoop);
  }
  return volgnummers;
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
