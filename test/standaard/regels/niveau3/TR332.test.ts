import { describe, it } from 'vitest';
import type { Toewijzing } from '../../../../src/standaard/regels/dossier.js';
import { dossierVoor, metToewijzingen, toewijzing } from '../../../hulp/dossiers.js';
import { verwachtNiveau34 } from '../../../hulp/niveau34.js';
import { met301, toegewezenProduct, zonder } from '../../../hulp/variaties.js';
import { ANDER_BSN, wmo301 } from '../../../hulp/voorbeelden.js';

const FOUT = ['TR332', '9332', 'ToegewezenProduct', '/Client/ToegewezenProducten/ToegewezenProduct[1]'] as const;

describe('TR332', () => {
  it('voldoet: het nummer is nieuw, of van dezelfde toewijzing', () => {
    verwachtNiveau34('WMO301', wmo301, dossierVoor('WMO301'));
    verwachtNiveau34('WMO301', wmo301, dossierVoor('WMO301', metToewijzingen(toewijzing)));
  });

  it('voldoet: al het andere van een toewijzing mag veranderen', () => {
    const gewijzigd: Toewijzing = {
      ...toewijzing, toewijzingsdatum: '2026-01-05', toewijzingstijd: '09:00:00', einddatum: undefined,
      redenWijziging: '05', volume: 2, eenheid: '01', frequentie: '4', budget: 100, referentieAanbieder: 'REF',
    };
    verwachtNiveau34('WMO301', wmo301, dossierVoor('WMO301', metToewijzingen(gewijzigd)));
  });

  it('voldoet: beide zonder Product', () => {
    const generiek = { ...zonder(toegewezenProduct, 'Product', 'Omvang'), Budget: 100_000 };
    verwachtNiveau34('WMO301', met301({ ToegewezenProducten: [generiek] }),
      dossierVoor('WMO301', metToewijzingen({ ...toewijzing, categorie: undefined, code: undefined })));
    verwachtNiveau34('WMO301', met301({ ToegewezenProducten: [generiek] }),
      dossierVoor('WMO301', metToewijzingen(toewijzing)), FOUT);
  });

  it.each<[wat: string, anders: Partial<Toewijzing>]>([
    ['aanbieder', { aanbieder: '65656056' }], ['client', { bsn: ANDER_BSN }], ['categorie', { categorie: '03' }],
    ['code', { code: '02A04' }], ['product zonder Code', { code: undefined }],
    ['Ingangsdatum', { ingangsdatum: '2026-03-02' }],
  ])('breekt alleen TR332: het nummer is gebruikt voor andere %s', (_wat, anders) => {
    verwachtNiveau34('WMO301', wmo301, dossierVoor('WMO301', metToewijzingen({ ...toewijzing, ...anders })), FOUT);
  });

  it('niet van toepassing: een andere toewijzing dan die met dit nummer', () => {
    verwachtNiveau34('WMO301', wmo301,
      dossierVoor('WMO301', metToewijzingen({ ...toewijzing, nummer: 300202, bsn: ANDER_BSN })));
  });
});
