import { elk, plek, regel2 } from '../regel.js';

/** A Verzoek asks for something: at least one TeWijzigenProduct or NieuwProduct. */
export const TR353 = regel2('TR353',
  plek('WMO317', 'Verzoek', undefined, elk(({ TeWijzigenProducten = [], NieuweProducten = [] }) =>
    TeWijzigenProducten.length + NieuweProducten.length > 0)));
