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
  TR019: 'Bij deze levering hoort geen geldige toewijzing van deze gemeente aan deze aanbieder voor deze client, of '
    + 'ToewijzingNummer ontbreekt terwijl partijen voor dit product een toewijzing hebben afgesproken. Controleer het '
    + 'nummer of vraag de gemeente om de toewijzing.',
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
  TR135: 'De Dagtekening ligt na de dag waarop het bericht is ontvangen. Verstuur het bericht op of na zijn '
    + 'Dagtekening.',
  TR137: 'De Einddatum ligt voor de Begindatum van de periode of na de Dagtekening van het bericht. Declareer alleen '
    + 'wat al is geleverd en controleer beide datums.',
  TR302: 'Deze toewijzing overlapt met een eerdere toewijzing van hetzelfde product in het bericht. Een toewijzing '
    + 'zonder Code geldt voor de hele categorie, een zonder Product voor alle. Laat de periodes op elkaar aansluiten '
    + 'zonder overlap.',
  TR304: 'Deze client is tussen de gemeente en de aanbieder niet bekend, of de toewijzing van deze Prestatie hoort '
    + 'bij een andere client. Controleer Bsn en ToewijzingNummer.',
  TR307: 'De ProductPeriode begint voor de Ingangsdatum van de toewijzing. Declareer vanaf de Ingangsdatum.',
  TR308: 'De ProductPeriode eindigt na de Einddatum van de toewijzing. Declareer tot en met de Einddatum.',
  TR314: 'Dit ReferentieNummer is al gebruikt, in een eerder bericht of eerder in dit bericht. Geef elke Prestatie een '
    + 'nieuw ReferentieNummer.',
  TR315: 'Een andere Prestatie in het bericht heeft hetzelfde VorigReferentieNummer. Crediteer een Prestatie een keer.',
  TR316: 'Het VorigReferentieNummer verwijst naar een Prestatie in ditzelfde bericht. Verwijs naar een eerder '
    + 'ingediende Prestatie of laat beide weg.',
  TR318: 'De DeclaratiePeriode ligt voor de laatste die eerder is ingediend. Neem oudere Prestaties op in een '
    + 'declaratie over de laatste of een latere maand.',
  TR319: 'De ProductPeriode eindigt na de DeclaratiePeriode van het bericht. Declareer deze Prestatie in de declaratie '
    + 'van haar eigen maand of later.',
  TR321: 'Het GeleverdVolume is meer dan de toewijzing in deze ProductPeriode toelaat. Controleer het volume en de '
    + 'maand waarin is geleverd.',
  TR322: 'Met deze Prestatie is over de hele toewijzing meer volume gedeclareerd dan is toegewezen. Crediteer wat te '
    + 'veel is of vraag een ruimere toewijzing.',
  TR323: 'Bij deze credit is geen goedgekeurde debetprestatie van de client bekend met het VorigReferentieNummer als '
    + 'nummer. Neem het ReferentieNummer van de goedgekeurde Prestatie over.',
  TR326: 'Op deze toewijzing loopt al een levering die nog niet is gestopt. Meld eerst de stop of verwijder de eerdere start.',
  TR332: 'Dit ToewijzingNummer is eerder gebruikt voor een andere client, aanbieder, product of Ingangsdatum. '
    + 'Gebruik een nieuw ToewijzingNummer.',
  TR333: 'Dit DeclaratieNummer is al gebruikt in een eerdere declaratie. Geef de declaratie een nieuw '
    + 'DeclaratieNummer.',
  TR335: 'De Einddatum van de ProductPeriode ligt meer dan vijf jaar voor de DeclaratieDagtekening. Controleer de '
    + 'periode; zo oude zorg is niet meer te declareren.',
  TR337: 'DeclaratieIdentificatie hoort niet bij een WMO323 van de aanbieder aan deze gemeente. Vraag de gemeente op '
    + 'welke declaratie dit het antwoord is.',
  TR338: 'Bij dit ToewijzingNummer is geen toewijzing van deze gemeente aan deze aanbieder bekend. Controleer het '
    + 'nummer.',
  TR339: 'De ProductCategorie is niet die van de toewijzing. Neem de categorie van de toewijzing over.',
  TR340: 'De ProductCode is niet die van de toewijzing. Neem de code van de toewijzing over.',
  TR341: 'De Eenheid past niet bij de toewijzing of het contract. Declareer in de eenheid van de toewijzing; op uren '
    + 'mag dat ook in minuten.',
  TR342: 'TotaalIngediendBedrag min TotaalToegekendBedrag is niet de som van de Prestaties in dit antwoord. Is de '
    + 'declaratie als geheel afgewezen, dan is TotaalToegekendBedrag 0 en zijn er geen Clienten. Neem contact op met '
    + 'de gemeente.',
  TR346: 'Het Bedrag is niet het GeleverdVolume maal het tarief. Reken het bedrag opnieuw uit in hele eurocenten.',
  TR347: 'Deze ReferentieAanbieder is al gebruikt in een eerder verzoek aan deze gemeente, in een WMO315 of een '
    + 'WMO317. Gebruik een nieuwe referentie.',
  TR349: 'In het Verzoek ontbreekt een toewijzing van deze client die nog geldt of nog ingaat. Neem alle actuele '
    + 'toewijzingen op, als OngewijzigdProduct of als TeWijzigenProduct.',
  TR350: 'Het ToewijzingNummer van dit OngewijzigdProduct is niet dat van een actuele toewijzing van deze gemeente '
    + 'aan deze aanbieder voor deze client. Controleer het nummer of laat het product weg.',
  TR351: 'Het ToewijzingNummer van dit TeWijzigenProduct is niet dat van een actuele toewijzing van deze gemeente '
    + 'aan deze aanbieder voor deze client. Controleer het nummer of vraag een NieuwProduct.',
  TR352: 'Het Verzoek bevat geen OngewijzigdProduct en geen TeWijzigenProduct. Neem minstens een lopende toewijzing '
    + 'op; vraag alleen nieuwe zorg aan met een WMO315.',
  TR353: 'Het Verzoek vraagt niets: er is geen TeWijzigenProduct en geen NieuwProduct. Voeg er minstens een toe.',
  TR355: 'Er is geen verzoek van de aanbieder met deze ReferentieAanbieder. Neem de referentie over uit het WMO315 '
    + 'of WMO317 dat wordt beantwoord.',
  TR357: 'De GewensteIngangsdatum ligt op of voor de Dagtekening en is niet de Ingangsdatum van de toewijzing. Kies '
    + 'een datum na de Dagtekening of de Ingangsdatum van de toewijzing.',
  TR358: 'Het TotaalIngediendBedrag is niet de som van alle Prestaties, debet min credit. Controleer het totaal en de '
    + 'bedragen; een negatief totaal krijgt DebetCredit C.',
  TR359: 'Op het verzoek met deze ReferentieAanbieder is al een toewijzing verstuurd. Verstuur daarna geen antwoord '
    + 'meer; wijzig zo nodig de toewijzing.',
  TR360: 'Op dit verzoek is al eerder geantwoord, dus het kan niet opnieuw in onderzoek worden genomen. Wijs het '
    + 'verzoek toe of af.',
  TR361: 'Dit product overlapt in de gewenste situatie met een ander product in het Verzoek dat hetzelfde is. Een '
    + 'product zonder Code geldt voor de hele categorie, een zonder Product voor alle. Laat de periodes op '
    + 'elkaar aansluiten zonder overlap.',
  TR365: 'Dit verzoek is al afgewezen. Verstuur er geen antwoord meer op; de aanbieder kan een nieuw verzoek indienen.',
  TR366: 'De declaratie bevat geen Prestatie met deze ProductReferentie. Meld de gemeente dat deze Prestatie niet is '
    + 'gedeclareerd.',
  TR367: 'Deze Prestatie is niet gelijk aan die in de declaratie met dezelfde ProductReferentie. Meld het verschil aan '
    + 'de gemeente.',
  TR369: 'Met deze Prestatie is meer gedeclareerd dan het Budget van de toewijzing. Crediteer wat te veel is of vraag '
    + 'een hoger Budget.',
  TR371: 'XsdVersieDeclaratie is niet de XsdVersie van de declaratie. Meld het verschil aan de gemeente.',
  TR373: 'Deze toewijzing heeft een Budget of een Omvang in totaal, en een wijziging geldt dan voor de hele '
    + 'toewijzing. Vul als GewensteIngangsdatum de Ingangsdatum van de toewijzing.',
  TR374: 'Voor deze client loopt al een verzoek van deze aanbieder. Wacht tot dat is toegewezen of afgewezen.',
  TR375: 'De toewijzing heeft geen Product, dus dit TeWijzigenProduct kan geen Omvang hebben. Laat Omvang weg en '
    + 'vraag een Budget.',
  TR376: 'Het DeclaratieNummer is niet dat van de declaratie. Meld het verschil aan de gemeente.',
  TR378: 'De gemeentecode staat niet in de gemeentelijke indeling van het CBS op de Dagtekening of op de '
    + 'ingangsdatum van een product. Controleer de code.',
  TR379: 'Bij deze ReferentieAanbieder hoort geen verzoek van de aanbieder voor deze client dat nog openstaat. Laat '
    + 'de referentie weg, of neem die over uit het verzoek dat wordt toegewezen.',
  TR380: 'De GewensteIngangsdatum van dit NieuwProduct ligt niet na de Dagtekening van het bericht. Kies een latere '
    + 'datum.',
  TR381: 'De productcode staat niet onder deze categorie in de productlijst die gemeente en aanbieder hebben '
    + 'afgesproken. Gebruik een code en categorie uit die lijst.',
  TR382: 'Deze stop hoort niet bij de laatste start van de levering die nog geldt. Neem ToewijzingNummer, Product '
    + 'en Begindatum over uit die start, of meld eerst de start.',
  TR383: 'Een ander AangevraagdProduct in het bericht heeft dezelfde ReferentieAanbieder. Geef elk een eigen '
    + 'referentie.',
  TR384: 'Deze toewijzing is verwijderd. Declareer op de toewijzing die ervoor in de plaats kwam.',
  TR385: 'Deze toewijzing kan niet worden verwijderd, want er zijn goedgekeurde prestaties op gedeclareerd. Laat '
    + 'die eerst crediteren, of wijzig alleen de Einddatum.',
  TR386: 'Dit AangevraagdProduct overlapt met een eerder in het bericht van hetzelfde product. Een aanvraag zonder '
    + 'Code geldt voor de hele categorie, een zonder Product voor alle. Laat de periodes op elkaar aansluiten zonder '
    + 'overlap.',
  TR387: 'De ProductPeriode begint niet op de eerste dag van de maand, of op de Ingangsdatum als de toewijzing in deze '
    + 'maand begint. Pas Begindatum aan.',
  TR388: 'De ProductPeriode eindigt niet op de laatste dag van de maand, of op de Einddatum als de toewijzing in deze '
    + 'maand eindigt. Pas Einddatum aan.',
  TR389: 'Deze levering is al gedeclareerd: een goedgekeurde Prestatie heeft dezelfde toewijzing, hetzelfde product en '
    + 'dezelfde ProductPeriode. Crediteer die eerst.',
  TR390: 'De Prestatie waarnaar deze credit verwijst is al gecrediteerd. Laat deze credit weg.',
  TR410: 'Dit NieuwProduct overlapt met een eerder in het bericht van hetzelfde product. Een product zonder Code geldt '
    + 'voor de hele categorie, een zonder Product voor alle. Laat de periodes op elkaar aansluiten zonder overlap.',
  TR411: 'De toewijzing heeft een Code in Product, maar bij dit TeWijzigenProduct ontbreekt Omvang. Vul de gewenste '
    + 'Omvang.',
  TR412: 'De toewijzing heeft een Product zonder Code, dus dit TeWijzigenProduct kan geen Omvang hebben. Laat '
    + 'Omvang weg en vraag een Budget.',
  TR413: 'Deze levering is al tijdelijk gestopt en kan niet nog eens tijdelijk worden gestopt. Meld een definitieve '
    + 'stop, of verwijder eerst de eerdere tijdelijke stop.',
  TR414: 'De Einddatum van deze stop ligt voor die van een eerdere stop van dezelfde levering. Kies een datum op of '
    + 'na die Einddatum, of verwijder eerst de eerdere stop.',
  TR415: 'Deze levering is al definitief gestopt. Verwijder eerst die stop met StatusAanlevering 3; dat mag in '
    + 'hetzelfde bericht.',
  TR416: 'Een eerdere Prestatie in het bericht declareert hetzelfde: ToewijzingNummer, product en ProductPeriode zijn '
    + 'gelijk. Voeg de Prestaties samen of pas de periode aan.',
  TR418: 'Het ProductTarief is niet het afgesproken tarief voor deze productcode. Gebruik het tarief uit het contract; '
    + 'per minuut is dat een zestigste van het uurtarief.',
};
