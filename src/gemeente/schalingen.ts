/**
 * Allocations that took the place of a lighter or heavier one: the one ends, and the next day one of another product begins for the same
 * client at the same aanbieder. Which of the two is heavier is for the policy.
 */
import type { Bevraagbaar } from '../platform/database.js';
import type { Beleid } from '../regio/beleid.js';
import { schaalrichting } from '../regio/schalen.js';
import type { Geldvenster } from './betaalregels.js';
import { verwijderd } from './gestart.js';
import { maandVan } from './maand.js';

/** Allocations that began in one month in place of a lighter (`op`) or heavier (`af`) one. */
export interface Schaling {
  readonly aanbieder: string;
  readonly categorie: string;
  readonly code: string;
  /** First day of the month. */
  readonly maand: string;
  /** Of the extent of the new allocation; empty without an extent. */
  readonly eenheid: string;
  readonly op: number;
  readonly af: number;
}

interface Rij { aanbieder: string; categorie: string; code: string; maand: string; eenheid: string; oude: string[]; aantal: number }

/**
 * The direction of a new product against those that ended the day before. The heaviest counts: below it nothing is scaled up.
 * @param oude product codes, at least one
 * @returns undefined when nothing is scaled, or when the policy does not compare the products
 */
export function richtingVan(beleid: Beleid, gemeente: string, oude: readonly string[], nieuw: string): 'op' | 'af' | undefined {
  const richtingen = new Set(oude.map((oud) => schaalrichting(beleid, gemeente, oud, nieuw)));
  if (richtingen.has('af')) return 'af';
  return richtingen.has('gelijk') || !richtingen.has('op') ? undefined : 'op';
}

/**
 * Counts by Ingangsdatum of the new allocation. One query; its answer grows with the combinations of products that occur, not with the
 * number of allocations.
 */
export async function telSchalingen(db: Bevraagbaar, beleid: Beleid, { gemeente, vanaf, tot }: Geldvenster): Promise<Schaling[]> {
  if (beleid.voor(gemeente) === undefined) return [];
  const { rows } = await db.query<Rij>(
    `select aanbieder, categorie, code, maand, eenheid, oude, count(*)::int8 as aantal from (
       select n.aanbieder, n.categorie, n.code, ${maandVan('n.ingangsdatum')} as maand, coalesce(n.eenheid, '') as eenheid,
         array_agg(distinct o.code order by o.code) as oude
       from toewijzing n join toewijzing o on o.gemeente = n.gemeente and o.aanbieder = n.aanbieder and o.persoon = n.persoon
         and o.einddatum = n.ingangsdatum - 1 and o.einddatum >= $2::date - 1 and o.einddatum < $3::date - 1
         and o.code is not null and not ${verwijderd('o')}
       where n.gemeente = $1 and n.ingangsdatum >= $2 and n.ingangsdatum < $3 and n.code is not null and not ${verwijderd('n')}
       group by n.gemeente, n.toewijzing_nummer having not bool_or(o.code = n.code)) as nieuw
     group by aanbieder, categorie, code, maand, eenheid, oude`,
    [gemeente, vanaf ?? '-infinity', tot ?? 'infinity']);
  return rows.flatMap(({ oude, aantal, ...waar }) => {
    const richting = richtingVan(beleid, gemeente, oude, waar.code);
    return richting === undefined ? [] : [{ ...waar, op: richting === 'op' ? aantal : 0, af: richting === 'af' ? aantal : 0 }];
  });
}
