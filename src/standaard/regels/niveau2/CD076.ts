import { elk, plek, regel2 } from '../regel.js';
import { einddatumVan, type ProductMetOmvang } from './omvang.js';

const eindigtBijWeekfrequentie = elk((product: ProductMetOmvang) =>
  product.Omvang?.Frequentie !== '2' || einddatumVan(product) !== undefined);

/** A product with an Omvang per week (Frequentie 2) has an end date. */
export const CD076 = regel2('CD076',
  plek('WMO301', 'ToegewezenProduct', 'Einddatum', eindigtBijWeekfrequentie),
  plek('WMO315', 'AangevraagdProduct', 'ToewijzingEinddatum', eindigtBijWeekfrequentie),
  plek('WMO317', 'NieuwProduct', 'Einddatum', eindigtBijWeekfrequentie),
  plek('WMO317', 'TeWijzigenProduct', 'Einddatum', eindigtBijWeekfrequentie));
