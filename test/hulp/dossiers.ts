/**
 * For each message of voorbeelden.ts a dossier with which it passes levels 3 and 4, and the parts that those are made
 * of. Start from these and replace only what a test is about.
 */
import type { Berichtsoort } from '../../src/standaard/berichten/berichtsoorten.js';
import {
  LEEG_DOSSIER, type Contractproduct, type Dossier, type Start, type Stop, type Toewijzing, type Verzoek,
} from '../../src/standaard/regels/dossier.js';
import { AANBIEDER, BSN, wmo319, wmo323, type VOORBEELDEN } from './voorbeelden.js';

/** The allocation of the WMO301 example, to which the other examples refer. */
export const toewijzing: Toewijzing = {
  nummer: 300201, aanbieder: AANBIEDER, bsn: BSN, categorie: '02', code: '02A03',
  toewijzingsdatum: '2026-02-20', toewijzingstijd: '10:15:00', ingangsdatum: '2026-03-01', einddatum: '2026-12-31',
  redenWijziging: undefined, volume: 4, eenheid: '04', frequentie: '2', budget: undefined,
  referentieAanbieder: undefined,
};

/** The start of the WMO305 example. */
export const start: Start = { toewijzingNummer: 300201, categorie: '02', code: '02A03', begindatum: '2026-03-03' };

/** The stop of the WMO307 example. */
export const stop: Stop = { ...start, redenBeeindiging: '19', einddatum: '2026-05-31' };

/** The request that the WMO319 example answers, not answered yet. */
export const verzoek: Verzoek = {
  referentieAanbieder: wmo319.Antwoord.ReferentieAanbieder, bsn: BSN, antwoorden: [], gehonoreerd: false,
};

/** The product of the examples as agreed between the parties. */
export const contractproduct: Contractproduct = {
  code: '02A03', categorie: '02', eenheid: '04', variant: 'inspanning',
  tarieven: [{ vanaf: '2026-01-01', totEnMet: undefined, centen: 6000 }],
};

export function metToewijzingen(...toewijzingen: readonly Toewijzing[]): Pick<Dossier, 'toewijzingen'> {
  return { toewijzingen: new Map(toewijzingen.map((een) => [een.nummer, een])) };
}

export function metVerzoeken(...verzoeken: readonly Verzoek[]): Pick<Dossier, 'verzoeken'> {
  return { verzoeken: new Map(verzoeken.map((een) => [een.referentieAanbieder, een])) };
}

export function metContract(...producten: readonly Contractproduct[]): Pick<Dossier, 'contract'> {
  return { contract: new Map(producten.map((een) => [een.code, een])) };
}

const toegewezen = metToewijzingen(toewijzing);
const bekend = { bekendeClienten: new Set([BSN]) };

const PASSEND: { readonly [B in keyof typeof VOORBEELDEN]: Partial<Dossier> } = {
  WMO301: {}, WMO305: toegewezen, WMO307: { ...toegewezen, starts: [start] }, WMO315: {},
  WMO317: { ...toegewezen, ...bekend }, WMO319: metVerzoeken(verzoek), WMO323: { ...toegewezen, ...bekend },
  WMO325: { ...toegewezen, declaratie: wmo323 },
};

/** The dossier with which the example of this type passes, with some parts replaced. */
export function dossierVoor(soort: Berichtsoort & keyof typeof VOORBEELDEN, delen: Partial<Dossier> = {}): Dossier {
  return { ...LEEG_DOSSIER, ...PASSEND[soort], ...delen };
}
