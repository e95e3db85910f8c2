import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  type Datum,
  dagnummer,
  eersteVanMaand,
  isDatum,
  isoWeek,
  isoWeekIndex,
  isZondag,
  laatsteVanMaand,
  maandnummer,
  na,
  opOfVoor,
  plusDagen,
  plusJaren,
  vergelijk,
  weekVanDag,
  zelfdeMaand,
  zondagOpOfVoor,
} from '../../src/standaard/datum.js';

const BEGIN = Temporal.PlainDate.from('1970-01-01');

function alsDatum(dag: Temporal.PlainDate): Datum {
  const jaar = String(Math.abs(dag.year)).padStart(4, '0');
  return `${dag.year < 0 ? '-' : ''}${jaar}${dag.toString().slice(-6)}`;
}

function dagenTussen(van: string, totEnMet: string): fc.Arbitrary<Temporal.PlainDate> {
  const eerste = Temporal.PlainDate.from(van);
  const aantal = eerste.until(totEnMet, { largestUnit: 'day' }).days;
  return fc.integer({ min: 0, max: aantal }).map((stap) => eerste.add({ days: stap }));
}

const gewoneDag = dagenTussen('0001-01-01', '9999-12-31');
const verreDag = dagenTussen('-271000-01-01', '+275000-12-31').filter((dag) => dag.year !== 0);
/** Days where calendars go wrong: the turn of February and the turn of the year. */
const randDag = fc
  .record({
    jaar: fc.integer({ min: 2, max: 9998 }),
    maand: fc.constantFrom(1, 3),
    verschil: fc.integer({ min: -5, max: 5 }),
  })
  .map(({ jaar, maand, verschil }) => {
    return Temporal.PlainDate.from({ year: jaar, month: maand, day: 1 }).add({ days: verschil });
  });
const dag = fc.oneof(gewoneDag, randDag, verreDag);

/** Ascending; all schema-valid in form, and the outer ones beyond what Temporal can hold. */
const OPLOPEND: Datum[] = [
  '-99999999999999999999-06-01',
  '-99999999999999999998-05-01',
  '-500000-01-01',
  '-12025-12-31',
  '-0045-12-31',
  '-0044-03-15',
  '-0044-03-16',
  '-0044-04-01',
  '-0001-12-31',
  '0001-01-01',
  '0999-12-31',
  '2024-02-29',
  '9999-12-31',
  '10000-01-01',
  '12025-01-01',
  '275761-01-01',
  '500000-01-01',
  '99999999999999999998-12-31',
  '99999999999999999999-01-01',
];

describe('vergelijk', () => {
  test('zet elke geldige datum op zijn plaats, ook buiten het bereik van Temporal', () => {
    for (const [i, a] of OPLOPEND.entries()) {
      for (const [j, b] of OPLOPEND.entries()) {
        expect([a, b, Math.sign(vergelijk(a, b))]).toEqual([a, b, Math.sign(i - j)]);
      }
    }
  });

  test('is de volgorde van Temporal', () => {
    fc.assert(
      fc.property(dag, dag, (a, b) => {
        const verwacht = Temporal.PlainDate.compare(a, b);
        expect(Math.sign(vergelijk(alsDatum(a), alsDatum(b)))).toBe(verwacht);
        expect(opOfVoor(alsDatum(a), alsDatum(b))).toBe(verwacht <= 0);
        expect(na(alsDatum(a), alsDatum(b))).toBe(verwacht > 0);
      }),
    );
  });

  test('onderscheidt buurdagen', () => {
    fc.assert(
      fc.property(dag, (a) => {
        const morgen = a.add({ days: 1 });
        fc.pre(morgen.year !== 0);
        expect(na(alsDatum(morgen), alsDatum(a))).toBe(true);
        expect(opOfVoor(alsDatum(morgen), alsDatum(a))).toBe(false);
        expect(opOfVoor(alsDatum(a), alsDatum(a))).toBe(true);
      }),
    );
  });
});

describe('rekenen met dagen', () => {
  test('dagnummer telt als Temporal', () => {
    fc.assert(
      fc.property(dag, (a) => {
        expect(dagnummer(alsDatum(a))).toBe(BEGIN.until(a, { largestUnit: 'day' }).days);
      }),
      { numRuns: 1000 },
    );
  });

  test('dagnummer klopt op elke dag van gewone, schrikkel- en eeuwjaren', () => {
    for (const jaar of [1, 4, 100, 400, 1899, 1900, 2000, 2023, 2024, 2100, 9999]) {
      let lopend = Temporal.PlainDate.from({ year: jaar, month: 1, day: 1 });
      let nummer = BEGIN.until(lopend, { largestUnit: 'day' }).days;
      for (; lopend.year === jaar; lopend = lopend.add({ days: 1 }), nummer += 1) {
        expect(dagnummer(alsDatum(lopend))).toBe(nummer);
      }
    }
  });

  test('plusDagen, plusJaren en de maandgrenzen rekenen als Temporal', () => {
    const aantalDagen = fc.integer({ min: -500_000, max: 500_000 });
    const aantalJaren = fc.integer({ min: -500, max: 500 });
    const midden = fc.oneof(gewoneDag, randDag, dagenTussen('-200000-01-01', '+200000-01-01'));
    fc.assert(
      fc.property(midden, aantalDagen, aantalJaren, (a, dagen, jaren) => {
        const datum = alsDatum(a);
        expect(plusDagen(datum, dagen)).toBe(alsDatum(a.add({ days: dagen })));
        expect(plusJaren(datum, jaren)).toBe(alsDatum(a.add({ years: jaren })));
        expect(eersteVanMaand(datum)).toBe(alsDatum(a.with({ day: 1 })));
        expect(laatsteVanMaand(datum)).toBe(alsDatum(a.with({ day: a.daysInMonth })));
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['2024-02-29', 1, '2025-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2024-02-29', -120, '1904-02-29'],
    ['2024-02-29', -124, '1900-02-28'],
    ['2025-02-28', -1, '2024-02-28'],
    ['-0004-02-29', 1, '-0003-02-28'],
    ['9999-06-01', 1, '10000-06-01'],
    ['99999999999999999999-02-28', 1, '100000000000000000000-02-28'],
  ])('%s plus %i jaar is %s', (datum, jaren, verwacht) => {
    expect(plusJaren(datum, jaren)).toBe(verwacht);
  });

  test('plusDagen kent geen grens', () => {
    expect(plusDagen('99999999999999999999-12-31', 1)).toBe('100000000000000000000-01-01');
    expect(plusDagen('-99999999999999999999-01-01', -1)).toBe('-100000000000000000000-12-31');
    expect(plusDagen('2000-01-01', 146_097 * 1000)).toBe('402000-01-01');
    expect(plusDagen('2000-01-01', -146_097 * 1000)).toBe('-398000-01-01');
  });

  test.each([
    ['2025-02-10', '2025-02-28'],
    ['2024-02-10', '2024-02-29'],
    ['1900-02-10', '1900-02-28'],
    ['12000-02-10', '12000-02-29'],
    ['500100-02-10', '500100-02-28'],
    ['-0044-02-10', '-0044-02-29'],
    ['2025-04-30', '2025-04-30'],
  ])('de maand van %s eindigt op %s', (datum, verwacht) => {
    expect(laatsteVanMaand(datum)).toBe(verwacht);
  });

  test('zelfdeMaand kijkt naar jaar en maand', () => {
    expect(zelfdeMaand('2025-02-01', '2025-02-28')).toBe(true);
    expect(zelfdeMaand('2025-02-28', '2025-03-01')).toBe(false);
    expect(zelfdeMaand('2025-02-01', '2026-02-01')).toBe(false);
    expect(zelfdeMaand('-0044-03-15', '0044-03-15')).toBe(false);
    expect(zelfdeMaand('12025-02-01', '2025-02-01')).toBe(false);
    expect(zelfdeMaand('12025-02-01', '12025-02-03')).toBe(true);
    fc.assert(
      fc.property(dag, fc.integer({ min: -40, max: 40 }), (a, verschil) => {
        const b = a.add({ days: verschil });
        fc.pre(b.year !== 0);
        const zelfde = a.year === b.year && a.month === b.month;
        expect(zelfdeMaand(alsDatum(a), alsDatum(b))).toBe(zelfde);
        expect(maandnummer(alsDatum(a)) === maandnummer(alsDatum(b))).toBe(zelfde);
      }),
    );
  });

  test('maandnummer telt maanden', () => {
    expect(maandnummer('2026-01-31') - maandnummer('2025-12-01')).toBe(1);
    expect(maandnummer('0001-01-01') - maandnummer('-0001-12-31')).toBe(13);
  });

  test('ver weg blijft alles een getal dat niet terugloopt', () => {
    let vorige = { dag: -Infinity, maand: -Infinity, week: -Infinity };
    for (const datum of ['-24000000000000-12-31', ...OPLOPEND, `${'9'.repeat(400)}-01-01`].sort(vergelijk)) {
      const nu = { dag: dagnummer(datum), maand: maandnummer(datum), week: isoWeekIndex(datum) };
      expect(Object.values(nu).every(Number.isSafeInteger)).toBe(true);
      expect(nu.dag).toBeGreaterThanOrEqual(vorige.dag);
      expect(nu.maand).toBeGreaterThanOrEqual(vorige.maand);
      expect(nu.week).toBeGreaterThanOrEqual(vorige.week);
      expect(isoWeek(datum).week).toBeGreaterThanOrEqual(1);
      expect(isoWeek(datum).week).toBeLessThanOrEqual(53);
      expect(isDatum(laatsteVanMaand(datum))).toBe(true);
      vorige = nu;
    }
  });
});

describe('weken', () => {
  test('isoWeek, isZondag en de zondag ervoor zijn die van Temporal', () => {
    fc.assert(
      fc.property(dag, (a) => {
        const datum = alsDatum(a);
        expect(isoWeek(datum)).toEqual({ jaar: a.yearOfWeek, week: a.weekOfYear });
        expect(isZondag(datum)).toBe(a.dayOfWeek === 7);
        const zondag = a.subtract({ days: a.dayOfWeek % 7 });
        expect(zondagOpOfVoor(dagnummer(datum))).toBe(BEGIN.until(zondag, { largestUnit: 'day' }).days);
      }),
      { numRuns: 1000 },
    );
  });

  test('isoWeekIndex loopt op maandag met een op en anders niet', () => {
    fc.assert(
      fc.property(dag, (a) => {
        const morgen = a.add({ days: 1 });
        fc.pre(morgen.year !== 0);
        const stap = isoWeekIndex(alsDatum(morgen)) - isoWeekIndex(alsDatum(a));
        expect(stap).toBe(morgen.dayOfWeek === 1 ? 1 : 0);
        expect(weekVanDag(dagnummer(alsDatum(a)))).toBe(isoWeekIndex(alsDatum(a)));
      }),
    );
  });

  test.each([
    ['2018-12-31', 2019, 1],
    ['2020-12-31', 2020, 53],
    ['2021-01-03', 2020, 53],
    ['2021-01-04', 2021, 1],
    ['2023-01-01', 2022, 52],
    ['2024-12-29', 2024, 52],
    ['2024-12-30', 2025, 1],
    ['2026-12-28', 2026, 53],
    ['2027-01-03', 2026, 53],
    ['2027-01-04', 2027, 1],
    ['2026-02-28', 2026, 9],
  ])('%s ligt in het weekjaar %i, week %i', (datum, jaar, week) => {
    expect(isoWeek(datum)).toEqual({ jaar, week });
  });
});

describe('isDatum', () => {
  test.each(OPLOPEND)('%s is een datum', (datum) => {
    expect(isDatum(datum)).toBe(true);
  });

  test.each([
    '',
    '2025-1-1',
    '2025-02-29',
    '2025-04-31',
    '2025-13-01',
    '2025-00-10',
    '2025-01-00',
    '0000-01-01',
    '-0000-01-01',
    '012025-01-01',
    '-044-03-15',
    '+2025-01-01',
    '2025-01-01Z',
    '2025-01-01+01:00',
    ' 2025-01-01',
    '2025-01-01\n',
    '2025-01-01T00:00:00',
  ])('%j is geen datum', (tekst) => {
    expect(isDatum(tekst)).toBe(false);
  });

  test('elke dag van Temporal is een datum', () => {
    fc.assert(fc.property(dag, (a) => isDatum(alsDatum(a))));
  });
});
