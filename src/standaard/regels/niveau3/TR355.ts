import { elk, plek34, regel34 } from '../regel.js';

/** An answer is to a request that the aanbieder sent to this gemeente: an AangevraagdProduct or a Verzoek. */
export const TR355 = regel34('TR355', 3, '9355',
  plek34('WMO319', 'Antwoord', 'ReferentieAanbieder', elk(({ ReferentieAanbieder }, { dossier }) =>
    dossier.verzoeken.has(ReferentieAanbieder))));
