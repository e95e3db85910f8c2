import { elk, plek, regel2 } from '../regel.js';

/** In euros (Eenheid 83) the volume is the amount, both in eurocents, for debit and credit alike. */
export const CS339 = regel2('CS339',
  plek('WMO323', 'Prestatie', 'IngediendBedrag', elk(({ Eenheid, GeleverdVolume, IngediendBedrag }) =>
    Eenheid !== '83' || IngediendBedrag.Bedrag === GeleverdVolume)));
