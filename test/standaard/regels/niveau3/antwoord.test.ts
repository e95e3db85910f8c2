import { describe, it } from 'vitest';
import type { WMO319 } from '../../../../src/standaard/berichten/gegenereerd/index.js';
import type { Verzoek } from '../../../../src/standaard/regels/dossier.js';
import { dossierVoor, metVerzoeken, verzoek } from '../../../hulp/dossiers.js';
import { verwachtNiveau34 } from '../../../hulp/niveau34.js';
import { wmo319 } from '../../../hulp/voorbeelden.js';

const inOnderzoek: WMO319.Bericht = wmo319;
const afwijzing: WMO319.Bericht = {
  ...wmo319, Antwoord: { ...wmo319.Antwoord, VerzoekAntwoord: '1', RedenAfwijzingVerzoek: '2' } };

/** An answer to this request breaks these rules. */
function verwacht(bericht: WMO319.Bericht, anders: Partial<Verzoek>, ...regels: readonly string[]): void {
  verwachtNiveau34('WMO319', bericht, dossierVoor('WMO319', metVerzoeken({ ...verzoek, ...anders })),
    ...regels.map((regel) => [regel, regel.replace('TR', '9'), 'Antwoord', '/Antwoord'] as const));
}

describe('TR355', () => {
  it('voldoet: de aanbieder heeft een verzoek met deze referentie gestuurd', () => {
    verwacht(inOnderzoek, {});
    verwacht(afwijzing, {});
  });

  it('breekt alleen TR355: er is geen verzoek met deze referentie', () => {
    for (const bericht of [inOnderzoek, afwijzing]) verwacht(bericht, { referentieAanbieder: 'REF-2026-002' }, 'TR355');
  });

  it('niet van toepassing: wat er met het verzoek is gebeurd, is voor andere regels', () => {
    verwacht(afwijzing, { antwoorden: ['2'] });
  });
});

describe('TR359', () => {
  it('voldoet: op het verzoek is nog niets toegewezen', () => {
    verwacht(inOnderzoek, { gehonoreerd: false });
    verwacht(afwijzing, { antwoorden: ['2'], gehonoreerd: false });
  });

  it('breekt alleen TR359: op het verzoek is toegewezen', () => {
    verwacht(inOnderzoek, { gehonoreerd: true }, 'TR359');
    verwacht(afwijzing, { antwoorden: ['2'], gehonoreerd: true }, 'TR359');
  });

  it('niet van toepassing: een ander verzoek is gehonoreerd', () => {
    verwachtNiveau34('WMO319', inOnderzoek, dossierVoor('WMO319',
      metVerzoeken(verzoek, { ...verzoek, referentieAanbieder: 'REF-2026-002', gehonoreerd: true })));
  });
});

describe('TR360', () => {
  it('voldoet: in onderzoek is het eerste antwoord', () => {
    verwacht(inOnderzoek, { antwoorden: [] });
  });

  it('breekt alleen TR360: het verzoek is al in onderzoek', () => {
    verwacht(inOnderzoek, { antwoorden: ['2'] }, 'TR360');
  });

  it('breekt alleen TR360 samen met TR365: het verzoek is al afgewezen', () => {
    verwacht(inOnderzoek, { antwoorden: ['1'] }, 'TR360', 'TR365');
  });

  it('niet van toepassing: een afwijzing', () => {
    verwacht(afwijzing, { antwoorden: ['2'] });
  });
});

describe('TR365', () => {
  it('voldoet: alle eerdere antwoorden namen het verzoek in onderzoek', () => {
    verwacht(afwijzing, { antwoorden: ['2'] });
    verwacht(afwijzing, { antwoorden: ['2', '2'] });
  });

  it('breekt alleen TR365: het verzoek is al afgewezen', () => {
    for (const antwoorden of [['1'], ['2', '1'], ['1', '2']] as const) verwacht(afwijzing, { antwoorden }, 'TR365');
  });

  it('niet van toepassing: er is nog geen antwoord', () => {
    verwacht(afwijzing, { antwoorden: [] });
  });
});
