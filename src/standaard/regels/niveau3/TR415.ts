import { plek34, regel34 } from '../regel.js';
import { naEerdereStops } from '../stopvolgorde.js';

/**
 * Nothing follows an active definite stop of the same start. One that is removed in the same message does not count.
 */
export const TR415 = regel34('TR415', 3, '9415',
  plek34('WMO307', 'StopProduct', undefined, naEerdereStops((_stop, eerdere) => !eerdere.definitief)));
