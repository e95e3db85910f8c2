import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { afrondenUren, eenheidPast, inVergelijkingseenheid } from '../../../src/standaard/volume/eenheden.js';
import type { Eenheid } from '../../../src/standaard/volume/omvang.js';

const EENHEDEN: readonly Eenheid[] = ['01', '04', '14', '16', '82', '83', '84'];

describe('eenheden', () => {
  it('staat alleen dezelfde eenheid toe, en minuten op een toewijzing in uren', () => {
    const passend: string[] = [];
    for (const toewijzing of EENHEDEN) {
      for (const prestatie of EENHEDEN) {
        const past = eenheidPast(toewijzing, prestatie);
        if (toewijzing !== prestatie && past) passend.push(`${prestatie} op ${toewijzing}`);
        expect(inVergelijkingseenheid(1, prestatie, toewijzing) === undefined).toBe(!past);
      }
      expect(eenheidPast(toewijzing, toewijzing)).toBe(true);
    }
    expect(passend).toEqual(['01 op 04']);
  });

  it('vergelijkt op een toewijzing in uren in minuten, en verder in de eigen eenheid', () => {
    expect(inVergelijkingseenheid(15, '04', '04')).toBe(900);
    expect(inVergelijkingseenheid(900, '01', '04')).toBe(900);
    expect(inVergelijkingseenheid(900, '01', '01')).toBe(900);
    expect(inVergelijkingseenheid(3, '16', '16')).toBe(3);
    expect(inVergelijkingseenheid(99_999_999, '04', '04')).toBe(5_999_999_940);
  });
});

describe('afrondenUren', () => {
  it('meldt minstens een uur zodra er iets geleverd is', () => {
    expect([0, 1, 29, 30, 60, 89, 90].map(afrondenUren)).toEqual([0, 1, 1, 1, 1, 1, 2]);
  });

  test('ligt vanaf een uur hooguit een half uur van de geleverde tijd', () => {
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 99_999_999 }), (minuten) => {
        const verschil = afrondenUren(minuten) * 60 - minuten;
        expect(verschil).toBeGreaterThan(-30);
        expect(verschil).toBeLessThanOrEqual(30);
      }),
    );
  });
});
