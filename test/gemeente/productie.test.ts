import { describe, expect, it } from 'vitest';
import { groei, vorigePeriode, type Splitsing } from '../../src/gemeente/productie.js';

describe('de periode ervoor', () => {
  it.each<[string | undefined, string | undefined, Splitsing[], ReturnType<typeof vorigePeriode>]>([
    ['2026-01-01', '2026-02-01', ['product'], { maanden: 1 }],
    ['2026-01-01', '2027-01-01', ['aanbieder'], { maanden: 12 }],
    ['2026-01-15', '2026-03-15', ['product'], { maanden: 2 }],
    ['2026-01-01', '2026-01-08', ['product'], { dagen: 7 }],
    ['2026-01-01', '2027-01-01', ['maand'], { maanden: 1 }],
    [undefined, '2026-01-01', ['maand', 'product'], { maanden: 1 }],
    [undefined, '2026-01-01', ['product'], undefined],
    ['2026-01-01', undefined, ['product'], undefined],
  ])('van %s tot %s per %s', (vanaf, tot, per, verwacht) => {
    expect(vorigePeriode({ gemeente: '0363', vanaf, tot, per: new Set(per) })).toEqual(verwacht);
  });
});

describe('groei', () => {
  it('is in procenten met één decimaal, en er alleen als er iets was om van te groeien', () => {
    expect([groei(150, 100), groei(0, 100), groei(2, 3), groei(100, 100)]).toEqual([50, -100, -33.3, 0]);
    expect([groei(5, 0), groei(5, -100)]).toEqual([undefined, undefined]);
  });
});
