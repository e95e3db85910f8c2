/** Who the client is, as the last WMO301 of the gemeente showed it. The messages are the only place where that is kept. */
import { leesInhoud, type Ingepakt } from '../platform/inhoud.js';
import { kluisVan } from '../platform/kluis/kluis.js';
import { zoekPersoon } from '../register/personen.js';
import { leesBericht } from '../standaard/xml/lezen.js';
import type { Clientgegevens } from './opdracht.js';
import type { Paar } from './plaatsing.js';

/**
 * As shown to this aanbieder; else as shown to another one, without Commentaar and Relaties, which were meant for that one. Undefined when the
 * gemeente never sent a WMO301 for this client.
 */
export async function bekendeClientgegevens({ db, gemeente, aanbieder }: Paar, bsn: string): Promise<Clientgegevens | undefined> {
  const { rows } = await db.query<Ingepakt & { id: string; eigen: boolean }>(
    `select b.id, i.codering, i.sleutel, i.inhoud, t.aanbieder = $2 as eigen
     from toewijzing t join bericht b on b.id = t.bericht_id join bericht_inhoud i on i.bericht_id = b.id
     where t.gemeente = $1 and t.persoon = $3 order by eigen desc, b.volgnummer desc limit 1`,
    [gemeente, aanbieder, await zoekPersoon(db, bsn)]);
  const [laatste] = rows;
  if (laatste === undefined) return undefined;
  const { Bsn: _bsn, ToegewezenProducten: _producten, ...client } = leesBericht('WMO301',
    await leesInhoud(kluisVan(db), laatste.id, laatste)).Client;
  const { Commentaar: _commentaar, Relaties: _relaties, ...gedeeld } = client;
  return laatste.eigen ? client : gedeeld;
}
