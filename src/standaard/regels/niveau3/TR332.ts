import { alsInRegister } from '../dossier.js';
import { elk, plek34, regel34 } from '../regel.js';

/**
 * Within a gemeente a ToewijzingNummer stands for one allocation: the same client, aanbieder, product and start. Everything else
 * about it may change (OP033x1).
 */
export const TR332 = regel34('TR332', 3, '9332',
  plek34('WMO301', 'ToegewezenProduct', 'ToewijzingNummer', elk((product, { bericht, dossier }) => {
    const eerder = dossier.toewijzingen.get(product.ToewijzingNummer);
    return eerder === undefined || (eerder.aanbieder === bericht.Header.Ontvanger && eerder.bsn === bericht.Client.Bsn
      && eerder.categorie === product.Product?.Categorie && eerder.code === product.Product?.Code
      && eerder.ingangsdatum === alsInRegister(product.Ingangsdatum));
  })));
