/** Who the client is, as the last WMO301 to this aanbieder showed it. The messages are the only place where that is kept. */
import { decodeer, type Codering } from '../platform/inhoud.js';
import { leesBericht } from '../standaard/xml/lezen.js';
import type { Clientgegevens } from './opdracht.js';
import type { Paar } from './plaatsing.js';

/** Undefined when the aanbieder never had a WMO301 for this client. */
export async function bekendeClientgegevens({ db, gemeente, aanbieder }: Paar, bsn: string): Promise<Clientgegevens | undefined> {
  const { rows } = await db.query<{ codering: Codering; inhoud: Buffer }>(
    `select i.codering, i.inhoud from toewijzing t join bericht b on b.id = t.bericht_id join bericht_inhoud i on i.bericht_id = b.id
     where t.gemeente = $1 and t.aanbieder = $2 and t.bsn = $3 order by b.volgnummer desc limit 1`, [gemeente, aanbieder, bsn]);
  const [laatste] = rows;
  if (laatste === undefined) return undefined;
  const { Bsn: _bsn, ToegewezenProducten: _producten, ...client } = leesBericht('WMO301', await decodeer(laatste.codering, laatste.inhoud)).Client;
  return client;
}
