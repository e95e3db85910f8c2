/** Periods of allocations as the policy sees them: cut off where delivery stopped or where the request takes over. */
import { na, opOfVoor, plusDagen, vergelijk, type Datum, type Periode } from '../standaard/datum.js';
import { isVerwijderd, type Toewijzing } from '../standaard/regels/dossier.js';
import type { Clienttoewijzing, Situatie, Wens } from './besluit.js';

/** An allocation of the client that counts, with the days on which it does. */
export interface Lopend extends Periode {
  readonly bron: Clienttoewijzing;
}

/** The earlier of two ends; an absent end is later than any. */
export function vroegste(a: Datum | undefined, b: Datum | undefined): Datum | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return opOfVoor(a, b) ? a : b;
}

export function periodeVan({ ingangsdatum, einddatum }: Wens): Periode {
  return { begindatum: ingangsdatum, einddatum };
}

/** The allocations that count beside the request: not removed, up to their stop, and up to the request when it replaces them. */
export function lopende(wens: Wens, { toewijzingen }: Situatie): readonly Lopend[] {
  return toewijzingen.flatMap((bron) => {
    const { toewijzing, gestopt, stopdatum } = bron;
    if (isVerwijderd(toewijzing)) return [];
    let einddatum = vroegste(toewijzing.einddatum, gestopt ? stopdatum : undefined);
    if (wens.vervangt?.includes(toewijzing.nummer) === true) einddatum = vroegste(einddatum, plusDagen(wens.ingangsdatum, -1));
    return [{ bron, begindatum: toewijzing.ingangsdatum, einddatum }];
  });
}

/** Whether the wish is a change of this allocation itself: the same product from the same day. */
export function isInPlaats(wens: Wens, { nummer, code, ingangsdatum }: Toewijzing): boolean {
  return wens.vervangt?.includes(nummer) === true && code === wens.product?.code && ingangsdatum === wens.ingangsdatum;
}

/**
 * The days on which contract and product have to be valid. Days of an allocation that is changed in place were allocated before, so for
 * those only what lies ahead counts.
 */
export function nieuweDagen(wens: Wens, { toewijzingen, vandaag }: Situatie): Periode {
  const { begindatum, einddatum } = periodeVan(wens);
  const ligtErvoor = na(vandaag, begindatum) && (einddatum === undefined || opOfVoor(vandaag, einddatum));
  return ligtErvoor && toewijzingen.some(({ toewijzing }) => isInPlaats(wens, toewijzing))
    ? { begindatum: vandaag, einddatum } : { begindatum, einddatum };
}

/** Whether the periods together hold every day of one period. Without an end it needs one without an end. */
export function omvat(perioden: readonly Periode[], { begindatum, einddatum }: Periode): boolean {
  let nodig = begindatum;
  const gesorteerd = [...perioden].sort((a, b) => vergelijk(a.begindatum, b.begindatum));
  for (const periode of gesorteerd) {
    if (!opOfVoor(periode.begindatum, nodig)) return false;
    if (periode.einddatum === undefined) return true;
    if (einddatum !== undefined && opOfVoor(einddatum, periode.einddatum)) return true;
    if (opOfVoor(nodig, periode.einddatum)) nodig = plusDagen(periode.einddatum, 1);
  }
  return false;
}
