import { opOfVoor, type Datum } from '../../datum.js';
import { elk, plek, regel2 } from '../regel.js';

function inVolgorde(begindatum: Datum | undefined, einddatum: Datum | undefined): boolean {
  return begindatum === undefined || einddatum === undefined || opOfVoor(begindatum, einddatum);
}

interface Gewenst {
  readonly GewensteIngangsdatum: Datum;
  readonly Einddatum?: Datum;
}
const gewenstInVolgorde = elk((product: Gewenst) => inVolgorde(product.GewensteIngangsdatum, product.Einddatum));

/** A period does not end before it starts; the same day is allowed. An absent date breaks nothing. */
export const CS003 = regel2('CS003',
  plek('WMO301', 'Contact', 'Periode/Einddatum',
    elk(({ Periode }) => inVolgorde(Periode?.Begindatum, Periode?.Einddatum))),
  plek('WMO301', 'ToegewezenProduct', 'Einddatum',
    elk((product) => inVolgorde(product.Ingangsdatum, product.Einddatum))),
  plek('WMO315', 'AangevraagdProduct', 'ToewijzingEinddatum',
    elk((product) => inVolgorde(product.ToewijzingIngangsdatum, product.ToewijzingEinddatum))),
  plek('WMO317', 'NieuwProduct', 'Einddatum', gewenstInVolgorde),
  plek('WMO317', 'TeWijzigenProduct', 'Einddatum', gewenstInVolgorde));
