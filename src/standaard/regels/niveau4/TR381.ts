import type { basis } from '../../berichten/gegenereerd/index.js';
import { overeengekomen } from '../productlijst.js';
import { elk, plek34, regel34, type DossierContext, type Toets } from '../regel.js';

type Product = { readonly Categorie: string; readonly Code?: string } | undefined;

/** `product` gives undefined for what is not evaluated. */
function inLijst<T>(product: (waarde: T) => Product): Toets<T, DossierContext> {
  return elk((waarde: T, { dossier }: DossierContext) => {
    const gevonden = product(waarde);
    return dossier.contract === undefined || gevonden?.Code === undefined
      || overeengekomen(dossier, gevonden) !== undefined;
  });
}

interface Levering { readonly Product?: basis.CDT_Product; readonly StatusAanlevering: string }
const geleverd = inLijst(({ Product, StatusAanlevering }: Levering) =>
  (StatusAanlevering === '3' ? undefined : Product));
const gevraagd = inLijst(({ Product }: { readonly Product?: basis.CDT_Product }) => Product);

/**
 * A product code is in the list that the parties agreed on, under its category. Without a list nothing can be rejected
 * (OP095), and a removal (StatusAanlevering 3) is not evaluated.
 */
export const TR381 = regel34('TR381', 4, 'S329',
  plek34('WMO301', 'ToegewezenProduct', 'Product/Code', gevraagd),
  plek34('WMO305', 'StartProduct', 'Product/Code', geleverd),
  plek34('WMO307', 'StopProduct', 'Product/Code', geleverd),
  plek34('WMO315', 'AangevraagdProduct', 'Product/Code', gevraagd),
  plek34('WMO317', 'NieuwProduct', 'Product/Code', gevraagd),
  plek34('WMO323', 'Prestatie', 'ProductCode', inLijst(({ ProductCategorie, ProductCode }) =>
    ({ Categorie: ProductCategorie, Code: ProductCode }))));
