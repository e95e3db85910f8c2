import { elk, plek, regel2 } from '../regel.js';
import type { ProductMetOmvang } from './omvang.js';

const productZonderBudget = elk(({ Product, Budget }: ProductMetOmvang) =>
  Budget !== undefined || Product !== undefined);

/** Without Budget there is a Product: only an allocation or request with a Budget can be generic. */
export const CD079 = regel2('CD079',
  plek('WMO301', 'ToegewezenProduct', 'Product', productZonderBudget),
  plek('WMO315', 'AangevraagdProduct', 'Product', productZonderBudget),
  plek('WMO317', 'NieuwProduct', 'Product', productZonderBudget));
