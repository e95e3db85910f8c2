import { opOfVoor } from '../../datum.js';
import { elk, plek34, regel34 } from '../regel.js';

/**
 * A Declaratie does not go back before the latest DeclaratiePeriode that was processed. The same month again is
 * allowed, and so are gaps: the receiver cannot know whether care was delivered in every month (IV090).
 */
export const TR318 = regel34('TR318', 3, '8214',
  plek34('WMO323', 'Declaratie', 'DeclaratiePeriode', elk(({ DeclaratiePeriode }, { dossier }) => {
    const laatste = dossier.laatsteDeclaratiePeriode;
    return laatste === undefined || opOfVoor(laatste, DeclaratiePeriode.Begindatum);
  })));
