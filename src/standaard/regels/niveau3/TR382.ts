import { vergelijk, type Datum } from '../../datum.js';
import { leveringssleutel, startsleutel } from '../dossier.js';
import { alsStart } from '../leveringen.js';
import { plek34, regel34 } from '../regel.js';

/**
 * A new stop has the full key of an active start, and that is the latest one (greatest Begindatum) of its delivery.
 * Whether that start was stopped before does not matter here: a definite stop may follow a temporary one (OP377,
 * TR413-TR415).
 */
export const TR382 = regel34('TR382', 3, '9069',
  plek34('WMO307', 'StopProduct', undefined, function* (voorkomens, { dossier }) {
    const bekend = new Set(dossier.starts.map(startsleutel));
    const laatste = new Map<string, Datum>();
    for (const start of dossier.starts) {
      const levering = leveringssleutel(start);
      const eerder = laatste.get(levering);
      if (eerder === undefined || vergelijk(eerder, start.begindatum) < 0) laatste.set(levering, start.begindatum);
    }
    for (const bij of voorkomens) {
      if (bij.waarde.StatusAanlevering !== '1') continue;
      const start = alsStart(bij.waarde);
      if (!bekend.has(startsleutel(start)) || laatste.get(leveringssleutel(start)) !== start.begindatum) yield { bij };
    }
  }));
