import { plek, regel2 } from '../regel.js';
import { omvangOfBudget } from './omvang.js';

/** A product with an Omvang has no Budget. Breaks together with CD077, which says the same the other way round. */
export const CD078 = regel2('CD078',
  plek('WMO301', 'ToegewezenProduct', 'Budget', omvangOfBudget),
  plek('WMO315', 'AangevraagdProduct', 'Budget', omvangOfBudget),
  plek('WMO317', 'NieuwProduct', 'Budget', omvangOfBudget),
  plek('WMO317', 'TeWijzigenProduct', 'Budget', omvangOfBudget));
