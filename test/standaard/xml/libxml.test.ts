/** What this project takes for granted of libxml2-wasm, so that a new version that changes it is noticed. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { diag, XmlDocument } from 'libxml2-wasm';
import * as libxml2 from 'libxml2-wasm/lib/libxml2.mjs';
import { describe, expect, it } from 'vitest';
import { leesBericht } from '../../../src/standaard/xml/lezen.js';
import { MAX_FOUTEN, metDocument, NietWelgevormd } from '../../../src/standaard/xml/libxml.js';
import { controleerNiveau1 } from '../../../src/standaard/xml/niveau1.js';
import { schrijfBericht } from '../../../src/standaard/xml/schrijven.js';
import { schemas } from '../../hulp/schema.js';
import { wmo305 } from '../../hulp/voorbeelden.js';
import { CODERINGEN } from './coderingen.js';

const MAP = fileURLToPath(new URL('../../../fixtures/vijandig/', import.meta.url));
const GELDIG = schrijfBericht('WMO305', wmo305);
const utf8 = (xml: string): Buffer => Buffer.from(xml);

describe('libxml2-wasm', () => {
  it('laat een eigen verzamelaar van fouten toe', () => {
    expect(libxml2.addFunction).toBeTypeOf('function');
    expect(libxml2.error.errorCollector).toBeTypeOf('number');
  });

  it('kent een document aan zijn adres', () => {
    const naam = metDocument(utf8('<a><b/></a>'), (document) => {
      const adres = (document as unknown as { readonly _ptr: unknown })._ptr;
      expect(adres).toBeTypeOf('number');
      return libxml2.XmlTreeCommonStruct.name_(libxml2.xmlDocGetRootElement(adres as number));
    });
    expect(naam).toBe('a');
  });

  it('geeft de foutcodes waarop de meldingen berusten', () => {
    const codes = (xml: string): readonly number[] => {
      try {
        metDocument(utf8(xml), () => undefined);
        return [];
      } catch (e) {
        if (e instanceof NietWelgevormd) return e.fouten.map((f) => f.code);
        throw e;
      }
    };
    expect(codes('')).toEqual([4]);
    expect(codes('<a></b>')).toContain(76);
    expect(codes('<a/><b/>')).toContain(5);
    expect(codes('<a>'.repeat(257))).toContain(114);
  });
});

describe('metDocument', () => {
  it('bewaart geen teksten van libxml2 die het document aanhalen', () => {
    try {
      metDocument(utf8('<a>&Geheim;</Geheim>'), () => undefined);
      expect.unreachable();
    } catch (e) {
      expect(e).toBeInstanceOf(NietWelgevormd);
      expect(JSON.stringify((e as NietWelgevormd).fouten)).not.toContain('Geheim');
    }
  });

  it('geeft door wat de gebruiker van het document gooit', () => {
    expect(() => metDocument(utf8('<a/>'), () => { throw new RangeError('zo'); })).toThrow(RangeError);
  });
});

describe('opruimen', () => {
  /** Documents that are still open after `doe`. */
  function open(doe: () => void): number {
    diag.configure({ enabled: true });
    try {
      doe();
      const verslag = (diag.report() ?? {}) as Readonly<Record<string, { readonly totalInstances: number }>>;
      return Object.values(verslag).reduce((som, { totalInstances }) => som + totalInstances, 0);
    } finally {
      diag.configure({ enabled: false });
    }
  }

  it('de meting ziet een vergeten document', () => {
    let document: XmlDocument | undefined;
    expect(open(() => { document = XmlDocument.fromBuffer(utf8('<a/>')); })).toBe(1);
    document?.dispose();
  });

  it('elk document is weg, hoe het ook afloopt', () => {
    const vijandig = readdirSync(MAP).filter((naam) => naam.endsWith('.xml')).map((naam) => readFileSync(MAP + naam));
    const begin = '<wmo305:StartProduct>';
    const veelFouten = utf8(GELDIG.toString().replace(begin, `${'<wmo305:StartProduct/>'.repeat(MAX_FOUTEN * 2)}${begin}`));
    const coderingen = CODERINGEN.map((codering) => codering.naarBytes(
      GELDIG.toString().replace('"UTF-8"', `"${codering.declaratie ?? 'UTF-8'}"`)));
    schemas();
    expect(open(() => {
      for (let ronde = 0; ronde < 3; ronde++) {
        for (const bytes of [...vijandig, ...coderingen, veelFouten, GELDIG]) {
          const uitkomst = controleerNiveau1(bytes, schemas());
          if (uitkomst.geldig) leesBericht(uitkomst.berichtsoort, bytes);
          else expect(() => leesBericht('WMO305', bytes.subarray(0, bytes.length - 20))).toThrow();
        }
        expect(() => metDocument(GELDIG, () => { throw new Error('halverwege'); })).toThrow('halverwege');
      }
    })).toBe(0);
  });
});
