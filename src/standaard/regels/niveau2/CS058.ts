import type { basis } from '../../berichten/gegenereerd/index.js';
import { elk, plek, regel2 } from '../regel.js';

const nieuwOfVerwijderen = elk(({ StatusAanlevering }: { readonly StatusAanlevering: basis.LDT_StatusAanlevering }) =>
  StatusAanlevering === '1' || StatusAanlevering === '3');

/**
 * StatusAanlevering is 1 (new) or 3 (remove). TR413 and TR415 still mention 2 (changed); this constraint keeps it from
 * them.
 */
export const CS058 = regel2('CS058',
  plek('WMO305', 'StartProduct', 'StatusAanlevering', nieuwOfVerwijderen),
  plek('WMO307', 'StopProduct', 'StatusAanlevering', nieuwOfVerwijderen));
