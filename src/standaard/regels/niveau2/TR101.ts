import type { basis, WMO305, WMO307 } from '../../berichten/gegenereerd/index.js';
import { plek, regel2, sleutelVan, uniek, uniekBinnen } from '../regel.js';
import type { Voorkomen } from '../voorkomens.js';

const uniekeToewijzing = uniek((product: { readonly ToewijzingNummer: number }) => product.ToewijzingNummer);

const uniekeClient = uniek((client: { readonly Bsn: string }) => client.Bsn);

interface Prestatie { readonly ProductReferentie: basis.CDT_Referentie }

/** The key of a Prestatie counts within the Bsn of its Client, also when that Bsn stands in the message twice. */
const uniekePrestatie = uniekBinnen(
  ({ ProductReferentie }: Prestatie) => ProductReferentie.ReferentieNummer,
  ({ ProductReferentie }: Prestatie, { ouder }: Voorkomen<Prestatie>) => sleutelVan(
    (ouder?.waarde as { readonly Bsn: string } | undefined)?.Bsn, ProductReferentie.VorigReferentieNummer));

function begin({ ToewijzingNummer, Product, Begindatum }: WMO305.StartProduct | WMO307.StopProduct): string {
  return sleutelVan(ToewijzingNummer, Product?.Categorie, Product?.Code, Begindatum);
}

/**
 * No class stands in a message twice with the same logical key within the keys of the classes around it. An absent
 * part of a key equals an absent part. Only classes that can repeat take part, so of Contact those directly under the
 * Client. StatusAanlevering is in no key: a removal and a new delivery with the same key need two messages. The later
 * of two breaks the rule.
 */
export const TR101 = regel2('TR101',
  plek('WMO301', 'Relatie', 'Nummer', uniek((relatie) => relatie.Nummer)),
  plek('WMO301', 'Contact', 'Soort',
    uniek((contact, { ouder }) => ouder?.klasse === 'Client' ? contact.Soort : undefined)),
  plek('WMO301', 'ToegewezenProduct', 'ToewijzingNummer', uniekeToewijzing),
  plek('WMO305', 'StartProduct', 'ToewijzingNummer+Product+Begindatum', uniek(begin)),
  plek('WMO307', 'StopProduct', 'ToewijzingNummer+Product+Begindatum+RedenBeeindiging+Einddatum',
    uniek((stop) => sleutelVan(begin(stop), stop.RedenBeeindiging, stop.Einddatum))),
  plek('WMO315', 'AangevraagdProduct', 'ReferentieAanbieder', uniek((product) => product.ReferentieAanbieder)),
  plek('WMO317', 'OngewijzigdProduct', 'ToewijzingNummer', uniekeToewijzing),
  plek('WMO317', 'TeWijzigenProduct', 'ToewijzingNummer', uniekeToewijzing),
  plek('WMO317', 'NieuwProduct', 'Product+GewensteIngangsdatum',
    uniek(({ Product, GewensteIngangsdatum }) => sleutelVan(Product?.Categorie, Product?.Code, GewensteIngangsdatum))),
  plek('WMO323', 'Client', 'Bsn', uniekeClient),
  plek('WMO323', 'Prestatie', 'ProductReferentie', uniekePrestatie),
  plek('WMO325', 'Client', 'Bsn', uniekeClient),
  plek('WMO325', 'Prestatie', 'ProductReferentie', uniekePrestatie));
