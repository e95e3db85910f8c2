/** Character encodings to write test documents in: what each can hold, how it is declared and how text becomes bytes. */

export interface Codering {
  readonly naam: string;
  /** Name for the XML declaration; undefined where the document may go without. */
  readonly declaratie: string | undefined;
  readonly kan: (teken: string) => boolean;
  readonly naarBytes: (tekst: string) => Buffer;
}

const BOM = '\ufeff';
const alles = (): boolean => true;
const utf16be = (tekst: string): Buffer => Buffer.from(tekst, 'utf16le').swap16();

function utf32(tekst: string, schrijf: (buffer: Buffer, teken: number, plaats: number) => void): Buffer {
  const tekens = [...tekst];
  const buffer = Buffer.alloc(tekens.length * 4);
  tekens.forEach((teken, i) => { schrijf(buffer, teken.codePointAt(0) ?? 0, i * 4); });
  return buffer;
}

/** The upper half of windows-1252. Written out: the TextDecoder of some versions of Node takes it for ISO-8859-1. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const LATIN1 = String.fromCharCode(...Array.from({ length: 256 }, (_, i) => i));
const LATIN9 = new Map([['¤', '€'], ['¦', 'Š'], ['¨', 'š'], ['´', 'Ž'], ['¸', 'ž'], ['¼', 'Œ'], ['½', 'œ'], ['¾', 'Ÿ']]);

/** An 8-bit encoding by the characters of its 256 bytes. */
function achtBits(naam: string, tekens: string): Codering {
  const bytes = new Map([...tekens].map((teken, i) => [teken, i]));
  return {
    naam, declaratie: naam, kan: (teken) => bytes.has(teken),
    naarBytes: (tekst) => Buffer.from([...tekst].map((teken) => {
      const byte = bytes.get(teken);
      if (byte === undefined) throw new Error(`${naam} kent U+${(teken.codePointAt(0) ?? 0).toString(16)} niet`);
      return byte;
    })),
  };
}

export const CODERINGEN: readonly Codering[] = [
  { naam: 'UTF-8', declaratie: undefined, kan: alles, naarBytes: (tekst) => Buffer.from(tekst) },
  { naam: 'UTF-8 met naam', declaratie: 'utf-8', kan: alles, naarBytes: (tekst) => Buffer.from(tekst) },
  { naam: 'UTF-8 met BOM', declaratie: undefined, kan: alles, naarBytes: (tekst) => Buffer.from(BOM + tekst) },
  { naam: 'UTF-8 met BOM en verkeerde naam', declaratie: 'ISO-8859-1', kan: alles, naarBytes: (tekst) => Buffer.from(BOM + tekst) },
  { naam: 'UTF-16LE met BOM', declaratie: undefined, kan: alles, naarBytes: (tekst) => Buffer.from(BOM + tekst, 'utf16le') },
  { naam: 'UTF-16BE met BOM', declaratie: 'UTF-16', kan: alles, naarBytes: (tekst) => utf16be(BOM + tekst) },
  { naam: 'UTF-16LE zonder BOM', declaratie: 'UTF-16', kan: alles, naarBytes: (tekst) => Buffer.from(tekst, 'utf16le') },
  { naam: 'UTF-16BE zonder BOM', declaratie: 'UTF-16BE', kan: alles, naarBytes: utf16be },
  { naam: 'UTF-32LE zonder BOM', declaratie: 'UTF-32', kan: alles,
    naarBytes: (tekst) => utf32(tekst, (buffer, teken, plaats) => buffer.writeUInt32LE(teken, plaats)) },
  { naam: 'UTF-32BE zonder BOM', declaratie: 'UCS-4', kan: alles,
    naarBytes: (tekst) => utf32(tekst, (buffer, teken, plaats) => buffer.writeUInt32BE(teken, plaats)) },
  { naam: 'ISO-8859-1', declaratie: 'ISO-8859-1', kan: (teken) => teken <= '\u00ff', naarBytes: (tekst) => Buffer.from(tekst, 'latin1') },
  { naam: 'latin1', declaratie: 'Latin1', kan: (teken) => teken <= '\u00ff', naarBytes: (tekst) => Buffer.from(tekst, 'latin1') },
  { naam: 'US-ASCII', declaratie: 'US-ASCII', kan: (teken) => teken <= '\u007f', naarBytes: (tekst) => Buffer.from(tekst, 'latin1') },
  achtBits('windows-1252', LATIN1.slice(0, 0x80) + WINDOWS_1252 + LATIN1.slice(0xa0)),
  achtBits('iso-8859-15', [...LATIN1].map((teken) => LATIN9.get(teken) ?? teken).join('')),
  achtBits('cp1252', LATIN1.slice(0, 0x80) + WINDOWS_1252 + LATIN1.slice(0xa0)),
  // Two bytes a character, of which the second can be an ASCII letter.
  { naam: 'GB18030', declaratie: 'GB18030', kan: (teken) => teken <= '\u007f' || teken === '日',
    naarBytes: (tekst) => Buffer.concat([...tekst].map((teken) => (teken === '日' ? Buffer.from([0xc8, 0xd5]) : Buffer.from(teken, 'latin1')))) },
];
