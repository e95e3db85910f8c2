/** Sessions of people at a screen. They are in the database, so that any API process knows them and signing out is final. */
import { createHash, randomBytes } from 'node:crypto';
import type { Bevraagbaar } from '../../../platform/database.js';

export interface Sessie {
  /** The person, as the issuer calls them. */
  readonly medewerker: string;
  readonly rollen: readonly string[];
  /** The one of `rollen` in which they act. */
  readonly rol: string;
}

/** A session ends after this time in seconds in which nothing was asked, and anyhow after `LANGST_S`. */
const STIL_S = 60 * 60;
const LANGST_S = 10 * 60 * 60;
/** How often use is noted, in seconds; a write per page would be too much. */
const NOTEER_S = 60;

const hashVan = (sleutel: string): Buffer => createHash('sha256').update(sleutel).digest();

/** Begins a session. @returns what the cookie holds */
export async function beginSessie(db: Bevraagbaar, { medewerker, rollen, rol }: Sessie): Promise<string> {
  const sleutel = randomBytes(32).toString('base64url');
  await db.query(
    `with oud as (delete from websessie where vervalt_op < now())
     insert into websessie (hash, medewerker, rollen, rol, begonnen_op, gezien_op, vervalt_op)
     values ($1, $2, $3, $4, now(), now(), now() + $5 * interval '1 second')`,
    [hashVan(sleutel), medewerker, rollen, rol, LANGST_S]);
  return sleutel;
}

/** The session of a cookie; undefined when there is none or it is over. */
export async function zoekSessie(db: Bevraagbaar, sleutel: string): Promise<Sessie | undefined> {
  const hash = hashVan(sleutel);
  const { rows } = await db.query<Sessie & { noteer: boolean }>({
    name: 'websessie', text: `select medewerker, rollen, rol, gezien_op < now() - $2 * interval '1 second' as noteer from websessie
      where hash = $1 and vervalt_op > now() and gezien_op > now() - $3 * interval '1 second'`, values: [hash, NOTEER_S, STIL_S] });
  const sessie = rows[0];
  if (sessie === undefined) return undefined;
  if (sessie.noteer) await db.query('update websessie set gezien_op = now() where hash = $1', [hash]);
  return { medewerker: sessie.medewerker, rollen: sessie.rollen, rol: sessie.rol };
}

/** Goes on in another role of the same person; nothing happens when it is not one of theirs. */
export async function wisselRol(db: Bevraagbaar, sleutel: string, rol: string): Promise<void> {
  await db.query('update websessie set rol = $2 where hash = $1 and $2 = any (rollen)', [hashVan(sleutel), rol]);
}

export async function eindigSessie(db: Bevraagbaar, sleutel: string): Promise<void> {
  await db.query('delete from websessie where hash = $1', [hashVan(sleutel)]);
}
