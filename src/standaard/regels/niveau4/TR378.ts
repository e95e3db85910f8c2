import type { Berichtsoort } from '../../berichten/berichtsoorten.js';
import { paarVan } from '../../berichten/berichtsoorten.js';
import { GEMEENTELIJSTEN, isGemeente, type Gemeentelijst } from '../../codelijsten/gemeenten.js';
import type { Datum } from '../../datum.js';
import { isVerwijderd } from '../dossier.js';
import { elk, plek34, regel34, type DossierContext, type Regel34 } from '../regel.js';

/** The dates, besides the Dagtekening, of which the list of municipalities may be used. */
type Peildatums = (context: DossierContext) => Iterable<Datum>;

/** The begin of the allocations that these classes of the message name. */
function toegewezen(...klassenMetNummer: readonly string[]): Peildatums {
  return function* ({ berichtsoort, bericht: { Header }, klassen, dossier }) {
    const { aanbieder } = paarVan(berichtsoort, Header.Afzender, Header.Ontvanger);
    for (const klasse of klassenMetNummer) {
      for (const { waarde } of klassen.get(klasse) ?? []) {
        const { ToewijzingNummer } = waarde as { readonly ToewijzingNummer?: number };
        const toewijzing = ToewijzingNummer === undefined ? undefined : dossier.toewijzingen.get(ToewijzingNummer);
        if (toewijzing?.aanbieder === aanbieder && !isVerwijderd(toewijzing)) yield toewijzing.ingangsdatum;
      }
    }
  };
}

/** A date that stands in the message itself. */
function genoemd(klasse: string, element: 'Ingangsdatum' | 'ToewijzingIngangsdatum'): Peildatums {
  return ({ klassen }) =>
    (klassen.get(klasse) ?? []).map(({ waarde }) => (waarde as Readonly<Record<typeof element, Datum>>)[element]);
}

/**
 * The rule by given lists, oldest first.
 *
 * A gemeente that was merged into another may still be named for what began before that. Dates can differ between the
 * products of a message and are often not in it, so one date on which the code holds is enough.
 */
export function gemeenteVolgens(lijsten: readonly Gemeentelijst[]): Regel34 {
  const bestaat = (peildatums: Peildatums) => elk((_header: unknown, context: DossierContext<Berichtsoort>) => {
    const { Afzender, Ontvanger, BerichtIdentificatie } = context.bericht.Header;
    const { gemeente } = paarVan(context.berichtsoort, Afzender, Ontvanger);
    if (isGemeente(gemeente, BerichtIdentificatie.Dagtekening, lijsten)) return true;
    for (const datum of peildatums(context)) if (isGemeente(gemeente, datum, lijsten)) return true;
    return false;
  });
  return regel34('TR378', 4, 'S300',
    plek34('WMO301', 'Header', 'Afzender', bestaat(genoemd('ToegewezenProduct', 'Ingangsdatum'))),
    plek34('WMO319', 'Header', 'Afzender', bestaat(({ dossier }) => dossier.verzochteIngangsdatums)),
    plek34('WMO325', 'Header', 'Afzender', bestaat(toegewezen('Prestatie'))),
    plek34('WMO305', 'Header', 'Ontvanger', bestaat(toegewezen('StartProduct'))),
    plek34('WMO307', 'Header', 'Ontvanger', bestaat(toegewezen('StopProduct'))),
    plek34('WMO315', 'Header', 'Ontvanger', bestaat(genoemd('AangevraagdProduct', 'ToewijzingIngangsdatum'))),
    plek34('WMO317', 'Header', 'Ontvanger', bestaat(toegewezen('OngewijzigdProduct', 'TeWijzigenProduct'))),
    plek34('WMO323', 'Header', 'Ontvanger', bestaat(toegewezen('Prestatie'))));
}

/**
 * The code of the gemeente is in the list of the CBS for the Dagtekening, or for the begin of what the message is
 * about.
 */
export const TR378 = gemeenteVolgens(GEMEENTELIJSTEN);
