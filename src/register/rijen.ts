/** Rows of the register as the rules know them. */
import type { Start, Stop, Toewijzing } from '../standaard/regels/dossier.js';

export type Rij = Record<string, unknown>;

const optioneel = <T>(waarde: unknown): T | undefined => (waarde === null ? undefined : waarde as T);

/** What stands for the bsn of a person who was not asked for: no bsn equals it. */
export const vreemde = (persoon: unknown): string => `persoon ${String(persoon)}`;

/** @param bsn of the person of the row, where it is known */
export function alsToewijzing(rij: Rij, bsn = vreemde(rij['persoon'])): Toewijzing {
  return {
    nummer: rij['toewijzing_nummer'] as number, aanbieder: rij['aanbieder'] as string, bsn,
    categorie: optioneel(rij['categorie']), code: optioneel(rij['code']),
    toewijzingsdatum: rij['toewijzingsdatum'] as string, toewijzingstijd: rij['toewijzingstijd'] as string,
    ingangsdatum: rij['ingangsdatum'] as string, einddatum: optioneel(rij['einddatum']),
    redenWijziging: optioneel(rij['reden_wijziging']), volume: optioneel(rij['volume']), eenheid: optioneel(rij['eenheid']),
    frequentie: optioneel(rij['frequentie']), budget: optioneel(rij['budget']),
    referentieAanbieder: optioneel(rij['referentie_aanbieder']),
  };
}

export function alsStart(rij: Rij): Start {
  return {
    toewijzingNummer: optioneel(rij['toewijzing_nummer']), categorie: optioneel(rij['categorie']), code: optioneel(rij['code']),
    begindatum: rij['begindatum'] as string,
  };
}

export function alsStop(rij: Rij): Stop {
  return { ...alsStart(rij), redenBeeindiging: rij['reden_beeindiging'] as string, einddatum: rij['einddatum'] as string };
}
