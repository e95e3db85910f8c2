/** The help texts of the command line. */

export const HULP = `iwmo: berichten van iWmo 3.2 controleren, lezen en begrijpen. Zonder server of database.

Gebruik:
  iwmo valideer [--formaat mens|json|junit|sarif] BESTAND… | MAP… | -
  iwmo toon BESTAND | -
  iwmo regel CODE…
  iwmo --help | --versie

Opdrachten:
  valideer   controleert berichten tegen het schema (niveau 1) en de regels binnen het bericht (niveau 2)
  toon       laat een bericht leesbaar zien, met de betekenis van codes
  regel      legt een regel van de standaard uit

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
};
