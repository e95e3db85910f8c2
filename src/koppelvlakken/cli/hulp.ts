/** The help texts of the command line. */

export const HULP = `iwmo: berichten van iWmo 3.2 controleren, lezen en begrijpen, en een gateway beheren.

Gebruik:
  iwmo valideer [--formaat mens|json|junit|sarif] BESTAND… | MAP… | -
  iwmo toon BESTAND | -
  iwmo regel CODE…
  iwmo regio controleer [--formaat mens|json] [MAP]
  iwmo sleutels nieuw [BESTAND]
  iwmo audit controleer [ANKER…]
  iwmo --help | --versie

Opdrachten:
  valideer   controleert berichten tegen het schema (niveau 1) en de regels binnen het bericht (niveau 2)
  toon       laat een bericht leesbaar zien, met de betekenis van codes
  regel      legt een regel van de standaard uit
  regio      controleert de bestanden met regionaal beleid
  sleutels   maakt een sleutelbestand, of voegt er een sleutel aan toe
  audit      controleert of het auditspoor heel is

Meer over een opdracht: iwmo OPDRACHT --help
`;

export const HULP_PER_OPDRACHT: Readonly<Record<string, string>> = {
  valideer: `Gebruik: iwmo valideer [--formaat FORMAAT] BESTAND… | MAP… | -

Controleert elk bericht op niveau 1 (het schema) en niveau 2 (de regels binnen het bericht). Een map wordt met alle
mappen daaronder doorzocht op *.xml; - leest een bericht van de standaardinvoer. Bestanden boven 25.000.000 bytes
worden afgekeurd. Meldingen noemen plaatsen, nooit waarden uit het bericht.

Opties:
  -f, --formaat FORMAAT   mens (standaard), json, junit of sarif
      --help              deze tekst

Uitgang: 0 alles geldig, 1 bevindingen, 2 invoer of aanroep niet bruikbaar.

Omgeving:
  SCHEMA_DIR   map met andere schema's (basisschema.xsd en wmoNNN.xsd)
  NO_COLOR     geen kleur, ook niet op een terminal
`,
  toon: `Gebruik: iwmo toon BESTAND | -

Laat een bericht leesbaar zien: elementen ingesprongen, codes met hun betekenis, bedragen ook in euro. Dit toont alles
wat in het bericht staat, dus ook persoonsgegevens: let op waar u de uitvoer laat. Een bericht dat niet aan het schema
voldoet, wordt niet getoond; wel wat eraan mankeert.

Uitgang: 0 getoond, 1 het bericht voldoet niet aan het schema, 2 invoer of aanroep niet bruikbaar.
`,
  regel: `Gebruik: iwmo regel CODE…

Legt een regel van de standaard uit: wat moet gelden, waar, welke retourcode volgt, hoe wij de regel lezen als de
standaard onduidelijk is, en wat u kunt doen. Voorbeeld: iwmo regel TR063

Uitgang: 0 uitgelegd, 2 de code bestaat niet.
`,
  regio: `Gebruik: iwmo regio controleer [--formaat FORMAAT] [MAP]

Controleert alle bestanden met regionaal beleid (*.yaml, *.yml) in een map, los en samen: de vorm, of genoemde producten
en groepen bestaan, en of bestanden elkaar niet tegenspreken. Elke fout noemt bestand, regel, plaats, reden en waar
mogelijk een voorstel. Zonder MAP wordt REGIO_DIR gelezen, en anders de map regio.

Opties:
  -f, --formaat FORMAAT   mens (standaard) of json
      --help              deze tekst

Uitgang: 0 alles geldig, 1 fouten in een bestand, 2 map of aanroep niet bruikbaar.
`,
  sleutels: `Gebruik: iwmo sleutels nieuw [BESTAND]

Maakt een bestand met één sleutel, alleen leesbaar voor de eigenaar. Bestaat het bestand al, dan komt er een sleutel bij
die vanaf dan geldt; de oude blijft staan. Zonder BESTAND wordt SLEUTELS gelezen. Zonder dit bestand is de inhoud van de
database niet meer te lezen: bewaar een kopie, op een andere plaats dan de reservekopie van de database.

Uitgang: 0 gemaakt, 2 het bestand is niet bruikbaar of niet te schrijven.
`,
  audit: `Gebruik: iwmo audit controleer [ANKER…]

Loopt het hele auditspoor na: geen regel gewijzigd, geen regel weg. Toont aan het eind een anker (nummer en hash). Bewaar
dat buiten de database en geef het een volgende keer mee; dan valt ook een afgeknipt of herschreven spoor op.

Omgeving:
  DATABASE_URL   de database; anders die van de gateway die met deze DATA_DIR draait
  DATA_DIR       de gegevensmap (standaard ./data)

Uitgang: 0 heel, 1 niet heel, 2 aanroep of database niet bruikbaar.
`,
};
