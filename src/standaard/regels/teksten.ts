/** The melding of every rule: what is wrong, where, and what to do. One table; plain Dutch; never a value from the message. */
export const MELDINGEN: Readonly<Record<string, string>> = {
  CS002: 'Het Bsn voldoet niet aan de elfproef. Controleer het nummer bij de client.',
  TR019: 'Bij dit ToewijzingNummer is geen geldige toewijzing van deze gemeente aan deze aanbieder voor deze client bekend. '
    + 'Controleer het nummer of vraag de gemeente om de toewijzing.',
  TR056: 'De Identificatie van dit bericht is al gebruikt in een eerder bericht van dezelfde soort tussen deze partijen. '
    + 'Verstuur het bericht met een nieuwe Identificatie.',
  TR063: 'Er is geen eerdere aanlevering met dezelfde sleutel die nog geldt, dus er valt niets te verwijderen. '
    + 'Controleer ToewijzingNummer, Product en datums.',
  TR071: 'Deze start is al gevolgd door een stop en kan daarom niet worden verwijderd. Verwijder eerst de stop.',
  TR074: 'Een aanlevering met dezelfde sleutel geldt al. Verwijder die eerst met StatusAanlevering 3 of pas de sleutel aan.',
  TR134: 'De datum ligt na de Dagtekening van het bericht. Gebruik een datum op of voor de Dagtekening.',
  TR326: 'Op deze toewijzing loopt al een levering die nog niet is gestopt. Meld eerst de stop of verwijder de eerdere start.',
  TR332: 'Dit ToewijzingNummer is eerder gebruikt voor een andere client, aanbieder, product of Ingangsdatum. '
    + 'Gebruik een nieuw ToewijzingNummer.',
};
