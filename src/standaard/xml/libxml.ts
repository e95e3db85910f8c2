/**
 * The one place that knows libxml2-wasm: parsing without DTD, entities or network, and validation against compiled schemas
 * with a bounded collection of errors. Every document is disposed on every path.
 */
import { ParseOption, XmlBufferInputProvider, XmlDocument, XmlParseError, XmlValidateError, XsdValidator,
  xmlCleanupInputProvider, xmlRegisterInputProvider } from 'libxml2-wasm';
import { XmlErrorStruct, XmlTreeCommonStruct, addFunction, error as errorState } from 'libxml2-wasm/lib/libxml2.mjs';
import { snoeiNa } from './boom.js';
import { FOUTCODE, gaatOverWaarde } from './foutcodes.js';

declare module 'libxml2-wasm/lib/libxml2.mjs' {
  // Exported at run time, absent from the published types (checked by test/standaard/xml/libxml.test.ts).
  export const addFunction: (callback: (index: number, error: number) => void, signature: string) => number;
}

/** At most this many errors are collected for one document (api.md). */
export const MAX_FOUTEN = 100;
/** Past this line libxml2 only knows roughly where an element stands: its nodes hold the line in 16 bits. */
export const LAATSTE_EXACTE_REGEL = 65_534;

/** An error as libxml2 gives it. */
export interface RuweFout {
  readonly code: number;
  /** 1-based line; for an element exact up to LAATSTE_EXACTE_REGEL. */
  readonly line: number;
  readonly col: number;
  /** The element it is about (an address inside libxml2, only good while the document lives); 0 when there is none. */
  readonly knoop: number;
  /** Whether it is about an attribute of that element. */
  readonly attribuut: boolean;
  /** libxml2's own text, empty for every kind whose text can quote the document: a value may be a bsn or a name. */
  readonly message: string;
}

const OPTIES = ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_BIG_LINES
  | ParseOption.XML_PARSE_NO_SYS_CATALOG | ParseOption.XML_PARSE_SKIP_IDS
  // To XML Schema a CDATA section is text like any other; libxml2's validator objects to one with white space between elements.
  | ParseOption.XML_PARSE_NOCDATA;

/** In libxml2's error record the code stands where a tree node has its type: the second 32-bit field. */
const errorCode = XmlTreeCommonStruct.type;
const XML_ERR_ERROR = 2;
const OVER_ATTRIBUUT = /^Element '[^']*', attribute '/;
let ookTeksten = false;
let valideert = false;

/** Whether a complaint adds nothing: the same about the same element, or another about a value that is already known to be wrong. */
function isHerhaling(eerder: RuweFout, knoop: number, code: number, attribuut: boolean): boolean {
  return eerder.knoop === knoop && eerder.attribuut === attribuut
    && (eerder.code === code || (!attribuut && gaatOverWaarde(eerder.code) && gaatOverWaarde(code)));
}

// The library's own collector keeps every error with its text and asks for the node path of each, which counts siblings: quadratic
// in time and unbounded in memory for a hostile document. This one keeps addresses, and ends it all after MAX_FOUTEN. It leaves
// warnings out, so that they cannot crowd out an error, and of one element's value only the first complaint.
errorState.errorCollector = addFunction((index: number, err: number) => {
  const details = errorState.storage.get(index);
  if (XmlErrorStruct.level(err) < XML_ERR_ERROR) return;
  const code = errorCode(err);
  const knoop = XmlErrorStruct.node(err);
  if (details.length >= MAX_FOUTEN) {
    // libxml2 cannot be told to stop, but it can run out of document: one error can cost it 0.2 ms (it lists all allowed codes).
    if (valideert && knoop !== 0) snoeiNa(knoop);
    return;
  }
  const message = XmlErrorStruct.message(err);
  const attribuut = OVER_ATTRIBUUT.test(message);
  if (knoop !== 0 && (details as unknown as readonly RuweFout[]).some((eerder) => isHerhaling(eerder, knoop, code, attribuut))) return;
  const toonbaar = ookTeksten || code === FOUTCODE.elementInhoud || code === FOUTCODE.grens;
  const fout: RuweFout & { level: number } = {
    code, line: XmlErrorStruct.line(err), col: XmlErrorStruct.col(err), knoop, attribuut,
    message: toonbaar ? message : '', level: XmlErrorStruct.level(err),
  };
  details.push(fout);
}, 'vii');

/** The document is not well-formed. */
export class NietWelgevormd extends Error {
  constructor(readonly fouten: readonly RuweFout[]) {
    super('niet welgevormd');
  }
}

/**
 * Parses bytes, hands the document to `gebruik` and disposes it, whatever happens.
 * @throws NietWelgevormd when the bytes are no well-formed XML
 */
export function metDocument<T>(bytes: Uint8Array, gebruik: (document: XmlDocument) => T): T {
  let document: XmlDocument;
  try {
    document = XmlDocument.fromBuffer(bytes, { option: OPTIES });
  } catch (e) {
    if (e instanceof XmlParseError) throw new NietWelgevormd(e.details as unknown as readonly RuweFout[]);
    throw e;
  }
  try {
    return gebruik(document);
  } finally {
    document.dispose();
  }
}

/** The document as UTF-8, unformatted: every value as it was. */
export function alsUtf8(document: XmlDocument): Buffer {
  const stukken: Buffer[] = [];
  // libxml2 reuses its buffer between calls, and a character may be split over two of them; hence copies, decoded at the end.
  document.save({
    write: (stuk) => { stukken.push(Buffer.from(stuk)); return stuk.byteLength; },
    close: () => true,
  }, { encoding: 'utf-8', format: false });
  return Buffer.concat(stukken);
}

/** A compiled schema. Compiling costs milliseconds, so it is done once per process or thread. */
export class Schema {
  readonly #validator: XsdValidator;

  private constructor(validator: XsdValidator) {
    this.#validator = validator;
  }

  /**
   * Compiles a message schema together with the schemas it imports, all given as bytes by file name.
   * Nothing is looked up on disk or network: a name that was not given does not exist.
   * @throws Error when the schema does not compile
   */
  static compileer(naam: string, bestanden: Readonly<Record<string, Uint8Array>>): Schema {
    xmlRegisterInputProvider(new XmlBufferInputProvider({ ...bestanden }));
    ookTeksten = true;
    try {
      const hoofd = bestanden[naam];
      if (hoofd === undefined) throw new Error(`Schema ${naam} is niet meegegeven`);
      const document = XmlDocument.fromBuffer(hoofd, { url: naam, option: OPTIES });
      try {
        return new Schema(XsdValidator.fromDoc(document));
      } finally {
        document.dispose();
      }
    } finally {
      ookTeksten = false;
      xmlCleanupInputProvider();
    }
  }

  /**
   * The schema errors of a document, in document order and at most MAX_FOUTEN; empty when it is valid. Of a document with
   * more, what comes after the last one is gone afterwards.
   * @throws Error when libxml2 could not judge the document, which is not the same as valid
   */
  valideer(document: XmlDocument): readonly RuweFout[] {
    valideert = true;
    try {
      this.#validator.validate(document);
      return [];
    } catch (e) {
      if (e instanceof XmlValidateError) return e.details as unknown as readonly RuweFout[];
      throw e;
    } finally {
      valideert = false;
    }
  }
}
