/** The answers to an envelope: Bv03, Fo03 and Fo01. Pure: the same envelope, number and instant give the same answer. */
import { FOUTEN, type Foutcode } from './codes.js';
import type { Adres, Envelop } from './envelop.js';
import { APPLICATIE, ONTVANGENDE_APPLICATIE } from './namen.js';
import { schrijfBevestiging, schrijfFout, type Antwoordgegevens } from './schrijven.js';
import { alsTijdstip } from './tijdstip.js';

/** What only the answering side can say. `nummer` is a new UUID. */
export interface Afzending {
  readonly nummer: string;
  readonly op: Date;
}

/** Whoever received answers whoever sent. */
function terugNaar({ zender, ontvanger, referentienummer }: Adres, { nummer, op }: Afzending): Antwoordgegevens {
  return { zender: ontvanger, ontvanger: zender, referentienummer: nummer, tijdstipBericht: alsTijdstip(op), crossRefnummer: referentienummer };
}

/** Received, stored, and to be handled. */
export function bevestig(adres: Adres, afzending: Afzending): string {
  return schrijfBevestiging(terugNaar(adres, afzending));
}

/** The envelope cannot be handled. @param toelichting goes into `details` */
export function weigerMetFo03(code: Foutcode, toelichting: string, adres: Adres, afzending: Afzending): string {
  return schrijfFout('Fo03', terugNaar(adres, afzending), { code, details: toelichting });
}

/** A fault message for the sender of an envelope, and what has to be kept with it. */
export interface Foutbericht {
  readonly partij: string;
  readonly referentienummer: string;
  readonly crossRefnummer: string;
  readonly code: Foutcode;
  readonly plek: 'client' | 'server';
  /** The Fo01 as an element: places, and no values from the message. */
  readonly inhoud: string;
}

/**
 * What is inside the envelope breaks its schema: Fo01 with StUF055 (Specificatie StUF-envelop 2.1, 2.3 and 3.1). Details hold the functie
 * and the version of the sending application, as the specification wants; where it is wrong goes with the description. It travels like an
 * envelope of its own, so it is addressed like one, and the user on the envelope that it is about stays out of it.
 */
export function meldOngeldig({ stuurgegevens, applicatie }: Envelop, eerstePlaats: string, afzending: Afzending): Foutbericht {
  const code = 'StUF055';
  const { zender, ontvanger, referentienummer, functie } = stuurgegevens;
  const { nummer, op } = afzending;
  const inhoud = schrijfFout('Fo01', {
    zender: { organisatie: ontvanger.organisatie, applicatie: APPLICATIE.naam, administratie: ontvanger.administratie },
    ontvanger: { organisatie: zender.organisatie, applicatie: ONTVANGENDE_APPLICATIE },
    referentienummer: nummer, tijdstipBericht: alsTijdstip(op), crossRefnummer: referentienummer,
  }, {
    code, bijzonder: eerstePlaats, details: `${functie}-${applicatie.versie}${applicatie.subversie}` });
  return {
    partij: zender.organisatie, referentienummer: afzending.nummer, crossRefnummer: referentienummer, code, plek: FOUTEN[code].plek, inhoud };
}
