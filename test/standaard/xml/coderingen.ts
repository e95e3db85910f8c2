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

/** An 8-bit encoding, from the decoder of the platform. */
function achtBits(naam: string): Codering {
  const tekens = [...new TextDecoder(naam).decode(Uint8Array.from({ length: 256 }, (_, i) => i))];
  const bytes = new Map(tekens.map((teken, i) => [teken, i]));
  return {
    naam, declaratie: naam, kan: (teken) => bytes.has(teken) && teken !== '\ufffd',
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
  achtBits('windows-1252'), achtBits('iso-8859-15'), achtBits('windows-1251'), achtBits('iso-8859-2'), achtBits('ibm866'),
].map((codering) => (codering.naam === 'ibm866' ? { ...codering, declaratie: 'cp866' } : codering));
