/** Rows of the register as the rules know them. */
import type { Start, Stop, Toewijzing } from '../standaard/regels/dossier.js';

export type Rij = Record<string, unknown>;

const optioneel = <T>(waarde: unknown): T | undefined => (waarde === null ? undefined : waarde as T);

export function alsToewijzing(rij: Rij): Toewijzing {
  return {
    nummer: rij['toewijzing_nummer'] as number, aanbieder: rij['aanbieder'] as string, bsn: rij['bsn'] as string,
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
