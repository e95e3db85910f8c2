/** Scaling up and down: which of two products is heavier, and which allocations a product takes the place of. */
import { overlapt, plusDagen } from '../standaard/datum.js';
import { isVerwijderd } from '../standaard/regels/dossier.js';
import { zwaarte, type Beleid, type Ladderplaats, type Regiobeleid } from './beleid.js';
import type { Product, Schaalroute } from './beleidsbestand.js';
import type { Clienttoewijzing, Situatie, Wens } from './besluit.js';
import { vroegste } from './perioden.js';

export type Richting = 'op' | 'af' | 'gelijk';

function richting(verschil: number): Richting {
  return verschil === 0 ? 'gelijk' : verschil > 0 ? 'op' : 'af';
}

function binnenRegio(regio: Regiobeleid, oud: string, nieuw: string): Richting | undefined {
  if (oud === nieuw) return regio.producten.has(oud) ? 'gelijk' : undefined;
  const [a, b] = [regio.ketens.get(oud), regio.ketens.get(nieuw)];
  if (a !== undefined && b !== undefined && a.keten === b.keten) return richting(b.plaats - a.plaats);
  const [van, naar] = [regio.producten.get(oud), regio.producten.get(nieuw)];
  if (van?.groep === undefined || naar?.groep === undefined) return undefined;
  if (van.groep === naar.groep) {
    const [licht, zwaar] = [zwaarte(van), zwaarte(naar)];
    return licht === undefined || zwaar === undefined ? undefined : richting(zwaar - licht);
  }
  const [onder, boven] = [regio.ladders.get(van.groep), regio.ladders.get(naar.groep)];
  return onder === undefined || onder.schaal !== boven?.schaal ? undefined : richting(boven.plaats - onder.plaats);
}

/**
 * Whether going from one product to another is scaling up or down: by their row (`opvolger`), else by weight within a group, else by the
 * order of their groups. Undefined when the policy does not compare the two.
 * @param oud product code
 * @param nieuw product code
 */
export function schaalrichting(beleid: Beleid, gemeente: string, oud: string, nieuw: string): Richting | undefined {
  const regio = beleid.voor(gemeente);
  return regio && binnenRegio(regio, oud, nieuw);
}

/** Order within a group: by row where there is one, else by weight. */
function rang(regio: Regiobeleid, product: Product): number {
  return regio.ketens.get(product.code)?.plaats ?? zwaarte(product) ?? 0;
}

/** The lightest product of a group that is valid on a date: what the access team allocates unless it chooses another. */
export function lichtsteProduct(beleid: Beleid, gemeente: string, groep: string, datum: string): Product | undefined {
  const regio = beleid.voor(gemeente);
  const producten = (regio?.groepleden.get(groep) ?? []).flatMap((code) => regio?.producten.get(code) ?? [])
    .filter(({ vanaf, totEnMet }) => overlapt({ begindatum: datum, einddatum: datum }, { begindatum: vanaf ?? datum, einddatum: totEnMet }));
  return regio && producten.reduce<Product | undefined>(
    (lichtste, product) => (lichtste === undefined || rang(regio, product) < rang(regio, lichtste) ? product : lichtste), undefined);
}

/** What a request changes on a ladder. */
export interface Schaalwijziging {
  /** Numbers of the allocations whose place the product takes, those that run on the first day or later. */
  readonly vervangt: readonly number[];
  /** The way by which this change may be asked; undefined when the route of the product itself holds. */
  readonly route: Schaalroute | undefined;
  readonly tussenGroepen: boolean;
}

const GEEN: Schaalwijziging = { vervangt: [], route: undefined, tussenGroepen: false };

function plaatsVan(regio: Regiobeleid, code: string | undefined): (Ladderplaats & { product: Product }) | undefined {
  const product = code === undefined ? undefined : regio.producten.get(code);
  const plaats = product?.groep === undefined ? undefined : regio.ladders.get(product.groep);
  return product && plaats && { ...plaats, product };
}

/**
 * What the request changes on the ladder of its product, compared with what this aanbieder has for the client on the day before it or later.
 * With several such allocations the heaviest counts: below it nothing is scaled up. The same product again is no scaling.
 */
export function schaalwijziging(regio: Regiobeleid, wens: Wens, { toewijzingen }: Situatie): Schaalwijziging {
  const naar = plaatsVan(regio, wens.product?.code);
  if (naar === undefined) return GEEN;
  const periode = { begindatum: wens.ingangsdatum, einddatum: wens.einddatum };
  const vanafDagErvoor = { ...periode, begindatum: plusDagen(wens.ingangsdatum, -1) };
  let zwaarste: ReturnType<typeof plaatsVan>;
  const vervangt: number[] = [];
  for (const een of toewijzingen) {
    const van = plaatsVan(regio, een.toewijzing.code);
    if (van?.schaal !== naar.schaal || een.toewijzing.aanbieder !== wens.aanbieder || isVerwijderd(een.toewijzing)) continue;
    const loopt = looptijd(een);
    if (!overlapt(loopt, vanafDagErvoor)) continue;
    if (van.product.code !== naar.product.code && overlapt(loopt, periode)) vervangt.push(een.toewijzing.nummer);
    if (zwaarste === undefined || van.plaats > zwaarste.plaats
      || (van.plaats === zwaarste.plaats && rang(regio, van.product) > rang(regio, zwaarste.product))) zwaarste = van;
  }
  if (zwaarste === undefined || zwaarste.product.code === naar.product.code) return { ...GEEN, vervangt };
  const { opTussenGroepen, afTussenGroepen, binnenGroepMet315 } = naar.schaal;
  if (zwaarste.plaats !== naar.plaats) {
    return { vervangt, route: naar.plaats > zwaarste.plaats ? opTussenGroepen : afTussenGroepen, tussenGroepen: true };
  }
  return { vervangt, tussenGroepen: false, route: binnenGroepMet315 === 'aan' ? { via: ['WMO315', 'toegang'], dan: 'toewijzen' } : undefined };
}

function looptijd({ toewijzing, gestopt, stopdatum }: Clienttoewijzing) {
  return { begindatum: toewijzing.ingangsdatum, einddatum: vroegste(toewijzing.einddatum, gestopt ? stopdatum : undefined) };
}
