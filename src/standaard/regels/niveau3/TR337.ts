import { elk, plek34, regel34 } from '../regel.js';

/**
 * The answer is to a claim that this aanbieder sent to this gemeente, named by Identificatie and Dagtekening. No return
 * message can say otherwise, so there is no code; the parties settle it outside the messages (OP090x2).
 */
export const TR337 = regel34('TR337', 3, undefined,
  plek34('WMO325', 'Header', 'DeclaratieIdentificatie', elk((header, { dossier: { declaratie } }) => {
    if (declaratie === undefined) return false;
    const { Afzender, Ontvanger, BerichtIdentificatie } = declaratie.Header;
    return Afzender === header.Ontvanger && Ontvanger === header.Afzender
      && BerichtIdentificatie.Identificatie === header.DeclaratieIdentificatie.Identificatie
      && BerichtIdentificatie.Dagtekening === header.DeclaratieIdentificatie.Dagtekening;
  })));
