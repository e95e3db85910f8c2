import { opOfVoor } from '../../datum.js';
import type { basis } from '../../berichten/gegenereerd/index.js';
import { elk, plek, regel2, type Context, type Toets } from '../regel.js';

function afgelopen<T>(periode: (waarde: T) => basis.CDT_GeslotenPeriode): Toets<T, Context> {
  return elk((waarde: T, { bericht }: Context) => {
    const { Begindatum, Einddatum } = periode(waarde);
    return opOfVoor(Begindatum, Einddatum) && opOfVoor(Einddatum, bericht.Header.BerichtIdentificatie.Dagtekening);
  });
}

const geleverd = afgelopen((prestatie: { readonly ProductPeriode: basis.CDT_GeslotenPeriode }) =>
  prestatie.ProductPeriode);

/**
 * A claimed period does not end before it begins nor after the Dagtekening of the message (not that of the
 * Declaratie), so a month can be claimed from its last day on.
 */
export const TR137 = regel2('TR137',
  plek('WMO323', 'Declaratie', 'DeclaratiePeriode/Einddatum', afgelopen((declaratie) => declaratie.DeclaratiePeriode)),
  plek('WMO323', 'Prestatie', 'ProductPeriode/Einddatum', geleverd),
  plek('WMO325', 'Prestatie', 'ProductPeriode/Einddatum', geleverd));
