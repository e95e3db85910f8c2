// Gegenereerd uit schemas/ door `npm run genereer`. Niet met de hand wijzigen.
import * as basis from './basis.js';
import type { Element } from '../structuur.js';

export const NAMESPACE = 'http://www.istandaarden.nl/iwmo/3_2/wmo316/schema';
export const XSD_VERSIE = { BasisschemaXsdVersie: '1.0.0', BerichtXsdVersie: '1.0.0' } as const;

const RetourCodesElementen: readonly Element[] = [
  { naam: 'RetourCode', ruimte: 'bericht', verplicht: true, meervoudig: true, waarde: basis.LDT_RetourCode },
];

export interface Header {
  readonly BerichtCode: string;
  readonly BerichtVersie: number;
  readonly BerichtSubversie: number;
  readonly Afzender: basis.LDT_AgbCode;
  readonly Ontvanger: basis.LDT_Gemeente;
  readonly BerichtIdentificatie: basis.CDT_BerichtIdentificatie;
  readonly XsdVersie: basis.CDT_XsdVersie;
  readonly IdentificatieRetour: basis.LDT_IdentificatieBericht;
  readonly DagtekeningRetour: basis.LDT_Datum;
  readonly XsltVersie?: basis.LDT_Versie;
  readonly XsdVersieRetour: basis.CDT_XsdVersie;
  readonly RetourCodes?: readonly basis.LDT_RetourCode[];
}
const HeaderElementen: readonly Element[] = [
  { naam: 'BerichtCode', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: { naam: 'LDT_BerichtCode', basis: 'string', minLength: 1, maxLength: 3, patronen: ['445'] } },
  { naam: 'BerichtVersie', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: { naam: 'LDT_BerichtVersie', basis: 'integer', minInclusive: 0, maxInclusive: 99, patronen: ['3'] } },
  { naam: 'BerichtSubversie', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: { naam: 'LDT_BerichtSubversie', basis: 'integer', minInclusive: 0, maxInclusive: 99, patronen: ['2'] } },
  { naam: 'Afzender', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: basis.LDT_AgbCode },
  { naam: 'Ontvanger', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: basis.LDT_Gemeente },
  { naam: 'BerichtIdentificatie', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'CDT_BerichtIdentificatie', kaal: false, elementen: basis.CDT_BerichtIdentificatie },
  { naam: 'XsdVersie', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'CDT_XsdVersie', kaal: false, elementen: basis.CDT_XsdVersie },
  { naam: 'IdentificatieRetour', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: basis.LDT_IdentificatieBericht },
  { naam: 'DagtekeningRetour', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: basis.LDT_Datum },
  { naam: 'XsltVersie', ruimte: 'bericht', verplicht: false, meervoudig: false, waarde: basis.LDT_Versie },
  { naam: 'XsdVersieRetour', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'CDT_XsdVersie', kaal: false, elementen: basis.CDT_XsdVersie },
  { naam: 'RetourCodes', ruimte: 'bericht', verplicht: false, meervoudig: false, klasse: 'RetourCodes', kaal: true, elementen: RetourCodesElementen },
];

export interface AangevraagdProduct {
  readonly ReferentieAanbieder: basis.LDT_Referentie;
  readonly BeschikkingNummer?: basis.LDT_Nummer;
  readonly Product?: basis.CDT_Product;
  readonly BeschikkingIngangsdatum?: basis.LDT_Datum;
  readonly ToewijzingIngangsdatum: basis.LDT_Datum;
  readonly ToewijzingEinddatum?: basis.LDT_Datum;
  readonly Omvang?: basis.CDT_Omvang;
  readonly Budget?: basis.LDT_Budget;
  readonly Verwijzer: basis.CDT_Verwijzer;
  readonly Raamcontract?: basis.LDT_JaNee;
  readonly Commentaar?: basis.LDT_Commentaar;
  readonly RetourCodes: readonly basis.LDT_RetourCode[];
}
const AangevraagdProductElementen: readonly Element[] = [
  { naam: 'ReferentieAanbieder', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: basis.LDT_Referentie },
  { naam: 'BeschikkingNummer', ruimte: 'bericht', verplicht: false, meervoudig: false, waarde: basis.LDT_Nummer },
  { naam: 'Product', ruimte: 'bericht', verplicht: false, meervoudig: false, klasse: 'CDT_Product', kaal: false, elementen: basis.CDT_Product },
  { naam: 'BeschikkingIngangsdatum', ruimte: 'bericht', verplicht: false, meervoudig: false, waarde: basis.LDT_Datum },
  { naam: 'ToewijzingIngangsdatum', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: basis.LDT_Datum },
  { naam: 'ToewijzingEinddatum', ruimte: 'bericht', verplicht: false, meervoudig: false, waarde: basis.LDT_Datum },
  { naam: 'Omvang', ruimte: 'bericht', verplicht: false, meervoudig: false, klasse: 'CDT_Omvang', kaal: false, elementen: basis.CDT_Omvang },
  { naam: 'Budget', ruimte: 'bericht', verplicht: false, meervoudig: false, waarde: basis.LDT_Budget },
  { naam: 'Verwijzer', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'CDT_Verwijzer', kaal: false, elementen: basis.CDT_Verwijzer },
  { naam: 'Raamcontract', ruimte: 'bericht', verplicht: false, meervoudig: false, waarde: basis.LDT_JaNee },
  { naam: 'Commentaar', ruimte: 'bericht', verplicht: false, meervoudig: false, waarde: basis.LDT_Commentaar },
  { naam: 'RetourCodes', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'RetourCodes', kaal: true, elementen: RetourCodesElementen },
];

const AangevraagdeProductenElementen: readonly Element[] = [
  { naam: 'AangevraagdProduct', ruimte: 'bericht', verplicht: true, meervoudig: true, klasse: 'AangevraagdProduct', kaal: false, elementen: AangevraagdProductElementen },
];

export interface Client {
  readonly Bsn: basis.LDT_BurgerServicenummer;
  readonly Geboortedatum: basis.CDT_Geboortedatum;
  readonly Geslacht: basis.LDT_Geslacht;
  readonly Naam: basis.CDT_VerkorteNaam;
  readonly Commentaar?: basis.LDT_Commentaar;
  readonly AangevraagdeProducten: readonly AangevraagdProduct[];
  readonly RetourCodes: readonly basis.LDT_RetourCode[];
}
const ClientElementen: readonly Element[] = [
  { naam: 'Bsn', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: basis.LDT_BurgerServicenummer },
  { naam: 'Geboortedatum', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'CDT_Geboortedatum', kaal: false, elementen: basis.CDT_Geboortedatum },
  { naam: 'Geslacht', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: basis.LDT_Geslacht },
  { naam: 'Naam', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'CDT_VerkorteNaam', kaal: false, elementen: basis.CDT_VerkorteNaam },
  { naam: 'Commentaar', ruimte: 'bericht', verplicht: false, meervoudig: false, waarde: basis.LDT_Commentaar },
  { naam: 'AangevraagdeProducten', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'AangevraagdeProducten', kaal: true, elementen: AangevraagdeProductenElementen },
  { naam: 'RetourCodes', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'RetourCodes', kaal: true, elementen: RetourCodesElementen },
];

export interface Bericht {
  readonly Header: Header;
  readonly Client?: Client;
}
const BerichtElementen: readonly Element[] = [
  { naam: 'Header', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'Header', kaal: false, elementen: HeaderElementen },
  { naam: 'Client', ruimte: 'bericht', verplicht: false, meervoudig: false, klasse: 'Client', kaal: false, elementen: ClientElementen },
];

export const STRUCTUUR: Element = {
  naam: 'Bericht', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'Bericht', kaal: false, elementen: BerichtElementen,
};

/** The message classes that rules and return codes refer to. */
export interface Klassen {
  Header: Header;
  Client: Client;
  AangevraagdProduct: AangevraagdProduct;
}
