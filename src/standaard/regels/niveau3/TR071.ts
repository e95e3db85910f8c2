import { startsleutel } from '../dossier.js';
import { alsStart } from '../leveringen.js';
import { plek34, regel34 } from '../regel.js';

/** A start cannot be removed while an active stop, temporary or definite, refers to it. */
export const TR071 = regel34('TR071', 3, '9071',
  plek34('WMO305', 'StartProduct', 'StatusAanlevering', function* (voorkomens, { dossier }) {
    const gestopt = new Set(dossier.stops.map(startsleutel));
    for (const bij of voorkomens) {
      if (bij.waarde.StatusAanlevering === '3' && gestopt.has(startsleutel(alsStart(bij.waarde)))) yield { bij };
    }
  }));
