import { plek34, regel34 } from '../regel.js';
import { bijToewijzing } from '../verzoeken.js';

/** A change of an allocation with a Code says how much of it is wanted. */
export const TR411 = regel34('TR411', 3, '9411',
  plek34('WMO317', 'TeWijzigenProduct', 'Omvang', bijToewijzing(({ Omvang }, toewijzing) =>
    toewijzing.code === undefined || Omvang !== undefined)));
