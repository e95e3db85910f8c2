import { elk, plek, regel2 } from '../regel.js';
import { kentZorgverlenerCode } from './verwijzer.js';

/** A Verwijzer of type 02 to 05 with a ZorgverlenerCode has no Naam. */
export const CD066 = regel2('CD066',
  plek('WMO315', 'AangevraagdProduct', 'Verwijzer/Naam', elk(({ Verwijzer }) =>
    !kentZorgverlenerCode(Verwijzer.Type) || Verwijzer.ZorgverlenerCode === undefined
      || Verwijzer.Naam === undefined)));
