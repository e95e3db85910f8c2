import { elk, plek, regel2 } from '../regel.js';

/** Within Adres, Postcode and LandCode occur together or not at all. Holds for any Contact, also that of a Relatie. */
export const CD005 = regel2('CD005',
  plek('WMO301', 'Contact', 'Adres/LandCode',
    elk(({ Adres }) => (Adres?.LandCode === undefined) === (Adres?.Postcode === undefined))));
