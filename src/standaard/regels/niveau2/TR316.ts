import { plek, regel2 } from '../regel.js';

/** No Prestatie refers to one in the same message, of any client or itself: what is credited was claimed before. */
export const TR316 = regel2('TR316',
  plek('WMO323', 'Prestatie', 'ProductReferentie/VorigReferentieNummer', function* (voorkomens) {
    const nummers = new Set<string>();
    for (const { waarde } of voorkomens) nummers.add(waarde.ProductReferentie.ReferentieNummer);
    for (const bij of voorkomens) {
      const vorig = bij.waarde.ProductReferentie.VorigReferentieNummer;
      if (vorig !== undefined && nummers.has(vorig)) yield { bij };
    }
  }));
