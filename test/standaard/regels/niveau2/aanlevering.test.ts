import { describe, expect, it } from 'vitest';
import type { basis } from '../../../../src/standaard/berichten/gegenereerd/index.js';
import { gevonden } from '../../../hulp/niveau2.js';
import { met305, met307, startProduct, stopProduct } from '../../../hulp/variaties.js';
import { wmo315 } from '../../../hulp/voorbeelden.js';

type Status = basis.LDT_StatusAanlevering;

describe('CS058', () => {
  const IN_HET_BERICHT = [
    ['StartProduct', '/Bericht/Client/StartProducten/StartProduct[1]', (StatusAanlevering: Status) =>
      gevonden('WMO305', met305({ StartProducten: [{ ...startProduct, StatusAanlevering }] }))],
    ['StopProduct', '/Bericht/Client/StopProducten/StopProduct[1]', (StatusAanlevering: Status) =>
      gevonden('WMO307', met307({ StopProducten: [{ ...stopProduct, StatusAanlevering }] }))],
  ] as const;

  describe.each(IN_HET_BERICHT)('%s', (klasse, pad, beoordeel) => {
    it.each(['1', '3'] as const)('voldoet: StatusAanlevering %s', (status) => {
      expect(beoordeel(status)).toEqual([]);
    });
    it.each(['2', '9'] as const)('breekt alleen CS058: StatusAanlevering %s', (status) => {
      expect(beoordeel(status)).toEqual([{ regel: 'CS058', klasse, pad: `${pad}/StatusAanlevering` }]);
    });
  });
  it('niet van toepassing: een bericht zonder aanleveringen', () => {
    expect(gevonden('WMO315', wmo315)).toEqual([]);
  });
});
