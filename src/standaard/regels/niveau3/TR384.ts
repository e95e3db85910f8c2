import { prestatiesVan } from '../prestaties.js';
import { plek34, regel34 } from '../regel.js';

/** The allocation was not removed with reason 13. One removed with the legacy reason 01 fails TR338. */
export const TR384 = regel34('TR384', 3, '9384',
  plek34('WMO323', 'Prestatie', 'ToewijzingNummer', function* (voorkomens, context) {
    for (const { bij, toewijzing } of prestatiesVan(voorkomens, context)) {
      if (toewijzing?.redenWijziging === '13') yield { bij };
    }
  }));
