import { opOfVoor } from '../../datum.js';
import { plek34, regel34 } from '../regel.js';
import { naEerdereStops } from '../stopvolgorde.js';

/** A stop does not end before the active stops of the same start; on the same day it may. */
export const TR414 = regel34('TR414', 3, '9414',
  plek34('WMO307', 'StopProduct', 'Einddatum', naEerdereStops((stop, eerdere) =>
    opOfVoor(eerdere.laatste, stop.einddatum))));
