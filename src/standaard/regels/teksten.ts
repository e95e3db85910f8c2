/** The melding of every rule: what is wrong, where, and what to do. One table; plain Dutch; never a value from the message. */
export const MELDINGEN: Readonly<Record<string, string>> = {
  CD005: 'In dit Adres staat alleen Postcode of alleen LandCode. Vul ze allebei of laat ze allebei weg.',
  CD007: 'Taal hoort bij Communicatie met Vorm 1 en alleen daarbij. Vul Taal bij Vorm 1 en laat die anders weg.',
  CD009: 'Dit Contact heeft een Periode, maar die mag alleen bij Soort 04. Pas Soort aan of laat Periode weg.',
  CD025: 'In dit Adres in Nederland ontbreekt Huis. Vul Huis of corrigeer LandCode.',
  CD034: 'In het Adres van dit Contact ontbreekt Postcode, die bij Soort 01 en 03 verplicht is. '
    + 'Vul Postcode en LandCode.',
  CD041: 'Dit product heeft een Code maar geen Omvang. Vul Omvang of laat Code weg.',
  CD043: 'Bij dit product staat alleen BeschikkingNummer of alleen BeschikkingIngangsdatum. '
    + 'Vul ze allebei of laat ze allebei weg.',
  CD060: 'VorigReferentieNummer hoort bij een credit en alleen daarbij. '
    + 'Vul het bij DebetCredit C en laat het bij DebetCredit D weg.',
  CD066: 'Bij deze Verwijzer staan ZorgverlenerCode en Naam allebei. Laat Naam weg.',
  CD067: 'Bij deze Verwijzer ontbreken ZorgverlenerCode en Naam, terwijl dit Type er een van nodig heeft. '
    + 'Vul ZorgverlenerCode, of Naam als die code er niet is.',
  CD068: 'Bij een Verwijzer van dit Type hoort geen ZorgverlenerCode. Laat die weg of corrigeer Type.',
  CD075: 'Dit product heeft een Budget maar geen einddatum. Vul de einddatum.',
  CD076: 'De Omvang van dit product geldt per week (Frequentie 2), maar de einddatum ontbreekt. Vul de einddatum.',
  CD077: 'Dit product heeft een Budget en mag dan geen Omvang hebben. Laat een van beide weg.',
  CD078: 'Dit product heeft een Omvang en mag dan geen Budget hebben. Laat een van beide weg.',
  CD079: 'Product ontbreekt, en dat mag alleen als er een Budget is. Vul Product of Budget.',
  CD080: 'Dit ToegewezenProduct heeft een Omvang maar geen Code in Product. Vul Code, of laat Omvang weg.',
  CD085: 'RedenAfwijzingVerzoek ontbreekt bij dit afgewezen verzoek. Vul de reden of corrigeer VerzoekAntwoord.',
  CD086: 'RedenAfwijzingVerzoek is gevuld, maar dit verzoek is in onderzoek. '
    + 'Laat de reden weg of corrigeer VerzoekAntwoord.',
  CD087: 'ProductTarief hoort bij elke Eenheid behalve 83 (euro). Vul ProductTarief, of laat het weg bij Eenheid 83.',
  CD095: 'Dit AangevraagdProduct heeft een Omvang maar geen Code in Product. Vul Code, of laat Omvang weg.',
  CD096: 'Dit NieuwProduct heeft een Omvang maar geen Code in Product. Vul Code, of laat Omvang weg.',
  CS002: 'Het Bsn voldoet niet aan de elfproef. Controleer het nummer bij de client.',
  CS003: 'De periode eindigt voordat zij begint. Corrigeer de begin- of einddatum.',
  CS015: 'BerichtSubversie hoort niet bij iWmo 3.2. Vul subversie 2.',
  CS025: 'BerichtVersie hoort niet bij iWmo 3.2. Vul versie 3.',
  CS050: 'NaamGebruik past niet bij deze Naam. Gebruik 1, 2, 3 of 4 als er een Partnernaam is, en anders 1, '
    + 'of 6 voor een relatie die geen natuurlijk persoon is.',
  CS058: 'StatusAanlevering is geen 1 (nieuw) of 3 (verwijderen). Gebruik een van die twee.',
  CS089: 'Deze Postcode is geen Nederlandse postcode. '
    + 'Schrijf vier cijfers en twee letters zonder spatie, of corrigeer LandCode.',
  CS100: 'Deze periode ligt geheel of deels voor 1 januari 2021. '
    + 'Declareer in dit bericht alleen periodes vanaf die dag.',
  CS139: 'DatumGebruik past niet bij Datum in Geboortedatum. Gebruik dag 01 als de dag onbekend is, 1 januari als ook '
    + 'de maand onbekend is, en 1900-01-01 als de hele datum onbekend is.',
  CS318: 'NaamGebruik 6 is voor wie geen natuurlijk persoon is en kan niet bij een client. Kies een ander NaamGebruik.',
  CS319: 'DeclaratieNummer bevat andere tekens dan letters zonder accent en cijfers. Verwijder die tekens.',
  CS325: 'Een bedrag van 0 is altijd debet. Vul DebetCredit D.',
  CS335: 'Deze toewijzing wordt verwijderd (RedenWijziging 13), maar Einddatum is niet gelijk aan Ingangsdatum. '
    + 'Maak ze gelijk of kies een andere RedenWijziging.',
  CS336: 'RedenWijziging 01 wordt niet meer gebruikt. Kies een andere; verwijderen gaat met 13.',
  CS337: 'ProductPeriode begint en eindigt niet in dezelfde kalendermaand. Maak per maand een Prestatie.',
  CS338: 'Bij deze Eenheid kan de Frequentie niet per dag zijn. Gebruik Frequentie 2, 4 of 6.',
  CS339: 'Bij Eenheid 83 (euro) is het Bedrag niet gelijk aan GeleverdVolume. '
    + 'Vul beide met hetzelfde aantal eurocenten.',
  CS340: 'DeclaratiePeriode is niet precies een kalendermaand. '
    + 'Laat die lopen van de eerste tot en met de laatste dag van een maand.',
  CS343: 'Bij deze Eenheid kan de Frequentie niet per dag zijn. Gebruik Frequentie 2, 4 of 6.',
  TR002: 'De Geboortedatum ligt meer dan 120 jaar voor de Dagtekening van het bericht. Controleer de datum. Is die '
    + 'onbekend, gebruik dan 1900-01-01 met DatumGebruik 3.',
  TR006: 'Dit Contact heeft geen Telefoon en geen volledig Adres. Vul Telefoon, of vul in Adres zowel Huis als '
    + 'Postcode.',
  TR018: 'De Einddatum ligt voor de Begindatum van deze levering. Gebruik een Einddatum op of na de Begindatum.',
  TR019: 'Bij dit ToewijzingNummer is geen geldige toewijzing van deze gemeente aan deze aanbieder voor deze client bekend. '
    + 'Controleer het nummer of vraag de gemeente om de toewijzing.',
  TR056: 'De Identificatie van dit bericht is al gebruikt in een eerder bericht van dezelfde soort tussen deze partijen. '
    + 'Verstuur het bericht met een nieuwe Identificatie.',
  TR061: 'De client heeft zelf geen Contact met Soort 01, 02 of 03. Voeg er onder Contactgegevens minstens een toe; '
    + 'het Contact van een relatie telt niet mee.',
  TR063: 'Er is geen eerdere aanlevering met dezelfde sleutel die nog geldt, dus er valt niets te verwijderen. '
    + 'Controleer ToewijzingNummer, Product en datums.',
  TR071: 'Deze start is al gevolgd door een stop en kan daarom niet worden verwijderd. Verwijder eerst de stop.',
  TR074: 'Een aanlevering met dezelfde sleutel geldt al. Verwijder die eerst met StatusAanlevering 3 of pas de sleutel aan.',
  TR101: 'Dit staat al eerder in het bericht met dezelfde sleutel. Laat elke sleutel een keer voorkomen. Een '
    + 'verwijdering en een nieuwe aanlevering met dezelfde sleutel horen in twee berichten.',
  TR134: 'De datum ligt na de Dagtekening van het bericht. Gebruik een datum op of voor de Dagtekening.',
  TR137: 'De Einddatum ligt voor de Begindatum van de periode of na de Dagtekening van het bericht. Declareer alleen '
    + 'wat al is geleverd en controleer beide datums.',
  TR302: 'Deze toewijzing overlapt met een eerdere toewijzing van hetzelfde product in het bericht. Een toewijzing '
    + 'zonder Code geldt voor de hele categorie, een zonder Product voor alle. Laat de periodes op elkaar aansluiten '
    + 'zonder overlap.',
  TR315: 'Een andere Prestatie in het bericht heeft hetzelfde VorigReferentieNummer. Crediteer een Prestatie een keer.',
  TR316: 'Het VorigReferentieNummer verwijst naar een Prestatie in ditzelfde bericht. Verwijs naar een eerder '
    + 'ingediende Prestatie of laat beide weg.',
  TR326: 'Op deze toewijzing loopt al een levering die nog niet is gestopt. Meld eerst de stop of verwijder de eerdere start.',
  TR332: 'Dit ToewijzingNummer is eerder gebruikt voor een andere client, aanbieder, product of Ingangsdatum. '
    + 'Gebruik een nieuw ToewijzingNummer.',
  TR335: 'De Einddatum van de ProductPeriode ligt meer dan vijf jaar voor de DeclaratieDagtekening. Controleer de '
    + 'periode; zo oude zorg is niet meer te declareren.',
  TR342: 'TotaalIngediendBedrag min TotaalToegekendBedrag is niet de som van de Prestaties in dit antwoord. Is de '
    + 'declaratie als geheel afgewezen, dan is TotaalToegekendBedrag 0 en zijn er geen Clienten. Neem contact op met '
    + 'de gemeente.',
  TR352: 'Het Verzoek bevat geen OngewijzigdProduct en geen TeWijzigenProduct. Neem minstens een lopende toewijzing '
    + 'op; vraag alleen nieuwe zorg aan met een WMO315.',
  TR353: 'Het Verzoek vraagt niets: er is geen TeWijzigenProduct en geen NieuwProduct. Voeg er minstens een toe.',
  TR358: 'Het TotaalIngediendBedrag is niet de som van alle Prestaties, debet min credit. Controleer het totaal en de '
    + 'bedragen; een negatief totaal krijgt DebetCredit C.',
  TR380: 'De GewensteIngangsdatum van dit NieuwProduct ligt niet na de Dagtekening van het bericht. Kies een latere '
    + 'datum.',
  TR383: 'Een ander AangevraagdProduct in het bericht heeft dezelfde ReferentieAanbieder. Geef elk een eigen '
    + 'referentie.',
  TR386: 'Dit AangevraagdProduct overlapt met een eerder in het bericht van hetzelfde product. Een aanvraag zonder '
    + 'Code geldt voor de hele categorie, een zonder Product voor alle. Laat de periodes op elkaar aansluiten zonder '
    + 'overlap.',
  TR410: 'Dit NieuwProduct overlapt met een eerder in het bericht van hetzelfde product. Een product zonder Code geldt '
    + 'voor de hele categorie, een zonder Product voor alle. Laat de periodes op elkaar aansluiten zonder overlap.',
  TR416: 'Een eerdere Prestatie in het bericht declareert hetzelfde: ToewijzingNummer, product en ProductPeriode zijn '
    + 'gelijk. Voeg de Prestaties samen of pas de periode aan.',
};
