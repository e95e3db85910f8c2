import { elk, plek, regel2 } from '../regel.js';
import { kentZorgverlenerCode } from './verwijzer.js';

/** A Verwijzer of type 02 to 05 without a ZorgverlenerCode has a Naam. */
export const CD067 = regel2('CD067',
  plek('WMO315', 'AangevraagdProduct', 'Verwijzer/Naam', elk(({ Verwijzer }) =>
    !kentZorgverlenerCode(Verwijzer.Type) || Verwijzer.ZorgverlenerCode !== undefined
      || Verwijzer.Naam !== undefined)));
