import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metDocument, NietWelgevormd } from '../../../src/standaard/xml/libxml.js';
import { heeftDoctype, isLeesbareTekenset, regelVanDoctype, tekstVan } from '../../../src/standaard/xml/tekens.js';
import { CODERINGEN } from './coderingen.js';

const metNaam = (naam: string, rest: string): string => `<?xml version="1.0" encoding="${naam}"?>${rest}`;

describe('tekstVan', () => {
  it.each(CODERINGEN)('leest $naam zoals libxml2', (codering) => {
    const tekens = ['a', 'é', '€', '日', '😀', 'ÿ', 'Ÿ', 'œ', '\u{1d11e}', '\u0085', ' '].filter(codering.kan);
    fc.assert(fc.property(fc.array(fc.constantFrom(...tekens), { minLength: 1, maxLength: 40 }), (delen) => {
      const inhoud = delen.join('');
      const bytes = codering.naarBytes(metNaam(codering.declaratie ?? 'UTF-8', `<a>${inhoud}</a>`));
      expect(tekstVan(bytes)).toContain(`<a>${inhoud}</a>`);
      expect(metDocument(bytes, (document) => document.root.content)).toBe(inhoud);
    }), { numRuns: 30 });
  });

  it('een lang document in een vreemde codering blijft heel', () => {
    // Long enough to leave libxml2 in many pieces, with an odd start so that the pieces split characters.
    const inhoud = `x${'é€'.repeat(50_000)}`;
    const codering = CODERINGEN.find((c) => c.naam === 'windows-1252');
    const bytes = codering?.naarBytes(metNaam('windows-1252', `<a>${inhoud}<b/></a>`)) ?? Buffer.alloc(0);
    expect(tekstVan(bytes)).toContain(`<a>${inhoud}<b/></a>`);
  });

  it('laat de gegeven bytes ongemoeid', () => {
    const bytes = Buffer.from('\ufeff<a>é</a>', 'utf16le').swap16();
    const afdruk = bytes.toString('hex');
    expect(tekstVan(bytes)).toBe('<a>é</a>');
    expect(bytes.toString('hex')).toBe(afdruk);
  });

  it('leest een deel van een grotere buffer', () => {
    const groot = Buffer.from('rommel<a>é</a>rommel');
    expect(tekstVan(new Uint8Array(groot.buffer, groot.byteOffset + 6, 9))).toBe('<a>é</a>');
  });
});

describe('isLeesbareTekenset', () => {
  it.each(['UTF-8', 'utf8', 'US-ASCII', 'ISO-8859-1', 'iso-8859-15', 'windows-1252', 'cp850', 'KOI8-R', 'Shift_JIS', 'GB18030', 'Big5', 'EUC-JP'])(
    '%s wel', (naam) => { expect(isLeesbareTekenset(Buffer.from(metNaam(naam, '<a/>')))).toBe(true); });
  it.each(['UTF-7', 'UTF-16', 'UTF-16LE', 'UCS-2', 'UTF-32', 'UCS-4', 'wchar_t', 'IBM1047', 'EBCDIC', 'ISO-2022-JP', 'X', '', 'a b'])(
    '%j niet, in een document van losse bytes', (naam) => {
      const bytes = Buffer.from(metNaam(naam, '<a/>'));
      expect(isLeesbareTekenset(bytes)).toBe(false);
      expect(() => tekstVan(bytes)).toThrow(NietWelgevormd);
    });
  it('een zender kan het geheugen van namen niet laten groeien, en een vergeten naam werkt nog', () => {
    for (let i = 0; i < 300; i++) expect(isLeesbareTekenset(Buffer.from(metNaam(`onbekend-${i}`, '<a/>')))).toBe(false);
    expect(isLeesbareTekenset(Buffer.from(metNaam('iso-8859-9', '<a/>')))).toBe(true);
  });
});

describe('heeftDoctype', () => {
  const voor = fc.array(fc.oneof(
    fc.constantFrom(' ', '\n', '\t\r\n'),
    fc.constantFrom('<!---->', '<!-- -> - -->', '<!-- <!DOCTYPE a> -->', '<?a?>', '<?a ? > <!DOCTYPE b> ?>', '<!-- <? -->', '<?b -->?>'),
  ), { maxLength: 8 }).map((delen) => delen.join(''));
  const regel = (tekst: string): number => tekst.split('\n').length;

  it.each(CODERINGEN)('vindt hem in $naam, overal in de aanhef, op zijn regel', (codering) => {
    fc.assert(fc.property(voor, (aanhef) => {
      const kop = metNaam(codering.declaratie ?? 'UTF-8', aanhef);
      expect(regelVanDoctype(codering.naarBytes(`${kop}<!DOCTYPE a [<!ENTITY b "c">]><a/>`))).toBe(regel(kop));
      expect(heeftDoctype(codering.naarBytes(`${kop}<a><!DOCTYPE a></a>`))).toBe(false);
      expect(heeftDoctype(codering.naarBytes(`${kop}<!DOCTYP`))).toBe(false);
    }), { numRuns: 30 });
  });

  it('wat geen XML is heeft er geen', () => {
    for (const tekst of ['', '<', '<!--', '<?', 'x<!DOCTYPE a>', '{}', '<!-- <!DOCTYPE a>', '<!doctype a><a/>']) {
      expect(heeftDoctype(Buffer.from(tekst))).toBe(false);
    }
  });

  it('libxml2 ziet een DOCTYPE waar hij gezien wordt, en alleen daar', () => {
    const stukken = fc.constantFrom(' ', '\n', '<!---->', '<!-- x -->', '<?a?>', '<!DOCTYPE a>', '<!DOCTYPE', '>', '<a/>', '<!--', '-->', '?>', '<?',
      '<?xml version="1.0"?>');
    fc.assert(fc.property(fc.array(stukken, { maxLength: 8 }), (delen) => {
      const bytes = Buffer.from(delen.join(''));
      let dtd: boolean | undefined;
      try {
        dtd = metDocument(bytes, (document) => document.dtd !== null);
      } catch (e) {
        if (!(e instanceof NietWelgevormd)) throw e;
      }
      if (dtd !== undefined) expect(heeftDoctype(bytes)).toBe(dtd);
    }), { numRuns: 1000 });
  });
});
