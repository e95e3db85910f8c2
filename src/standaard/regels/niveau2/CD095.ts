import { plek, regel2 } from '../regel.js';
import { geenOmvangZonderCode } from './omvang.js';

/** An AangevraagdProduct without Product.Code, or without Product, has no Omvang, unless it ends in 2020 or before. */
export const CD095 = regel2('CD095', plek('WMO315', 'AangevraagdProduct', 'Omvang', geenOmvangZonderCode));
