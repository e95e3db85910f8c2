import { elk, plek, regel2 } from '../regel.js';

/** BeschikkingNummer and BeschikkingIngangsdatum occur together or not at all. */
export const CD043 = regel2('CD043',
  plek('WMO315', 'AangevraagdProduct', 'BeschikkingIngangsdatum', elk((product) =>
    (product.BeschikkingIngangsdatum === undefined) === (product.BeschikkingNummer === undefined))));
