import { plek, regel2 } from '../regel.js';
import { frequentiePastBijEenheid } from './omvang.js';

/** An Omvang in Eenheid 14, 16, 83 or 84 has Frequentie 2, 4 or 6, unless the product ends in 2020 or before. */
export const CS338 = regel2('CS338',
  plek('WMO301', 'ToegewezenProduct', 'Omvang/Frequentie', frequentiePastBijEenheid),
  plek('WMO317', 'NieuwProduct', 'Omvang/Frequentie', frequentiePastBijEenheid),
  plek('WMO317', 'TeWijzigenProduct', 'Omvang/Frequentie', frequentiePastBijEenheid));
