// Gegenereerd uit schemas/ door `npm run genereer`. Niet met de hand wijzigen.
import * as basis from './basis.js';
import type { Element } from '../structuur.js';

export const NAMESPACE = 'http://www.istandaarden.nl/iwmo/3_2/wmo320/schema';
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
  { naam: 'BerichtCode', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: { naam: 'LDT_BerichtCode', basis: 'string', minLength: 1, maxLength: 3, patronen: ['483'] } },
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

export interface Antwoord {
  readonly ReferentieAanbieder: basis.LDT_Referentie;
  readonly VerzoekAntwoord: basis.LDT_VerzoekAntwoord;
  readonly RedenAfwijzingVerzoek?: basis.LDT_RedenAfwijzingVerzoek;
  readonly RetourCodes: readonly basis.LDT_RetourCode[];
}
const AntwoordElementen: readonly Element[] = [
  { naam: 'ReferentieAanbieder', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: basis.LDT_Referentie },
  { naam: 'VerzoekAntwoord', ruimte: 'bericht', verplicht: true, meervoudig: false, waarde: basis.LDT_VerzoekAntwoord },
  { naam: 'RedenAfwijzingVerzoek', ruimte: 'bericht', verplicht: false, meervoudig: false, waarde: basis.LDT_RedenAfwijzingVerzoek },
  { naam: 'RetourCodes', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'RetourCodes', kaal: true, elementen: RetourCodesElementen },
];

export interface Bericht {
  readonly Header: Header;
  readonly Antwoord?: Antwoord;
}
const BerichtElementen: readonly Element[] = [
  { naam: 'Header', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'Header', kaal: false, elementen: HeaderElementen },
  { naam: 'Antwoord', ruimte: 'bericht', verplicht: false, meervoudig: false, klasse: 'Antwoord', kaal: false, elementen: AntwoordElementen },
];

export const STRUCTUUR: Element = {
  naam: 'Bericht', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: 'Bericht', kaal: false, elementen: BerichtElementen,
};

/** The message classes that rules and return codes refer to. */
export interface Klassen {
  Header: Header;
  Antwoord: Antwoord;
}
