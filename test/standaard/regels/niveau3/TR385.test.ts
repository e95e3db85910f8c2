import { describe, it } from 'vitest';
import type { Gedeclareerd } from '../../../../src/standaard/regels/dossier.js';
import { dossierVoor, metToewijzingen, toewijzing } from '../../../hulp/dossiers.js';
import { verwachtNiveau34 } from '../../../hulp/niveau34.js';
import { met301, toegewezenProduct } from '../../../hulp/variaties.js';

const verwijderd = met301({ ToegewezenProducten: [{
  ...toegewezenProduct, Einddatum: toegewezenProduct.Ingangsdatum, RedenWijziging: '13', Toewijzingsdatum: '2026-03-01',
}] });
const gedeclareerd: Gedeclareerd = { volumes: new Map([['04', 10]]), bedrag: 60_000, totEnMet: '2026-03-31' };
const opToewijzing = (nummer: number, delen: Partial<Gedeclareerd> = {}) => ({
  ...metToewijzingen(toewijzing), gedeclareerd: new Map([[nummer, { ...gedeclareerd, ...delen }]]),
});

describe('TR385', () => {
  it('voldoet: op de toewijzing staat geen goedgekeurd debet dat niet is gecrediteerd', () => {
    verwachtNiveau34('WMO301', verwijderd, dossierVoor('WMO301', metToewijzingen(toewijzing)));
    verwachtNiveau34('WMO301', verwijderd,
      dossierVoor('WMO301', opToewijzing(300201, { volumes: new Map(), bedrag: 0, totEnMet: undefined })));
  });

  it('breekt alleen TR385: op de toewijzing staat zo een debet', () => {
    for (const delen of [{}, { volumes: new Map([['04', 0]]), bedrag: 0 }]) {
      verwachtNiveau34('WMO301', verwijderd, dossierVoor('WMO301', opToewijzing(300201, delen)),
        ['TR385', '9385', 'ToegewezenProduct', '/Client/ToegewezenProducten/ToegewezenProduct[1]']);
    }
  });

  it('niet van toepassing: een andere reden of geen, of gedeclareerd op een andere toewijzing', () => {
    for (const reden of [{}, { RedenWijziging: '05' }] as const) {
      verwachtNiveau34('WMO301', met301({ ToegewezenProducten: [{ ...toegewezenProduct, ...reden }] }),
        dossierVoor('WMO301', opToewijzing(300201)));
    }
    verwachtNiveau34('WMO301', verwijderd, dossierVoor('WMO301', opToewijzing(300202)));
  });
});
