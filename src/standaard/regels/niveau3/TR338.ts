import { prestatiesVan } from '../prestaties.js';
import { plek34, regel34 } from '../regel.js';

/**
 * An allocation with this ToewijzingNummer exists between these parties, for debit and credit alike. One that was
 * removed with reason 13 still exists here, for TR384 to report; one removed with 01 does not.
 */
export const TR338 = regel34('TR338', 3, '9338',
  plek34('WMO323', 'Prestatie', 'ToewijzingNummer', function* (voorkomens, context) {
    for (const { bij, toewijzing } of prestatiesVan(voorkomens, context)) if (toewijzing === undefined) yield { bij };
  }));
