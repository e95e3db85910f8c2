import { plek, regel2 } from '../regel.js';
import { frequentiePastBijEenheid } from './omvang.js';

/** A requested Omvang in Eenheid 14, 16, 83 or 84 has Frequentie 2, 4 or 6, unless it ends in 2020 or before. */
export const CS343 = regel2('CS343',
  plek('WMO315', 'AangevraagdProduct', 'Omvang/Frequentie', frequentiePastBijEenheid));
