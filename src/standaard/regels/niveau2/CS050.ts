import type { basis } from '../../berichten/gegenereerd/index.js';
import { elk, plek, regel2 } from '../regel.js';

/** Ways to use the name that need a Partnernaam, and those that a name without one may have. Value 5 is in neither. */
const MET_PARTNERNAAM: ReadonlySet<string> = new Set(['1', '2', '3', '4']);
const ZONDER_PARTNERNAAM: ReadonlySet<string> = new Set(['1', '6']);

const gebruikPast = elk(({ Naam }: { readonly Naam: basis.CDT_VolledigeNaam }) =>
  (Naam.Partnernaam === undefined ? ZONDER_PARTNERNAAM : MET_PARTNERNAAM).has(Naam.NaamGebruik));

/** NaamGebruik suits the name: 1 to 4 with a Partnernaam, otherwise 1 or 6; CS318 bars 6 for a Client. */
export const CS050 = regel2('CS050',
  plek('WMO301', 'Client', 'Naam/NaamGebruik', gebruikPast),
  plek('WMO301', 'Relatie', 'Naam/NaamGebruik', gebruikPast));
