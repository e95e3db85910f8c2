import { opOfVoor } from '../../datum.js';
import { elk, plek34, regel34, type DossierContext } from '../regel.js';

const nietInDeToekomst = elk((_header: unknown, { bericht, dossier }: DossierContext) =>
  opOfVoor(bericht.Header.BerichtIdentificatie.Dagtekening, dossier.systeemdatum));
const ELEMENT = 'BerichtIdentificatie/Dagtekening';

/** The Dagtekening is not after the day of receipt; the only rule that looks at the system date. */
export const TR135 = regel34('TR135', 4, '8848',
  plek34('WMO301', 'Header', ELEMENT, nietInDeToekomst),
  plek34('WMO305', 'Header', ELEMENT, nietInDeToekomst),
  plek34('WMO307', 'Header', ELEMENT, nietInDeToekomst),
  plek34('WMO315', 'Header', ELEMENT, nietInDeToekomst),
  plek34('WMO317', 'Header', ELEMENT, nietInDeToekomst),
  plek34('WMO319', 'Header', ELEMENT, nietInDeToekomst),
  plek34('WMO323', 'Header', ELEMENT, nietInDeToekomst),
  plek34('WMO325', 'Header', ELEMENT, nietInDeToekomst));
