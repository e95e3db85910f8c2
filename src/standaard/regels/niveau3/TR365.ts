import { elk, plek34, regel34 } from '../regel.js';

/** An answer may only follow answers that took the request into investigation (VerzoekAntwoord 2). */
export const TR365 = regel34('TR365', 3, '9365',
  plek34('WMO319', 'Antwoord', 'ReferentieAanbieder', elk(({ ReferentieAanbieder }, { dossier }) =>
    (dossier.verzoeken.get(ReferentieAanbieder)?.antwoorden ?? []).every((antwoord) => antwoord === '2'))));
