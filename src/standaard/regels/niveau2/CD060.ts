import type { basis } from '../../berichten/gegenereerd/index.js';
import { elk, plek, regel2 } from '../regel.js';

interface MetReferentie {
  readonly ProductReferentie: basis.CDT_Referentie;
  readonly IngediendBedrag: basis.CDT_BedragMetDC;
}
const verwijstAlsCredit = elk(({ ProductReferentie, IngediendBedrag }: MetReferentie) =>
  (ProductReferentie.VorigReferentieNummer !== undefined) === (IngediendBedrag.DebetCredit === 'C'));

/** A Prestatie refers to an earlier one exactly when it is a credit. */
export const CD060 = regel2('CD060',
  plek('WMO323', 'Prestatie', 'ProductReferentie/VorigReferentieNummer', verwijstAlsCredit),
  plek('WMO325', 'Prestatie', 'ProductReferentie/VorigReferentieNummer', verwijstAlsCredit));
