import { plek, regel2, uniek } from '../regel.js';

/** Each ReferentieAanbieder stands in the message once. It is the whole key of the class, so TR101 breaks with it. */
export const TR383 = regel2('TR383',
  plek('WMO315', 'AangevraagdProduct', 'ReferentieAanbieder', uniek((product) => product.ReferentieAanbieder)));
