import { eenheidPast } from '../../volume/eenheden.js';
import { heeftOmvang, opEigenToewijzing } from '../prestaties.js';
import { plek34, regel34 } from '../regel.js';

/**
 * The unit is that of the allocation, or minutes on an allocation in hours. For an allocation without Omvang the unit
 * is that of the contract for the product; where that is not known, every unit will do.
 */
export const TR341 = regel34('TR341', 3, '9341',
  plek34('WMO323', 'Prestatie', 'Eenheid', opEigenToewijzing(({ Eenheid, ProductCode }, toewijzing, { contract }) => {
    if (heeftOmvang(toewijzing)) return eenheidPast(toewijzing.eenheid, Eenheid);
    const eenheid = contract?.get(ProductCode)?.eenheid;
    return eenheid === undefined || Eenheid === eenheid;
  })));
