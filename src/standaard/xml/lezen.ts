/**
 * Reads a schema-valid document into the message object of its type, driven by the structure tables. Streaming (saxes), because a
 * document tree of 24 MB costs ten times its size and a message object does not.
 */
import { SaxesParser } from 'saxes';
import type { Berichtsoort } from '../berichten/berichtsoorten.js';
import { SCHEMAS, type Berichten } from '../berichten/gegenereerd/index.js';
import { isKlasse, type Element, type Waardetype } from '../berichten/structuur.js';
import { tekstVan } from './tekens.js';

type Inhoud = Record<string, unknown>;
type Kinderen = ReadonlyMap<string, Element>;

interface Laag {
  readonly element: Element;
  readonly kinderen: Kinderen | undefined;
  /** The object being filled; for a bare wrapper the list. */
  readonly inhoud: Inhoud | unknown[];
}

const kinderenCache = new WeakMap<readonly Element[], Kinderen>();
function kinderenVan(elementen: readonly Element[]): Kinderen {
  let kinderen = kinderenCache.get(elementen);
  if (kinderen === undefined) {
    kinderen = new Map(elementen.map((e) => [e.naam, e]));
    kinderenCache.set(elementen, kinderen);
  }
  return kinderen;
}

/** Value of an element: white space collapses for numbers, dates and times and stands for text, as XML Schema says. */
function waardeVan(type: Waardetype, tekst: string): string | number {
  switch (type.basis) {
    // Adding 0 makes a 0 of -0, which the schema allows as -0.
    case 'integer': return Number(tekst) + 0;
    case 'string': return tekst;
    default: return tekst.trim();
  }
}

function lokaleNaam(naam: string): string {
  const dubbelePunt = naam.indexOf(':');
  return dubbelePunt < 0 ? naam : naam.slice(dubbelePunt + 1);
}

function voegToe(laag: Laag, element: Element, waarde: unknown): void {
  if (Array.isArray(laag.inhoud)) laag.inhoud.push(waarde);
  else if (!element.meervoudig) laag.inhoud[element.naam] = waarde;
  else ((laag.inhoud[element.naam] ??= []) as unknown[]).push(waarde);
}

/**
 * Reads a message.
 * @param bytes a document that passed level 1 for this type, in any encoding
 * @throws Error when the document is not valid after all
 */
export function leesBericht<B extends Berichtsoort>(berichtsoort: B, bytes: Uint8Array): Berichten[B] {
  const { structuur } = SCHEMAS[berichtsoort];
  const wortel: Inhoud = {};
  const stapel: Laag[] = [{ element: structuur, kinderen: new Map([[structuur.naam, structuur]]), inhoud: wortel }];
  let tekst = '';
  // The document is schema-valid, so a local name on a known place says which element it is; resolving namespaces again costs time.
  // XML 1.1 and later are read as 1.0, as XML 1.0 (fifth edition, 2.8) has it and libxml2 does.
  const parser = new SaxesParser({ xmlns: false, position: false, defaultXMLVersion: '1.0', forceXMLVersion: true });
  parser.on('error', (e) => { throw e; });
  parser.on('opentag', (tag) => {
    const ouder = stapel[stapel.length - 1] as Laag;
    const element = ouder.kinderen?.get(lokaleNaam(tag.name));
    if (element === undefined) throw new Error(`Onverwacht element in een ${berichtsoort} dat al geldig was`);
    tekst = '';
    stapel.push(isKlasse(element)
      ? { element, kinderen: kinderenVan(element.elementen), inhoud: element.kaal ? [] : {} }
      : { element, kinderen: undefined, inhoud: {} });
  });
  parser.on('text', (stuk) => { tekst += stuk; });
  parser.on('cdata', (stuk) => { tekst += stuk; });
  parser.on('closetag', () => {
    const laag = stapel.pop() as Laag;
    const { element } = laag;
    voegToe(stapel[stapel.length - 1] as Laag, element, isKlasse(element) ? laag.inhoud : waardeVan(element.waarde, tekst));
    tekst = '';
  });
  parser.write(tekstVan(bytes)).close();
  return wortel['Bericht'] as Berichten[B];
}
