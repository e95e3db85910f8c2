import { regelInXsd } from '../regel.js';

/** DeclaratieNummer consists of unaccented letters and digits; the schema allows nothing else. */
export const CS319 = regelInXsd('CS319', ['WMO323', 'Declaratie', 'DeclaratieNummer']);
