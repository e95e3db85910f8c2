import { plek34, regel34 } from '../regel.js';
import { voorkomensVan } from '../voorkomens.js';

/**
 * No earlier Prestatie of this aanbieder, approved or not, has this ReferentieNummer, and of those in the message only
 * the first keeps it. A Prestatie under a rejected Client occupies its number too, although it is not assessed itself.
 */
export const TR314 = regel34('TR314', 3, '8021',
  plek34('WMO323', 'Prestatie', 'ProductReferentie/ReferentieNummer', function* (voorkomens, { klassen, dossier }) {
    const gezien = new Set<string>();
    let beoordeeld = 0;
    for (const bij of voorkomensVan(klassen, 'WMO323', 'Prestatie')) {
      const { ReferentieNummer } = bij.waarde.ProductReferentie;
      if (voorkomens[beoordeeld] === bij) {
        beoordeeld++;
        if (gezien.has(ReferentieNummer) || dossier.gebruikteReferenties.has(ReferentieNummer)) yield { bij };
      }
      gezien.add(ReferentieNummer);
    }
  }));
