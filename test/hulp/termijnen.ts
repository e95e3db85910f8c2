/** Terms in tests: those of an invented policy, and all that the database holds. */
import type { Beleidstermijn } from '../../src/gemeente/termijnsoorten.js';
import type { Bevraagbaar } from '../../src/platform/database.js';
import type { Termijn } from '../../src/regio/beleidsbestand.js';

/** A term of a policy file; `voor` names products. */
export function beleidstermijn(
  termijn: string, gebeurtenis: Termijn['gebeurtenis'], gevolg: Termijn['gevolg'], aantal: number, eenheid: Termijn['grens']['eenheid'],
  velden: Partial<Termijn> = {},
): Beleidstermijn {
  return {
    regel: { termijn, gebeurtenis, gevolg, grens: { aantal, eenheid }, wie: 'aanbieder', ...velden }, producten: new Set(velden.voor ?? []) };
}

export interface Termijnregel {
  readonly soort: string; readonly bron: string; readonly partij: string; readonly start: string; readonly vervaldatum: string;
  readonly gesloten_op: string | null; readonly onderwerp: string;
}

/** Every term, without what differs from run to run; `onderwerp` only its first word. */
export async function alleTermijnen(db: Bevraagbaar): Promise<Termijnregel[]> {
  const { rows } = await db.query<{ [K in keyof Termijnregel]: Termijnregel[K] }>(
    `select soort, bron, partij, start, vervaldatum, gesloten_op, split_part(onderwerp, ' ', 1) as onderwerp from termijn
     order by soort, bron, partij, start, vervaldatum, gesloten_op, onderwerp`);
  return rows;
}
