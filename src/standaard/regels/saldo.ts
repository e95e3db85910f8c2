/** Amounts with their sign: debit counts up, credit down. Whole cents. */
import type { basis } from '../berichten/gegenereerd/index.js';
import type { Voorkomen } from './voorkomens.js';

/** A total in cents, negative for credit. */
export function totaalMetTeken({ TotaalBedrag, DebetCredit }: basis.CDT_TotaalBedragMetDC): number {
  return DebetCredit === 'C' ? -TotaalBedrag : TotaalBedrag;
}

/**
 * The sum in cents of the IngediendBedrag of all Prestaties, credit negative. Exact: an amount has at most 8 digits,
 * so more than 90 million Prestaties would be needed to leave the safe integers, and totals to compare with have at
 * most 12 digits.
 */
export function saldo(prestaties: readonly Voorkomen<{ readonly IngediendBedrag: basis.CDT_BedragMetDC }>[]): number {
  let som = 0;
  for (const { waarde: { IngediendBedrag } } of prestaties) {
    som += IngediendBedrag.DebetCredit === 'C' ? -IngediendBedrag.Bedrag : IngediendBedrag.Bedrag;
  }
  return som;
}
