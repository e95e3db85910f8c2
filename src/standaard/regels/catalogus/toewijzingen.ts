/** The rules of level 3 and 4 on the Header of every message, on product codes, and on allocations (WMO301). */
import type { Catalogusregel } from './catalogusregel.js';

export const TOEWIJZINGEN: readonly Catalogusregel[] = [
  {
    code: 'TR056', niveau: 3, retourcode: '9056',
    plaatsen: [
      ['WMO301', 'Header', 'BerichtIdentificatie/Identificatie'],
      ['WMO305', 'Header', 'BerichtIdentificatie/Identificatie'],
      ['WMO307', 'Header', 'BerichtIdentificatie/Identificatie'],
      ['WMO315', 'Header', 'BerichtIdentificatie/Identificatie'],
      ['WMO317', 'Header', 'BerichtIdentificatie/Identificatie'],
      ['WMO319', 'Header', 'BerichtIdentificatie/Identificatie'],
      ['WMO323', 'Header', 'BerichtIdentificatie/Identificatie'],
      ['WMO325', 'Header', 'BerichtIdentificatie/Identificatie'],
    ],
    eis: 'De afzender heeft deze Identificatie niet eerder gebruikt voor een bericht van dezelfde soort aan deze '
      + 'ontvanger. De Dagtekening telt niet mee. Op retourberichten is de regel niet van toepassing.',
    lezing: 'Een bericht dat als geheel is afgekeurd, houdt zijn Identificatie niet bezet: het herstelde bericht '
      + 'mag haar opnieuw gebruiken.',
    doen: 'Verstuur het bericht met een nieuwe Identificatie.',
  },
  {
    code: 'TR135', niveau: 4, retourcode: '8848',
    plaatsen: [
      ['WMO301', 'Header', 'BerichtIdentificatie/Dagtekening'],
      ['WMO305', 'Header', 'BerichtIdentificatie/Dagtekening'],
      ['WMO307', 'Header', 'BerichtIdentificatie/Dagtekening'],
      ['WMO315', 'Header', 'BerichtIdentificatie/Dagtekening'],
      ['WMO317', 'Header', 'BerichtIdentificatie/Dagtekening'],
      ['WMO319', 'Header', 'BerichtIdentificatie/Dagtekening'],
      ['WMO323', 'Header', 'BerichtIdentificatie/Dagtekening'],
      ['WMO325', 'Header', 'BerichtIdentificatie/Dagtekening'],
    ],
    eis: 'De Dagtekening ligt niet na de dag waarop de ontvanger het bericht krijgt, naar de kalender in '
      + 'Nederland.',
    lezing: 'De bron noemt geen element; de tekst bij de retourcode wijst op de Dagtekening. '
      + 'DeclaratieDagtekening toetsen we niet. Op een WMO325 volgt geen retourbericht.',
    doen: 'Verstuur het bericht op of na zijn Dagtekening.',
  },
  {
    code: 'TR332', niveau: 3, retourcode: '9332',
    plaatsen: [['WMO301', 'ToegewezenProduct', 'ToewijzingNummer']],
    eis: 'Binnen een gemeente staat een ToewijzingNummer voor een toewijzing: eerdere, niet afgekeurde '
      + 'WMO301-berichten gebruikten het niet voor een andere aanbieder, een ander Bsn, een ander Product of een '
      + 'andere Ingangsdatum. Dezelfde toewijzing opnieuw sturen of wijzigen mag.',
    lezing: 'Wat een toewijzing dezelfde maakt, staat er niet. Wij nemen Bsn, Ontvanger, Product en Ingangsdatum, '
      + 'omdat die niet te wijzigen zijn. Een aanbieder vergelijkt alleen met wat hij zelf ontving.',
    doen: 'Gebruik voor een andere toewijzing een nieuw ToewijzingNummer.',
  },
  {
    code: 'TR378', niveau: 4, retourcode: 'S300',
    plaatsen: [
      ['WMO301', 'Header', 'Afzender'], ['WMO319', 'Header', 'Afzender'], ['WMO325', 'Header', 'Afzender'],
      ['WMO305', 'Header', 'Ontvanger'], ['WMO307', 'Header', 'Ontvanger'], ['WMO315', 'Header', 'Ontvanger'],
      ['WMO317', 'Header', 'Ontvanger'], ['WMO323', 'Header', 'Ontvanger'],
    ],
    eis: 'De gemeentecode staat in de gemeentelijke indeling van het CBS die geldt op de peildatum of op de '
      + 'Dagtekening. De peildatum is de Ingangsdatum van een toewijzing of de ToewijzingIngangsdatum van een '
      + 'verzoek, uit het bericht of waarnaar het verwijst.',
    lezing: 'Zijn er meer datums, dan is een die past genoeg. Is er voor een datum geen lijst, dan geldt de '
      + 'dichtstbijzijnde; nu is er alleen die van 2026.',
    doen: 'Gebruik de code van een bestaande gemeente.',
  },
  {
    code: 'TR379', niveau: 3, retourcode: '9379',
    plaatsen: [['WMO301', 'ToegewezenProduct', 'ReferentieAanbieder']],
    eis: 'Een ReferentieAanbieder bij een toewijzing is die van een niet afgekeurd verzoek (WMO315 of WMO317) van '
      + 'deze aanbieder voor deze cliënt, dat niet is afgewezen en niet eerder met een WMO301 is ingewilligd. '
      + 'Producten in een bericht mogen de referentie delen, en een ongewijzigde toewijzing mag haar opnieuw '
      + 'dragen.',
    lezing: 'Of de referentie had moeten staan, kan de ontvanger niet zien. We keuren alleen een onterechte '
      + 'referentie af, nooit een ontbrekende.',
    doen: 'Verwijder de ReferentieAanbieder of noem die van het openstaande verzoek.',
  },
  {
    code: 'TR381', niveau: 4, retourcode: 'S329',
    plaatsen: [
      ['WMO301', 'ToegewezenProduct', 'Product/Code'], ['WMO305', 'StartProduct', 'Product/Code'],
      ['WMO307', 'StopProduct', 'Product/Code'], ['WMO315', 'AangevraagdProduct', 'Product/Code'],
      ['WMO317', 'NieuwProduct', 'Product/Code'], ['WMO323', 'Prestatie', 'ProductCode'],
    ],
    eis: 'Een gevulde productcode staat onder de genoemde categorie in de productlijst die gemeente en aanbieder '
      + 'gebruiken, landelijk of eigen. Voor een verwijdering (StatusAanlevering 3) geldt dit niet.',
    lezing: 'Welke lijst geldt, spreken partijen onderling af. Is er geen ingesteld, dan keuren we niets af.',
    doen: 'Gebruik een productcode uit de afgesproken lijst.',
  },
  {
    code: 'TR385', niveau: 3, retourcode: '9385',
    plaatsen: [['WMO301', 'ToegewezenProduct', 'RedenWijziging']],
    eis: 'Een toewijzing wordt niet verwijderd (RedenWijziging 13) zolang er een goedgekeurde debetprestatie op '
      + 'staat die niet is gecrediteerd. De aanbieder voert deze toets uit.',
    lezing: 'Prestaties die nog op een WMO325 wachten, tellen niet mee: de bron spreekt van goedgekeurd.',
    doen: 'Laat de prestaties eerst crediteren, of beëindig de toewijzing.',
  },
];
