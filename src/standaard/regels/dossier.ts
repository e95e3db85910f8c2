/**
 * The dossier: the part of the register and of the external sources that one message touches, loaded beforehand in a fixed number
 * of set-based queries. Rules of level 3 and 4 read it and nothing else.
 */
import type { Berichten } from '../berichten/gegenereerd/index.js';
import { na, opOfVoor, type Datum } from '../datum.js';
import { sleutelVan } from './regel.js';

/** The current version of an allocation (IV013: latest Toewijzingsdatum and Toewijzingstijd). Amounts in cents, dates as written. */
export interface Toewijzing {
  readonly nummer: number;
  readonly aanbieder: string;
  readonly bsn: string;
  readonly categorie: string | undefined;
  readonly code: string | undefined;
  readonly toewijzingsdatum: string;
  readonly toewijzingstijd: string;
  readonly ingangsdatum: string;
  /** Inclusive; absent is open-ended. */
  readonly einddatum: string | undefined;
  readonly redenWijziging: string | undefined;
  readonly volume: number | undefined;
  readonly eenheid: string | undefined;
  readonly frequentie: string | undefined;
  readonly budget: number | undefined;
  readonly referentieAanbieder: string | undefined;
}

/** An active start of delivery: sent with StatusAanlevering 1 and not removed since. */
export interface Start {
  readonly toewijzingNummer: number | undefined;
  readonly categorie: string | undefined;
  readonly code: string | undefined;
  readonly begindatum: string;
}

/** An active stop of delivery. */
export interface Stop extends Start {
  readonly redenBeeindiging: string;
  readonly einddatum: string;
}

/** A request of the aanbieder: an AangevraagdProduct of a WMO315 or the Verzoek of a WMO317, from a message that was not rejected. */
export interface Verzoek {
  readonly referentieAanbieder: string;
  readonly bsn: string;
  /** VerzoekAntwoord of every earlier WMO319 that was not rejected, oldest first. */
  readonly antwoorden: readonly ('1' | '2')[];
  /** An earlier WMO301 that was not rejected carries this reference. */
  readonly gehonoreerd: boolean;
}

/** Pending: not rejected by a WMO319 with answer 1 and not honoured by a WMO301 (TR374). */
export function isLopend({ antwoorden, gehonoreerd }: Verzoek): boolean {
  return !gehonoreerd && !antwoorden.includes('1');
}

/** What approved debits that were not credited add up to on one allocation. */
export interface Gedeclareerd {
  /** Delivered volume per Eenheid as it was claimed. */
  readonly volumes: ReadonlyMap<string, number>;
  /** Cents. */
  readonly bedrag: number;
  /** Latest ProductPeriode.Einddatum. */
  readonly totEnMet: string | undefined;
}

/** An approved debit of an earlier message that a credit of this message refers to. Amount in cents. */
export interface EerderDebet {
  readonly referentieNummer: string;
  readonly bsn: string;
  readonly toewijzingNummer: number;
  readonly sleutel: string;
  readonly volume: number;
  readonly eenheid: string;
  /** ProductTarief in cents; absent for Eenheid 83. */
  readonly tarief: number | undefined;
  readonly bedrag: number;
  /** An approved credit of an earlier message already took it back. */
  readonly gecrediteerd: boolean;
}

/** A tariff in cents per unit of the product, valid from `vanaf` up to and including `totEnMet`. */
export interface Contracttarief {
  readonly vanaf: string;
  readonly totEnMet: string | undefined;
  readonly centen: number;
}

/** A product as gemeente and aanbieder agreed on it. */
export interface Contractproduct {
  readonly code: string;
  readonly categorie: string;
  /** Unit of delivery and of the tariff. */
  readonly eenheid: string | undefined;
  /** Effort or output: deliveries must name an allocation (TR019). Task: they need not. */
  readonly variant: 'inspanning' | 'output' | 'taak' | undefined;
  readonly tarieven: readonly Contracttarief[];
}

/** What is known outside the messages (level 4). Absent parts are not known, and what is not known rejects nothing (OP095). */
export interface Buitenwereld {
  /** System date of the receiver. */
  readonly systeemdatum: string;
  /** Agreed products of these two parties by code; absent when no product list is configured for them. */
  readonly contract: ReadonlyMap<string, Contractproduct> | undefined;
  /** These parties agreed that a credit repeats every field of its debit, not only reference and Bsn (TR323, IV091). */
  readonly creditGelijkAanDebet: boolean;
}

export interface Dossier extends Buitenwereld {
  /** An earlier message, not rejected as a whole, from this sender to this receiver has this code and Identificatie (TR056). */
  readonly identificatieGebruikt: boolean;
  /**
   * Allocations of this gemeente with the numbers that the message names, of any aanbieder and client; for a WMO317 also every
   * allocation of the client with this aanbieder.
   */
  readonly toewijzingen: ReadonlyMap<number, Toewijzing>;
  /** Clients of the message for whom the gemeente sent this aanbieder a WMO301 that was not rejected (TR304). */
  readonly bekendeClienten: ReadonlySet<string>;
  /** Active starts and stops of the client in the message, between these two parties. */
  readonly starts: readonly Start[];
  readonly stops: readonly Stop[];
  /** Earlier requests of this aanbieder to this gemeente, by the references that the message names. */
  readonly verzoeken: ReadonlyMap<string, Verzoek>;
  /**
   * For a WMO319: when what it answers begins. ToewijzingIngangsdatum of the AangevraagdProduct, or Ingangsdatum of each allocation
   * that the Verzoek names; empty when that is not known (TR378).
   */
  readonly verzochteIngangsdatums: readonly string[];
  /** A request of the client of the message is pending between these parties (TR374). */
  readonly verzoekLoopt: boolean;
  /** An earlier Declaratie that was processed has this DeclaratieNummer (TR333). */
  readonly declaratieNummerGebruikt: boolean;
  /** Begin of the latest DeclaratiePeriode that was processed (TR318). */
  readonly laatsteDeclaratiePeriode: string | undefined;
  /** ReferentieNummers of the message that an earlier Prestatie has, approved or not (TR314). */
  readonly gebruikteReferenties: ReadonlySet<string>;
  /** Per allocation that the message names: approved debits of earlier messages that were not credited. */
  readonly gedeclareerd: ReadonlyMap<number, Gedeclareerd>;
  /** Approved debits by ReferentieNummer, for every VorigReferentieNummer of the message (TR323, TR390). */
  readonly debetten: ReadonlyMap<string, EerderDebet>;
  /**
   * Keys (prestatiesleutel) of approved debits that a debit of the message repeats, with their ReferentieNummer (TR389). Those that
   * an approved credit of an earlier message for the same ProductPeriode took back are left out.
   */
  readonly openDebetten: ReadonlyMap<string, string>;
  /** The WMO323 that a WMO325 answers (TR337, TR366, TR367, TR371, TR376). */
  readonly declaratie: Berichten['WMO323'] | undefined;
}

/** A dossier in which nothing is known, to be filled with what a message needs. */
export const LEEG_DOSSIER: Dossier = Object.freeze({
  systeemdatum: '9999-12-31', contract: undefined, creditGelijkAanDebet: false, identificatieGebruikt: false,
  toewijzingen: new Map(), bekendeClienten: new Set<string>(),
  starts: [], stops: [], verzoeken: new Map(), verzochteIngangsdatums: [], verzoekLoopt: false, declaratieNummerGebruikt: false,
  laatsteDeclaratiePeriode: undefined,
  gebruikteReferenties: new Set<string>(), gedeclareerd: new Map(), debetten: new Map(), openDebetten: new Map(), declaratie: undefined,
});

/**
 * What one claim line is about, for telling repeated debits (TR389). All parts are always there and only the code is free text, so
 * with that at the end a plain text is unambiguous.
 */
export function prestatiesleutel(
  toewijzingNummer: number, categorie: string, code: string, begindatum: string, einddatum: string,
): string {
  return `${toewijzingNummer}/${begindatum}/${einddatum}/${categorie}/${code}`;
}

/** The tariff in cents that holds on a date; undefined when none is agreed for it. */
export function tariefOp({ tarieven }: Contractproduct, datum: string): number | undefined {
  return tarieven.find(({ vanaf, totEnMet }) => opOfVoor(vanaf, datum) && (totEnMet === undefined || opOfVoor(datum, totEnMet)))?.centen;
}

/** Current on a date: not removed, and its end absent or not before the date. It may still have to begin (regels.yaml, actueel). */
export function isActueel(toewijzing: Toewijzing, datum: string): boolean {
  return !isVerwijderd(toewijzing) && (toewijzing.einddatum === undefined || opOfVoor(datum, toewijzing.einddatum));
}

/** Removed: end equals start with reason 13, or the legacy 01; counts as never sent (OP033x1). */
export function isVerwijderd(toewijzing: Pick<Toewijzing, 'redenWijziging' | 'ingangsdatum' | 'einddatum'>): boolean {
  return (toewijzing.redenWijziging === '13' || toewijzing.redenWijziging === '01')
    && toewijzing.einddatum === toewijzing.ingangsdatum;
}

const EERSTE_DAG: Datum = '-4712-01-01';
const LAATSTE_DAG: Datum = '5874897-12-31';

/** A date as the register keeps it: one before its first or after its last day counts as that day. */
export function alsInRegister(datum: Datum): Datum {
  if (na(EERSTE_DAG, datum)) return EERSTE_DAG;
  return na(datum, LAATSTE_DAG) ? LAATSTE_DAG : datum;
}

/** Full logical key of a start within sender and client (sleutels.yaml, WMO305 StartProduct). */
export function startsleutel(start: Start): string {
  return sleutelVan(start.toewijzingNummer, start.categorie, start.code, start.begindatum);
}

/** Full logical key of a stop within sender and client (sleutels.yaml, WMO307 StopProduct). */
export function stopsleutel(stop: Stop): string {
  return sleutelVan(stop.toewijzingNummer, stop.categorie, stop.code, stop.begindatum, stop.redenBeeindiging, stop.einddatum);
}

/** What a start is a delivery of: its allocation, or without one its product (IV096). */
export function leveringssleutel(start: Start): string {
  return start.toewijzingNummer === undefined
    ? sleutelVan(undefined, start.categorie, start.code)
    : sleutelVan(start.toewijzingNummer);
}
