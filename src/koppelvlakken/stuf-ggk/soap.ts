/**
 * SOAP 1.1 messages from strangers: out of bytes, without DTD, entities or network and within limits on size and depth, to the one element
 * in the Body. Writing them: a message, or a fault with or without a Fo03 in it.
 */
import { XmlElement, type XmlDocument } from 'libxml2-wasm';
import { MAX_BYTES, MAX_DIEPTE } from '../../standaard/xml/niveau1.js';
import { doorloop, wortelVan } from '../../standaard/xml/boom.js';
import { metDocument, NietWelgevormd } from '../../standaard/xml/libxml.js';
import { heeftDoctype, isLeesbareTekenset, tekstVan } from '../../standaard/xml/tekens.js';
import { knip } from './base64.js';
import { SoapFout, type Soapfoutcode } from './codes.js';
import { SOAP } from './namen.js';
import { tekst } from './schrijven.js';

/** Largest SOAP message in bytes: the largest message in Base64, with a line end (CRLF) per 76 characters, and room for the envelope. */
export const MAX_ENVELOP = Math.ceil(Math.ceil(MAX_BYTES / 3) * 4 * (78 / 76)) + 65_536;
/** Largest envelope in bytes without the Base64. */
const MAX_REST = 1_000_000;

const SOAP12 = 'http://www.w3.org/2003/05/soap-envelope';

/** A SOAP message while it is being looked at. */
export interface Soapbericht {
  readonly document: XmlDocument;
  /** The element in the Body. */
  readonly inhoud: XmlElement;
  /** What long stretches of Base64 stand for, by the mark that took their place in the document. */
  readonly inhouden: ReadonlyMap<string, Buffer>;
}

/** An element that is looked into holds at most so many nodes; an envelope needs some fifteen, with white space and comments between them. */
const MAX_KINDEREN = 250;

/** The child elements, in order. @throws SoapFout when there are far more than any envelope has */
export function kinderenVan(ouder: XmlElement): XmlElement[] {
  const kinderen: XmlElement[] = [];
  let aantal = 0;
  for (let kind = ouder.firstChild; kind !== null; kind = kind.next) {
    if (++aantal > MAX_KINDEREN) throw new SoapFout('Client', 'De envelop heeft te veel elementen naast elkaar.');
    if (kind instanceof XmlElement) kinderen.push(kind);
  }
  return kinderen;
}

/**
 * Reads a SOAP message and hands it to `gebruik`, which may not keep anything of it.
 * @throws SoapFout when it is no SOAP 1.1 message with one element in its Body
 */
export function metSoap<T>(bytes: Buffer, gebruik: (bericht: Soapbericht) => T): T {
  const { rest, inhouden } = knip(alsUtf8(bytes));
  if (rest.length > MAX_REST) throw teGroot();
  if (heeftDoctype(rest)) throw new SoapFout('Client', 'Het bericht bevat een DOCTYPE. SOAP staat dat niet toe; verwijder het.');
  try {
    return metDocument(rest, (document) => {
      if (document.dtd !== null) throw new SoapFout('Client', 'Het bericht bevat een DOCTYPE. SOAP staat dat niet toe; verwijder het.');
      const { teDiep, teVeelNamen } = doorloop(wortelVan(document), MAX_DIEPTE);
      if (teDiep !== undefined) throw new SoapFout('Client', `De elementen zijn dieper genest dan ${MAX_DIEPTE} niveaus.`);
      if (teVeelNamen) throw teGroot();
      return gebruik({ document, inhoud: inhoudVan(document.root), inhouden });
    });
  } catch (fout) {
    if (!(fout instanceof NietWelgevormd)) throw fout;
    const regel = Math.max(fout.fouten[0]?.line ?? 1, 1);
    throw new SoapFout('Client', `Het bericht is geen welgevormde XML (regel ${regel}). Lever een SOAP 1.1-bericht aan.`);
  }
}

export function teGroot(): SoapFout {
  return new SoapFout('Client', `Het bericht is te groot: de inhoud mag ten hoogste ${MAX_BYTES.toLocaleString('nl-NL')} bytes zijn (IB007). `
    + 'Verdeel de inhoud over meer berichten.');
}

/** UTF-16 and UTF-32, in which a byte is no character, become UTF-8. */
function alsUtf8(bytes: Buffer): Buffer {
  if (!isLeesbareTekenset(bytes)) throw new SoapFout('Client', 'De tekencodering wordt niet ondersteund. Gebruik UTF-8.');
  const breed = bytes.subarray(0, 4).includes(0) || bytes[0] === 0xfe || bytes[0] === 0xff;
  return breed ? Buffer.from(tekstVan(bytes).replace(/^<\?xml[^>]*\?>/, ''), 'utf8') : bytes;
}

function inhoudVan(wortel: XmlElement): XmlElement {
  if (wortel.name !== 'Envelope' || wortel.namespaceUri !== SOAP) {
    if (wortel.name === 'Envelope' && wortel.namespaceUri === SOAP12) {
      throw new SoapFout('VersionMismatch', 'Dit is een bericht van SOAP 1.2. Gebruik SOAP 1.1, zoals de WSDL zegt.');
    }
    throw new SoapFout(wortel.name === 'Envelope' ? 'VersionMismatch' : 'Client',
      'Het beginelement is geen Envelope van SOAP 1.1. Verpak het bericht zoals de WSDL zegt.');
  }
  const delen = kinderenVan(wortel);
  const kop = delen[0]?.name === 'Header' && delen[0].namespaceUri === SOAP ? delen[0] : undefined;
  if (kop !== undefined) controleerKop(kop);
  const [lichaam, ...meer] = kop === undefined ? delen : delen.slice(1);
  if (lichaam?.name !== 'Body' || lichaam.namespaceUri !== SOAP || meer.length > 0) {
    throw new SoapFout('Client', 'Een SOAP-bericht bestaat uit een Envelope met hooguit een Header en daarna een Body.');
  }
  const [inhoud, ...andere] = kinderenVan(lichaam);
  if (inhoud === undefined || andere.length > 0) throw new SoapFout('Client', 'De Body hoort precies één element te bevatten: de envelop.');
  return inhoud;
}

/** A header that has to be understood and is not: SOAP 1.1, 4.2.3. None is understood here. */
function controleerKop(kop: XmlElement): void {
  const verplicht = kinderenVan(kop).some((blok) => blok.attrs.some((attribuut) =>
    attribuut.namespaceUri === SOAP && attribuut.name === 'mustUnderstand' && /^(1|true)$/.test(attribuut.content.trim())));
  if (verplicht) throw new SoapFout('MustUnderstand', 'Een Header met mustUnderstand wordt hier niet verwerkt. Laat die weg.');
}

const verpak = (inhoud: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<soap:Envelope xmlns:soap="${SOAP}"><soap:Body>${inhoud}</soap:Body></soap:Envelope>`;

/** A SOAP message around an element that was written without declaration. */
export function schrijfSoap(element: string): string {
  return verpak(element);
}

/** A SOAP fault. @param detail an element that was written without declaration, such as a Fo03 */
export function schrijfSoapfout(faultcode: Soapfoutcode, melding: string, detail?: string): string {
  return verpak(`<soap:Fault><faultcode>soap:${faultcode}</faultcode><faultstring xml:lang="nl">${tekst(melding)}</faultstring>`
    + `${detail === undefined ? '' : `<detail>${detail}</detail>`}</soap:Fault>`);
}
