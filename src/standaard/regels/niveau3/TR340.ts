import { opEigenToewijzing } from '../prestaties.js';
import { plek34, regel34 } from '../regel.js';

/** The product code is that of the allocation, if the allocation has one. */
export const TR340 = regel34('TR340', 3, '9340',
  plek34('WMO323', 'Prestatie', 'ProductCode', opEigenToewijzing(({ ProductCode }, { code }) =>
    code === undefined || ProductCode === code)));
