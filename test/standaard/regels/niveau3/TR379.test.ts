import { describe, it } from 'vitest';
import type { Dossier, Toewijzing, Verzoek } from '../../../../src/standaard/regels/dossier.js';
import { dossierVoor, metToewijzingen, metVerzoeken, toewijzing, verzoek } from '../../../hulp/dossiers.js';
import { verwachtNiveau34 } from '../../../hulp/niveau34.js';
import { met301, toegewezenProduct } from '../../../hulp/variaties.js';
import { ANDER_BSN, wmo301 } from '../../../hulp/voorbeelden.js';

const { referentieAanbieder } = verzoek;
const gehonoreerd: Verzoek = { ...verzoek, gehonoreerd: true };
const metReferentie = { ...toegewezenProduct, ReferentieAanbieder: referentieAanbieder };
const bericht = met301({ ToegewezenProducten: [metReferentie] });
const eerder: Toewijzing = { ...toewijzing, referentieAanbieder };
const fout = (nummer: number) =>
  ['TR379', '9379', 'ToegewezenProduct', `/Client/ToegewezenProducten/ToegewezenProduct[${nummer}]`] as const;

describe('TR379', () => {
  it('voldoet: de referentie is die van een open verzoek voor de client', () => {
    for (const antwoorden of [[], ['2'], ['2', '2']] as const) {
      verwachtNiveau34('WMO301', bericht, dossierVoor('WMO301', metVerzoeken({ ...verzoek, antwoorden })));
    }
  });

  it('voldoet: meer producten in een bericht delen de referentie van een open verzoek', () => {
    const aansluitend = {
      ...metReferentie, ToewijzingNummer: 300202, Ingangsdatum: '2027-01-01', Einddatum: '2027-12-31' };
    verwachtNiveau34('WMO301', met301({ ToegewezenProducten: [metReferentie, aansluitend] }),
      dossierVoor('WMO301', metVerzoeken(verzoek)));
  });

  it('voldoet: dezelfde versie van een toewijzing opnieuw, met dezelfde referentie', () => {
    verwachtNiveau34('WMO301', bericht,
      dossierVoor('WMO301', { ...metVerzoeken(gehonoreerd), ...metToewijzingen(eerder) }));
  });

  it.each<[wat: string, dossier: Partial<Dossier>]>([
    ['er is geen verzoek', {}],
    ['het verzoek is voor een andere client', metVerzoeken({ ...verzoek, bsn: ANDER_BSN })],
    ['het verzoek is afgewezen', metVerzoeken({ ...verzoek, antwoorden: ['1'] })],
    ['het verzoek is na onderzoek afgewezen', metVerzoeken({ ...verzoek, antwoorden: ['2', '1'] })],
    ['het verzoek is al gehonoreerd', metVerzoeken(gehonoreerd)],
    ['de referentie is van een ander verzoek', metVerzoeken({ ...verzoek, referentieAanbieder: 'REF-2026-002' })],
  ])('breekt alleen TR379: %s', (_wat, dossier) => {
    verwachtNiveau34('WMO301', bericht, dossierVoor('WMO301', dossier), fout(1));
  });

  it.each<[wat: string, anders: Partial<Toewijzing>]>([
    ['had toen geen referentie', { referentieAanbieder: undefined }],
    ['had toen een andere referentie', { referentieAanbieder: 'REF-2026-002' }],
    ['heeft een andere Toewijzingsdatum', { toewijzingsdatum: '2026-02-19' }],
    ['heeft een andere Toewijzingstijd', { toewijzingstijd: '10:15:01' }],
    ['heeft een ander nummer', { nummer: 300202 }],
  ])('breekt alleen TR379: het verzoek is gehonoreerd, en de eerdere toewijzing %s', (_wat, anders) => {
    verwachtNiveau34('WMO301', bericht,
      dossierVoor('WMO301', { ...metVerzoeken(gehonoreerd), ...metToewijzingen({ ...eerder, ...anders }) }), fout(1));
  });

  it('breekt alleen TR379 samen met TR332: de eerdere toewijzing met dit nummer is die van een ander', () => {
    for (const anders of [{ bsn: ANDER_BSN }, { aanbieder: '65656056' }]) {
      verwachtNiveau34('WMO301', bericht,
        dossierVoor('WMO301', { ...metVerzoeken(gehonoreerd), ...metToewijzingen({ ...eerder, ...anders }) }),
        ['TR332', '9332', 'ToegewezenProduct', '/Client/ToegewezenProducten/ToegewezenProduct[1]'], fout(1));
    }
  });

  it('niet van toepassing: een toewijzing zonder referentie, ook als er een verzoek openstaat', () => {
    verwachtNiveau34('WMO301', wmo301, dossierVoor('WMO301'));
    verwachtNiveau34('WMO301', wmo301, dossierVoor('WMO301', metVerzoeken(verzoek)));
  });
});
