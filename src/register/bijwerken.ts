/**
 * Writes what a message changes into the register, once it is known to count as sent. Set-based: as many statements for a thousand
 * products as for one. Constraints decide; a write that finds the register changed under it throws RegisterGewijzigd.
 */
import type { Bevraagbaar } from '../platform/database.js';
import { paarVan, type Heenbericht } from '../standaard/berichten/berichtsoorten.js';
import type { Berichten } from '../standaard/berichten/gegenereerd/index.js';
import type { Beoordeling } from '../standaard/regels/beoordelen.js';
import { declareren } from './declaraties.js';
import { RegisterGewijzigd } from './gewijzigd.js';
import type { Personen } from './personen.js';
import { starten, stoppen } from './leveringen.js';
import { toewijzen } from './toewijzingen.js';
import { beantwoorden, honoreren, verzoekProducten, verzoekWijziging } from './verzoeken.js';

/** Where a change belongs. */
export interface Plaats {
  readonly db: Bevraagbaar;
  readonly berichtId: string;
  readonly gemeente: string;
  readonly aanbieder: string;
  /** The clients of the message. */
  readonly personen: Personen;
}

type Bijwerking<B extends Heenbericht> = (plaats: Plaats, bericht: Berichten[B], beoordeling: Beoordeling) => Promise<void>;

const PER_SOORT: { readonly [B in Heenbericht]: Bijwerking<B> } = {
  WMO301: async (plaats, bericht) => {
    await toewijzen(plaats, bericht);
    await honoreren(plaats, bericht);
  },
  WMO305: starten,
  WMO307: stoppen,
  WMO315: verzoekProducten,
  WMO317: verzoekWijziging,
  WMO319: beantwoorden,
  WMO323: declareren,
};

/**
 * Applies a message that counts as sent: approved, or a claim that was decided per Prestatie.
 * @param personen the clients of the message, all of them (koppelPersonen)
 * @throws RegisterGewijzigd when the assessment has to be repeated
 */
export async function werkRegisterBij<B extends Heenbericht>(
  db: Bevraagbaar, berichtId: string, soort: B, bericht: Berichten[B], beoordeling: Beoordeling, personen: Personen,
): Promise<void> {
  const { Afzender, Ontvanger, BerichtIdentificatie } = bericht.Header;
  const { gemeente, aanbieder } = paarVan(soort, Afzender, Ontvanger);
  const { rowCount } = await db.query(
    `insert into identificatie (gemeente, afzender, ontvanger, berichtsoort, identificatie, bericht_id)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [gemeente, Afzender, Ontvanger, soort, BerichtIdentificatie.Identificatie, berichtId]);
  if (rowCount === 0) throw new RegisterGewijzigd('identificatie');
  await PER_SOORT[soort]({ db, berichtId, gemeente, aanbieder, personen }, bericht, beoordeling);
}
