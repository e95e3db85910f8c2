import type { WMO305, WMO307 } from '../../berichten/gegenereerd/index.js';
import { isVerwijderd } from '../dossier.js';
import { overeengekomen } from '../productlijst.js';
import { elk, plek34, regel34, type DossierContext } from '../regel.js';

type MetLevering = DossierContext<'WMO305' | 'WMO307'>;

const gekoppeld = elk((product: WMO305.StartProduct | WMO307.StopProduct, { bericht, dossier }: MetLevering) => {
  if (product.StatusAanlevering === '3') return true;
  if (product.ToewijzingNummer === undefined) {
    const variant = overeengekomen(dossier, product.Product)?.variant;
    return variant === undefined || variant === 'taak';
  }
  const toewijzing = dossier.toewijzingen.get(product.ToewijzingNummer);
  return toewijzing !== undefined && !isVerwijderd(toewijzing)
    && toewijzing.aanbieder === bericht.Header.Afzender && toewijzing.bsn === bericht.Client.Bsn;
});

/**
 * A delivery with a ToewijzingNummer belongs to an allocation of this gemeente, aanbieder and client that was not
 * removed. One without is task-based (IV096), which the message cannot show: it fails only where the contract says that
 * the product is effort- or output-based. A removal (StatusAanlevering 3) is left to TR063.
 */
export const TR019 = regel34('TR019', 3, '9019',
  plek34('WMO305', 'StartProduct', 'ToewijzingNummer', gekoppeld),
  plek34('WMO307', 'StopProduct', 'ToewijzingNummer', gekoppeld));
