import type { WMO301 } from '../../berichten/gegenereerd/index.js';
import { geenOverlap } from '../overlap.js';
import { plek, regel2 } from '../regel.js';

/** Removed: end equals begin with reason 13, or the legacy 01. */
function isVerwijderd({ Ingangsdatum, Einddatum, RedenWijziging }: WMO301.ToegewezenProduct): boolean {
  return Einddatum === Ingangsdatum && (RedenWijziging === '13' || RedenWijziging === '01');
}

/**
 * ToegewezenProducten of the same product do not overlap; see overlap.ts for what is the same. Removed ones take no
 * part, and allocations outside the message neither (OP087 makes the message complete). A category without code meets
 * all its codes.
 */
export const TR302 = regel2('TR302',
  plek('WMO301', 'ToegewezenProduct', 'Product', geenOverlap((toegewezen) => isVerwijderd(toegewezen) ? undefined
    : { product: toegewezen.Product, begin: toegewezen.Ingangsdatum, eind: toegewezen.Einddatum })));
