/** Writes a message object as XML, driven by the structure tables: element order and namespaces come from the schema. */
import type { Berichtsoort } from '../berichten/berichtsoorten.js';
import { SCHEMAS, basis, type Berichten } from '../berichten/gegenereerd/index.js';
import { isKlasse, type Element } from '../berichten/structuur.js';

/** A value that XML cannot carry (a control character). The message names the element, never the value. */
export class NietSchrijfbaar extends Error {
  constructor(readonly element: string) {
    super(`Element ${element} bevat een teken dat in XML niet is toegestaan`);
  }
}

/** Exactly the characters that XML 1.0 cannot hold. */
const ONGELDIG = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const TE_ONTSNAPPEN = /[&<>\r]/g;
// A carriage return is written as a reference because a reader turns a bare one into a line feed.
const ONTSNAPPING: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };

function tekst(element: Element, waarde: unknown): string {
  const ruw = String(waarde);
  if (ONGELDIG.test(ruw)) throw new NietSchrijfbaar(element.naam);
  return ruw.replace(TE_ONTSNAPPEN, (teken) => ONTSNAPPING[teken] ?? teken);
}

/**
 * The message as UTF-8 XML with declaration, indented by two spaces.
 * @throws NietSchrijfbaar when a value holds a character that XML does not allow
 */
export function schrijfBericht<B extends Berichtsoort>(berichtsoort: B, bericht: Berichten[B]): Buffer {
  const { structuur, namespace } = SCHEMAS[berichtsoort];
  const voorvoegsel = berichtsoort.toLowerCase();
  const delen: string[] = ['<?xml version="1.0" encoding="UTF-8"?>\n'];
  const schrijf = (element: Element, waarde: unknown, diepte: string, attributen = ''): void => {
    const naam = `${element.ruimte === 'basis' ? 'iwmo' : voorvoegsel}:${element.naam}`;
    if (!isKlasse(element)) {
      delen.push(`${diepte}<${naam}>${tekst(element, waarde)}</${naam}>\n`);
      return;
    }
    delen.push(`${diepte}<${naam}${attributen}>\n`);
    const dieper = `${diepte}  `;
    for (const kind of element.elementen) {
      const inhoud = element.kaal ? waarde : (waarde as Readonly<Record<string, unknown>>)[kind.naam];
      if (inhoud === undefined) continue;
      if (kind.meervoudig) for (const een of inhoud as readonly unknown[]) schrijf(kind, een, dieper);
      else schrijf(kind, inhoud, dieper);
    }
    delen.push(`${diepte}</${naam}>\n`);
  };
  schrijf(structuur, bericht, '', ` xmlns:iwmo="${basis.BASIS_NAMESPACE}" xmlns:${voorvoegsel}="${namespace}"`);
  return Buffer.from(delen.join(''), 'utf8');
}
