import { geenOverlap } from '../overlap.js';
import { plek, regel2 } from '../regel.js';

/**
 * NieuweProducten of the same product do not overlap; see overlap.ts for what is the same. With allocated ones it is
 * for TR361.
 */
export const TR410 = regel2('TR410',
  plek('WMO317', 'NieuwProduct', 'Product', geenOverlap((nieuw) => ({
    product: nieuw.Product, begin: nieuw.GewensteIngangsdatum, eind: nieuw.Einddatum,
  }))));
