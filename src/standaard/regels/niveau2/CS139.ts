import type { basis } from '../../berichten/gegenereerd/index.js';
import { elk, plek, regel2 } from '../regel.js';

/** Takes the date from its end, because the year may have more than four digits. */
function past({ Datum, DatumGebruik }: basis.CDT_Geboortedatum): boolean {
  switch (DatumGebruik) {
    case '1': return Datum.endsWith('-01');
    case '2': return Datum.endsWith('-01-01');
    case '3': return Datum === '1900-01-01';
    default: return true;
  }
}

const gebruikPast = elk(({ Geboortedatum }: { readonly Geboortedatum?: basis.CDT_Geboortedatum }) =>
  Geboortedatum === undefined || past(Geboortedatum));

/**
 * The unknown parts of a date of birth are filled in as agreed: day 01 when the day is unknown (DatumGebruik 1), 1
 * January when the month is too (2), 1900-01-01 when nothing is known (3). The rule itself only asks that the two
 * agree; IV009 says what that is.
 */
export const CS139 = regel2('CS139',
  plek('WMO301', 'Client', 'Geboortedatum/DatumGebruik', gebruikPast),
  plek('WMO301', 'Relatie', 'Geboortedatum/DatumGebruik', gebruikPast),
  plek('WMO305', 'Client', 'Geboortedatum/DatumGebruik', gebruikPast),
  plek('WMO307', 'Client', 'Geboortedatum/DatumGebruik', gebruikPast),
  plek('WMO315', 'Client', 'Geboortedatum/DatumGebruik', gebruikPast));
