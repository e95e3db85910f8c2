/**
 * From bytes to characters, as XML says: byte order mark first, then the XML declaration, else UTF-8. Only for documents that
 * libxml2 has already accepted, so that an encoding is known to be right.
 */
import { metDocument } from './libxml.js';

type Tekenset = 'utf-8' | 'utf-16le' | 'utf-16be' | 'iso-8859-1' | 'anders';

const DECLARATIE = /^<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']/;

function tekensetVan(bytes: Uint8Array): Tekenset {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0x3c && b === 0) return 'utf-16le';
  if (a === 0 && b === 0x3c) return 'utf-16be';
  const naam = DECLARATIE.exec(Buffer.from(bytes.subarray(0, 200)).toString('latin1'))?.[1]?.toLowerCase();
  if (naam === undefined || naam === 'utf-8' || naam === 'utf8' || naam === 'us-ascii' || naam === 'ascii') return 'utf-8';
  return naam === 'iso-8859-1' || naam === 'latin1' || naam === 'iso_8859-1' ? 'iso-8859-1' : 'anders';
}

/**
 * The characters of a well-formed document, without byte order mark.
 * @throws NietWelgevormd when an uncommon encoding has to go through libxml2 and the document is not well-formed after all
 */
export function tekstVan(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (tekensetVan(bytes)) {
    case 'utf-8': return zonderBom(buffer.toString('utf8'));
    case 'utf-16le': return zonderBom(buffer.toString('utf16le'));
    case 'utf-16be': return zonderBom(new TextDecoder('utf-16be').decode(buffer));
    case 'iso-8859-1': return buffer.toString('latin1');
    case 'anders': return metDocument(bytes, (document) => document.toString());
  }
}

function zonderBom(tekst: string): string {
  return tekst.charCodeAt(0) === 0xfeff ? tekst.slice(1) : tekst;
}

/** Markup of the prolog that may stand before a DOCTYPE: where each kind begins and how it ends. */
const OVERSLAAN: readonly (readonly [string, string])[] = [['<?', '?>'], ['<!--', '-->']];

/**
 * Whether the prolog holds a DOCTYPE. Looks at bytes before any parser does, so that no entity is ever declared;
 * bytes that are no XML at all give false and are left to the parser to refuse.
 */
export function heeftDoctype(bytes: Uint8Array): boolean {
  const tekenset = tekensetVan(bytes);
  const breed = tekenset === 'utf-16le' || tekenset === 'utf-16be';
  const bron = breed ? tekstVan(bytes) : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let plaats = !breed && bytes[0] === 0xef ? 3 : 0;
  const teken = (i: number): number => (typeof bron === 'string' ? bron.charCodeAt(i) : bron[i] ?? 0);
  const begint = (met: string): boolean => {
    for (let i = 0; i < met.length; i++) if (teken(plaats + i) !== met.charCodeAt(i)) return false;
    return true;
  };
  for (;;) {
    while ([0x20, 0x09, 0x0a, 0x0d].includes(teken(plaats))) plaats++;
    if (begint('<!DOCTYPE')) return true;
    const soort = OVERSLAAN.find(([begin]) => begint(begin));
    if (soort === undefined) return false;
    const eind = bron.indexOf(soort[1], plaats + soort[0].length);
    if (eind < 0) return false;
    plaats = eind + soort[1].length;
  }
}
