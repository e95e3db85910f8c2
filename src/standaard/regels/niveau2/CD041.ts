import { elk, plek, regel2 } from '../regel.js';
import type { ProductMetOmvang } from './omvang.js';

const omvangBijCode = elk(({ Product, Omvang }: ProductMetOmvang) =>
  Product?.Code === undefined || Omvang !== undefined);

/** A product with a Product.Code has an Omvang. */
export const CD041 = regel2('CD041',
  plek('WMO301', 'ToegewezenProduct', 'Omvang', omvangBijCode),
  plek('WMO315', 'AangevraagdProduct', 'Omvang', omvangBijCode),
  plek('WMO317', 'NieuwProduct', 'Omvang', omvangBijCode));
