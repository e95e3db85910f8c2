/** What became of a message, step by step: taken in or made, assessed, answered, delivered and confirmed, and where it stopped. */
import type { Bevraagbaar } from '../platform/database.js';
import { wegVan, type Berichtsoort } from '../standaard/berichten/berichtsoorten.js';
import type { Berichtstatus } from './bericht.js';
import { vanPartijen } from './opslag.js';

/**
 * `ontvangen` over the door or `opgesteld` here; `poging-mislukt`: could not be assessed and is tried again; `terzijde`: is not tried any more;
 * `doorgestuurd` to a receiver that answers itself; `antwoord-ontvangen`: that answer came and still has to be handled; `verwerkt`: this is such an
 * answer, and it was handled; `klaargezet` for a party; `bezorging-mislukt` and `bezorging-terzijde`: as with assessing; `bezorgd` at a webhook or
 * `bevestigd` by the party; `gewist`: the content went after its term.
 */
export const VERLOOPSTAPPEN = ['ontvangen', 'opgesteld', 'poging-mislukt', 'terzijde', 'doorgestuurd', 'antwoord-ontvangen', 'beoordeeld',
  'beantwoord', 'verwerkt', 'klaargezet', 'bezorging-mislukt', 'bezorging-terzijde', 'bezorgd', 'bevestigd', 'gewist'] as const;
export type Verloopstap = (typeof VERLOOPSTAPPEN)[number];

export interface Stap {
  readonly stap: Verloopstap;
  /** Absent for what happened several times, or goes on. */
  readonly op?: Date | undefined;
  /** Who did it, or who it was for. */
  readonly partij?: string | undefined;
  /** The other message that it is about: the answer, or what this answers. */
  readonly bericht?: { readonly id: string; readonly berichtsoort: Berichtsoort } | undefined;
  /** How often it failed, when it is tried next and why it failed last; the last only for whom the delivery concerns. */
  readonly pogingen?: number | undefined;
  readonly volgendeOp?: Date | undefined;
  readonly laatsteFout?: string | undefined;
}

interface Bezorgrij {
  partij: string; aangemaakt_op: string; pogingen: number; volgende_poging_op: string | null; laatste_fout: string | null; terzijde_op: string | null;
  bezorgd_op: string | null; bezorgd_via: 'postvak' | 'webhook' | null;
}

interface Rij {
  berichtsoort: Berichtsoort; richting: 'inkomend' | 'uitgaand'; afzender: string; ontvanger: string; status: Berichtstatus; ontvangen_op: Date;
  beoordeeld_op: Date | null; pogingen: number; volgende_poging_op: Date | null; terzijde_op: Date | null; doorgestuurd_op: Date | null;
  inhoud_verwijderd_op: Date | null; antwoord_op: string | null; heen_soort: Berichtsoort | null; antwoord_id: string | null;
  antwoord_soort: Berichtsoort | null; antwoord_status: Berichtstatus | null; antwoord_ontvangen_op: Date | null;
  bezorging: Bezorgrij | null; antwoordbezorging: Bezorgrij | null;
}

const moment = (waarde: string | null): Date | undefined => (waarde === null ? undefined : new Date(waarde));

/** @param inZicht whether how the delivery goes concerns who asks; that it waits or arrived concerns both sides of a message */
function bezorgstappen(rij: Bezorgrij | null, inZicht: (partij: string) => boolean, bericht?: Stap['bericht']): Stap[] {
  if (rij === null) return [];
  const { partij, pogingen } = rij;
  const stappen: Stap[] = [{ stap: 'klaargezet', op: moment(rij.aangemaakt_op), partij, bericht }];
  if (rij.bezorgd_op !== null) {
    stappen.push({ stap: rij.bezorgd_via === 'webhook' ? 'bezorgd' : 'bevestigd', op: moment(rij.bezorgd_op), partij, bericht });
  } else if (inZicht(partij)) {
    const fout = { partij, bericht, pogingen, laatsteFout: rij.laatste_fout ?? undefined };
    if (rij.terzijde_op !== null) stappen.push({ stap: 'bezorging-terzijde', op: moment(rij.terzijde_op), ...fout });
    else if (rij.laatste_fout !== null) stappen.push({ stap: 'bezorging-mislukt', volgendeOp: moment(rij.volgende_poging_op), ...fout });
  }
  return stappen;
}

function stappenVan(rij: Rij, inZicht: (partij: string) => boolean): Stap[] {
  const { van, voor } = wegVan(rij.berichtsoort, rij.afzender, rij.ontvanger);
  const heen = rij.antwoord_op === null || rij.heen_soort === null ? undefined : { id: rij.antwoord_op, berichtsoort: rij.heen_soort };
  const antwoord = rij.antwoord_id === null || rij.antwoord_soort === null ? undefined : { id: rij.antwoord_id, berichtsoort: rij.antwoord_soort };
  const stappen: Stap[] = [{ stap: rij.richting === 'inkomend' ? 'ontvangen' : 'opgesteld', op: rij.ontvangen_op, partij: van, bericht: heen }];
  const pogingen = { pogingen: rij.pogingen, volgendeOp: rij.volgende_poging_op ?? undefined };
  if (rij.terzijde_op !== null) stappen.push({ stap: 'terzijde', op: rij.terzijde_op, pogingen: rij.pogingen });
  else if (rij.status === 'mislukt') stappen.push({ stap: 'poging-mislukt', ...pogingen });
  if (rij.doorgestuurd_op !== null) stappen.push({ stap: 'doorgestuurd', op: rij.doorgestuurd_op, partij: voor });
  stappen.push(...bezorgstappen(rij.bezorging, inZicht));
  if (antwoord !== undefined && rij.antwoord_status !== 'klaargezet') {
    stappen.push({ stap: 'antwoord-ontvangen', op: rij.antwoord_ontvangen_op ?? undefined, partij: voor, bericht: antwoord });
  }
  if (rij.beoordeeld_op !== null) stappen.push({ stap: heen === undefined ? 'beoordeeld' : 'verwerkt', op: rij.beoordeeld_op });
  if (antwoord !== undefined && rij.antwoord_status === 'klaargezet') {
    stappen.push({ stap: 'beantwoord', op: rij.antwoord_ontvangen_op ?? undefined, partij: voor, bericht: antwoord },
      ...bezorgstappen(rij.antwoordbezorging, inZicht, antwoord));
  }
  if (rij.inhoud_verwijderd_op !== null) stappen.push({ stap: 'gewist', op: rij.inhoud_verwijderd_op });
  return stappen;
}

const BEZORGING = (z: string): string => `case when ${z}.id is null then null else json_build_object(
  'partij', ${z}.partij, 'aangemaakt_op', ${z}.aangemaakt_op, 'pogingen', ${z}.pogingen, 'volgende_poging_op', ${z}.volgende_poging_op,
  'laatste_fout', ${z}.laatste_fout, 'terzijde_op', ${z}.terzijde_op, 'bezorgd_op', ${z}.bezorgd_op, 'bezorgd_via', ${z}.bezorgd_via) end`;

/**
 * The steps of a message, oldest first.
 * @param partijen only of a message from or to one of these; absent: of any
 * @param inZicht whether somebody may know how the deliveries to a party go
 */
export async function verloopVan(
  db: Bevraagbaar, id: string, partijen: readonly string[] | undefined, inZicht: (partij: string) => boolean,
): Promise<readonly Stap[] | undefined> {
  const { rows } = await db.query<Rij>({
    name: 'verloop', values: [id, partijen ?? null],
    text: `select b.berichtsoort, b.richting, b.afzender, b.ontvanger, b.status, b.ontvangen_op, b.beoordeeld_op, b.pogingen, b.volgende_poging_op,
        b.terzijde_op, b.doorgestuurd_op, b.inhoud_verwijderd_op, b.antwoord_op, o.berichtsoort as heen_soort, a.id as antwoord_id,
        a.berichtsoort as antwoord_soort, a.status as antwoord_status, a.ontvangen_op as antwoord_ontvangen_op,
        ${BEZORGING('z')} as bezorging, ${BEZORGING('y')} as antwoordbezorging
      from bericht b left join bericht o on o.id = b.antwoord_op left join bericht a on a.antwoord_op = b.id
        left join bezorging z on z.bericht_id = b.id left join bezorging y on y.bericht_id = a.id
      where b.id = $1 and ${vanPartijen('$2')}` });
  return rows[0] === undefined ? undefined : stappenVan(rows[0], inZicht);
}
