/** The chain of the audit trail: entries get a number without gaps and a hash over everything before them. */
import { createHash } from 'node:crypto';
import { inTransactie, type Bevraagbaar, type Pool } from '../database.js';

export interface Ketenregel {
  readonly nr: number;
  readonly op: Date;
  readonly client: string;
  readonly namens: string | null;
  readonly handeling: string;
  readonly object: string | null;
  readonly betrokkenen: readonly number[];
  readonly reden: string;
  readonly resultaat: string;
}

/** A point in the chain; kept elsewhere, it shows later that nothing before it was changed or taken off the end. */
export interface Anker { readonly nr: number; readonly hash: Buffer }

/** What retention calls itself in the trail, and how it tells up to where the trail itself went: the proof that this was no tampering. */
export const VERSTREKEN = 'bewaartermijn verstreken';
export const alsBewijs = ({ nr, hash }: Anker): string => `, tot en met ${nr}:${hash.toString('hex')}`;

/** Entries that are chained in one transaction. */
const PARTIJ = 1000;
/** Any fixed number; one process chains at a time. */
const SLOT = 4_173_203_203;
export const BEGIN: Anker = { nr: 0, hash: Buffer.alloc(32) };

/** The hash of an entry that follows `vorige`. */
export function ketenhash(vorige: Buffer, regel: Ketenregel): Buffer {
  const { nr, op, client, namens, handeling, object, betrokkenen, reden, resultaat } = regel;
  return createHash('sha256').update(vorige)
    .update(JSON.stringify([nr, op.toISOString(), client, namens, handeling, object, betrokkenen, reden, resultaat])).digest();
}

/** The end of the chain. */
export async function laatsteAnker(db: Bevraagbaar): Promise<Anker> {
  const { rows } = await db.query<Anker>('select nr, hash from audit order by nr desc limit 1');
  return rows[0] ?? BEGIN;
}

type Nieuw = Omit<Ketenregel, 'nr'> & { readonly id: number };

/** Chains what arrived. Returns how many entries, at most PARTIJ; 0 also when another process is at it. */
export async function keten(pool: Pool): Promise<number> {
  return inTransactie(pool, async (db) => {
    const slot = await db.query<{ vrij: boolean }>('select pg_try_advisory_xact_lock($1) as vrij', [SLOT]);
    if (slot.rows[0]?.vrij !== true) return 0;
    const { rows } = await db.query<Nieuw>(`select * from audit_nieuw order by id limit ${PARTIJ}`);
    if (rows.length === 0) return 0;
    let { nr, hash } = await laatsteAnker(db);
    const regels = rows.map(({ id: _id, ...velden }) => {
      const regel = { ...velden, betrokkenen: velden.betrokkenen.map(Number), nr: ++nr };
      hash = ketenhash(hash, regel);
      return { ...regel, hash: hash.toString('base64') };
    });
    await db.query(
      `insert into audit (nr, op, client, namens, handeling, object, betrokkenen, reden, resultaat, hash)
       select r.nr, r.op, r.client, r.namens, r.handeling, r.object, r.betrokkenen, r.reden, r.resultaat, decode(r.hash, 'base64')
       from json_to_recordset($1) as r (nr bigint, op timestamptz, client text, namens text, handeling text, object text, betrokkenen bigint[],
         reden text, resultaat text, hash text)`, [JSON.stringify(regels)]);
    await db.query('delete from audit_nieuw where id = any ($1::bigint[])', [rows.map(({ id }) => id)]);
    return rows.length;
  });
}

export type Ketenoordeel =
  | { readonly heel: true; readonly van: number; readonly laatste: Anker }
  /** The first entry that does not fit, by number. */
  | { readonly heel: false; readonly nr: number; readonly reden: string };

/** The hash of the last entry that retention let go, where the trail says so; also when that was said a moment ago and is not chained yet. */
async function bewijsVan(db: Bevraagbaar, nr: number): Promise<Buffer | undefined> {
  const waar = `client = 'gateway' and handeling = $1 and object = 'audit' and resultaat like '%, tot en met ' || $2 || ':%'`;
  const { rows } = await db.query<{ resultaat: string }>(
    `select resultaat from audit where ${waar} union all select resultaat from audit_nieuw where ${waar} limit 1`, [VERSTREKEN, String(nr)]);
  const hash = /:([0-9a-f]{64})$/.exec(rows[0]?.resultaat ?? '')?.[1];
  return hash === undefined ? undefined : Buffer.from(hash, 'hex');
}

/**
 * Walks the whole chain. Where the oldest are gone, retention has to have said so in what is left, with the hash on which the first follows.
 * @param ankers points that were kept elsewhere; each has to be in the chain, unless retention passed it
 */
export async function controleerKeten(db: Bevraagbaar, ankers: readonly Anker[] = []): Promise<Ketenoordeel> {
  let vorige = BEGIN;
  let van: number | undefined;
  const gezocht = new Map(ankers.map((anker) => [anker.nr, anker.hash]));
  for (;;) {
    const { rows } = await db.query<Ketenregel & { hash: Buffer }>(
      'select * from audit where nr > $1 order by nr limit 5000', [vorige.nr]);
    const eerste = rows[0];
    if (van === undefined && eerste !== undefined && eerste.nr > 1) {
      const hash = await bewijsVan(db, eerste.nr - 1);
      if (hash === undefined) return { heel: false, nr: eerste.nr - 1, reden: 'ontbreekt, en geen bewaartermijn zegt waarom' };
      vorige = { nr: eerste.nr - 1, hash };
    }
    van ??= eerste?.nr;
    for (const { hash, ...rij } of rows) {
      const regel = { ...rij, betrokkenen: rij.betrokkenen.map(Number) };
      if (regel.nr !== vorige.nr + 1) return { heel: false, nr: vorige.nr + 1, reden: 'ontbreekt' };
      if (!ketenhash(vorige.hash, regel).equals(hash)) return { heel: false, nr: regel.nr, reden: 'past niet in de keten' };
      if (gezocht.get(regel.nr)?.equals(hash) === false) return { heel: false, nr: regel.nr, reden: 'is een andere dan het anker zegt' };
      gezocht.delete(regel.nr);
      vorige = { nr: regel.nr, hash };
    }
    if (rows.length === 0) break;
  }
  const [weg] = [...gezocht.keys()].filter((nr) => nr > vorige.nr);
  if (weg !== undefined) return { heel: false, nr: weg, reden: 'ontbreekt: de keten is korter dan het anker zegt' };
  return { heel: true, van: van ?? 0, laatste: vorige };
}

/** Chains every `elkeMs` until stopped, and once more at the end. */
export function startKeten(pool: Pool, elkeMs: number, bijFout: (fout: unknown) => void): { stop(): Promise<void> } {
  let bezig = Promise.resolve();
  const ronde = (): void => {
    bezig = bezig.then(async () => { while (await keten(pool) === PARTIJ); }).then(() => undefined, bijFout);
  };
  const klok = setInterval(ronde, elkeMs);
  return {
    async stop() {
      clearInterval(klok);
      ronde();
      await bezig;
    },
  };
}
