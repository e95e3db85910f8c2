import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { type Datum, overlapt, type Periode } from '../../src/standaard/datum.js';

describe('overlapt', () => {
  const eens = (a: Periode, b: Periode): boolean => {
    expect(overlapt(b, a)).toBe(overlapt(a, b));
    return overlapt(a, b);
  };

  it('telt beide einden mee', () => {
    const januari = { begindatum: '2025-01-01', einddatum: '2025-01-31' };
    expect(eens(januari, { begindatum: '2025-01-31', einddatum: '2025-02-28' })).toBe(true);
    expect(eens(januari, { begindatum: '2025-02-01', einddatum: '2025-02-28' })).toBe(false);
    expect(eens(januari, { begindatum: '2025-01-15', einddatum: '2025-01-15' })).toBe(true);
  });

  it('leest een afwezige einddatum als zonder einde', () => {
    const vanafMaart = { begindatum: '2025-03-01' };
    expect(eens(vanafMaart, { begindatum: '2030-01-01' })).toBe(true);
    expect(eens(vanafMaart, { begindatum: '2025-01-01', einddatum: '2025-03-01' })).toBe(true);
    expect(eens(vanafMaart, { begindatum: '2025-01-01', einddatum: '2025-02-28' })).toBe(false);
    expect(eens(vanafMaart, { begindatum: '12025-01-01', einddatum: undefined })).toBe(true);
  });

  it('geeft een periode zonder dagen nooit overlap', () => {
    const leeg = { begindatum: '2025-03-02', einddatum: '2025-03-01' };
    expect(eens(leeg, { begindatum: '2025-01-01' })).toBe(false);
    expect(eens(leeg, leeg)).toBe(false);
  });

  it('is hetzelfde als een gedeelde dag', () => {
    const eerste = Temporal.PlainDate.from('2024-02-20');
    const venster = 20;
    const einde = fc.option(fc.integer({ min: 0, max: venster }), { nil: undefined });
    const stuk = fc.record({ van: fc.integer({ min: 0, max: venster }), tot: einde });
    const datum = (stap: number): Datum => eerste.add({ days: stap }).toString();
    const periode = ({ van, tot }: { van: number; tot: number | undefined }): Periode => ({
      begindatum: datum(van),
      einddatum: tot === undefined ? undefined : datum(tot),
    });
    fc.assert(
      fc.property(stuk, stuk, (a, b) => {
        let gedeeld = false;
        for (let stap = 0; stap <= venster; stap += 1) {
          const inA = a.van <= stap && stap <= (a.tot ?? venster);
          const inB = b.van <= stap && stap <= (b.tot ?? venster);
          gedeeld ||= inA && inB;
        }
        expect(overlapt(periode(a), periode(b))).toBe(gedeeld);
      }),
    );
  });
});
