/**
 * Assesses stored messages. Per message one transaction: take the pair, load the dossier, run the rules, change the register, compose and
 * check the answer, fill the outbox. Messages of one pair go one at a time in order of storage, different pairs side by side.
 */
import { inTransactie, type Bevraagbaar } from '../platform/database.js';
import { leesInhoud, type Ingepakt } from '../platform/inhoud.js';
import { inSpan } from '../platform/sporen.js';
import { kluisVan } from '../platform/kluis/kluis.js';
import { RegisterGewijzigd } from '../register/gewijzigd.js';
import { leesBericht } from '../standaard/xml/lezen.js';
import { isHeenbericht, type Antwoordbericht, type Berichtsoort } from '../standaard/berichten/berichtsoorten.js';
import { stuurDoor } from './bezorgen/doorsturen.js';
import { isExtern } from './bezorgen/partijen.js';
import { verwerkRetour } from './bezorgen/retour.js';
import { SLOT_BEOORDELEN } from './opslag.js';
import { isAanDeBeurt, MAX_WACHT_S } from './pogingen.js';
import { beoordeel, rondBerichtAf, type Beoordelaar } from './uitspraak.js';

/** Attempts before a message that cannot be assessed is set aside for a person. */
export const MAX_POGINGEN = 8;
/** Messages of one pair that one job handles before it lets others have the worker. */
const BEURT = 200;
/** Times that a message is assessed again at once because another pair changed the register in between. */
const MAX_GEWIJZIGD = 5;

interface Openstaand extends Ingepakt {
  readonly id: string;
  readonly berichtsoort: Berichtsoort;
  readonly afzender: string;
  readonly ontvanger: string;
  /** For a return message: what it answers. */
  readonly antwoord_op: string | null;
  /** Whether the party in Ontvanger answers itself. */
  readonly extern: boolean;
  readonly nummer: number;
}

/** `bezet`: somebody else holds the pair. `gewijzigd`: another pair changed the register in between; assess again. */
type Stap = 'leeg' | 'bezet' | 'beoordeeld' | 'gewijzigd' | 'mislukt';

/** What is left after a turn. */
export interface Paarbeurt {
  /** The pair has to be put in line again, because this turn took long enough. */
  readonly verder: boolean;
  /** The pair has requests on which policy has not decided. */
  readonly teBeslissen: { readonly gemeente: string; readonly aanbieder: string } | undefined;
}

/**
 * Works through the pair of a message until nothing of it is waiting.
 *
 * A worker that finds the pair taken leaves it to the holder. That forgets nothing, because the holder looks once more after letting go:
 * a message that was stored while the pair was held is seen then.
 * @throws when the database cannot be reached; the job then comes back
 */
export async function verwerkPaar(beoordelaar: Beoordelaar, id: string): Promise<Paarbeurt> {
  const { rows } = await beoordelaar.pool.query<{ gemeente: string; aanbieder: string }>(
    { name: 'paar', text: 'select gemeente, aanbieder from bericht where id = $1', values: [id] });
  const [paar] = rows;
  if (paar === undefined) return { verder: false, teBeslissen: undefined };
  for (let gedaan = 0, gewijzigd = 0; gedaan < BEURT; gedaan++) {
    const stap = await beoordeelVolgende(beoordelaar, paar.gemeente, paar.aanbieder, gewijzigd < MAX_GEWIJZIGD);
    gewijzigd = stap === 'gewijzigd' ? gewijzigd + 1 : 0;
    if (stap === 'bezet' || stap === 'mislukt') return { verder: false, teBeslissen: undefined };
    const stand = await beoordelaar.pool.query<{ wacht: boolean; verzoeken: boolean }>(
      { name: 'stand', text: STAND, values: [paar.gemeente, paar.aanbieder] });
    if (stand.rows[0]?.wacht !== true) return { verder: false, teBeslissen: stand.rows[0]?.verzoeken === true ? paar : undefined };
  }
  return { verder: true, teBeslissen: undefined };
}

/** The oldest waiting message of a pair. A failed one that waits for its next attempt keeps its place, so that order is kept. */
const OPEN = `b.gemeente = $1 and b.aanbieder = $2 and b.status in ('ontvangen', 'mislukt') and b.terzijde_op is null
  order by b.volgnummer limit 1`;
const AAN_DE_BEURT = `${isAanDeBeurt('b.volgende_poging_op')} as aan_de_beurt`;
const STAND = `
  select coalesce((select ${AAN_DE_BEURT} from bericht b where ${OPEN}), false) as wacht,
    exists (select 1 from verzoek where gemeente = $1 and aanbieder = $2 and bekeken_op is null and status = 'onderhanden') as verzoeken`;
const VOLGENDE = `
  select b.id, b.berichtsoort, b.spoor, b.afzender, b.ontvanger, b.antwoord_op, ${isExtern('b.ontvanger')} as extern, i.codering, i.sleutel, i.inhoud,
    nextval('berichtnummer')::int8 as nummer, ${AAN_DE_BEURT}
  from bericht b join bericht_inhoud i on i.bericht_id = b.id where ${OPEN}`;

async function beoordeelVolgende(beoordelaar: Beoordelaar, gemeente: string, aanbieder: string, magOpnieuw: boolean): Promise<Stap> {
  let bezig: string | undefined;
  try {
    return await inTransactie(beoordelaar.pool, async (db): Promise<Stap> => {
      const slot = await db.query<{ vrij: boolean }>({
        name: 'neem_paar', text: 'select pg_try_advisory_xact_lock(hashtextextended($2, $1)) as vrij',
        values: [SLOT_BEOORDELEN, `${gemeente}|${aanbieder}`] });
      if (slot.rows[0]?.vrij !== true) return 'bezet';
      const { rows } = await db.query<Openstaand & { aan_de_beurt: boolean; spoor: string | null }>(
        { name: 'volgende', text: VOLGENDE, values: [gemeente, aanbieder] });
      const [bericht] = rows;
      if (bericht === undefined || !bericht.aan_de_beurt) return 'leeg';
      bezig = bericht.id;
      await inSpan('beoordelen', { 'iwmo.bericht': bericht.id, 'iwmo.berichtsoort': bericht.berichtsoort },
        () => beoordeelBericht(beoordelaar, db, bericht), bericht.spoor ?? undefined);
      return 'beoordeeld';
    });
  } catch (fout) {
    if (bezig === undefined) throw fout;
    if (fout instanceof RegisterGewijzigd && magOpnieuw) return 'gewijzigd';
    await noteerMislukking(beoordelaar, bezig, fout);
    return 'mislukt';
  }
}

async function beoordeelBericht(beoordelaar: Beoordelaar, db: Bevraagbaar, openstaand: Openstaand): Promise<void> {
  const { meter } = beoordelaar;
  const { id, berichtsoort, nummer, antwoord_op: antwoordOp } = openstaand;
  const heen = isHeenbericht(berichtsoort);
  if (heen && openstaand.extern) return stuurDoor(beoordelaar, db, { ...openstaand, berichtsoort });
  const bytes = await meter.stap('uitpakken', () => leesInhoud(kluisVan(db), id, openstaand));
  if (!heen) return verwerkRetour(beoordelaar, db, { id, berichtsoort: berichtsoort as Antwoordbericht, antwoordOp }, bytes);
  const bericht = meter.nu('lezen', () => leesBericht(berichtsoort, bytes));
  await rondBerichtAf(beoordelaar, db, { id, berichtsoort, nummer }, bericht, await beoordeel(beoordelaar, db, berichtsoort, bericht));
}

/** A message that could not be assessed is never answered: it is tried again later and in the end set aside. */
async function noteerMislukking({ pool, meter }: Beoordelaar, id: string, fout: unknown): Promise<void> {
  const { rows } = await pool.query<{ pogingen: number }>(
    `update bericht set status = 'mislukt', pogingen = pogingen + 1,
       volgende_poging_op = now() + least(power(2, pogingen), $2) * interval '1 second',
       terzijde_op = case when pogingen + 1 >= $3 then now() end
     where id = $1 and status in ('ontvangen', 'mislukt') returning pogingen`, [id, MAX_WACHT_S, MAX_POGINGEN]);
  meter.mislukt(id, rows[0]?.pogingen ?? 0, fout);
}
