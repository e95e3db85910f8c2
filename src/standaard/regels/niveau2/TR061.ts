import { elk, plek, regel2 } from '../regel.js';

/**
 * At least one Contact of the Client itself has Soort 01, 02 or 03; those of a Relatie do not count. The rule speaks
 * of an address, but Soort decides: whether Adres is filled is for TR006.
 */
export const TR061 = regel2('TR061',
  plek('WMO301', 'Client', 'Contactgegevens', elk(({ Contactgegevens }) =>
    Contactgegevens.some(({ Soort }) => Soort === '01' || Soort === '02' || Soort === '03'))));
