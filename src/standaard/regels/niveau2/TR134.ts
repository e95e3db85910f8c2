import { opOfVoor } from '../../datum.js';
import { elk, plek, regel2, type Context, type Toets } from '../regel.js';

type MetDagtekening = Context<'WMO301' | 'WMO305' | 'WMO307' | 'WMO315' | 'WMO323' | 'WMO325'>;

/** The date, if there is one, is not after the Dagtekening of the message. */
function nietNaDagtekening<T>(datum: (waarde: T) => string | undefined): Toets<T, MetDagtekening> {
  return elk((waarde: T, { bericht }: MetDagtekening) => {
    const gevonden = datum(waarde);
    return gevonden === undefined || opOfVoor(gevonden, bericht.Header.BerichtIdentificatie.Dagtekening);
  });
}

interface MetGeboortedatum { readonly Geboortedatum?: { readonly Datum: string } }
const geboren = nietNaDagtekening((persoon: MetGeboortedatum) => persoon.Geboortedatum?.Datum);
const begonnen = nietNaDagtekening((product: { readonly Begindatum: string }) => product.Begindatum);
const geleverd = nietNaDagtekening((prestatie: { readonly ProductPeriode: { readonly Begindatum: string } }) =>
  prestatie.ProductPeriode.Begindatum);

/**
 * Dates of birth, begin dates of claimed periods, and (derived) the allocation date and the begin date of a delivery are not after
 * the Dagtekening. The end date of a stop is left to TR018.
 */
export const TR134 = regel2('TR134',
  plek('WMO301', 'Client', 'Geboortedatum/Datum', geboren),
  plek('WMO301', 'Relatie', 'Geboortedatum/Datum', geboren),
  plek('WMO301', 'ToegewezenProduct', 'Toewijzingsdatum', nietNaDagtekening((product) => product.Toewijzingsdatum)),
  plek('WMO305', 'Client', 'Geboortedatum/Datum', geboren),
  plek('WMO305', 'StartProduct', 'Begindatum', begonnen),
  plek('WMO307', 'Client', 'Geboortedatum/Datum', geboren),
  plek('WMO307', 'StopProduct', 'Begindatum', begonnen),
  plek('WMO315', 'Client', 'Geboortedatum/Datum', geboren),
  plek('WMO323', 'Declaratie', 'DeclaratiePeriode/Begindatum',
    nietNaDagtekening((declaratie) => declaratie.DeclaratiePeriode.Begindatum)),
  plek('WMO323', 'Prestatie', 'ProductPeriode/Begindatum', geleverd),
  plek('WMO325', 'Prestatie', 'ProductPeriode/Begindatum', geleverd));
