/** Code lists about products, allocations, deliveries, requests and claims. Labels in the project's own words. */
import { codelijst } from './codelijst.js';

export const PRODUCTCATEGORIE = codelijst('WMO020', 'Productcategorie', 'LDT_ProductCategorie', [
  ['01', 'huishoudelijke hulp'],
  ['02', 'begeleiding'],
  ['03', 'persoonlijke verzorging'],
  ['04', 'verblijf voor korte duur'],
  ['05', 'diensten rond wonen'],
  ['06', 'andere ondersteuning van persoon, huishouden of gezin'],
  ['07', 'dagbesteding'],
  ['08', 'vervoerdiensten'],
  ['09', 'andere ondersteuning in een groep'],
  ['10', 'andere arrangementen op maat'],
  ['11', 'rolstoelen'],
  ['12', 'vervoervoorzieningen'],
  ['13', 'woonvoorzieningen'],
  ['14', 'andere hulpmiddelen'],
  ['15', 'beschermd wonen'],
  ['16', 'opvang'],
  ['17', 'spoedopvang'],
  ['18', 'beschermd wonen en opvang, overig'],
]);

export const EENHEID = codelijst('WJ756', 'Eenheid', 'LDT_Eenheid', [
  ['01', 'minuut'],
  ['04', 'uur'],
  ['14', 'etmaal'],
  ['16', 'dagdeel van vier uur'],
  ['82', 'stuk (output)'],
  ['83', 'euro, als volume in eurocent (output)'],
  ['84', 'stuk (inspanning)'],
]);

export const FREQUENTIE = codelijst('WMO757', 'Frequentie', 'LDT_Frequentie', [
  ['1', 'elke dag'],
  ['2', 'elke week'],
  ['4', 'elke maand'],
  ['6', 'in totaal, over de hele toewijzing'],
]);

export const REDEN_WIJZIGING = codelijst('WMO002', 'Reden wijziging toewijzing', 'LDT_RedenWijziging', [
  ['01', 'administratieve correctie, oude code (niet meer te gebruiken)'],
  ['02', 'cliënt is overleden'],
  ['03', 'contract is gewijzigd'],
  ['04', 'langer toegewezen na herbeoordeling'],
  ['05', 'korter toegewezen na herbeoordeling'],
  ['06', 'cliënt gaat over naar een ander domein'],
  ['07', 'cliënt verhuist naar een andere gemeente'],
  ['08', 'leveringsvorm is gewijzigd'],
  ['09', 'cliënt stapt over naar een andere aanbieder'],
  ['10', 'andere manier van bekostigen'],
  ['11', 'herindeling van gemeenten'],
  ['12', 'op verzoek van de aanbieder'],
  ['13', 'toewijzing is verwijderd'],
  ['14', 'administratieve correctie'],
]);

export const REDEN_BEEINDIGING = codelijst('WMO588', 'Reden beëindiging', 'LDT_RedenBeeindiging', [
  ['02', 'cliënt is overleden'],
  ['19', 'levering is volgens plan afgerond'],
  ['20', 'levering is tijdelijk gestopt'],
  ['21', 'cliënt is zelf gestopt'],
  ['22', 'aanbieder is zelf gestopt'],
  ['23', 'in overleg eerder gestopt'],
  ['31', 'cliënt verhuist naar een andere gemeente'],
  ['36', 'op initiatief van de gemeente'],
  ['37', 'vanwege een verzoek om wijziging'],
  ['38', 'cliënt stapt over naar een andere aanbieder'],
  ['39', 'cliënt gaat over naar een ander domein'],
]);

export const STATUS_AANLEVERING = codelijst('COD467', 'Status aanlevering', 'LDT_StatusAanlevering', [
  ['1', 'nieuwe aanlevering'],
  ['2', 'gewijzigde aanlevering (in iWmo niet toegestaan)'],
  ['3', 'eerdere aanlevering verwijderen'],
  ['9', 'ongewijzigd (in iWmo niet toegestaan)'],
]);

export const TYPE_VERWIJZER = codelijst('COD327', 'Code verwijzer', 'LDT_TypeVerwijzer', [
  ['01', 'gemeente'],
  ['02', 'huisarts'],
  ['03', 'jeugdarts'],
  ['04', 'gecertificeerde instelling'],
  ['05', 'medisch specialist'],
  ['06', 'geen verwijzer of cliënt zelf'],
  ['08', 'rechter, officier van justitie of justitiële jeugdinrichting'],
]);

export const JA_NEE = codelijst('COD260', 'Ja of nee', 'LDT_JaNee', [
  ['1', 'ja'],
  ['2', 'nee'],
]);

export const REDEN_VERZOEK = codelijst('WJ758', 'Reden verzoek', 'LDT_RedenVerzoek', [
  ['1', 'situatie van de cliënt is veranderd'],
  ['2', 'zorgplan is gewijzigd'],
]);

export const REDEN_AFWIJZING_VERZOEK = codelijst('WJ759', 'Reden afwijzing verzoek', 'LDT_RedenAfwijzingVerzoek', [
  ['1', 'is geen wijziging: vraag opnieuw aan'],
  ['2', 'past niet in het budget'],
  ['3', 'er is geen contract'],
  ['4', 'past niet in het contract'],
  ['5', 'hoort bij een andere gemeente'],
  ['6', 'stapelt ondersteuning'],
  ['7', 'inhoudelijk afgekeurd'],
  ['8', 'woonplaatsbeginsel (Jeugdwet)'],
  ['9', 'leeftijdsgrens bereikt'],
]);

export const VERZOEK_ANTWOORD = codelijst('WJ760', 'Verzoek antwoord', 'LDT_VerzoekAntwoord', [
  ['1', 'verzoek is afgewezen'],
  ['2', 'verzoek wordt onderzocht'],
]);

export const DEBET_CREDIT = codelijst('COD043', 'Indicatie debet of credit', 'LDT_DebetCredit', [
  ['C', 'credit'],
  ['D', 'debet'],
]);

export const PRODUCT = [
  PRODUCTCATEGORIE, EENHEID, FREQUENTIE, REDEN_WIJZIGING, REDEN_BEEINDIGING, STATUS_AANLEVERING, TYPE_VERWIJZER, JA_NEE,
  REDEN_VERZOEK, REDEN_AFWIJZING_VERZOEK, VERZOEK_ANTWOORD, DEBET_CREDIT,
] as const;
