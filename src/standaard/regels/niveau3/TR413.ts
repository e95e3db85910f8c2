import { plek34, regel34 } from '../regel.js';
import { naEerdereStops, TIJDELIJK } from '../stopvolgorde.js';

/** A temporary stop does not follow an active temporary stop of the same start (OP378). */
export const TR413 = regel34('TR413', 3, '9413',
  plek34('WMO307', 'StopProduct', 'RedenBeeindiging', naEerdereStops((stop, eerdere) =>
    stop.redenBeeindiging !== TIJDELIJK || !eerdere.tijdelijk)));
