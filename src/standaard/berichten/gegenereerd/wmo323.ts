// Gegenereerd uit schemas/ door `npm run genereer`. Niet met de hand wijzigen.
import * as basis from './basis.js';
import type { Element } from '../structuur.js';

export const NAMESPACE = 'http://www.istandaarden.nl/iwmo/3_2/wmo323/schema';
export const XSD_VERSIE = { BasisschemaXsdVersie: '1.0.0', BerichtXsdVersie: '1.0.0' } as const;

export interface Header {
  readonly BerichtCode: string;
  readonly BerichtVersie: number;
  readonly BerichtSubversie: number;
  readonly Afzender: basis.LDT_AgbCode;
  readonly Ontvanger: basis.LDT_Gemeente;
  readonly BerichtIdentificatie: basis.CDT_BerichtIdentificatie;
  readonly XsdVersie: basis.CDT_XsdVersie;
}
const HeaderElementen: readonly Element[] = [
  { naam: 'BerichtCode', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: { naam: 'LDT_BerichtCode', basis: 'string', minLength: 1, maxLength: 3, patronen: ['484'] } },
  { naam: 'BerichtVersie', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: { naam: 'LDT_BerichtVersie', basis: 'integer', minInclusive: 0, maxInclusive: 99, patronen: ['3'] } },
  { naam: 'BerichtSubversie', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: { naam: 'LDT_BerichtSubversie', basis: 'integer', minInclusive: 0, maxInclusive: 99, patronen: ['2'] } },
  { naam: 'Afzender', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: basis.LDT_AgbCode },
  { naam: 'Ontvanger', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: basis.LDT_Gemeente },
  { naam: 'BerichtIdentificatie', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'CDT_BerichtIdentificatie', kaal: false, elementen: basis.CDT_BerichtIdentificatie },
  { naam: 'XsdVersie', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'CDT_XsdVersie', kaal: false, elementen: basis.CDT_XsdVersie },
];

export interface Prestatie {
  readonly ProductReferentie: basis.CDT_Referentie;
  readonly ToewijzingNummer: basis.LDT_Nummer;
  readonly ProductCategorie: basis.LDT_ProductCategorie;
  readonly ProductCode: basis.LDT_ProductCode;
  readonly ProductPeriode: basis.CDT_GeslotenPeriode;
  readonly GeleverdVolume: basis.LDT_Volume;
  readonly Eenheid: basis.LDT_Eenheid;
  readonly ProductTarief?: basis.LDT_Bedrag;
  readonly IngediendBedrag: basis.CDT_BedragMetDC;
}
const PrestatieElementen: readonly Element[] = [
  { naam: 'ProductReferentie', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'CDT_Referentie', kaal: false, elementen: basis.CDT_Referentie },
  { naam: 'ToewijzingNummer', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: basis.LDT_Nummer },
  { naam: 'ProductCategorie', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: basis.LDT_ProductCategorie },
  { naam: 'ProductCode', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: basis.LDT_ProductCode },
  { naam: 'ProductPeriode', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'CDT_GeslotenPeriode', kaal: false, elementen: basis.CDT_GeslotenPeriode },
  { naam: 'GeleverdVolume', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: basis.LDT_Volume },
  { naam: 'Eenheid', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: basis.LDT_Eenheid },
  { naam: 'ProductTarief', ruimte: 'bericht', verplicht: false, meervoudig: false, waarde: basis.LDT_Bedrag },
  { naam: 'IngediendBedrag', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'CDT_BedragMetDC', kaal: false, elementen: basis.CDT_BedragMetDC },
];

const PrestatiesElementen: readonly Element[] = [
  { naam: 'Prestatie', ruimte: 'bericht', verplicht: true, meervoudig: true, klasse: 'Prestatie', kaal: false, elementen: PrestatieElementen },
];

export interface Client {
  readonly Bsn: basis.LDT_BurgerServicenummer;
  readonly Prestaties: readonly Prestatie[];
}
const ClientElementen: readonly Element[] = [
  { naam: 'Bsn', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: basis.LDT_BurgerServicenummer },
  { naam: 'Prestaties', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'Prestaties', kaal: true, elementen: PrestatiesElementen },
];

const ClientenElementen: readonly Element[] = [
  { naam: 'Client', ruimte: 'bericht', verplicht: true, meervoudig: true, klasse: 'Client', kaal: false, elementen: ClientElementen },
];

export interface Declaratie {
  readonly DeclaratieNummer: string;
  readonly DeclaratiePeriode: basis.CDT_GeslotenPeriode;
  readonly DeclaratieDagtekening: basis.LDT_Datum;
  readonly TotaalIngediendBedrag: basis.CDT_TotaalBedragMetDC;
  readonly Clienten: readonly Client[];
}
const DeclaratieElementen: readonly Element[] = [
  { naam: 'DeclaratieNummer', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: { naam: 'LDT_IdentificatieDeclaratie', basis: 'string', minLength: 1, maxLength: 12, patronen: ['([a-zA-Z0-9])+'] } },
  { naam: 'DeclaratiePeriode', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'CDT_GeslotenPeriode', kaal: false, elementen: basis.CDT_GeslotenPeriode },
  { naam: 'DeclaratieDagtekening', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: basis.LDT_Datum },
  { naam: 'TotaalIngediendBedrag', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'CDT_TotaalBedragMetDC', kaal: false, elementen: basis.CDT_TotaalBedragMetDC },
  { naam: 'Clienten', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'Clienten', kaal: true, elementen: ClientenElementen },
];

export interface Bericht {
  readonly Header: Header;
  readonly Declaratie: Declaratie;
}
const BerichtElementen: readonly Element[] = [
  { naam: 'Header', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'Header', kaal: false, elementen: HeaderElementen },
  { naam: 'Declaratie', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'Declaratie', kaal: false, elementen: DeclaratieElementen },
];

export const STRUCTUUR: Element = {
  naam: 'Bericht', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'Bericht', kaal: false, elementen: BerichtElementen,
};

/** The message classes that rules and return codes refer to. */
export interface Klassen {
  Header: Header;
  Declaratie: Declaratie;
  Client: Client;
  Prestatie: Prestatie;
}
