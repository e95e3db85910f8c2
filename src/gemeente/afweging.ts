/**
 * What policy says of a request, or of an order of the gemeente, as a whole: each part is weighed beside what all the others leave, and what
 * the client keeps may not come to stand on nothing. Pure.
 */
import {
  beoordeelAanvraag, controleerToewijzing, isVasteControle, type Beleid, type Besluit, type Reden, type Situatie,
} from '../regio/index.js';
import { opOfVoor } from '../standaard/datum.js';
import { isVerwijderd, type Toewijzing } from '../standaard/regels/dossier.js';
import { alsWens, gevolgenVan, isInkorting, situatieNa, wensVan, type Gevolg, type Inkorting } from './gevolgen.js';
import type { Verzoek } from './verzoeken.js';
import { uniek, werkAanvraagUit, werkWijzigingUit, type Bezwaar, type Uitwerking } from './wensen.js';

/** How a request would be carried out, and what policy says of it. */
export interface Afweging extends Uitwerking {
  readonly besluit: Besluit;
}

/** What of a request is weighed. */
export type Gevraagd = Pick<Verzoek, 'gemeente' | 'aanbieder' | 'bsn' | 'dagtekening'> & (
  | Pick<Extract<Verzoek, { berichtsoort: 'WMO315' }>, 'berichtsoort' | 'product'>
  | Pick<Extract<Verzoek, { berichtsoort: 'WMO317' }>, 'berichtsoort' | 'verzoek'>);

/** Orders of one request beyond which a person looks at it: each is weighed beside all others. */
const MEESTE_DELEN = 200;
const TE_GROOT: Reden = {
  regel: 'omvang-verzoek', uitkomst: 'wachten', vraagtPersoon: true,
  melding: 'Het verzoek noemt te veel producten om zonder medewerker op te beslissen.',
};
const NIET_BEEINDIGD: Bezwaar = {
  code: 'loopt-door', melding: 'Volgens het beleid komt een gevraagd product in de plaats van een toewijzing die het verzoek laat doorlopen. '
    + 'Beoordeel of die moet eindigen.' };

/** What is wrong with another allocation after a change, for a message. */
export function bijAndere({ melding }: Reden): string {
  return `Een andere toewijzing van de cliënt voldoet dan niet meer aan het beleid: ${melding}`;
}

/**
 * Reasons against an allocation that the rules of the file did not give before. Who asks for nothing needs no route, contract or valid
 * product, and is not held to what was wrong already.
 */
function erbij(beleid: Beleid, gemeente: string, van: Stand, naar: Stand): readonly Reden[] {
  const redenen = ({ toewijzing, situatie }: Stand): readonly Reden[] =>
    controleerToewijzing(beleid, alsWens(gemeente, toewijzing, toewijzing.nummer), situatie, 'backoffice');
  const al = new Set(redenen(van).map(({ regel }) => regel));
  return redenen(naar).filter(({ regel }) => !al.has(regel) && !isVasteControle(regel));
}

interface Stand { readonly toewijzing: Toewijzing; readonly situatie: Situatie }

/**
 * Reasons against letting an allocation end earlier, beside what the other orders leave.
 * @param genoemd names of rules that what is asked for does not meet: where two do not go together, it is not the one that ends
 */
export function bezwarenBijInkorting(
  beleid: Beleid, gemeente: string, gevolg: Inkorting, gevolgen: readonly Gevolg[], situatie: Situatie, genoemd: readonly Reden[],
): readonly Reden[] {
  const { was, wordt: [blijft] } = gevolg;
  return erbij(beleid, gemeente, { toewijzing: was, situatie }, { toewijzing: blijft, situatie: situatieNa(situatie, gevolgen, gevolg) })
    .filter(({ regel }) => !genoemd.some((reden) => reden.regel === regel));
}

/** Reasons against allocations that stay as they are, at any aanbieder, and that lose what policy wants them to have beside them. */
export function bezwarenBijAndere(beleid: Beleid, gemeente: string, gevolgen: readonly Gevolg[], situatie: Situatie): readonly Reden[] {
  if (gevolgen.every(({ was }) => was === undefined)) return [];
  const geraakt = new Set(gevolgen.map(({ was }) => was?.nummer));
  const daarna = situatieNa(situatie, gevolgen);
  return situatie.toewijzingen.flatMap(({ toewijzing, gestopt }) => {
    const { nummer, einddatum } = toewijzing;
    const loopt = !gestopt && !isVerwijderd(toewijzing) && (einddatum === undefined || opOfVoor(situatie.vandaag, einddatum));
    return loopt && !geraakt.has(nummer) ? erbij(beleid, gemeente, { toewijzing, situatie }, { toewijzing, situatie: daarna }) : [];
  });
}

const alsBezwaar = (reden: Reden): Bezwaar => ({ code: reden.regel, melding: bijAndere(reden) });

const VOLGORDE: readonly Besluit['uitkomst'][] = ['afwijzen', 'onderzoek', 'wachten', 'toewijzen'];

/** The strictest of decisions on parts; without any a person decides. */
function strengste(besluiten: readonly Besluit[]): Besluit {
  const [eerste] = VOLGORDE.flatMap((uitkomst) => besluiten.filter((besluit) => besluit.uitkomst === uitkomst));
  return { ...(eerste ?? { uitkomst: 'wachten' as const, vervangt: [] }), redenen: besluiten.flatMap(({ redenen }) => redenen) };
}

/** Reasons that stand in the way of an allocation that only ends earlier, as a decision. */
function besluitVan(redenen: readonly Reden[]): Besluit {
  return strengste([{ uitkomst: 'toewijzen', redenen: [], vervangt: [] }, ...redenen.map((reden): Besluit => ({
    uitkomst: reden.uitkomst, redenen: [reden], vervangt: [],
    ...(reden.redenAfwijzing === undefined ? {} : { redenAfwijzing: reden.redenAfwijzing }) }))]);
}

/**
 * Policy on a request: a WMO315 per product, a WMO317 as one whole, as strict as the strictest of its parts.
 * @param verschuif as for `werkWijzigingUit`
 */
export function weegVerzoek(beleid: Beleid, verzoek: Gevraagd, situatie: Situatie, verschuif?: string): Afweging {
  return verzoek.berichtsoort === 'WMO315' ? weegAanvraag(beleid, verzoek, situatie) : weegWijziging(beleid, verzoek, situatie, verschuif);
}

function weegAanvraag(beleid: Beleid, verzoek: Gevraagd & { berichtsoort: 'WMO315' }, situatie: Situatie): Afweging {
  const { gemeente, dagtekening, berichtsoort: route, product } = verzoek;
  const [aanvraag] = gevolgenVan(verzoek, werkAanvraagUit(product, situatie).opdrachten, situatie);
  const wens = aanvraag && wensVan(gemeente, aanvraag);
  const besluit = strengste(wens === undefined ? [] : [beoordeelAanvraag(beleid, { ...wens, route, dagtekening }, situatie)]);
  // What the product takes the place of ends, and that is weighed too.
  const { opdrachten, bezwaren } = werkAanvraagUit(product, situatie, besluit.vervangt);
  const gevolgen = gevolgenVan(verzoek, opdrachten, situatie);
  const sluitingen = gevolgen.filter(isInkorting)
    .map((een) => besluitVan(bezwarenBijInkorting(beleid, gemeente, een, gevolgen, situatie, besluit.redenen)));
  const andere = bezwarenBijAndere(beleid, gemeente, gevolgen, situatie).map(alsBezwaar);
  return { opdrachten, bezwaren: uniek([...bezwaren, ...andere]), besluit: strengste([besluit, ...sluitingen]) };
}

function weegWijziging(
  beleid: Beleid, verzoek: Gevraagd & { berichtsoort: 'WMO317' }, situatie: Situatie, verschuif: string | undefined,
): Afweging {
  const { gemeente, dagtekening, berichtsoort: route } = verzoek;
  const { opdrachten, bezwaren } = werkWijzigingUit(verzoek.verzoek, situatie, verschuif);
  if (opdrachten.length > MEESTE_DELEN) return { opdrachten, bezwaren, besluit: besluitVan([TE_GROOT]) };
  const gevolgen = gevolgenVan(verzoek, opdrachten, situatie);
  let looptDoor = false;
  const gevraagd = gevolgen.flatMap((gevolg): Besluit[] => {
    const wens = isInkorting(gevolg) ? undefined : wensVan(gemeente, gevolg);
    if (wens === undefined) return [];
    const besluit = beoordeelAanvraag(beleid, { ...wens, route, dagtekening }, situatieNa(situatie, gevolgen, gevolg));
    looptDoor ||= gevolg.was === undefined && besluit.vervangt.length > 0;
    return [besluit];
  });
  const genoemd = gevraagd.flatMap(({ redenen }) => redenen);
  const korter = gevolgen.filter(isInkorting)
    .map((een) => besluitVan(bezwarenBijInkorting(beleid, gemeente, een, gevolgen, situatie, genoemd)));
  const andere = bezwarenBijAndere(beleid, gemeente, gevolgen, situatie).map(alsBezwaar);
  const alle = uniek([...bezwaren, ...(looptDoor ? [NIET_BEEINDIGD] : []), ...andere]);
  return { opdrachten, bezwaren: alle, besluit: strengste([...gevraagd, ...korter]) };
}
