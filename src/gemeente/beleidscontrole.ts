/** What policy objects to in an order of the gemeente itself, at the place in the order. Pure. */
import {
  beoordeelAanvraag, controleerToewijzing, isVasteControle, lichtsteProduct, type Beleid, type Reden, type Situatie, type Toewijzer, type Wens,
} from '../regio/index.js';
import type { basis } from '../standaard/berichten/gegenereerd/index.js';
import { plusDagen } from '../standaard/datum.js';
import { bezwarenBijAndere, bezwarenBijInkorting, bijAndere } from './afweging.js';
import { gevolgenVan, isInkorting, situatieNa, wensVan } from './gevolgen.js';
import type { Nieuw, Opdrachtfout, Toewijzingsopdracht, Wijziging } from './opdracht.js';

/**
 * Objections to what an order begins, changes and ends: each product beside what the others leave. Also what else the client has may not
 * lose what policy wants beside it.
 */
export function bezwarenTegen(beleid: Beleid, opdracht: Toewijzingsopdracht, situatie: Situatie, door: Toewijzer): Opdrachtfout[] {
  const { gemeente, producten } = opdracht;
  const gevolgen = gevolgenVan(opdracht, producten, situatie);
  const gevraagd = gevolgen.map((gevolg): readonly Reden[] => {
    const wens = isInkorting(gevolg) ? undefined : wensVan(gemeente, gevolg);
    return wens === undefined ? [] : controleerToewijzing(beleid, wens, situatieNa(situatie, gevolgen, gevolg), door);
  });
  const genoemd = gevraagd.flat();
  const eigen = gevolgen.map((gevolg, i) => (isInkorting(gevolg)
    ? bezwarenBijInkorting(beleid, gemeente, gevolg, gevolgen, situatie, genoemd) : gevraagd[i] ?? []));
  const al = new Set(eigen.flat().map(({ regel }) => regel));
  const andere = bezwarenBijAndere(beleid, gemeente, gevolgen, situatie).filter(({ regel }) => !al.has(regel));
  return [
    ...gevolgen.flatMap(({ plaats }, i) => (eigen[i] ?? []).map(({ regel, melding }) => ({ regel, pad: `/producten[${plaats + 1}]`, melding }))),
    ...andere.map((reden) => ({ regel: reden.regel, pad: '/producten', melding: bijAndere(reden) })),
  ];
}

/**
 * The product that an order for a group of the policy comes down to: the lightest that is valid on the first day. Undefined when there is none.
 * @param groep code of the group in the policy file
 */
export function eersteKeus(beleid: Beleid, gemeente: string, groep: string, ingangsdatum: string): Nieuw['product'] {
  const product = lichtsteProduct(beleid, gemeente, groep, ingangsdatum);
  return product && { categorie: product.categorie as basis.LDT_ProductCategorie, code: product.code };
}

/** Objections to a product as such: is it known, agreed with the aanbieder, valid then, and ordered by the access team. */
export function bezwarenTegenProduct(beleid: Beleid, wens: Wens, vandaag: string, pad: string): Opdrachtfout[] {
  return controleerToewijzing(beleid, wens, { toewijzingen: [], vandaag }, 'toegang').filter(({ regel }) => isVasteControle(regel))
    .map(({ regel, melding }) => ({ regel, pad, melding }));
}

/**
 * The order with which the access team's choice is carried out: the new product, and the end, the day before, of what it takes the place of
 * according to policy.
 */
export function metVervangen(beleid: Beleid, opdracht: Toewijzingsopdracht, nieuw: Nieuw, situatie: Situatie): Toewijzingsopdracht {
  const { gemeente, aanbieder } = opdracht;
  const { product, ingangsdatum, einddatum, omvang, budget } = nieuw;
  const { vervangt } = beoordeelAanvraag(beleid, {
    gemeente, aanbieder, product, ingangsdatum, einddatum, omvang, budget, route: 'toegang', dagtekening: situatie.vandaag }, situatie);
  const sluitingen = vervangt.map((toewijzingNummer): Wijziging => ({
    actie: 'inkorten', toewijzingNummer, einddatum: plusDagen(ingangsdatum, -1), redenWijziging: '08' }));
  return { ...opdracht, producten: [...sluitingen, nieuw] };
}
