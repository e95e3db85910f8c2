/** What is delivered, where to, and what came of it: the words between the outbox and whatever sends. */
import type { Berichtsoort } from '../../standaard/berichten/berichtsoorten.js';

/** How a message is put in the request: JSON with the message in it, or the envelope of StUF-GGk. */
export type Vorm = 'json' | 'stuf-ggk';
export const VORMEN: readonly Vorm[] = ['json', 'stuf-ggk'];

/** What can wait for a party: a message, or the fault message (Fo01 of StUF) about an envelope of which the content could not be taken in. */
export type Bezorgsoort = Berichtsoort | 'Fo01';

/** A message on its way to a party. */
export interface TeBezorgenBericht {
  readonly id: string;
  readonly berichtsoort: Berichtsoort;
  /** Of the Header. */
  readonly afzender: string;
  readonly ontvanger: string;
  readonly identificatie: string;
  /** For an answer: the message that it answers. */
  readonly antwoordOp: string | undefined;
  /** The message, byte for byte. */
  readonly inhoud: Buffer;
}

/** A fault message on its way to a party. Only a webhook that speaks StUF gets it. */
export interface TeBezorgenFout {
  /** Its own number. */
  readonly id: string;
  readonly berichtsoort: 'Fo01';
  /** Who could not take the envelope in, and who sent that. */
  readonly afzender: string;
  readonly ontvanger: string;
  readonly antwoordOp: undefined;
  /** The Fo01 as an element, without declaration and without SOAP around it. */
  readonly inhoud: Buffer;
}

export type TeBezorgen = TeBezorgenBericht | TeBezorgenFout;

export interface Bestemming {
  readonly url: string;
  readonly vorm: Vorm;
  /** Secrets that sign, the one that holds first. */
  readonly geheimen: readonly Buffer[];
}

/** Kinds of failure, fit to store and to show: none tells what the receiver said. */
export type Fout = `http-${number}` | 'geen-verbinding' | 'geen-tls' | 'te-laat' | 'adres-geweigerd' | 'niet-geaccepteerd' | 'vorm-niet-beschikbaar'
  | 'inhoud-onleesbaar' | 'onbekend';

export type Uitkomst =
  | { readonly soort: 'bezorgd' }
  /** `pasNaS`: seconds that the receiver asks to be left alone. */
  | { readonly soort: 'mislukt'; readonly fout: Fout; readonly pasNaS?: number | undefined }
  /** The receiver is gone for good (410). */
  | { readonly soort: 'weg' }
  /** Given up because this process stops: counts for nothing. */
  | { readonly soort: 'afgebroken' };

/** Sends one message; never throws. */
export type Verzender = (bericht: TeBezorgen, bestemming: Bestemming, stop: AbortSignal) => Promise<Uitkomst>;
