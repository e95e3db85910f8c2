import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { inVergelijkingseenheid } from '../../../src/standaard/volume/eenheden.js';
import { totaalMaximum } from '../../../src/standaard/volume/maximum.js';
import type { Eenheid, ToegewezenOmvang } from '../../../src/standaard/volume/omvang.js';
import { opgeteldBinnen, type Post, somOngecrediteerd } from '../../../src/standaard/volume/opbouw.js';

function debet(referentieNummer: string, waarde: number): Post {
  return { debetCredit: 'D', referentieNummer, waarde };
}

function credit(referentieNummer: string, vorigReferentieNummer: string, waarde: number): Post {
  return { debetCredit: 'C', referentieNummer, vorigReferentieNummer, waarde };
}

describe('somOngecrediteerd', () => {
  it('laat een debet en de credit erop samen wegvallen, in welke volgorde ook', () => {
    const posten = [debet('a', 10), debet('b', 20), credit('c', 'a', 10), debet('d', 5)];
    expect(somOngecrediteerd(posten)).toBe(25);
    expect(somOngecrediteerd([...posten].reverse())).toBe(25);
  });

  it('trekt niets af voor een credit op iets wat er niet staat', () => {
    expect(somOngecrediteerd([debet('a', 10), credit('c', 'elders', 10)])).toBe(10);
    expect(somOngecrediteerd([])).toBe(0);
  });

  test('een credit geeft precies de ruimte van zijn debet terug', () => {
    const waarden = fc.array(fc.integer({ min: 0, max: 99_999_999 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(waarden, fc.nat(), (lijst, keuze) => {
        const posten = lijst.map((waarde, nummer) => debet(`p${String(nummer)}`, waarde));
        const plaats = keuze % lijst.length;
        const terug = lijst[plaats] ?? 0;
        const na = somOngecrediteerd([...posten, credit('c', `p${String(plaats)}`, terug)]);
        expect(na + terug).toBe(somOngecrediteerd(posten));
      }),
    );
  });
});

describe('opgeteldBinnen', () => {
  const toewijzing: ToegewezenOmvang = {
    volume: 1,
    eenheid: '04',
    frequentie: '2',
    ingangsdatum: '2025-07-07',
    einddatum: '2025-07-20',
  };
  const inMinuten = (volume: number, eenheid: Eenheid): number =>
    inVergelijkingseenheid(volume, eenheid, toewijzing.eenheid) ?? Number.NaN;

  function beoordeel(begin: number, waarden: number[]): boolean[] {
    const maximum = inMinuten(totaalMaximum(toewijzing) ?? Number.NaN, toewijzing.eenheid);
    let som = begin;
    return waarden.map((waarde) => {
      const verder = opgeteldBinnen(som, waarde, maximum);
      som = verder ?? som;
      return verder !== undefined;
    });
  }

  it('vult uren en minuten samen tot precies het maximum', () => {
    expect(beoordeel(0, [inMinuten(1, '04'), inMinuten(60, '01'), inMinuten(1, '01')])).toEqual([true, true, false]);
  });

  it('telt een geweigerde prestatie niet mee voor de volgende', () => {
    expect(beoordeel(inMinuten(1, '04'), [inMinuten(61, '01'), inMinuten(60, '01'), 0])).toEqual([false, true, true]);
  });

  it('heeft na een credit weer ruimte', () => {
    const eerder = [debet('a', inMinuten(2, '04'))];
    expect(beoordeel(somOngecrediteerd(eerder), [inMinuten(2, '04')])).toEqual([false]);
    const gecrediteerd = [...eerder, credit('c', 'a', inMinuten(2, '04'))];
    expect(beoordeel(somOngecrediteerd(gecrediteerd), [inMinuten(2, '04')])).toEqual([true]);
  });
});
