/**
 * How what each aanbieder declared is made up, against the mixes that the policy agreed: also where the agreement is kept. Comes from the sums of
 * months; one query.
 */
import type { Bevraagbaar } from '../platform/database.js';
import type { Beleid } from '../regio/beleid.js';
import type { Signaal } from '../regio/beleidsbestand.js';
import { optelbaar } from '../regio/eenheden.js';
import type { Eenheid } from '../standaard/volume/omvang.js';
import type { Geldvenster } from './betaalregels.js';
import { venster } from './signalen.js';

/** What one aanbieder declared of one mix. */
export interface Mixaandeel {
  /** Name of the signal in the policy file. */
  readonly signaal: string;
  readonly meet: 'bedrag' | 'volume';
  readonly aanbieder: string;
  /** Cents, or volume with time in minutes. */
  readonly deel: number;
  readonly geheel: number;
  /** Percents with one decimal. */
  readonly aandeel: number;
  readonly hoogstens: number | undefined;
  readonly minstens: number | undefined;
  readonly binnen: boolean;
}

type Mix = Extract<Signaal, { soort: 'mix' }>;
interface Rij { aanbieder: string; code: string; eenheid: Eenheid; volume: number; bedrag: number }

/**
 * By signal in the order of the policy file, and then by aanbieder. Who declared nothing, or more credits than debits, is not in it. A month counts
 * in full as soon as one of its days lies in the period.
 */
export async function mixVan(db: Bevraagbaar, beleid: Beleid, { gemeente, vanaf, tot }: Geldvenster): Promise<Mixaandeel[]> {
  const regio = beleid.voor(gemeente);
  const mixen = (regio?.signalen ?? []).filter((signaal): signaal is Mix => signaal.soort === 'mix');
  if (regio === undefined || mixen.length === 0) return [];
  const { rows } = await db.query<Rij>(
    `select aanbieder, code, eenheid, sum(volume)::int8 as volume, sum(bedrag)::int8 as bedrag from productie_maand
     where gemeente = $1 and maand >= $2 and maand < $3 and regels > 0 and code = any ($4) group by aanbieder, code, eenheid order by aanbieder`,
    [gemeente, ...venster(vanaf, tot, 'maand'),
      [...new Set(mixen.flatMap(({ geheel }) => [...regio.uitgeschreven(geheel)]))]]);
  return mixen.flatMap((mix) => aandelen(mix, regio.uitgeschreven(mix.geheel), regio.uitgeschreven(mix.deel), rows));
}

function aandelen(
  { signaal, meet, aanbieders, hoogstens, minstens }: Mix, geheel: ReadonlySet<string>, deel: ReadonlySet<string>, rijen: readonly Rij[],
): Mixaandeel[] {
  const sommen = new Map<string, { deel: number; geheel: number }>();
  for (const rij of rijen) {
    if (!geheel.has(rij.code) || (aanbieders !== undefined && !aanbieders.includes(rij.aanbieder))) continue;
    const som = sommen.get(rij.aanbieder) ?? { deel: 0, geheel: 0 };
    const waarde = meet === 'bedrag' ? rij.bedrag : optelbaar(rij.volume, rij.eenheid);
    som.geheel += waarde;
    if (deel.has(rij.code)) som.deel += waarde;
    sommen.set(rij.aanbieder, som);
  }
  return [...sommen].filter(([, som]) => som.geheel > 0).map(([aanbieder, som]) => ({
    signaal, meet, aanbieder, ...som, aandeel: Math.round((som.deel / som.geheel) * 1000) / 10, hoogstens, minstens,
    binnen: (hoogstens === undefined || 100 * som.deel <= hoogstens * som.geheel)
      && (minstens === undefined || 100 * som.deel >= minstens * som.geheel),
  }));
}
