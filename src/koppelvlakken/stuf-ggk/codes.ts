/**
 * The error codes of StUF 03.01 (its table 4.1) and of the chain (Foutcodes asynchroon berichtenverkeer ISD-keten 2.1) that are used here.
 * `omschrijving` is the value the standard prescribes for that element.
 */
import type { Adres } from './envelop.js';

interface Foutsoort {
  readonly plek: 'client' | 'server';
  readonly omschrijving: string;
}

export const FOUTEN = {
  IB007: { plek: 'server', omschrijving: 'Bericht is te groot' },
  IB009: { plek: 'client', omschrijving: 'Opgegeven (cross)referentienummer is geen geldig UUID' },
  StUF001: { plek: 'server', omschrijving: 'Versie StUF niet ondersteund' },
  StUF004: { plek: 'server', omschrijving: 'Sectormodel niet ondersteund' },
  StUF007: { plek: 'server', omschrijving: 'Versie sectormodel niet ondersteund' },
  StUF010: { plek: 'client', omschrijving: 'Combinatie van ontvangende organisatie, applicatie en administratie onbekend' },
  StUF013: { plek: 'client', omschrijving: 'Combinatie van zendende organisatie, applicatie en administratie onbekend' },
  StUF016: { plek: 'client', omschrijving: 'Combinatie zender en referentienummer niet uniek' },
  StUF022: { plek: 'client', omschrijving: 'Berichtcode onbekend' },
  StUF025: { plek: 'server', omschrijving: 'Berichtcode niet ondersteund' },
  StUF034: { plek: 'client', omschrijving: 'Functie onbekend binnen sectormodel' },
  StUF037: { plek: 'server', omschrijving: 'Functie niet ondersteund' },
  StUF040: { plek: 'server', omschrijving: 'Combinatie van berichtcode, entiteittype en functie niet ondersteund' },
  StUF043: { plek: 'client', omschrijving: 'Crossreferentienummer niet bekend' },
  StUF046: { plek: 'server', omschrijving: 'Opslaan bericht niet mogelijk' },
  StUF055: { plek: 'client', omschrijving: 'Berichtbody is niet conform schema in sectormodel' },
} as const satisfies Record<string, Foutsoort>;

export type Foutcode = keyof typeof FOUTEN;

/** Of several codes that apply the first is given: those of the chain go before those of StUF, which are in the order of its table. */
export const CODES = Object.keys(FOUTEN) as readonly Foutcode[];

/** An error that becomes a Fo03, addressed to whoever sent the envelope. */
export class StufFout extends Error {
  override readonly name = 'StufFout';
  constructor(
    readonly code: Foutcode,
    /** What is wrong where and what to do, in Dutch; never a value from the message. */
    readonly toelichting: string,
    /** Absent: the envelope did not say who sent it, so that no Fo03 can be addressed. */
    readonly aan: Adres | undefined,
    opties?: ErrorOptions,
  ) {
    super(code, opties);
  }
}

/** What SOAP 1.1 calls a fault of its own (4.4.1). */
export type Soapfoutcode = 'VersionMismatch' | 'MustUnderstand' | 'Client' | 'Server';

/** An error before there is an envelope to answer: a SOAP fault without Fo03. */
export class SoapFout extends Error {
  override readonly name = 'SoapFout';
  constructor(readonly faultcode: Soapfoutcode, readonly melding: string) {
    super(faultcode);
  }
}
