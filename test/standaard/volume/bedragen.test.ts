import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  bedragMinuten,
  bedragVolgensTarief,
  minutenbedragMogelijk,
  tariefPerMinuut,
} from '../../../src/standaard/volume/bedragen.js';
import { product, productGedeeld } from '../../../src/standaard/volume/geheel.js';

const GROOTSTE = 99_999_999;
const getal = fc.oneof(fc.integer({ min: 0, max: GROOTSTE }), fc.integer({ min: 0, max: 600 }));

/** Halves up by looking at what is left over, in BigInt. */
function half(teller: bigint, noemer: bigint): bigint {
  const rest = teller % noemer;
  return teller / noemer + (rest * 2n >= noemer ? 1n : 0n);
}

describe('hele getallen', () => {
  test('productGedeeld rondt exact af, ook boven 2^53', () => {
    fc.assert(
      fc.property(getal, getal, fc.integer({ min: 1, max: 1000 }), (a, b, deler) => {
        const exact = half(BigInt(a) * BigInt(b), BigInt(deler));
        const verwacht = exact > Number.MAX_SAFE_INTEGER ? Number.MAX_SAFE_INTEGER : Number(exact);
        expect(productGedeeld(a, b, deler)).toBe(verwacht);
      }),
      { numRuns: 500, examples: [[GROOTSTE, GROOTSTE, 60], [GROOTSTE, GROOTSTE, 1], [GROOTSTE, 90_071_992, 2]] },
    );
  });

  test('product is exact of het grootste veilige getal', () => {
    fc.assert(
      fc.property(getal, getal, (a, b) => {
        const exact = BigInt(a) * BigInt(b);
        const begrensd = exact > Number.MAX_SAFE_INTEGER ? Number.MAX_SAFE_INTEGER : Number(exact);
        expect(product(a, b)).toBe(begrensd);
      }),
      { examples: [[GROOTSTE, GROOTSTE], [GROOTSTE, 90_071_993], [GROOTSTE, 90_071_992], [94_906_267, 94_906_265]] },
    );
  });
});

describe('bedragen', () => {
  it('is volume maal ProductTarief, en zonder ProductTarief het volume zelf', () => {
    expect(bedragVolgensTarief(12, 6125)).toBe(73_500);
    expect(bedragVolgensTarief(12, 0)).toBe(0);
    expect(bedragVolgensTarief(73_500)).toBe(73_500);
  });

  it('rondt een half naar boven af', () => {
    expect(tariefPerMinuut(29)).toBe(0);
    expect(tariefPerMinuut(30)).toBe(1);
    expect(tariefPerMinuut(89)).toBe(1);
    expect(tariefPerMinuut(90)).toBe(2);
    expect(bedragMinuten(1, 30)).toBe(1);
    expect(bedragMinuten(1, 29)).toBe(0);
  });

  it('rekent het bedrag met het uurtarief, niet met het afgeronde minuuttarief', () => {
    // 50.00 an hour is 0.83 a minute, but an hour of minutes still costs 50.00.
    expect(bedragMinuten(5000, 60)).toBe(5000);
    expect(bedragVolgensTarief(60, tariefPerMinuut(5000))).toBe(4980);
  });

  test('een veelvoud van hele uren kost precies het uurtarief', () => {
    fc.assert(
      fc.property(getal, fc.integer({ min: 0, max: 1_000_000 }), (uurtarief, uren) => {
        expect(bedragMinuten(uurtarief, uren * 60)).toBe(Number(BigInt(uurtarief) * BigInt(uren)));
      }),
    );
  });
});

describe('minuten bij onbekend contract', () => {
  /** All hourly tariffs that round to this tariff per minute, tried one by one. */
  function geprobeerd(minuten: number, productTarief: number, bedrag: number): boolean {
    if (BigInt(bedrag) === BigInt(minuten) * BigInt(productTarief)) return true;
    for (let uurtarief = Math.max(0, productTarief * 60 - 60); uurtarief <= productTarief * 60 + 60; uurtarief += 1) {
      const past = half(BigInt(uurtarief), 60n) === BigInt(productTarief);
      if (past && half(BigInt(uurtarief) * BigInt(minuten), 60n) === BigInt(bedrag)) return true;
    }
    return false;
  }

  test('zegt hetzelfde als alle uurtarieven proberen', () => {
    const dichtbij = fc.record({
      minuten: fc.oneof(fc.integer({ min: 0, max: 200 }), getal),
      productTarief: fc.integer({ min: 0, max: 300 }),
      verschil: fc.integer({ min: -120, max: 120 }),
    });
    fc.assert(
      fc.property(dichtbij, ({ minuten, productTarief, verschil }) => {
        const bedrag = Math.max(0, minuten * productTarief + verschil);
        expect(minutenbedragMogelijk(minuten, productTarief, bedrag)).toBe(geprobeerd(minuten, productTarief, bedrag));
      }),
      { numRuns: 2000 },
    );
  });

  test('zegt hetzelfde bij willekeurige grote waarden', () => {
    fc.assert(
      fc.property(getal, getal, getal, (minuten, productTarief, bedrag) => {
        expect(minutenbedragMogelijk(minuten, productTarief, bedrag)).toBe(geprobeerd(minuten, productTarief, bedrag));
      }),
      { numRuns: 300 },
    );
  });

  test('aanvaardt elk uurtarief in hele centen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: 44_640 }), (uurtarief, minuten) => {
        const bedrag = bedragMinuten(uurtarief, minuten);
        expect(minutenbedragMogelijk(minuten, tariefPerMinuut(uurtarief), bedrag)).toBe(true);
      }),
    );
  });

  it('weigert een bedrag dat bij geen uurtarief past', () => {
    // 95 minutes at 0.83: the hourly tariff lies from 49.50 up to and including 50.09.
    expect(minutenbedragMogelijk(95, 83, bedragMinuten(4950, 95) - 1)).toBe(false);
    expect(minutenbedragMogelijk(95, 83, bedragMinuten(4950, 95))).toBe(true);
    expect(minutenbedragMogelijk(95, 83, bedragMinuten(5009, 95))).toBe(true);
    expect(minutenbedragMogelijk(95, 83, bedragMinuten(5009, 95) + 1)).toBe(false);
    expect(minutenbedragMogelijk(0, 83, 1)).toBe(false);
    expect(minutenbedragMogelijk(0, 83, 0)).toBe(true);
  });

  it('laat een bedrag tussen twee uurtarieven niet toe', () => {
    // 240 minutes: every cent of hourly tariff moves the amount by four cents.
    expect(minutenbedragMogelijk(240, 83, 4 * 5000)).toBe(true);
    expect(minutenbedragMogelijk(240, 83, 4 * 5000 + 2)).toBe(false);
  });
});
