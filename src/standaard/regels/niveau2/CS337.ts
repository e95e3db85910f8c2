import { zelfdeMaand } from '../../datum.js';
import { elk, plek, regel2 } from '../regel.js';

/** A ProductPeriode begins and ends in one calendar month. That it ends after it begins is left to TR137. */
export const CS337 = regel2('CS337',
  plek('WMO323', 'Prestatie', 'ProductPeriode', elk(({ ProductPeriode }) =>
    zelfdeMaand(ProductPeriode.Begindatum, ProductPeriode.Einddatum))));
