import { elk, plek, regel2 } from '../regel.js';

/** A Client is a natural person: NaamGebruik is not 6. */
export const CS318 = regel2('CS318',
  plek('WMO301', 'Client', 'Naam/NaamGebruik', elk(({ Naam }) => Naam.NaamGebruik !== '6')));
