import { plek, regel2 } from '../regel.js';
import { geenOmvangZonderCode } from './omvang.js';

/** A ToegewezenProduct without Product.Code, or without Product, has no Omvang, unless it ends in 2020 or before. */
export const CD080 = regel2('CD080', plek('WMO301', 'ToegewezenProduct', 'Omvang', geenOmvangZonderCode));
