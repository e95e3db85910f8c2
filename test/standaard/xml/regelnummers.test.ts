import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { regelsVanStarttags } from '../../../src/standaard/xml/regelnummers.js';

describe('regelsVanStarttags', () => {
  const stukken = fc.constantFrom('\n', 'tekst', '<!-- <x>\n -->', '<!---->', '<?p <x>\n?>', '<![CDATA[<x>\n]]>', '</x>', '\r\n', '>', ']]', '--');

  it('telt starttags en regels, en niets anders', () => {
    const starttags = fc.constantFrom('<a>', '<b\n c="1"\n/>', '<c d=">\n\'" e=\'">\'>');
    fc.assert(fc.property(fc.array(fc.oneof(stukken, starttags), { maxLength: 40 }), (delen) => {
      const verwacht = new Map<number, number>();
      delen.forEach((deel, i) => {
        if (/^<[abc]/.test(deel)) verwacht.set(verwacht.size + 1, delen.slice(0, i + 1).join('').split('\n').length);
      });
      expect(regelsVanStarttags(delen.join(''), verwacht.keys())).toEqual(verwacht);
    }));
  });

  it('geeft alleen wat gevraagd is en wat er is', () => {
    expect([...regelsVanStarttags('<a>\n<b/>\n<c/></a>', [3, 1, 9])]).toEqual([[1, 1], [3, 3]]);
    expect(regelsVanStarttags('<a/>', []).size).toBe(0);
    expect(regelsVanStarttags('<!-- niet gesloten', [1]).size).toBe(0);
  });
});
