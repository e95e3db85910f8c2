import { elk, plek34, regel34 } from '../regel.js';

/**
 * Taking a request into investigation (VerzoekAntwoord 2) is the first answer to it. After a rejection TR365 fails as
 * well; both codes are reported.
 */
export const TR360 = regel34('TR360', 3, '9360',
  plek34('WMO319', 'Antwoord', 'VerzoekAntwoord', elk(({ ReferentieAanbieder, VerzoekAntwoord }, { dossier }) =>
    VerzoekAntwoord !== '2' || (dossier.verzoeken.get(ReferentieAanbieder)?.antwoorden ?? []).length === 0)));
