import { opOfVoor } from '../../datum.js';
import { opEigenToewijzing } from '../prestaties.js';
import { plek34, regel34 } from '../regel.js';

/** A claimed period does not end after the allocation does. */
export const TR308 = regel34('TR308', 3, '9308',
  plek34('WMO323', 'Prestatie', 'ProductPeriode/Einddatum', opEigenToewijzing(({ ProductPeriode }, { einddatum }) =>
    einddatum === undefined || opOfVoor(ProductPeriode.Einddatum, einddatum))));
