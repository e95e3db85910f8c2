import type { WMO323 } from '../../berichten/gegenereerd/index.js';
import { plek, regel2, uniek } from '../regel.js';

/** All parts are always there and only the code is free text, so with that at the end a plain text is unambiguous. */
function sleutel({ ToewijzingNummer, ProductCategorie, ProductCode, ProductPeriode }: WMO323.Prestatie): string {
  const { Begindatum, Einddatum } = ProductPeriode;
  return `${ToewijzingNummer}/${Begindatum}/${Einddatum}/${ProductCategorie}/${ProductCode}`;
}

/**
 * One debit Prestatie for the same allocation, product and period; credits in the message make no difference. Bsn is
 * no part of the comparison: a ToewijzingNummer belongs to one client. The later of two breaks the rule.
 */
export const TR416 = regel2('TR416',
  plek('WMO323', 'Prestatie', undefined, uniek((prestatie) =>
    prestatie.IngediendBedrag.DebetCredit === 'D' ? sleutel(prestatie) : undefined)));
