/** Whether the rules of a policy file on allocations side by side, volumes and credits are met. Every kind of rule is one function. */
import { na, opOfVoor, overlapt } from '../standaard/datum.js';
import type { Eenheid, Frequentie } from '../standaard/volume/omvang.js';
import type { Regiobeleid, Uitgeschreven } from './beleid.js';
import { geldtOp } from './beleid.js';
import type { Crediteren, NietSamen, Route, Vereist, Volumegrens, Voorwaarde } from './beleidsbestand.js';
import { redenVan, voorPersoon, type Reden, type Situatie, type Wens } from './besluit.js';
import { isInPlaats, omvat, periodeVan, type Lopend } from './perioden.js';
import { binnenMaximum, haaltMinimum, type Gebruik, type Grensoordeel } from './volumegrens.js';

/** What a rule may look at. */
export interface Toetsstand {
  readonly wens: Wens;
  readonly situatie: Situatie;
  readonly lopend: readonly Lopend[];
  /** Numbers of the allocations that the request takes the place of. */
  readonly vervangt: readonly number[];
}

function uit<S extends Voorwaarde>(lopend: readonly Lopend[], { producten }: Uitgeschreven<S>): readonly Lopend[] {
  return lopend.filter(({ bron }) => bron.toewijzing.code !== undefined && producten.has(bron.toewijzing.code));
}

function voldoetVereist(een: Uitgeschreven<Vereist>, { wens, lopend }: Toetsstand): boolean {
  const { aanbieder, gestart, periode } = een.regel;
  const passend = uit(lopend, een).filter(({ bron }) =>
    (aanbieder === 'elke' || bron.toewijzing.aanbieder === wens.aanbieder)
    && (gestart === undefined || bron.gestart === (gestart === 'ja'))
    && (!bron.gestopt || bron.stopdatum !== undefined));
  const gevraagd = periodeVan(wens);
  return periode === 'omvat' ? omvat(passend, gevraagd) : passend.some((lopende) => overlapt(lopende, gevraagd));
}

function voldoetNietSamen(een: Uitgeschreven<NietSamen>, { wens, lopend }: Toetsstand): boolean {
  if (een.regel.toets !== undefined && !een.regel.toets.includes('toewijzing')) return true;
  const gevraagd = periodeVan(wens);
  return !uit(lopend, een).some((ander) => overlapt(ander, gevraagd));
}

function gebruikVan({ bron, begindatum, einddatum }: Lopend): Gebruik | undefined {
  const { volume, eenheid, frequentie } = bron.toewijzing;
  if (volume === undefined || eenheid === undefined || frequentie === undefined) return undefined;
  return { omvang: { volume, eenheid: eenheid as Eenheid, frequentie: frequentie as Frequentie }, begindatum, einddatum };
}

function oordeelGrens(een: Uitgeschreven<Volumegrens>, { wens, lopend }: Toetsstand): Grensoordeel {
  if (wens.omvang === undefined) return undefined;
  const gevraagd = { omvang: wens.omvang, begindatum: wens.ingangsdatum, einddatum: wens.einddatum };
  return een.regel.soort === 'minimum' ? haaltMinimum(een.regel, gevraagd) : binnenMaximum(een.regel, gevraagd, uit(lopend, een).map(gebruikVan));
}

/** An allocation that is changed in place loses only the days after its new end; any other that is replaced loses them from the first day on. */
function voldoetCrediteren({ producten }: Uitgeschreven<Crediteren>, { wens, situatie, vervangt }: Toetsstand): boolean {
  return !situatie.toewijzingen.some(({ toewijzing, gedeclareerdTotEnMet }) => {
    if (gedeclareerdTotEnMet === undefined || !vervangt.includes(toewijzing.nummer)) return false;
    // What is changed in the same request but is of another kind does not make way for this product.
    if (toewijzing.code === undefined || !producten.has(toewijzing.code)) return false;
    return isInPlaats(wens, toewijzing)
      ? wens.einddatum !== undefined && na(gedeclareerdTotEnMet, wens.einddatum)
      : opOfVoor(wens.ingangsdatum, gedeclareerdTotEnMet);
  });
}

/** Names of products for a message: those of the policy, not of the request. */
function namen(regio: Regiobeleid, keuze: readonly string[]): string {
  const groep = (naam: string): string | undefined => regio.inhoud.groepen?.find(({ code }) => code === naam)?.naam;
  return keuze.map((naam) => regio.producten.get(naam)?.naam ?? groep(naam) ?? naam).join(', ');
}

const PER = { week: 'week', maand: 'maand', jaar: 'kalenderjaar' } as const;
const NIET_TE_VERGELIJKEN = 'De omvang ontbreekt of is niet te vergelijken met de grens in het beleid. Beoordeel de aanvraag zelf.';

/** One rule; undefined when it is met. */
function toets(regio: Regiobeleid, { regel, producten }: Uitgeschreven<Voorwaarde>, stand: Toetsstand): Reden | undefined {
  const reden = (melding: string): Reden => redenVan(regel.regel, regel.anders, melding);
  switch (regel.soort) {
    case 'vereist': {
      if (voldoetVereist({ regel, producten }, stand)) return undefined;
      const dagen = regel.periode === 'omvat' ? 'op alle gevraagde dagen' : 'in de gevraagde periode';
      const wie = regel.aanbieder === 'zelfde' ? ' bij dezelfde aanbieder' : '';
      const start = regel.gestart === undefined ? '' : `, waarvan de levering ${regel.gestart === 'ja' ? 'is' : 'nog niet is'} gestart`;
      return reden(`Dit product kan alleen naast een toewijzing${wie} van ${namen(regio, regel.naast)} ${dagen}${start}.`);
    }
    case 'nietSamen':
      return voldoetNietSamen({ regel, producten }, stand) ? undefined
        : reden('De cliënt heeft op dezelfde dagen een toewijzing die niet met dit product samengaat. Kies andere dagen of pas die eerst aan.');
    case 'maximum':
    case 'minimum': {
      const oordeel = oordeelGrens({ regel, producten }, stand);
      if (oordeel === undefined) return voorPersoon(regel.regel, NIET_TE_VERGELIJKEN);
      return oordeel ? undefined : reden(regel.soort === 'maximum'
        ? `De cliënt krijgt hiermee meer dan het beleid per ${PER[regel.per]} toestaat. Vraag minder of overleg met de gemeente.`
        : `Dit is minder dan het beleid per ${PER[regel.per]} vraagt. Vraag meer of overleg met de gemeente.`);
    }
    case 'crediteren':
      return voldoetCrediteren({ regel, producten }, stand) ? undefined
        : reden('De wijziging gaat in op dagen waarover al is gedeclareerd. Crediteer eerst wat op of na de ingangsdatum valt.');
  }
}

/** The rules that the request does not meet, in the order of the file. */
export function toetsVoorwaarden(regio: Regiobeleid, code: string, via: Route, stand: Toetsstand): readonly Reden[] {
  const eigen = regio.voorwaarden.get(code) ?? [];
  const andersom = (regio.uitsluitingen.get(code) ?? []).filter(({ regel }) => !eigen.some((een) => een.regel === regel));
  return [...eigen, ...andersom].flatMap((een) => {
    const { regel } = een;
    if (regel.via !== undefined && !regel.via.includes(via)) return [];
    if (!geldtOp(regel, stand.wens.ingangsdatum)) return [];
    return toets(regio, een, stand) ?? [];
  });
}

/** Whether the days of a request run backwards: no allocation can follow from it. */
export function isOmgekeerd({ ingangsdatum, einddatum }: Wens): boolean {
  return einddatum !== undefined && na(ingangsdatum, einddatum);
}
