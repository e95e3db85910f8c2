/** Line numbers for indexed element paths: rules work on the message object, people on the file. */
import { SaxesParser } from 'saxes';
import { tekstVan } from './tekens.js';

/** A step of the wanted paths; together they form a tree, so that one pass over the document finds them all. */
interface Stap {
  readonly kinderen: Map<string, Stap>;
  regel?: number;
}

interface Laag {
  /** Undefined below an element that no wanted path goes through. */
  readonly stap: Stap | undefined;
  /** How many children of each name came by. */
  readonly tellers: Map<string, number>;
}

const nieuweStap = (): Stap => ({ kinderen: new Map() });
const stappenVan = (pad: string): string[] => pad.split('/').filter((deel) => deel !== '');

function lokaleNaam(naam: string): string {
  return naam.slice(naam.indexOf(':') + 1);
}

/** The child that a step names with an index, or without one when it is the first of its name. */
function volgende(laag: Laag, naam: string): Stap | undefined {
  if (laag.stap === undefined || laag.stap.kinderen.size === 0) return undefined;
  const nummer = (laag.tellers.get(naam) ?? 0) + 1;
  laag.tellers.set(naam, nummer);
  return laag.stap.kinderen.get(`${naam}[${nummer}]`) ?? (nummer === 1 ? laag.stap.kinderen.get(naam) : undefined);
}

/**
 * The line (1-based) on which the start tag of each path ends, as libxml2 counts it for level 1; for an element that is
 * not there, the line of the nearest element around it.
 * @param bytes a document that passed level 1
 * @param paden paths such as /Bericht/Client/StartProducten/StartProduct[1]/Begindatum
 */
export function regelnummers(bytes: Uint8Array, paden: Iterable<string>): ReadonlyMap<string, number> {
  const wortel = nieuweStap();
  const gevraagd = new Set(paden);
  for (const pad of gevraagd) {
    let stap = wortel;
    for (const naam of stappenVan(pad)) {
      const kind = stap.kinderen.get(naam) ?? nieuweStap();
      stap.kinderen.set(naam, kind);
      stap = kind;
    }
  }
  const stapel: Laag[] = [{ stap: wortel, tellers: new Map() }];
  const parser = new SaxesParser({ xmlns: false, position: true, defaultXMLVersion: '1.0', forceXMLVersion: true });
  parser.on('error', (fout) => { throw fout; });
  parser.on('opentag', (tag) => {
    const stap = volgende(stapel[stapel.length - 1] as Laag, lokaleNaam(tag.name));
    if (stap !== undefined) stap.regel = parser.line;
    stapel.push({ stap, tellers: new Map() });
  });
  parser.on('closetag', () => { stapel.pop(); });
  parser.write(tekstVan(bytes)).close();

  const regelVan = (pad: string): number => {
    let stap: Stap | undefined = wortel;
    let regel = 1;
    for (const naam of stappenVan(pad)) {
      stap = stap?.kinderen.get(naam);
      regel = stap?.regel ?? regel;
    }
    return regel;
  };
  return new Map([...gevraagd].map((pad) => [pad, regelVan(pad)]));
}
