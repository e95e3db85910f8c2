/**
 * A message as people read it: its beginning, and the parts around places that were asked for. Streams through the document and keeps only what
 * it gives back, which is bounded however big the message is. Personal data are left out unless asked for.
 */
import { SaxesParser } from 'saxes';
import type { Berichtsoort } from '../berichten/berichtsoorten.js';
import { SCHEMAS } from '../berichten/gegenereerd/index.js';
import { isKlasse, type Element } from '../berichten/structuur.js';
import { voldoetAanElfproef } from '../regels/niveau2/elfproef.js';
import { tekstVan } from './tekens.js';

/** One line of what is shown. */
export interface Weergaveregel {
  /** `weggelaten` stands for elements that are there and are not shown. */
  readonly soort: 'open' | 'sluit' | 'waarde' | 'weggelaten';
  /** 0 for the root. */
  readonly diepte: number;
  readonly naam?: string;
  /** Of an element with a value; absent when it is left out as personal data. */
  readonly waarde?: string;
  /** Name of the simple type in the schema, such as LDT_Eenheid. */
  readonly type?: string;
  readonly afgeschermd?: true;
  /** For `weggelaten`: how many elements next to each other; absent when that is not known. */
  readonly aantal?: number;
  /** Line in the message as it was sent, from 1. */
  readonly regel?: number;
  /** What was asked for, or the nearest around it that is there. */
  readonly raak?: true;
}

export interface Plaatsweergave {
  readonly pad: string;
  readonly regels: readonly Weergaveregel[];
}

export interface Weergave {
  readonly begin: readonly Weergaveregel[];
  readonly plaatsen: readonly Plaatsweergave[];
}

export interface Weergavevraag {
  readonly berichtsoort: Berichtsoort;
  /** Element paths with indexes, as findings have them. A handful: each is looked for at every element. */
  readonly paden: readonly string[];
  /** Whether personal data are shown. */
  readonly persoonsgegevens: boolean;
}

/** Lines of the beginning, without closing tags. */
const MAX_BEGIN = 120;
/** Lines around a place: of the elements around it, and in it. */
const MAX_OMHEEN = 24;
const MAX_BINNEN = 40;
/** Characters of a value. */
const MAX_WAARDE = 200;

/** Elements that say who somebody is or how they are, with all in them; and text in which people write what they like. */
const PERSOONLIJK: ReadonlySet<string> = new Set(['Bsn', 'Geboortedatum', 'Geslacht', 'Naam', 'Contactgegevens', 'Contact', 'Communicatie',
  'Relaties', 'Relatie', 'JuridischeStatus', 'WettelijkeVertegenwoordiging', 'Commentaar']);

type Schrijfbaar<T> = { -readonly [K in keyof T]: T[K] };
type Regel = Schrijfbaar<Weergaveregel>;

/** What is collected for one place. */
interface Verzameling {
  readonly regels: Regel[];
  omheen: number;
  binnen: number;
  /** The deepest element on the way to the place. */
  diepst: Regel | undefined;
}

/** A step of the wanted paths; together they form a tree. */
interface Stap {
  readonly kinderen: Map<string, Stap>;
  /** Places that end here, and places at or below it. */
  readonly doel: number[];
  readonly onder: number[];
}

interface Laag {
  readonly element: Element | undefined;
  readonly naam: string;
  readonly diepte: number;
  readonly regel: number;
  readonly stap: Stap | undefined;
  readonly afgeschermd: boolean;
  /** Places of which this is around the element, and places of which this is the element or in it. */
  readonly omheen: readonly number[];
  readonly binnen: readonly number[];
  /** Where it is written when it turns out to have a value. */
  readonly naar: readonly Verzameling[];
  readonly inBegin: boolean;
  readonly tellers: Map<string, number>;
}

const GEEN: readonly number[] = [];
const lokaleNaam = (naam: string): string => naam.slice(naam.indexOf(':') + 1);

function bomen(paden: readonly string[]): Stap {
  const nieuw = (): Stap => ({ kinderen: new Map(), doel: [], onder: [] });
  const wortel = nieuw();
  paden.forEach((pad, i) => {
    let stap = wortel;
    for (const deel of pad.split('/').filter((een) => een !== '')) {
      const kind = stap.kinderen.get(deel) ?? nieuw();
      stap.kinderen.set(deel, kind);
      stap = kind;
      stap.onder.push(i);
    }
    stap.doel.push(i);
  });
  return wortel;
}

/** Thrown to end the parse: everything that was asked for is there. */
const GENOEG = Symbol('genoeg');

/** Nine digits that can be a bsn, in a text that the sender makes up. */
const lijktOpBsn = (waarde: string): boolean => (waarde.match(/(?<!\d)\d{9}(?!\d)/g) ?? []).some(voldoetAanElfproef);

class Lezer {
  readonly begin: Regel[] = [];
  readonly verzamelingen: Verzameling[];
  readonly #stapel: Laag[];
  readonly #wacht: Set<number>;
  #inBegin = 0;
  /** Depth below the last element that matters. */
  #overgeslagen = 0;
  #tekst = '';

  constructor(private readonly vraag: Weergavevraag, private readonly regelnummer: () => number) {
    const { paden, berichtsoort } = vraag;
    this.verzamelingen = paden.map(() => ({ regels: [], omheen: 0, binnen: 0, diepst: undefined }));
    this.#wacht = new Set(paden.keys());
    const alle = [...paden.keys()];
    const document: Element = {
      naam: '', ruimte: 'bericht', verplicht: true, meervoudig: false, klasse: '', kaal: false, elementen: [SCHEMAS[berichtsoort].structuur] };
    this.#stapel = [{
      element: document, naam: '', diepte: -1, regel: 0, stap: bomen(paden), afgeschermd: false, omheen: alle, binnen: GEEN, naar: [],
      inBegin: true, tellers: new Map() }];
  }

  open(naam: string): void {
    const ouder = this.#stapel.at(-1) as Laag;
    // Nothing in there was asked for: almost all of a big message.
    if (this.#overgeslagen > 0 || (ouder.omheen.length === 0 && ouder.binnen.length === 0 && !ouder.inBegin)) {
      this.#overgeslagen++;
      return;
    }
    const nummer = (ouder.tellers.get(naam) ?? 0) + 1;
    ouder.tellers.set(naam, nummer);
    const stap = ouder.stap?.kinderen.get(`${naam}[${nummer}]`) ?? (nummer === 1 ? ouder.stap?.kinderen.get(naam) : undefined);
    const element = ouder.element !== undefined && isKlasse(ouder.element) ? ouder.element.elementen.find((een) => een.naam === naam) : undefined;
    const metWaarde = element !== undefined && !isKlasse(element);
    const basis = { diepte: ouder.diepte + 1, naam, regel: this.regelnummer() };
    this.#tekst = '';

    const omheen: number[] = [];
    const binnen: number[] = [];
    const naar: Verzameling[] = [];
    const schrijf = (verzameling: Verzameling, raak: boolean): void => {
      if (metWaarde) {
        naar.push(verzameling);
        return;
      }
      const regel: Regel = { soort: 'open', ...basis, ...(raak ? { raak: true as const } : {}) };
      verzameling.regels.push(regel);
      if (stap !== undefined) verzameling.diepst = regel;
    };
    for (const i of ouder.omheen) {
      const verzameling = this.verzamelingen[i] as Verzameling;
      const opWeg = stap?.onder.includes(i) === true;
      const doel = opWeg && stap.doel.includes(i);
      if (doel) binnen.push(i);
      else if (opWeg) omheen.push(i);
      if (opWeg || (metWaarde && verzameling.omheen++ < MAX_OMHEEN)) schrijf(verzameling, doel);
      else laatWeg(verzameling.regels, basis.diepte);
    }
    for (const i of ouder.binnen) {
      const verzameling = this.verzamelingen[i] as Verzameling;
      if (verzameling.binnen++ < MAX_BINNEN) {
        binnen.push(i);
        schrijf(verzameling, false);
      } else laatWeg(verzameling.regels, basis.diepte);
    }
    const inBegin = ouder.inBegin && this.#inBegin < MAX_BEGIN;
    if (inBegin) {
      this.#inBegin++;
      if (!metWaarde) this.begin.push({ soort: 'open', ...basis });
    } else if (ouder.inBegin) laatWeg(this.begin, basis.diepte);
    this.#stapel.push({
      element, ...basis, stap, afgeschermd: ouder.afgeschermd || PERSOONLIJK.has(naam), omheen, binnen, naar, inBegin, tellers: new Map() });
  }

  tekst(stuk: string): void {
    if (this.#overgeslagen === 0 && this.#tekst.length <= MAX_WAARDE) this.#tekst += stuk;
  }

  /** @throws GENOEG when nothing is left to look for */
  sluit(): void {
    if (this.#overgeslagen > 0) {
      this.#overgeslagen--;
      return;
    }
    const laag = this.#stapel.pop() as Laag;
    const { element, naam, diepte, regel, stap } = laag;
    if (element !== undefined && !isKlasse(element)) {
      if (laag.naar.length > 0 || laag.inBegin) this.#waarde(laag);
    } else {
      for (const i of laag.omheen) this.verzamelingen[i]?.regels.push({ soort: 'sluit', diepte, naam });
      for (const i of laag.binnen) this.verzamelingen[i]?.regels.push({ soort: 'sluit', diepte, naam });
      if (laag.inBegin) this.begin.push({ soort: 'sluit', diepte, naam });
    }
    // Once the element around a place closes, the place was there or will not be.
    for (const i of stap?.doel ?? GEEN) this.#wacht.delete(i);
    if (this.#wacht.size > 0 || this.#inBegin < MAX_BEGIN || regel === 0) return;
    this.#rondAf();
    throw GENOEG;
  }

  #waarde({ naam, diepte, regel, stap, element, afgeschermd, naar, inBegin }: Laag): void {
    if (element === undefined || isKlasse(element)) return;
    const { naam: type, basis, waarden } = element.waarde;
    const tekst = this.#tekst.length > MAX_WAARDE ? `${this.#tekst.slice(0, MAX_WAARDE)}…` : this.#tekst.trim();
    const vrij = basis === 'string' && waarden === undefined;
    const verberg = !this.vraag.persoonsgegevens && (afgeschermd || (vrij && lijktOpBsn(tekst)));
    const rest = { naam, diepte, regel, type };
    const gewoon: Regel = !verberg ? { soort: 'waarde', ...rest, waarde: tekst }
      // The last digits tell one client from another on a page, and nobody who it is.
      : { soort: 'waarde', ...rest, afgeschermd: true, ...(naam === 'Bsn' ? { waarde: `•••••${tekst.slice(-4)}` } : {}) };
    for (const verzameling of naar) {
      const raak = stap?.doel.some((i) => this.verzamelingen[i] === verzameling) === true;
      verzameling.regels.push(raak ? { ...gewoon, raak: true } : gewoon);
      if (raak) verzameling.diepst = gewoon;
    }
    if (inBegin) this.begin.push(gewoon);
  }

  /** Closes what is open where the reading ends early, and says that there is more. */
  #rondAf(): void {
    for (let laag = this.#stapel.pop(); laag !== undefined && laag.diepte >= 0; laag = this.#stapel.pop()) {
      const { diepte, naam } = laag;
      const rest = (regels: Regel[]): void => {
        const laatste = regels.at(-1);
        if (laatste?.soort === 'weggelaten' && laatste.diepte === diepte + 1) delete laatste.aantal;
        else regels.push({ soort: 'weggelaten', diepte: diepte + 1 });
        regels.push({ soort: 'sluit', diepte, naam });
      };
      for (const i of laag.omheen) rest(this.verzamelingen[i]?.regels ?? []);
      if (laag.inBegin) rest(this.begin);
    }
  }
}

/** Counts an element that is there and is not shown; those next to each other together. */
function laatWeg(regels: Regel[], diepte: number): void {
  const laatste = regels.at(-1);
  if (laatste?.soort === 'weggelaten' && laatste.diepte === diepte) laatste.aantal = (laatste.aantal ?? 0) + 1;
  else regels.push({ soort: 'weggelaten', diepte, aantal: 1 });
}

/**
 * Reads a message for showing it.
 * @param bytes a document that passed level 1 for this type
 * @throws Error when it is not well-formed after all
 */
export function weergaveVan(bytes: Uint8Array, vraag: Weergavevraag): Weergave {
  const parser = new SaxesParser({ xmlns: false, position: false, defaultXMLVersion: '1.0', forceXMLVersion: true });
  const lezer = new Lezer(vraag, () => parser.line);
  parser.on('error', (fout) => { throw fout; });
  parser.on('opentag', (tag) => { lezer.open(lokaleNaam(tag.name)); });
  parser.on('text', (stuk) => { lezer.tekst(stuk); });
  parser.on('cdata', (stuk) => { lezer.tekst(stuk); });
  parser.on('closetag', () => { lezer.sluit(); });
  try {
    parser.write(tekstVan(bytes)).close();
  } catch (fout) {
    if (fout !== GENOEG) throw fout;
  }
  const plaatsen = vraag.paden.map((pad, i) => {
    const { regels, diepst } = lezer.verzamelingen[i] as Verzameling;
    // What is missing is shown where it should have been.
    if (diepst !== undefined && !regels.some(({ raak }) => raak === true)) diepst.raak = true;
    return { pad, regels };
  });
  return { begin: lezer.begin, plaatsen };
}
