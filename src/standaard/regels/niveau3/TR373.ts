import { plek34, regel34 } from '../regel.js';
import { bijToewijzing } from '../verzoeken.js';

/** Frequentie of an Omvang that is a total over the whole allocation. */
const IN_TOTAAL = '6';

/**
 * A change of an allocation with a Budget or a total holds for all of it, so it begins where the allocation begins.
 * That is for every change of such an allocation, also when only the end moves (IV092).
 */
export const TR373 = regel34('TR373', 3, '9373',
  plek34('WMO317', 'TeWijzigenProduct', 'GewensteIngangsdatum', bijToewijzing(({ GewensteIngangsdatum }, toewijzing) =>
    (toewijzing.budget === undefined && toewijzing.frequentie !== IN_TOTAAL)
      || GewensteIngangsdatum === toewijzing.ingangsdatum)));
