import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Datum, eersteVanMaand, laatsteVanMaand, plusDagen, vergelijk } from '../../../src/standaard/datum.js';
import { periodeMaximum, totaalMaximum } from '../../../src/standaard/volume/maximum.js';
import {
  type Eenheid,
  type Frequentie,
  type ProductPeriode,
  type ToegewezenOmvang,
  uitvoeringsvariant,
} from '../../../src/standaard/volume/omvang.js';
import { orakelPeriode, orakelTotaal } from './orakel.js';

const EENHEDEN: readonly Eenheid[] = ['01', '04', '14', '16', '82', '83', '84'];
const FREQUENTIES: readonly Frequentie[] = ['1', '2', '4', '6'];

const begin = fc.integer({ min: 0, max: 365 * 18 }).map((dagen) => plusDagen('2014-01-01', dagen));
const omvang = {
  volume: fc.integer({ min: 0, max: 99_999_999 }),
  eenheid: fc.constantFrom(...EENHEDEN),
  frequentie: fc.constantFrom(...FREQUENTIES),
  categorie: fc.constantFrom('01', '02', undefined),
};
/** Long ones, and ones of a few days in which the last week and the lack of a Sunday matter. */
const duur = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 400 }));

const afgesloten = fc
  .record({ ...omvang, ingangsdatum: begin, duur })
  .map(({ duur: dagen, ...rest }) => ({ ...rest, einddatum: plusDagen(rest.ingangsdatum, dagen) }));
const zonderEinde: fc.Arbitrary<ToegewezenOmvang> = fc.record({ ...omvang, ingangsdatum: begin });

function eerste(a: Datum, b: Datum): Datum {
  return vergelijk(a, b) < 0 ? a : b;
}

/** A stretch inside one month, near the allocation, sometimes partly or wholly outside it. */
function periodeBij(toewijzing: ToegewezenOmvang): fc.Arbitrary<ProductPeriode> {
  const keuze = fc.record({ stap: fc.integer({ min: -40, max: 440 }), lengte: fc.integer({ min: 0, max: 30 }) });
  return keuze.map(({ stap, lengte }) => {
    const begindatum = plusDagen(toewijzing.ingangsdatum, stap);
    return { begindatum, einddatum: eerste(plusDagen(begindatum, lengte), laatsteVanMaand(begindatum)) };
  });
}

function maanden(toewijzing: { ingangsdatum: Datum; einddatum: Datum }): ProductPeriode[] {
  const perioden: ProductPeriode[] = [];
  let begindatum = toewijzing.ingangsdatum;
  while (vergelijk(begindatum, toewijzing.einddatum) <= 0) {
    const einddatum = eerste(laatsteVanMaand(begindatum), toewijzing.einddatum);
    perioden.push({ begindatum, einddatum });
    begindatum = plusDagen(laatsteVanMaand(begindatum), 1);
  }
  return perioden;
}

function toegewezen(anders: Partial<ToegewezenOmvang>): ToegewezenOmvang {
  return { volume: 1, eenheid: '04', frequentie: '2', ingangsdatum: '2025-01-01', einddatum: '2025-12-31', ...anders };
}

function maand(dag: Datum): ProductPeriode {
  return { begindatum: eersteVanMaand(dag), einddatum: laatsteVanMaand(dag) };
}

describe('tegen het orakel dat dagen telt', () => {
  test('periodeMaximum met Einddatum', () => {
    const geval = afgesloten.chain((toewijzing) => fc.tuple(fc.constant(toewijzing), periodeBij(toewijzing)));
    fc.assert(
      fc.property(geval, ([toewijzing, periode]) => {
        expect(periodeMaximum(toewijzing, periode)).toBe(orakelPeriode(toewijzing, periode));
      }),
      { numRuns: 600 },
    );
  });

  test('periodeMaximum zonder Einddatum', () => {
    const geval = zonderEinde.chain((toewijzing) => fc.tuple(fc.constant(toewijzing), periodeBij(toewijzing)));
    fc.assert(
      fc.property(geval, ([toewijzing, periode]) => {
        expect(periodeMaximum(toewijzing, periode)).toBe(orakelPeriode(toewijzing, periode));
      }),
    );
  });

  test('periodeMaximum van elke maand van de toewijzing', () => {
    fc.assert(
      fc.property(afgesloten, (toewijzing) => {
        for (const periode of maanden(toewijzing)) {
          expect(periodeMaximum(toewijzing, periode)).toBe(orakelPeriode(toewijzing, periode));
        }
      }),
    );
  });

  test('totaalMaximum, met en zonder Einddatum', () => {
    fc.assert(
      fc.property(fc.oneof(afgesloten, zonderEinde), fc.integer({ min: -5, max: 400 }), (toewijzing, dagen) => {
        const totEnMet = plusDagen(toewijzing.ingangsdatum, dagen);
        expect(totaalMaximum(toewijzing, totEnMet)).toBe(orakelTotaal(toewijzing, totEnMet));
      }),
      { numRuns: 300 },
    );
  });
});

describe('wat tussen maanden en totaal moet gelden', () => {
  const som = (getallen: number[]): number => getallen.reduce((a, b) => a + b, 0);

  test('de maanden samen geven het totaal, of meer waar een week in twee maanden telt', () => {
    fc.assert(
      fc.property(afgesloten, (toewijzing) => {
        const perMaand = maanden(toewijzing).map((periode) => periodeMaximum(toewijzing, periode));
        const totaal = totaalMaximum(toewijzing) ?? Number.NaN;
        const { volume, frequentie, categorie } = toewijzing;
        const inspanning = uitvoeringsvariant(toewijzing.eenheid) === 'inspanning';
        if (frequentie === '6') {
          expect(new Set(perMaand)).toEqual(new Set([totaal]));
        } else if (frequentie !== '2' || !inspanning) {
          expect(som(perMaand)).toBe(totaal);
        } else {
          expect(som(perMaand)).toBeGreaterThanOrEqual(totaal);
          if (categorie !== '01') expect(som(perMaand)).toBeLessThanOrEqual(totaal + volume * (perMaand.length - 1));
        }
      }),
    );
  });

  test('factor 6 verlaagt nooit een maand en verandert het totaal niet', () => {
    fc.assert(
      fc.property(afgesloten, (basis) => {
        const gewoon = { ...basis, categorie: '02' };
        const huishouden = { ...basis, categorie: '01' };
        expect(totaalMaximum(huishouden)).toBe(totaalMaximum(gewoon));
        for (const periode of maanden(basis)) {
          expect(periodeMaximum(huishouden, periode)).toBeGreaterThanOrEqual(periodeMaximum(gewoon, periode));
        }
      }),
    );
  });

  test('een langere periode of toewijzing geeft nooit minder totaal', () => {
    fc.assert(
      fc.property(afgesloten, fc.integer({ min: 0, max: 60 }), (toewijzing, dagen) => {
        const langer = { ...toewijzing, einddatum: plusDagen(toewijzing.einddatum, dagen) };
        expect(totaalMaximum(langer)).toBeGreaterThanOrEqual(totaalMaximum(toewijzing) ?? Number.NaN);
      }),
    );
  });
});

describe('periodeMaximum', () => {
  // February 2026 begins on a Sunday and ends on a Saturday: 28 days, 5 weeks, 4 Sundays.
  test.each([
    ['1', 28, 28],
    ['2', 5, 4],
    ['4', 1, 1],
    ['6', 1, 1],
  ] as const)('frequentie %s in februari 2026: %i bij inspanning, %i bij output', (frequentie, inspanning, output) => {
    for (const eenheid of EENHEDEN) {
      const toewijzing = toegewezen({ volume: 7, eenheid, frequentie, einddatum: '2026-12-31' });
      const factor = eenheid === '82' || eenheid === '83' ? output : inspanning;
      expect([eenheid, periodeMaximum(toewijzing, maand('2026-02-01'))]).toEqual([eenheid, 7 * factor]);
    }
  });

  test.each([
    ['2021-02-01', 4],
    ['2024-02-01', 5],
    ['2026-01-01', 5],
    ['2026-03-01', 6],
    ['2026-08-01', 6],
    ['2020-12-01', 5],
    ['2021-01-01', 5],
  ])('de maand van %s raakt %i weken', (dag, weken) => {
    const toewijzing = toegewezen({ ingangsdatum: '2020-01-01', einddatum: '2026-12-31' });
    expect(periodeMaximum(toewijzing, maand(dag))).toBe(weken);
  });

  it('telt één dag als één dag, één hele week en, alleen op zondag, één outputweek', () => {
    const op = (datum: Datum): ProductPeriode => ({ begindatum: datum, einddatum: datum });
    expect(periodeMaximum(toegewezen({ frequentie: '1' }), op('2025-06-11'))).toBe(1);
    expect(periodeMaximum(toegewezen({}), op('2025-06-11'))).toBe(1);
    expect(periodeMaximum(toegewezen({ eenheid: '82' }), op('2025-06-11'))).toBe(0);
    expect(periodeMaximum(toegewezen({ eenheid: '82' }), op('2025-06-15'))).toBe(1);
    const eenDag = { ingangsdatum: '2025-06-11', einddatum: '2025-06-11' };
    expect(periodeMaximum(toegewezen({ eenheid: '82', ...eenDag }), op('2025-06-11'))).toBe(1);
  });

  it('knipt de periode af op de toewijzing', () => {
    const toewijzing = toegewezen({ frequentie: '1', ingangsdatum: '2025-06-10', einddatum: '2025-06-12' });
    expect(periodeMaximum(toewijzing, maand('2025-06-01'))).toBe(3);
    expect(periodeMaximum(toewijzing, maand('2025-07-01'))).toBe(0);
  });

  it('vermenigvuldigt bij categorie 01 alleen inspanning per week met 6', () => {
    const eenDag = { begindatum: '2025-06-11', einddatum: '2025-06-11' };
    const factor = (eenheid: Eenheid, frequentie: Frequentie): number =>
      periodeMaximum(toegewezen({ eenheid, frequentie, categorie: '01' }), eenDag);
    expect(factor('01', '2')).toBe(6);
    expect(factor('84', '2')).toBe(6);
    expect(factor('83', '2')).toBe(0);
    expect(factor('04', '1')).toBe(1);
    expect(factor('04', '4')).toBe(1);
  });

  it('geeft elke toewijzing in dezelfde maand haar eigen hele weken en haar eigen slotweek', () => {
    // 18 June 2025 is a Wednesday.
    const eersteDeel = { ingangsdatum: '2025-06-01', einddatum: '2025-06-18' };
    const tweedeDeel = { ingangsdatum: '2025-06-19', einddatum: '2025-06-30' };
    const samen = (eenheid: Eenheid): number[] =>
      [eersteDeel, tweedeDeel].map((deel) => periodeMaximum(toegewezen({ eenheid, ...deel }), maand('2025-06-01')));
    expect(samen('04')).toEqual([4, 3]);
    expect(samen('83')).toEqual([4, 3]);
    expect(periodeMaximum(toegewezen({}), maand('2025-06-01'))).toBe(6);
    expect(periodeMaximum(toegewezen({ eenheid: '83' }), maand('2025-06-01'))).toBe(5);
  });

  it('kent zonder Einddatum geen gebroken slotweek', () => {
    const zonder = toegewezen({ eenheid: '82', einddatum: undefined });
    expect(periodeMaximum(zonder, maand('2025-12-01'))).toBe(4);
    expect(periodeMaximum(toegewezen({ eenheid: '82' }), maand('2025-12-01'))).toBe(5);
  });
});

describe('totaalMaximum', () => {
  it('telt zonder Einddatum tot en met de laatst gedeclareerde dag', () => {
    const per = (frequentie: Frequentie): ToegewezenOmvang => toegewezen({ frequentie, einddatum: undefined });
    expect(totaalMaximum(per('1'), '2025-03-02')).toBe(61);
    expect(totaalMaximum(per('2'), '2025-03-02')).toBe(9);
    expect(totaalMaximum(per('4'), '2025-03-02')).toBe(3);
    expect(totaalMaximum(per('4'), '2024-12-31')).toBe(0);
  });

  it('weet zonder Einddatum en zonder declaratie alleen het totaal van frequentie 6', () => {
    const per = (frequentie: Frequentie): number | undefined =>
      totaalMaximum(toegewezen({ frequentie, einddatum: undefined }));
    expect(['1', '2', '4', '6'].map((frequentie) => per(frequentie as Frequentie))).toEqual([
      undefined,
      undefined,
      undefined,
      1,
    ]);
  });

  it('laat de Einddatum van de toewijzing voorgaan', () => {
    expect(totaalMaximum(toegewezen({ frequentie: '4' }), '2030-01-01')).toBe(12);
  });

  it('telt een week op de jaargrens één keer en een jaar van 53 weken helemaal', () => {
    expect(totaalMaximum(toegewezen({ ingangsdatum: '2026-12-31', einddatum: '2027-01-03' }))).toBe(1);
    expect(totaalMaximum(toegewezen({ ingangsdatum: '2025-12-29', einddatum: '2027-01-03' }))).toBe(53);
    expect(totaalMaximum(toegewezen({ ingangsdatum: '2026-01-01', einddatum: '2026-12-31' }))).toBe(53);
  });

  it('blijft bij de wildste geldige waarden een geheel getal', () => {
    const wild = { ingangsdatum: '-99999999999999999999-01-01', einddatum: '99999999999999999999-01-01' };
    for (const frequentie of FREQUENTIES) {
      const toewijzing = toegewezen({ ...wild, volume: 99_999_999, frequentie });
      expect(Number.isSafeInteger(totaalMaximum(toewijzing))).toBe(true);
      expect(Number.isSafeInteger(periodeMaximum(toewijzing, maand('2025-06-01')))).toBe(true);
    }
  });
});
