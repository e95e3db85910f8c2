/** The sweep: puts back in line what the queue forgot or what is due for another attempt. The database is the truth. */
import type { Bevraagbaar } from '../platform/database.js';
import type { Wachtrij } from '../platform/wachtrij.js';
import { isAanDeBeurt } from './pogingen.js';

/** Messages this old in seconds that are still waiting are taken to be forgotten by the queue. */
const VERGETEN_NA_S = 5;
const PER_RONDE = 1000;
/** A name that a round gives to a job lasts this long in milliseconds. */
const NAAMDUUR_MS = 30_000;

/**
 * One round. Only the oldest waiting message per pair is put in line: whoever handles it handles the rest of the pair. A moment that has yet to
 * come, of a clock that was set back since, keeps nothing waiting. And a job gets another name from time to time: one that the queue still holds
 * for a worker that is gone, or until a moment of such a clock, does not stand in the way.
 * @returns how many pairs were woken
 */
export async function veeg(db: Bevraagbaar, wachtrij: Wachtrij): Promise<number> {
  const { rows } = await db.query<{ id: string }>(
    `select id from (
       select distinct on (gemeente, aanbieder) id, status, ontvangen_op, volgende_poging_op from bericht
       where status in ('ontvangen', 'mislukt') and terzijde_op is null
       order by gemeente, aanbieder, volgnummer) eerste
     where (status = 'ontvangen' and (ontvangen_op < now() - $1 * interval '1 second' or ontvangen_op > now() + $1 * interval '1 second'))
        or (status = 'mislukt' and ${isAanDeBeurt('volgende_poging_op')})
     union
     select v.bericht_id from verzoek v join bericht b on b.id = v.bericht_id
     where v.bekeken_op is null and v.status = 'onderhanden'
       and (b.beoordeeld_op < now() - $1 * interval '1 second' or b.beoordeeld_op > now() + $1 * interval '1 second')
     limit $2`, [VERGETEN_NA_S, PER_RONDE]);
  const naam = Math.floor(performance.now() / NAAMDUUR_MS).toString(36);
  await wachtrij.voegToe(rows.map(({ id }) => `${id}-v${process.pid}-${naam}`));
  return rows.length;
}

/** Sweeps every `elkeMs` until stopped; a round that fails is reported and the next one tries again. */
export function startVangnet(
  db: Bevraagbaar, wachtrij: Wachtrij, elkeMs: number, bijFout: (fout: unknown) => void,
): { stop(): Promise<void> } {
  let bezig = Promise.resolve();
  const ronde = (): void => { bezig = bezig.then(() => veeg(db, wachtrij)).then(() => undefined, bijFout); };
  ronde();
  const klok = setInterval(ronde, elkeMs);
  return {
    async stop() {
      clearInterval(klok);
      await bezig;
    },
  };
}
