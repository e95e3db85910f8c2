import { opOfVoor } from '../../datum.js';
import { opEigenToewijzing } from '../prestaties.js';
import { plek34, regel34 } from '../regel.js';

/** A claimed period does not begin before the allocation does. */
export const TR307 = regel34('TR307', 3, '9307',
  plek34('WMO323', 'Prestatie', 'ProductPeriode/Begindatum', opEigenToewijzing(({ ProductPeriode }, { ingangsdatum }) =>
    opOfVoor(ingangsdatum, ProductPeriode.Begindatum))));
