import { elk, plek34, regel34 } from '../regel.js';

/** No earlier Declaratie that was processed, even with rejected Prestaties, has this DeclaratieNummer. */
export const TR333 = regel34('TR333', 3, '9333',
  plek34('WMO323', 'Declaratie', 'DeclaratieNummer',
    elk((_declaratie, { dossier }) => !dossier.declaratieNummerGebruikt)));
