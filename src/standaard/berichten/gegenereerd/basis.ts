// Gegenereerd uit schemas/ door `npm run genereer`. Niet met de hand wijzigen.
import type { Element, Waardetype } from '../structuur.js';

export const BASIS_NAMESPACE = 'http://www.istandaarden.nl/iwmo/3_2/basisschema/schema';

export type LDT_AanduidingWoonadres = 'AB' | 'BY' | 'TO' | 'WW';
export const LDT_AanduidingWoonadres: Waardetype = { naam: 'LDT_AanduidingWoonadres', basis: 'string', maxLength: 2, waarden: ['AB', 'BY', 'TO', 'WW'] };

export type LDT_AdresSoort = '01' | '02' | '03' | '04';
export const LDT_AdresSoort: Waardetype = { naam: 'LDT_AdresSoort', basis: 'string', maxLength: 2, waarden: ['01', '02', '03', '04'] };

export type LDT_AgbCode = string;
export const LDT_AgbCode: Waardetype = { naam: 'LDT_AgbCode', basis: 'string', minLength: 1, maxLength: 8, patronen: ['[0-9]{8}'] };

export type LDT_Bedrag = number;
export const LDT_Bedrag: Waardetype = { naam: 'LDT_Bedrag', basis: 'integer', minInclusive: 0, maxInclusive: 99999999 };

export type LDT_BerichtCode = string;
export const LDT_BerichtCode: Waardetype = { naam: 'LDT_BerichtCode', basis: 'string', minLength: 1, maxLength: 3 };

export type LDT_BerichtSubversie = number;
export const LDT_BerichtSubversie: Waardetype = { naam: 'LDT_BerichtSubversie', basis: 'integer', minInclusive: 0, maxInclusive: 99 };

export type LDT_BerichtVersie = number;
export const LDT_BerichtVersie: Waardetype = { naam: 'LDT_BerichtVersie', basis: 'integer', minInclusive: 0, maxInclusive: 99 };

export type LDT_Budget = number;
export const LDT_Budget: Waardetype = { naam: 'LDT_Budget', basis: 'integer', minInclusive: 0, maxInclusive: 99999999 };

export type LDT_BurgerServicenummer = string;
export const LDT_BurgerServicenummer: Waardetype = { naam: 'LDT_BurgerServicenummer', basis: 'string', minLength: 1, maxLength: 9, patronen: ['[0-9]{9}'] };

export type LDT_Commentaar = string;
export const LDT_Commentaar: Waardetype = { naam: 'LDT_Commentaar', basis: 'string', minLength: 1, patronen: ['([.\\s]*\\S+[.\\s]*)+'] };

export type LDT_Communicatievorm = '1' | '2' | '3';
export const LDT_Communicatievorm: Waardetype = { naam: 'LDT_Communicatievorm', basis: 'string', maxLength: 1, waarden: ['1', '2', '3'] };

export type LDT_Datum = string;
export const LDT_Datum: Waardetype = { naam: 'LDT_Datum', basis: 'date', patronen: ['[^:Z]*'] };

export type LDT_DatumGebruik = '1' | '2' | '3';
export const LDT_DatumGebruik: Waardetype = { naam: 'LDT_DatumGebruik', basis: 'string', maxLength: 1, waarden: ['1', '2', '3'] };

export type LDT_DebetCredit = 'C' | 'D';
export const LDT_DebetCredit: Waardetype = { naam: 'LDT_DebetCredit', basis: 'string', maxLength: 1, waarden: ['C', 'D'] };

export type LDT_Eenheid = '01' | '04' | '14' | '16' | '82' | '83' | '84';
export const LDT_Eenheid: Waardetype = { naam: 'LDT_Eenheid', basis: 'string', maxLength: 2, waarden: ['01', '04', '14', '16', '82', '83', '84'] };

export type LDT_Emailadres = string;
export const LDT_Emailadres: Waardetype = { naam: 'LDT_Emailadres', basis: 'string', minLength: 1, maxLength: 80, patronen: ['.*[^\\s].*'] };

export type LDT_Frequentie = '1' | '2' | '4' | '6';
export const LDT_Frequentie: Waardetype = { naam: 'LDT_Frequentie', basis: 'string', maxLength: 1, waarden: ['1', '2', '4', '6'] };

export type LDT_Gemeente = string;
export const LDT_Gemeente: Waardetype = { naam: 'LDT_Gemeente', basis: 'string', minLength: 1, patronen: ['[0-9]{4}'] };

export type LDT_Geslacht = '0' | '1' | '2';
export const LDT_Geslacht: Waardetype = { naam: 'LDT_Geslacht', basis: 'string', maxLength: 1, waarden: ['0', '1', '2'] };

export type LDT_Huisletter = string;
export const LDT_Huisletter: Waardetype = { naam: 'LDT_Huisletter', basis: 'string', minLength: 1, maxLength: 1, patronen: ['.*[^\\s].*'] };

export type LDT_Huisnummer = number;
export const LDT_Huisnummer: Waardetype = { naam: 'LDT_Huisnummer', basis: 'integer', minInclusive: 0, maxInclusive: 99999 };

export type LDT_HuisnummerToevoeging = string;
export const LDT_HuisnummerToevoeging: Waardetype = { naam: 'LDT_HuisnummerToevoeging', basis: 'string', minLength: 1, maxLength: 4, patronen: ['.*[^\\s].*'] };

export type LDT_IdentificatieBericht = string;
export const LDT_IdentificatieBericht: Waardetype = { naam: 'LDT_IdentificatieBericht', basis: 'string', minLength: 1, maxLength: 12, patronen: ['.*[^\\s].*'] };

export type LDT_IdentificatieDeclaratie = string;
export const LDT_IdentificatieDeclaratie: Waardetype = { naam: 'LDT_IdentificatieDeclaratie', basis: 'string', minLength: 1, maxLength: 12 };

export type LDT_JaNee = '1' | '2';
export const LDT_JaNee: Waardetype = { naam: 'LDT_JaNee', basis: 'string', maxLength: 1, waarden: ['1', '2'] };

export type LDT_JuridischeStatus = '01' | '02' | '03' | '04' | '05' | '11' | '12';
export const LDT_JuridischeStatus: Waardetype = { naam: 'LDT_JuridischeStatus', basis: 'string', maxLength: 2, waarden: ['01', '02', '03', '04', '05', '11', '12'] };

export type LDT_LandCode = 'AD' | 'AE' | 'AF' | 'AG' | 'AI' | 'AL' | 'AM' | 'AO' | 'AQ' | 'AR' | 'AS' | 'AT' | 'AU' | 'AW' | 'AX' | 'AZ' | 'BA' | 'BB' | 'BD' | 'BE' | 'BF' | 'BG' | 'BH' | 'BI' | 'BJ' | 'BL' | 'BM' | 'BN' | 'BO' | 'BQ' | 'BR' | 'BS' | 'BT' | 'BV' | 'BW' | 'BY' | 'BZ' | 'CA' | 'CC' | 'CD' | 'CF' | 'CG' | 'CH' | 'CI' | 'CK' | 'CL' | 'CM' | 'CN' | 'CO' | 'CR' | 'CU' | 'CV' | 'CW' | 'CX' | 'CY' | 'CZ' | 'DE' | 'DJ' | 'DK' | 'DM' | 'DO' | 'DZ' | 'EC' | 'EE' | 'EG' | 'EH' | 'ER' | 'ES' | 'ET' | 'FI' | 'FJ' | 'FK' | 'FM' | 'FO' | 'FR' | 'GA' | 'GB' | 'GD' | 'GE' | 'GF' | 'GG' | 'GH' | 'GI' | 'GL' | 'GM' | 'GN' | 'GP' | 'GQ' | 'GR' | 'GS' | 'GT' | 'GU' | 'GW' | 'GY' | 'HK' | 'HM' | 'HN' | 'HR' | 'HT' | 'HU' | 'ID' | 'IE' | 'IL' | 'IM' | 'IN' | 'IO' | 'IQ' | 'IR' | 'IS' | 'IT' | 'JE' | 'JM' | 'JO' | 'JP' | 'KE' | 'KG' | 'KH' | 'KI' | 'KM' | 'KN' | 'KP' | 'KR' | 'KW' | 'KY' | 'KZ' | 'LA' | 'LB' | 'LC' | 'LI' | 'LK' | 'LR' | 'LS' | 'LT' | 'LU' | 'LV' | 'LY' | 'MA' | 'MC' | 'MD' | 'ME' | 'MF' | 'MG' | 'MH' | 'MK' | 'ML' | 'MM' | 'MN' | 'MO' | 'MP' | 'MQ' | 'MR' | 'MS' | 'MT' | 'MU' | 'MV' | 'MW' | 'MX' | 'MY' | 'MZ' | 'NA' | 'NC' | 'NE' | 'NF' | 'NG' | 'NI' | 'NL' | 'NO' | 'NP' | 'NR' | 'NU' | 'NZ' | 'OM' | 'PA' | 'PE' | 'PF' | 'PG' | 'PH' | 'PK' | 'PL' | 'PM' | 'PN' | 'PR' | 'PS' | 'PT' | 'PW' | 'PY' | 'QA' | 'RE' | 'RO' | 'RS' | 'RU' | 'RW' | 'SA' | 'SB' | 'SC' | 'SD' | 'SE' | 'SG' | 'SH' | 'SI' | 'SJ' | 'SK' | 'SL' | 'SM' | 'SN' | 'SO' | 'SR' | 'SS' | 'ST' | 'SV' | 'SX' | 'SY' | 'SZ' | 'TC' | 'TD' | 'TF' | 'TG' | 'TH' | 'TJ' | 'TK' | 'TL' | 'TM' | 'TN' | 'TO' | 'TR' | 'TT' | 'TV' | 'TW' | 'TZ' | 'UA' | 'UG' | 'UM' | 'US' | 'UY' | 'UZ' | 'VA' | 'VC' | 'VE' | 'VG' | 'VI' | 'VN' | 'VU' | 'WF' | 'WS' | 'YE' | 'YT' | 'ZA' | 'ZM' | 'ZW';
export const LDT_LandCode: Waardetype = { naam: 'LDT_LandCode', basis: 'string', maxLength: 2, waarden: ['AD', 'AE', 'AF', 'AG', 'AI', 'AL', 'AM', 'AO', 'AQ', 'AR', 'AS', 'AT', 'AU', 'AW', 'AX', 'AZ', 'BA', 'BB', 'BD', 'BE', 'BF', 'BG', 'BH', 'BI', 'BJ', 'BL', 'BM', 'BN', 'BO', 'BQ', 'BR', 'BS', 'BT', 'BV', 'BW', 'BY', 'BZ', 'CA', 'CC', 'CD', 'CF', 'CG', 'CH', 'CI', 'CK', 'CL', 'CM', 'CN', 'CO', 'CR', 'CU', 'CV', 'CW', 'CX', 'CY', 'CZ', 'DE', 'DJ', 'DK', 'DM', 'DO', 'DZ', 'EC', 'EE', 'EG', 'EH', 'ER', 'ES', 'ET', 'FI', 'FJ', 'FK', 'FM', 'FO', 'FR', 'GA', 'GB', 'GD', 'GE', 'GF', 'GG', 'GH', 'GI', 'GL', 'GM', 'GN', 'GP', 'GQ', 'GR', 'GS', 'GT', 'GU', 'GW', 'GY', 'HK', 'HM', 'HN', 'HR', 'HT', 'HU', 'ID', 'IE', 'IL', 'IM', 'IN', 'IO', 'IQ', 'IR', 'IS', 'IT', 'JE', 'JM', 'JO', 'JP', 'KE', 'KG', 'KH', 'KI', 'KM', 'KN', 'KP', 'KR', 'KW', 'KY', 'KZ', 'LA', 'LB', 'LC', 'LI', 'LK', 'LR', 'LS', 'LT', 'LU', 'LV', 'LY', 'MA', 'MC', 'MD', 'ME', 'MF', 'MG', 'MH', 'MK', 'ML', 'MM', 'MN', 'MO', 'MP', 'MQ', 'MR', 'MS', 'MT', 'MU', 'MV', 'MW', 'MX', 'MY', 'MZ', 'NA', 'NC', 'NE', 'NF', 'NG', 'NI', 'NL', 'NO', 'NP', 'NR', 'NU', 'NZ', 'OM', 'PA', 'PE', 'PF', 'PG', 'PH', 'PK', 'PL', 'PM', 'PN', 'PR', 'PS', 'PT', 'PW', 'PY', 'QA', 'RE', 'RO', 'RS', 'RU', 'RW', 'SA', 'SB', 'SC', 'SD', 'SE', 'SG', 'SH', 'SI', 'SJ', 'SK', 'SL', 'SM', 'SN', 'SO', 'SR', 'SS', 'ST', 'SV', 'SX', 'SY', 'SZ', 'TC', 'TD', 'TF', 'TG', 'TH', 'TJ', 'TK', 'TL', 'TM', 'TN', 'TO', 'TR', 'TT', 'TV', 'TW', 'TZ', 'UA', 'UG', 'UM', 'US', 'UY', 'UZ', 'VA', 'VC', 'VE', 'VG', 'VI', 'VN', 'VU', 'WF', 'WS', 'YE', 'YT', 'ZA', 'ZM', 'ZW'] };

export type LDT_Landnummer = string;
export const LDT_Landnummer: Waardetype = { naam: 'LDT_Landnummer', basis: 'string', minLength: 1, maxLength: 4, patronen: ['.*[^\\s].*'] };

export type LDT_Naam = string;
export const LDT_Naam: Waardetype = { naam: 'LDT_Naam', basis: 'string', minLength: 1, maxLength: 200, patronen: ['.*[^\\s].*'] };

export type LDT_NaamGebruik = '1' | '2' | '3' | '4' | '5' | '6';
export const LDT_NaamGebruik: Waardetype = { naam: 'LDT_NaamGebruik', basis: 'string', maxLength: 1, waarden: ['1', '2', '3', '4', '5', '6'] };

export type LDT_NaamVerwijzer = string;
export const LDT_NaamVerwijzer: Waardetype = { naam: 'LDT_NaamVerwijzer', basis: 'string', minLength: 1, maxLength: 64, patronen: ['.*[^\\s].*'] };

export type LDT_Nummer = number;
export const LDT_Nummer: Waardetype = { naam: 'LDT_Nummer', basis: 'integer', minInclusive: 0, maxInclusive: 999999999 };

export type LDT_Organisatienaam = string;
export const LDT_Organisatienaam: Waardetype = { naam: 'LDT_Organisatienaam', basis: 'string', minLength: 1, maxLength: 35, patronen: ['.*[^\\s].*'] };

export type LDT_Persoonsid = string;
export const LDT_Persoonsid: Waardetype = { naam: 'LDT_Persoonsid', basis: 'string', minLength: 1, maxLength: 20, patronen: ['.*[^\\s].*'] };

export type LDT_Plaatsnaam = string;
export const LDT_Plaatsnaam: Waardetype = { naam: 'LDT_Plaatsnaam', basis: 'string', minLength: 1, maxLength: 80, patronen: ['.*[^\\s].*'] };

export type LDT_Postcode = string;
export const LDT_Postcode: Waardetype = { naam: 'LDT_Postcode', basis: 'string', minLength: 1, maxLength: 8, patronen: ['.*[^\\s].*'] };

export type LDT_ProductCategorie = '01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '09' | '10' | '11' | '12' | '13' | '14' | '15' | '16' | '17' | '18';
export const LDT_ProductCategorie: Waardetype = { naam: 'LDT_ProductCategorie', basis: 'string', maxLength: 2, waarden: ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '13', '14', '15', '16', '17', '18'] };

export type LDT_ProductCode = string;
export const LDT_ProductCode: Waardetype = { naam: 'LDT_ProductCode', basis: 'string', minLength: 1, maxLength: 5, patronen: ['.*[^\\s].*'] };

export type LDT_RedenAfwijzingVerzoek = '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';
export const LDT_RedenAfwijzingVerzoek: Waardetype = { naam: 'LDT_RedenAfwijzingVerzoek', basis: 'string', maxLength: 2, waarden: ['1', '2', '3', '4', '5', '6', '7', '8', '9'] };

export type LDT_RedenBeeindiging = '02' | '19' | '20' | '21' | '22' | '23' | '31' | '36' | '37' | '38' | '39';
export const LDT_RedenBeeindiging: Waardetype = { naam: 'LDT_RedenBeeindiging', basis: 'string', maxLength: 2, waarden: ['02', '19', '20', '21', '22', '23', '31', '36', '37', '38', '39'] };

export type LDT_RedenVerzoek = '1' | '2';
export const LDT_RedenVerzoek: Waardetype = { naam: 'LDT_RedenVerzoek', basis: 'string', maxLength: 1, waarden: ['1', '2'] };

export type LDT_RedenWijziging = '01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '09' | '10' | '11' | '12' | '13' | '14';
export const LDT_RedenWijziging: Waardetype = { naam: 'LDT_RedenWijziging', basis: 'string', maxLength: 2, waarden: ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '13', '14'] };

export type LDT_Referentie = string;
export const LDT_Referentie: Waardetype = { naam: 'LDT_Referentie', basis: 'string', minLength: 1, maxLength: 36, patronen: ['.*[^\\s].*'] };

export type LDT_ReferentieNummer = string;
export const LDT_ReferentieNummer: Waardetype = { naam: 'LDT_ReferentieNummer', basis: 'string', minLength: 1, maxLength: 20 };

export type LDT_RelatieVolgorde = number;
export const LDT_RelatieVolgorde: Waardetype = { naam: 'LDT_RelatieVolgorde', basis: 'integer', minInclusive: 0, maxInclusive: 99 };

export type LDT_RetourCode = '0001' | '0200' | '0233' | '0611' | '8001' | '8017' | '8021' | '8187' | '8214' | '8848' | '9019' | '9056' | '9063' | '9069' | '9071' | '9074' | '9307' | '9308' | '9319' | '9321' | '9322' | '9326' | '9332' | '9333' | '9338' | '9339' | '9340' | '9341' | '9346' | '9347' | '9349' | '9350' | '9351' | '9355' | '9357' | '9359' | '9360' | '9361' | '9365' | '9366' | '9367' | '9369' | '9373' | '9374' | '9375' | '9379' | '9384' | '9385' | '9387' | '9388' | '9389' | '9390' | '9411' | '9412' | '9413' | '9414' | '9415' | 'S300' | 'S329';
export const LDT_RetourCode: Waardetype = { naam: 'LDT_RetourCode', basis: 'string', maxLength: 4, waarden: ['0001', '0200', '0233', '0611', '8001', '8017', '8021', '8187', '8214', '8848', '9019', '9056', '9063', '9069', '9071', '9074', '9307', '9308', '9319', '9321', '9322', '9326', '9332', '9333', '9338', '9339', '9340', '9341', '9346', '9347', '9349', '9350', '9351', '9355', '9357', '9359', '9360', '9361', '9365', '9366', '9367', '9369', '9373', '9374', '9375', '9379', '9384', '9385', '9387', '9388', '9389', '9390', '9411', '9412', '9413', '9414', '9415', 'S300', 'S329'] };

export type LDT_SoortRelatie = '03' | '04' | '05' | '06' | '07' | '08' | '09' | '10' | '11' | '12' | '13' | '14' | '15' | '16' | '17' | '18' | '19' | '20' | '21' | '22' | '23' | '24' | '25';
export const LDT_SoortRelatie: Waardetype = { naam: 'LDT_SoortRelatie', basis: 'string', maxLength: 2, waarden: ['03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '13', '14', '15', '16', '17', '18', '19', '20', '21', '22', '23', '24', '25'] };

export type LDT_StatusAanlevering = '1' | '2' | '3' | '9';
export const LDT_StatusAanlevering: Waardetype = { naam: 'LDT_StatusAanlevering', basis: 'string', maxLength: 1, waarden: ['1', '2', '3', '9'] };

export type LDT_Straatnaam = string;
export const LDT_Straatnaam: Waardetype = { naam: 'LDT_Straatnaam', basis: 'string', minLength: 1, maxLength: 24, patronen: ['.*[^\\s].*'] };

export type LDT_Taal = string;
export const LDT_Taal: Waardetype = { naam: 'LDT_Taal', basis: 'string', minLength: 1, maxLength: 25, patronen: ['.*[^\\s].*'] };

export type LDT_Telefoonnummer = string;
export const LDT_Telefoonnummer: Waardetype = { naam: 'LDT_Telefoonnummer', basis: 'string', minLength: 1, maxLength: 15, patronen: ['[0-9]*'] };

export type LDT_Tijd = string;
export const LDT_Tijd: Waardetype = { naam: 'LDT_Tijd', basis: 'time', patronen: ['[^Z+-]+'] };

export type LDT_TotaalBedrag = number;
export const LDT_TotaalBedrag: Waardetype = { naam: 'LDT_TotaalBedrag', basis: 'integer', minInclusive: 0, maxInclusive: 999999999999 };

export type LDT_TypeVerwijzer = '01' | '02' | '03' | '04' | '05' | '06' | '08';
export const LDT_TypeVerwijzer: Waardetype = { naam: 'LDT_TypeVerwijzer', basis: 'string', maxLength: 2, waarden: ['01', '02', '03', '04', '05', '06', '08'] };

export type LDT_Versie = string;
export const LDT_Versie: Waardetype = { naam: 'LDT_Versie', basis: 'string', minLength: 1, patronen: ['(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)'] };

export type LDT_VerzoekAntwoord = '1' | '2';
export const LDT_VerzoekAntwoord: Waardetype = { naam: 'LDT_VerzoekAntwoord', basis: 'string', maxLength: 1, waarden: ['1', '2'] };

export type LDT_Volume = number;
export const LDT_Volume: Waardetype = { naam: 'LDT_Volume', basis: 'integer', minInclusive: 0, maxInclusive: 99999999 };

export type LDT_Voorletters = string;
export const LDT_Voorletters: Waardetype = { naam: 'LDT_Voorletters', basis: 'string', minLength: 1, maxLength: 6, patronen: ['([a-zA-ZÀ-ỳ])+'] };

export type LDT_Voorvoegsel = string;
export const LDT_Voorvoegsel: Waardetype = { naam: 'LDT_Voorvoegsel', basis: 'string', minLength: 1, maxLength: 10, patronen: ['.*[^\\s].*'] };

export type LDT_WettelijkeVertegenwoordiging = '06' | '07' | '08' | '09' | '10';
export const LDT_WettelijkeVertegenwoordiging: Waardetype = { naam: 'LDT_WettelijkeVertegenwoordiging', basis: 'string', maxLength: 2, waarden: ['06', '07', '08', '09', '10'] };

export interface CDT_Achternaam {
  readonly Achternaam: LDT_Naam;
  readonly Voorvoegsel?: LDT_Voorvoegsel;
}
export const CDT_Achternaam: readonly Element[] = [
  { naam: 'Achternaam', ruimte: 'basis', verplicht: true, meervoudig: false, waarde: LDT_Naam },
  { naam: 'Voorvoegsel', ruimte: 'basis', verplicht: false, meervoudig: false, waarde: LDT_Voorvoegsel },
];

export interface CDT_Huis {
  readonly Huisnummer: LDT_Huisnummer;
  readonly Huisletter?: LDT_Huisletter;
  readonly HuisnummerToevoeging?: LDT_HuisnummerToevoeging;
  readonly AanduidingWoonadres?: LDT_AanduidingWoonadres;
}
export const CDT_Huis: readonly Element[] = [
  { naam: 'Huisnummer', ruimte: 'basis', verplicht: true, meervoudig: false, waarde: LDT_Huisnummer },
  { naam: 'Huisletter', ruimte: 'basis', verplicht: false, meervoudig: false, waarde: LDT_Huisletter },
  { naam: 'HuisnummerToevoeging', ruimte: 'basis', verplicht: false, meervoudig: false, waarde: LDT_HuisnummerToevoeging },
  { naam: 'AanduidingWoonadres', ruimte: 'basis', verplicht: false, meervoudig: false, waarde: LDT_AanduidingWoonadres },
];

export interface CDT_Adres {
  readonly Huis?: CDT_Huis;
  readonly Postcode?: LDT_Postcode;
  readonly Straatnaam?: LDT_Straatnaam;
  readonly Plaatsnaam?: LDT_Plaatsnaam;
  readonly LandCode?: LDT_LandCode;
}
export const CDT_Adres: readonly Element[] = [
  { naam: 'Huis', ruimte: 'basis', verplicht: false, meervoudig: false, klasse: 'CDT_Huis', kaal: false, elementen: CDT_Huis },
  { naam: 'Postcode', ruimte: 'basis', verplicht: false, meervoudig: false, waarde: LDT_Postcode },
  { naam: 'Straatnaam', ruimte: 'basis', verplicht: false, meervoudig: false, waarde: LDT_Straatnaam },
  { naam: 'Plaatsnaam', ruimte: 'basis', verplicht: false, meervoudig: false, waarde: LDT_Plaatsnaam },
  { naam: 'LandCode', ruimte: 'basis', verplicht: false, meervoudig: false, waarde: LDT_LandCode },
];

export interface CDT_BedragMetDC {
  readonly Bedrag: LDT_Bedrag;
  readonly DebetCredit: LDT_DebetCredit;
}
export const CDT_BedragMetDC: readonly Element[] = [
  { naam: 'Bedrag', ruimte: 'basis', verplicht: true, meervoudig: false, waarde: LDT_Bedrag },
  { naam: 'DebetCredit', ruimte: 'basis', verplicht: true, meervoudig: false, waarde: LDT_DebetCredit },
];

export interface CDT_BerichtIdentificatie {
  readonly Identificatie: LDT_IdentificatieBericht;
  readonly Dagtekening: LDT_Datum;
}
export const CDT_BerichtIdentificatie: readonly Element[] = [
  { naam: 'Identificatie', ruimte: 'basis', verplicht: true, meervoudig: false, waarde: LDT_IdentificatieBericht },
  { naam: 'Dagtekening', ruimte: 'basis', verplicht: true, meervoudig: false, waarde: LDT_Datum },
];

export interface CDT_Communicatie {
  readonly Vorm: LDT_Communicatievorm;
  readonly Taal?: LDT_Taal;
}
export const CDT_Communicatie: readonly Element[] = [
  { naam: 'Vorm', ruimte: 'basis', verplicht: true, meervoudig: false, waarde: LDT_Communicatievorm },
  { naam: 'Taal', ruimte: 'basis', verplicht: false, meervoudig: false, waarde: LDT_Taal },
];

export interface CDT_Geboortedatum {
  readonly Datum: LDT_Datum;
  readonly DatumGebruik?: LDT_DatumGebruik;
}
export const CDT_Geboortedatum: readonly Element[] = [
  { naam: 'Datum', ruimte: 'basis', verplicht: true, meervoudig: false, waarde: LDT_Datum },
  { naam: 'DatumGebruik', ruimte: 'basis', verplicht: false, meervoudig: false, waarde: LDT_DatumGebruik },
];

export interface CDT_GeslotenPeriode {
  readonly Begindatum: LDT_Datum;
  readonly Einddatum: LDT_Datum;
}
export const CDT_GeslotenPeriode: readonly Element[] = [
  { naam: 'Begindatum', ruimte: 'basis', verplicht: true, meervoudig: false, waarde: LDT_Datum },
  { naam: 'Einddatum', ruimte: 'basis', verplicht: true, meervoudig: false, waarde: LDT_Datum },
];

export interface CDT_Omvang {
  readonly Volume: LDT_Volume;
  readonly Eenheid: LDT_Eenheid;
  readonly Frequentie: LDT_Frequentie;
}
export const CDT_Omvang: readonly Element[] = [
  { naam: 'Volume', ruimte: 'basis', verplicht: true, meervoudig: false, waarde: LDT_Volume },
  { naam: 'Eenheid', ruimte: 'basis', verplicht: true, meervoudig: false, waarde: LDT_Eenheid },
  { naam: 'Frequentie', ruimte: 'basis', verplicht: true, meervoudig: false, waarde: LDT_Frequentie },
];

export interface CDT_OpenPeriode {
  readonly Begindatum?: LDT_Datum;
  readonly Einddatum?: LDT_Datum;
}
export const CDT_OpenPeriode: readonly Element[] = [
  { naam: 'Begindatum', ruimte: 'basis', verplicht: false, meervoudig: false, waarde: LDT_Datum },
  { naam: 'Einddatum', ruimte: 'basis', verplicht: false, meervoudig: false, waarde: LDT_Datum },
];

export interface CDT_Product {
  readonly Categorie: LDT_ProductCategorie;
  readonly Code?: LDT_ProductCode;
}
export const CDT_Product: readonly Element[] = [
  { naam: 'Categorie', ruimte: 'basis', verplicht: true, meervoudig: false, waarde: LDT_ProductCategorie },
  { naam: 'Code', ruimte: 'basis', verplicht: false, meervoudig: false, waarde: LDT_ProductCode },
];

export interface CDT_Referentie {
  readonly ReferentieNummer: LDT_ReferentieNummer;
  readonly VorigReferentieNummer?: LDT_ReferentieNummer;
}
export const CDT_Referentie: readonly Element[] = [
  { naam: 'ReferentieNummer', ruimte: 'basis', verplicht: true, meervoudig: false, waarde: LDT_ReferentieNummer },
  { naam: 'VorigReferentieNummer', ruimte: 'basis', verplicht: false, meervoudig: false, waarde: LDT_ReferentieNummer },
];

export interface CDT_Telefoon {
  readonly Telefoonnummer: LDT_Telefoonnummer;
  readonly Landnummer: LDT_Landnummer;
}
export const CDT_Telefoon: readonly Element[] = [
  { naam: 'Telefoonnummer', ruimte: 'basis', verplicht: true, meervoudig: false, waarde: LDT_Telefoonnummer },
  { naam: 'Landnummer', ruimte: 'basis', verplicht: true, meervoudig: false, waarde: LDT_Landnummer },
];

export interface CDT_Telefoonnummers {
  readonly Telefoon01: CDT_Telefoon;
  readonly Telefoon02?: CDT_Telefoon;
}
export const CDT_Telefoonnummers: readonly Element[] = [
  { naam: 'Telefoon01', ruimte: 'basis', verplicht: true, meervoudig: false, klasse: 'CDT_Telefoon', kaal: false, elementen: CDT_Telefoon },
  { naam: 'Telefoon02', ruimte: 'basis', verplicht: false, meervoudig: false, klasse: 'CDT_Telefoon', kaal: false, elementen: CDT_Telefoon },
];

export interface CDT_TotaalBedragMetDC {
  readonly TotaalBedrag: LDT_TotaalBedrag;
  readonly DebetCredit: LDT_DebetCredit;
}
export const CDT_TotaalBedragMetDC: readonly Element[] = [
  { naam: 'TotaalBedrag', ruimte: 'basis', verplicht: true, meervoudig: false, waarde: LDT_TotaalBedrag },
  { naam: 'DebetCredit', ruimte: 'basis', verplicht: true, meervoudig: false, waarde: LDT_DebetCredit },
];

export interface CDT_VerkorteNaam {
  readonly Geslachtsnaam: CDT_Achternaam;
  readonly Voornamen?: LDT_Naam;
  readonly Voorletters?: LDT_Voorletters;
}
export const CDT_VerkorteNaam: readonly Element[] = [
  { naam: 'Geslachtsnaam', ruimte: 'basis', verplicht: true, meervoudig: false, klasse: 'CDT_Achternaam', kaal: false, elementen: CDT_Achternaam },
  { naam: 'Voornamen', ruimte: 'basis', verplicht: false, meervoudig: false, waarde: LDT_Naam },
  { naam: 'Voorletters', ruimte: 'basis', verplicht: false, meervoudig: false, waarde: LDT_Voorletters },
];

export interface CDT_Verwijzer {
  readonly Type: LDT_TypeVerwijzer;
  readonly Naam?: LDT_NaamVerwijzer;
  readonly ZorgverlenerCode?: LDT_AgbCode;
}
export const CDT_Verwijzer: readonly Element[] = [
  { naam: 'Type', ruimte: 'basis', verplicht: true, meervoudig: false, waarde: LDT_TypeVerwijzer },
  { naam: 'Naam', ruimte: 'basis', verplicht: false, meervoudig: false, waarde: LDT_NaamVerwijzer },
  { naam: 'ZorgverlenerCode', ruimte: 'basis', verplicht: false, meervoudig: false, waarde: LDT_AgbCode },
];

export interface CDT_VolledigeNaam {
  readonly Geslachtsnaam: CDT_Achternaam;
  readonly Partnernaam?: CDT_Achternaam;
  readonly Voornamen?: LDT_Naam;
  readonly Voorletters?: LDT_Voorletters;
  readonly NaamGebruik: LDT_NaamGebruik;
}
export const CDT_VolledigeNaam: readonly Element[] = [
  { naam: 'Geslachtsnaam', ruimte: 'basis', verplicht: true, meervoudig: false, klasse: 'CDT_Achternaam', kaal: false, elementen: CDT_Achternaam },
  { naam: 'Partnernaam', ruimte: 'basis', verplicht: false, meervoudig: false, klasse: 'CDT_Achternaam', kaal: false, elementen: CDT_Achternaam },
  { naam: 'Voornamen', ruimte: 'basis', verplicht: false, meervoudig: false, waarde: LDT_Naam },
  { naam: 'Voorletters', ruimte: 'basis', verplicht: false, meervoudig: false, waarde: LDT_Voorletters },
  { naam: 'NaamGebruik', ruimte: 'basis', verplicht: true, meervoudig: false, waarde: LDT_NaamGebruik },
];

export interface CDT_XsdVersie {
  readonly BasisschemaXsdVersie: LDT_Versie;
  readonly BerichtXsdVersie: LDT_Versie;
}
export const CDT_XsdVersie: readonly Element[] = [
  { naam: 'BasisschemaXsdVersie', ruimte: 'basis', verplicht: true, meervoudig: false, waarde: LDT_Versie },
  { naam: 'BerichtXsdVersie', ruimte: 'basis', verplicht: true, meervoudig: false, waarde: LDT_Versie },
];
