/**
 * Adds up the debits on an allocation against what it allows (TR322, TR369). First what this message credits goes off;
 * then each valid debit is added in document order, and one that would go over the maximum breaks the rule and is not
 * added.
 */
import { na, type Datum } from '../datum.js';
import { opgeteldBinnen } from '../volume/opbouw.js';
import type { Gedeclareerd, Toewijzing } from './dossier.js';
import { geslaagdeCredits, isCredit, prestatiesVan, type Prestatietoets } from './prestaties.js';

/** What a claim line is worth for the sum: volume in its Eenheid, bedrag in cents. */
export interface Geleverd {
  readonly volume: number;
  readonly eenheid: string;
  readonly bedrag: number;
}

/** What is added up, and up to where. Every worth is in one unit per allocation, in whole numbers. */
export interface Maatstaf<T extends Toewijzing> {
  /** Whether the allocation sets this limit at all. */
  begrenst(toewijzing: Toewijzing): toewijzing is T;
  /**
   * The most that the sum may be. For an allocation without end it counts to `totEnMet`, the last day claimed so far:
   * by the debit at hand, valid debits of this message, and those that stood uncredited when the message came.
   */
  maximum(toewijzing: T, totEnMet: Datum): number;
  /** The sum of the debits of earlier messages. */
  eerder(gedeclareerd: Gedeclareerd, toewijzing: T): number;
  waarde(geleverd: Geleverd, toewijzing: T): number;
}

interface Stand {
  som: number;
  totEnMet: Datum | undefined;
}

function laatste(a: Datum | undefined, b: Datum): Datum {
  return a !== undefined && na(a, b) ? a : b;
}

/**
 * The predicate. Its rule stands last in the list of the message, behind every other that a Prestatie can break: what
 * broke one is not counted.
 */
export function somBinnenMaximum<T extends Toewijzing>(maatstaf: Maatstaf<T>): Prestatietoets {
  return function* (voorkomens, context) {
    const { toewijzingen, gedeclareerd } = context.dossier;
    const standen = new Map<number, Stand>();
    const standVan = (toewijzing: T): Stand => {
      let stand = standen.get(toewijzing.nummer);
      if (stand === undefined) {
        const eerder = gedeclareerd.get(toewijzing.nummer);
        stand = { som: eerder === undefined ? 0 : maatstaf.eerder(eerder, toewijzing), totEnMet: eerder?.totEnMet };
        standen.set(toewijzing.nummer, stand);
      }
      return stand;
    };
    // A credited debit drops out with its own worth and from its own allocation, whatever the credit says.
    for (const [, debet] of geslaagdeCredits(voorkomens, context)) {
      const toewijzing = toewijzingen.get(debet.toewijzingNummer);
      if (toewijzing === undefined || !maatstaf.begrenst(toewijzing)) continue;
      standVan(toewijzing).som -= maatstaf.waarde(debet, toewijzing);
    }
    for (const { bij, eigen } of prestatiesVan(voorkomens, context)) {
      if (eigen === undefined || !maatstaf.begrenst(eigen) || isCredit(bij.waarde) || context.faaltIets(bij)) continue;
      const { GeleverdVolume: volume, Eenheid: eenheid, IngediendBedrag, ProductPeriode } = bij.waarde;
      const stand = standVan(eigen);
      const totEnMet = laatste(stand.totEnMet, ProductPeriode.Einddatum);
      const waarde = maatstaf.waarde({ volume, eenheid, bedrag: IngediendBedrag.Bedrag }, eigen);
      const som = opgeteldBinnen(stand.som, waarde, maatstaf.maximum(eigen, totEnMet));
      if (som === undefined) {
        yield { bij };
        continue;
      }
      stand.som = som;
      stand.totEnMet = totEnMet;
    }
  };
}
