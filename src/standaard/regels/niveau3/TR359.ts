import { elk, plek34, regel34 } from '../regel.js';

/** A request that was honoured with an allocation needs no answer any more. */
export const TR359 = regel34('TR359', 3, '9359',
  plek34('WMO319', 'Antwoord', 'ReferentieAanbieder', elk(({ ReferentieAanbieder }, { dossier }) =>
    dossier.verzoeken.get(ReferentieAanbieder)?.gehonoreerd !== true)));
