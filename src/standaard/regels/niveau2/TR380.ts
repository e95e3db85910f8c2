import { na } from '../../datum.js';
import { elk, plek, regel2 } from '../regel.js';

/**
 * A NieuwProduct begins after the Dagtekening. A TeWijzigenProduct may begin earlier, since TR357 and the FAQ allow
 * that.
 */
export const TR380 = regel2('TR380',
  plek('WMO317', 'NieuwProduct', 'GewensteIngangsdatum', elk((product, { bericht }) =>
    na(product.GewensteIngangsdatum, bericht.Header.BerichtIdentificatie.Dagtekening))));
