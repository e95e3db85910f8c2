import { inVergelijkingseenheid } from '../../volume/eenheden.js';
import { periodeMaximum } from '../../volume/maximum.js';
import { heeftOmvang, isCredit, opEigenToewijzing } from '../prestaties.js';
import { plek34, regel34 } from '../regel.js';

/**
 * A debit claims no more volume than the allocation has for its ProductPeriode. Only debits, because a credit lowers
 * what was claimed. A unit that does not fit the allocation cannot be compared and is left to TR341.
 */
export const TR321 = regel34('TR321', 3, '9321',
  plek34('WMO323', 'Prestatie', 'GeleverdVolume', opEigenToewijzing((prestatie, toewijzing) => {
    if (isCredit(prestatie) || !heeftOmvang(toewijzing)) return true;
    const geleverd = inVergelijkingseenheid(prestatie.GeleverdVolume, prestatie.Eenheid, toewijzing.eenheid);
    if (geleverd === undefined) return true;
    const { Begindatum, Einddatum } = prestatie.ProductPeriode;
    const maximum = periodeMaximum(toewijzing, { begindatum: Begindatum, einddatum: Einddatum });
    return geleverd <= (inVergelijkingseenheid(maximum, toewijzing.eenheid, toewijzing.eenheid) ?? maximum);
  })));
