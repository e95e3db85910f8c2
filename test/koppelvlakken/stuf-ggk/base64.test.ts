import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knip, uitBase64 } from '../../../src/koppelvlakken/stuf-ggk/base64.js';

describe('knip', () => {
  const bytes = Buffer.alloc(30_000, 'inhoud');
  const lang = bytes.toString('base64');
  const regels = (lang.match(/.{1,76}/g) ?? []).join('&#13;\r\n');

  it('haalt alleen lange stukken Base64 tussen twee elementen weg', () => {
    const xml = `<a b=">${'A'.repeat(9000)}"><c>${lang}</c><d>${'é'.repeat(9000)}</d><e>${lang}*</e><f>AAAA</f></a>`;
    const { rest, inhouden } = knip(Buffer.from(xml));
    expect([...inhouden.values()]).toEqual([bytes]);
    expect(rest.toString()).toBe(xml.replace(`<c>${lang}`, `<c>${[...inhouden.keys()][0]}`));
  });

  it('knipt ook met regeleinden en verwijzingen daarnaar, en elk stuk apart', () => {
    expect([...knip(Buffer.from(`<a><b>\n${regels}\n</b><c>${lang}</c></a>`)).inhouden.values()]).toEqual([bytes, bytes]);
  });

  it('verliest niets, wat er ook staat', () => {
    const deel = fc.oneof(fc.constantFrom('<a>', '</a>', '<!-- > -->', '<![CDATA[>', ']]>', '&lt;', '>', '<', '\n'),
      fc.integer({ min: 1, max: 20_000 }).map((n) => 'QUJD'.repeat(n).slice(0, n)), fc.string({ unit: 'binary-ascii' }));
    let geknipt = 0;
    fc.assert(fc.property(fc.array(deel, { maxLength: 12 }), (delen) => {
      const tekst = delen.join('');
      const { rest, inhouden } = knip(Buffer.from(tekst, 'latin1'));
      geknipt += inhouden.size;
      const hersteld = [...inhouden].reduce((t, [merk, inhoud]) => t.replace(merk, inhoud.toString('base64')), rest.toString('latin1'));
      const kaal = (t: string): string => t.replace(/\s/g, '');
      expect(kaal(hersteld)).toBe(kaal(tekst));
    }), { numRuns: 500, examples: [[['<a>', 'QUJD'.repeat(5000), '</a>']]] });
    expect(geknipt).toBeGreaterThan(0);
  });
});

describe('uitBase64', () => {
  it('leest wat een ander schreef, met witruimte waar die wil', () => {
    const wit = fc.constantFrom('', ' ', '\n', '\r\n', '\t', '&#13;', '&#xD;\n', '&#x0A;');
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), fc.array(wit, { minLength: 1, maxLength: 5 }), (bytes, witten) => {
      const tekens = [...Buffer.from(bytes).toString('base64')];
      const tekst = tekens.map((teken, i) => teken + (witten[i % witten.length] ?? '')).join('');
      expect(uitBase64(Buffer.from(tekst))?.equals(Buffer.from(bytes))).toBe(true);
    }));
  });

  it.each([
    ['een teken dat er niet bij hoort', 'AAA*'], ['URL-variant', 'AA-_'], ['te kort', 'AAA'], ['te veel vulling', 'A==='], ['vulling middenin', 'AA==AAAA'],
    ['alleen vulling', '===='], ['bits die nul horen te zijn', 'AB=='], ['idem met één vulteken', 'AAB='], ['een entiteit', 'AAAA&lt;'], ['een NUL', 'AAA\0'],
  ])('weigert %s', (_wat, tekst) => {
    expect(uitBase64(Buffer.from(tekst, 'latin1'))).toBeUndefined();
  });
});
