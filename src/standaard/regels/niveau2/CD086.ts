import { elk, plek, regel2 } from '../regel.js';

/** An answer that the request is being looked into (VerzoekAntwoord 2) has no RedenAfwijzingVerzoek. */
export const CD086 = regel2('CD086',
  plek('WMO319', 'Antwoord', 'RedenAfwijzingVerzoek', elk(({ VerzoekAntwoord, RedenAfwijzingVerzoek }) =>
    VerzoekAntwoord !== '2' || RedenAfwijzingVerzoek === undefined)));
