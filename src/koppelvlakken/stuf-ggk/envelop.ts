/** An envelope as a value: who, to whom, which number, and what is inside. */

/** A StUF address. */
export interface Systeem {
  readonly organisatie?: string | undefined;
  readonly applicatie: string;
  readonly administratie?: string | undefined;
  /** Without meaning in this chain; it may name a person, so it is given back in a direct answer and never stored. */
  readonly gebruiker?: string | undefined;
}

/** A StUF address on an envelope, where the organisation is required. */
export interface Partij extends Systeem {
  readonly organisatie: string;
}

/** What is needed to answer an envelope. */
export interface Adres {
  readonly zender: Systeem;
  readonly ontvanger: Systeem;
  readonly referentienummer: string;
}

export interface Stuurgegevens {
  readonly zender: Partij;
  readonly ontvanger: Partij;
  readonly referentienummer: string;
  /** As written: 8 to 17 digits, from year to millisecond. */
  readonly tijdstipBericht: string;
  readonly functie: string;
}

/** Four digits each. */
export interface Versie {
  readonly versie: string;
  readonly subversie: string;
}

interface Verpakking {
  readonly stuurgegevens: Stuurgegevens;
  /** Number of the message inside, as that message has it itself. */
  readonly referentienummerBericht: string | undefined;
  readonly applicatie: Versie;
  readonly functie: Versie;
  readonly bestandsnaam: string | undefined;
  readonly contentType: string;
  /** The bytes inside. */
  readonly inhoud: Buffer;
}

/** A heenbericht in its envelope. */
export interface Heenenvelop extends Verpakking {
  readonly soort: 'Di01';
}

/** An answer in its envelope. */
export interface Retourenvelop extends Verpakking {
  readonly soort: 'Du01';
  /** Number of the envelope that it answers. */
  readonly crossRefnummer: string;
  /** Number of the message that it answers. */
  readonly crossRefnummerBericht: string | undefined;
}

export type Envelop = Heenenvelop | Retourenvelop;

/** Somebody could not handle a message that was sent to him. What he adds in words is not read: it may quote the message. */
export interface Foutmelding {
  readonly soort: 'Fo01';
  readonly zender: Systeem;
  readonly ontvanger: Systeem;
  readonly referentienummer: string;
  readonly crossRefnummer: string;
  readonly code: string;
  readonly plek: 'client' | 'server';
}
