import { describe, it } from 'vitest';
import { verwachtNiveau2 } from '../../../hulp/bevindingen.js';
import { aangevraagdProduct, met315 } from '../../../hulp/variaties.js';
import { wmo317 } from '../../../hulp/voorbeelden.js';

const later = { ...aangevraagdProduct, ToewijzingIngangsdatum: '2027-01-01', ToewijzingEinddatum: '2027-12-31' };
const pad = '/Client/AangevraagdeProducten/AangevraagdProduct[2]/ReferentieAanbieder';

describe('TR383', () => {
  it('voldoet: elk een eigen ReferentieAanbieder', () => {
    const ander = { ...later, ReferentieAanbieder: 'REF-2' };
    verwachtNiveau2('WMO315', met315({ AangevraagdeProducten: [aangevraagdProduct, ander] }));
  });

  it('breekt alleen TR383 samen met TR101: de referentie is ook de hele sleutel', () => {
    verwachtNiveau2('WMO315', met315({ AangevraagdeProducten: [aangevraagdProduct, later] }),
      ['TR101', 'AangevraagdProduct', pad], ['TR383', 'AangevraagdProduct', pad]);
  });

  it('niet van toepassing: een WMO317 heeft een enkele ReferentieAanbieder', () => {
    verwachtNiveau2('WMO317', wmo317);
  });
});
