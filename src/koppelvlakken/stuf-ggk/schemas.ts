/** The envelope schemas and the WSDL, read and compiled once per process. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Schema } from '../../standaard/xml/libxml.js';

const MAP = fileURLToPath(new URL('../../../schemas/stuf-ggk/2.1/', import.meta.url));

/** What a client may fetch beside the endpoint. */
export const OPENBAAR = ['ggk.xsd', 'stuf.xsd', 'xmlmime.xsd', 'stuf.wsdl'] as const;

export function leesBestand(naam: (typeof OPENBAAR)[number] | 'ggk.wsdl' | 'soap.xsd'): Buffer {
  return readFileSync(`${MAP}${naam}`);
}

/** The schema of an envelope in a SOAP message. @throws Error when the files of this package do not compile */
export function laadEnvelopschema(): Schema {
  const namen = ['soap.xsd', 'ggk.xsd', 'stuf.xsd', 'xmlmime.xsd'] as const;
  return Schema.compileer('soap.xsd', Object.fromEntries(namen.map((naam) => [naam, leesBestand(naam)])));
}
