/**
 * The 14 message types of iWmo 3.2 as one table: code, who sends to whom, and what answers what.
 * Codes: COD002. Answers: the coupling of request and return messages (IV028, IV087).
 */
import type { Berichten } from './gegenereerd/index.js';
import { SCHEMAS } from './gegenereerd/index.js';

export type Berichtsoort = keyof Berichten;
export type Partijsoort = 'gemeente' | 'aanbieder';

/** Types that are assessed by their receiver and answered. */
export type Heenbericht = 'WMO301' | 'WMO305' | 'WMO307' | 'WMO315' | 'WMO317' | 'WMO319' | 'WMO323';
/** Types that answer a heenbericht: six return messages and the claim answer WMO325. */
export type Antwoordbericht = 'WMO302' | 'WMO306' | 'WMO308' | 'WMO316' | 'WMO318' | 'WMO320' | 'WMO325';

export interface BerichtsoortGegevens {
  readonly code: string;
  /** Who fills Afzender and Ontvanger. A return message keeps those of the message it answers. */
  readonly afzender: Partijsoort;
  readonly ontvanger: Partijsoort;
  /** Who composes and sends it: the other party than Afzender for a return message. */
  readonly opsteller: Partijsoort;
  readonly antwoord?: Antwoordbericht;
  readonly antwoordOp?: Heenbericht;
  /** A return message in the sense of IV028; the WMO325 is an answer with rules of its own (IV087). */
  readonly retour: boolean;
}

export const BERICHTSOORTEN: { readonly [B in Berichtsoort]: BerichtsoortGegevens } = {
  WMO301: { code: '414', afzender: 'gemeente', ontvanger: 'aanbieder', opsteller: 'gemeente', antwoord: 'WMO302', retour: false },
  WMO302: { code: '415', afzender: 'gemeente', ontvanger: 'aanbieder', opsteller: 'aanbieder', antwoordOp: 'WMO301', retour: true },
  WMO305: { code: '418', afzender: 'aanbieder', ontvanger: 'gemeente', opsteller: 'aanbieder', antwoord: 'WMO306', retour: false },
  WMO306: { code: '419', afzender: 'aanbieder', ontvanger: 'gemeente', opsteller: 'gemeente', antwoordOp: 'WMO305', retour: true },
  WMO307: { code: '420', afzender: 'aanbieder', ontvanger: 'gemeente', opsteller: 'aanbieder', antwoord: 'WMO308', retour: false },
  WMO308: { code: '421', afzender: 'aanbieder', ontvanger: 'gemeente', opsteller: 'gemeente', antwoordOp: 'WMO307', retour: true },
  WMO315: { code: '444', afzender: 'aanbieder', ontvanger: 'gemeente', opsteller: 'aanbieder', antwoord: 'WMO316', retour: false },
  WMO316: { code: '445', afzender: 'aanbieder', ontvanger: 'gemeente', opsteller: 'gemeente', antwoordOp: 'WMO315', retour: true },
  WMO317: { code: '480', afzender: 'aanbieder', ontvanger: 'gemeente', opsteller: 'aanbieder', antwoord: 'WMO318', retour: false },
  WMO318: { code: '481', afzender: 'aanbieder', ontvanger: 'gemeente', opsteller: 'gemeente', antwoordOp: 'WMO317', retour: true },
  WMO319: { code: '482', afzender: 'gemeente', ontvanger: 'aanbieder', opsteller: 'gemeente', antwoord: 'WMO320', retour: false },
  WMO320: { code: '483', afzender: 'gemeente', ontvanger: 'aanbieder', opsteller: 'aanbieder', antwoordOp: 'WMO319', retour: true },
  WMO323: { code: '484', afzender: 'aanbieder', ontvanger: 'gemeente', opsteller: 'aanbieder', antwoord: 'WMO325', retour: false },
  WMO325: { code: '485', afzender: 'gemeente', ontvanger: 'aanbieder', opsteller: 'gemeente', antwoordOp: 'WMO323', retour: false },
};

export const ALLE_BERICHTSOORTEN = Object.keys(BERICHTSOORTEN) as readonly Berichtsoort[];

const OP_NAMESPACE = new Map(ALLE_BERICHTSOORTEN.map((b) => [SCHEMAS[b].namespace, b]));

/** The message type of a document's root namespace, or undefined when it is no iWmo 3.2 message. */
export function berichtsoortVan(namespace: string): Berichtsoort | undefined {
  return OP_NAMESPACE.get(namespace);
}

export function isHeenbericht(soort: Berichtsoort): soort is Heenbericht {
  return BERICHTSOORTEN[soort].antwoord !== undefined;
}

/** The type that answers a heenbericht. */
export function antwoordOp(soort: Heenbericht): Antwoordbericht {
  const { antwoord } = BERICHTSOORTEN[soort];
  if (antwoord === undefined) throw new Error(`${soort} heeft geen antwoordbericht`);
  return antwoord;
}

/** Who composed a message and who it is for; a return message keeps Afzender and Ontvanger of the one it answers. */
export function wegVan(soort: Berichtsoort, afzender: string, ontvanger: string): { readonly van: string; readonly voor: string } {
  const { opsteller, afzender: rol } = BERICHTSOORTEN[soort];
  return opsteller === rol ? { van: afzender, voor: ontvanger } : { van: ontvanger, voor: afzender };
}

/** The pair that a message belongs to, whichever of the two is its Afzender. */
export function paarVan(soort: Berichtsoort, afzender: string, ontvanger: string): { gemeente: string; aanbieder: string } {
  return BERICHTSOORTEN[soort].afzender === 'gemeente'
    ? { gemeente: afzender, aanbieder: ontvanger }
    : { gemeente: ontvanger, aanbieder: afzender };
}
