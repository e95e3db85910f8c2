/** Finds the message that a return message belongs to, among those that were handed over. */
import { datumNaarSql, type Bevraagbaar } from '../../platform/database.js';
import { BERICHTSOORTEN, paarVan, wegVan, type Berichtsoort } from '../../standaard/berichten/berichtsoorten.js';
import type { Kop } from '../../standaard/xml/niveau1.js';
import { SLOT_OPSLAAN } from '../opslag.js';
import { isExtern } from './partijen.js';

export type Koppeling =
  | { readonly soort: 'gevonden'; readonly id: string }
  /** The composer is no party that answers itself: the gateway answers for it. */
  | { readonly soort: 'geen-heenbericht' }
  | { readonly soort: 'geen-bericht-bij-retour' }
  | { readonly soort: 'al-beantwoord' };

/**
 * Looks for what a return message answers: type, Afzender, Ontvanger, Identificatie and Dagtekening have to be the same. Of messages that
 * were sent twice under one Identificatie the one that was handed over first and has no answer. A party that answered itself until recently
 * may still answer what was handed over to it. Holds the storage lock of the pair until the end of the transaction, so that two answers to
 * one message do not both find it.
 */
export async function zoekHeenbericht(db: Bevraagbaar, soort: Berichtsoort, kop: Kop): Promise<Koppeling> {
  const { antwoordOp } = BERICHTSOORTEN[soort];
  if (antwoordOp === undefined) throw new Error(`${soort} is geen antwoord`);
  const { gemeente, aanbieder } = paarVan(soort, kop.afzender, kop.ontvanger);
  await db.query(`select pg_advisory_xact_lock(hashtextextended($1 || '|' || $2, $3))`, [gemeente, aanbieder, SLOT_OPSLAAN]);
  // The WMO325 is a message of its own, which names the claim; the others stand under the identification of what they answer.
  const { identificatie, dagtekening } = kop.beantwoordt ?? kop;
  const { van, voor } = wegVan(soort, kop.afzender, kop.ontvanger);
  const { rows } = await db.query<{ extern: boolean; id: string | null; beantwoord: boolean | null }>(
    `select ${isExtern('$3')} as extern, heen.id, heen.beantwoord from (select) as altijd left join (
       select b.id, a.id is not null as beantwoord from bericht b left join bericht a on a.antwoord_op = b.id
       where b.doorgestuurd_op is not null and b.berichtsoort = $1 and b.afzender = $2 and b.ontvanger = $3 and b.identificatie = $4
         and b.dagtekening = $5
       order by a.id is not null, b.volgnummer limit 1) heen on true`,
    [antwoordOp, voor, van, identificatie, datumNaarSql(dagtekening)]);
  const [rij] = rows;
  if (rij === undefined || rij.id === null) return { soort: rij?.extern === true ? 'geen-bericht-bij-retour' : 'geen-heenbericht' };
  return rij.beantwoord === true ? { soort: 'al-beantwoord' } : { soort: 'gevonden', id: rij.id };
}
