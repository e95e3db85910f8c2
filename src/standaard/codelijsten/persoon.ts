/** Code lists about persons, their names, addresses and relations. Labels in the project's own words. */
import { codelijst } from './codelijst.js';

export const GESLACHT = codelijst('COD046', 'Geslacht', 'LDT_Geslacht', [
  ['0', 'niet bekend'],
  ['1', 'man'],
  ['2', 'vrouw'],
]);

export const DATUMGEBRUIK = codelijst('COD170', 'Datumgebruik', 'LDT_DatumGebruik', [
  ['1', 'dag niet bekend: alleen maand en jaar tellen'],
  ['2', 'dag en maand niet bekend: alleen het jaar telt'],
  ['3', 'hele datum niet bekend'],
]);

export const NAAMGEBRUIK = codelijst('COD700', 'Naamgebruik', 'LDT_NaamGebruik', [
  ['1', 'eigen naam'],
  ['2', 'naam van de partner of andere naam'],
  ['3', 'naam van de partner, dan eigen naam'],
  ['4', 'eigen naam, dan naam van de partner'],
  ['5', 'schuilnaam (in iWmo niet toegestaan)'],
  ['6', 'geen natuurlijk persoon'],
]);

export const SOORT_RELATIE = codelijst('COD472', 'Soort relatie', 'LDT_SoortRelatie', [
  ['03', 'curator'],
  ['04', 'gemachtigde voor geldzaken'],
  ['05', 'toezicht op geldzaken'],
  ['06', 'woont in dezelfde leefeenheid'],
  ['07', 'hulpverlener'],
  ['08', 'specialist'],
  ['09', 'andere relatie'],
  ['10', 'ouder'],
  ['11', 'voogd'],
  ['12', 'echtgenoot of partner'],
  ['13', 'pleegouder'],
  ['14', 'bewindvoerder'],
  ['15', 'mentor'],
  ['16', 'kind'],
  ['17', 'ander familielid'],
  ['18', 'lid van het gezin'],
  ['19', 'buur'],
  ['20', 'vriend of kennis'],
  ['21', 'onafhankelijk cliëntondersteuner'],
  ['22', 'huisarts'],
  ['23', 'erfgenamen'],
  ['24', 'werkgever'],
  ['25', 'wijkcoach'],
]);

export const COMMUNICATIEVORM = codelijst('COD747', 'Communicatievorm', 'LDT_Communicatievorm', [
  ['1', 'tolk voor een andere taal'],
  ['2', 'tolk voor doven'],
  ['3', 'tolk voor doofblinden'],
]);

export const SOORT_ADRES = codelijst('COD757', 'Soort adres', 'LDT_AdresSoort', [
  ['01', 'adres volgens de Basisregistratie Personen'],
  ['02', 'adres voor post'],
  ['03', 'adres van verblijf'],
  ['04', 'adres van tijdelijk verblijf'],
]);

export const AANDUIDING_WOONADRES = codelijst('NUM061', 'Aanduiding woonadres', 'LDT_AanduidingWoonadres', [
  ['AB', 'aan boord van een schip'],
  ['BY', 'bij het genoemde adres'],
  ['TO', 'tegenover het genoemde adres'],
  ['WW', 'woonwagen'],
]);

export const WETTELIJKE_VERTEGENWOORDIGING = codelijst(
  'WJ003', 'Wettelijke vertegenwoordiging', 'LDT_WettelijkeVertegenwoordiging', [
    ['06', 'voogdij'],
    ['07', 'bewind'],
    ['08', 'mentorschap'],
    ['09', 'curatele'],
    ['10', 'zaakwaarneming'],
  ]);

export const JURIDISCHE_STATUS = codelijst('WJ232', 'Juridische status', 'LDT_JuridischeStatus', [
  ['01', 'rechterlijke machtiging, voorlopig of voortgezet'],
  ['02', 'rechterlijke machtiging op eigen verzoek'],
  ['03', 'rechterlijke machtiging met voorwaardelijk ontslag'],
  ['04', 'ondertoezichtstelling'],
  ['05', 'inbewaringstelling'],
  ['11', 'strafrechtelijk contact: terbeschikkingstelling'],
  ['12', 'strafrechtelijk contact: overig'],
]);

export const PERSOON = [
  GESLACHT, DATUMGEBRUIK, NAAMGEBRUIK, SOORT_RELATIE, COMMUNICATIEVORM, SOORT_ADRES, AANDUIDING_WOONADRES,
  WETTELIJKE_VERTEGENWOORDIGING, JURIDISCHE_STATUS,
] as const;
