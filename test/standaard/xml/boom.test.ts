import fc from 'fast-check';
import type { XmlDocument } from 'libxml2-wasm';
import { XmlNodeStruct, XmlTreeCommonStruct } from 'libxml2-wasm/lib/libxml2.mjs';
import { describe, expect, it } from 'vitest';
import { doorloop, inhoudVan, kindVan, plaatsenVan, snoeiNa, volgnummersVan, wortelVan, type Knoop } from '../../../src/standaard/xml/boom.js';
import { metDocument } from '../../../src/standaard/xml/libxml.js';

const { name_: naam, children, next, type } = XmlTreeCommonStruct;
const VER = 1000;

function met<T>(xml: string, gebruik: (wortel: Knoop, document: XmlDocument) => T): T {
  return metDocument(Buffer.from(xml), (document) => gebruik(wortelVan(document), document));
}

function kinderen(ouder: Knoop): Knoop[] {
  const gevonden: Knoop[] = [];
  for (let kind = children(ouder); kind !== 0; kind = next(kind)) gevonden.push(kind);
  return gevonden;
}

/** All elements in document order, by the library's own accessors. */
function elementen(knoop: Knoop): Knoop[] {
  return type(knoop) === 1 ? [knoop, ...kinderen(knoop).flatMap(elementen)] : [];
}

/** XML of elements a to c with text, comments and attributes in between, and its greatest depth. */
const boom = fc.letrec<{ element: { xml: string; diepte: number } }>((band) => ({
  element: fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('', ' x="1"', ' xmlns:p="u" xmlns:q="v"'),
    fc.array(fc.oneof({ maxDepth: 4 }, fc.constantFrom('t', ' ', '<!--c-->', '<?p?>'), band('element')), { maxLength: 6 }))
    .map(([wat, attributen, inhoud]) => ({
      xml: `<${wat}${attributen}>${inhoud.map((deel) => (typeof deel === 'string' ? deel : deel.xml)).join('')}</${wat}>`,
      diepte: 1 + Math.max(0, ...inhoud.map((deel) => (typeof deel === 'string' ? 0 : deel.diepte))),
    })),
})).element;

describe('doorloop', () => {
  it('vindt precies wat te diep is, en laat een gewoon document zoals het is', () => {
    fc.assert(fc.property(boom, ({ xml, diepte }) => {
      met(xml, (wortel, document) => {
        const voor = document.toString({ format: false });
        expect(doorloop(wortel, diepte)).toEqual({ teVeelNamen: false });
        expect(doorloop(wortel, diepte - 1).teDiep).not.toBe(undefined);
        expect(document.toString({ format: false })).toBe(voor);
      });
    }), { numRuns: 200 });
  });

  it('voegt een waarde in veel stukken samen zonder haar te veranderen', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('x', 'é', '&amp;', ' ', '\n', '&#13;', '😀'), { minLength: 12, maxLength: 40 }),
      fc.constantFrom('<!---->', '<?p?>'), (tekens, scheiding) => {
        met(`<a><b>${tekens.join(scheiding)}</b><c>kort<!---->stuk</c></a>`, (wortel) => {
          const b = kindVan(wortel, 'b');
          const [inhoud, buurman] = [inhoudVan(b), inhoudVan(kindVan(wortel, 'c'))];
          doorloop(wortel, VER);
          expect(inhoudVan(b)).toBe(inhoud);
          expect(kinderen(b).filter((kind) => type(kind) === 3)).toHaveLength(1);
          expect(inhoudVan(kindVan(wortel, 'c'))).toBe(buurman);
          expect(kinderen(kindVan(wortel, 'c'))).toHaveLength(3);
        });
      }));
  });

  it('laat elementen staan waar tekst eromheen wordt samengevoegd', () => {
    met(`<a>${'t<!---->'.repeat(20)}<b/>${'u<?p?>'.repeat(20)}<c/></a>`, (wortel) => {
      doorloop(wortel, VER);
      expect(elementen(wortel).map(naam)).toEqual(['a', 'b', 'c']);
      expect(inhoudVan(wortel)).toBe('t'.repeat(20) + 'u'.repeat(20));
    });
  });

  it('houdt van veel attributen genoeg over om ongeldig te blijven', () => {
    met(`<a ${Array.from({ length: 200 }, (_, i) => `a${i}=""`).join(' ')}><b c="1"/></a>`, (wortel, document) => {
      doorloop(wortel, VER);
      const over = document.toString().match(/ a\d+=""/g) ?? [];
      expect(over.length).toBeGreaterThan(10);
      expect(over.length).toBeLessThan(200);
      expect(XmlNodeStruct.properties(kindVan(wortel, 'b'))).not.toBe(0);
    });
  });

  it('telt namespaces tegen elementen met attributen', () => {
    const xml = (namespaces: number, attributen: number): string =>
      `<a ${Array.from({ length: namespaces }, (_, i) => `xmlns:p${i}="u"`).join(' ')}>${'<b c=""/>'.repeat(attributen)}</a>`;
    expect(met(xml(10_000, 4_000), (wortel) => doorloop(wortel, VER).teVeelNamen)).toBe(false);
    expect(met(xml(10_000, 6_000), (wortel) => doorloop(wortel, VER).teVeelNamen)).toBe(true);
    expect(met(xml(1, 100_000), (wortel) => doorloop(wortel, VER).teVeelNamen)).toBe(false);
  });
});

describe('plaatsen en volgnummers', () => {
  it('kloppen voor elk element', () => {
    fc.assert(fc.property(boom, ({ xml }) => {
      met(xml, (wortel) => {
        const alle = elementen(wortel);
        expect(volgnummersVan(wortel, new Set(alle))).toEqual(new Map(alle.map((element, i) => [element, i + 1])));
        const plaatsen = plaatsenVan(wortel, alle);
        const pad = (element: Knoop): string => {
          const { namen = [], posities = [] } = plaatsen.get(element) ?? {};
          return namen.map((n, i) => `/${n}[${posities[i] ?? 0}]`).join('');
        };
        // A path with a position at every step says which element it is, also to libxml2.
        expect(new Set(alle.map(pad)).size).toBe(alle.length);
        met(xml, (_, document) => {
          for (const element of alle) expect(document.find(pad(element)).map((k) => 'name' in k && k.name)).toEqual([naam(element)]);
        });
      });
    }), { numRuns: 100 });
  });
});

describe('snoeiNa', () => {
  it('haalt alles na een element weg en niets ervoor of erin', () => {
    fc.assert(fc.property(boom, fc.nat(), ({ xml }, welk) => {
      met(xml, (wortel) => {
        const alle = elementen(wortel);
        const element = alle[welk % alle.length] ?? wortel;
        const blijft = alle.slice(0, alle.indexOf(element) + elementen(element).length);
        snoeiNa(element);
        expect(elementen(wortel)).toEqual(blijft);
        expect(next(element)).toBe(0);
      });
    }), { numRuns: 200 });
  });
});
