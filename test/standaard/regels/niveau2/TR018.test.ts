import { describe, it } from 'vitest';
import { verwachtNiveau2 } from '../../../hulp/bevindingen.js';
import { met305, met307, startProduct, stopProduct } from '../../../hulp/variaties.js';

describe('TR018', () => {
  it('voldoet: Einddatum op of na de Begindatum', () => {
    for (const Einddatum of ['2026-03-03', '2026-03-04']) {
      verwachtNiveau2('WMO307', met307({ StopProducten: [{ ...stopProduct, Begindatum: '2026-03-03', Einddatum }] }));
    }
  });

  it('voldoet: een Einddatum na de Dagtekening', () => {
    verwachtNiveau2('WMO307', met307({ StopProducten: [{ ...stopProduct, Einddatum: '2026-12-31' }] }));
  });

  it.each(['1', '3'] as const)('breekt alleen TR018: einde voor begin, StatusAanlevering %s', (StatusAanlevering) => {
    const fout = { ...stopProduct, Begindatum: '2026-03-03', Einddatum: '2026-03-02', StatusAanlevering };
    verwachtNiveau2('WMO307', met307({ StopProducten: [stopProduct, fout] }),
      ['TR018', 'StopProduct', '/Client/StopProducten/StopProduct[2]/Einddatum']);
  });

  it('niet van toepassing: een start heeft geen Einddatum', () => {
    verwachtNiveau2('WMO305', met305({ StartProducten: [{ ...startProduct, Begindatum: '2026-03-04' }] }));
  });
});
