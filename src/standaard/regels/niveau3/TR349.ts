import { plek34, regel34 } from '../regel.js';
import { isActueelVoor } from '../verzoeken.js';

/**
 * A Verzoek names every allocation of this aanbieder and client that is current on the Dagtekening: that date and not
 * today, so that the outcome can be repeated. Allocations of other aanbieders are not for this one to name (OP095).
 */
export const TR349 = regel34('TR349', 3, '9349',
  plek34('WMO317', 'Verzoek', undefined, function* (voorkomens, { bericht, dossier }) {
    for (const bij of voorkomens) {
      const { OngewijzigdeProducten = [], TeWijzigenProducten = [] } = bij.waarde;
      const genoemd = new Set(
        [...OngewijzigdeProducten, ...TeWijzigenProducten].map(({ ToewijzingNummer }) => ToewijzingNummer));
      for (const toewijzing of dossier.toewijzingen.values()) {
        if (genoemd.has(toewijzing.nummer) || !isActueelVoor(toewijzing, bericht)) continue;
        yield { bij };
        break;
      }
    }
  }));
