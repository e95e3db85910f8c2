/** The technical rules (TR) of level 2: what must hold within one message. */
import { ZELFDE_PRODUCT } from './begrippen.js';
import type { Catalogusregel } from './catalogusregel.js';

export const BINNEN_BERICHT: readonly Catalogusregel[] = [
  {
    code: 'TR002', niveau: 2, retourcode: '0001',
    plaatsen: [
      ['WMO301', 'Client', 'Geboortedatum/Datum'], ['WMO301', 'Relatie', 'Geboortedatum/Datum', 'afgeleid'],
      ['WMO305', 'Client', 'Geboortedatum/Datum'], ['WMO307', 'Client', 'Geboortedatum/Datum'],
      ['WMO315', 'Client', 'Geboortedatum/Datum'],
    ],
    eis: 'De geboortedatum ligt niet meer dan 120 jaar voor de Dagtekening; precies 120 jaar mag. Alleen '
      + '1900-01-01 samen met DatumGebruik 3 (onbekend) is vrijgesteld.',
    lezing: 'De bron noemt berichten, geen elementen. We toetsen elke Geboortedatum daarin, dus ook die van een '
      + 'Relatie.',
    doen: 'Herstel de datum, of meld haar als onbekend.',
  },
  {
    code: 'TR006', niveau: 2, retourcode: '0001',
    plaatsen: [['WMO301', 'Contact']],
    eis: 'Elk Contact, ook dat van een Relatie, heeft een Telefoon, of een Adres met zowel Huis als Postcode.',
    doen: 'Vul een telefoonnummer, of het Huis en de Postcode.',
  },
  {
    code: 'TR018', niveau: 2, retourcode: '0001',
    plaatsen: [['WMO307', 'StopProduct', 'Einddatum']],
    eis: 'De Einddatum van de stop ligt niet voor de Begindatum. Ook een verwijdering (StatusAanlevering 3) moet '
      + 'hieraan voldoen.',
    doen: 'Herstel de Einddatum of de Begindatum.',
  },
  {
    code: 'TR061', niveau: 2, retourcode: '0001',
    plaatsen: [['WMO301', 'Client', 'Contactgegevens']],
    eis: 'De Client heeft onder zijn eigen Contactgegevens ten minste een Contact met Soort 01, 02 of 03. Dat van '
      + 'een Relatie telt niet mee.',
    lezing: 'De bron spreekt van een adres. Wij kijken naar de Soort; het element Adres mag ontbreken.',
    doen: 'Voeg een Contact met Soort 01, 02 of 03 toe.',
  },
  {
    code: 'TR101', niveau: 2, retourcode: '0001',
    plaatsen: [
      ['WMO301', 'Relatie', 'Nummer'], ['WMO301', 'Contact', 'Soort'],
      ['WMO301', 'ToegewezenProduct', 'ToewijzingNummer'],
      ['WMO305', 'StartProduct', 'ToewijzingNummer+Product+Begindatum'],
      ['WMO307', 'StopProduct', 'ToewijzingNummer+Product+Begindatum+RedenBeeindiging+Einddatum'],
      ['WMO315', 'AangevraagdProduct', 'ReferentieAanbieder'], ['WMO317', 'OngewijzigdProduct', 'ToewijzingNummer'],
      ['WMO317', 'TeWijzigenProduct', 'ToewijzingNummer'], ['WMO317', 'NieuwProduct', 'Product+GewensteIngangsdatum'],
      ['WMO323', 'Client', 'Bsn'], ['WMO323', 'Prestatie', 'ProductReferentie'], ['WMO325', 'Client', 'Bsn'],
      ['WMO325', 'Prestatie', 'ProductReferentie'],
    ],
    eis: 'Binnen dezelfde bovenliggende klasse hebben geen twee voorkomens van een klasse dezelfde logische '
      + 'sleutel. De sleutel van een Product is Categorie met Code, die van een ProductReferentie '
      + 'ReferentieNummer met VorigReferentieNummer. StatusAanlevering hoort niet bij de sleutel: verwijderen en '
      + 'opnieuw aanleveren met dezelfde sleutel vraagt dus twee berichten.',
    lezing: 'Een ToewijzingNummer mag van deze regel zowel bij een OngewijzigdProduct als bij een '
      + 'TeWijzigenProduct staan, want een sleutel geldt per klasse; TR361 keurt dat af.',
    doen: 'Haal het dubbele voorkomen weg of herstel zijn sleutel.',
  },
  {
    code: 'TR134', niveau: 2, retourcode: '0001',
    plaatsen: [
      ['WMO301', 'Client', 'Geboortedatum/Datum'], ['WMO301', 'Relatie', 'Geboortedatum/Datum'],
      ['WMO305', 'Client', 'Geboortedatum/Datum'], ['WMO307', 'Client', 'Geboortedatum/Datum'],
      ['WMO315', 'Client', 'Geboortedatum/Datum'], ['WMO323', 'Declaratie', 'DeclaratiePeriode/Begindatum'],
      ['WMO323', 'Prestatie', 'ProductPeriode/Begindatum'], ['WMO325', 'Prestatie', 'ProductPeriode/Begindatum'],
      ['WMO301', 'ToegewezenProduct', 'Toewijzingsdatum', 'afgeleid'],
      ['WMO305', 'StartProduct', 'Begindatum', 'afgeleid'], ['WMO307', 'StopProduct', 'Begindatum', 'afgeleid'],
    ],
    eis: 'De datum ligt niet na de Dagtekening van het bericht.',
    lezing: 'De bron noemt berichten, geen elementen. Geboortedatum en het begin van declaratie- en '
      + 'productperiode zijn bevestigd. Toewijzingsdatum en de Begindatum van start en stop toetsen we ook; de '
      + 'Einddatum van een stop, de periode van een toewijzing en de datums in een aanvraag niet.',
    doen: 'Herstel de datum, of verstuur het bericht op of na die dag.',
  },
  {
    code: 'TR137', niveau: 2, retourcode: '0001',
    plaatsen: [
      ['WMO323', 'Declaratie', 'DeclaratiePeriode/Einddatum'], ['WMO323', 'Prestatie', 'ProductPeriode/Einddatum'],
      ['WMO325', 'Prestatie', 'ProductPeriode/Einddatum'],
    ],
    eis: 'De Einddatum ligt niet voor de Begindatum van de periode en niet na de Dagtekening in de Header. Een '
      + 'maand is dus pas te declareren als hij voorbij is.',
    lezing: 'De bron noemt geen elementen; de gesloten periodes staan precies op deze plaatsen. '
      + 'DeclaratieDagtekening telt niet mee.',
    doen: 'Herstel de periode, of verstuur het bericht na afloop ervan.',
  },
  {
    code: 'TR302', niveau: 2, retourcode: '0001',
    plaatsen: [['WMO301', 'ToegewezenProduct', 'Product']],
    eis: 'Toewijzingen van hetzelfde product in dit bericht overlappen niet van Ingangsdatum tot en met '
      + 'Einddatum. '
      + ZELFDE_PRODUCT
      + ' Verwijderde toewijzingen doen niet mee.',
    lezing: 'Een specifieke en een aspecifieke toewijzing in een categorie botsen. De uitzondering voor categorie '
      + '11 tot en met 14 gaat ook voor als een toewijzing geen Product heeft. Alleen dit bericht telt.',
    doen: 'Laat de ene toewijzing eindigen voor de andere begint.',
  },
  {
    code: 'TR315', niveau: 2, retourcode: '0001',
    plaatsen: [['WMO323', 'Prestatie', 'ProductReferentie/VorigReferentieNummer']],
    eis: 'Elk VorigReferentieNummer komt hooguit een keer in het bericht voor.',
    doen: 'Crediteer een prestatie een keer.',
  },
  {
    code: 'TR316', niveau: 2, retourcode: '0001',
    plaatsen: [['WMO323', 'Prestatie', 'ProductReferentie/VorigReferentieNummer']],
    eis: 'Geen VorigReferentieNummer is het ReferentieNummer van een prestatie in ditzelfde bericht, bij welke '
      + 'cliënt ook.',
    doen: 'Laat de prestatie weg in plaats van haar in hetzelfde bericht te crediteren.',
  },
  {
    code: 'TR335', niveau: 2, retourcode: '0001',
    plaatsen: [['WMO323', 'Prestatie', 'ProductPeriode/Einddatum']],
    eis: 'De productperiode eindigt niet meer dan vijf jaar voor de DeclaratieDagtekening (vijf jaar voor 29 '
      + 'februari is 28 februari).',
    lezing: 'Welke einddatum bedoeld is, staat er niet. We nemen die van de ProductPeriode, omdat het om het '
      + 'moment van leveren gaat.',
    doen: 'Declareer zo oude ondersteuning niet langs deze weg.',
  },
  {
    code: 'TR342', niveau: 2, retourcode: '0001',
    plaatsen: [['WMO325', 'DeclaratieAntwoord', 'TotaalToegekendBedrag']],
    eis: 'Debet telt positief, credit negatief. Het ingediende totaal min het toegekende totaal is de som van '
      + 'alle prestaties in het bericht. Is de declaratie als geheel afgekeurd, dan is het toegekende totaal 0 '
      + 'debet en staan er geen cliënten in. Zonder DeclaratieAntwoord is er niets te toetsen. De aanbieder voert '
      + 'deze toets uit.',
    lezing: 'Een afkeuring als geheel herkennen we aan een retourcode bij DeclaratieAntwoord anders dan 0200 en '
      + '8001. Prestaties met alleen 0233, onder een afgekeurde cliënt, tellen in de som mee.',
    doen: 'Laat de gemeente het toegekende bedrag herstellen.',
  },
  {
    code: 'TR352', niveau: 2, retourcode: '0001',
    plaatsen: [['WMO317', 'Verzoek']],
    eis: 'Het verzoek noemt ten minste een OngewijzigdProduct of TeWijzigenProduct.',
    doen: 'Noem de actuele toewijzingen, of vraag zonder toewijzingen aan met een WMO315.',
  },
  {
    code: 'TR353', niveau: 2, retourcode: '0001',
    plaatsen: [['WMO317', 'Verzoek']],
    eis: 'Het verzoek noemt ten minste een TeWijzigenProduct of NieuwProduct.',
    doen: 'Noem wat er moet veranderen; zonder wijziging is geen verzoek nodig.',
  },
  {
    code: 'TR358', niveau: 2, retourcode: '0001',
    plaatsen: [['WMO323', 'Declaratie', 'TotaalIngediendBedrag']],
    eis: 'TotaalIngediendBedrag is de som van alle ingediende bedragen, debet positief en credit negatief. Een '
      + 'negatieve som staat er als positief getal met C, nul als 0 met D.',
    doen: 'Tel de bedragen opnieuw op.',
  },
  {
    code: 'TR380', niveau: 2, retourcode: '0001',
    plaatsen: [['WMO317', 'NieuwProduct', 'GewensteIngangsdatum']],
    eis: 'De GewensteIngangsdatum van een nieuw product ligt na de Dagtekening; dezelfde dag is te vroeg.',
    lezing: 'De bron noemt geen klasse. We toetsen alleen NieuwProduct, want bij een TeWijzigenProduct staat '
      + 'TR357 een datum in het verleden toe.',
    doen: 'Kies een GewensteIngangsdatum na de Dagtekening.',
  },
  {
    code: 'TR383', niveau: 2, retourcode: '0001',
    plaatsen: [['WMO315', 'AangevraagdProduct', 'ReferentieAanbieder']],
    eis: 'Elk aangevraagd product in het bericht heeft een eigen ReferentieAanbieder.',
    doen: 'Geef elk product een eigen ReferentieAanbieder.',
  },
  {
    code: 'TR386', niveau: 2, retourcode: '0001',
    plaatsen: [['WMO315', 'AangevraagdProduct', 'Product']],
    eis: 'Aanvragen van hetzelfde product in dit bericht overlappen niet van ToewijzingIngangsdatum tot en met '
      + 'ToewijzingEinddatum. '
      + ZELFDE_PRODUCT,
    lezing: 'De toelichting in de bron spreekt van toegewezen producten, maar de regel kijkt binnen het bericht. '
      + 'We vergelijken alleen de aangevraagde producten; specifiek en aspecifiek gaan als bij TR302.',
    doen: 'Laat de ene aanvraag eindigen voor de andere begint.',
  },
  {
    code: 'TR410', niveau: 2, retourcode: '0001',
    plaatsen: [['WMO317', 'NieuwProduct', 'Product']],
    eis: 'Nieuwe producten in dit bericht die hetzelfde product zijn, overlappen niet van GewensteIngangsdatum '
      + 'tot en met Einddatum. '
      + ZELFDE_PRODUCT,
    lezing: 'Specifiek en aspecifiek in een categorie botsen, als bij TR302.',
    doen: 'Laat het ene nieuwe product eindigen voor het andere begint.',
  },
  {
    code: 'TR416', niveau: 2, retourcode: '0001',
    plaatsen: [['WMO323', 'Prestatie']],
    eis: 'Geen twee debetprestaties in het bericht hebben hetzelfde ToewijzingNummer, dezelfde ProductCategorie '
      + 'en ProductCode en dezelfde ProductPeriode. Credit in hetzelfde bericht verandert daar niets aan.',
    lezing: 'Het Bsn hoort niet bij de vergelijking; het ToewijzingNummer is binnen de gemeente al uniek.',
    doen: 'Voeg de prestaties samen tot een.',
  },
];
