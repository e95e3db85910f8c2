/**
 * Makes the ToegewezenProducten of a WMO301 from an order and the present allocations. Pure.
 *
 * What may change in place: the end, the budget, and the volume of a total (OP033x1, IV066). A change of any other volume ends the
 * allocation the day before and begins a new one (OP257). The message holds every current allocation and every changed one (OP087);
 * RedenWijziging only on what changed (IV099), ReferentieAanbieder only as the direct result of a request (IV097).
 */
import type { WMO301, basis } from '../standaard/berichten/gegenereerd/index.js';
import { na, opOfVoor, plusDagen } from '../standaard/datum.js';
import { isActueel, type Toewijzing } from '../standaard/regels/dossier.js';
import type { Nieuw, Omvang, Opdrachtfout, Productopdracht, Verwijdering, Wijziging } from './opdracht.js';

export type ToegewezenProduct = WMO301.ToegewezenProduct;

export interface Moment {
  /** Toewijzingsdatum and Toewijzingstijd of what is made now. */
  readonly datum: string;
  readonly tijd: string;
}

export interface Opstelling {
  readonly producten: readonly ToegewezenProduct[];
  /** ToewijzingNummers that this order made or changed, in the order of its items. */
  readonly geraakt: readonly number[];
}

const TOTAAL = '6';
const VERLENGING: basis.LDT_RedenWijziging = '04';
const VERKORTING: basis.LDT_RedenWijziging = '05';
const CORRECTIE: basis.LDT_RedenWijziging = '14';
const VERWIJDERD: basis.LDT_RedenWijziging = '13';

/** An allocation of the register as the message shows it again, unchanged. */
export function alsToegewezenProduct(t: Toewijzing): ToegewezenProduct {
  return {
    ToewijzingNummer: t.nummer,
    ...(t.categorie === undefined ? {} : { Product: {
      Categorie: t.categorie as basis.LDT_ProductCategorie, ...(t.code === undefined ? {} : { Code: t.code }) } }),
    Toewijzingsdatum: t.toewijzingsdatum, Toewijzingstijd: t.toewijzingstijd, Ingangsdatum: t.ingangsdatum,
    ...(t.einddatum === undefined ? {} : { Einddatum: t.einddatum }),
    ...(t.volume === undefined || t.eenheid === undefined || t.frequentie === undefined ? {} : { Omvang: {
      Volume: t.volume, Eenheid: t.eenheid as basis.LDT_Eenheid, Frequentie: t.frequentie as basis.LDT_Frequentie } }),
    ...(t.budget === undefined ? {} : { Budget: t.budget }),
  };
}

const alsOmvang = ({ volume, eenheid, frequentie }: Omvang): basis.CDT_Omvang => ({ Volume: volume, Eenheid: eenheid, Frequentie: frequentie });

function nieuweToewijzing(nummer: number, opdracht: Nieuw, { datum, tijd }: Moment, referentie: string | undefined): ToegewezenProduct {
  const { product, omvang } = opdracht;
  return {
    ToewijzingNummer: nummer,
    ...(referentie === undefined ? {} : { ReferentieAanbieder: referentie }),
    ...(product === undefined ? {} : { Product: { Categorie: product.categorie, ...(product.code === undefined ? {} : { Code: product.code }) } }),
    Toewijzingsdatum: datum, Toewijzingstijd: tijd, Ingangsdatum: opdracht.ingangsdatum,
    ...(opdracht.einddatum === undefined ? {} : { Einddatum: opdracht.einddatum }),
    ...(omvang === undefined ? {} : { Omvang: alsOmvang(omvang) }),
    ...(opdracht.budget === undefined ? {} : { Budget: opdracht.budget }),
    ...(opdracht.commentaar === undefined ? {} : { Commentaar: opdracht.commentaar }),
  };
}

/**
 * The reference of a request, and which products carry it: those that are new, for a WMO315, of which everything else stays the
 * municipality's own doing (IV094); all, for a WMO317, which is granted as one whole (IV093).
 */
export interface Verzoekreferentie {
  readonly waarde: string;
  readonly bereik: 'nieuw' | 'alles';
}

/** How many new numbers an order may need at most. */
export function nieuweNummersVoor(opdrachten: readonly Productopdracht[]): number {
  return opdrachten.filter((opdracht) => opdracht.actie === 'nieuw' || (opdracht.actie === 'wijzigen' && opdracht.omvang !== undefined)).length;
}

/** Collects products by number, so that an allocation stands in the message once, and what was wrong. */
class Werkblad {
  readonly producten = new Map<number, ToegewezenProduct>();
  readonly geraakt: number[] = [];
  readonly fouten: Opdrachtfout[] = [];

  zet(product: ToegewezenProduct): void {
    this.producten.set(product.ToewijzingNummer, product);
    this.geraakt.push(product.ToewijzingNummer);
  }

  fout(regel: string, plaats: number, melding: string, element = ''): void {
    this.fouten.push({ regel, pad: `/producten[${plaats + 1}]${element}`, melding });
  }
}

/**
 * @param huidig current versions of all allocations of this client and aanbieder, also ended and removed ones
 * @param nummers as many new ToewijzingNummers as nieuweNummersVoor asks
 * @param referentie ReferentieAanbieder of the request that this is the direct result of
 */
export function stelProductenOp(
  opdrachten: readonly Productopdracht[], huidig: readonly Toewijzing[], moment: Moment, nummers: readonly number[],
  referentie?: Verzoekreferentie,
): Opstelling | { readonly fouten: readonly Opdrachtfout[] } {
  const blad = new Werkblad();
  const vrij = [...nummers];
  const overal = referentie?.bereik === 'alles' ? referentie.waarde : undefined;
  const opNummer = new Map(huidig.map((toewijzing) => [toewijzing.nummer, toewijzing]));
  for (const toewijzing of [...huidig].sort((a, b) => a.nummer - b.nummer)) {
    if (!isActueel(toewijzing, moment.datum)) continue;
    blad.producten.set(toewijzing.nummer, {
      ...alsToegewezenProduct(toewijzing), ...(overal === undefined ? {} : { ReferentieAanbieder: overal }) });
  }
  const gezien = new Set<number>();
  opdrachten.forEach((opdracht, plaats) => {
    if (opdracht.actie === 'nieuw') {
      blad.zet(nieuweToewijzing(vrij.shift() ?? 0, opdracht, moment, referentie?.waarde));
      return;
    }
    const bestaand = opNummer.get(opdracht.toewijzingNummer);
    if (bestaand === undefined || bestaand.redenWijziging === VERWIJDERD) {
      blad.fout('OP033x1', plaats, 'Deze toewijzing bestaat niet voor deze client en aanbieder, of is verwijderd.', '/toewijzingNummer');
    } else if (gezien.has(opdracht.toewijzingNummer)) {
      blad.fout('OP033x1', plaats, 'Deze toewijzing wordt in deze opdracht al gewijzigd. Voeg de wijzigingen samen.', '/toewijzingNummer');
    } else if (opdracht.actie === 'verwijderen') blad.zet(verwijder(bestaand, opdracht, moment));
    else wijzig(blad, bestaand, opdracht, plaats, moment, vrij, overal);
    gezien.add(opdracht.toewijzingNummer);
  });
  return blad.fouten.length > 0 ? { fouten: blad.fouten } : { producten: [...blad.producten.values()], geraakt: blad.geraakt };
}

function verwijder(bestaand: Toewijzing, _opdracht: Verwijdering, { datum, tijd }: Moment): ToegewezenProduct {
  return {
    ...alsToegewezenProduct(bestaand), Toewijzingsdatum: datum, Toewijzingstijd: tijd, Einddatum: bestaand.ingangsdatum, RedenWijziging: VERWIJDERD };
}

const zelfdeOmvang = (bestaand: Toewijzing, omvang: Omvang): boolean =>
  bestaand.volume === omvang.volume && bestaand.eenheid === omvang.eenheid && bestaand.frequentie === omvang.frequentie;

function wijzig(
  blad: Werkblad, bestaand: Toewijzing, opdracht: Wijziging, plaats: number, moment: Moment, vrij: number[], referentie: string | undefined,
): void {
  const einddatum = opdracht.einddatum === undefined ? bestaand.einddatum : opdracht.einddatum ?? undefined;
  const omvangWijzigt = opdracht.omvang !== undefined && !zelfdeOmvang(bestaand, opdracht.omvang);
  const blijftTotaal = bestaand.frequentie === TOTAAL && opdracht.omvang?.frequentie === TOTAAL && opdracht.omvang.eenheid === bestaand.eenheid;
  if (omvangWijzigt && !blijftTotaal) {
    vervang(blad, bestaand, opdracht, einddatum, plaats, moment, vrij, referentie);
    return;
  }
  if (opdracht.ingangsdatum !== undefined && opdracht.ingangsdatum !== bestaand.ingangsdatum) {
    blad.fout('OP033x1', plaats, 'De Ingangsdatum van een toewijzing kan niet wijzigen. Trek deze toewijzing in en maak een nieuwe.',
      '/ingangsdatum');
    return;
  }
  const budget = opdracht.budget ?? bestaand.budget;
  const langer = bestaand.einddatum !== undefined && (einddatum === undefined || na(einddatum, bestaand.einddatum));
  const korter = einddatum !== undefined && (bestaand.einddatum === undefined || na(bestaand.einddatum, einddatum));
  if (!langer && !korter && !omvangWijzigt && budget === bestaand.budget) {
    blad.fout('IV099', plaats, 'Deze opdracht wijzigt niets aan de toewijzing. Geef aan wat er verandert.');
    return;
  }
  if ((opdracht.actie === 'verlengen' && !langer) || ((opdracht.actie === 'inkorten' || opdracht.actie === 'intrekken') && !korter)) {
    const wanneer = opdracht.actie === 'verlengen' ? 'later' : 'eerder';
    blad.fout('OP033x1', plaats, `Bij ${opdracht.actie} hoort een einddatum die ${wanneer} is.`, '/einddatum');
    return;
  }
  const reden = opdracht.redenWijziging ?? (langer ? VERLENGING : korter ? VERKORTING : CORRECTIE);
  blad.zet(metReferentie({
    ...alsToegewezenProduct({ ...bestaand, einddatum, budget, ...(opdracht.omvang === undefined ? {} : opdracht.omvang) }),
    Toewijzingsdatum: moment.datum, Toewijzingstijd: moment.tijd, RedenWijziging: reden,
  }, referentie));
}

/** Ends the allocation the day before the change and begins a new one with the changed volume (OP257). */
function vervang(
  blad: Werkblad, bestaand: Toewijzing, opdracht: Wijziging, einddatum: string | undefined, plaats: number, moment: Moment, vrij: number[],
  referentie: string | undefined,
): void {
  const ingang = opdracht.ingangsdatum;
  if (ingang === undefined) {
    blad.fout('IV066', plaats, 'Een andere omvang geeft een nieuwe toewijzing. Geef de ingangsdatum van de nieuwe omvang.', '/ingangsdatum');
    return;
  }
  if (opOfVoor(ingang, bestaand.ingangsdatum) || (bestaand.einddatum !== undefined && na(ingang, plusDagen(bestaand.einddatum, 1)))) {
    blad.fout('IV066', plaats, 'De nieuwe omvang moet ingaan na de Ingangsdatum van de toewijzing en uiterlijk de dag na haar Einddatum.',
      '/ingangsdatum');
    return;
  }
  const sluiting = plusDagen(ingang, -1);
  if (bestaand.einddatum === undefined || na(bestaand.einddatum, sluiting)) {
    blad.zet(metReferentie({
      ...alsToegewezenProduct({ ...bestaand, einddatum: sluiting }), Toewijzingsdatum: moment.datum, Toewijzingstijd: moment.tijd,
      RedenWijziging: opdracht.redenWijziging ?? VERKORTING,
    }, referentie));
  }
  const product = bestaand.categorie === undefined ? undefined
    : { categorie: bestaand.categorie as basis.LDT_ProductCategorie, ...(bestaand.code === undefined ? {} : { code: bestaand.code }) };
  blad.zet(nieuweToewijzing(vrij.shift() ?? 0, {
    actie: 'nieuw', ...(product === undefined ? {} : { product }), ingangsdatum: ingang, ...(einddatum === undefined ? {} : { einddatum }),
    ...(opdracht.omvang === undefined ? {} : { omvang: opdracht.omvang }),
  }, moment, referentie));
}

function metReferentie(product: ToegewezenProduct, referentie: string | undefined): ToegewezenProduct {
  return referentie === undefined ? product : { ...product, ReferentieAanbieder: referentie };
}
