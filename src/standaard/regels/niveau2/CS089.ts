import { elk, plek, regel2 } from '../regel.js';

const NEDERLANDSE_POSTCODE = /^[1-9][0-9]{3}[A-Za-z]{2}$/;

/**
 * A Postcode in NL has four digits, the first not 0, and two letters without a space. The source leaves the pattern
 * open; lower case is accepted, as the sister standard does for this code. A LandCode without Postcode is for CD005.
 */
export const CS089 = regel2('CS089',
  plek('WMO301', 'Contact', 'Adres/Postcode', elk(({ Adres }) =>
    Adres?.LandCode !== 'NL' || Adres.Postcode === undefined || NEDERLANDSE_POSTCODE.test(Adres.Postcode))));
