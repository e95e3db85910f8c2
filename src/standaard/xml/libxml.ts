/**
 * The one place that knows libxml2-wasm: parsing without DTD, entities or network, and validation against compiled schemas
 * with a bounded collection of errors. Every document is disposed on every path.
 */
import { ParseOption, XmlBufferInputProvider, XmlDocument, XmlParseError, XmlValidateError, XsdValidator,
  xmlCleanupInputProvider, xmlRegisterInputProvider } from 'libxml2-wasm';
import { XmlErrorStruct, XmlTreeCommonStruct, addFunction, error as errorState, xmlGetNodePath } from 'libxml2-wasm/lib/libxml2.mjs';

declare module 'libxml2-wasm/lib/libxml2.mjs' {
  // Exported at run time, absent from the published types (checked by test/standaard/xml/libxml.test.ts).
  export const addFunction: (callback: (index: number, error: number) => void, signature: string) => number;
}

/** At most this many errors are collected for one document (api.md). */
export const MAX_FOUTEN = 100;

/** An error as libxml2 gives it. `namen` are the local names from the root to the element. The message may hold values. */
export interface RuweFout {
  readonly message: string;
  readonly line: number;
  readonly col: number;
  readonly xpath?: string;
  readonly namen?: readonly string[];
}

const OPTIES = ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_BIG_LINES
  | ParseOption.XML_PARSE_NO_SYS_CATALOG | ParseOption.XML_PARSE_SKIP_IDS;

const ELEMENT_NODE = 1;

function localNames(node: number): string[] {
  const names: string[] = [];
  for (let n = node; n !== 0 && XmlTreeCommonStruct.type(n) === ELEMENT_NODE; n = XmlTreeCommonStruct.parent(n)) {
    names.unshift(XmlTreeCommonStruct.name_(n));
  }
  return names;
}

// The library's own collector asks libxml2 for the node path of every error, which counts siblings: quadratic for a document with
// very many errors. This one stops looking after MAX_FOUTEN, so that a hostile message costs no more than a good one.
errorState.errorCollector = addFunction((index: number, err: number) => {
  const details = errorState.storage.get(index);
  if (details.length >= MAX_FOUTEN) return;
  const node = XmlErrorStruct.node(err);
  const xpath = xmlGetNodePath(node);
  const detail = {
    message: XmlErrorStruct.message(err), level: XmlErrorStruct.level(err),
    line: XmlErrorStruct.line(err), col: XmlErrorStruct.col(err),
    ...(xpath === null ? {} : { xpath, namen: localNames(node) }),
  };
  details.push(detail);
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
    if (e instanceof XmlParseError) throw new NietWelgevormd(e.details);
    throw e;
  }
  try {
    return gebruik(document);
  } finally {
    document.dispose();
  }
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
      xmlCleanupInputProvider();
    }
  }

  /** The schema errors of a document, in document order and at most MAX_FOUTEN; empty when it is valid. */
  valideer(document: XmlDocument): readonly RuweFout[] {
    try {
      this.#validator.validate(document);
      return [];
    } catch (e) {
      if (e instanceof XmlValidateError) return e.details;
      throw e;
    }
  }
}
