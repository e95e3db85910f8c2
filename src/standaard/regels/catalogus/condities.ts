/** The conditions (CD): whether an element must or may not be there, depending on another. */
import type { Catalogusregel } from './catalogusregel.js';

export const CONDITIES: readonly Catalogusregel[] = [
  {
    code: 'CD005', niveau: 2, retourcode: '0001',
    plaatsen: [['WMO301', 'Contact', 'Adres/LandCode']],
    eis: 'In een Adres staan Postcode en LandCode er allebei, of geen van beide. Dit geldt voor elk Contact, ook '
      + 'dat van een Relatie. Zonder Adres is er niets te toetsen.',
    doen: 'Vul bij de Postcode ook de LandCode, of laat beide weg.',
  },
  {
    code: 'CD007', niveau: 2, retourcode: '0001',
    plaatsen: [['WMO301', 'Client', 'Communicatie/Taal']],
    eis: 'Is Vorm 1 (tolk voor een andere taal), dan is Taal gevuld; bij elke andere Vorm ontbreekt Taal.',
    doen: 'Noem de Taal bij Vorm 1 en haal haar anders weg.',
  },
  {
    code: 'CD009', niveau: 2, retourcode: '0001',
    plaatsen: [['WMO301', 'Contact', 'Periode']],
    eis: 'Alleen een Contact met Soort 04 (tijdelijk verblijf) heeft een Periode. Verplicht is zij ook daar niet.',
    doen: 'Verwijder de Periode of kies Soort 04.',
  },
  {
    code: 'CD025', niveau: 2, retourcode: '0001',
    plaatsen: [['WMO301', 'Contact', 'Adres/Huis']],
    eis: 'Een Adres met LandCode NL heeft een Huis.',
    doen: 'Vul het Huis met ten minste het Huisnummer.',
  },
  {
    code: 'CD034', niveau: 2, retourcode: '0001',
    plaatsen: [['WMO301', 'Contact', 'Adres/Postcode']],
    eis: 'Heeft een Contact met Soort 01 of 03 een Adres, dan staat daar een Postcode in.',
    lezing: 'Ontbreekt het hele Adres, dan toetsen we niet: een Relatie met alleen een telefoonnummer blijft zo '
      + 'geldig (zie TR006). De waarden 1 en 3 uit de bron lezen we als de codes 01 en 03.',
    doen: 'Vul de Postcode van dit adres.',
  },
  {
    code: 'CD041', niveau: 2, retourcode: '0001',
    plaatsen: [
      ['WMO301', 'ToegewezenProduct', 'Omvang'], ['WMO315', 'AangevraagdProduct', 'Omvang'],
      ['WMO317', 'NieuwProduct', 'Omvang'],
    ],
    eis: 'Een product met een Code (specifiek) heeft een Omvang. Voor een TeWijzigenProduct, dat geen Product '
      + 'draagt, is er TR411.',
    doen: 'Vul de Omvang, of laat de Code van het Product weg.',
  },
  {
    code: 'CD043', niveau: 2, retourcode: '0001',
    plaatsen: [['WMO315', 'AangevraagdProduct', 'BeschikkingIngangsdatum']],
    eis: 'BeschikkingNummer en BeschikkingIngangsdatum komen samen voor of ontbreken allebei.',
    doen: 'Vul het ontbrekende gegeven van de beschikking, of laat beide weg.',
  },
  {
    code: 'CD060', niveau: 2, retourcode: '0001',
    plaatsen: [
      ['WMO323', 'Prestatie', 'ProductReferentie/VorigReferentieNummer'],
      ['WMO325', 'Prestatie', 'ProductReferentie/VorigReferentieNummer'],
    ],
    eis: 'Een creditprestatie (DebetCredit C) noemt een VorigReferentieNummer; een debetprestatie doet dat niet.',
    doen: 'Noem bij credit het ReferentieNummer van de te crediteren prestatie en haal het bij debet weg.',
  },
  {
    code: 'CD066', niveau: 2, retourcode: '0001',
    plaatsen: [['WMO315', 'AangevraagdProduct', 'Verwijzer/Naam']],
    eis: 'Is de Verwijzer van Type 02, 03, 04 of 05 en is zijn ZorgverlenerCode gevuld, dan ontbreekt de Naam.',
    doen: 'Verwijder de Naam; de ZorgverlenerCode zegt al wie de verwijzer is.',
  },
  {
    code: 'CD067', niveau: 2, retourcode: '0001',
    plaatsen: [['WMO315', 'AangevraagdProduct', 'Verwijzer/Naam']],
    eis: 'Is de Verwijzer van Type 02, 03, 04 of 05 en ontbreekt zijn ZorgverlenerCode, dan is de Naam gevuld.',
    doen: 'Vul de ZorgverlenerCode of anders de Naam van de verwijzer.',
  },
  {
    code: 'CD068', niveau: 2, retourcode: '0001',
    plaatsen: [['WMO315', 'AangevraagdProduct', 'Verwijzer/ZorgverlenerCode']],
    eis: 'Alleen een Verwijzer van Type 02, 03, 04 of 05 heeft een ZorgverlenerCode. De Naam is bij andere typen '
      + 'vrij.',
    doen: 'Verwijder de ZorgverlenerCode of herstel het Type.',
  },
  {
    code: 'CD075', niveau: 2, retourcode: '0001',
    plaatsen: [
      ['WMO301', 'ToegewezenProduct', 'Einddatum'], ['WMO315', 'AangevraagdProduct', 'ToewijzingEinddatum'],
      ['WMO317', 'NieuwProduct', 'Einddatum'], ['WMO317', 'TeWijzigenProduct', 'Einddatum'],
    ],
    eis: 'Een product met een Budget heeft een einddatum (in het WMO315 ToewijzingEinddatum, elders Einddatum).',
    lezing: 'De tabel met uitvoeringsvarianten noemt de einddatum bij sommige varianten met Budget vrij te '
      + 'kiezen. De conditie gaat voor: met Budget is zij altijd verplicht.',
    doen: 'Vul de einddatum waarop het Budget ophoudt.',
  },
  {
    code: 'CD076', niveau: 2, retourcode: '0001',
    plaatsen: [
      ['WMO301', 'ToegewezenProduct', 'Einddatum'], ['WMO315', 'AangevraagdProduct', 'ToewijzingEinddatum'],
      ['WMO317', 'NieuwProduct', 'Einddatum'], ['WMO317', 'TeWijzigenProduct', 'Einddatum'],
    ],
    eis: 'Een product met een Omvang per week (Frequentie 2) heeft een einddatum (in het WMO315 '
      + 'ToewijzingEinddatum, elders Einddatum).',
    doen: 'Vul de einddatum, of kies een andere Frequentie.',
  },
  {
    code: 'CD077', niveau: 2, retourcode: '0001',
    plaatsen: [
      ['WMO301', 'ToegewezenProduct', 'Omvang'], ['WMO315', 'AangevraagdProduct', 'Omvang'],
      ['WMO317', 'NieuwProduct', 'Omvang'], ['WMO317', 'TeWijzigenProduct', 'Omvang'],
    ],
    eis: 'Een product met een Budget heeft geen Omvang.',
    doen: 'Kies een van de twee: Budget of Omvang.',
  },
  {
    code: 'CD078', niveau: 2, retourcode: '0001',
    plaatsen: [
      ['WMO301', 'ToegewezenProduct', 'Budget'], ['WMO315', 'AangevraagdProduct', 'Budget'],
      ['WMO317', 'NieuwProduct', 'Budget'], ['WMO317', 'TeWijzigenProduct', 'Budget'],
    ],
    eis: 'Een product met een Omvang heeft geen Budget. Met CD077 samen: hooguit een van beide.',
    doen: 'Kies een van de twee: Omvang of Budget.',
  },
  {
    code: 'CD079', niveau: 2, retourcode: '0001',
    plaatsen: [
      ['WMO301', 'ToegewezenProduct', 'Product'], ['WMO315', 'AangevraagdProduct', 'Product'],
      ['WMO317', 'NieuwProduct', 'Product'],
    ],
    eis: 'Zonder Budget is Product gevuld: alleen wie een Budget noemt, mag het product openlaten (generiek).',
    doen: 'Vul het Product of geef een Budget op.',
  },
  {
    code: 'CD080', niveau: 2, retourcode: '0001',
    plaatsen: [['WMO301', 'ToegewezenProduct', 'Omvang']],
    eis: 'Heeft de toewijzing geen productcode (Product of alleen zijn Code ontbreekt) en geen Einddatum op of '
      + 'voor 31 december 2020, dan ontbreekt de Omvang.',
    doen: 'Verwijder de Omvang, of vul de Code van het Product.',
  },
  {
    code: 'CD085', niveau: 2, retourcode: '0001',
    plaatsen: [['WMO319', 'Antwoord', 'RedenAfwijzingVerzoek']],
    eis: 'Wie een verzoek afwijst (VerzoekAntwoord 1), noemt de RedenAfwijzingVerzoek.',
    doen: 'Vul de RedenAfwijzingVerzoek.',
  },
  {
    code: 'CD086', niveau: 2, retourcode: '0001',
    plaatsen: [['WMO319', 'Antwoord', 'RedenAfwijzingVerzoek']],
    eis: 'Wie een verzoek in onderzoek neemt (VerzoekAntwoord 2), noemt geen RedenAfwijzingVerzoek.',
    doen: 'Verwijder de RedenAfwijzingVerzoek, of wijs het verzoek af.',
  },
  {
    code: 'CD087', niveau: 2, retourcode: '0001',
    plaatsen: [['WMO323', 'Prestatie', 'ProductTarief']],
    eis: 'Een prestatie in euro (Eenheid 83) heeft geen ProductTarief; elke andere prestatie heeft het wel.',
    doen: 'Vul het ProductTarief, of verwijder het bij Eenheid 83.',
  },
  {
    code: 'CD095', niveau: 2, retourcode: '0001',
    plaatsen: [['WMO315', 'AangevraagdProduct', 'Omvang']],
    eis: 'Heeft de aanvraag geen productcode (Product of alleen zijn Code ontbreekt) en geen ToewijzingEinddatum '
      + 'op of voor 31 december 2020, dan ontbreekt de Omvang.',
    doen: 'Verwijder de Omvang, of vul de Code van het Product.',
  },
  {
    code: 'CD096', niveau: 2, retourcode: '0001',
    plaatsen: [['WMO317', 'NieuwProduct', 'Omvang']],
    eis: 'Heeft het nieuwe product geen productcode (Product of alleen zijn Code ontbreekt) en geen Einddatum op '
      + 'of voor 31 december 2020, dan ontbreekt de Omvang.',
    doen: 'Verwijder de Omvang, of vul de Code van het Product.',
  },
];
