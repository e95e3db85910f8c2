/** The rules of level 3 on requests (WMO315, WMO317) and the answers to them (WMO319). */
import { ZELFDE_PRODUCT } from './begrippen.js';
import type { Catalogusregel } from './catalogusregel.js';

export const VERZOEKEN: readonly Catalogusregel[] = [
  {
    code: 'TR347', niveau: 3, retourcode: '9347',
    plaatsen: [['WMO315', 'AangevraagdProduct', 'ReferentieAanbieder'], ['WMO317', 'Verzoek', 'ReferentieAanbieder']],
    eis: 'De aanbieder heeft deze ReferentieAanbieder niet gebruikt in een eerder verwerkt WMO315 of WMO317 aan '
      + 'deze gemeente. Ook een verzoek dat al is beantwoord, houdt zijn referentie bezet.',
    lezing: 'WMO315 en WMO317 delen hun referenties, want een antwoord of toewijzing verwijst alleen met deze '
      + 'waarde. Verzoeken in afgekeurde berichten tellen niet.',
    doen: 'Gebruik een nieuwe ReferentieAanbieder.',
  },
  {
    code: 'TR349', niveau: 3, retourcode: '9349',
    plaatsen: [['WMO317', 'Verzoek']],
    eis: 'Elke toewijzing van deze gemeente aan deze aanbieder voor dit Bsn die op de Dagtekening actueel is, '
      + 'staat met haar ToewijzingNummer in het verzoek, als OngewijzigdProduct of als TeWijzigenProduct. '
      + 'Toewijzingen uit een afgekeurd WMO301 tellen niet.',
    lezing: 'Actueel meten we op de Dagtekening. We kijken alleen naar toewijzingen aan de aanbieder die '
      + 'verzoekt. Een WMO301 zonder antwoord telt mee als zijn Dagtekening niet na die van het verzoek ligt.',
    doen: 'Neem de ontbrekende toewijzing op als OngewijzigdProduct of TeWijzigenProduct.',
  },
  {
    code: 'TR350', niveau: 3, retourcode: '9350',
    plaatsen: [['WMO317', 'OngewijzigdProduct', 'ToewijzingNummer']],
    eis: 'Het ToewijzingNummer is dat van een toewijzing van deze gemeente aan deze aanbieder voor dit Bsn die op '
      + 'de Dagtekening actueel is.',
    doen: 'Controleer het ToewijzingNummer, of haal het product uit het verzoek.',
  },
  {
    code: 'TR351', niveau: 3, retourcode: '9351',
    plaatsen: [['WMO317', 'TeWijzigenProduct', 'ToewijzingNummer']],
    eis: 'Het ToewijzingNummer is dat van een toewijzing van deze gemeente aan deze aanbieder voor dit Bsn die op '
      + 'de Dagtekening actueel is.',
    doen: 'Controleer het ToewijzingNummer, of vraag het product aan als NieuwProduct.',
  },
  {
    code: 'TR355', niveau: 3, retourcode: '9355',
    plaatsen: [['WMO319', 'Antwoord', 'ReferentieAanbieder']],
    eis: 'De ReferentieAanbieder is die van een aangevraagd product (WMO315) of verzoek (WMO317) dat de aanbieder '
      + 'aan deze gemeente stuurde in een bericht dat niet is afgekeurd.',
    doen: 'Neem de ReferentieAanbieder van het verzoek over.',
  },
  {
    code: 'TR357', niveau: 3, retourcode: '9357',
    plaatsen: [['WMO317', 'TeWijzigenProduct', 'GewensteIngangsdatum']],
    eis: 'Ligt de GewensteIngangsdatum niet na de Dagtekening, dan is zij de Ingangsdatum van de huidige versie '
      + 'van de toewijzing. Faalt TR351 al, dan toetsen we niet.',
    doen: 'Kies een datum na de Dagtekening, of de Ingangsdatum van de toewijzing.',
  },
  {
    code: 'TR359', niveau: 3, retourcode: '9359',
    plaatsen: [['WMO319', 'Antwoord', 'ReferentieAanbieder']],
    eis: 'De gemeente heeft deze ReferentieAanbieder niet al genoemd bij een toegewezen product in een eerder, '
      + 'niet afgekeurd WMO301 aan deze aanbieder: wat is toegewezen, is niet meer te beantwoorden.',
    doen: 'Stuur geen antwoord; wijzig zo nodig de toewijzing.',
  },
  {
    code: 'TR360', niveau: 3, retourcode: '9360',
    plaatsen: [['WMO319', 'Antwoord', 'VerzoekAntwoord']],
    eis: 'Een antwoord dat het verzoek in onderzoek neemt (VerzoekAntwoord 2), is het eerste: er is geen eerder, '
      + 'niet afgekeurd WMO319 met dezelfde ReferentieAanbieder, wat daar ook het antwoord was.',
    lezing: 'Was het eerdere antwoord een afwijzing, dan faalt ook TR365. We melden dan beide codes.',
    doen: 'Wijs het verzoek af of toe; in onderzoek melden kan maar een keer.',
  },
  {
    code: 'TR361', niveau: 3, retourcode: '9361',
    plaatsen: [
      ['WMO317', 'TeWijzigenProduct', 'ToewijzingNummer'], ['WMO317', 'OngewijzigdProduct', 'ToewijzingNummer'],
      ['WMO317', 'NieuwProduct', 'Product'],
    ],
    eis: 'In de gewenste situatie overlapt hetzelfde product zichzelf niet. Een ongewijzigd product loopt zoals '
      + 'zijn toewijzing. Een te wijzigen product begint op de vroegste van de Ingangsdatum van de toewijzing en '
      + 'de GewensteIngangsdatum en eindigt op de gevraagde Einddatum. Een nieuw product loopt zoals gevraagd. '
      + ZELFDE_PRODUCT
      + ' Twee nieuwe producten onderling zijn voor TR410. Producten waarvoor TR350 of TR351 faalt, doen niet mee.',
    lezing: 'Een TeWijzigenProduct zonder Einddatum lezen we als gewenst zonder einde. Het deel van de toewijzing '
      + 'voor de GewensteIngangsdatum telt mee. De code komt bij beide producten die botsen.',
    doen: 'Pas de periodes aan zodat ze elkaar niet raken.',
  },
  {
    code: 'TR365', niveau: 3, retourcode: '9365',
    plaatsen: [['WMO319', 'Antwoord', 'ReferentieAanbieder']],
    eis: 'Elk eerder, niet afgekeurd WMO319 met dezelfde ReferentieAanbieder tussen deze partijen had '
      + 'VerzoekAntwoord 2 (in onderzoek): na een afwijzing volgt geen ander antwoord.',
    doen: 'Stuur geen nieuw antwoord; de aanbieder kan opnieuw verzoeken.',
  },
  {
    code: 'TR373', niveau: 3, retourcode: '9373',
    plaatsen: [['WMO317', 'TeWijzigenProduct', 'GewensteIngangsdatum']],
    eis: 'Heeft de huidige versie van de toewijzing een Budget, of een Omvang in totaal (Frequentie 6), dan is de '
      + 'GewensteIngangsdatum haar Ingangsdatum. Faalt TR351 al, dan toetsen we niet.',
    lezing: 'De regel geldt voor elk te wijzigen product op zo een toewijzing, ook als alleen de einddatum '
      + 'verschuift, en niet alleen als budget of volume verandert.',
    doen: 'Vul de Ingangsdatum van de toewijzing in.',
  },
  {
    code: 'TR374', niveau: 3, retourcode: '9374',
    plaatsen: [['WMO315', 'AangevraagdProduct'], ['WMO317', 'Verzoek']],
    eis: 'Voor dit Bsn loopt geen ander verzoek van deze aanbieder aan deze gemeente. Een aangevraagd product of '
      + 'verzoek uit een verwerkt bericht loopt tot het is afgewezen (WMO319 met VerzoekAntwoord 1) of toegewezen '
      + '(WMO301 met de ReferentieAanbieder), beide niet afgekeurd. In onderzoek loopt het door. Producten in '
      + 'hetzelfde bericht hinderen elkaar niet.',
    lezing: 'De bron noemt geen klasse. De code komt bij elk AangevraagdProduct in een WMO315 en bij het Verzoek '
      + 'in een WMO317.',
    doen: 'Wacht op het antwoord op het lopende verzoek.',
  },
  {
    code: 'TR375', niveau: 3, retourcode: '9375',
    plaatsen: [['WMO317', 'TeWijzigenProduct', 'Omvang']],
    eis: 'Heeft de toewijzing geen Product (generiek), dan heeft het te wijzigen product geen Omvang, tenzij zijn '
      + 'Einddatum op of voor 31 december 2020 ligt. Faalt TR351 al, dan toetsen we niet.',
    lezing: 'De regel noemt het element niet; de tekst bij de retourcode wijst op Omvang. De Einddatum is die van '
      + 'het TeWijzigenProduct.',
    doen: 'Verwijder de Omvang en vraag een Budget.',
  },
  {
    code: 'TR411', niveau: 3, retourcode: '9411',
    plaatsen: [['WMO317', 'TeWijzigenProduct', 'Omvang']],
    eis: 'Heeft de huidige versie van de toewijzing een productcode (specifiek), dan heeft het te wijzigen '
      + 'product een Omvang. Faalt TR351 al, dan toetsen we niet.',
    doen: 'Vul de gewenste Omvang.',
  },
  {
    code: 'TR412', niveau: 3, retourcode: '9412',
    plaatsen: [['WMO317', 'TeWijzigenProduct', 'Omvang']],
    eis: 'Heeft de toewijzing een Product zonder Code (aspecifiek), dan heeft het te wijzigen product geen '
      + 'Omvang, tenzij zijn Einddatum op of voor 31 december 2020 ligt. Faalt TR351 al, dan toetsen we niet.',
    lezing: 'Ook een generieke toewijzing heeft geen Code. Daarvoor geldt alleen TR375, zodat een fout een code '
      + 'geeft.',
    doen: 'Verwijder de Omvang en vraag een Budget.',
  },
];
