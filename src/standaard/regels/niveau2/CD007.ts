import { elk, plek, regel2 } from '../regel.js';

/** Within Communicatie, Taal is there exactly when Vorm is 1 (an interpreter). */
export const CD007 = regel2('CD007',
  plek('WMO301', 'Client', 'Communicatie/Taal',
    elk(({ Communicatie }) => (Communicatie?.Taal !== undefined) === (Communicatie?.Vorm === '1'))));
