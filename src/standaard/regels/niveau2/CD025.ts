import { elk, plek, regel2 } from '../regel.js';

/** An Adres in NL has a Huis. */
export const CD025 = regel2('CD025',
  plek('WMO301', 'Contact', 'Adres/Huis', elk(({ Adres }) => Adres?.LandCode !== 'NL' || Adres.Huis !== undefined)));
