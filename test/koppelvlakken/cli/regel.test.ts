import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afstand } from '../../../src/koppelvlakken/cli/afstand.js';
import { suggesties } from '../../../src/koppelvlakken/cli/regel.js';
import { CATALOGUS } from '../../../src/standaard/regels/catalogus/index.js';
import { iwmo } from './proefopstelling.js';

describe('iwmo regel', () => {
  it.each(CATALOGUS.map((regel) => [regel.code, regel] as const))('legt %s uit met alles wat de catalogus weet', async (code, regel) => {
    const { uitgang, uit, fout } = await iwmo(['regel', code]);
    expect([uitgang, fout]).toEqual([0, '']);
    const woorden = uit.replaceAll(/\s+/g, ' ');
    const { niveau, retourcode = 'geen retourcode', eis, lezing = '', doen } = regel;
    for (const tekst of [code, `niveau ${niveau}`, retourcode, eis, lezing, doen]) expect(woorden).toContain(tekst);
    for (const [bericht, klasse] of regel.plaatsen) expect(uit).toMatch(new RegExp(`^  ${bericht} ${klasse}\\b`, 'm'));
  });

  it('neemt ook kleine letters, en meer codes tegelijk', async () => {
    const { uitgang, uit } = await iwmo(['regel', ' tr063 ', 'CS002']);
    expect(uitgang).toBe(0);
    expect(uit).toMatch(/^TR063: [^]*^CS002: /m);
  });

  it('noemt bij een onbekende code wat er misschien is bedoeld, met uitgang 2', async () => {
    const { uitgang, uit, fout } = await iwmo(['regel', 'TR036']);
    expect([uitgang, uit]).toEqual([2, '']);
    expect(fout).toContain('De regel TR036 bestaat niet. Bedoelt u ');
    expect(suggesties('TR036')).toContain('TR063');
  });

  it.each([
    ['een retourcode', '9063', ['TR063']],
    ['een cijfer te veel', 'TR0063', ['TR063']],
    ['onzin', 'iets heel anders', []],
  ])('suggesties bij %s', (_naam, gevraagd, verwacht) => {
    if (verwacht.length === 0) expect(suggesties(gevraagd)).toEqual([]);
    else expect(suggesties(gevraagd)).toEqual(expect.arrayContaining(verwacht));
  });

  it('zonder code: uitgang 2', async () => {
    expect(await iwmo(['regel'])).toMatchObject({ uitgang: 2, uit: '' });
  });
});

describe('afstand', () => {
  const woord = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });

  it('is 0 bij gelijke teksten, symmetrisch, en nooit meer dan de langste', () => {
    fc.assert(fc.property(woord, woord, (a, b) => {
      expect(afstand(a, a)).toBe(0);
      expect(afstand(a, b)).toBe(afstand(b, a));
      expect(afstand(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      expect(afstand(a, b) === 0).toBe(a === b);
    }));
  });

  it.each([['TR063', 'TR036', 1], ['TR063', 'TR06', 1], ['TR063', 'CR063', 1], ['abc', '', 3], ['ab', 'cd', 2]])(
    '%s en %s: %d', (a, b, verwacht) => { expect(afstand(a, b)).toBe(verwacht); });
});
