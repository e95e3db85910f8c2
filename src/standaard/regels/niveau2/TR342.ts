import { elk, plek, regel2 } from '../regel.js';
import { saldo, totaalMetTeken } from '../saldo.js';
import { voorkomensVan } from '../voorkomens.js';

/**
 * What was not granted is the sum of the rejected Prestaties, which are the ones in the message, debit minus credit.
 * A rejection of the DeclaratieAntwoord itself grants nothing and lists no Clienten; it is recognised by a code other
 * than 0200 and 8001, which are status codes. Without DeclaratieAntwoord (the message was rejected in the Header)
 * there is nothing to compare.
 */
export const TR342 = regel2('TR342',
  plek('WMO325', 'DeclaratieAntwoord', 'TotaalToegekendBedrag', elk((antwoord, { klassen }) => {
    const toegekend = totaalMetTeken(antwoord.TotaalToegekendBedrag);
    if (antwoord.RetourCodes.some((code) => code !== '0200' && code !== '8001')) {
      return toegekend === 0 && antwoord.Clienten === undefined;
    }
    const afgewezen = saldo(voorkomensVan(klassen, 'WMO325', 'Prestatie'));
    return afgewezen === totaalMetTeken(antwoord.TotaalIngediendBedrag) - toegekend;
  })));
