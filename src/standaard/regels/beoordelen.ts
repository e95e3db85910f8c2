/**
 * Runs the rules over a message. Order of the standard: all of level 2; only without findings there level 3 and 4, first the Header,
 * then the Declaratie, then the Client, then the classes below. A failing step ends the assessment of everything it encloses.
 */
import type { Berichtsoort } from '../berichten/berichtsoorten.js';
import type { Berichten } from '../berichten/gegenereerd/index.js';
import type { Bevinding, GeplaatsteBevinding } from './bevinding.js';
import { REGELS } from './berichten/index.js';
import type { Dossier } from './dossier.js';
import type { Context, DossierContext, Overtreding, Plek, Regel } from './regel.js';
import { MELDINGEN } from './teksten.js';
import { klassenVan, padVan, type Voorkomen } from './voorkomens.js';

/** The outcome for one message; `nietBeoordeeld` holds the classes that a failing class above them kept from being assessed. */
export interface Beoordeling {
  readonly bevindingen: readonly GeplaatsteBevinding[];
  readonly nietBeoordeeld: ReadonlySet<Voorkomen>;
}

export function contextVan<B extends Berichtsoort>(berichtsoort: B, bericht: Berichten[B]): Context<B> {
  return { berichtsoort, bericht, klassen: klassenVan(berichtsoort, bericht) };
}

function bevinding<C>(regel: Regel<C>, plek: Plek<C>, { bij, element }: Overtreding): GeplaatsteBevinding {
  // A return code lands on a class, so a finding of level 3 or 4 names the class; one of level 2 names the element.
  const plaats = element ?? (regel.niveau === 2 ? plek.element?.split('+')[0] : undefined);
  return {
    regel: regel.code, retourcode: regel.retourcode, niveau: regel.niveau, klasse: plek.klasse,
    pad: padVan(bij, plaats), melding: MELDINGEN[regel.code] ?? regel.code, bij,
  };
}

/** All level 2 findings of a message, in the order of its rule list. */
export function beoordeelNiveau2(context: Context): GeplaatsteBevinding[] {
  const gevonden: GeplaatsteBevinding[] = [];
  for (const regel of REGELS[context.berichtsoort].niveau2) {
    for (const plek of regel.plekken) {
      if (plek.bericht !== context.berichtsoort) continue;
      const voorkomens = (context.klassen.get(plek.klasse) ?? []) as readonly Voorkomen<never>[];
      for (const overtreding of plek.toets(voorkomens, context)) gevonden.push(bevinding(regel, plek, overtreding));
    }
  }
  return gevonden;
}

/** The steps whose failure ends what they enclose; every other class belongs to the last step. */
const STAPPEN: readonly (readonly string[])[] = [['Header'], ['Declaratie', 'DeclaratieAntwoord'], ['Client']];

function stapVan(klasse: string): number {
  const stap = STAPPEN.findIndex((klassen) => klassen.includes(klasse));
  return stap < 0 ? STAPPEN.length : stap;
}

/** Assesses level 3 and 4 of a message that has no level 2 findings. */
export function beoordeelNiveau3En4(context: Context, dossier: Dossier): Beoordeling {
  const bevindingen: GeplaatsteBevinding[] = [];
  const gefaald = new Map<Voorkomen, Set<string>>();
  const dossierContext: DossierContext = {
    ...context, dossier,
    faalt: (voorkomen, ...codes) => codes.some((code) => gefaald.get(voorkomen)?.has(code) === true),
    faaltIets: (voorkomen) => gefaald.has(voorkomen),
  };
  const regels = REGELS[context.berichtsoort].niveau3En4;
  for (let stap = 0; stap <= STAPPEN.length; stap++) {
    if (stap > 0 && bevindingen.some(({ klasse }) => stapVan(klasse) < Math.min(stap, 2))) break;
    // What shields a class belongs to an earlier step, so within one step this never changes.
    const teBeoordelen = new Map<string, readonly Voorkomen[]>();
    for (const regel of regels) {
      for (const plek of regel.plekken) {
        if (plek.bericht !== context.berichtsoort || stapVan(plek.klasse) !== stap) continue;
        let voorkomens = teBeoordelen.get(plek.klasse);
        if (voorkomens === undefined) {
          voorkomens = (context.klassen.get(plek.klasse) ?? []).filter((v) => !omslotenDoorFout(v, gefaald));
          teBeoordelen.set(plek.klasse, voorkomens);
        }
        for (const overtreding of plek.toets(voorkomens as readonly Voorkomen<never>[], dossierContext)) {
          const codes = gefaald.get(overtreding.bij) ?? new Set();
          if (codes.has(regel.code)) continue;
          gefaald.set(overtreding.bij, codes.add(regel.code));
          bevindingen.push(bevinding(regel, plek, overtreding));
        }
      }
    }
  }
  return { bevindingen, nietBeoordeeld: nietBeoordeelden(context, gefaald) };
}

/** Below a failed Client nothing is assessed. Other classes do not shield what they hold (a failed Verzoek keeps its products). */
function omslotenDoorFout(voorkomen: Voorkomen, gefaald: ReadonlyMap<Voorkomen, unknown>): boolean {
  for (let v = voorkomen.ouder; v !== undefined; v = v.ouder) if (stapVan(v.klasse) < STAPPEN.length && gefaald.has(v)) return true;
  return false;
}

function nietBeoordeelden(context: Context, gefaald: ReadonlyMap<Voorkomen, unknown>): Set<Voorkomen> {
  const resultaat = new Set<Voorkomen>();
  if (gefaald.size === 0) return resultaat;
  for (const voorkomens of context.klassen.values()) {
    for (const voorkomen of voorkomens) if (omslotenDoorFout(voorkomen, gefaald)) resultaat.add(voorkomen);
  }
  return resultaat;
}

/** A finding without the occurrence, fit to store and to show. */
export function zonderPlaats({ regel, retourcode, niveau, klasse, pad, melding }: GeplaatsteBevinding): Bevinding {
  return { regel, retourcode, niveau, klasse, pad, melding };
}
