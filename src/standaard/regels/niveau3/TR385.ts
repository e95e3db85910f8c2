import { elk, plek34, regel34 } from '../regel.js';

/**
 * An allocation is not removed (RedenWijziging 13) while an approved debit on it was not credited. Claims that still
 * wait for their WMO325 do not count.
 */
export const TR385 = regel34('TR385', 3, '9385',
  plek34('WMO301', 'ToegewezenProduct', 'RedenWijziging', elk(({ RedenWijziging, ToewijzingNummer }, { dossier }) =>
    // Every claim line has an end date, so only without one there are none; amounts may add up to nothing.
    RedenWijziging !== '13' || dossier.gedeclareerd.get(ToewijzingNummer)?.totEnMet === undefined)));
