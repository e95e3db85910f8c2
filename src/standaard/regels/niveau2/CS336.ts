import { elk, plek, regel2 } from '../regel.js';

/** RedenWijziging 01 is not used any more; it only lives on in registered allocations of releases up to 3.0. */
export const CS336 = regel2('CS336',
  plek('WMO301', 'ToegewezenProduct', 'RedenWijziging', elk(({ RedenWijziging }) => RedenWijziging !== '01')));
