import { plek, regel2, uniek } from '../regel.js';

/** Each VorigReferentieNummer stands in the message once, over all clients: a Prestatie is credited once. */
export const TR315 = regel2('TR315',
  plek('WMO323', 'Prestatie', 'ProductReferentie/VorigReferentieNummer',
    uniek((prestatie) => prestatie.ProductReferentie.VorigReferentieNummer)));
