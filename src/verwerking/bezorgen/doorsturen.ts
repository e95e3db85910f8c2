/** Hands a message over to a receiver whose own software assesses and answers it. */
import { openRetourtermijn } from '../../gemeente/termijnenregister.js';
import type { Bevraagbaar } from '../../platform/database.js';
import { paarVan, type Heenbericht } from '../../standaard/berichten/berichtsoorten.js';
import type { Beoordelaar } from '../uitspraak.js';

/** A message that is handed over. */
export interface DoorTeSturen {
  readonly id: string;
  readonly berichtsoort: Heenbericht;
  readonly afzender: string;
  readonly ontvanger: string;
}

/**
 * Puts the message in the outbox for its receiver and opens the term for its answer (OP090, OP090x4), which counts from today: from now on
 * the receiver can have it. Inside the caller's transaction, which holds the pair.
 */
export async function stuurDoor(
  { meter, klok, termijnbeleid }: Beoordelaar, db: Bevraagbaar, { id, berichtsoort, afzender, ontvanger }: DoorTeSturen,
): Promise<void> {
  await db.query({
    name: 'stuur_door', values: [id, klok.nu()],
    text: `with door as (
        update bericht set status = 'doorgestuurd', doorgestuurd_op = $2, volgende_poging_op = null where id = $1 returning id, ontvanger),
      audit as (insert into audit_nieuw (client, namens, handeling, object, reden, resultaat)
        select 'gateway', ontvanger, 'bericht doorgestuurd', 'berichten ' || id, 'ontvanger antwoordt zelf', 'doorgestuurd' from door)
      insert into bezorging (bericht_id, partij, aangemaakt_op) select id, ontvanger, $2 from door on conflict (bericht_id) do nothing`,
  });
  const paar = paarVan(berichtsoort, afzender, ontvanger);
  await openRetourtermijn({ db, ...paar }, id, berichtsoort, klok.vandaag(), termijnbeleid?.(paar.gemeente));
  meter.beoordeeld(berichtsoort, 'doorgestuurd', id);
}
