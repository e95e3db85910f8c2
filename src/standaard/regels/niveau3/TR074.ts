import type { WMO305, WMO307 } from '../../berichten/gegenereerd/index.js';
import { startsleutel, stopsleutel, type Dossier } from '../dossier.js';
import { alsStart, alsStop } from '../leveringen.js';
import { plek34, regel34, type DossierContext, type Toets } from '../regel.js';

function nietEerderAangeleverd<T extends { readonly StatusAanlevering: string }>(
  actief: (dossier: Dossier) => Iterable<string>, sleutel: (product: T) => string,
): Toets<T, DossierContext> {
  return function* (voorkomens, { dossier }) {
    const bekend = new Set(actief(dossier));
    for (const bij of voorkomens) {
      if (bij.waarde.StatusAanlevering === '1' && bekend.has(sleutel(bij.waarde))) yield { bij };
    }
  };
}

/** A first delivery has a full key that no active delivery of earlier messages has. Within the message this is TR101. */
export const TR074 = regel34('TR074', 3, '9074',
  plek34('WMO305', 'StartProduct', undefined, nietEerderAangeleverd(
    (dossier) => dossier.starts.map(startsleutel), (product: WMO305.StartProduct) => startsleutel(alsStart(product)))),
  plek34('WMO307', 'StopProduct', undefined, nietEerderAangeleverd(
    (dossier) => dossier.stops.map(stopsleutel), (product: WMO307.StopProduct) => stopsleutel(alsStop(product)))));
