import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { eindeTermijn, isFeestdag, isWerkdag, plusWerkdagen } from '../../src/standaard/werkdagen.js';

/** Public holidays as calendars print them. */
const FEESTDAGEN: Readonly<Record<number, readonly string[]>> = {
  2023: ['01-01', '04-07', '04-10', '04-27', '05-05', '05-18', '05-29', '12-25', '12-26'],
  2024: ['01-01', '03-29', '04-01', '04-27', '05-05', '05-09', '05-20', '12-25', '12-26'],
  2025: ['01-01', '04-18', '04-21', '04-26', '05-05', '05-29', '06-09', '12-25', '12-26'],
  2026: ['01-01', '04-03', '04-06', '04-27', '05-05', '05-14', '05-25', '12-25', '12-26'],
  2027: ['01-01', '03-26', '03-29', '04-27', '05-05', '05-06', '05-17', '12-25', '12-26'],
  2031: ['01-01', '04-11', '04-14', '04-26', '05-05', '05-22', '06-02', '12-25', '12-26'],
};

/** The full moons of Easter by golden number, as church tables have them for 1900 up to and including 2199. */
const PAASMANEN = [
  '04-14', '04-03', '03-23', '04-11', '03-31', '04-18', '04-08', '03-28', '04-16', '04-05', '03-25', '04-13', '04-02',
  '03-22', '04-10', '03-30', '04-17', '04-07', '03-27'];

/** Every holiday of a year in a list, the slow way. */
function feestdagenVan(jaar: number): Set<string> {
  const dag = (maandEnDag: string): Temporal.PlainDate => Temporal.PlainDate.from(`${jaar}-${maandEnDag}`);
  const maan = dag(PAASMANEN[jaar % 19] as string);
  const pasen = maan.add({ days: 7 - (maan.dayOfWeek % 7) });
  const konings = dag('04-27');
  return new Set([
    dag('01-01'), konings.dayOfWeek === 7 ? dag('04-26') : konings, dag('05-05'), dag('12-25'), dag('12-26'),
    pasen.subtract({ days: 2 }), pasen.add({ days: 1 }), pasen.add({ days: 39 }), pasen.add({ days: 50 })].map(String));
}

const lijsten = new Map<number, Set<string>>();
function orakel(datum: Temporal.PlainDate): boolean {
  let lijst = lijsten.get(datum.year);
  if (lijst === undefined) lijsten.set(datum.year, lijst = feestdagenVan(datum.year));
  return datum.dayOfWeek <= 5 && !lijst.has(datum.toString());
}

const BEGIN = Temporal.PlainDate.from('1900-01-01');
const DAGEN = BEGIN.until('2200-01-01').days;
/** Dates that the oracle knows, with room on both sides. */
const datum = fc.integer({ min: 400, max: DAGEN - 400 }).map((n) => BEGIN.add({ days: n }));

describe('isWerkdag', () => {
  it.each(Object.entries(FEESTDAGEN))('de feestdagen van %s zijn precies die van de kalender', (jaar, verwacht) => {
    const gevonden: string[] = [];
    for (let dag = Temporal.PlainDate.from(`${jaar}-01-01`); dag.year === Number(jaar); dag = dag.add({ days: 1 })) {
      if (isFeestdag(dag.toString())) gevonden.push(dag.toString().slice(5));
    }
    expect(gevonden).toEqual(verwacht);
  });

  it('komt van 1900 tot en met 2199 elke dag overeen met een lijst van feestdagen', () => {
    const anders: string[] = [];
    for (let dag = BEGIN; dag.year < 2200; dag = dag.add({ days: 1 })) {
      if (isWerkdag(dag.toString()) !== orakel(dag)) anders.push(dag.toString());
    }
    expect(anders).toEqual([]);
  });

  it('Goede Vrijdag telt niet als werkdag; de dag na Hemelvaart wel', () => {
    expect(isWerkdag('2026-04-03')).toBe(false);
    expect(isWerkdag('2026-05-15')).toBe(true);
  });

  it('27 april op zondag: Koningsdag is de 26e', () => {
    expect([isFeestdag('2025-04-26'), isFeestdag('2025-04-27')]).toEqual([true, false]);
    expect([isFeestdag('2026-04-26'), isFeestdag('2026-04-27')]).toEqual([false, true]);
  });

  it('elke kalender herhaalt zich na 5.700.000 jaar, ook ver voor en na nu', () => {
    fc.assert(fc.property(datum, fc.integer({ min: -400, max: 400 }), (dag, cycli) => {
      const jaar = BigInt(dag.year) + BigInt(cycli) * 5_700_000n;
      const cijfers = (jaar < 0n ? -jaar : jaar).toString().padStart(4, '0');
      expect(isWerkdag(`${jaar < 0n ? '-' : ''}${cijfers}${dag.toString().slice(-6)}`)).toBe(isWerkdag(dag.toString()));
    }));
  });
});

describe('plusWerkdagen', () => {
  it.each([
    ['2026-06-30', 5, '2026-07-07'],
    // Good Friday and Easter Monday lie in between.
    ['2026-04-01', 5, '2026-04-10'],
    // From a Saturday the first working day is Monday.
    ['2026-06-06', 1, '2026-06-08'],
    ['2026-12-24', 3, '2026-12-30'],
    ['2026-12-31', 1, '2027-01-04'],
    ['2026-04-07', -1, '2026-04-02'],
    ['2026-06-07', 0, '2026-06-07'],
  ])('%s plus %i werkdagen is %s', (van, aantal, verwacht) => {
    expect(plusWerkdagen(van, aantal)).toBe(verwacht);
  });

  it('is een werkdag, en er liggen er precies zoveel tussen', () => {
    fc.assert(fc.property(datum, fc.integer({ min: 1, max: 60 }), (van, aantal) => {
      const tot = Temporal.PlainDate.from(plusWerkdagen(van.toString(), aantal));
      const tussen = Array.from({ length: van.until(tot).days }, (_, i) => van.add({ days: i + 1 }));
      expect(tussen.filter(orakel).length).toBe(aantal);
      expect(orakel(tot)).toBe(true);
    }));
  });

  it('heen en terug vanaf een werkdag is niets', () => {
    fc.assert(fc.property(datum, fc.integer({ min: -60, max: 60 }), (van, aantal) => {
      fc.pre(orakel(van));
      expect(plusWerkdagen(plusWerkdagen(van.toString(), aantal), -aantal)).toBe(van.toString());
    }));
  });

  it('twee keer is hetzelfde als samen', () => {
    fc.assert(fc.property(datum, fc.nat(40), fc.nat(40), (van, a, b) => {
      expect(plusWerkdagen(plusWerkdagen(van.toString(), a), b)).toBe(plusWerkdagen(van.toString(), a + b));
    }));
  });

  it('weigert wat geen geheel getal is', () => {
    for (const aantal of [1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => plusWerkdagen('2026-01-01', aantal)).toThrow(RangeError);
      expect(() => eindeTermijn({ aantal, eenheid: 'weken' }, '2026-01-01')).toThrow(RangeError);
    }
  });
});

describe('eindeTermijn', () => {
  it.each([
    [{ aantal: 5, eenheid: 'werkdagen' }, '2026-03-03', '2026-03-10'],
    [{ aantal: 10, eenheid: 'dagen' }, '2026-02-20', '2026-03-02'],
    [{ aantal: 8, eenheid: 'weken' }, '2026-02-02', '2026-03-30'],
    // Ends in a weekend, and stays there.
    [{ aantal: 10, eenheid: 'dagen' }, '2026-03-04', '2026-03-14'],
    [{ aantal: 1, eenheid: 'maanden' }, '2026-01-31', '2026-02-28'],
    [{ aantal: 1, eenheid: 'maanden' }, '2024-01-31', '2024-02-29'],
    [{ aantal: 3, eenheid: 'maanden' }, '2026-11-30', '2027-02-28'],
    [{ aantal: 1, eenheid: 'maanden' }, '2026-02-28', '2026-03-28'],
    [{ aantal: 14, eenheid: 'maanden' }, '2026-12-15', '2028-02-15'],
    [{ aantal: -8, eenheid: 'weken' }, '2026-12-31', '2026-11-05'],
    [{ aantal: -1, eenheid: 'maanden' }, '2026-03-31', '2026-02-28'],
    [{ aantal: -2, eenheid: 'maanden' }, '2026-01-15', '2025-11-15'],
  ] as const)('%j na %s is %s', (duur, start, verwacht) => {
    expect(eindeTermijn(duur, start)).toBe(verwacht);
  });

  it('doet met dagen, weken en maanden wat de kalender doet', () => {
    fc.assert(fc.property(datum, fc.integer({ min: -300, max: 300 }), (start, aantal) => {
      const tekst = start.toString();
      expect(eindeTermijn({ aantal, eenheid: 'dagen' }, tekst)).toBe(start.add({ days: aantal }).toString());
      expect(eindeTermijn({ aantal, eenheid: 'weken' }, tekst)).toBe(start.add({ weeks: aantal }).toString());
      expect(eindeTermijn({ aantal, eenheid: 'maanden' }, tekst)).toBe(start.add({ months: aantal }).toString());
    }));
  });

  it('kent ook jaren van meer dan vier cijfers en voor het begin van de jaartelling', () => {
    expect(eindeTermijn({ aantal: 1, eenheid: 'maanden' }, '12025-12-31')).toBe('12026-01-31');
    expect(eindeTermijn({ aantal: 1, eenheid: 'werkdagen' }, '-0044-03-15')).toBe('-0044-03-16');
  });
});
