import { elk, plek, regel2 } from '../regel.js';

/** A rejection (VerzoekAntwoord 1) has a RedenAfwijzingVerzoek. */
export const CD085 = regel2('CD085',
  plek('WMO319', 'Antwoord', 'RedenAfwijzingVerzoek', elk(({ VerzoekAntwoord, RedenAfwijzingVerzoek }) =>
    VerzoekAntwoord !== '1' || RedenAfwijzingVerzoek !== undefined)));
