import { elk, plek34, regel34 } from '../regel.js';

/**
 * The answer repeats the DeclaratieNummer of the claim. Without a claim nothing gets here: TR337 ends it at the Header.
 */
export const TR376 = regel34('TR376', 3, undefined,
  plek34('WMO325', 'DeclaratieAntwoord', 'DeclaratieNummer', elk(({ DeclaratieNummer }, { dossier: { declaratie } }) =>
    DeclaratieNummer === declaratie?.Declaratie.DeclaratieNummer)));
