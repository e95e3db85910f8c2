import { na, plusJaren } from '../../datum.js';
import type { basis } from '../../berichten/gegenereerd/index.js';
import { plek, regel2, type Context, type Toets } from '../regel.js';

const JAREN = 120;
const ONBEKEND = '1900-01-01';

interface Persoon { readonly Geboortedatum?: basis.CDT_Geboortedatum }

const nietTeOud: Toets<Persoon, Context> = function* (voorkomens, { bericht }) {
  const vroegst = plusJaren(bericht.Header.BerichtIdentificatie.Dagtekening, -JAREN);
  for (const bij of voorkomens) {
    const geboren = bij.waarde.Geboortedatum;
    if (geboren === undefined || (geboren.DatumGebruik === '3' && geboren.Datum === ONBEKEND)) continue;
    if (na(vroegst, geboren.Datum)) yield { bij };
  }
};

/**
 * A date of birth lies at most 120 years before the Dagtekening, exactly 120 allowed, unless DatumGebruik and Datum
 * together say that it is unknown. Holds for every Geboortedatum in these messages, that of a Relatie included.
 */
export const TR002 = regel2('TR002',
  plek('WMO301', 'Client', 'Geboortedatum/Datum', nietTeOud),
  plek('WMO301', 'Relatie', 'Geboortedatum/Datum', nietTeOud),
  plek('WMO305', 'Client', 'Geboortedatum/Datum', nietTeOud),
  plek('WMO307', 'Client', 'Geboortedatum/Datum', nietTeOud),
  plek('WMO315', 'Client', 'Geboortedatum/Datum', nietTeOud));
