/** The tariff that the parties agreed for a Prestatie, for TR346 and TR418. */
import type { WMO323 } from '../berichten/gegenereerd/index.js';
import { tariefOp, type Dossier } from './dossier.js';

/** Whole cents per `eenheid`; that is absent when the contract does not tell it. */
export interface Tarief {
  readonly centen: number;
  readonly eenheid: string | undefined;
}

/**
 * The agreed tariff of the product on the first day of the ProductPeriode; undefined when none is known. The standard
 * does not say which date counts.
 */
export function afgesprokenTarief(
  { contract }: Dossier, { ProductCode, ProductPeriode }: WMO323.Prestatie,
): Tarief | undefined {
  const product = contract?.get(ProductCode);
  if (product === undefined) return undefined;
  const centen = tariefOp(product, ProductPeriode.Begindatum);
  return centen === undefined ? undefined : { centen, eenheid: product.eenheid };
}
