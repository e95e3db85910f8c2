import { elk, plek, regel2 } from '../regel.js';

/** Every Contact, that of a Relatie too, can be reached: by Telefoon, or by an Adres with both Huis and Postcode. */
export const TR006 = regel2('TR006',
  plek('WMO301', 'Contact', undefined, elk(({ Telefoon, Adres }) =>
    Telefoon !== undefined || (Adres?.Huis !== undefined && Adres.Postcode !== undefined))));
