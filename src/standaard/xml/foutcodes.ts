/** The error codes of libxml2 (its xmlerror.h) that a message can bring about, by what they are about. */

export const FOUTCODE = {
  geheugen: 2,
  leeg: 4,
  naHetEinde: 5,
  /** A limit of the parser: depth, text length, name length. */
  grens: 114,
  datatype: 1824,
  attribuutBijWaarde: 1827,
  elementInWaarde: 1828,
  minLength: 1831,
  maxLength: 1832,
  minInclusive: 1833,
  maxInclusive: 1834,
  pattern: 1839,
  enumeration: 1840,
  losseTekst: 1843,
  onbekendeWortel: 1845,
  nil: 1847,
  xsiTypeOnbekend: 1851,
  xsiTypeVreemd: 1852,
  attribuutBijKlasse: 1866,
  elementInhoud: 1871,
} as const;

const OVER_WAARDE: ReadonlySet<number> = new Set([
  FOUTCODE.datatype, FOUTCODE.elementInWaarde, FOUTCODE.nil, FOUTCODE.minLength, FOUTCODE.maxLength,
  FOUTCODE.minInclusive, FOUTCODE.maxInclusive, FOUTCODE.pattern, FOUTCODE.enumeration,
]);

/** Whether an error is about the value of an element; one wrong value often breaks several facets at once. */
export function gaatOverWaarde(code: number): boolean {
  return OVER_WAARDE.has(code);
}
