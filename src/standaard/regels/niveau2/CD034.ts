import { elk, plek, regel2 } from '../regel.js';

/**
 * The Adres of a Contact of Soort 01 or 03 has a Postcode. The source is silent about a Contact without Adres;
 * that breaks nothing here, because a Contact may consist of a Telefoon alone (TR006).
 */
export const CD034 = regel2('CD034',
  plek('WMO301', 'Contact', 'Adres/Postcode', elk(({ Soort, Adres }) =>
    (Soort !== '01' && Soort !== '03') || Adres === undefined || Adres.Postcode !== undefined)));
