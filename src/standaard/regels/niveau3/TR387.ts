import { eersteVanMaand, zelfdeMaand } from '../../datum.js';
import { opEigenToewijzing } from '../prestaties.js';
import { plek34, regel34 } from '../regel.js';

/**
 * A claimed period begins on the first of its month, or in the month in which the allocation begins on the day it does.
 */
export const TR387 = regel34('TR387', 3, '9387',
  plek34('WMO323', 'Prestatie', 'ProductPeriode/Begindatum', opEigenToewijzing(({ ProductPeriode }, { ingangsdatum }) => {
    const { Begindatum } = ProductPeriode;
    return Begindatum === (zelfdeMaand(ingangsdatum, Begindatum) ? ingangsdatum : eersteVanMaand(Begindatum));
  })));
