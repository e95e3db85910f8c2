import { tariefPerMinuut } from '../../volume/bedragen.js';
import { elk, plek34, regel34 } from '../regel.js';
import { afgesprokenTarief } from '../tarief.js';

const MINUUT = '01';
const UUR = '04';

/**
 * ProductTarief is the agreed tariff; for minutes against an hourly tariff a sixtieth of it. Where the unit of the
 * tariff is not known, minutes may be either. Without an agreed tariff every one will do. The standard prints level 3,
 * although a contract is an external source.
 */
export const TR418 = regel34('TR418', 3, '0611',
  plek34('WMO323', 'Prestatie', 'ProductTarief', elk((prestatie, { dossier }) => {
    const { ProductTarief, Eenheid } = prestatie;
    const tarief = ProductTarief === undefined ? undefined : afgesprokenTarief(dossier, prestatie);
    if (tarief === undefined) return true;
    const { centen, eenheid } = tarief;
    if (Eenheid !== MINUUT || (eenheid !== undefined && eenheid !== UUR)) return ProductTarief === centen;
    return ProductTarief === tariefPerMinuut(centen) || (eenheid === undefined && ProductTarief === centen);
  })));
