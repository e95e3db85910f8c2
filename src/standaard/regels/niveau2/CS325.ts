import type { basis } from '../../berichten/gegenereerd/index.js';
import { elk, plek, regel2 } from '../regel.js';

/** `bedrag` in eurocents. */
function nulIsDebet(bedrag: number, debetCredit: basis.LDT_DebetCredit): boolean {
  return bedrag !== 0 || debetCredit === 'D';
}

const ingediend = elk(({ IngediendBedrag }: { readonly IngediendBedrag: basis.CDT_BedragMetDC }) =>
  nulIsDebet(IngediendBedrag.Bedrag, IngediendBedrag.DebetCredit));
const totaalIngediend = elk((declaratie: { readonly TotaalIngediendBedrag: basis.CDT_TotaalBedragMetDC }) =>
  nulIsDebet(declaratie.TotaalIngediendBedrag.TotaalBedrag, declaratie.TotaalIngediendBedrag.DebetCredit));

/**
 * An amount of 0 is debit. Taken literally, so that an approved Prestatie of 0 cents can never be credited: the credit
 * would have to be C (CD060).
 */
export const CS325 = regel2('CS325',
  plek('WMO323', 'Declaratie', 'TotaalIngediendBedrag/DebetCredit', totaalIngediend),
  plek('WMO323', 'Prestatie', 'IngediendBedrag/DebetCredit', ingediend),
  plek('WMO325', 'DeclaratieAntwoord', 'TotaalIngediendBedrag/DebetCredit', totaalIngediend),
  plek('WMO325', 'DeclaratieAntwoord', 'TotaalToegekendBedrag/DebetCredit',
    elk(({ TotaalToegekendBedrag: totaal }) => nulIsDebet(totaal.TotaalBedrag, totaal.DebetCredit))),
  plek('WMO325', 'Prestatie', 'IngediendBedrag/DebetCredit', ingediend));
