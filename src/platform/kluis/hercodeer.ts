/**
 * Brings what was sealed with an older key, or not at all, under the key that holds now: in small batches, beside the work, any number of
 * times. With it a key goes out of use without a stop.
 */
import { inTransactie, type Bevraagbaar, type Pool } from '../database.js';
import { kluisVan, type Kluis } from './kluis.js';

const PARTIJ = 200;

/** A column of sealed bytes. */
interface Plek {
  readonly tabel: string;
  readonly sleutel: string;
  readonly inhoud: string;
  readonly id: string;
  /** What the bytes are sealed for, by the id of their row. */
  readonly waarvoor: (id: string) => string;
}

export const waarvoorBericht = (id: string): string => `bericht ${id}`;
export const waarvoorToelichting = (id: string): string => `vooraankondiging ${id}`;
export const waarvoorGeheim = (id: string): string => `abonnement_geheim ${id}`;
export const WAARVOOR_BSN = 'persoon';

const PLEKKEN: readonly Plek[] = [
  { tabel: 'bericht_inhoud', id: 'bericht_id', sleutel: 'sleutel', inhoud: 'inhoud', waarvoor: waarvoorBericht },
  { tabel: 'persoon', id: 'id', sleutel: 'sleutel', inhoud: 'bsn', waarvoor: () => WAARVOOR_BSN },
  { tabel: 'vooraankondiging', id: 'id', sleutel: 'toelichting_sleutel', inhoud: 'toelichting_inhoud', waarvoor: waarvoorToelichting },
  { tabel: 'abonnement_geheim', id: 'id', sleutel: 'sleutel', inhoud: 'inhoud', waarvoor: waarvoorGeheim },
];

/** Keys under which there is something in a column, other than the one that holds now; null is no key. */
async function oudeSleutels(db: Bevraagbaar, { tabel, sleutel, inhoud }: Plek, huidig: number | null): Promise<(number | null)[]> {
  const { rows } = await db.query<{ sleutel: number | null }>(
    `select s.id as sleutel from sleutel s
     where s.id is distinct from $1 and exists (select from ${tabel} t where t.${sleutel} = s.id and t.${inhoud} is not null)
     union all select null where $1::int is not null
       and exists (select from ${tabel} t where t.${sleutel} is null and t.${inhoud} is not null)`, [huidig]);
  return rows.map((rij) => rij.sleutel);
}

/** One batch of one column. Returns how many rows it took. */
async function partij(pool: Pool, plek: Plek, oud: number | null): Promise<number> {
  const { tabel, id, sleutel, inhoud, waarvoor } = plek;
  return inTransactie(pool, async (db) => {
    const kluis = kluisVan(db);
    const { rows } = await db.query<{ id: string; inhoud: Buffer }>(
      `select ${id}::text as id, ${inhoud} as inhoud from ${tabel}
       where ${oud === null ? `${sleutel} is null and $1::int is null` : `${sleutel} = $1`} and ${inhoud} is not null
       limit ${PARTIJ} for update skip locked`, [oud]);
    const nieuw = await Promise.all(rows.map(async (rij) =>
      kluis.verzegel(await kluis.open({ sleutel: oud, inhoud: rij.inhoud }, waarvoor(rij.id)), waarvoor(rij.id))));
    const type = tabel === 'persoon' ? 'bigint' : 'uuid';
    await db.query(
      `update ${tabel} t set ${sleutel} = n.sleutel, ${inhoud} = n.inhoud
       from unnest($1::${type}[], $2::int[], $3::bytea[]) as n (id, sleutel, inhoud) where t.${id} = n.id`,
      [rows.map((rij) => rij.id), nieuw.map((een) => een.sleutel), nieuw.map((een) => een.inhoud)]);
    return rows.length;
  });
}

/** One batch of persons whose hash was made with another key. */
async function herhash(pool: Pool, kluis: Kluis): Promise<number> {
  const [{ sleutel: huidig }] = kluis.hashes('');
  return inTransactie(pool, async (db) => {
    const { rows } = await db.query<{ id: number; sleutel: number | null; bsn: Buffer }>(
      `select id, sleutel, bsn from persoon where zoeksleutel is distinct from $1 limit ${PARTIJ} for update skip locked`, [huidig]);
    const hashes = await Promise.all(rows.map(async ({ sleutel, bsn: inhoud }) =>
      kluis.hashes((await kluis.open({ sleutel, inhoud }, WAARVOOR_BSN)).toString())[0].hash));
    await db.query(
      `update persoon p set zoeksleutel = $1, hash = n.hash from unnest($2::bigint[], $3::bytea[]) as n (id, hash) where p.id = n.id`,
      [huidig, rows.map(({ id }) => id), hashes]);
    return rows.length;
  });
}

/** Whether persons are left whose hash was made with another key than the one that holds now. */
async function moetHerhash(db: Bevraagbaar, huidig: number | null): Promise<boolean> {
  const { rowCount } = await db.query(
    `select from sleutel s where s.soort = 'zoek' and s.id is distinct from $1 and exists (select from persoon p where p.zoeksleutel = s.id)
     union all select where $1::int is not null and exists (select from persoon p where p.zoeksleutel is null)`, [huidig]);
  return rowCount !== 0;
}

/**
 * Works through everything that is not under the key that holds now.
 * @param stop asked between batches; true ends the work early, and the next time goes on
 * @returns how many rows were brought under the current key
 */
export async function hercodeer(pool: Pool, stop: () => boolean = () => false): Promise<number> {
  const kluis = kluisVan(pool);
  const { sleutel: huidig } = kluis.verzegel(Buffer.alloc(0), '');
  let aantal = 0;
  for (const plek of PLEKKEN) {
    for (const oud of await oudeSleutels(pool, plek, huidig)) {
      for (let gedaan = 1; gedaan > 0 && !stop(); aantal += gedaan) gedaan = await partij(pool, plek, oud);
    }
  }
  const [{ sleutel: zoek }] = kluis.hashes('');
  if (await moetHerhash(pool, zoek)) {
    for (let gedaan = 1; gedaan > 0 && !stop(); aantal += gedaan) gedaan = await herhash(pool, kluis);
  }
  return aantal;
}
