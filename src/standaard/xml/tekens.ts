/**
 * From bytes to characters, as libxml2 does it: byte order mark or the shape of the first four bytes, then the XML declaration,
 * else UTF-8. What libxml2 reads and nothing else here can, goes through libxml2.
 */
import { alsUtf8, metDocument, NietWelgevormd } from './libxml.js';

/**
 * `anders`: named in the declaration, and one in which the markup characters are the bytes of ASCII, so that a byte scan sees
 * what libxml2 sees. `onbruikbaar`: a named encoding that libxml2 does not know, or one in which ASCII bytes can mean
 * something else (EBCDIC, ISO-2022-JP, UTF-16 named in an 8-bit document), behind which markup could be hidden.
 */
type Tekenset = 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be' | 'iso-8859-1' | 'anders' | 'onbruikbaar';

const DECLARATIE = /^<\?xml\s+version\s*=\s*(?:"[^"]*"|'[^']*')\s*encoding\s*=\s*(?:"([^"]*)"|'([^']*)')/;
const TEKENSETTEN: Readonly<Record<string, Tekenset>> = {
  'utf-8': 'utf-8', utf8: 'utf-8', 'us-ascii': 'utf-8', ascii: 'utf-8',
  'iso-8859-1': 'iso-8859-1', 'iso_8859-1': 'iso-8859-1', latin1: 'iso-8859-1',
};

/** First bytes by which a document shows its encoding without naming it. No byte order mark: libxml2 takes UTF-32 only so. */
const HERKENNING: readonly (readonly [readonly number[], Tekenset])[] = [
  [[0x3c, 0, 0, 0], 'utf-32le'],
  [[0, 0, 0, 0x3c], 'utf-32be'],
  [[0x3c, 0, 0x3f, 0], 'utf-16le'],
  [[0, 0x3c, 0, 0x3f], 'utf-16be'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0xef, 0xbb, 0xbf], 'utf-8'],
];

function tekensetVan(bytes: Uint8Array): Tekenset {
  const herkend = HERKENNING.find(([begin]) => begin.every((byte, i) => bytes[i] === byte));
  if (herkend !== undefined) return herkend[1];
  const buffer = bufferVan(bytes);
  if (buffer.toString('latin1', 0, 5) !== '<?xml') return 'utf-8';
  // libxml2 changes over right after the name, so in a document made to mislead the declaration need not end in ASCII.
  const einde = buffer.indexOf('?>');
  const gevonden = DECLARATIE.exec(buffer.toString('latin1', 0, einde < 0 ? buffer.length : einde));
  const naam = gevonden?.[1] ?? gevonden?.[2];
  if (naam === undefined) return 'utf-8';
  return TEKENSETTEN[naam.toLowerCase()] ?? (isAsciiVerwant(naam) ? 'anders' : 'onbruikbaar');
}

const bekendeNamen = new Map<string, boolean>();
/** A sender chooses the names, so only so many are remembered. */
const MAX_NAMEN = 100;
const OPMAAKTEKENS = '!?-[]()/=.,:;# \t\n0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Asks libxml2 itself, with two small documents, whether it knows an encoding and leaves ASCII in it alone. */
function isAsciiVerwant(naam: string): boolean {
  const bekend = bekendeNamen.get(naam);
  if (bekend !== undefined) return bekend;
  const lees = (inhoud: string): string | undefined => {
    const proef = Buffer.from(`<?xml version="1.0" encoding="${naam}"?><a>${inhoud}</a>`, 'latin1');
    try {
      return metDocument(proef, (document) => document.root.content);
    } catch (e) {
      if (e instanceof NietWelgevormd) return undefined;
      throw e;
    }
  };
  // An escape is no character of XML: only an encoding that switches between character sets can make it disappear.
  const verwant = /^[A-Za-z][A-Za-z0-9._-]*$/.test(naam) && lees(OPMAAKTEKENS) === OPMAAKTEKENS && lees('\u001b(B') === undefined;
  if (bekendeNamen.size < MAX_NAMEN) bekendeNamen.set(naam, verwant);
  return verwant;
}

/** Whether the characters of these bytes can be known. If not, the document is to be refused before it is parsed. */
export function isLeesbareTekenset(bytes: Uint8Array): boolean {
  return tekensetVan(bytes) !== 'onbruikbaar';
}

/**
 * The characters of a well-formed document, without byte order mark.
 * @throws NietWelgevormd when an uncommon encoding has to go through libxml2 and the document is not well-formed after all
 */
export function tekstVan(bytes: Uint8Array): string {
  const tekenset = tekensetVan(bytes);
  switch (tekenset) {
    case 'iso-8859-1': return bufferVan(bytes).toString('latin1');
    case 'anders': return alsUtf8Tekst(bytes);
    case 'onbruikbaar': throw new NietWelgevormd([]);
    default: return unicodeTekst(bytes, tekenset);
  }
}

type Unicode = Exclude<Tekenset, 'iso-8859-1' | 'anders' | 'onbruikbaar'>;

function unicodeTekst(bytes: Uint8Array, tekenset: Unicode): string {
  const buffer = bufferVan(bytes);
  switch (tekenset) {
    case 'utf-8': return zonderBom(buffer.toString('utf8'));
    case 'utf-16le': return zonderBom(buffer.toString('utf16le'));
    // A copy is swapped, of whole units: the bytes themselves are the caller's.
    case 'utf-16be': return zonderBom(Buffer.from(buffer.subarray(0, buffer.length & ~1)).swap16().toString('utf16le'));
    case 'utf-32le': return utf32(buffer, (plaats) => buffer.readUInt32LE(plaats));
    case 'utf-32be': return utf32(buffer, (plaats) => buffer.readUInt32BE(plaats));
  }
}

function utf32(buffer: Buffer, lees: (plaats: number) => number): string {
  const delen: string[] = [];
  for (let i = 0; i + 4 <= buffer.length; i += 4) {
    const teken = lees(i);
    delen.push(String.fromCodePoint(teken <= 0x10ffff ? teken : 0xfffd));
  }
  return delen.join('');
}

function alsUtf8Tekst(bytes: Uint8Array): string {
  return zonderBom(metDocument(bytes, alsUtf8).toString('utf8'));
}

function bufferVan(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function zonderBom(tekst: string): string {
  return tekst.charCodeAt(0) === 0xfeff ? tekst.slice(1) : tekst;
}

/** Character codes of a document from some place on: a string, or bytes that are ASCII where it matters. */
type Bron = string | Uint8Array;
/** Markup of the prolog that may stand before a DOCTYPE: where each kind begins and how it ends. */
const OVERSLAAN: readonly (readonly [string, string])[] = [['<?', '?>'], ['<!--', '-->']];

function staat(bron: Bron, plaats: number, wat: string): boolean {
  for (let i = 0; i < wat.length; i++) {
    if ((typeof bron === 'string' ? bron.charCodeAt(plaats + i) : bron[plaats + i]) !== wat.charCodeAt(i)) return false;
  }
  return true;
}

/** Place after the next `wat`, or -1. Not indexOf: its call costs more than the search when there are a million comments. */
function naEerste(bron: Bron, plaats: number, wat: string): number {
  for (let i = plaats; i <= bron.length - wat.length; i++) if (staat(bron, i, wat)) return i + wat.length;
  return -1;
}

/**
 * The line (from 1) of the DOCTYPE in the prolog, or undefined when there is none. Looks before any parser does, so that no
 * entity is ever declared; what is no XML at all has none and is left to the parser to refuse.
 */
export function regelVanDoctype(bytes: Uint8Array): number | undefined {
  const tekenset = tekensetVan(bytes);
  const breed = tekenset.startsWith('utf-16') || tekenset.startsWith('utf-32');
  // In the other encodings a byte of the prolog's markup is a character; decoding 24 MB to look at its start would be a waste.
  const bron = breed ? tekstVan(bytes) : bytes;
  let plaats = !breed && bytes[0] === 0xef ? 3 : 0;
  while (plaats >= 0) {
    if (staat(bron, plaats, ' ') || staat(bron, plaats, '\n') || staat(bron, plaats, '\r') || staat(bron, plaats, '\t')) {
      plaats++;
      continue;
    }
    if (staat(bron, plaats, '<!DOCTYPE')) return regelOp(bron, plaats);
    const soort = OVERSLAAN.find(([begin]) => staat(bron, plaats, begin));
    if (soort === undefined) return undefined;
    plaats = naEerste(bron, plaats + soort[0].length, soort[1]);
  }
  return undefined;
}

function regelOp(bron: Bron, plaats: number): number {
  let regel = 1;
  for (let i = 0; i < plaats; i++) if (staat(bron, i, '\n')) regel++;
  return regel;
}

/** Whether the prolog holds a DOCTYPE. */
export function heeftDoctype(bytes: Uint8Array): boolean {
  return regelVanDoctype(bytes) !== undefined;
}

const LEEG = new Set([0, 0x09, 0x0a, 0x0d, 0x20, 0xef, 0xbb, 0xbf, 0xfe, 0xff]);

/** Whether there is nothing but white space and a byte order mark. */
export function isLeeg(bytes: Uint8Array): boolean {
  return bytes.every((byte) => LEEG.has(byte));
}
