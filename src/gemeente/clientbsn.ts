/** Who the client of an allocation is, for whom sees that allocation: the last digits always, the whole bsn only with a reason that is kept. */
import { noteer, type Dader } from '../platform/audit/audit.js';
import type { Bevraagbaar } from '../platform/database.js';
import { bsnsVan } from '../register/personen.js';

export const BSN_GETOOND = 'bsn getoond';
const ZICHTBAAR = 4;

/** `•••••0006`: enough to tell two clients apart, not to know who it is. */
export const gemaskeerd = (bsn: string): string => bsn.slice(-ZICHTBAAR).padStart(bsn.length, '•');

/** The bsn of one person with only its last digits; undefined for somebody who is no longer in the register. */
export async function gemaskeerdBsn(db: Bevraagbaar, persoon: number): Promise<string | undefined> {
  const bsn = (await bsnsVan(db, [persoon])).get(persoon);
  return bsn === undefined ? undefined : gemaskeerd(bsn);
}

export interface Bsnvraag {
  readonly gemeente: string;
  readonly toewijzingNummer: number;
  /** Why somebody has to know. */
  readonly reden: string;
  /** Only of an allocation to one of these; absent: to any. */
  readonly aanbieders?: readonly string[] | undefined;
}

/** The client of an allocation to this aanbieder, for work on it; nobody is shown who that is. Undefined when there is no such allocation. */
export async function clientVan(
  db: Bevraagbaar, gemeente: string, aanbieder: string, toewijzingNummer: number,
): Promise<{ readonly persoon: number; readonly bsn: string } | undefined> {
  const { rows: [rij] } = await db.query<{ persoon: number }>(
    'select persoon from toewijzing where gemeente = $1 and toewijzing_nummer = $2 and aanbieder = $3', [gemeente, toewijzingNummer, aanbieder]);
  const bsn = rij === undefined ? undefined : (await bsnsVan(db, [rij.persoon])).get(rij.persoon);
  return rij === undefined || bsn === undefined ? undefined : { persoon: rij.persoon, bsn };
}

/** The bsn of the client of an allocation; undefined when there is none that is visible. The audit entry is there before the bsn is given. */
export async function toonBsn(db: Bevraagbaar, dader: Dader, vraag: Bsnvraag): Promise<string | undefined> {
  const { rows: [rij] } = await db.query<{ aanbieder: string; persoon: number }>(
    'select aanbieder, persoon from toewijzing where gemeente = $1 and toewijzing_nummer = $2 and ($3::text[] is null or aanbieder = any ($3))',
    [vraag.gemeente, vraag.toewijzingNummer, vraag.aanbieders ?? null]);
  const bsn = rij === undefined ? undefined : (await bsnsVan(db, [rij.persoon])).get(rij.persoon);
  if (rij === undefined || bsn === undefined) return undefined;
  await noteer(db, dader, {
    namens: vraag.aanbieders === undefined ? vraag.gemeente : rij.aanbieder, handeling: BSN_GETOOND,
    object: `toewijzingen ${vraag.gemeente} ${vraag.toewijzingNummer}`, betrokkenen: [rij.persoon], reden: vraag.reden, resultaat: '200',
  });
  return bsn;
}
