import { elk, plek, regel2 } from '../regel.js';
import { einddatumVan, type ProductMetOmvang } from './omvang.js';

const eindigtBijBudget = elk((product: ProductMetOmvang) =>
  product.Budget === undefined || einddatumVan(product) !== undefined);

/**
 * A product with a Budget has an end date. The description of the output variants calls that date optional for some of
 * them; this condition is the stricter text and decides.
 */
export const CD075 = regel2('CD075',
  plek('WMO301', 'ToegewezenProduct', 'Einddatum', eindigtBijBudget),
  plek('WMO315', 'AangevraagdProduct', 'ToewijzingEinddatum', eindigtBijBudget),
  plek('WMO317', 'NieuwProduct', 'Einddatum', eindigtBijBudget),
  plek('WMO317', 'TeWijzigenProduct', 'Einddatum', eindigtBijBudget));
