import { elk, plek, regel2 } from '../regel.js';

/** Only a Contact of Soort 04 has a Periode; there it is optional. */
export const CD009 = regel2('CD009',
  plek('WMO301', 'Contact', 'Periode', elk(({ Soort, Periode }) => Periode === undefined || Soort === '04')));
