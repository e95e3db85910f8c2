import { plek, regel2 } from '../regel.js';

/** No Prestatie refers to one in the same message, of any client or itself: what is credited was claimed before. */
export const TR316 = regel2('TR316',
  plek('WMO323', 'Prestatie', 'ProductReferentie/VorigReferentieNummer', (voorkomens) => {
    // Credits are few, so what they refer to is looked for instead of remembering the number of every Prestatie.
    const credits = voorkomens.filter(({ waarde }) => waarde.ProductReferentie.VorigReferentieNummer !== undefined);
    const genoemd = new Set(credits.map(({ waarde }) => waarde.ProductReferentie.VorigReferentieNummer));
    const gevonden = new Set<string | undefined>();
    if (genoemd.size > 0) {
      for (const { waarde: { ProductReferentie: { ReferentieNummer } } } of voorkomens) {
        if (genoemd.has(ReferentieNummer)) gevonden.add(ReferentieNummer);
      }
    }
    return credits.filter(({ waarde }) => gevonden.has(waarde.ProductReferentie.VorigReferentieNummer))
      .map((bij) => ({ bij }));
  }));
