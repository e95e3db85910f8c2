import { opOfVoor } from '../../datum.js';
import { elk, plek, regel2 } from '../regel.js';

/** A delivery does not end before it begins; also for a removal, because level 2 does not look at StatusAanlevering. */
export const TR018 = regel2('TR018',
  plek('WMO307', 'StopProduct', 'Einddatum', elk(({ Begindatum, Einddatum }) => opOfVoor(Begindatum, Einddatum))));
