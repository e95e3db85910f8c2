import { elk, plek, regel2 } from '../regel.js';
import { kentZorgverlenerCode } from './verwijzer.js';

/** Only a Verwijzer of type 02 to 05 has a ZorgverlenerCode. For other types Naam is free. */
export const CD068 = regel2('CD068',
  plek('WMO315', 'AangevraagdProduct', 'Verwijzer/ZorgverlenerCode', elk(({ Verwijzer }) =>
    kentZorgverlenerCode(Verwijzer.Type) || Verwijzer.ZorgverlenerCode === undefined)));
