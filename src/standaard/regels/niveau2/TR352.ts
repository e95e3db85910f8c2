import { elk, plek, regel2 } from '../regel.js';

/** A Verzoek concerns something already allocated: at least one OngewijzigdProduct or TeWijzigenProduct. */
export const TR352 = regel2('TR352',
  plek('WMO317', 'Verzoek', undefined, elk(({ OngewijzigdeProducten = [], TeWijzigenProducten = [] }) =>
    OngewijzigdeProducten.length + TeWijzigenProducten.length > 0)));
