import type { WMO301 } from '../../berichten/gegenereerd/index.js';
import { isLopend } from '../dossier.js';
import { elk, plek34, regel34, type DossierContext } from '../regel.js';

/** Whether the same version of the same allocation was sent before with the same reference. */
function isHerhaling(product: WMO301.ToegewezenProduct, { bericht, dossier }: DossierContext<'WMO301'>): boolean {
  const eerder = dossier.toewijzingen.get(product.ToewijzingNummer);
  return eerder !== undefined && eerder.aanbieder === bericht.Header.Ontvanger && eerder.bsn === bericht.Client.Bsn
    && eerder.toewijzingsdatum === product.Toewijzingsdatum && eerder.toewijzingstijd === product.Toewijzingstijd
    && eerder.referentieAanbieder === product.ReferentieAanbieder;
}

/**
 * A reference at an allocation is that of a request for this client that is still open; products of one message may
 * share it. Sending an unchanged allocation again keeps its reference. Whether a reference is missing the receiver
 * cannot see.
 */
export const TR379 = regel34('TR379', 3, '9379',
  plek34('WMO301', 'ToegewezenProduct', 'ReferentieAanbieder', elk((product, context) => {
    if (product.ReferentieAanbieder === undefined) return true;
    const verzoek = context.dossier.verzoeken.get(product.ReferentieAanbieder);
    return (verzoek !== undefined && verzoek.bsn === context.bericht.Client.Bsn && isLopend(verzoek))
      || isHerhaling(product, context);
  })));
