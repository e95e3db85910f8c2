// Gegenereerd uit schemas/ door `npm run genereer`. Niet met de hand wijzigen.
import * as basis from './basis.js';
import type { Element } from '../structuur.js';

export const NAMESPACE = 'http://www.istandaarden.nl/iwmo/3_2/wmo302/schema';
export const XSD_VERSIE = { BasisschemaXsdVersie: '1.0.0', BerichtXsdVersie: '1.0.0' } as const;

const RetourCodesElementen: readonly Element[] = [
  { naam: 'RetourCode', ruimte: 'bericht', verplicht: true, meervoudig: true, waarde: basis.LDT_RetourCode },
];

export interface Header {
  readonly BerichtCode: string;
  readonly BerichtVersie: number;
  readonly BerichtSubversie: number;
  readonly Afzender: basis.LDT_Gemeente;
  readonly Ontvanger: basis.LDT_AgbCode;
  readonly BerichtIdentificatie: basis.CDT_BerichtIdentificatie;
  readonly XsdVersie: basis.CDT_XsdVersie;
  readonly IdentificatieRetour: basis.LDT_IdentificatieBericht;
  readonly DagtekeningRetour: basis.LDT_Datum;
  readonly XsltVersie?: basis.LDT_Versie;
  readonly XsdVersieRetour: basis.CDT_XsdVersie;
  readonly RetourCodes?: readonly basis.LDT_RetourCode[];
}
const HeaderElementen: readonly Element[] = [
  { naam: 'BerichtCode', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: { naam: 'LDT_BerichtCode', basis: 'string', minLength: 1, maxLength: 3, patronen: ['415'] } },
  { naam: 'BerichtVersie', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: { naam: 'LDT_BerichtVersie', basis: 'integer', minInclusive: 0, maxInclusive: 99, patronen: ['3'] } },
  { naam: 'BerichtSubversie', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: { naam: 'LDT_BerichtSubversie', basis: 'integer', minInclusive: 0, maxInclusive: 99, patronen: ['2'] } },
  { naam: 'Afzender', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: basis.LDT_Gemeente },
  { naam: 'Ontvanger', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: basis.LDT_AgbCode },
  { naam: 'BerichtIdentificatie', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'CDT_BerichtIdentificatie', kaal: false, elementen: basis.CDT_BerichtIdentificatie },
  { naam: 'XsdVersie', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'CDT_XsdVersie', kaal: false, elementen: basis.CDT_XsdVersie },
  { naam: 'IdentificatieRetour', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: basis.LDT_IdentificatieBericht },
  { naam: 'DagtekeningRetour', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: basis.LDT_Datum },
  { naam: 'XsltVersie', ruimte: 'bericht', verplicht: false, meervoudig: false, waarde: basis.LDT_Versie },
  { naam: 'XsdVersieRetour', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'CDT_XsdVersie', kaal: false, elementen: basis.CDT_XsdVersie },
  { naam: 'RetourCodes', ruimte: 'bericht', verplicht: false, meervoudig: false, klasse: 'RetourCodes', kaal: true, elementen: RetourCodesElementen },
];

export interface Contact {
  readonly Soort: basis.LDT_AdresSoort;
  readonly Adres?: basis.CDT_Adres;
  readonly Organisatie?: basis.LDT_Organisatienaam;
  readonly Telefoon?: basis.CDT_Telefoonnummers;
  readonly Emailadres?: basis.LDT_Emailadres;
  readonly Periode?: basis.CDT_OpenPeriode;
  readonly RetourCodes: readonly basis.LDT_RetourCode[];
}
const ContactElementen: readonly Element[] = [
  { naam: 'Soort', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: basis.LDT_AdresSoort },
  { naam: 'Adres', ruimte: 'bericht', verplicht: false, meervoudig: false, klasse: 'CDT_Adres', kaal: false, elementen: basis.CDT_Adres },
  { naam: 'Organisatie', ruimte: 'bericht', verplicht: false, meervoudig: false, waarde: basis.LDT_Organisatienaam },
  { naam: 'Telefoon', ruimte: 'bericht', verplicht: false, meervoudig: false, klasse: 'CDT_Telefoonnummers', kaal: false, elementen: basis.CDT_Telefoonnummers },
  { naam: 'Emailadres', ruimte: 'bericht', verplicht: false, meervoudig: false, waarde: basis.LDT_Emailadres },
  { naam: 'Periode', ruimte: 'bericht', verplicht: false, meervoudig: false, klasse: 'CDT_OpenPeriode', kaal: false, elementen: basis.CDT_OpenPeriode },
  { naam: 'RetourCodes', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'RetourCodes', kaal: true, elementen: RetourCodesElementen },
];

export interface Relatie {
  readonly Nummer: basis.LDT_Persoonsid;
  readonly Volgorde?: basis.LDT_RelatieVolgorde;
  readonly Soort: basis.LDT_SoortRelatie;
  readonly Geboortedatum?: basis.CDT_Geboortedatum;
  readonly Geslacht?: basis.LDT_Geslacht;
  readonly Naam: basis.CDT_VolledigeNaam;
  readonly Contact: Contact;
  readonly RetourCodes: readonly basis.LDT_RetourCode[];
}
const RelatieElementen: readonly Element[] = [
  { naam: 'Nummer', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: basis.LDT_Persoonsid },
  { naam: 'Volgorde', ruimte: 'bericht', verplicht: false, meervoudig: false, waarde: basis.LDT_RelatieVolgorde },
  { naam: 'Soort', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: basis.LDT_SoortRelatie },
  { naam: 'Geboortedatum', ruimte: 'bericht', verplicht: false, meervoudig: false, klasse: 'CDT_Geboortedatum', kaal: false, elementen: basis.CDT_Geboortedatum },
  { naam: 'Geslacht', ruimte: 'bericht', verplicht: false, meervoudig: false, waarde: basis.LDT_Geslacht },
  { naam: 'Naam', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'CDT_VolledigeNaam', kaal: false, elementen: basis.CDT_VolledigeNaam },
  { naam: 'Contact', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'Contact', kaal: false, elementen: ContactElementen },
  { naam: 'RetourCodes', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'RetourCodes', kaal: true, elementen: RetourCodesElementen },
];

const RelatiesElementen: readonly Element[] = [
  { naam: 'Relatie', ruimte: 'bericht', verplicht: true, meervoudig: true, klasse: 'Relatie', kaal: false, elementen: RelatieElementen },
];

const ContactgegevensElementen: readonly Element[] = [
  { naam: 'Contact', ruimte: 'bericht', verplicht: true, meervoudig: true, klasse: 'Contact', kaal: false, elementen: ContactElementen },
];

export interface ToegewezenProduct {
  readonly ToewijzingNummer: basis.LDT_Nummer;
  readonly ReferentieAanbieder?: basis.LDT_Referentie;
  readonly Product?: basis.CDT_Product;
  readonly Toewijzingsdatum: basis.LDT_Datum;
  readonly Toewijzingstijd: basis.LDT_Tijd;
  readonly Ingangsdatum: basis.LDT_Datum;
  readonly Einddatum?: basis.LDT_Datum;
  readonly RedenWijziging?: basis.LDT_RedenWijziging;
  readonly Omvang?: basis.CDT_Omvang;
  readonly Budget?: basis.LDT_Budget;
  readonly Commentaar?: basis.LDT_Commentaar;
  readonly RetourCodes: readonly basis.LDT_RetourCode[];
}
const ToegewezenProductElementen: readonly Element[] = [
  { naam: 'ToewijzingNummer', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: basis.LDT_Nummer },
  { naam: 'ReferentieAanbieder', ruimte: 'bericht', verplicht: false, meervoudig: false, waarde: basis.LDT_Referentie },
  { naam: 'Product', ruimte: 'bericht', verplicht: false, meervoudig: false, klasse: 'CDT_Product', kaal: false, elementen: basis.CDT_Product },
  { naam: 'Toewijzingsdatum', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: basis.LDT_Datum },
  { naam: 'Toewijzingstijd', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: basis.LDT_Tijd },
  { naam: 'Ingangsdatum', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: basis.LDT_Datum },
  { naam: 'Einddatum', ruimte: 'bericht', verplicht: false, meervoudig: false, waarde: basis.LDT_Datum },
  { naam: 'RedenWijziging', ruimte: 'bericht', verplicht: false, meervoudig: false, waarde: basis.LDT_RedenWijziging },
  { naam: 'Omvang', ruimte: 'bericht', verplicht: false, meervoudig: false, klasse: 'CDT_Omvang', kaal: false, elementen: basis.CDT_Omvang },
  { naam: 'Budget', ruimte: 'bericht', verplicht: false, meervoudig: false, waarde: basis.LDT_Budget },
  { naam: 'Commentaar', ruimte: 'bericht', verplicht: false, meervoudig: false, waarde: basis.LDT_Commentaar },
  { naam: 'RetourCodes', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'RetourCodes', kaal: true, elementen: RetourCodesElementen },
];

const ToegewezenProductenElementen: readonly Element[] = [
  { naam: 'ToegewezenProduct', ruimte: 'bericht', verplicht: true, meervoudig: true, klasse: 'ToegewezenProduct', kaal: false, elementen: ToegewezenProductElementen },
];

export interface Client {
  readonly Bsn: basis.LDT_BurgerServicenummer;
  readonly Geboortedatum: basis.CDT_Geboortedatum;
  readonly Geslacht: basis.LDT_Geslacht;
  readonly Naam: basis.CDT_VolledigeNaam;
  readonly Communicatie?: basis.CDT_Communicatie;
  readonly JuridischeStatus?: basis.LDT_JuridischeStatus;
  readonly WettelijkeVertegenwoordiging?: basis.LDT_WettelijkeVertegenwoordiging;
  readonly Commentaar?: basis.LDT_Commentaar;
  readonly Relaties?: readonly Relatie[];
  readonly Contactgegevens: readonly Contact[];
  readonly ToegewezenProducten: readonly ToegewezenProduct[];
  readonly RetourCodes: readonly basis.LDT_RetourCode[];
}
const ClientElementen: readonly Element[] = [
  { naam: 'Bsn', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: basis.LDT_BurgerServicenummer },
  { naam: 'Geboortedatum', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'CDT_Geboortedatum', kaal: false, elementen: basis.CDT_Geboortedatum },
  { naam: 'Geslacht', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: basis.LDT_Geslacht },
  { naam: 'Naam', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'CDT_VolledigeNaam', kaal: false, elementen: basis.CDT_VolledigeNaam },
  { naam: 'Communicatie', ruimte: 'bericht', verplicht: false, meervoudig: false, klasse: 'CDT_Communicatie', kaal: false, elementen: basis.CDT_Communicatie },
  { naam: 'JuridischeStatus', ruimte: 'bericht', verplicht: false, meervoudig: false, waarde: basis.LDT_JuridischeStatus },
  { naam: 'WettelijkeVertegenwoordiging', ruimte: 'bericht', verplicht: false, meervoudig: false, waarde: basis.LDT_WettelijkeVertegenwoordiging },
  { naam: 'Commentaar', ruimte: 'bericht', verplicht: false, meervoudig: false, waarde: basis.LDT_Commentaar },
  { naam: 'Relaties', ruimte: 'bericht', verplicht: false, meervoudig: false, klasse: 'Relaties', kaal: true, elementen: RelatiesElementen },
  { naam: 'Contactgegevens', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'Contactgegevens', kaal: true, elementen: ContactgegevensElementen },
  { naam: 'ToegewezenProducten', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'ToegewezenProducten', kaal: true, elementen: ToegewezenProductenElementen },
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
  Relatie: Relatie;
  Contact: Contact;
  ToegewezenProduct: ToegewezenProduct;
}
