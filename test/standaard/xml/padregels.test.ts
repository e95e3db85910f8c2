import fc from 'fast-check';
import { XmlElement } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { regelnummers } from '../../../src/standaard/xml/padregels.js';
import { klassenVan, padVan } from '../../../src/standaard/regels/voorkomens.js';
import { metDocument } from '../../../src/standaard/xml/libxml.js';
import { schrijfBericht } from '../../../src/standaard/xml/schrijven.js';
import { VOORBEELDEN } from '../../hulp/voorbeelden.js';

type Soort = keyof typeof VOORBEELDEN;
const SOORTEN = Object.keys(VOORBEELDEN) as readonly Soort[];

/** All elements as libxml2 sees them, each with an index on every step and its line. */
function regelsVolgensLibxml(bytes: Uint8Array): Map<string, number> {
  const regels = new Map<string, number>();
  const bezoek = (element: XmlElement, pad: string): void => {
    regels.set(pad, element.line);
    const tellers = new Map<string, number>();
    for (const kind of element.find('*')) {
      if (!(kind instanceof XmlElement)) continue;
      const nummer = (tellers.get(kind.name) ?? 0) + 1;
      tellers.set(kind.name, nummer);
      bezoek(kind, `${pad}/${kind.name}[${nummer}]`);
    }
  };
  metDocument(bytes, (document) => { bezoek(document.root, `/${document.root.name}[1]`); });
  return regels;
}

const alsObject = (regels: ReadonlyMap<string, number>) => Object.fromEntries(regels);

describe('regelnummers', () => {
  it.each(SOORTEN)('vindt in een %s elk element op de regel die libxml2 noemt', (soort) => {
    const bytes = schrijfBericht(soort, VOORBEELDEN[soort] as never);
    const verwacht = regelsVolgensLibxml(bytes);
    expect(verwacht.size).toBeGreaterThan(10);
    expect(alsObject(regelnummers(bytes, verwacht.keys()))).toEqual(alsObject(verwacht));
  });

  it.each(SOORTEN)('vindt in een %s elk pad dat een bevinding kan noemen', (soort) => {
    const bericht = VOORBEELDEN[soort];
    const bytes = schrijfBericht(soort, bericht as never);
    const regels = bytes.toString().split('\n');
    const voorkomens = [...klassenVan(soort, bericht as never).values()].flat();
    for (const [pad, regel] of regelnummers(bytes, voorkomens.map((voorkomen) => padVan(voorkomen)))) {
      const naam = /([^/]+?)(\[\d+\])?$/.exec(pad)?.[1] ?? '';
      expect(regels[regel - 1], pad).toContain(`<${soort.toLowerCase()}:${naam}>`);
    }
  });

  it('volgt opmaak die er niet toe doet: lege regels, commentaar, attributen over regels, en andere regeleinden', () => {
    const wit = fc.constantFrom('', '\n', '\r\n', '\n\n  ', '<!-- <b/>\n -->', '<?pi a\nb?>', '<![CDATA[<b>\n]]>');
    const tag = fc.constantFrom('<b>', '<b\n>', '<p:b\n  x="1"\n>', '<b x="\n">');
    fc.assert(fc.property(fc.array(fc.tuple(wit, tag), { maxLength: 6 }), fc.boolean(), (kinderen, breed) => {
      const inhoud = kinderen.map(([w, t]) => `${w}${t}${t.startsWith('<p:') ? '</p:b>' : '</b>'}`).join('');
      const tekst = `<?xml version="1.0"${breed ? ' encoding="UTF-16"' : ''}?>\n<a xmlns:p="urn:p">${inhoud}\n</a>`;
      const bytes = breed ? Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(tekst, 'utf16le')]) : Buffer.from(tekst);
      const verwacht = regelsVolgensLibxml(bytes);
      expect(alsObject(regelnummers(bytes, verwacht.keys()))).toEqual(alsObject(verwacht));
    }));
  });

  it('geeft bij een element dat ontbreekt de regel van wat er wel is', () => {
    const bytes = Buffer.from('<a>\n <b>\n  <c/>\n </b>\n <b>\n </b>\n</a>');
    expect(alsObject(regelnummers(bytes, ['/a/b[2]/c', '/a/b/c', '/a/b[3]', '/x/y', '/'])))
      .toEqual({ '/a/b[2]/c': 5, '/a/b/c': 3, '/a/b[3]': 1, '/x/y': 1, '/': 1 });
  });
});
