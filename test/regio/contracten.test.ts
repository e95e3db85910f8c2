/** What level 4 rules get to know of the policy, and tariffs. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { contractenVan, laadContracten, RegioFout } from '../../src/regio/contracten.js';
import { signalen, tariefVan } from '../../src/regio/index.js';
import type { Beleidsbestand } from '../../src/regio/beleidsbestand.js';
import { AANBIEDER, ANDERE, beleidVan, GEMEENTE, KLEIN } from './hulp.js';

const INHOUD: Beleidsbestand = {
  ...KLEIN, groepen: [{ code: 'groep' }],
  producten: [
    { code: 'A', categorie: '02', eenheid: '04', variant: 'inspanning', tarieven: [{ vanaf: '2026-01-01', totEnMet: '2026-06-30', centen: 100 }] },
    { code: 'B', categorie: '07', groep: 'groep', tarieven: [{ vanaf: '2026-01-01', centen: 200 }] }, { code: 'C', categorie: '02', groep: 'groep' }],
  contracten: [
    { aanbieder: AANBIEDER, producten: ['A'], totEnMet: '2026-03-31', tarieven: { A: [{ vanaf: '2026-01-01', totEnMet: '2026-03-31', centen: 110 }] } },
    { aanbieder: AANBIEDER, producten: ['A', 'groep'], vanaf: '2026-04-01', tarieven: { A: [{ vanaf: '2026-04-01', centen: 120 }] } },
    { aanbieder: ANDERE, producten: ['A'] }],
};
const beleid = beleidVan(INHOUD);

describe('contractenVan', () => {
  const contracten = contractenVan(beleid);

  it('geeft de producten van alle contracten van een aanbieder, met hun eigen tarieven', () => {
    expect([...contracten(GEMEENTE, AANBIEDER) ?? []]).toEqual([
      ['A', { code: 'A', categorie: '02', eenheid: '04', variant: 'inspanning', tarieven: [
        { vanaf: '2026-01-01', totEnMet: '2026-03-31', centen: 110 }, { vanaf: '2026-04-01', totEnMet: undefined, centen: 120 }] }],
      ['B', { code: 'B', categorie: '07', eenheid: undefined, variant: undefined, tarieven: [{ vanaf: '2026-01-01', totEnMet: undefined, centen: 200 }] }],
      ['C', { code: 'C', categorie: '02', eenheid: undefined, variant: undefined, tarieven: [] }],
    ]);
  });

  it('zonder eigen tarief geldt dat van het product', () => {
    expect(contracten(GEMEENTE, ANDERE)?.get('A')?.tarieven).toEqual([{ vanaf: '2026-01-01', totEnMet: '2026-06-30', centen: 100 }]);
    expect(contracten(GEMEENTE, ANDERE)?.has('B')).toBe(false);
  });

  it('kent geen gemeente zonder bestand en geen aanbieder zonder contract', () => {
    expect(contracten('0363', AANBIEDER)).toBeUndefined();
    expect(contracten(GEMEENTE, '99999999')).toBeUndefined();
  });

  it('maakt de producten van een paar een keer', () => {
    expect(contracten(GEMEENTE, AANBIEDER)).toBe(contracten(GEMEENTE, AANBIEDER));
  });
});

describe('laadContracten', () => {
  const map = mkdtempSync(join(tmpdir(), 'iwmo-contracten-'));
  afterAll(() => { rmSync(map, { recursive: true, force: true }); });

  it('leest de map, en weigert wat niet klopt', () => {
    writeFileSync(join(map, 'een.yaml'), stringify(INHOUD));
    expect(laadContracten(map)(GEMEENTE, ANDERE)?.size).toBe(1);
    writeFileSync(join(map, 'twee.yaml'), stringify(KLEIN));
    expect(() => laadContracten(map)).toThrow(RegioFout);
  });

  it('zonder map is er niets bekend', () => {
    expect(laadContracten(undefined)(GEMEENTE, AANBIEDER)).toBeUndefined();
  });
});

describe('tariefVan', () => {
  it.each([
    [AANBIEDER, '2025-12-31', undefined], [AANBIEDER, '2026-01-01', 110], [AANBIEDER, '2026-03-31', 110], [AANBIEDER, '2026-04-01', 120],
    [ANDERE, '2026-06-30', 100], [ANDERE, '2026-07-01', undefined], ['99999999', '2026-01-01', 100],
  ])('%s op %s: %s', (aanbieder, datum, centen) => {
    expect(tariefVan(beleid, GEMEENTE, aanbieder, 'A', datum)).toBe(centen);
  });

  it('van een onbekend product of een onbekende gemeente is er geen', () => {
    expect(tariefVan(beleid, GEMEENTE, AANBIEDER, 'X', '2026-01-01')).toBeUndefined();
    expect(tariefVan(beleid, '0363', AANBIEDER, 'A', '2026-01-01')).toBeUndefined();
  });
});

describe('signalen', () => {
  const met = (signaal: object) => beleidVan({ ...INHOUD, signalen: [{ signaal: 's', ...signaal } as never] });
  const cijfer = { gemeente: GEMEENTE, aanbieder: AANBIEDER, code: 'A', maand: '2026-01', volume: 1, eenheid: '04' as const, bedrag: 100 };

  it('een jaarmaximum per aanbieder of gemeente, in centen', () => {
    const cijfers = [cijfer, { ...cijfer, maand: '2026-02' }, { ...cijfer, aanbieder: ANDERE }, { ...cijfer, maand: '2025-12' }];
    const soort = { soort: 'jaarmaximum', voor: ['A'] };
    expect(signalen(met({ ...soort, per: 'aanbieder', maximum: 200 }), cijfers)).toEqual([]);
    expect(signalen(met({ ...soort, per: 'aanbieder', maximum: 199 }), cijfers)).toMatchObject([{ aanbieder: AANBIEDER, periode: '2026', waarde: 200, grens: 199 }]);
    expect(signalen(met({ ...soort, per: 'gemeente', maximum: 299 }), cijfers)).toMatchObject([{ periode: '2026', waarde: 300 }]);
    expect(signalen(met({ ...soort, per: 'gemeente', maximum: 300 }), cijfers)).toEqual([]);
  });

  it('uren en minuten tellen samen, andere eenheden niet mee', () => {
    const beleidMet = met({ soort: 'jaarmaximum', voor: ['A'], per: 'gemeente', maximum: 90, eenheid: '01' });
    const minuten = (volume: number) => ({ ...cijfer, volume, eenheid: '01' as const });
    expect(signalen(beleidMet, [cijfer, minuten(30), { ...cijfer, volume: 999, eenheid: '14' as const }])).toEqual([]);
    expect(signalen(beleidMet, [cijfer, minuten(31)])).toMatchObject([{ waarde: 91, grens: 90 }]);
  });

  it('een mix in volume, en niets te melden zonder productie', () => {
    const beleidMet = beleidVan({
      ...INHOUD, producten: (INHOUD.producten ?? []).map((product) => ({ ...product, eenheid: '04' as const })),
      signalen: [{ signaal: 's', soort: 'mix', deel: ['A'], geheel: ['A', 'groep'], meet: 'volume', hoogstens: 50 }] });
    const ander = { ...cijfer, code: 'B', volume: 60, eenheid: '01' as const };
    expect(signalen(beleidMet, [cijfer, ander])).toEqual([]);
    expect(signalen(beleidMet, [cijfer, { ...ander, volume: 59 }])).toHaveLength(1);
    expect(signalen(beleidMet, [{ ...cijfer, volume: 0 }])).toEqual([]);
    expect(signalen(beleidMet, [{ ...cijfer, gemeente: '0363' }])).toEqual([]);
  });
});
