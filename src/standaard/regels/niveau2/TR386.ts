import { geenOverlap } from '../overlap.js';
import { plek, regel2 } from '../regel.js';

/**
 * AangevraagdeProducten of the same product do not overlap; see overlap.ts for what is the same. The explanation of
 * the rule speaks of allocated products, but at this level only what is requested in the message can be compared.
 */
export const TR386 = regel2('TR386',
  plek('WMO315', 'AangevraagdProduct', 'Product', geenOverlap((aangevraagd) => ({
    product: aangevraagd.Product, begin: aangevraagd.ToewijzingIngangsdatum, eind: aangevraagd.ToewijzingEinddatum,
  }))));
