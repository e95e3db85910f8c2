import { plek34, regel34 } from '../regel.js';
import { verwijstNaarActueel } from '../verzoeken.js';

/** What stays as it is, is an allocation of this aanbieder and client that is current on the Dagtekening. */
export const TR350 = regel34('TR350', 3, '9350',
  plek34('WMO317', 'OngewijzigdProduct', 'ToewijzingNummer', verwijstNaarActueel));
