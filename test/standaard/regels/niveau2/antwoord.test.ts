import { describe, expect, it } from 'vitest';
import type { WMO319 } from '../../../../src/standaard/berichten/gegenereerd/index.js';
import { gevonden } from '../../../hulp/niveau2.js';
import { wmo319 } from '../../../hulp/voorbeelden.js';

const { ReferentieAanbieder } = wmo319.Antwoord;
const metAntwoord = (antwoord: Omit<WMO319.Antwoord, 'ReferentieAanbieder'>) =>
  gevonden('WMO319', { ...wmo319, Antwoord: { ReferentieAanbieder, ...antwoord } });
const PLAATS = { klasse: 'Antwoord', pad: '/Bericht/Antwoord/RedenAfwijzingVerzoek' };

describe('CD085', () => {
  it('voldoet: afgewezen met reden', () => {
    expect(metAntwoord({ VerzoekAntwoord: '1', RedenAfwijzingVerzoek: '3' })).toEqual([]);
  });
  it('breekt alleen CD085: afgewezen zonder reden', () => {
    expect(metAntwoord({ VerzoekAntwoord: '1' })).toEqual([{ regel: 'CD085', ...PLAATS }]);
  });
  it('niet van toepassing: in onderzoek', () => {
    expect(metAntwoord({ VerzoekAntwoord: '2' })).toEqual([]);
  });
});

describe('CD086', () => {
  it('voldoet: in onderzoek zonder reden', () => {
    expect(metAntwoord({ VerzoekAntwoord: '2' })).toEqual([]);
  });
  it('breekt alleen CD086: in onderzoek met reden', () => {
    expect(metAntwoord({ VerzoekAntwoord: '2', RedenAfwijzingVerzoek: '3' })).toEqual([{ regel: 'CD086', ...PLAATS }]);
  });
  it('niet van toepassing: afgewezen', () => {
    expect(metAntwoord({ VerzoekAntwoord: '1', RedenAfwijzingVerzoek: '3' })).toEqual([]);
  });
});
