/** When a delivery that failed is tried again. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BEZORGTIJD_S, leesRetryAfter, wachttijd } from '../../../src/verwerking/bezorgen/herhalen.js';

const toeval = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const pogingen = fc.integer({ min: 1, max: 2000 });

describe('de wachttijd', () => {
  it('begint met seconden, wordt telkens langer en nooit langer dan enkele uren', () => {
    const langste = Array.from({ length: 40 }, (_, i) => wachttijd(i + 1, 0.999999));
    expect(langste[0]).toBeLessThanOrEqual(10);
    expect(langste.at(-1)).toBeGreaterThan(3600);
    expect(langste.at(-1)).toBeLessThanOrEqual(6 * 3600);
    for (const [i, wacht] of langste.entries()) if (i > 0) expect(wacht).toBeGreaterThanOrEqual(langste[i - 1] ?? 0);
  });

  it('is met toeval gespreid, en nooit minder dan de helft', () => {
    fc.assert(fc.property(pogingen, toeval, (n, x) => {
      const [kortste, langste] = [wachttijd(n, 0), wachttijd(n, 0.999999)];
      const wacht = wachttijd(n, x);
      expect(wacht).toBeGreaterThanOrEqual(kortste);
      expect(wacht).toBeLessThanOrEqual(kortste * 2);
      expect(langste).toBeGreaterThan(kortste * 1.9);
    }));
  });

  it('is nooit korter dan de ontvanger vraagt, en nooit langer dan er wordt geprobeerd', () => {
    fc.assert(fc.property(pogingen, toeval, fc.integer({ min: 0, max: 10 * BEZORGTIJD_S }), (n, x, gevraagd) => {
      const wacht = wachttijd(n, x, gevraagd);
      expect(wacht).toBeGreaterThanOrEqual(Math.min(gevraagd, BEZORGTIJD_S));
      expect(wacht).toBeLessThanOrEqual(Math.max(BEZORGTIJD_S, wachttijd(n, x)));
    }));
  });

  it('past tientallen keren in de drie dagen', () => {
    let [som, keren] = [0, 0];
    while (som < BEZORGTIJD_S) som += wachttijd(++keren, 0.5);
    expect(keren).toBeGreaterThan(20);
    expect(keren).toBeLessThan(100);
  });
});

describe('Retry-After', () => {
  const nu = new Date('2026-06-30T10:00:00.500Z');
  it.each([
    ['120', 120], ['0', 0], ['Tue, 30 Jun 2026 10:05:00 GMT', 300], ['Tue, 30 Jun 2026 09:00:00 GMT', 0],
    [undefined, undefined], ['', undefined], ['-1', undefined], ['1.5', undefined], ['morgen', undefined], ['2026-07-01', undefined],
    ['99999999999', undefined], ['Abc, 99 Def 2026 10:05:00 GMT', undefined],
  ])('%s is %s', (waarde, seconden) => { expect(leesRetryAfter(waarde, nu)).toBe(seconden); });
});
