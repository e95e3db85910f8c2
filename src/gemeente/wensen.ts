/**
 * What a request comes down to: the orders that carry it out, and why they cannot be carried out lawfully without a person. Pure.
 * WMO315: IV094. WMO317: IV092, IV093, OP257, OP380.
 */
import type { WMO315, WMO317, basis } from '../standaard/berichten/gegenereerd/index.js';
import { na, opOfVoor, plusDagen } from '../standaard/datum.js';
import type { Toewijzing } from '../standaard/regels/dossier.js';
import type { Situatie } from '../regio/besluit.js';
import type { Omvang, Productopdracht, Wijziging } from './opdracht.js';

/** Why granting needs a person, who may do it all the same: a name for programs, and words. */
export interface Bezwaar {
  readonly code: string;
  readonly melding: string;
}

export interface Uitwerking {
  readonly opdrachten: readonly Productopdracht[];
  /** Why this needs a person before it can be granted; each once. */
  readonly bezwaren: readonly Bezwaar[];
}

/** Reason for changes that a WMO317 asked for (IV093). */
const DOOR_AANBIEDER: basis.LDT_RedenWijziging = '12';
const TOTAAL = '6';

const omvangVan = (omvang: basis.CDT_Omvang | undefined): Omvang | undefined =>
  omvang === undefined ? undefined : { volume: omvang.Volume, eenheid: omvang.Eenheid, frequentie: omvang.Frequentie };
const productVan = (product: basis.CDT_Product | undefined) =>
  product === undefined ? undefined : { categorie: product.Categorie, ...(product.Code === undefined ? {} : { code: product.Code }) };

interface Deel {
  readonly Product?: basis.CDT_Product;
  readonly ingangsdatum: string;
  readonly einddatum?: string | undefined;
  readonly Omvang?: basis.CDT_Omvang;
  readonly Budget?: number;
}

function nieuw({ Product, ingangsdatum, einddatum, Omvang: omvang, Budget }: Deel): Productopdracht {
  const product = productVan(Product);
  const gewenst = omvangVan(omvang);
  return {
    actie: 'nieuw', ...(product === undefined ? {} : { product }), ingangsdatum, ...(einddatum === undefined ? {} : { einddatum }),
    ...(gewenst === undefined ? {} : { omvang: gewenst }), ...(Budget === undefined ? {} : { budget: Budget }),
  };
}

/** A requested product; when policy says it takes the place of others, those end the day before. */
export function werkAanvraagUit(product: WMO315.AangevraagdProduct, situatie: Situatie, vervangt: readonly number[] = []): Uitwerking {
  const deel: Deel = {
    ...product, ingangsdatum: product.ToewijzingIngangsdatum, einddatum: product.ToewijzingEinddatum,
  };
  const sluiting = plusDagen(deel.ingangsdatum, -1);
  const bezwaren: Bezwaar[] = [];
  const sluitingen = vervangt.map((toewijzingNummer): Wijziging => {
    if (gedeclareerdNa(situatie, toewijzingNummer, sluiting)) bezwaren.push(CREDITEER);
    return { actie: 'inkorten', toewijzingNummer, einddatum: sluiting, redenWijziging: '08' };
  });
  return { opdrachten: [...sluitingen, nieuw(deel)], bezwaren };
}

const CREDITEER: Bezwaar = {
  code: 'crediteren', melding: 'Op de periode die vervalt zijn declaraties goedgekeurd. Toewijzen kan nadat die zijn gecrediteerd.' };
const VERLEDEN: Bezwaar = {
  code: 'ingangsdatum-voorbij', melding: 'De gewenste ingangsdatum is voorbij. Stem met de aanbieder af vanaf wanneer de wijziging kan ingaan.' };
const ONBEKEND: Bezwaar = {
  code: 'niet-actueel', melding: 'Een toewijzing uit het verzoek is niet meer actueel. Beoordeel het verzoek met de aanbieder.' };
const VANAF_BEGIN: Bezwaar = {
  code: 'vanaf-begin', melding: 'De omvang zou vanaf het begin van de toewijzing wijzigen. '
    + 'Verwijder de toewijzing en maak een nieuwe, of spreek een latere datum af.' };

/** The same objection of several parts is one. */
export function uniek(bezwaren: readonly Bezwaar[]): readonly Bezwaar[] {
  return [...new Map(bezwaren.map((een) => [een.melding, een])).values()];
}

/** Whether claims were approved on an allocation for days after a date. */
function gedeclareerdNa({ toewijzingen }: Situatie, nummer: number, datum: string): boolean {
  const totEnMet = toewijzingen.find(({ toewijzing }) => toewijzing.nummer === nummer)?.gedeclareerdTotEnMet;
  return totEnMet !== undefined && na(totEnMet, datum);
}

/**
 * A change request as a whole.
 * @param verschuif a date that what was wanted from a day in the past begins on instead; what ended the day before then moves along (IV093)
 */
export function werkWijzigingUit(verzoek: WMO317.Verzoek, situatie: Situatie, verschuif?: string): Uitwerking {
  const delen: Uitwerking[] = [];
  const voorbij = (datum: string): boolean => opOfVoor(datum, situatie.vandaag);
  const nieuwe = verzoek.NieuweProducten ?? [];
  // The days on which what is wanted in the past would begin; ends on the day before them move along.
  const verschoven = new Set(verschuif === undefined ? [] : nieuwe.map((p) => p.GewensteIngangsdatum).filter(voorbij));
  const einde = (datum: string | undefined): string | undefined =>
    datum !== undefined && verschuif !== undefined && verschoven.has(plusDagen(datum, 1)) ? plusDagen(verschuif, -1) : datum;
  for (const product of verzoek.TeWijzigenProducten ?? []) {
    const bestaand = situatie.toewijzingen.find(({ toewijzing }) => toewijzing.nummer === product.ToewijzingNummer)?.toewijzing;
    delen.push(bestaand === undefined ? { opdrachten: [], bezwaren: [ONBEKEND] }
      : werkProductUit({ ...product, ...eindeVan(einde(product.Einddatum)) }, bestaand, situatie, verschuif));
  }
  for (const product of nieuwe) {
    const inVerleden = voorbij(product.GewensteIngangsdatum);
    const deel: Deel = {
      ...product, ingangsdatum: inVerleden ? verschuif ?? product.GewensteIngangsdatum : product.GewensteIngangsdatum, einddatum: product.Einddatum };
    delen.push({ opdrachten: [nieuw(deel)], bezwaren: inVerleden && verschuif === undefined ? [VERLEDEN] : [] });
  }
  return { opdrachten: delen.flatMap((deel) => deel.opdrachten), bezwaren: uniek(delen.flatMap((deel) => deel.bezwaren)) };
}

const eindeVan = (datum: string | undefined): { Einddatum?: string } => (datum === undefined ? {} : { Einddatum: datum });

function werkProductUit(
  product: WMO317.TeWijzigenProduct, bestaand: Toewijzing, situatie: Situatie, verschuif: string | undefined,
): Uitwerking {
  const gewenst = omvangVan(product.Omvang);
  const zelfdeOmvang = gewenst === undefined || (gewenst.volume === bestaand.volume && gewenst.eenheid === bestaand.eenheid
    && gewenst.frequentie === bestaand.frequentie);
  const inPlaats = zelfdeOmvang || bestaand.budget !== undefined || (bestaand.frequentie === TOTAAL && gewenst?.frequentie === TOTAAL);
  const basisopdracht = {
    actie: 'wijzigen' as const, toewijzingNummer: bestaand.nummer, einddatum: product.Einddatum ?? null, redenWijziging: DOOR_AANBIEDER,
    ...(gewenst === undefined ? {} : { omvang: gewenst }), ...(product.Budget === undefined ? {} : { budget: product.Budget }),
  };
  if (inPlaats) {
    const korter = product.Einddatum !== undefined && gedeclareerdNa(situatie, bestaand.nummer, product.Einddatum);
    return { opdrachten: [basisopdracht], bezwaren: korter ? [CREDITEER] : [] };
  }
  const voorbij = opOfVoor(product.GewensteIngangsdatum, situatie.vandaag);
  const ingangsdatum = voorbij ? verschuif ?? product.GewensteIngangsdatum : product.GewensteIngangsdatum;
  const bezwaren = opOfVoor(ingangsdatum, bestaand.ingangsdatum) ? [VANAF_BEGIN] : [
    ...(voorbij && verschuif === undefined ? [VERLEDEN] : []),
    ...(gedeclareerdNa(situatie, bestaand.nummer, plusDagen(ingangsdatum, -1)) ? [CREDITEER] : []),
  ];
  return { opdrachten: [{ ...basisopdracht, ingangsdatum }], bezwaren };
}
