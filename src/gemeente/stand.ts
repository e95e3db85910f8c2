/** What was claimed on an allocation and what is left of it: the same arithmetic as the rules (TR321, TR322, TR369). */
import { datumUitSql } from '../platform/database.js';
import type { Rij } from '../register/rijen.js';
import type { Toewijzing } from '../standaard/regels/dossier.js';
import { inVergelijkingseenheid } from '../standaard/volume/eenheden.js';
import { totaalMaximum } from '../standaard/volume/maximum.js';
import type { Eenheid, Frequentie, ToegewezenOmvang } from '../standaard/volume/omvang.js';

export interface Stand {
  /** Approved and not credited: volume in the unit of the allocation (claims in minutes as parts of an hour), amount in cents. */
  readonly gedeclareerd: { readonly volume: number | undefined; readonly bedrag: number };
  /** The most over the whole allocation, volume or budget; undefined where the allocation has no total. */
  readonly maximum: { readonly volume: number } | { readonly bedrag: number } | undefined;
  /** What is left of that; below 0 where more was claimed than the allocation has now. */
  readonly resterend: { readonly volume: number } | { readonly bedrag: number } | undefined;
}

/** The Omvang of an allocation as the arithmetic wants it; undefined for one without. */
export function omvangVan(t: Toewijzing): ToegewezenOmvang | undefined {
  if (t.volume === undefined || t.eenheid === undefined || t.frequentie === undefined) return undefined;
  return {
    volume: t.volume, eenheid: t.eenheid as Eenheid, frequentie: t.frequentie as Frequentie, ingangsdatum: t.ingangsdatum,
    einddatum: t.einddatum, categorie: t.categorie };
}

/** The volume of sums per `eenheid`, in the unit of the allocation, at most two decimals; what does not fit that unit counts for nothing. */
export function volumeVan(eenheid: Eenheid, sommen: readonly Rij[]): number {
  return inEenheid(eenheid, vergeleken(eenheid, sommen));
}

const vergeleken = (eenheid: Eenheid, sommen: readonly Rij[]): number => sommen.reduce((som, rij) =>
  som + (inVergelijkingseenheid(rij['volume'] as number, rij['eenheid'] as Eenheid, eenheid) ?? 0), 0);

/** Compared in minutes for an allocation in hours; shown in hours again. */
const perEenheid = (eenheid: Eenheid): number => inVergelijkingseenheid(1, eenheid, eenheid) ?? 1;
const inEenheid = (eenheid: Eenheid, waarde: number): number => Math.round((waarde / perEenheid(eenheid)) * 100) / 100;

export const bedragVan = (sommen: readonly Rij[]): number => sommen.reduce((som, rij) => som + (rij['bedrag'] as number), 0);

/** @param sommen of what was claimed, each with `eenheid`, `volume`, `bedrag` and the last day `tot` */
export function standVan(t: Toewijzing, sommen: readonly Rij[]): Stand {
  const bedrag = bedragVan(sommen);
  const omvang = omvangVan(t);
  if (omvang === undefined) {
    return {
      gedeclareerd: { volume: undefined, bedrag }, maximum: t.budget === undefined ? undefined : { bedrag: t.budget },
      resterend: t.budget === undefined ? undefined : { bedrag: t.budget - bedrag } };
  }
  const { eenheid } = omvang;
  const volume = vergeleken(eenheid, sommen);
  const totEnMet = sommen.map((rij) => datumUitSql(rij['tot'] as string)).sort().at(-1);
  const maximum = totaalMaximum(omvang, totEnMet);
  return {
    gedeclareerd: { volume: inEenheid(eenheid, volume), bedrag },
    maximum: maximum === undefined ? undefined : { volume: maximum },
    resterend: maximum === undefined ? undefined : { volume: inEenheid(eenheid, maximum * perEenheid(eenheid) - volume) },
  };
}
