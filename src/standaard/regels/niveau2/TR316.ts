import { plek, regel2 } from '../regel.js';

/** No Prestatie refers to one in the same message, of any client or itself: what is credited was claimed before. */
export const TR316 = regel2('TR316',
  plek('WMO323', 'Prestatie', 'ProductReferentie/VorigReferentieNummer', function* (voorkomens) {
    // Credits are few, so what they refer to is looked for instead of remembering the number of every Prestatie.
    const genoemd = new Set<string>();
    for (const { waarde } of voorkomens) {
      const vorig = waarde.ProductReferentie.VorigReferentieNummer;
      if (vorig !== undefined) genoemd.add(vorig);
    }
    if (genoemd.size === 0) return;
    const gevonden = new Set<string>();
    for (const { waarde: { ProductReferentie: { ReferentieNummer } } } of voorkomens) {
      if (genoemd.has(ReferentieNummer)) gevonden.add(ReferentieNummer);
    }
    for (const bij of voorkomens) {
      const vorig = bij.waarde.ProductReferentie.VorigReferentieNummer;
      if (vorig !== undefined && gevonden.has(vorig)) yield { bij };
    }
  }));
