import { describe, expect, it } from 'vitest';
import type { WMO315, basis } from '../../../../src/standaard/berichten/gegenereerd/index.js';
import { gevonden } from '../../../hulp/niveau2.js';
import { aangevraagdProduct, met315 } from '../../../hulp/variaties.js';

const PAD = '/Bericht/Client/AangevraagdeProducten/AangevraagdProduct[1]';
const metProduct = (velden: Partial<WMO315.AangevraagdProduct>) =>
  gevonden('WMO315', met315({ AangevraagdeProducten: [{ ...aangevraagdProduct, ...velden }] }));
const metVerwijzer = (Verwijzer: basis.CDT_Verwijzer) => metProduct({ Verwijzer });

const ZorgverlenerCode = '01234567';
const Naam = 'Praktijk De Brug';
const MET_CODE_OF_NAAM = ['02', '03', '04', '05'] as const;
const ANDERE = ['01', '06', '08'] as const;

describe('CD043', () => {
  const GEBROKEN = { regel: 'CD043', klasse: 'AangevraagdProduct', pad: `${PAD}/BeschikkingIngangsdatum` };

  it('voldoet: BeschikkingNummer en BeschikkingIngangsdatum samen', () => {
    expect(metProduct({ BeschikkingNummer: 0, BeschikkingIngangsdatum: '2026-02-01' })).toEqual([]);
  });
  it('breekt alleen CD043: een van beide', () => {
    expect(metProduct({ BeschikkingNummer: 0 })).toEqual([GEBROKEN]);
    expect(metProduct({ BeschikkingNummer: 4711 })).toEqual([GEBROKEN]);
    expect(metProduct({ BeschikkingIngangsdatum: '2026-02-01' })).toEqual([GEBROKEN]);
  });
  it('niet van toepassing: geen van beide', () => {
    expect(metProduct({})).toEqual([]);
  });
});

describe('CD066', () => {
  it.each(MET_CODE_OF_NAAM)('voldoet: alleen een ZorgverlenerCode bij Type %s', (Type) => {
    expect(metVerwijzer({ Type, ZorgverlenerCode })).toEqual([]);
  });
  it.each(MET_CODE_OF_NAAM)('breekt alleen CD066: ZorgverlenerCode en Naam bij Type %s', (Type) => {
    expect(metVerwijzer({ Type, ZorgverlenerCode, Naam }))
      .toEqual([{ regel: 'CD066', klasse: 'AangevraagdProduct', pad: `${PAD}/Verwijzer/Naam` }]);
  });
  it.each(MET_CODE_OF_NAAM)('niet van toepassing: geen ZorgverlenerCode bij Type %s', (Type) => {
    expect(metVerwijzer({ Type, Naam })).toEqual([]);
  });
  it.each(ANDERE)('niet van toepassing: Type %s met beide breekt alleen CD068, dat de code weert', (Type) => {
    expect(metVerwijzer({ Type, ZorgverlenerCode, Naam }))
      .toEqual([{ regel: 'CD068', klasse: 'AangevraagdProduct', pad: `${PAD}/Verwijzer/ZorgverlenerCode` }]);
  });
});

describe('CD067', () => {
  it.each(MET_CODE_OF_NAAM)('voldoet: alleen een Naam bij Type %s', (Type) => {
    expect(metVerwijzer({ Type, Naam })).toEqual([]);
  });
  it.each(MET_CODE_OF_NAAM)('breekt alleen CD067: ZorgverlenerCode noch Naam bij Type %s', (Type) => {
    expect(metVerwijzer({ Type }))
      .toEqual([{ regel: 'CD067', klasse: 'AangevraagdProduct', pad: `${PAD}/Verwijzer/Naam` }]);
  });
  it.each(ANDERE)('niet van toepassing: Type %s zonder beide', (Type) => {
    expect(metVerwijzer({ Type })).toEqual([]);
  });
  it('niet van toepassing: een ZorgverlenerCode is er al', () => {
    expect(metVerwijzer({ Type: '02', ZorgverlenerCode })).toEqual([]);
  });
});

describe('CD068', () => {
  it.each(ANDERE)('voldoet: geen ZorgverlenerCode bij Type %s, met of zonder Naam', (Type) => {
    expect(metVerwijzer({ Type })).toEqual([]);
    expect(metVerwijzer({ Type, Naam })).toEqual([]);
  });
  it.each(ANDERE)('breekt alleen CD068: ZorgverlenerCode bij Type %s', (Type) => {
    expect(metVerwijzer({ Type, ZorgverlenerCode }))
      .toEqual([{ regel: 'CD068', klasse: 'AangevraagdProduct', pad: `${PAD}/Verwijzer/ZorgverlenerCode` }]);
  });
  it.each(MET_CODE_OF_NAAM)('niet van toepassing: Type %s', (Type) => {
    expect(metVerwijzer({ Type, ZorgverlenerCode })).toEqual([]);
  });
});
