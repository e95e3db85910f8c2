import { bedragMinuten, bedragVolgensTarief, minutenbedragMogelijk } from '../../volume/bedragen.js';
import { elk, plek34, regel34 } from '../regel.js';
import { afgesprokenTarief } from '../tarief.js';

const MINUUT = '01';
const UUR = '04';

/**
 * The amount is volume times ProductTarief, for debit and credit alike. Minutes against an agreed hourly tariff are
 * reckoned with that and rounded once. Where the tariff or its unit is not known, the amount of minutes must be
 * possible with some hourly tariff that gives this ProductTarief (OP095). Only Eenheid 83 has no ProductTarief
 * (CD087); its amount is for CS339.
 */
export const TR346 = regel34('TR346', 4, '9346',
  plek34('WMO323', 'Prestatie', 'IngediendBedrag', elk((prestatie, { dossier }) => {
    const { Eenheid, GeleverdVolume, ProductTarief, IngediendBedrag: { Bedrag } } = prestatie;
    if (ProductTarief === undefined) return true;
    const tarief = Eenheid === MINUUT ? afgesprokenTarief(dossier, prestatie) : undefined;
    if (Eenheid === MINUUT && tarief?.eenheid === undefined) {
      return minutenbedragMogelijk(GeleverdVolume, ProductTarief, Bedrag);
    }
    if (tarief?.eenheid === UUR) return Bedrag === bedragMinuten(tarief.centen, GeleverdVolume);
    return Bedrag === bedragVolgensTarief(GeleverdVolume, ProductTarief);
  })));
