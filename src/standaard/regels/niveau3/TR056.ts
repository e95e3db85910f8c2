import { elk, plek34, regel34, type DossierContext } from '../regel.js';

const nieuw = elk((_header: unknown, { dossier }: DossierContext) => !dossier.identificatieGebruikt);
const ELEMENT = 'BerichtIdentificatie/Identificatie';

/** No earlier message of this type between these parties, not rejected as a whole, has the same Identificatie. */
export const TR056 = regel34('TR056', 3, '9056',
  plek34('WMO301', 'Header', ELEMENT, nieuw),
  plek34('WMO305', 'Header', ELEMENT, nieuw),
  plek34('WMO307', 'Header', ELEMENT, nieuw),
  plek34('WMO315', 'Header', ELEMENT, nieuw),
  plek34('WMO317', 'Header', ELEMENT, nieuw),
  plek34('WMO319', 'Header', ELEMENT, nieuw),
  plek34('WMO323', 'Header', ELEMENT, nieuw),
  plek34('WMO325', 'Header', ELEMENT, nieuw));
