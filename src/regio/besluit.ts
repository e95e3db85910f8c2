/** What the evaluator is asked and what it answers. */
import type { Datum } from '../standaard/datum.js';
import type { Toewijzing } from '../standaard/regels/dossier.js';
import type { Eenheid, Frequentie } from '../standaard/volume/omvang.js';
import type { Anders, RedenAfwijzing, Route, Uitkomst } from './beleidsbestand.js';

export interface Omvang {
  /** Whole number of `eenheid` per `frequentie`; cents for Eenheid 83. */
  readonly volume: number;
  readonly eenheid: Eenheid;
  readonly frequentie: Frequentie;
}

/** What is to be allocated, without the way by which it is asked. */
export interface Wens {
  readonly gemeente: string;
  readonly aanbieder: string;
  readonly product?: { readonly categorie: string; readonly code?: string | undefined } | undefined;
  readonly ingangsdatum: Datum;
  /** Inclusive; absent is open-ended. */
  readonly einddatum?: Datum | undefined;
  readonly omvang?: Omvang | undefined;
  /** Cents. */
  readonly budget?: number | undefined;
  /**
   * Numbers of allocations that end the day before `ingangsdatum` when this is granted, and the number of an allocation that is itself
   * changed. They count up to that day only, and are no overlap.
   */
  readonly vervangt?: readonly number[] | undefined;
}

/** A product that an aanbieder requests or the access team orders. */
export interface Aanvraag extends Wens {
  readonly route: Route;
  readonly dagtekening: Datum;
}

/** An allocation of the client, at any aanbieder of the gemeente. Removed allocations may be in the list; they count for nothing. */
export interface Clienttoewijzing {
  readonly toewijzing: Toewijzing;
  /** Delivery began: a start that was not taken back. */
  readonly gestart: boolean;
  /** Delivery stopped and did not begin again. */
  readonly gestopt: boolean;
  /** Last day of delivery, when it stopped. Without it a stopped allocation counts to its end, save that it carries no other product. */
  readonly stopdatum?: Datum | undefined;
  /** Last day of approved claim lines that were not credited. */
  readonly gedeclareerdTotEnMet?: Datum | undefined;
}

export interface Situatie {
  readonly toewijzingen: readonly Clienttoewijzing[];
  readonly vandaag: Datum;
}

/** Why a request is not granted at once. */
export interface Reden {
  /** Name of the rule in the policy file, or of a check that every file has (`AFHANDELINGEN`, in small letters with dashes). */
  readonly regel: string;
  /** Dutch, without any value of the request. */
  readonly melding: string;
  readonly uitkomst: Uitkomst;
  readonly redenAfwijzing?: RedenAfwijzing;
  /** Not an objection: only a person can tell, or the policy wants a person to look. */
  readonly vraagtPersoon?: true;
}

export interface Besluit {
  /** The strictest of all reasons: afwijzen, then onderzoek, then wachten, then toewijzen. */
  readonly uitkomst: Uitkomst;
  /** Every reason, those of the strictest outcome first. Empty only when the outcome is toewijzen. */
  readonly redenen: readonly Reden[];
  /** WJ759, of the first rejecting reason; there if and only if the outcome is afwijzen. */
  readonly redenAfwijzing?: RedenAfwijzing;
  /** Running allocations of this aanbieder on the same ladder that the product takes the place of: to be ended the day before. */
  readonly vervangt: readonly number[];
}

const STRENGHEID: Readonly<Record<Uitkomst, number>> = { toewijzen: 0, wachten: 1, onderzoek: 2, afwijzen: 3 };

/** Negative when `a` is milder than `b`. */
export function vergelijkStrengheid(a: Uitkomst, b: Uitkomst): number {
  return STRENGHEID[a] - STRENGHEID[b];
}

/** The reason that a rule gives when it is not met; the text of the policy goes before the general one. */
export function redenVan(regel: string, anders: Anders, melding: string): Reden {
  const tekst = anders.melding ?? melding;
  return anders.uitkomst === 'afwijzen'
    ? { regel, melding: tekst, uitkomst: 'afwijzen', redenAfwijzing: anders.reden }
    : { regel, melding: tekst, uitkomst: anders.uitkomst };
}

/** A reason that asks for a person, and objects to nothing. */
export function voorPersoon(regel: string, melding: string, uitkomst: 'onderzoek' | 'wachten' = 'wachten'): Reden {
  return { regel, melding, uitkomst, vraagtPersoon: true };
}

/** Weighs the reasons. */
export function besluitVan(redenen: readonly Reden[], vervangt: readonly number[]): Besluit {
  const gesorteerd = [...redenen].sort((a, b) => vergelijkStrengheid(b.uitkomst, a.uitkomst));
  const [eerste] = gesorteerd;
  return {
    uitkomst: eerste?.uitkomst ?? 'toewijzen', redenen: gesorteerd, vervangt,
    ...(eerste?.redenAfwijzing === undefined ? {} : { redenAfwijzing: eerste.redenAfwijzing }),
  };
}
