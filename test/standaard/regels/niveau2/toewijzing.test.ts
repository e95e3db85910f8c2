import { describe, expect, it } from 'vitest';
import type { WMO301, basis } from '../../../../src/standaard/berichten/gegenereerd/index.js';
import { gevonden, type Gevonden } from '../../../hulp/niveau2.js';
import {
  aangevraagdProduct, contact, met301, met315, met317, nieuwProduct, relatie, teWijzigenProduct, toegewezenProduct,
} from '../../../hulp/variaties.js';

const PAD = '/Bericht/Client/ToegewezenProducten/ToegewezenProduct[1]';
const metProduct = (velden: Partial<WMO301.ToegewezenProduct>) =>
  gevonden('WMO301', met301({ ToegewezenProducten: [{ ...toegewezenProduct, ...velden }] }));

/** The example without an end date, which then cannot be per week (CD076). */
const { ToewijzingNummer, Product, Toewijzingsdatum, Toewijzingstijd, Ingangsdatum } = toegewezenProduct;
const zonderEinddatum = (velden: Partial<WMO301.ToegewezenProduct>) => gevonden('WMO301', met301({
  ToegewezenProducten: [{
    ToewijzingNummer, ...(Product && { Product }), Toewijzingsdatum, Toewijzingstijd, Ingangsdatum,
    Omvang: { Volume: 4, Eenheid: '04', Frequentie: '4' }, ...velden,
  }],
}));

describe('CS003', () => {
  type Beoordeel = (begin: string, eind: string) => Gevonden[];
  const IN_HET_BERICHT: readonly (readonly [klasse: string, pad: string, beoordeel: Beoordeel])[] = [
    ['ToegewezenProduct', `${PAD}/Einddatum`, (Ingangsdatum, Einddatum) => metProduct({ Ingangsdatum, Einddatum })],
    ['AangevraagdProduct', '/Bericht/Client/AangevraagdeProducten/AangevraagdProduct[1]/ToewijzingEinddatum',
      (begin, eind) => gevonden('WMO315', met315({
        AangevraagdeProducten: [{ ...aangevraagdProduct, ToewijzingIngangsdatum: begin, ToewijzingEinddatum: eind }],
      }))],
    ['NieuwProduct', '/Bericht/Client/Verzoek/NieuweProducten/NieuwProduct[1]/Einddatum', (begin, eind) =>
      gevonden('WMO317', met317({
        OngewijzigdeProducten: [{ ToewijzingNummer }],
        NieuweProducten: [{ ...nieuwProduct, GewensteIngangsdatum: begin, Einddatum: eind }],
      }))],
    ['TeWijzigenProduct', '/Bericht/Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct[1]/Einddatum', (begin, eind) =>
      gevonden('WMO317', met317({
        TeWijzigenProducten: [{ ...teWijzigenProduct, GewensteIngangsdatum: begin, Einddatum: eind }],
      }))],
    ['Contact', '/Bericht/Client/Contactgegevens/Contact[2]/Periode/Einddatum', (Begindatum, Einddatum) =>
      gevonden('WMO301', met301({
        Contactgegevens: [contact, { ...contact, Soort: '04', Periode: { Begindatum, Einddatum } }],
      }))],
    ['Contact', '/Bericht/Client/Relaties/Relatie[1]/Contact/Periode/Einddatum', (Begindatum, Einddatum) =>
      gevonden('WMO301', met301({
        Relaties: [{ ...relatie, Contact: { ...contact, Soort: '04', Periode: { Begindatum, Einddatum } } }],
      }))],
  ];

  describe.each(IN_HET_BERICHT)('%s %s', (klasse, pad, beoordeel) => {
    it.each([
      ['2026-05-01', '2026-05-01'], ['2026-12-31', '2027-01-01'], ['2028-02-29', '2028-02-29'],
      ['2028-02-29', '2028-03-01'], ['9999-12-31', '10000-01-01'],
    ])('voldoet: van %s tot en met %s', (begin, eind) => {
      expect(beoordeel(begin, eind)).toEqual([]);
    });
    it.each([
      ['2026-05-02', '2026-05-01'], ['2027-01-01', '2026-12-31'], ['2028-02-29', '2028-02-28'],
      ['2028-03-01', '2028-02-29'], ['10000-01-01', '9999-12-31'],
    ])('breekt alleen CS003: van %s tot en met %s', (begin, eind) => {
      expect(beoordeel(begin, eind)).toEqual([{ regel: 'CS003', klasse, pad }]);
    });
  });

  it('niet van toepassing: zonder einddatum, of bij een Contact zonder begindatum', () => {
    expect(zonderEinddatum({})).toEqual([]);
    const metPeriode = (Periode: basis.CDT_OpenPeriode) =>
      gevonden('WMO301', met301({ Contactgegevens: [contact, { ...contact, Soort: '04', Periode }] }));
    expect(metPeriode({ Begindatum: '2026-05-01' })).toEqual([]);
    expect(metPeriode({ Einddatum: '2026-05-01' })).toEqual([]);
  });
});

describe('CS335', () => {
  const GEBROKEN = { regel: 'CS335', klasse: 'ToegewezenProduct', pad: `${PAD}/RedenWijziging` };

  it.each(['2026-03-01', '2028-02-29', '2026-12-31'])('voldoet: RedenWijziging 13 met begin en einde op %s', (dag) => {
    expect(metProduct({ RedenWijziging: '13', Ingangsdatum: dag, Einddatum: dag })).toEqual([]);
  });
  it.each([
    ['2026-03-01', '2026-03-02'], ['2028-02-29', '2028-03-01'], ['2026-12-31', '2027-12-31'],
  ])('breekt alleen CS335: RedenWijziging 13 van %s tot en met %s', (Ingangsdatum, Einddatum) => {
    expect(metProduct({ RedenWijziging: '13', Ingangsdatum, Einddatum })).toEqual([GEBROKEN]);
  });
  it('breekt alleen CS335: RedenWijziging 13 zonder Einddatum', () => {
    expect(zonderEinddatum({ RedenWijziging: '13' })).toEqual([GEBROKEN]);
  });
  it('niet van toepassing: een andere of geen RedenWijziging', () => {
    expect(metProduct({ RedenWijziging: '05' })).toEqual([]);
    expect(zonderEinddatum({ RedenWijziging: '04' })).toEqual([]);
    expect(metProduct({})).toEqual([]);
  });
});

describe('CS336', () => {
  it.each(['02', '05', '14'] as const)('voldoet: RedenWijziging %s', (RedenWijziging) => {
    expect(metProduct({ RedenWijziging })).toEqual([]);
  });
  it('breekt alleen CS336: RedenWijziging 01, ook als begin en einde gelijk zijn', () => {
    const gebroken = [{ regel: 'CS336', klasse: 'ToegewezenProduct', pad: `${PAD}/RedenWijziging` }];
    expect(metProduct({ RedenWijziging: '01' })).toEqual(gebroken);
    expect(metProduct({ RedenWijziging: '01', Einddatum: Ingangsdatum })).toEqual(gebroken);
  });
  it('niet van toepassing: zonder RedenWijziging', () => {
    expect(metProduct({})).toEqual([]);
  });
});
