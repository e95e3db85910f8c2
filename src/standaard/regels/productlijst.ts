/** The list of products that the parties agreed on (IV075), for TR019 and TR381. */
import type { Contractproduct, Dossier } from './dossier.js';

/**
 * The agreed product with this code, when the list has it under this category; undefined also without a list or code.
 */
export function overeengekomen(
  { contract }: Dossier, product: { readonly Categorie: string; readonly Code?: string | undefined } | undefined,
): Contractproduct | undefined {
  if (product?.Code === undefined) return undefined;
  const gevonden = contract?.get(product.Code);
  return gevonden?.categorie === product.Categorie ? gevonden : undefined;
}
