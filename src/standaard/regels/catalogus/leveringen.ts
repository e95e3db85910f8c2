/** The rules of level 3 on starts (WMO305) and stops (WMO307) of a delivery. */
import type { Catalogusregel } from './catalogusregel.js';

export const LEVERINGEN: readonly Catalogusregel[] = [
  {
    code: 'TR019', niveau: 3, retourcode: '9019',
    plaatsen: [['WMO305', 'StartProduct', 'ToewijzingNummer'], ['WMO307', 'StopProduct', 'ToewijzingNummer']],
    eis: 'Een start of stop met StatusAanlevering 1 en een ToewijzingNummer hoort bij een bestaande, niet '
      + 'verwijderde toewijzing van deze gemeente aan deze aanbieder voor dit Bsn. Zonder ToewijzingNummer is hij '
      + 'alleen fout als partijen voor het product een inspannings- of outputgerichte variant hebben afgesproken. '
      + 'Een verwijdering valt onder TR063.',
    lezing: 'Zonder ToewijzingNummer is de variant niet te zien; we houden het dan op taakgericht, tenzij een '
      + 'contract anders zegt. Een verwijderde toewijzing geldt als nooit verstuurd. Een tikfout in de bron lezen '
      + 'we als WMO307.',
    doen: 'Controleer het ToewijzingNummer, of vraag de gemeente om de toewijzing.',
  },
  {
    code: 'TR063', niveau: 3, retourcode: '9063',
    plaatsen: [['WMO305', 'StartProduct', 'StatusAanlevering'], ['WMO307', 'StopProduct', 'StatusAanlevering']],
    eis: 'Een verwijdering (StatusAanlevering 3) treft een actieve aanlevering uit een eerder bericht: zelfde '
      + 'afzender, Bsn en volledige sleutel, aangeleverd met status 1. Die geldt daarna als nooit verstuurd.',
    lezing: 'De bron vraagt een eerdere aanlevering; wij vragen dat zij nog actief is, want een tweede '
      + 'verwijdering treft niets meer. Een aanlevering uit hetzelfde bericht telt niet.',
    doen: 'Herhaal bij het verwijderen precies de sleutel van de eerdere aanlevering.',
  },
  {
    code: 'TR071', niveau: 3, retourcode: '9071',
    plaatsen: [['WMO305', 'StartProduct', 'StatusAanlevering']],
    eis: 'Een start wordt niet verwijderd (StatusAanlevering 3) zolang er een actieve stop is van dezelfde '
      + 'afzender, met hetzelfde Bsn, ToewijzingNummer, Product en dezelfde Begindatum.',
    lezing: 'Ook een tijdelijke stop houdt het verwijderen tegen, want de bron maakt daarvoor geen uitzondering.',
    doen: 'Verwijder eerst de stop.',
  },
  {
    code: 'TR074', niveau: 3, retourcode: '9074',
    plaatsen: [['WMO305', 'StartProduct'], ['WMO307', 'StopProduct']],
    eis: 'Een nieuwe aanlevering (StatusAanlevering 1) heeft niet dezelfde afzender, hetzelfde Bsn en dezelfde '
      + 'volledige sleutel als een actieve aanlevering van dezelfde klasse uit een eerder bericht. Wat is '
      + 'verwijderd, staat niet in de weg.',
    lezing: 'Alleen verwerkte berichten tellen; wat is afgekeurd, geldt als nooit verstuurd.',
    doen: 'Verwijder de eerdere aanlevering met status 3, of pas de sleutel aan.',
  },
  {
    code: 'TR326', niveau: 3, retourcode: '9326',
    plaatsen: [['WMO305', 'StartProduct']],
    eis: 'Een nieuwe start (StatusAanlevering 1) begint niet zolang op dezelfde toewijzing een start loopt; '
      + 'zonder ToewijzingNummer geldt hetzelfde Product. Een start loopt als hij actief is en er geen actieve '
      + 'stop is met hetzelfde ToewijzingNummer en Product en dezelfde Begindatum.',
    lezing: 'Starts in hetzelfde bericht zien elkaar: eerst gaan de verwijderingen in, dan de nieuwe starts op '
      + 'volgorde. Ook na een tijdelijke stop loopt de start niet meer.',
    doen: 'Meld eerst de stop, of verwijder de eerdere start.',
  },
  {
    code: 'TR382', niveau: 3, retourcode: '9069',
    plaatsen: [['WMO307', 'StopProduct']],
    eis: 'Een nieuwe stop (StatusAanlevering 1) hoort bij een actieve start van deze afzender met hetzelfde Bsn, '
      + 'ToewijzingNummer, Product en dezelfde Begindatum, en dat is de laatst begonnen actieve start op die '
      + 'toewijzing (zonder nummer: op dat Product). ToewijzingIngangsdatum telt niet mee.',
    lezing: 'De bron zegt op twee plaatsen iets anders: laatste of lopende start. Wij nemen de laatste, al dan '
      + 'niet gestopt, omdat na een tijdelijke stop een definitieve kan volgen zonder nieuwe start.',
    doen: 'Neem de sleutel over van de laatste start, of meld die start eerst.',
  },
  {
    code: 'TR413', niveau: 3, retourcode: '9413',
    plaatsen: [['WMO307', 'StopProduct', 'RedenBeeindiging']],
    eis: 'Een nieuwe tijdelijke stop (StatusAanlevering 1, RedenBeeindiging 20) volgt niet op een actieve '
      + 'tijdelijke stop met hetzelfde Bsn en ToewijzingNummer en dezelfde Begindatum; zonder ToewijzingNummer '
      + 'geldt hetzelfde Product.',
    lezing: 'De bron noemt ook status 2, maar die verbiedt CS058. Zonder ToewijzingNummer nemen we het Product. '
      + 'Eerst gaan de verwijderingen van het bericht in, dan de nieuwe stops op volgorde.',
    doen: 'Verwijder eerst de eerdere tijdelijke stop, of meld een definitieve.',
  },
  {
    code: 'TR414', niveau: 3, retourcode: '9414',
    plaatsen: [['WMO307', 'StopProduct', 'Einddatum']],
    eis: 'De Einddatum van een nieuwe stop (StatusAanlevering 1) ligt niet voor de laatste Einddatum van de '
      + 'actieve stops met hetzelfde Bsn en ToewijzingNummer en dezelfde Begindatum; zonder ToewijzingNummer '
      + 'geldt hetzelfde Product.',
    lezing: 'De bron noemt geen status. Voor een verwijdering geldt de regel niet.',
    doen: 'Kies een Einddatum op of na die van de eerdere stop.',
  },
  {
    code: 'TR415', niveau: 3, retourcode: '9415',
    plaatsen: [['WMO307', 'StopProduct']],
    eis: 'Een nieuwe stop (StatusAanlevering 1) volgt niet op een actieve definitieve stop (RedenBeeindiging '
      + 'anders dan 20) met hetzelfde Bsn en ToewijzingNummer en dezelfde Begindatum; zonder ToewijzingNummer '
      + 'geldt hetzelfde Product. De verwijderingen van het bericht gaan eerst in, zodat een definitieve stop in '
      + 'een bericht te vervangen is.',
    doen: 'Verwijder eerst de definitieve stop.',
  },
];
