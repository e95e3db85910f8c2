import { leveringssleutel, startsleutel, type Start } from '../dossier.js';
import { alsStart } from '../leveringen.js';
import { plek34, regel34 } from '../regel.js';

/**
 * A start may only be sent when no start of the same delivery is current: active and without an active stop on it.
 * Removals of the message are applied first, then its first deliveries in document order, each seeing the ones before
 * it.
 */
export const TR326 = regel34('TR326', 3, '9326',
  plek34('WMO305', 'StartProduct', undefined, function* (voorkomens, { dossier }) {
    const verwijderd = new Set(voorkomens
      .filter(({ waarde }) => waarde.StatusAanlevering === '3').map(({ waarde }) => startsleutel(alsStart(waarde))));
    const gestopt = new Set(dossier.stops.map(startsleutel));
    const lopend = new Set<string>();
    const begin = (start: Start): void => {
      if (!gestopt.has(startsleutel(start))) lopend.add(leveringssleutel(start));
    };
    for (const start of dossier.starts) if (!verwijderd.has(startsleutel(start))) begin(start);
    for (const bij of voorkomens) {
      if (bij.waarde.StatusAanlevering !== '1') continue;
      const start = alsStart(bij.waarde);
      if (lopend.has(leveringssleutel(start))) yield { bij };
      begin(start);
    }
  }));
