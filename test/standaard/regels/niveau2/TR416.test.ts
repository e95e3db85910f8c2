import { describe, it } from 'vitest';
import type { WMO323 } from '../../../../src/standaard/berichten/gegenereerd/index.js';
import { verwachtNiveau2 } from '../../../hulp/bevindingen.js';
import { antwoordVan, declaratieVan, declaratieVoor, prestatie } from '../../../hulp/variaties.js';
import { ANDER_BSN, BSN } from '../../../hulp/voorbeelden.js';

const eerste: WMO323.Prestatie = { ...prestatie, ProductReferentie: { ReferentieNummer: 'RN0001' } };
const tweede: WMO323.Prestatie = { ...prestatie, ProductReferentie: { ReferentieNummer: 'RN0002' } };

function credit(nummer: number): WMO323.Prestatie {
  return {
    ...prestatie, ProductReferentie: { ReferentieNummer: `CR${nummer}`, VorigReferentieNummer: `OUD${nummer}` },
    IngediendBedrag: { Bedrag: 60000, DebetCredit: 'C' },
  };
}

describe('TR416', () => {
  it.each<[string, Partial<WMO323.Prestatie>]>([
    ['ToewijzingNummer', { ToewijzingNummer: 300202 }],
    ['ProductCategorie', { ProductCategorie: '03' }],
    ['ProductCode', { ProductCode: '02A04' }],
    ['Begindatum', { ProductPeriode: { Begindatum: '2026-03-02', Einddatum: '2026-03-31' } }],
    ['Einddatum', { ProductPeriode: { Begindatum: '2026-03-01', Einddatum: '2026-03-30' } }],
  ])('voldoet: debet met verschil in %s', (_naam, anders) => {
    verwachtNiveau2('WMO323', declaratieVan(eerste, { ...tweede, ...anders }));
  });

  it('breekt alleen TR416: tweemaal debet voor hetzelfde, al verschillen volume en bedrag', () => {
    const anders = { GeleverdVolume: 5, IngediendBedrag: { Bedrag: 30000, DebetCredit: 'D' } } as const;
    verwachtNiveau2('WMO323', declaratieVan(eerste, { ...tweede, ...anders }),
      ['TR416', 'Prestatie', '/Declaratie/Clienten/Client[1]/Prestaties/Prestatie[2]']);
  });

  it('breekt alleen TR416: een credit ertussen maakt geen verschil', () => {
    verwachtNiveau2('WMO323', declaratieVan(eerste, credit(1), tweede),
      ['TR416', 'Prestatie', '/Declaratie/Clienten/Client[1]/Prestaties/Prestatie[3]']);
  });

  it('breekt alleen TR416: het Bsn hoort niet bij de vergelijking', () => {
    verwachtNiveau2('WMO323',
      declaratieVoor({ Bsn: BSN, Prestaties: [eerste] }, { Bsn: ANDER_BSN, Prestaties: [tweede] }),
      ['TR416', 'Prestatie', '/Declaratie/Clienten/Client[2]/Prestaties/Prestatie[1]']);
  });

  it('niet van toepassing: meermaals credit, en eenmaal debet, voor hetzelfde', () => {
    verwachtNiveau2('WMO323', declaratieVan(credit(1), credit(2), eerste));
  });

  it('niet van toepassing: hetzelfde in een WMO325', () => {
    verwachtNiveau2('WMO325', antwoordVan({ ...eerste, RetourCodes: ['9321'] }, { ...tweede, RetourCodes: ['9321'] }));
  });
});
