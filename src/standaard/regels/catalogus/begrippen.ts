/** The terms that the catalogue uses, each explained once. Dutch, in the project's own words. */

/** When two products in a message count as the same, and when they overlap (TR302, TR361, TR386, TR410). */
export const ZELFDE_PRODUCT = 'Twee producten zijn hetzelfde als beide geen Product hebben, als een van beide '
  + 'geen Product heeft en de ander een Categorie buiten 11 tot en met 14, of als de Categorie gelijk is, niet 11 '
  + 'tot en met 14 is, en de Codes gelijk zijn of ten minste een ervan ontbreekt. Periodes overlappen als ze een '
  + 'dag delen; zonder einddatum lopen ze door.';

export const BEGRIPPEN: readonly (readonly [begrip: string, uitleg: string])[] = [
  ['Niveau', 'Niveau 1 is het schema (geen retourbericht). Niveau 2 kijkt binnen het bericht, niveau 3 vergelijkt '
    + 'met eerdere berichten, niveau 4 met een bron van buiten. Pas als niveau 2 niets oplevert, volgen 3 en 4: '
    + 'eerst de Header, dan de rest.'],
  ['Retourcode', 'Elke regel van niveau 2 geeft 0001 in de Header van het retourbericht; de klasse zegt dan '
    + 'alleen waar het misgaat. Op niveau 3 en 4 komt de code bij de klasse zelf, elke code hooguit eens per '
    + 'voorkomen.'],
  ['Afwezig', 'Een element ontbreekt als het niet in de XML staat. Een regel over een element dat mag ontbreken, '
    + 'houdt dan stand, tenzij er iets anders staat. In sleutels is ontbreken gelijk aan ontbreken en ongelijk '
    + 'aan elke waarde.'],
  ['Dagtekening', 'De Dagtekening in de Header is de peildatum voor alles wat actueel moet zijn, zodat een '
    + 'oordeel herhaalbaar is. Alleen TR135 gebruikt de systeemdatum.'],
  ['Verwerkt', 'Een bericht dat is ontvangen en niet als geheel is afgekeurd. Bij WMO301 tot en met WMO319 keurt '
    + 'elke fout het hele bericht af. Bij WMO323 doen alleen niveau 2, de Header en de Declaratie dat; verder '
    + 'vallen alleen de afgekeurde prestaties af. Wat is afgekeurd, geldt als nooit verstuurd.'],
  ['Niet afgekeurd', 'Een eigen bericht van de partij die toetst, zoals een WMO301 van de gemeente, telt mee '
    + 'zolang geen retourbericht het heeft afgekeurd. Een bericht zonder antwoord telt dus mee.'],
  ['Partijen', 'Elke vergelijking blijft binnen het paar van gemeente en aanbieder uit de Header en binnen de Wmo.'],
  ['Huidige versie', 'Van een toewijzing (gemeente en ToewijzingNummer) geldt de versie met de laatste '
    + 'Toewijzingsdatum en -tijd. Zijn die gelijk, dan geldt de laatst ontvangen versie.'],
  ['Verwijderde toewijzing', 'De huidige versie heeft RedenWijziging 13 (vroeger 01) en een Einddatum gelijk aan '
    + 'de Ingangsdatum. Zij geldt als nooit verstuurd, behalve waar een regel anders zegt.'],
  ['Actuele toewijzing', 'Niet verwijderd, en zonder Einddatum of met een Einddatum op of na de peildatum. De '
    + 'Ingangsdatum mag nog komen.'],
  ['Actieve start of stop', 'Aangeleverd met StatusAanlevering 1 in een verwerkt bericht en daarna niet met '
    + 'status 3 en dezelfde volledige sleutel verwijderd. Binnen een bericht gaan eerst alle verwijderingen in, '
    + 'dan de nieuwe aanleveringen op volgorde.'],
  ['StatusAanlevering 3', 'Voor een verwijdering gelden van niveau 3 en 4 alleen TR063 en (bij een start) TR071, '
    + 'naast de regels over Header en Client.'],
  ['Goedgekeurde prestatie', 'Voor de gemeente: haar WMO323 is verwerkt en de prestatie is niet afgekeurd. Voor '
    + 'de aanbieder: er is een WMO325 op zijn WMO323, en daar staat de prestatie niet in.'],
  ['Gecrediteerde prestatie', 'Een goedgekeurde creditprestatie noemt haar ReferentieNummer als '
    + 'VorigReferentieNummer.'],
  ['Volgorde van prestaties', 'Credit gaat voor debet; daarbinnen telt de volgorde in het bericht. TR321, TR322 '
    + 'en TR369 toetsen alleen debet, omdat credit de som verlaagt. De andere regels over een prestatie gelden '
    + 'voor beide, tenzij er iets anders staat.'],
  ['Hetzelfde product', ZELFDE_PRODUCT],
  ['Antwoordberichten', 'Op een WMO325 en op retourberichten volgt geen antwoord. Wat daar misgaat, lossen '
    + 'partijen buiten het berichtenverkeer op.'],
];
