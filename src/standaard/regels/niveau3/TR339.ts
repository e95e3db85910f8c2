import { opEigenToewijzing } from '../prestaties.js';
import { plek34, regel34 } from '../regel.js';

/** The category is that of the allocation, if the allocation has one. */
export const TR339 = regel34('TR339', 3, '9339',
  plek34('WMO323', 'Prestatie', 'ProductCategorie', opEigenToewijzing(({ ProductCategorie }, { categorie }) =>
    categorie === undefined || ProductCategorie === categorie)));
