import { elk, plek, regel2 } from '../regel.js';
import { saldo, totaalMetTeken } from '../saldo.js';
import { voorkomensVan } from '../voorkomens.js';

/**
 * The total of a Declaratie is the sum of its Prestaties of all clients, debit minus credit. How zero is written is
 * for CS325.
 */
export const TR358 = regel2('TR358',
  plek('WMO323', 'Declaratie', 'TotaalIngediendBedrag', elk((declaratie, { klassen }) =>
    totaalMetTeken(declaratie.TotaalIngediendBedrag) === saldo(voorkomensVan(klassen, 'WMO323', 'Prestatie')))));
