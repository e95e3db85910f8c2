// Gegenereerd uit schemas/ door `npm run genereer`. Niet met de hand wijzigen.
import * as basis from './basis.js';
import type { Element } from '../structuur.js';

export const NAMESPACE = 'http://www.istandaarden.nl/iwmo/3_2/wmo318/schema';
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
  { naam: 'BerichtCode', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: { naam: 'LDT_BerichtCode', basis: 'string', minLength: 1, maxLength: 3, patronen: ['481'] } },
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

export interface OngewijzigdProduct {
  readonly ToewijzingNummer: basis.LDT_Nummer;
  readonly RetourCodes: readonly basis.LDT_RetourCode[];
}
const OngewijzigdProductElementen: readonly Element[] = [
  { naam: 'ToewijzingNummer', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: basis.LDT_Nummer },
  { naam: 'RetourCodes', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'RetourCodes', kaal: true, elementen: RetourCodesElementen },
];

const OngewijzigdeProductenElementen: readonly Element[] = [
  { naam: 'OngewijzigdProduct', ruimte: 'bericht', verplicht: true, meervoudig: true, klasse: 'OngewijzigdProduct', kaal: false, elementen: OngewijzigdProductElementen },
];

export interface TeWijzigenProduct {
  readonly ToewijzingNummer: basis.LDT_Nummer;
  readonly GewensteIngangsdatum: basis.LDT_Datum;
  readonly Einddatum?: basis.LDT_Datum;
  readonly Omvang?: basis.CDT_Omvang;
  readonly Budget?: basis.LDT_Budget;
  readonly RetourCodes: readonly basis.LDT_RetourCode[];
}
const TeWijzigenProductElementen: readonly Element[] = [
  { naam: 'ToewijzingNummer', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: basis.LDT_Nummer },
  { naam: 'GewensteIngangsdatum', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: basis.LDT_Datum },
  { naam: 'Einddatum', ruimte: 'bericht', verplicht: false, meervoudig: false, waarde: basis.LDT_Datum },
  { naam: 'Omvang', ruimte: 'bericht', verplicht: false, meervoudig: false, klasse: 'CDT_Omvang', kaal: false, elementen: basis.CDT_Omvang },
  { naam: 'Budget', ruimte: 'bericht', verplicht: false, meervoudig: false, waarde: basis.LDT_Budget },
  { naam: 'RetourCodes', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'RetourCodes', kaal: true, elementen: RetourCodesElementen },
];

const TeWijzigenProductenElementen: readonly Element[] = [
  { naam: 'TeWijzigenProduct', ruimte: 'bericht', verplicht: true, meervoudig: true, klasse: 'TeWijzigenProduct', kaal: false, elementen: TeWijzigenProductElementen },
];

export interface NieuwProduct {
  readonly Product?: basis.CDT_Product;
  readonly GewensteIngangsdatum: basis.LDT_Datum;
  readonly Einddatum?: basis.LDT_Datum;
  readonly Omvang?: basis.CDT_Omvang;
  readonly Budget?: basis.LDT_Budget;
  readonly RetourCodes: readonly basis.LDT_RetourCode[];
}
const NieuwProductElementen: readonly Element[] = [
  { naam: 'Product', ruimte: 'bericht', verplicht: false, meervoudig: false, klasse: 'CDT_Product', kaal: false, elementen: basis.CDT_Product },
  { naam: 'GewensteIngangsdatum', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: basis.LDT_Datum },
  { naam: 'Einddatum', ruimte: 'bericht', verplicht: false, meervoudig: false, waarde: basis.LDT_Datum },
  { naam: 'Omvang', ruimte: 'bericht', verplicht: false, meervoudig: false, klasse: 'CDT_Omvang', kaal: false, elementen: basis.CDT_Omvang },
  { naam: 'Budget', ruimte: 'bericht', verplicht: false, meervoudig: false, waarde: basis.LDT_Budget },
  { naam: 'RetourCodes', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'RetourCodes', kaal: true, elementen: RetourCodesElementen },
];

const NieuweProductenElementen: readonly Element[] = [
  { naam: 'NieuwProduct', ruimte: 'bericht', verplicht: true, meervoudig: true, klasse: 'NieuwProduct', kaal: false, elementen: NieuwProductElementen },
];

export interface Verzoek {
  readonly ReferentieAanbieder: basis.LDT_Referentie;
  readonly RedenVerzoek: basis.LDT_RedenVerzoek;
  readonly OngewijzigdeProducten?: readonly OngewijzigdProduct[];
  readonly TeWijzigenProducten?: readonly TeWijzigenProduct[];
  readonly NieuweProducten?: readonly NieuwProduct[];
  readonly RetourCodes: readonly basis.LDT_RetourCode[];
}
const VerzoekElementen: readonly Element[] = [
  { naam: 'ReferentieAanbieder', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: basis.LDT_Referentie },
  { naam: 'RedenVerzoek', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: basis.LDT_RedenVerzoek },
  { naam: 'OngewijzigdeProducten', ruimte: 'bericht', verplicht: false, meervoudig: false, klasse: 'OngewijzigdeProducten', kaal: true, elementen: OngewijzigdeProductenElementen },
  { naam: 'TeWijzigenProducten', ruimte: 'bericht', verplicht: false, meervoudig: false, klasse: 'TeWijzigenProducten', kaal: true, elementen: TeWijzigenProductenElementen },
  { naam: 'NieuweProducten', ruimte: 'bericht', verplicht: false, meervoudig: false, klasse: 'NieuweProducten', kaal: true, elementen: NieuweProductenElementen },
  { naam: 'RetourCodes', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'RetourCodes', kaal: true, elementen: RetourCodesElementen },
];

export interface Client {
  readonly Bsn: basis.LDT_BurgerServicenummer;
  readonly Verzoek: Verzoek;
  readonly RetourCodes: readonly basis.LDT_RetourCode[];
}
const ClientElementen: readonly Element[] = [
  { naam: 'Bsn', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: basis.LDT_BurgerServicenummer },
  { naam: 'Verzoek', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'Verzoek', kaal: false, elementen: VerzoekElementen },
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
  Verzoek: Verzoek;
  OngewijzigdProduct: OngewijzigdProduct;
  TeWijzigenProduct: TeWijzigenProduct;
  NieuwProduct: NieuwProduct;
}
