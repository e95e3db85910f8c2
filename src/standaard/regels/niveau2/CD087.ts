import { elk, plek, regel2 } from '../regel.js';

/** A Prestatie has a ProductTarief exactly when its Eenheid is not 83 (euros). */
export const CD087 = regel2('CD087',
  plek('WMO323', 'Prestatie', 'ProductTarief', elk(({ Eenheid, ProductTarief }) =>
    (ProductTarief !== undefined) === (Eenheid !== '83'))));
