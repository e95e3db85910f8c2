/** Limits on volume against a count by hand of every day, week, month and year. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Volumegrens } from '../../src/regio/beleidsbestand.js';
import { binnenMaximum, haaltMinimum, type Gebruik } from '../../src/regio/volumegrens.js';
import { isoWeekIndex, plusDagen } from '../../src/standaard/datum.js';
import type { Eenheid, Frequentie } from '../../src/standaard/volume/omvang.js';

const grens = (volume: number, per: Volumegrens['per'], eenheid: Eenheid = '04', soort: 'maximum' | 'minimum' = 'maximum'): Volumegrens =>
  ({ regel: 'r', soort, voor: ['A'], anders: { uitkomst: 'wachten' }, volume, eenheid, per });
const gebruik = (volume: number, frequentie: Frequentie, begindatum: string, einddatum?: string, eenheid: Eenheid = '04'): Gebruik =>
  ({ omvang: { volume, eenheid, frequentie }, begindatum, einddatum });

const EERSTE_DAG = '2024-11-20';
/** Every day that the random periods touch, reckoned once. */
const KALENDER = Array.from({ length: 2200 }, (_, i) => plusDagen(EERSTE_DAG, i));
const PLAATS = new Map(KALENDER.map((dag, i) => [dag, i]));
const WEEK = new Map(KALENDER.map((dag) => [dag, String(isoWeekIndex(dag))]));

const sleutel: Readonly<Record<Volumegrens['per'], (datum: string) => string>> = {
  week: (datum) => WEEK.get(datum) ?? '', maand: (datum) => datum.slice(0, 7), jaar: (datum) => datum.slice(0, 4),
};
const PER_FREQUENTIE: Readonly<Record<Frequentie, (datum: string) => string>> = {
  1: (datum) => datum, 2: sleutel.week, 4: sleutel.maand, 6: () => '',
};
const LENGTE = { 1: 0, 2: 1, 4: 2, 6: 9 } as const;
const GRENSLENGTE = { week: 1, maand: 2, jaar: 3 } as const;

/** Every day of a period. */
function dagen({ begindatum, einddatum = '' }: Gebruik): string[] {
  return KALENDER.slice(PLAATS.get(begindatum), (PLAATS.get(einddatum) ?? 0) + 1);
}

/** Days by the week, month or year that they lie in. */
function perVak(alle: readonly string[], vakVan: (datum: string) => string): ReadonlyMap<string, readonly string[]> {
  const vakken = new Map<string, string[]>();
  for (const dag of alle) vakken.set(vakVan(dag), [...vakken.get(vakVan(dag)) ?? [], dag]);
  return vakken;
}

/** Day by day: what each allocation allows in each week, month or year that the request touches. */
function metDeHand({ volume: maximum, per }: Volumegrens, wens: Gebruik, naast: readonly Gebruik[]): boolean {
  const alles = [wens, ...naast].map((een) => ({ een, vakken: perVak(dagen(een), sleutel[per]) }));
  return [...alles[0]!.vakken.keys()].every((vak) => {
    const hierin = alles.map(({ een, vakken }) => {
      const binnen = vakken.get(vak) ?? [];
      const keren = new Set(binnen.map(PER_FREQUENTIE[een.omvang.frequentie])).size;
      const { frequentie, volume } = een.omvang;
      return { binnen: new Set(binnen), hoogstens: keren * volume, opgeteld: frequentie === '6' || LENGTE[frequentie] < GRENSLENGTE[per] };
    });
    const vast = hierin.filter(({ opgeteld }) => opgeteld).reduce((som, { hoogstens }) => som + hoogstens, 0);
    const los = hierin.filter(({ opgeteld }) => !opgeteld);
    const dagenIn = [...new Set(hierin.flatMap(({ binnen }) => [...binnen]))];
    const meeste = Math.max(0, ...dagenIn.map((dag) =>
      los.filter(({ binnen }) => binnen.has(dag)).reduce((som, { hoogstens }) => som + hoogstens, 0)));
    return vast + meeste <= maximum;
  });
}

const datum = fc.integer({ min: 0, max: 1200 }).map((dag) => plusDagen(EERSTE_DAG, dag));
const willekeurig = fc.record({ begindatum: datum, duur: fc.integer({ min: 0, max: 900 }), volume: fc.integer({ min: 1, max: 6 }),
  frequentie: fc.constantFrom<Frequentie>('1', '2', '4', '6') })
  .map(({ begindatum, duur, volume, frequentie }) => gebruik(volume, frequentie, begindatum, plusDagen(begindatum, duur)));

describe('binnenMaximum', () => {
  it('is het eens met tellen met de hand', () => {
    const per = fc.constantFrom<Volumegrens['per']>('week', 'maand', 'jaar');
    let [ja, nee] = [0, 0];
    fc.assert(fc.property(per, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 3 }), willekeurig, fc.array(willekeurig, { maxLength: 3 }),
      (welke, laag, schaal, wens, naast) => {
        const regel = grens(laag * [1, 3, 10, 40][schaal]!, welke);
        const verwacht = metDeHand(regel, wens, naast);
        if (verwacht) ja++;
        else nee++;
        expect(binnenMaximum(regel, wens, naast)).toBe(verwacht);
      }), { numRuns: 400 });
    expect(Math.min(ja, nee)).toBeGreaterThan(20);
  });

  it.each([
    ['elkaar midden in een week opvolgen telt niet dubbel', grens(5, 'week'), gebruik(5, '2', '2026-03-05', '2026-06-30'), [gebruik(5, '2', '2026-01-01', '2026-03-04')], true],
    ['na de laatste dag begonnen, maar nog in die week', grens(1, 'week'), gebruik(1, '2', '2026-01-05', '2026-03-09'), [gebruik(1, '1', '2026-03-10', '2026-03-10')], false],
    ['een dag samen wel', grens(5, 'week'), gebruik(5, '2', '2026-03-05', '2026-06-30'), [gebruik(5, '2', '2026-01-01', '2026-03-05')], false],
    ['totalen in een jaar tellen op', grens(60, 'jaar'), gebruik(31, '6', '2026-07-01', '2026-07-31'), [gebruik(30, '6', '2026-01-01', '2026-01-31')], false],
    ['per maand kan in een week', grens(5, 'week'), gebruik(6, '4', '2026-03-02', '2026-03-08'), [], false],
    ['een latere week in twee maanden', grens(9, 'week'), gebruik(5, '4', '2026-04-06', '2026-06-30'), [], false],
    ['geen week in twee maanden voor eind maart', grens(3, 'week'), gebruik(2, '4', '2027-01-04', '2027-04-01'), [], false],
    ['een week in twee maanden', grens(9, 'week'), gebruik(5, '4', '2026-03-30', '2026-04-05'), [], false],
    ['per dag in een maand van 31 dagen', grens(30, 'maand'), gebruik(1, '1', '2026-02-01', '2026-03-30'), [], true],
    ['per dag in een hele maand van 31 dagen', grens(30, 'maand'), gebruik(1, '1', '2026-02-01', '2026-03-31'), [], false],
    ['zonder einde komt er een maand van 31 dagen', grens(30, 'maand'), gebruik(1, '1', '2026-02-01'), [], false],
    ['zonder einde komt er een schrikkeljaar', grens(365, 'jaar'), gebruik(1, '1', '2026-01-01'), [], false],
    ['zonder einde past wat altijd past', grens(366, 'jaar'), gebruik(1, '1', '2026-01-01'), [], true],
    ['naast wat geen einde heeft', grens(5, 'week'), gebruik(3, '2', '2030-01-01', '2030-02-01'), [gebruik(3, '2', '2020-01-01')], false],
    ['minuten tegen een grens in uren', grens(2, 'week'), gebruik(121, '2', '2026-01-01', '2026-02-01', '01'), [], false],
    ['uren tegen een grens in minuten', grens(120, 'week', '01'), gebruik(2, '2', '2026-01-01', '2026-02-01'), [], true],
    ['in een andere eenheid is er niets te zeggen', grens(5, 'week', '16'), gebruik(1, '2', '2026-01-01', '2026-02-01'), [], undefined],
  ] as const)('%s', (_naam, regel, wens, naast, verwacht) => {
    expect(binnenMaximum(regel, wens, naast)).toBe(verwacht);
  });

  it('een bestaande toewijzing zonder omvang laat het open, tenzij de rest al te veel is', () => {
    const wens = (volume: number) => gebruik(volume, '2', '2026-01-01', '2026-02-01');
    expect(binnenMaximum(grens(5, 'week'), wens(5), [undefined])).toBeUndefined();
    expect(binnenMaximum(grens(5, 'week'), wens(6), [undefined])).toBe(false);
  });
});

describe('haaltMinimum', () => {
  const minimum = (volume: number, per: Volumegrens['per']) => grens(volume, per, '04', 'minimum');
  it.each([
    ['per week gelijk', minimum(2, 'week'), gebruik(2, '2', '2026-01-01', '2026-06-30'), true],
    ['per week te weinig', minimum(2, 'week'), gebruik(1, '2', '2026-01-01', '2026-06-30'), false],
    ['elke dag een is zeven per week', minimum(7, 'week'), gebruik(1, '1', '2026-01-05', '2026-01-18'), true],
    ['totaal over twee weken, net', minimum(2, 'week'), gebruik(4, '6', '2026-01-05', '2026-01-18'), true],
    ['totaal over twee weken, te weinig', minimum(2, 'week'), gebruik(3, '6', '2026-01-05', '2026-01-18'), false],
    ['per maand, zonder einde', minimum(4, 'maand'), gebruik(4, '4', '2026-01-01'), true],
    ['per jaar, zonder einde', minimum(12, 'jaar'), gebruik(1, '4', '2026-01-01'), true],
    ['per jaar, over twee jaren', minimum(12, 'jaar'), gebruik(23, '6', '2026-01-01', '2027-12-31'), false],
    ['andere eenheid', minimum(1, 'week'), gebruik(9, '2', '2026-01-01', '2026-02-01', '16'), undefined],
  ] as const)('%s', (_naam, regel, wens, verwacht) => {
    expect(haaltMinimum(regel, wens)).toBe(verwacht);
  });
});
