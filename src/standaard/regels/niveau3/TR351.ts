import { plek34, regel34 } from '../regel.js';
import { verwijstNaarActueel } from '../verzoeken.js';

/** What has to change, is an allocation of this aanbieder and client that is current on the Dagtekening. */
export const TR351 = regel34('TR351', 3, '9351',
  plek34('WMO317', 'TeWijzigenProduct', 'ToewijzingNummer', verwijstNaarActueel));
