/** The stops that were sent before each new stop, for TR413, TR414 and TR415. */
import type { WMO307 } from '../berichten/gegenereerd/index.js';
import { opOfVoor, type Datum } from '../datum.js';
import { leveringssleutel, stopsleutel, type Stop } from './dossier.js';
import { alsStop } from './leveringen.js';
import { sleutelVan, type DossierContext, type Toets } from './regel.js';

/** RedenBeeindiging of a temporary stop; every other reason is definite. */
export const TIJDELIJK = '20';

/** What the active stops on one start add up to. */
export interface EerdereStops {
  readonly tijdelijk: boolean;
  readonly definitief: boolean;
  /** The latest Einddatum among them. */
  readonly laatste: Datum;
}

/** What stops are stops of: the allocation, or without one the product (IV096), and the begin of the delivery. */
function gestopt(stop: Stop): string {
  return sleutelVan(leveringssleutel(stop), stop.begindatum);
}

function telBij(perStart: Map<string, EerdereStops>, stop: Stop): void {
  const sleutel = gestopt(stop);
  const eerder = perStart.get(sleutel);
  const tijdelijk = stop.redenBeeindiging === TIJDELIJK;
  perStart.set(sleutel, {
    tijdelijk: tijdelijk || eerder?.tijdelijk === true,
    definitief: !tijdelijk || eerder?.definitief === true,
    laatste: eerder === undefined || opOfVoor(eerder.laatste, stop.einddatum) ? stop.einddatum : eerder.laatste,
  });
}

/**
 * A predicate on each new stop (StatusAanlevering 1) that has active stops before it: on the same allocation, or
 * without one the same product, and the same Begindatum. Removals of the message are applied first, then its new stops
 * in document order, each seeing the ones before it, also those that break a rule themselves.
 */
export function naEerdereStops(
  voldoet: (stop: Stop, eerdere: EerdereStops) => boolean,
): Toets<WMO307.StopProduct, DossierContext<'WMO307'>> {
  return function* (voorkomens, { dossier }) {
    const verwijderd = new Set(voorkomens
      .filter(({ waarde }) => waarde.StatusAanlevering === '3').map(({ waarde }) => stopsleutel(alsStop(waarde))));
    const perStart = new Map<string, EerdereStops>();
    for (const stop of dossier.stops) if (!verwijderd.has(stopsleutel(stop))) telBij(perStart, stop);
    for (const bij of voorkomens) {
      if (bij.waarde.StatusAanlevering !== '1') continue;
      const stop = alsStop(bij.waarde);
      const eerdere = perStart.get(gestopt(stop));
      if (eerdere !== undefined && !voldoet(stop, eerdere)) yield { bij };
      telBij(perStart, stop);
    }
  };
}
