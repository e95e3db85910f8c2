/**
 * Writes a message in another way than schrijfBericht, using every freedom XML leaves a sender: prefixes, default and redeclared
 * namespaces, white space, comments, processing instructions, CDATA, references, line ends, lexical forms, encodings.
 */
import type { Berichtsoort } from '../../../src/standaard/berichten/berichtsoorten.js';
import { basis, SCHEMAS, type Berichten } from '../../../src/standaard/berichten/gegenereerd/index.js';
import { isKlasse, type Element, type Klasseelement, type Waardetype } from '../../../src/standaard/berichten/structuur.js';
import type { Codering } from './coderingen.js';

type Bereik = Readonly<Record<string, string>>;

/** A repeatable source of choices. */
export class Keuzes {
  #staat: number;

  constructor(zaad: number) {
    this.#staat = zaad | 0;
  }

  getal(onder: number): number {
    this.#staat = (this.#staat + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#staat ^ (this.#staat >>> 15), 1 | this.#staat);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % onder;
  }

  soms(eenOp: number): boolean {
    return this.getal(eenOp) === 0;
  }

  uit<T>(lijst: readonly T[]): T {
    return lijst[this.getal(lijst.length)] as T;
  }
}

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const VOORVOEGSELS = ['', '', 'a', 'b', 'iwmo', 'x-1', '_', 'n.s'];
const TUSSENIN = ['', '', '', '\n', '\r\n\t', '  ', '<!-- los < & commentaar -->', '<?let op?>', '\n<!---->\n'];
const IN_WAARDE = ['<!---->', '<!-- hier -->', '<?stil?>', '<?xml-stylesheet href="a.xsl"?>', '<![CDATA[]]>'];
const WIT = ['', '', ' ', '\n', '\t ', '\r\n'];

export class Vrijschrift {
  readonly #kies: Keuzes;
  readonly #codering: Codering;

  constructor(zaad: number, codering: Codering) {
    this.#kies = new Keuzes(zaad);
    this.#codering = codering;
  }

  schrijf<B extends Berichtsoort>(soort: B, bericht: Berichten[B]): Buffer {
    const { structuur, namespace } = SCHEMAS[soort];
    const xml = this.#declaratie() + this.#tussen()
      + this.#element(structuur, bericht, { bericht: namespace, basis: basis.BASIS_NAMESPACE }, { xml: 'xml' }, true) + this.#tussen();
    return this.#codering.naarBytes(xml);
  }

  #declaratie(): string {
    const kies = this.#kies;
    const { declaratie } = this.#codering;
    const utf16of32 = /UTF-16|UTF-32|UCS/.test(this.#codering.naam);
    if (declaratie === undefined && !utf16of32 && kies.soms(2)) return '';
    const aanhaling = kies.uit(['"', "'"]);
    const waarde = (tekst: string): string => `${kies.uit(['=', ' = '])}${aanhaling}${tekst}${aanhaling}`;
    const ruimte = ' '.repeat(kies.soms(10) ? 300 : 1);
    return `<?xml version${waarde(kies.uit(['1.0', '1.0', '1.1', '1.7']))}`
      + (declaratie === undefined ? '' : `${ruimte}encoding${waarde(kies.soms(2) ? declaratie : declaratie.toLowerCase())}`)
      + (kies.soms(3) ? ` standalone${waarde('yes')}` : '') + `${kies.uit(['', ' ', '\n'])}?>`;
  }

  #tussen(): string {
    return this.#kies.uit(TUSSENIN);
  }

  #element(element: Element, waarde: unknown, ruimten: Readonly<Record<Element['ruimte'], string>>, bereik: Bereik, wortel = false): string {
    const kies = this.#kies;
    const ruimte = ruimten[element.ruimte];
    const bestaand = Object.keys(bereik).filter((p) => bereik[p] === ruimte);
    const voorvoegsel = bestaand.length > 0 && !kies.soms(6) ? kies.uit(bestaand) : kies.uit(VOORVOEGSELS);
    let attributen = '';
    if (bereik[voorvoegsel] !== ruimte) attributen += this.#naamruimte(voorvoegsel, ruimte);
    const binnen = { ...bereik, [voorvoegsel]: ruimte };
    if (wortel && kies.soms(2)) {
      attributen += ` xmlns:xsi="${XSI}" xsi:schemaLocation="${ruimte} basisschema.xsd" xsi:noNamespaceSchemaLocation='x.xsd'`;
    }
    const naam = voorvoegsel === '' ? element.naam : `${voorvoegsel}:${element.naam}`;
    const inhoud = isKlasse(element) ? this.#klasse(element, waarde, ruimten, binnen) : this.#waarde(element.waarde, waarde);
    return `<${naam}${attributen}${kies.uit(WIT)}>${inhoud}</${naam}${kies.uit(WIT)}>`;
  }

  #naamruimte(voorvoegsel: string, ruimte: string): string {
    const geschreven = this.#kies.soms(4) ? ruimte.replace('h', '&#x68;').replace('iwmo', 'i&#119;mo') : ruimte;
    return `${this.#kies.uit([' ', '\n  '])}xmlns${voorvoegsel === '' ? '' : `:${voorvoegsel}`}="${geschreven}"`;
  }

  #klasse(klasse: Klasseelement, waarde: unknown, ruimten: Readonly<Record<Element['ruimte'], string>>, bereik: Bereik): string {
    let xml = this.#tussen();
    for (const kind of klasse.elementen) {
      const inhoud = klasse.kaal ? waarde : (waarde as Readonly<Record<string, unknown>>)[kind.naam];
      if (inhoud === undefined) continue;
      for (const een of kind.meervoudig ? inhoud as readonly unknown[] : [inhoud]) {
        xml += this.#element(kind, een, ruimten, bereik) + this.#tussen();
      }
    }
    return xml;
  }

  #waarde(type: Waardetype, waarde: unknown): string {
    if (type.basis === 'string') return this.#tekst(String(waarde));
    const kies = this.#kies;
    // A pattern on a number holds for how it is written.
    const vorm = type.basis === 'integer' && type.patronen === undefined ? this.#getal(Number(waarde)) : String(waarde);
    return this.#tekst(kies.uit(WIT).replaceAll('\r', '') + vorm + kies.uit(WIT).replaceAll('\r', ''));
  }

  #getal(getal: number): string {
    const kies = this.#kies;
    const teken = getal === 0 ? kies.uit(['', '+', '-']) : kies.uit(['', '', '+']);
    return teken + '0'.repeat(kies.soms(4) ? kies.getal(30) : 0) + String(getal);
  }

  #tekst(tekst: string): string {
    const kies = this.#kies;
    let xml = '';
    for (const teken of tekst) {
      if (kies.soms(15)) xml += kies.uit(IN_WAARDE);
      xml += this.#teken(teken);
    }
    return xml;
  }

  #teken(teken: string): string {
    const kies = this.#kies;
    const kan = this.#codering.kan(teken);
    if (kan && teken === '\n' && kies.soms(2)) return kies.uit(['\r\n', '\n', '\r<!---->']);
    if (kan && teken !== '\r' && kies.soms(12)) return `<![CDATA[${teken}]]>`;
    if (!kan || teken === '\r' || kies.soms(12)) {
      const code = teken.codePointAt(0) ?? 0;
      return kies.soms(2) ? `&#${kies.soms(2) ? '00' : ''}${code};` : `&#x${kies.uit([code.toString(16), code.toString(16).toUpperCase()])};`;
    }
    return ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': kies.uit(['"', '&quot;']), "'": kies.uit(["'", '&apos;']) })[teken] ?? teken;
  }
}
