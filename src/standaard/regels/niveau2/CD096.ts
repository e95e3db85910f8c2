import { plek, regel2 } from '../regel.js';
import { geenOmvangZonderCode } from './omvang.js';

/** A NieuwProduct without Product.Code, or without Product, has no Omvang, unless it ends in 2020 or before. */
export const CD096 = regel2('CD096', plek('WMO317', 'NieuwProduct', 'Omvang', geenOmvangZonderCode));
