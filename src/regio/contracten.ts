/**
 * Agreed products and tariffs from the policy: what level 4 rules need to know. A gemeente without a file, or an aanbieder without a contract
 * in it, is not known, and what is not known rejects nothing (OP095).
 */
import type { Contractproduct, Contracttarief } from '../standaard/regels/dossier.js';
import { vergelijk } from '../standaard/datum.js';
import { geldtOp, LEEG_BELEID, type Beleid, type Regiobeleid } from './beleid.js';
import type { Contract, Product, Tarief } from './beleidsbestand.js';
import { laadBeleid } from './laden.js';

export { RegioFout } from './fouten.js';

export type Contracten = (gemeente: string, aanbieder: string) => ReadonlyMap<string, Contractproduct> | undefined;

/** Loads every policy file of the folder. @throws RegioFout when a file cannot be used or two files claim one gemeente */
export function laadContracten(map: string | undefined): Contracten {
  return contractenVan(map === undefined ? LEEG_BELEID : laadBeleid(map));
}

/** The agreed products of each pair, made when first asked for. The validity of contracts and products does not matter to level 4. */
export function contractenVan(beleid: Beleid): Contracten {
  const bekend = new Map<Regiobeleid, Map<string, ReadonlyMap<string, Contractproduct>>>();
  return (gemeente, aanbieder) => {
    const regio = beleid.voor(gemeente);
    const contracten = regio?.contracten.get(aanbieder);
    if (regio === undefined || contracten === undefined) return undefined;
    let perAanbieder = bekend.get(regio);
    if (perAanbieder === undefined) bekend.set(regio, perAanbieder = new Map());
    let producten = perAanbieder.get(aanbieder);
    if (producten === undefined) perAanbieder.set(aanbieder, producten = productenVan(regio, contracten));
    return producten;
  };
}

/** The products of all contracts of one aanbieder. */
function productenVan(regio: Regiobeleid, contracten: readonly Contract[]): ReadonlyMap<string, Contractproduct> {
  const codes = new Set(contracten.flatMap(({ producten }) => [...regio.uitgeschreven(producten)]));
  return new Map([...codes].flatMap((code) => {
    const product = regio.producten.get(code);
    return product === undefined ? [] : [[code, {
      code, categorie: product.categorie, eenheid: product.eenheid, variant: product.variant, tarieven: tarievenVan(product, contracten),
    }] as const];
  }));
}

/** Tariffs of contracts go before those of the product; where a contract has its own, those of the product do not count. */
function tarievenVan(product: Product, contracten: readonly Contract[]): readonly Contracttarief[] {
  const eigen = contracten.flatMap(({ tarieven }) => tarieven?.[product.code] ?? []).sort((a, b) => vergelijk(a.vanaf, b.vanaf));
  const geldend: readonly Tarief[] = eigen.length > 0 ? eigen : product.tarieven ?? [];
  return geldend.map(({ vanaf, totEnMet, centen }) => ({ vanaf, totEnMet, centen }));
}

/**
 * The tariff in cents per unit that holds on a date: that of a contract of the aanbieder when it has one for this product, else that of the
 * product. Undefined when none is agreed.
 */
export function tariefVan(beleid: Beleid, gemeente: string, aanbieder: string, code: string, datum: string): number | undefined {
  const regio = beleid.voor(gemeente);
  const product = regio?.producten.get(code);
  if (regio === undefined || product === undefined) return undefined;
  const contracten = (regio.contracten.get(aanbieder) ?? []).filter(({ producten }) => regio.uitgeschreven(producten).has(code));
  return tarievenVan(product, contracten).find(({ vanaf, totEnMet }) =>
    geldtOp(totEnMet === undefined ? { vanaf } : { vanaf, totEnMet }, datum))?.centen;
}
