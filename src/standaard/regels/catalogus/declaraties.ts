/** The rules of level 3 and 4 on claims (WMO323). */
import type { Catalogusregel } from './catalogusregel.js';

export const DECLARATIES: readonly Catalogusregel[] = [
  {
    code: 'TR304', niveau: 3, retourcode: '8187',
    plaatsen: [
      ['WMO317', 'Client', 'Bsn'], ['WMO323', 'Client', 'Bsn'],
      ['WMO323', 'Prestatie', 'ToewijzingNummer', 'afgeleid'], ['WMO325', 'Client', 'Bsn'],
    ],
    eis: 'WMO317 en WMO323: de gemeente stuurde deze aanbieder ten minste een niet afgekeurd WMO301 voor dit Bsn. '
      + 'WMO323: een toewijzing met het ToewijzingNummer van de prestatie is niet die van een ander Bsn. WMO325: '
      + 'het Bsn staat als cliënt in het WMO323 waarop dit het antwoord is.',
    lezing: 'Een onbekend Bsn is een fout van de cliënt; een toewijzing van een ander is een fout van de '
      + 'prestatie, en dan melden we TR338 niet.',
    doen: 'Controleer het Bsn en het ToewijzingNummer.',
  },
  {
    code: 'TR307', niveau: 3, retourcode: '9307',
    plaatsen: [['WMO323', 'Prestatie', 'ProductPeriode/Begindatum']],
    eis: 'De productperiode begint niet voor de Ingangsdatum van de huidige versie van de toewijzing. Faalt TR338 '
      + 'of TR304 al, dan toetsen we niet.',
    doen: 'Declareer vanaf de Ingangsdatum van de toewijzing.',
  },
  {
    code: 'TR308', niveau: 3, retourcode: '9308',
    plaatsen: [['WMO323', 'Prestatie', 'ProductPeriode/Einddatum']],
    eis: 'De productperiode eindigt niet na de Einddatum van de huidige versie van de toewijzing, als die er een '
      + 'heeft. Faalt TR338 of TR304 al, dan toetsen we niet.',
    doen: 'Declareer tot en met de Einddatum van de toewijzing.',
  },
  {
    code: 'TR314', niveau: 3, retourcode: '8021',
    plaatsen: [['WMO323', 'Prestatie', 'ProductReferentie/ReferentieNummer']],
    eis: 'Het ReferentieNummer komt bij geen andere prestatie van deze aanbieder aan deze gemeente voor, in dit '
      + 'bericht noch in een eerder WMO323, van welke versie ook. Van dubbele nummers in een bericht blijft het '
      + 'eerste buiten schot.',
    lezing: 'Een eerdere prestatie die zelf is afgekeurd, houdt haar nummer bezet; een bericht dat als geheel is '
      + 'afgekeurd niet. Staan twee dezelfde bij een cliënt zonder VorigReferentieNummer, dan faalt TR101 al.',
    doen: 'Geef de prestatie een nieuw ReferentieNummer.',
  },
  {
    code: 'TR318', niveau: 3, retourcode: '8214',
    plaatsen: [['WMO323', 'Declaratie', 'DeclaratiePeriode']],
    eis: 'De DeclaratiePeriode begint niet voor de laatste DeclaratiePeriode in eerder verwerkte declaraties van '
      + 'deze aanbieder aan deze gemeente. Zonder eerdere declaratie is elke periode goed.',
    lezing: 'De bron vraagt de aansluitende maand als er elke maand is geleverd, maar dat weet de gemeente niet. '
      + 'Dezelfde maand nog eens mag, maanden overslaan ook; alleen teruggaan keuren we af.',
    doen: 'Neem oudere prestaties op in een declaratie over de laatste of een latere maand.',
  },
  {
    code: 'TR319', niveau: 3, retourcode: '9319',
    plaatsen: [['WMO323', 'Prestatie', 'ProductPeriode']],
    eis: 'De productperiode eindigt niet na de DeclaratiePeriode van het bericht. Een eerdere maand mag, ook als '
      + 'die nog niet is gedeclareerd.',
    lezing: 'De tekst bij de retourcode kan ook een werkelijk ingediende periode bedoelen. Wij laten elke maand '
      + 'tot en met de huidige toe.',
    doen: 'Declareer de prestatie in de declaratie van haar eigen maand of later.',
  },
  {
    code: 'TR321', niveau: 3, retourcode: '9321',
    plaatsen: [['WMO323', 'Prestatie', 'GeleverdVolume']],
    eis: 'Heeft de toewijzing een Omvang, dan is het GeleverdVolume van een debetprestatie niet meer dan in die '
      + 'productperiode past: het Volume per dag maal de dagen, per week maal de weken waarvan een dag meetelt, '
      + 'per maand of in totaal een keer. Bij output (Eenheid 82 of 83) tellen voor weken de zondagen, en de '
      + 'laatste week zonder zondag gaat mee met de laatste zondag van de toewijzing. Categorie 01 per week '
      + 'krijgt bij inspanning altijd zes weken. Faalt TR338, TR304 of TR341 al, dan toetsen we niet.',
    lezing: 'Voor per dag, per maand en in totaal geeft de bron geen formule; een gebroken maand houdt het volle '
      + 'volume. Heeft een outputtoewijzing geen enkele zondag, dan hoort haar week bij de periode van de '
      + 'Einddatum. Op uren toegewezen en in minuten gedeclareerd vergelijken we in minuten.',
    doen: 'Controleer het volume, of declareer in de maand waarin is geleverd.',
  },
  {
    code: 'TR322', niveau: 3, retourcode: '9322',
    plaatsen: [['WMO323', 'Prestatie', 'GeleverdVolume']],
    eis: 'Heeft de toewijzing een Omvang, dan is de som van alle geldige debetprestaties erop (goedgekeurd en '
      + 'niet gecrediteerd, plus die van dit bericht) niet meer dan over de hele looptijd past: het Volume maal '
      + 'de dagen, weken of maanden die de toewijzing raakt, of in totaal een keer.',
    lezing: 'Credit van het bericht gaat eerst van de som af, daarna komen debetprestaties er op volgorde bij. '
      + 'Wat een andere fout heeft, telt niet mee; wat de som te hoog maakt, krijgt de code en telt ook niet mee. '
      + 'Zonder Einddatum rekenen we tot de laatst gedeclareerde dag.',
    doen: 'Crediteer wat te veel is, of verzoek om een ruimere toewijzing.',
  },
  {
    code: 'TR323', niveau: 3, retourcode: '8017',
    plaatsen: [['WMO323', 'Prestatie', 'ProductReferentie/VorigReferentieNummer']],
    eis: 'Bij een creditprestatie bestaat een goedgekeurde debetprestatie van deze aanbieder voor hetzelfde Bsn, '
      + 'uit een eerder verwerkt WMO323, met het VorigReferentieNummer als ReferentieNummer.',
    lezing: 'Welke gegevens gelijk moeten zijn, werkt de bron niet uit. Wij nemen nummer en Bsn. Streng '
      + 'vergelijken van de andere velden is mogelijk maar staat standaard uit.',
    doen: 'Noem het ReferentieNummer van de goedgekeurde debetprestatie.',
  },
  {
    code: 'TR333', niveau: 3, retourcode: '9333',
    plaatsen: [['WMO323', 'Declaratie', 'DeclaratieNummer']],
    eis: 'Geen eerder verwerkte declaratie van deze aanbieder aan deze gemeente heeft hetzelfde DeclaratieNummer. '
      + 'Een declaratie die als geheel is afgekeurd, telt niet; een waarvan enkele prestaties zijn afgekeurd wel.',
    doen: 'Geef de declaratie een nieuw DeclaratieNummer.',
  },
  {
    code: 'TR338', niveau: 3, retourcode: '9338',
    plaatsen: [['WMO323', 'Prestatie', 'ToewijzingNummer']],
    eis: 'Er is een toewijzing met dit ToewijzingNummer van deze gemeente aan deze aanbieder, uit een niet '
      + 'afgekeurd WMO301. Dit geldt voor debet en credit.',
    lezing: 'Een met reden 13 verwijderde toewijzing bestaat hier nog, zodat TR384 haar kan melden; een met de '
      + 'oude reden 01 niet.',
    doen: 'Controleer het ToewijzingNummer.',
  },
  {
    code: 'TR339', niveau: 3, retourcode: '9339',
    plaatsen: [['WMO323', 'Prestatie', 'ProductCategorie']],
    eis: 'Heeft de toewijzing een Product, dan is de ProductCategorie daaraan gelijk. Faalt TR338 of TR304 al, '
      + 'dan toetsen we niet.',
    doen: 'Neem de categorie van de toewijzing over.',
  },
  {
    code: 'TR340', niveau: 3, retourcode: '9340',
    plaatsen: [['WMO323', 'Prestatie', 'ProductCode']],
    eis: 'Heeft de toewijzing een productcode, dan is de ProductCode daaraan gelijk. Faalt TR338 of TR304 al, dan '
      + 'toetsen we niet.',
    doen: 'Neem de productcode van de toewijzing over.',
  },
  {
    code: 'TR341', niveau: 3, retourcode: '9341',
    plaatsen: [['WMO323', 'Prestatie', 'Eenheid']],
    eis: 'Heeft de toewijzing een Omvang, dan is de Eenheid dezelfde; alleen op uren (04) mag in minuten (01) '
      + 'worden gedeclareerd. Heeft zij er geen, dan geldt de eenheid uit het contract voor deze productcode; '
      + 'zonder bekend contract is elke Eenheid goed. Faalt TR338 of TR304 al, dan toetsen we niet.',
    doen: 'Declareer in de eenheid van de toewijzing of het contract.',
  },
  {
    code: 'TR346', niveau: 4, retourcode: '9346',
    plaatsen: [['WMO323', 'Prestatie', 'IngediendBedrag']],
    eis: 'Buiten Eenheid 83 is het bedrag in eurocent het GeleverdVolume maal het ProductTarief. Bij minuten met '
      + 'een uurtarief in het contract is het uurtarief maal minuten gedeeld door 60, rekenkundig afgerond op '
      + 'hele centen. Dit geldt voor debet en credit.',
    lezing: 'Kennen we het contract niet, dan is bij minuten ook goed wat volgt uit een uurtarief in hele centen '
      + 'dat afgerond het genoemde minuuttarief geeft.',
    doen: 'Reken het bedrag opnieuw uit.',
  },
  {
    code: 'TR369', niveau: 3, retourcode: '9369',
    plaatsen: [['WMO323', 'Prestatie', 'IngediendBedrag']],
    eis: 'Heeft de toewijzing een Budget, dan is de som van de bedragen van alle geldige debetprestaties erop '
      + 'niet hoger. De som komt tot stand als bij TR322.',
    lezing: 'De bron telt volumes op, maar Budget is een bedrag in eurocent. Wij tellen daarom bedragen; bij '
      + 'Eenheid 83 is dat hetzelfde.',
    doen: 'Crediteer wat te veel is, of verzoek om een hoger Budget.',
  },
  {
    code: 'TR384', niveau: 3, retourcode: '9384',
    plaatsen: [['WMO323', 'Prestatie', 'ToewijzingNummer']],
    eis: 'De huidige versie van de toewijzing heeft niet RedenWijziging 13 (verwijderd).',
    lezing: 'Een met de oude reden 01 verwijderde toewijzing valt onder TR338.',
    doen: 'Declareer op de toewijzing die ervoor in de plaats kwam.',
  },
  {
    code: 'TR387', niveau: 3, retourcode: '9387',
    plaatsen: [['WMO323', 'Prestatie', 'ProductPeriode/Begindatum']],
    eis: 'De productperiode begint op de eerste dag van de maand, of op de Ingangsdatum van de toewijzing als die '
      + 'later in dezelfde maand valt. Faalt TR338 of TR304 al, dan toetsen we niet.',
    lezing: 'Afspraken over trajecten kunnen de periode verschuiven; daarvoor maken we geen uitzondering.',
    doen: 'Begin op de eerste van de maand of op de Ingangsdatum.',
  },
  {
    code: 'TR388', niveau: 3, retourcode: '9388',
    plaatsen: [['WMO323', 'Prestatie', 'ProductPeriode/Einddatum']],
    eis: 'De productperiode eindigt op de laatste dag van de maand, of op de Einddatum van de toewijzing als die '
      + 'eerder in dezelfde maand valt. Faalt TR338 of TR304 al, dan toetsen we niet.',
    doen: 'Eindig op de laatste van de maand of op de Einddatum.',
  },
  {
    code: 'TR389', niveau: 3, retourcode: '9389',
    plaatsen: [['WMO323', 'Prestatie']],
    eis: 'Bij een debetprestatie bestaat geen goedgekeurde, niet gecrediteerde debetprestatie uit een eerder '
      + 'verwerkt WMO323 van deze aanbieder met hetzelfde ToewijzingNummer, dezelfde ProductCategorie en '
      + 'ProductCode en dezelfde ProductPeriode. Credit van dit bericht dat zelf slaagt, gaat eerst in.',
    lezing: 'De bron spreekt van verstuurd; een eerdere prestatie die is afgekeurd, staat niet in de weg.',
    doen: 'Crediteer de eerdere prestatie voor u opnieuw declareert.',
  },
  {
    code: 'TR390', niveau: 3, retourcode: '9390',
    plaatsen: [['WMO323', 'Prestatie', 'IngediendBedrag/DebetCredit']],
    eis: 'Bij een creditprestatie bestaat geen goedgekeurde creditprestatie uit een eerder verwerkt WMO323 van '
      + 'deze aanbieder met hetzelfde VorigReferentieNummer.',
    lezing: 'De bron vergelijkt de hele ProductReferentie, maar credit heeft altijd een nieuw ReferentieNummer, '
      + 'zodat dat nooit gelijk is. Dubbel binnen een bericht is voor TR315.',
    doen: 'Laat de tweede credit weg; de prestatie is al gecrediteerd.',
  },
  {
    code: 'TR418', niveau: 3, retourcode: '0611',
    plaatsen: [['WMO323', 'Prestatie', 'ProductTarief']],
    eis: 'Een gevuld ProductTarief is het tarief uit het contract tussen gemeente en aanbieder voor deze '
      + 'productcode, in eurocent. Is dat per uur en de Eenheid minuut, dan is het een zestigste daarvan, '
      + 'rekenkundig afgerond op hele centen. Zonder bekend tarief is elk tarief goed.',
    lezing: 'Een contract is een bron van buiten, maar de standaard noemt niveau 3 en dat houden we aan. Het '
      + 'tarief is dat op de Begindatum van de ProductPeriode.',
    doen: 'Gebruik het afgesproken tarief.',
  },
];
