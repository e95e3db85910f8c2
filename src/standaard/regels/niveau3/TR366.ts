import { ingediendePrestaties } from '../ingediend.js';
import { plek34, regel34 } from '../regel.js';

/**
 * What the answer rejects was claimed: the claim has a Prestatie with the same ProductReferentie, absent equal to
 * absent.
 */
export const TR366 = regel34('TR366', 3, '9366',
  plek34('WMO325', 'Prestatie', 'ProductReferentie', function* (voorkomens, context) {
    const ingediend = ingediendePrestaties(voorkomens, context);
    for (const [i, bij] of voorkomens.entries()) if (ingediend[i] === undefined) yield { bij };
  }));
