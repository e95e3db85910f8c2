/**
 * The shape of the generated structure tables. One table per message drives reading, writing, class indexing and the value
 * generators of the tests, so that the schema stays the only place where a message's shape is written down.
 */

/** A simple type with its effective facets. Lengths in characters, bounds inclusive. */
export interface Waardetype {
  readonly naam: string;
  readonly basis: 'string' | 'integer' | 'date' | 'time';
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minInclusive?: number;
  readonly maxInclusive?: number;
  /** XSD regular expressions; all of them must match the whole value. */
  readonly patronen?: readonly string[];
  readonly waarden?: readonly string[];
}

interface ElementBasis {
  readonly naam: string;
  /** Namespace of the element: that of the message or that of the basisschema. */
  readonly ruimte: 'bericht' | 'basis';
  readonly verplicht: boolean;
  readonly meervoudig: boolean;
}

/** An element with a value. */
export interface Waardeelement extends ElementBasis {
  readonly waarde: Waardetype;
}

/** An element with child elements. */
export interface Klasseelement extends ElementBasis {
  readonly klasse: string;
  /** A bare wrapper around one repeating element; in memory it is the list of those elements. */
  readonly kaal: boolean;
  readonly elementen: readonly Element[];
}

export type Element = Waardeelement | Klasseelement;

export function isKlasse(element: Element): element is Klasseelement {
  return 'klasse' in element;
}
