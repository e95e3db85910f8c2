/** The constraints (CS): what the value of an element may be, alone or next to another. */
import type { Catalogusregel } from './catalogusregel.js';

export const BEPERKINGEN: readonly Catalogusregel[] = [
  {
    code: 'CS002', niveau: 2, retourcode: '0001',
    plaatsen: [
      ['WMO301', 'Client', 'Bsn'], ['WMO305', 'Client', 'Bsn'], ['WMO307', 'Client', 'Bsn'],
      ['WMO315', 'Client', 'Bsn'], ['WMO317', 'Client', 'Bsn'], ['WMO323', 'Client', 'Bsn'],
      ['WMO325', 'Client', 'Bsn'],
    ],
    eis: 'Het Bsn doorstaat de elfproef: 9 maal het eerste cijfer, 8 maal het tweede, enzovoort tot 2 maal het '
      + 'achtste, min het negende, is deelbaar door 11. Ook testnummers en negen nullen gaan door als de som '
      + 'klopt.',
    doen: 'Controleer het Bsn van de cliënt.',
  },
  {
    code: 'CS003', niveau: 2, retourcode: '0001',
    plaatsen: [
      ['WMO301', 'Contact', 'Periode/Einddatum'], ['WMO301', 'ToegewezenProduct', 'Einddatum'],
      ['WMO315', 'AangevraagdProduct', 'ToewijzingEinddatum'], ['WMO317', 'NieuwProduct', 'Einddatum'],
      ['WMO317', 'TeWijzigenProduct', 'Einddatum'],
    ],
    eis: 'De einddatum ligt niet voor de begindatum van dezelfde periode. De begindatum heet Begindatum '
      + '(Contact), Ingangsdatum, ToewijzingIngangsdatum of GewensteIngangsdatum. Ontbreekt een van beide, dan is '
      + 'er niets te vergelijken.',
    doen: 'Herstel de begindatum of de einddatum.',
  },
  {
    code: 'CS015', niveau: 2, inSchema: true,
    plaatsen: [
      ['WMO301', 'Header', 'BerichtSubversie'], ['WMO305', 'Header', 'BerichtSubversie'],
      ['WMO307', 'Header', 'BerichtSubversie'], ['WMO315', 'Header', 'BerichtSubversie'],
      ['WMO317', 'Header', 'BerichtSubversie'], ['WMO319', 'Header', 'BerichtSubversie'],
      ['WMO323', 'Header', 'BerichtSubversie'], ['WMO325', 'Header', 'BerichtSubversie'],
    ],
    eis: 'BerichtSubversie is 2. Het schema laat niets anders toe, dus een fout blijkt al op niveau 1.',
    doen: 'Stuur een bericht van release 3.2.',
  },
  {
    code: 'CS025', niveau: 2, inSchema: true,
    plaatsen: [
      ['WMO301', 'Header', 'BerichtVersie'], ['WMO305', 'Header', 'BerichtVersie'],
      ['WMO307', 'Header', 'BerichtVersie'], ['WMO315', 'Header', 'BerichtVersie'],
      ['WMO317', 'Header', 'BerichtVersie'], ['WMO319', 'Header', 'BerichtVersie'],
      ['WMO323', 'Header', 'BerichtVersie'], ['WMO325', 'Header', 'BerichtVersie'],
    ],
    eis: 'BerichtVersie is 3. Het schema laat niets anders toe, dus een fout blijkt al op niveau 1.',
    doen: 'Stuur een bericht van release 3.2.',
  },
  {
    code: 'CS050', niveau: 2, retourcode: '0001',
    plaatsen: [['WMO301', 'Client', 'Naam/NaamGebruik'], ['WMO301', 'Relatie', 'Naam/NaamGebruik']],
    eis: 'Met een Partnernaam is NaamGebruik 1, 2, 3 of 4; zonder Partnernaam 1 of 6. De waarde 5 komt nooit '
      + 'voor. Dat een cliënt ook geen 6 mag hebben, regelt CS318.',
    doen: 'Pas NaamGebruik aan, of vul de Partnernaam.',
  },
  {
    code: 'CS058', niveau: 2, retourcode: '0001',
    plaatsen: [['WMO305', 'StartProduct', 'StatusAanlevering'], ['WMO307', 'StopProduct', 'StatusAanlevering']],
    eis: 'StatusAanlevering is 1 (nieuw) of 3 (verwijderen). Het schema laat 2 en 9 ook door, deze regel niet.',
    lezing: 'TR413 en TR415 noemen status 2 nog. Omdat deze regel die waarde verbiedt, kan dat geval niet '
      + 'voorkomen.',
    doen: 'Verwijder een foute aanlevering met status 3 en lever haar daarna opnieuw aan met status 1.',
  },
  {
    code: 'CS089', niveau: 2, retourcode: '0001',
    plaatsen: [['WMO301', 'Contact', 'Adres/Postcode']],
    eis: 'Bij LandCode NL bestaat de Postcode uit vier cijfers, niet beginnend met 0, en direct daarachter twee '
      + 'letters. Ontbreekt zij, dan oordeelt CD005.',
    lezing: 'De bron geeft geen patroon. We laten hoofdletters en kleine letters toe en geen spatie.',
    doen: 'Schrijf de Postcode als 1234AB.',
  },
  {
    code: 'CS100', niveau: 2, retourcode: '0001',
    plaatsen: [['WMO323', 'Declaratie', 'DeclaratiePeriode'], ['WMO323', 'Prestatie', 'ProductPeriode']],
    eis: 'Begindatum en Einddatum van de periode liggen beide op of na 1 januari 2021.',
    doen: 'Declareer oudere ondersteuning buiten dit berichtenverkeer om.',
  },
  {
    code: 'CS139', niveau: 2, retourcode: '0001',
    plaatsen: [
      ['WMO301', 'Client', 'Geboortedatum/DatumGebruik'], ['WMO301', 'Relatie', 'Geboortedatum/DatumGebruik'],
      ['WMO305', 'Client', 'Geboortedatum/DatumGebruik'], ['WMO307', 'Client', 'Geboortedatum/DatumGebruik'],
      ['WMO315', 'Client', 'Geboortedatum/DatumGebruik'],
    ],
    eis: 'DatumGebruik 1 vraagt dag 01, DatumGebruik 2 vraagt 1 januari van het geboortejaar en DatumGebruik 3 '
      + 'vraagt 1900-01-01. Zonder DatumGebruik is elke Datum goed.',
    lezing: 'De bron zegt alleen dat beide bij elkaar passen. Wanneer dat zo is, halen we uit de invulinstructie '
      + 'IV009.',
    doen: 'Vul voor het onbekende deel van de datum de voorgeschreven waarde.',
  },
  {
    code: 'CS318', niveau: 2, retourcode: '0001',
    plaatsen: [['WMO301', 'Client', 'Naam/NaamGebruik']],
    eis: 'NaamGebruik van de cliënt is niet 6: een cliënt is altijd een natuurlijk persoon.',
    doen: 'Kies het NaamGebruik dat bij de cliënt past.',
  },
  {
    code: 'CS319', niveau: 2, inSchema: true,
    plaatsen: [['WMO323', 'Declaratie', 'DeclaratieNummer']],
    eis: 'DeclaratieNummer bestaat alleen uit cijfers en letters zonder accent. Het schema laat niets anders toe.',
    doen: 'Haal spaties en leestekens uit het DeclaratieNummer.',
  },
  {
    code: 'CS325', niveau: 2, retourcode: '0001',
    plaatsen: [
      ['WMO323', 'Declaratie', 'TotaalIngediendBedrag/DebetCredit'],
      ['WMO323', 'Prestatie', 'IngediendBedrag/DebetCredit'],
      ['WMO325', 'DeclaratieAntwoord', 'TotaalIngediendBedrag/DebetCredit'],
      ['WMO325', 'DeclaratieAntwoord', 'TotaalToegekendBedrag/DebetCredit'],
      ['WMO325', 'Prestatie', 'IngediendBedrag/DebetCredit'],
    ],
    eis: 'Is het bedrag 0, dan is DebetCredit D.',
    lezing: 'Gevolg: een debetprestatie van 0 is niet te crediteren, want een creditprestatie moet C hebben. We '
      + 'maken daarvoor geen uitzondering.',
    doen: 'Zet DebetCredit bij een bedrag van 0 op D.',
  },
  {
    code: 'CS335', niveau: 2, retourcode: '0001',
    plaatsen: [['WMO301', 'ToegewezenProduct', 'RedenWijziging']],
    eis: 'Bij RedenWijziging 13 (verwijderd) is de Einddatum gevuld en gelijk aan de Ingangsdatum.',
    doen: 'Zet de Einddatum op de Ingangsdatum, of kies een andere RedenWijziging.',
  },
  {
    code: 'CS336', niveau: 2, retourcode: '0001',
    plaatsen: [['WMO301', 'ToegewezenProduct', 'RedenWijziging']],
    eis: 'RedenWijziging is niet 01.',
    lezing: 'Andere regels beschrijven nog toewijzingen die met reden 01 zijn verwijderd. Zulke toewijzingen '
      + 'kunnen alleen nog uit oudere releases in het register staan.',
    doen: 'Gebruik 14 voor een correctie of 13 om te verwijderen.',
  },
  {
    code: 'CS337', niveau: 2, retourcode: '0001',
    plaatsen: [['WMO323', 'Prestatie', 'ProductPeriode']],
    eis: 'De ProductPeriode begint en eindigt in dezelfde maand van hetzelfde jaar.',
    doen: 'Splits de prestatie per kalendermaand.',
  },
  {
    code: 'CS338', niveau: 2, retourcode: '0001',
    plaatsen: [
      ['WMO301', 'ToegewezenProduct', 'Omvang/Frequentie'], ['WMO317', 'NieuwProduct', 'Omvang/Frequentie'],
      ['WMO317', 'TeWijzigenProduct', 'Omvang/Frequentie'],
    ],
    eis: 'Een Omvang in Eenheid 14, 16, 83 of 84 heeft Frequentie 2, 4 of 6, tenzij de Einddatum op of voor 31 '
      + 'december 2020 ligt.',
    doen: 'Druk de Omvang uit per week, per maand of in totaal.',
  },
  {
    code: 'CS339', niveau: 2, retourcode: '0001',
    plaatsen: [['WMO323', 'Prestatie', 'IngediendBedrag']],
    eis: 'Bij Eenheid 83 zijn Bedrag en GeleverdVolume hetzelfde getal, in eurocent. Dit geldt voor debet en voor '
      + 'credit.',
    doen: 'Vul in beide het bedrag in eurocent.',
  },
  {
    code: 'CS340', niveau: 2, retourcode: '0001',
    plaatsen: [['WMO323', 'Declaratie', 'DeclaratiePeriode']],
    eis: 'De DeclaratiePeriode is precies een kalendermaand: van de eerste tot en met de laatste dag.',
    doen: 'Declareer per hele kalendermaand.',
  },
  {
    code: 'CS343', niveau: 2, retourcode: '0001',
    plaatsen: [['WMO315', 'AangevraagdProduct', 'Omvang/Frequentie']],
    eis: 'Een Omvang in Eenheid 14, 16, 83 of 84 heeft Frequentie 2, 4 of 6, tenzij de ToewijzingEinddatum op of '
      + 'voor 31 december 2020 ligt.',
    doen: 'Druk de Omvang uit per week, per maand of in totaal.',
  },
];
