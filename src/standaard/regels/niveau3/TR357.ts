import { na } from '../../datum.js';
import { plek34, regel34 } from '../regel.js';
import { bijToewijzing } from '../verzoeken.js';

/**
 * A change begins after the Dagtekening or where the allocation begins, never somewhere in what was already delivered.
 */
export const TR357 = regel34('TR357', 3, '9357',
  plek34('WMO317', 'TeWijzigenProduct', 'GewensteIngangsdatum',
    bijToewijzing(({ GewensteIngangsdatum }, { ingangsdatum }, { bericht }) =>
      na(GewensteIngangsdatum, bericht.Header.BerichtIdentificatie.Dagtekening)
        || GewensteIngangsdatum === ingangsdatum)));
