/** The rules of level 3 that the aanbieder checks on the answer to a claim (WMO325); no return message follows. */
import type { Catalogusregel } from './catalogusregel.js';

export const DECLARATIEANTWOORDEN: readonly Catalogusregel[] = [
  {
    code: 'TR337', niveau: 3,
    plaatsen: [['WMO325', 'Header', 'DeclaratieIdentificatie']],
    eis: 'DeclaratieIdentificatie (Identificatie en Dagtekening) is de BerichtIdentificatie van een WMO323 dat de '
      + 'aanbieder aan deze gemeente stuurde.',
    lezing: 'Er is geen retourcode en geen retourbericht. We leggen de fout vast; partijen lossen haar buiten het '
      + 'berichtenverkeer op.',
    doen: 'Vraag de gemeente op welke declaratie dit het antwoord is.',
  },
  {
    code: 'TR366', niveau: 3, retourcode: '9366',
    plaatsen: [['WMO325', 'Prestatie', 'ProductReferentie']],
    eis: 'Het WMO323 waarop dit het antwoord is, bevat een prestatie met hetzelfde ReferentieNummer en hetzelfde '
      + 'VorigReferentieNummer. De aanbieder voert deze toets uit.',
    lezing: 'Omdat er geen retourbericht is, dient de retourcode alleen voor eigen gebruik.',
    doen: 'Meld de gemeente welke prestatie niet is gedeclareerd.',
  },
  {
    code: 'TR367', niveau: 3, retourcode: '9367',
    plaatsen: [
      ['WMO325', 'Prestatie', 'ToewijzingNummer'], ['WMO325', 'Prestatie', 'ProductCategorie'],
      ['WMO325', 'Prestatie', 'ProductCode'], ['WMO325', 'Prestatie', 'ProductPeriode'],
      ['WMO325', 'Prestatie', 'GeleverdVolume'], ['WMO325', 'Prestatie', 'Eenheid'],
      ['WMO325', 'Prestatie', 'ProductTarief'], ['WMO325', 'Prestatie', 'IngediendBedrag'],
    ],
    eis: 'Elk van deze elementen is gelijk aan dat van de prestatie met dezelfde ProductReferentie in het WMO323. '
      + 'Faalt TR366 al, dan toetsen we niet. De aanbieder voert deze toets uit.',
    lezing: 'De bron noemt geen elementen. We vergelijken alles wat uit de declaratie is overgenomen.',
    doen: 'Meld de gemeente welke waarde afwijkt.',
  },
  {
    code: 'TR371', niveau: 3,
    plaatsen: [['WMO325', 'Header', 'XsdVersieDeclaratie']],
    eis: 'XsdVersieDeclaratie (BasisschemaXsdVersie en BerichtXsdVersie) is de XsdVersie uit de Header van het '
      + 'WMO323 waarop dit het antwoord is. De aanbieder voert deze toets uit.',
    doen: 'Meld het verschil aan de gemeente.',
  },
  {
    code: 'TR376', niveau: 3,
    plaatsen: [['WMO325', 'DeclaratieAntwoord', 'DeclaratieNummer']],
    eis: 'DeclaratieNummer is dat van de declaratie in het WMO323 waarop dit het antwoord is. Zonder '
      + 'DeclaratieAntwoord is er niets te toetsen. De aanbieder voert deze toets uit.',
    doen: 'Meld het verschil aan de gemeente.',
  },
];
