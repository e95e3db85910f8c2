import type { WMO323 } from '../../berichten/gegenereerd/index.js';
import { plek, regel2, uniekBinnen } from '../regel.js';

/** All parts are always there and only the code is free text, so with that at the end a plain text is unambiguous. */
function productEnPeriode({ ProductCategorie, ProductCode, ProductPeriode }: WMO323.Prestatie): string {
  const { Begindatum, Einddatum } = ProductPeriode;
  return `${Begindatum}/${Einddatum}/${ProductCategorie}/${ProductCode}`;
}

/**
 * One debit Prestatie for the same allocation, product and period; credits in the message make no difference. Bsn is
 * no part of the comparison: a ToewijzingNummer belongs to one client. The later of two breaks the rule.
 */
export const TR416 = regel2('TR416',
  plek('WMO323', 'Prestatie', undefined, uniekBinnen(
    (prestatie) => (prestatie.IngediendBedrag.DebetCredit === 'D' ? prestatie.ToewijzingNummer : undefined),
    productEnPeriode)));
