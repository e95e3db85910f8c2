import { na, plusJaren } from '../../datum.js';
import { plek, regel2 } from '../regel.js';

const JAREN = 5;

/**
 * What is claimed was delivered at most five years before the DeclaratieDagtekening, exactly five allowed. The end
 * that counts is that of the ProductPeriode, because the limit is about when care was delivered (OP354).
 */
export const TR335 = regel2('TR335',
  plek('WMO323', 'Prestatie', 'ProductPeriode/Einddatum', function* (voorkomens, { bericht }) {
    const vroegst = plusJaren(bericht.Declaratie.DeclaratieDagtekening, -JAREN);
    for (const bij of voorkomens) if (na(vroegst, bij.waarde.ProductPeriode.Einddatum)) yield { bij };
  }));
