import type { Datum } from '../datum.js';

/** Code list WMO756: 01 minute, 04 hour, 14 day and night, 16 part of a day, 82 pieces, 83 euros (cents), 84 pieces. */
export type Eenheid = '01' | '04' | '14' | '16' | '82' | '83' | '84';

/** Code list WMO757: 1 a day, 2 a week, 4 a month, 6 in total over the allocation. */
export type Frequentie = '1' | '2' | '4' | '6';

export type Uitvoeringsvariant = 'inspanning' | 'output';

/** What the arithmetic needs of an allocation with Omvang: Volume, Eenheid and Frequentie, and its own period. */
export interface ToegewezenOmvang {
  /** Whole number of `eenheid` per `frequentie`; eurocents for Eenheid 83. */
  readonly volume: number;
  readonly eenheid: Eenheid;
  readonly frequentie: Frequentie;
  /** First day, included. */
  readonly ingangsdatum: Datum;
  /** Last day, included; absent while the allocation has no end. */
  readonly einddatum?: Datum | undefined;
  /** Product.Categorie of the allocation. */
  readonly categorie?: string | undefined;
}

/** The period a Prestatie accounts for, both days included. It lies in one calendar month (CS337). */
export interface ProductPeriode {
  readonly begindatum: Datum;
  readonly einddatum: Datum;
}

/** The way of working that a unit belongs to: 82 and 83 pay for output, all other units for effort. */
export function uitvoeringsvariant(eenheid: Eenheid): Uitvoeringsvariant {
  return eenheid === '82' || eenheid === '83' ? 'output' : 'inspanning';
}
