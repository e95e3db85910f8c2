import { laatsteVanMaand, zelfdeMaand } from '../../datum.js';
import { opEigenToewijzing } from '../prestaties.js';
import { plek34, regel34 } from '../regel.js';

/**
 * A claimed period ends on the last day of its month, or in the month in which the allocation ends on the day it does.
 */
export const TR388 = regel34('TR388', 3, '9388',
  plek34('WMO323', 'Prestatie', 'ProductPeriode/Einddatum', opEigenToewijzing(({ ProductPeriode }, { einddatum }) => {
    const { Einddatum } = ProductPeriode;
    const eindigtDan = einddatum !== undefined && zelfdeMaand(einddatum, Einddatum);
    return Einddatum === (eindigtDan ? einddatum : laatsteVanMaand(Einddatum));
  })));
