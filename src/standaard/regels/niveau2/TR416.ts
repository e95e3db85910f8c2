import { plek, regel2, sleutelVan, uniek } from '../regel.js';

/**
 * One debit Prestatie for the same allocation, product and period; credits in the message make no difference. Bsn is
 * no part of the comparison: a ToewijzingNummer belongs to one client. The later of two breaks the rule.
 */
export const TR416 = regel2('TR416',
  plek('WMO323', 'Prestatie', undefined, uniek((prestatie) => prestatie.IngediendBedrag.DebetCredit === 'D'
    ? sleutelVan(prestatie.ToewijzingNummer, prestatie.ProductCategorie, prestatie.ProductCode,
      prestatie.ProductPeriode.Begindatum, prestatie.ProductPeriode.Einddatum)
    : undefined)));
