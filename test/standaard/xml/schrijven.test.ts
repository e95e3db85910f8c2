import { describe, expect, it } from 'vitest';
import { leesBericht } from '../../../src/standaard/xml/lezen.js';
import { controleerNiveau1 } from '../../../src/standaard/xml/niveau1.js';
import { NietSchrijfbaar, schrijfBericht } from '../../../src/standaard/xml/schrijven.js';
import { schemas } from '../../hulp/schema.js';
import { wmo301, wmo305 } from '../../hulp/voorbeelden.js';

const metCommentaar = (Commentaar: string) => ({ ...wmo301, Client: { ...wmo301.Client, Commentaar } });

describe('schrijven', () => {
  it('geeft UTF-8 zonder BOM, met declaratie en de gebruikelijke voorvoegsels', () => {
    const xml = schrijfBericht('WMO305', wmo305).toString();
    expect(xml).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<wmo305:Bericht xmlns:/);
    expect(xml).toContain('<iwmo:Identificatie>S0001</iwmo:Identificatie>');
    expect(xml.endsWith('</wmo305:Bericht>\n')).toBe(true);
  });

  it('schrijft in de volgorde van het schema, wat de volgorde in het object ook is', () => {
    const { Header, Client } = wmo305;
    const omgekeerd = { Client: Object.fromEntries(Object.entries(Client).reverse()) as unknown as typeof Client, Header };
    expect(schrijfBericht('WMO305', omgekeerd).equals(schrijfBericht('WMO305', wmo305))).toBe(true);
  });

  it('laat weg wat er niet is, en wat het schema niet kent', () => {
    const bericht = { ...wmo305, Client: { ...wmo305.Client, Commentaar: undefined, Onzin: 'x' } };
    expect(schrijfBericht('WMO305', bericht as unknown as typeof wmo305).equals(schrijfBericht('WMO305', wmo305))).toBe(true);
  });

  it('elk teken dat XML kent komt heel over', () => {
    const tekens: string[] = [];
    for (let code = 1; code <= 0x10ffff; code += code < 0x3000 ? 1 : 97) {
      const stuurteken = code < 0x20 && ![9, 10, 13].includes(code);
      const surrogaat = code >= 0xd800 && code <= 0xdfff;
      if (!stuurteken && !surrogaat && code !== 0xfffe && code !== 0xffff) tekens.push(String.fromCodePoint(code));
    }
    const bericht = metCommentaar(tekens.join(''));
    const bytes = schrijfBericht('WMO301', bericht);
    expect(controleerNiveau1(bytes, schemas())).toMatchObject({ geldig: true });
    expect(leesBericht('WMO301', bytes)).toStrictEqual(bericht);
  });

  it.each(['\u0000', '\u0008', '\u000b', '\u001f', '\ufffe', '\uffff', '\ud800', 'a\udc00b', '\ud83dx', '\udc00\ud800'])(
    'weigert %j met de naam van het element en zonder de waarde', (teken) => {
      const schrijf = (): Buffer => schrijfBericht('WMO301', metCommentaar(`Geheim ${teken} Geheim`));
      expect(schrijf).toThrow(NietSchrijfbaar);
      expect(schrijf).toThrow(/^(?!.*Geheim).*Commentaar/);
    });

  it.each(['x</wmo301:Commentaar><wmo301:Bsn>1</wmo301:Bsn>', ']]>', '<![CDATA[x]]>', '<!-- x -->', '<?x?>',
    '&lt;', '&#0;', '&x;', '" a="', '\r\n\r'])(
    'opmaak in een waarde blijft een waarde: %j', (waarde) => {
      const bericht = metCommentaar(waarde.trim() === '' ? `x${waarde}` : waarde);
      const bytes = schrijfBericht('WMO301', bericht);
      expect(controleerNiveau1(bytes, schemas())).toMatchObject({ geldig: true });
      expect(leesBericht('WMO301', bytes)).toStrictEqual(bericht);
    });
});
