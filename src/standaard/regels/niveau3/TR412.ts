import { plek34, regel34 } from '../regel.js';
import { bijToewijzing, zonderOmvang } from '../verzoeken.js';

/**
 * An aspecific allocation (Product without Code) cannot get an Omvang, unless the wanted end lies before 2021. A
 * generic one has no Code either, but that is left to TR375, so that one mistake gives one code.
 */
export const TR412 = regel34('TR412', 3, '9412',
  plek34('WMO317', 'TeWijzigenProduct', 'Omvang', bijToewijzing((product, { categorie, code }) =>
    categorie === undefined || code !== undefined || zonderOmvang(product))));
