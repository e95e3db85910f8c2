import { plek34, regel34 } from '../regel.js';
import { bijToewijzing, zonderOmvang } from '../verzoeken.js';

/** A generic allocation (without Product) cannot get an Omvang, unless the wanted end lies before 2021. */
export const TR375 = regel34('TR375', 3, '9375',
  plek34('WMO317', 'TeWijzigenProduct', 'Omvang', bijToewijzing((product, toewijzing) =>
    toewijzing.categorie !== undefined || zonderOmvang(product))));
