import { opOfVoor } from '../../datum.js';
import { elk, plek34, regel34 } from '../regel.js';

/**
 * A claimed period lies in the month of the Declaratie or in an earlier one, whether or not that was claimed before
 * (IV090).
 */
export const TR319 = regel34('TR319', 3, '9319',
  plek34('WMO323', 'Prestatie', 'ProductPeriode', elk(({ ProductPeriode }, { bericht }) =>
    opOfVoor(ProductPeriode.Einddatum, bericht.Declaratie.DeclaratiePeriode.Einddatum))));
