/**
 * Finds and reads the files that a call names: files, folders (walked for *.xml) and standard input. Paths are kept as
 * bytes, because a file name need not be UTF-8 and must still be opened and reported.
 */
import { open, readdir, stat } from 'node:fs/promises';
import { MAX_BYTES } from '../../standaard/xml/niveau1.js';

/** A document that can be read. */
export interface Bron {
  /** For people; may hold any character. */
  readonly naam: string;
  /** As a URI reference, with every byte that is no plain letter, digit, dot, dash or slash percent-encoded. */
  readonly uri: string;
  /** The bytes, or undefined when there are more than MAX_BYTES. */
  lees(): Promise<Uint8Array | undefined>;
}

/** Something that was named and cannot be used. */
export interface Onbruikbaar {
  readonly naam: string;
  readonly uri: string;
  readonly reden: string;
}

/** A path as a string in which every character is one byte. */
type Bytepad = string;

const alsBuffer = (pad: Bytepad): Buffer => Buffer.from(pad, 'latin1');
const naamVan = (pad: Bytepad): string => alsBuffer(pad).toString('utf8');
const GEWOON = /[A-Za-z0-9._~/-]/;

/** Without a leading ./, so that build servers find the file under its own name. */
function uriVan(pad: Bytepad): string {
  const gecodeerd = [...pad.replace(/^(?:\.\/+)+/, '')].map((teken) =>
    (GEWOON.test(teken) ? teken : `%${teken.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)).join('');
  return pad.startsWith('/') ? `file://${gecodeerd}` : gecodeerd;
}

const REDENEN: Readonly<Record<string, string>> = {
  ENOENT: 'bestaat niet',
  ENOTDIR: 'bestaat niet',
  EACCES: 'mag niet worden gelezen',
  EPERM: 'mag niet worden gelezen',
  ELOOP: 'is een verwijzing naar zichzelf',
  ENAMETOOLONG: 'heeft een te lange naam',
};

/** Why something could not be read, in Dutch. */
export function redenVan(fout: unknown): string {
  const code = fout instanceof Error && 'code' in fout ? String(fout.code) : 'onbekend';
  return REDENEN[code] ?? `kan niet worden gelezen (${code})`;
}

async function leesBegrensd(stroom: AsyncIterable<Uint8Array>): Promise<Uint8Array | undefined> {
  const stukken: Uint8Array[] = [];
  let omvang = 0;
  for await (const stuk of stroom) {
    omvang += stuk.byteLength;
    if (omvang > MAX_BYTES) return undefined;
    stukken.push(stuk);
  }
  return stukken.length === 1 ? stukken[0] : Buffer.concat(stukken);
}

function bestand(pad: Bytepad): Bron {
  return {
    naam: naamVan(pad),
    uri: uriVan(pad),
    lees: async () => {
      const handvat = await open(alsBuffer(pad), 'r');
      try {
        // Pipes have no size and a file may grow, so what is read is limited as well.
        if ((await handvat.stat()).size > MAX_BYTES) return undefined;
        return await leesBegrensd(handvat.createReadStream({ autoClose: false }) as AsyncIterable<Buffer>);
      } finally {
        await handvat.close();
      }
    },
  };
}

const onbruikbaar = (pad: Bytepad, reden: string): Onbruikbaar => ({ naam: naamVan(pad), uri: uriVan(pad), reden });
const isXml = (naam: string): boolean => /\.xml$/i.test(naam);

type Soort = 'map' | 'bestand' | 'verwijzing';

/** What a folder holds that may matter, in order of name, so that two runs give the same report. */
async function inhoud(map: Bytepad): Promise<readonly (readonly [naam: string, soort: Soort])[]> {
  const gevonden: (readonly [string, Soort])[] = [];
  for (const item of await readdir(alsBuffer(map), { withFileTypes: true, encoding: 'buffer' })) {
    const naam = item.name.toString('latin1');
    if (item.isDirectory()) gevonden.push([naam, 'map']);
    else if (isXml(naam) && item.isFile()) gevonden.push([naam, 'bestand']);
    else if (isXml(naam) && item.isSymbolicLink()) gevonden.push([naam, 'verwijzing']);
  }
  return gevonden.sort(([a], [b]) => (a < b ? -1 : 1));
}

function voegSamen(map: Bytepad, naam: Bytepad): Bytepad {
  if (map === '.') return naam;
  return map.endsWith('/') ? map + naam : `${map}/${naam}`;
}

async function* loopMap(map: Bytepad): AsyncGenerator<Bron | Onbruikbaar> {
  try {
    const items = await inhoud(map);
    for (const [naam, soort] of items) {
      const pad = voegSamen(map, naam);
      if (soort === 'map') yield* loopMap(pad);
      else if (soort === 'bestand') yield bestand(pad);
      else yield* verwijzing(pad);
    }
  } catch (fout) {
    yield onbruikbaar(map, redenVan(fout));
  }
}

/** A link in a folder counts when it leads to a file; one to a folder is not followed, for it may lead back up. */
async function* verwijzing(pad: Bytepad): AsyncGenerator<Bron | Onbruikbaar> {
  try {
    if ((await stat(alsBuffer(pad))).isFile()) yield bestand(pad);
  } catch (fout) {
    yield onbruikbaar(pad, redenVan(fout));
  }
}

async function* bronnenIn(pad: Bytepad): AsyncGenerator<Bron | Onbruikbaar> {
  let isMap: boolean;
  try {
    isMap = (await stat(alsBuffer(pad))).isDirectory();
  } catch (fout) {
    yield onbruikbaar(pad, redenVan(fout));
    return;
  }
  if (!isMap) {
    yield bestand(pad);
    return;
  }
  let leeg = true;
  for await (const gevonden of loopMap(pad)) {
    leeg = false;
    yield gevonden;
  }
  if (leeg) yield onbruikbaar(pad, 'bevat geen XML-bestanden');
}

const bytepadVan = (argument: string): Bytepad => Buffer.from(argument, 'utf8').toString('latin1');
const STANDAARDINVOER = { naam: '(standaardinvoer)', uri: 'stdin:' } as const;

/** Everything that the arguments name, one at a time and as the walk goes on. `-` is standard input. */
export async function* bronnen(
  argumenten: readonly string[], invoer: AsyncIterable<Uint8Array>,
): AsyncGenerator<Bron | Onbruikbaar> {
  let invoerGelezen = false;
  for (const argument of argumenten) {
    if (argument !== '-') {
      yield* bronnenIn(bytepadVan(argument));
    } else if (invoerGelezen) {
      yield { ...STANDAARDINVOER, reden: 'kan maar een keer worden gelezen' };
    } else {
      invoerGelezen = true;
      yield { ...STANDAARDINVOER, lees: () => leesBegrensd(invoer) };
    }
  }
}

/** The one document that an argument names; a folder is none. */
export async function eenBron(argument: string, invoer: AsyncIterable<Uint8Array>): Promise<Bron | Onbruikbaar> {
  if (argument === '-') return { ...STANDAARDINVOER, lees: () => leesBegrensd(invoer) };
  const pad = bytepadVan(argument);
  try {
    return (await stat(alsBuffer(pad))).isDirectory() ? onbruikbaar(pad, 'is een map; noem een bestand') : bestand(pad);
  } catch (fout) {
    return onbruikbaar(pad, redenVan(fout));
  }
}
