/** What policy objects to in an order of the gemeente itself, at the place in the order. Pure. */
import { beoordeelAanvraag, controleerToewijzing, type Beleid, type Situatie, type Toewijzer, type Wens } from '../regio/index.js';
import { plusDagen } from '../standaard/datum.js';
import type { Nieuw, Opdrachtfout, Toewijzingsopdracht, Wijziging } from './opdracht.js';

function wensVan({ gemeente, aanbieder }: Toewijzingsopdracht, nieuw: Nieuw, vervangt: readonly number[]): Wens {
  const { product, ingangsdatum, einddatum, omvang, budget } = nieuw;
  return { gemeente, aanbieder, product, ingangsdatum, einddatum, omvang, budget, vervangt };
}

/** Objections to the new products of an order. What the order itself ends or removes is no overlap. */
export function bezwarenTegen(beleid: Beleid, opdracht: Toewijzingsopdracht, situatie: Situatie, door: Toewijzer): Opdrachtfout[] {
  const eindigt = opdracht.producten.flatMap((product) => (product.actie === 'nieuw' ? [] : [product.toewijzingNummer]));
  return opdracht.producten.flatMap((product, i) => (product.actie !== 'nieuw' ? []
    : controleerToewijzing(beleid, wensVan(opdracht, product, eindigt), situatie, door)
      .map(({ regel, melding }) => ({ regel, pad: `/producten[${i + 1}]`, melding }))));
}

/**
 * The order with which the access team's choice is carried out: the new product, and the end, the day before, of what it takes the place of
 * according to policy.
 */
export function metVervangen(beleid: Beleid, opdracht: Toewijzingsopdracht, nieuw: Nieuw, situatie: Situatie): Toewijzingsopdracht {
  const { vervangt } = beoordeelAanvraag(beleid, { ...wensVan(opdracht, nieuw, []), route: 'toegang', dagtekening: situatie.vandaag }, situatie);
  const sluitingen = vervangt.map((toewijzingNummer): Wijziging => ({
    actie: 'inkorten', toewijzingNummer, einddatum: plusDagen(nieuw.ingangsdatum, -1), redenWijziging: '08' }));
  return { ...opdracht, producten: [...sluitingen, nieuw] };
}
