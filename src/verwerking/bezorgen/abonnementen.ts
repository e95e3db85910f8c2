/** Subscriptions: where the messages of a party are pushed to, and the secrets that sign them. */
import { v4 as uuid } from 'uuid';
import { noteer } from '../../platform/audit/audit.js';
import type { Aanvrager } from '../../platform/aanvrager.js';
import { inTransactie, type Bevraagbaar, type Pool } from '../../platform/database.js';
import { waarvoorGeheim } from '../../platform/kluis/hercodeer.js';
import { kluisVan } from '../../platform/kluis/kluis.js';
import type { Vorm } from './bezorging.js';
import { geheimenVan } from './lijn.js';

export interface Abonnement {
  readonly partij: string;
  readonly url: string;
  readonly vorm: Vorm;
  /** False after the receiver answered that it is gone. */
  readonly actief: boolean;
  readonly gewijzigdOp: Date;
}

/** Hours that a secret keeps signing beside its successor. */
const OVERGANG_UUR = 24;

/**
 * Sets the subscription of a party, and starts trying again what could not be delivered to it.
 * @param geheim the secret that signs from now on; absent: the one that is there stays, and a first one is made with `maak`
 * @returns whether it is new, and the secret when it was made here
 */
export async function zetAbonnement(
  pool: Pool, aanvrager: Aanvrager, { partij, url, vorm }: Pick<Abonnement, 'partij' | 'url' | 'vorm'>, geheim: Buffer | undefined,
  maak: () => Buffer,
): Promise<{ readonly nieuw: boolean; readonly gemaakt: Buffer | undefined }> {
  return inTransactie(pool, async (db) => {
    const { rows } = await db.query<{ nieuw: boolean }>(
      `insert into abonnement as a (partij, url, vorm, gewijzigd_op) values ($1, $2, $3, now())
       on conflict (partij) do update set url = excluded.url, vorm = excluded.vorm, gewijzigd_op = now(), uit_op = null
       returning xmax = 0 as nieuw`, [partij, url, vorm]);
    const [huidig] = await geheimenVan(db, partij);
    const gemaakt = geheim === undefined && huidig === undefined ? maak() : undefined;
    const volgende = geheim ?? gemaakt;
    if (volgende !== undefined && huidig?.equals(volgende) !== true) await zetGeheim(db, partij, volgende);
    await db.query(
      `update bezorging set pogingen = 0, eerste_poging_op = null, volgende_poging_op = null
       where partij = $1 and bezorgd_op is null and terzijde_op is null and pogingen > 0`, [partij]);
    await noteer(db, aanvrager, { namens: partij, handeling: 'abonnement gezet', object: `abonnementen ${partij}`, reden: 'verzoek van de partij',
      resultaat: vorm });
    return { nieuw: rows[0]?.nieuw ?? false, gemaakt };
  });
}

/** The one that was there signs on for a day; those that ended are thrown away. */
async function zetGeheim(db: Bevraagbaar, partij: string, geheim: Buffer): Promise<void> {
  await db.query('delete from abonnement_geheim where partij = $1 and geldig_tot <= now()', [partij]);
  await db.query(`update abonnement_geheim set geldig_tot = now() + $2 * interval '1 hour' where partij = $1 and geldig_tot is null`,
    [partij, OVERGANG_UUR]);
  const id = uuid();
  const { sleutel, inhoud } = kluisVan(db).verzegel(geheim, waarvoorGeheim(id));
  await db.query('insert into abonnement_geheim (id, partij, sleutel, inhoud) values ($1, $2, $3, $4)', [id, partij, sleutel, inhoud]);
}

export async function zoekAbonnement(db: Bevraagbaar, partij: string): Promise<Abonnement | undefined> {
  const { rows } = await db.query<{ partij: string; url: string; vorm: Vorm; actief: boolean; gewijzigd_op: Date }>(
    'select partij, url, vorm, uit_op is null as actief, gewijzigd_op from abonnement where partij = $1', [partij]);
  const [rij] = rows;
  return rij === undefined ? undefined : { partij: rij.partij, url: rij.url, vorm: rij.vorm, actief: rij.actief, gewijzigdOp: rij.gewijzigd_op };
}

/** Ends a subscription and forgets its secrets; what waits stays in the postvak. False when there was none. */
export async function verwijderAbonnement(pool: Pool, aanvrager: Aanvrager, partij: string): Promise<boolean> {
  return inTransactie(pool, async (db) => {
    const { rowCount } = await db.query('delete from abonnement where partij = $1', [partij]);
    if (rowCount === 0) return false;
    await noteer(db, aanvrager, { namens: partij, handeling: 'abonnement beëindigd', object: `abonnementen ${partij}`,
      reden: 'verzoek van de partij', resultaat: 'verwijderd' });
    return true;
  });
}
