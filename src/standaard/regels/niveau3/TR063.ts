import type { WMO305, WMO307 } from '../../berichten/gegenereerd/index.js';
import { startsleutel, stopsleutel, type Dossier } from '../dossier.js';
import { alsStart, alsStop } from '../leveringen.js';
import { plek34, regel34, type DossierContext, type Toets } from '../regel.js';

/** A removal needs an active delivery with the same full key; one of this message cannot serve. */
function eerderAangeleverd<T extends { readonly StatusAanlevering: string }>(
  actief: (dossier: Dossier) => Iterable<string>, sleutel: (product: T) => string,
): Toets<T, DossierContext> {
  return function* (voorkomens, { dossier }) {
    const bekend = new Set(actief(dossier));
    for (const bij of voorkomens) {
      if (bij.waarde.StatusAanlevering === '3' && !bekend.has(sleutel(bij.waarde))) yield { bij };
    }
  };
}

/** StatusAanlevering 3 removes a delivery that was sent earlier and is still active. */
export const TR063 = regel34('TR063', 3, '9063',
  plek34('WMO305', 'StartProduct', 'StatusAanlevering', eerderAangeleverd(
    (dossier) => dossier.starts.map(startsleutel), (product: WMO305.StartProduct) => startsleutel(alsStart(product)))),
  plek34('WMO307', 'StopProduct', 'StatusAanlevering', eerderAangeleverd(
    (dossier) => dossier.stops.map(stopsleutel), (product: WMO307.StopProduct) => stopsleutel(alsStop(product)))));
