/** What the rules on Omvang and Budget of allocated, requested and changed products have in common. */
import { opOfVoor, type Datum } from '../../datum.js';
import type { basis } from '../../berichten/gegenereerd/index.js';
import { elk } from '../regel.js';

/**
 * The elements of ToegewezenProduct, AangevraagdProduct, NieuwProduct and TeWijzigenProduct that bear on the size of an
 * allocation. No class has both end dates; a TeWijzigenProduct has no Product. Budget is in eurocents.
 */
export interface ProductMetOmvang {
  readonly Product?: basis.CDT_Product;
  readonly Einddatum?: Datum;
  readonly ToewijzingEinddatum?: Datum;
  readonly Omvang?: basis.CDT_Omvang;
  readonly Budget?: number;
}

/** The last day of the product, included; undefined while it has no end. */
export function einddatumVan(product: ProductMetOmvang): Datum | undefined {
  return product.Einddatum ?? product.ToewijzingEinddatum;
}

/** Products that end on this day or before are exempt from the rules that name it. */
const LAATSTE_DAG_VAN_2020 = '2020-12-31';

function eindigtUiterlijk2020(product: ProductMetOmvang): boolean {
  const einddatum = einddatumVan(product);
  return einddatum !== undefined && opOfVoor(einddatum, LAATSTE_DAG_VAN_2020);
}

/** Without Product.Code there is no Omvang, unless the product ends in 2020 or before (CD080, CD095, CD096). */
export const geenOmvangZonderCode = elk((product: ProductMetOmvang) =>
  product.Omvang === undefined || product.Product?.Code !== undefined || eindigtUiterlijk2020(product));

function isEenheidZonderDagfrequentie(eenheid: basis.LDT_Eenheid): boolean {
  return eenheid === '14' || eenheid === '16' || eenheid === '83' || eenheid === '84';
}

function isLangerDanEenDag(frequentie: basis.LDT_Frequentie): boolean {
  return frequentie === '2' || frequentie === '4' || frequentie === '6';
}

/** Units 14, 16, 83 and 84 go by week, by month or in total, unless it all ends by 2020 (CS338, CS343). */
export const frequentiePastBijEenheid = elk((product: ProductMetOmvang) =>
  product.Omvang === undefined || !isEenheidZonderDagfrequentie(product.Omvang.Eenheid)
    || isLangerDanEenDag(product.Omvang.Frequentie) || eindigtUiterlijk2020(product));

/** Omvang and Budget exclude each other: CD077 says so of the Omvang, CD078 of the Budget. */
export const omvangOfBudget = elk((product: ProductMetOmvang) =>
  product.Omvang === undefined || product.Budget === undefined);
