/**
 * Persons in the register: a number without meaning per bsn. The bsn itself is sealed in one table, found by its keyed hash; a dump of the
 * database without the keys names nobody.
 */
import type { Bevraagbaar } from '../platform/database.js';
import { WAARVOOR_BSN } from '../platform/kluis/hercodeer.js';
import { kluisVan } from '../platform/kluis/kluis.js';

/** Number of each person that the register knows, by bsn. */
export type Personen = ReadonlyMap<string, number>;

/** The persons with these bsns that are known. One query, none for an empty list. */
export async function zoekPersonen(db: Bevraagbaar, bsns: readonly string[]): Promise<Map<string, number>> {
  const gevonden = new Map<string, number>();
  if (bsns.length === 0) return gevonden;
  const kluis = kluisVan(db);
  const perHash = new Map<string, string>();
  const hashes = [...new Set(bsns)].flatMap((bsn) => kluis.hashes(bsn).map(({ hash }) => {
    perHash.set(hash.toString('base64'), bsn);
    return hash;
  }));
  const { rows } = await db.query<{ id: number; hash: Buffer }>(
    { name: 'zoek_personen', text: 'select id, hash from persoon where hash = any ($1::bytea[])', values: [hashes] });
  for (const { id, hash } of rows) gevonden.set(perHash.get(hash.toString('base64')) ?? '', id);
  return gevonden;
}

export async function zoekPersoon(db: Bevraagbaar, bsn: string): Promise<number | undefined> {
  return (await zoekPersonen(db, [bsn])).get(bsn);
}

/** Numbers for all these bsns; new persons are added. No query when `bekend` has them all. */
export async function koppelPersonen(db: Bevraagbaar, bsns: readonly string[], bekend: Personen): Promise<Personen> {
  const nieuwe = [...new Set(bsns)].filter((bsn) => !bekend.has(bsn));
  if (nieuwe.length === 0) return bekend;
  const kluis = kluisVan(db);
  const rijen = nieuwe.map((bsn) => ({ ...kluis.verzegel(Buffer.from(bsn), WAARVOOR_BSN), zoek: kluis.hashes(bsn)[0] }));
  // In one order, so that two messages with the same new persons do not wait for each other. A row of another message is waited for.
  const { rows } = await db.query<{ id: number; hash: Buffer }>({
    name: 'voeg_personen_toe',
    text: `insert into persoon (hash, zoeksleutel, sleutel, bsn)
      select * from unnest($1::bytea[], $2::int[], $3::int[], $4::bytea[]) as p (hash, zoeksleutel, sleutel, bsn)
      order by hash on conflict (hash) do nothing returning id, hash`,
    values: [rijen.map(({ zoek }) => zoek.hash), rijen.map(({ zoek }) => zoek.sleutel), rijen.map(({ sleutel }) => sleutel),
      rijen.map(({ inhoud }) => inhoud)],
  });
  const perHash = new Map(rijen.map(({ zoek }, i) => [zoek.hash.toString('base64'), nieuwe[i] ?? '']));
  const toegevoegd = rows.map(({ id, hash }): [string, number] => [perHash.get(hash.toString('base64')) ?? '', id]);
  // Fewer than asked: another message was first with some of them.
  return new Map([...bekend, ...toegevoegd, ...rows.length < nieuwe.length ? await zoekPersonen(db, nieuwe) : []]);
}

/** The bsn of each of these persons. One query. @throws Error when a seal and its hash do not belong together */
export async function bsnsVan(db: Bevraagbaar, personen: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (personen.length === 0) return new Map();
  const kluis = kluisVan(db);
  const { rows } = await db.query<{ id: number; hash: Buffer; sleutel: number | null; bsn: Buffer }>(
    'select id, hash, sleutel, bsn from persoon where id = any ($1::bigint[])', [[...new Set(personen)]]);
  return new Map(await Promise.all(rows.map(async ({ id, hash, sleutel, bsn: inhoud }): Promise<[number, string]> => {
    const bsn = (await kluis.open({ sleutel, inhoud }, WAARVOOR_BSN)).toString();
    // Seals do not know their row; the hash does.
    if (!kluis.hashes(bsn).some((een) => een.hash.equals(hash))) throw new Error(`Persoon ${id} is beschadigd: bsn en hash horen niet bij elkaar.`);
    return [id, bsn];
  })));
}

/** The number of a person that must be there. @throws Error when it is not */
export function persoonVan(personen: Personen, bsn: string): number {
  const persoon = personen.get(bsn);
  if (persoon === undefined) throw new Error('Deze persoon is niet gekoppeld.');
  return persoon;
}
