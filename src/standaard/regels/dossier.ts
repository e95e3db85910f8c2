/**
 * The dossier: the part of the register and of the external sources that one message touches, loaded beforehand in a fixed number
 * of set-based queries. Rules of level 3 and 4 read it and nothing else.
 */
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

export interface Dossier {
  /** An earlier message, not rejected as a whole, from this sender to this receiver has this code and Identificatie (TR056). */
  readonly identificatieGebruikt: boolean;
  /** Allocations of this gemeente with the numbers that the message names, of any aanbieder and client. */
  readonly toewijzingen: ReadonlyMap<number, Toewijzing>;
  /** Active starts and stops of the client in the message, between these two parties. */
  readonly starts: readonly Start[];
  readonly stops: readonly Stop[];
}

/** A dossier in which nothing is known, to be filled with what a message needs. */
export const LEEG_DOSSIER: Dossier = Object.freeze({
  identificatieGebruikt: false, toewijzingen: new Map<number, Toewijzing>(), starts: [], stops: [],
});

/** Removed: end equals start with reason 13, or the legacy 01; counts as never sent (OP033x1). */
export function isVerwijderd(toewijzing: Toewijzing): boolean {
  return (toewijzing.redenWijziging === '13' || toewijzing.redenWijziging === '01')
    && toewijzing.einddatum === toewijzing.ingangsdatum;
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
