import { plek, regel2 } from '../regel.js';
import { omvangOfBudget } from './omvang.js';

/** A product with a Budget has no Omvang. Breaks together with CD078, which says the same the other way round. */
export const CD077 = regel2('CD077',
  plek('WMO301', 'ToegewezenProduct', 'Omvang', omvangOfBudget),
  plek('WMO315', 'AangevraagdProduct', 'Omvang', omvangOfBudget),
  plek('WMO317', 'NieuwProduct', 'Omvang', omvangOfBudget),
  plek('WMO317', 'TeWijzigenProduct', 'Omvang', omvangOfBudget));
