/**
 * The evaluator: what the policy says about one requested product. Pure; one and the same for every region. It never throws, and every rule
 * can only make the outcome stricter.
 */
import { na, overlapt, type Periode } from '../standaard/datum.js';
import { geldtOp, type Beleid, type Regiobeleid } from './beleid.js';
import {
  AFHANDELINGEN, type Aanvraagroute, type Afhandeling, type Anders, type Contract, type Geldigheid, type Product, type Route, type Schaalroute,
} from './beleidsbestand.js';
import { besluitVan, redenVan, voorPersoon, type Aanvraag, type Besluit, type Reden, type Situatie, type Wens } from './besluit.js';
import { lopende, nieuweDagen, periodeVan, type Lopend } from './perioden.js';
import { schaalwijziging, type Schaalwijziging } from './schalen.js';
import { isOmgekeerd, toetsVoorwaarden } from './voorwaarden.js';

/** What happens in a situation for which the file has no `afhandeling`. */
export const STANDAARD_AFHANDELING: Readonly<Record<Afhandeling, Anders>> = {
  zonderProduct: { uitkomst: 'wachten' },
  onbekendProduct: { uitkomst: 'afwijzen', reden: '4' },
  productNietGeldig: { uitkomst: 'afwijzen', reden: '4' },
  geenContract: { uitkomst: 'afwijzen', reden: '3' },
  productNietInContract: { uitkomst: 'afwijzen', reden: '4' },
  buitenContract: { uitkomst: 'afwijzen', reden: '4' },
  verkeerdeEenheid: { uitkomst: 'afwijzen', reden: '4' },
  verkeerdeFrequentie: { uitkomst: 'afwijzen', reden: '4' },
  overlap: { uitkomst: 'afwijzen', reden: '6' },
  verkeerdeRoute: { uitkomst: 'afwijzen', reden: '7' },
  zonderRoute: { uitkomst: 'wachten' },
};

/** Situations in which the policy has nothing to go by. */
const ONBESLIST: ReadonlySet<Afhandeling> = new Set(['zonderProduct', 'zonderRoute'] as const);

/** `verkeerdeRoute` becomes `verkeerde-route`: names of rules look alike, wherever they come from. */
function regelnaam(wat: Afhandeling): string {
  return wat.replaceAll(/[A-Z]/g, (hoofdletter) => `-${hoofdletter.toLowerCase()}`);
}

const VASTE_CONTROLES: ReadonlySet<string> = new Set(AFHANDELINGEN.map(regelnaam));

/** Whether the reason with this name comes from a check that every file has, on product, contract and route, and not from a rule of the file. */
export function isVasteControle(regel: string): boolean {
  return VASTE_CONTROLES.has(regel);
}

function volgensAfhandeling(regio: Regiobeleid, wat: Afhandeling, melding: string, anders?: Anders): Reden {
  const dan = anders ?? regio.inhoud.afhandeling?.[wat] ?? STANDAARD_AFHANDELING[wat];
  const reden = redenVan(regelnaam(wat), dan, melding);
  return ONBESLIST.has(wat) && dan.uitkomst !== 'afwijzen' ? { ...reden, vraagtPersoon: true } : reden;
}

/** The product of the policy with this code, when it is in this category. */
function productVan(regio: Regiobeleid, { product }: Wens): Product | undefined {
  const gevonden = product?.code === undefined ? undefined : regio.producten.get(product.code);
  return gevonden?.categorie === product?.categorie ? gevonden : undefined;
}

/** Whether all days lie in the period. Without an end they only have to begin in it. */
function ligtIn({ begindatum, einddatum }: Periode, geldigheid: Geldigheid): boolean {
  if (!geldtOp(geldigheid, begindatum)) return false;
  return einddatum === undefined || geldigheid.totEnMet === undefined || !na(einddatum, geldigheid.totEnMet);
}

/** Without contracts in the file nothing is known about them, and what is not known objects to nothing. */
function toetsContract(regio: Regiobeleid, wens: Wens, dagen: Periode, product: Product | undefined): readonly Reden[] {
  if ((regio.inhoud.contracten ?? []).length === 0) return [];
  const contracten: readonly Contract[] = regio.contracten.get(wens.aanbieder) ?? [];
  const meld = (wat: Afhandeling, melding: string): readonly Reden[] => [volgensAfhandeling(regio, wat, melding)];
  if (contracten.length === 0) return meld('geenContract', 'De gemeente heeft geen contract met deze aanbieder.');
  if (product === undefined) return [];
  const metProduct = contracten.filter(({ producten }) => regio.uitgeschreven(producten).has(product.code));
  if (metProduct.length === 0) return meld('productNietInContract', 'Dit product staat niet in het contract met deze aanbieder.');
  if (metProduct.some((contract) => ligtIn(dagen, contract))) return [];
  return meld('buitenContract', 'De gevraagde periode valt niet binnen de looptijd van het contract voor dit product.');
}

function toetsProduct(regio: Regiobeleid, wens: Wens, dagen: Periode, product: Product, lopend: readonly Lopend[]): readonly Reden[] {
  const redenen: Reden[] = [];
  const meld = (wat: Afhandeling, melding: string): void => { redenen.push(volgensAfhandeling(regio, wat, melding)); };
  if (!ligtIn(dagen, product)) {
    meld('productNietGeldig', 'Dit product is niet in de hele gevraagde periode geldig. Kies een ander product of andere datums.');
  }
  const { omvang } = wens;
  if (omvang !== undefined && product.eenheid !== undefined && omvang.eenheid !== product.eenheid) {
    meld('verkeerdeEenheid', 'De eenheid past niet bij dit product.');
  }
  if (omvang !== undefined && product.frequenties !== undefined && !product.frequenties.includes(omvang.frequentie)) {
    meld('verkeerdeFrequentie', 'De frequentie is voor dit product niet toegestaan.');
  }
  const periode = periodeVan(wens);
  // What is replaced ends the day before the request begins, so it does not overlap.
  const dubbel = lopend.some((een) => een.bron.toewijzing.code === product.code && een.bron.toewijzing.aanbieder === wens.aanbieder
    && overlapt(een, periode));
  if (dubbel) {
    meld('overlap', 'De cliënt heeft dit product bij deze aanbieder al op dezelfde dagen. Vraag een wijziging van de bestaande toewijzing.');
  }
  return redenen;
}

const DOOR_PERSOON = {
  onderzoek: 'Het beleid vraagt voor dit product eerst een onderzoek.',
  wachten: 'Het beleid laat een medewerker over dit product beslissen.',
} as const;

function toetsRoute(
  regio: Regiobeleid, wens: Wens, via: Route, product: Product, schaal: Schaalwijziging,
): readonly Reden[] {
  const route: Aanvraagroute | Schaalroute | undefined = schaal.route
    ?? regio.routes.get(product.code)?.find((een) => geldtOp(een, wens.ingangsdatum));
  if (route === undefined) {
    return [volgensAfhandeling(regio, 'zonderRoute', 'Het beleid zegt niet wie dit product mag aanvragen. Een medewerker beslist.')];
  }
  if (!route.via.includes(via)) {
    const melding = `${schaal.tussenGroepen ? 'Deze wijziging van groep' : 'Dit product'} loopt via een andere weg dan deze aanvraag.`;
    const wegen = route.via.map((weg) => (weg === 'toegang' ? 'de toegang' : `een ${weg}`)).join(' of ');
    return [volgensAfhandeling(regio, 'verkeerdeRoute', `${melding} Vraag aan via ${wegen}.`, route.anders)];
  }
  // An order of the access team comes after its own investigation.
  return route.dan === 'toewijzen' || via === 'toegang' ? [] : [voorPersoon(`route-${route.dan}`, DOOR_PERSOON[route.dan], route.dan)];
}

/** All checks; `weg` undefined is the back office, which no route binds. */
function redenenVoor(
  beleid: Beleid, wens: Wens, weg: Route | undefined, situatie: Situatie,
): { readonly redenen: readonly Reden[]; readonly vervangt: readonly number[] } {
  const regio = beleid.voor(wens.gemeente);
  if (regio === undefined) {
    const melding = 'Voor deze gemeente is geen beleid ingelezen. Een medewerker beslist.';
    return { redenen: [voorPersoon('geen-beleid', melding)], vervangt: [] };
  }
  if (isOmgekeerd(wens)) {
    return { redenen: [redenVan('periode', { uitkomst: 'wachten' }, 'De einddatum ligt voor de ingangsdatum.')], vervangt: [] };
  }
  const product = productVan(regio, wens);
  const dagen = nieuweDagen(wens, situatie);
  const redenen: Reden[] = [...toetsContract(regio, wens, dagen, product)];
  if (product === undefined) {
    redenen.push(wens.product?.code === undefined
      ? volgensAfhandeling(regio, 'zonderProduct', 'Zonder productcode valt het beleid niet toe te passen. Een medewerker beslist.')
      : volgensAfhandeling(regio, 'onbekendProduct', 'Dit product staat met deze categorie niet in het beleid van de gemeente.'));
    return { redenen, vervangt: [] };
  }
  const schaal = schaalwijziging(regio, wens, situatie);
  const vervangt = [...new Set([...schaal.vervangt, ...(wens.vervangt ?? [])])];
  const lopend = lopende({ ...wens, vervangt }, situatie);
  redenen.push(...toetsProduct(regio, wens, dagen, product, lopend));
  if (weg !== undefined) redenen.push(...toetsRoute(regio, wens, weg, product, schaal));
  redenen.push(...toetsVoorwaarden(regio, product.code, weg ?? 'toegang', { wens, situatie, lopend, vervangt }));
  return { redenen, vervangt: schaal.vervangt };
}

/**
 * What the policy of the gemeente says about one requested product. Without a policy for the gemeente a person decides.
 * Dates must be dates as the schema has them; whether the request fits the standard is not looked at.
 */
export function beoordeelAanvraag(beleid: Beleid, aanvraag: Aanvraag, situatie: Situatie): Besluit {
  const { redenen, vervangt } = redenenVoor(beleid, aanvraag, aanvraag.route, situatie);
  return besluitVan(redenen, vervangt);
}

/** By which way the gemeente itself allocates: an order of the access team is bound to its routes, the back office is not. */
export type Toewijzer = 'toegang' | 'backoffice';

/**
 * The same checks for what the gemeente itself allocates: every reason is an objection, whatever it would mean for a request. Rules for the
 * access team also hold for the back office. What only asks for a person is left out, because a person allocates here; so without a policy
 * nothing is objected to.
 */
export function controleerToewijzing(beleid: Beleid, wens: Wens, situatie: Situatie, door: Toewijzer): readonly Reden[] {
  const { redenen } = redenenVoor(beleid, wens, door === 'toegang' ? 'toegang' : undefined, situatie);
  return besluitVan(redenen.filter(({ vraagtPersoon }) => vraagtPersoon !== true), []).redenen;
}
