/** When delivery on an allocation began, in SQL: for the term of the start and for the waiting list alike. */

/**
 * The active starts of an allocation: those that name it, and those without a number (IV096) of its product that begin
 * in its period. Two conditions rather than one with `or`, so that both find their rows by the index of starts.
 * @param w alias of the row of `toewijzing`; the starts are `s`
 */
function startsVan(w: string): readonly [string, string] {
  const zelfde = `s.gemeente = ${w}.gemeente and s.aanbieder = ${w}.aanbieder and s.persoon = ${w}.persoon
    and s.verwijderd_door is null`;
  return [
    `${zelfde} and coalesce(s.toewijzing_nummer, -1) = ${w}.toewijzing_nummer`,
    `${zelfde} and coalesce(s.toewijzing_nummer, -1) = -1 and coalesce(s.categorie, '') = coalesce(${w}.categorie, '')
       and coalesce(s.code, '') = coalesce(${w}.code, '') and s.begindatum >= ${w}.ingangsdatum
       and s.begindatum <= coalesce(${w}.einddatum, 'infinity')`];
}

/** First day of delivery; null when there is no active start. */
export function gestartOp(w: string): string {
  const eerste = startsVan(w).map((starts) => `(select min(s.begindatum) from start_product s where ${starts})`);
  return `least(${eerste.join(', ')})`;
}

/** Whether there is no active start. */
export function nietGestart(w: string): string {
  return startsVan(w).map((starts) => `not exists (select from start_product s where ${starts})`).join(' and ');
}

/** Removed, so as if never sent (OP033x1); as isVerwijderd of the dossier. Never null. */
export function verwijderd(w: string): string {
  return `coalesce(${w}.reden_wijziging in ('01', '13') and ${w}.einddatum = ${w}.ingangsdatum, false)`;
}
