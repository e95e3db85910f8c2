import { elk, plek, regel2 } from '../regel.js';

/** An allocation that is removed (RedenWijziging 13) ends on the day it starts. */
export const CS335 = regel2('CS335',
  plek('WMO301', 'ToegewezenProduct', 'RedenWijziging', elk(({ RedenWijziging, Ingangsdatum, Einddatum }) =>
    RedenWijziging !== '13' || Einddatum === Ingangsdatum)));
