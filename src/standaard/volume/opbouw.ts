/** One Prestatie as TR322 and TR369 add it up: its worth in the unit of comparison, or in eurocents for a Budget. */
export interface Post {
  readonly debetCredit: 'D' | 'C';
  readonly referentieNummer: string;
  /** Reference of the debit that a credit takes back. */
  readonly vorigReferentieNummer?: string | undefined;
  /** Whole and 0 or more. */
  readonly waarde: number;
}

/**
 * The sum of the debits that no credit takes back; a credited debit and its credit drop out together, whatever the
 * credit's own worth. The references must belong together: one aanbieder, one allocation.
 */
export function somOngecrediteerd(posten: readonly Post[]): number {
  const teruggenomen = new Set<string>();
  for (const post of posten) {
    if (post.debetCredit === 'C' && post.vorigReferentieNummer !== undefined) {
      teruggenomen.add(post.vorigReferentieNummer);
    }
  }
  let som = 0;
  for (const post of posten) {
    if (post.debetCredit === 'D' && !teruggenomen.has(post.referentieNummer)) som += post.waarde;
  }
  return som;
}

/**
 * The sum after adding one debit, or undefined when it would exceed the maximum: that debit gets the code and is not
 * added, and the next one goes on from the old sum (TR322, TR369).
 */
export function opgeteldBinnen(som: number, waarde: number, maximum: number): number | undefined {
  return som + waarde <= maximum ? som + waarde : undefined;
}
