/**
 * What orders would make of the allocations of a client, before anything is made: policy weighs each of them beside what all the others
 * leave. Made by the same composer as the WMO301, so that what is weighed is what would hold. Pure.
 */
import type { Clienttoewijzing, Situatie, Wens } from '../regio/besluit.js';
import { na } from '../standaard/datum.js';
import { isVerwijderd, type Toewijzing } from '../standaard/regels/dossier.js';
import { nieuweNummersVoor, stelProductenOp, type Moment, type ToegewezenProduct } from './opstellen.js';
import type { Productopdracht } from './opdracht.js';

/** For whom the orders are. */
export interface Wie {
  readonly gemeente: string;
  readonly aanbieder: string;
  readonly bsn: string;
}

/** What one order does. */
export interface Gevolg {
  /** Index of the order. */
  readonly plaats: number;
  /** The allocation that it changes; undefined when it makes a new one. */
  readonly was: Toewijzing | undefined;
  /** What it leaves of that allocation, and the one that it begins: one of the two, or both (OP257). */
  readonly wordt: readonly Toewijzing[];
}

function alsToewijzing(product: ToegewezenProduct, { aanbieder, bsn }: Wie): Toewijzing {
  const { Product, Omvang } = product;
  return {
    nummer: product.ToewijzingNummer, aanbieder, bsn, categorie: Product?.Categorie, code: Product?.Code,
    toewijzingsdatum: product.Toewijzingsdatum, toewijzingstijd: product.Toewijzingstijd, ingangsdatum: product.Ingangsdatum,
    einddatum: product.Einddatum, redenWijziging: product.RedenWijziging, volume: Omvang?.Volume, eenheid: Omvang?.Eenheid,
    frequentie: Omvang?.Frequentie, budget: product.Budget, referentieAanbieder: product.ReferentieAanbieder,
  };
}

/**
 * What each order does, in their order. New allocations have numbers that no allocation in the situation has, and that mean nothing outside
 * it. An order that cannot be carried out does nothing and is left out; carrying it out says why.
 */
export function gevolgenVan(wie: Wie, opdrachten: readonly Productopdracht[], situatie: Situatie): Gevolg[] {
  const eigen = new Map(situatie.toewijzingen.filter(({ toewijzing }) => toewijzing.aanbieder === wie.aanbieder)
    .map(({ toewijzing }) => [toewijzing.nummer, toewijzing]));
  const moment: Moment = { datum: situatie.vandaag, tijd: '00:00:00' };
  let hoogste = situatie.toewijzingen.reduce((meeste, { toewijzing }) => Math.max(meeste, toewijzing.nummer), 0);
  return opdrachten.flatMap((opdracht, plaats): Gevolg[] => {
    const was = opdracht.actie === 'nieuw' ? undefined : eigen.get(opdracht.toewijzingNummer);
    const nummers = Array.from({ length: nieuweNummersVoor([opdracht]) }, () => ++hoogste);
    const opstelling = stelProductenOp([opdracht], was === undefined ? [] : [was], moment, nummers);
    if ('fouten' in opstelling) return [];
    // Two changes of one allocation do not go together.
    if (was !== undefined) eigen.delete(was.nummer);
    const geraakt = new Set(opstelling.geraakt);
    return [{ plaats, was, wordt: opstelling.producten.filter((een) => geraakt.has(een.ToewijzingNummer)).map((een) => alsToewijzing(een, wie)) }];
  });
}

/**
 * The situation when the orders are carried out. Of what begins then, no delivery has started.
 * @param zonder the one that is left out: what it changes stays as it is
 */
export function situatieNa(situatie: Situatie, gevolgen: readonly Gevolg[], zonder?: Gevolg): Situatie {
  const nieuw = new Map(gevolgen.flatMap((gevolg) => (gevolg === zonder ? [] : gevolg.wordt.map((een) => [een.nummer, een] as const))));
  const gebleven = situatie.toewijzingen.map((een): Clienttoewijzing => {
    const toewijzing = nieuw.get(een.toewijzing.nummer);
    nieuw.delete(een.toewijzing.nummer);
    return toewijzing === undefined ? een : { ...een, toewijzing };
  });
  const erbij = [...nieuw.values()].map((toewijzing): Clienttoewijzing => ({ toewijzing, gestart: false, gestopt: false }));
  return { ...situatie, toewijzingen: [...gebleven, ...erbij] };
}

/** An allocation as a wish. @param vervangt the allocation that it changes or takes the place of */
export function alsWens(gemeente: string, toewijzing: Toewijzing, vervangt: number | undefined): Wens {
  const { aanbieder, categorie, code, ingangsdatum, einddatum, volume, eenheid, frequentie, budget } = toewijzing;
  return {
    gemeente, aanbieder, product: categorie === undefined ? undefined : { categorie, code }, ingangsdatum, einddatum, budget,
    omvang: volume === undefined || eenheid === undefined || frequentie === undefined ? undefined
      : { volume, eenheid, frequentie } as Wens['omvang'],
    vervangt: vervangt === undefined ? [] : [vervangt],
  };
}

/** What the order asks for; undefined when it only takes an allocation away. */
export function wensVan(gemeente: string, { was, wordt }: Gevolg): Wens | undefined {
  const gevraagd = wordt.at(-1);
  return gevraagd === undefined || isVerwijderd(gevraagd) ? undefined : alsWens(gemeente, gevraagd, was?.nummer);
}

/** An allocation that ends earlier and else stays as it is. */
export interface Inkorting extends Gevolg {
  readonly was: Toewijzing;
  readonly wordt: readonly [Toewijzing];
}

/** Whether the order only lets an allocation end earlier, and so asks for nothing. */
export function isInkorting(gevolg: Gevolg): gevolg is Inkorting {
  const { was, wordt: [blijft, ...meer] } = gevolg;
  return was !== undefined && blijft?.nummer === was.nummer && meer.length === 0 && !isVerwijderd(blijft)
    && blijft.einddatum !== undefined && (was.einddatum === undefined || na(was.einddatum, blijft.einddatum))
    && blijft.volume === was.volume && blijft.eenheid === was.eenheid && blijft.frequentie === was.frequentie && blijft.budget === was.budget;
}
