import type { WMO305, WMO307 } from '../../berichten/gegenereerd/index.js';
import { isVerwijderd } from '../dossier.js';
import { elk, plek34, regel34, type DossierContext } from '../regel.js';

const gekoppeld = elk((product: WMO305.StartProduct | WMO307.StopProduct, { bericht, dossier }: DossierContext<'WMO305' | 'WMO307'>) => {
  // Without a number the delivery is task-based (IV096); the message cannot show otherwise. A removal is left to TR063.
  if (product.ToewijzingNummer === undefined || product.StatusAanlevering === '3') return true;
  const toewijzing = dossier.toewijzingen.get(product.ToewijzingNummer);
  return toewijzing !== undefined && !isVerwijderd(toewijzing)
    && toewijzing.aanbieder === bericht.Header.Afzender && toewijzing.bsn === bericht.Client.Bsn;
});

/** A delivery with a ToewijzingNummer belongs to an allocation of this gemeente, aanbieder and client that was not removed. */
export const TR019 = regel34('TR019', 3, '9019',
  plek34('WMO305', 'StartProduct', 'ToewijzingNummer', gekoppeld),
  plek34('WMO307', 'StopProduct', 'ToewijzingNummer', gekoppeld));
