/** The data keys of a database: made when there are none, learned again when another process made new ones, rotated without a stop. */
import { randomBytes } from 'node:crypto';
import { inTransactie, type Bevraagbaar, type Pool } from '../database.js';
import { KluisFout, koppelKluis, ontgrendel, vergrendel, zoekhash, type Kluis, type Zoekhash } from './kluis.js';
import type { Sleuteldienst } from './sleuteldienst.js';

export type Sleutelsoort = 'inhoud' | 'zoek';

interface Sleutel { readonly id: number; readonly soort: Sleutelsoort; readonly bytes: Buffer; readonly actiefVanaf: number }

/** How often in milliseconds a process looks for new keys, and how long a new key waits before it is used: longer than that. */
const HERLADEN_MS = 30_000;
export const WACHT_OP_ALLEN_MS = 4 * HERLADEN_MS;
/** Any fixed number; one process at a time makes keys. */
const SLOT = 4_173_203_201;

export interface Sleutelbos {
  readonly kluis: Kluis;
  /** Looks for keys that another process made. @throws when the database or the key service cannot be reached */
  herlaad(): Promise<void>;
  sluit(): void;
}

interface Rij { id: number; soort: Sleutelsoort; verpakt_met: string; verpakt: Buffer; actief_vanaf: Date }

/**
 * Opens the keys of a database and couples them to its pool; makes the first ones.
 * @throws KluisFout when the keys that are there cannot be unwrapped
 */
export async function openSleutelbos(pool: Pool, dienst: Sleuteldienst): Promise<Sleutelbos> {
  const bekend = new Map<number, Sleutel>();
  let klaartekstOver = false;
  const herlaad = async (): Promise<void> => {
    const { rows } = await pool.query<Rij>('select id, soort, verpakt_met, verpakt, actief_vanaf from sleutel order by id');
    for (const { id, soort, verpakt_met: met, verpakt, actief_vanaf: vanaf } of rows) {
      if (!bekend.has(id)) {
        bekend.set(id, { id, soort, bytes: await dienst.pakUit({ met, bytes: verpakt }), actiefVanaf: vanaf.getTime() });
      }
    }
    const over = await pool.query('select from persoon where zoeksleutel is null limit 1');
    klaartekstOver = over.rowCount !== 0;
  };
  await herlaad();
  for (const soort of ['inhoud', 'zoek'] as const) {
    if (![...bekend.values()].some((sleutel) => sleutel.soort === soort)) await maakSleutel(pool, dienst, soort, 0);
  }
  await herlaad();

  const vanSoort = (soort: Sleutelsoort): Sleutel[] => [...bekend.values()].filter((sleutel) => sleutel.soort === soort);
  const huidige = (soort: Sleutelsoort): Sleutel => {
    const nu = Date.now();
    // The latest that every process knows; the very first is used at once.
    const alle = vanSoort(soort);
    const gekozen = alle.filter(({ actiefVanaf }) => actiefVanaf <= nu).at(-1) ?? alle[0];
    if (gekozen === undefined) throw new KluisFout('Er is geen sleutel.');
    return gekozen;
  };
  const kluis: Kluis = {
    verzegel(bytes, waarvoor) {
      const { id, bytes: sleutel } = huidige('inhoud');
      return { sleutel: id, inhoud: vergrendel(sleutel, bytes, waarvoor) };
    },
    async open({ sleutel, inhoud }, waarvoor) {
      if (sleutel === null) return inhoud;
      if (!bekend.has(sleutel)) await herlaad();
      const gevonden = bekend.get(sleutel);
      if (gevonden === undefined) throw new KluisFout(`Sleutel ${sleutel} is er niet.`);
      try {
        return ontgrendel(gevonden.bytes, inhoud, waarvoor);
      } catch {
        throw new KluisFout(`Inhoud onder sleutel ${sleutel} is beschadigd of hoort ergens anders.`);
      }
    },
    hashes(waarde) {
      const eerste = huidige('zoek');
      const overige = vanSoort('zoek').filter(({ id }) => id !== eerste.id);
      const hash = ({ id, bytes }: Sleutel): Zoekhash => ({ sleutel: id, hash: zoekhash(bytes, waarde) });
      return [hash(eerste), ...overige.map(hash), ...(klaartekstOver ? [{ sleutel: null, hash: Buffer.from(waarde) }] : [])];
    },
  };
  koppelKluis(pool, kluis);
  const klok = setInterval(() => { herlaad().catch(() => undefined); }, HERLADEN_MS);
  klok.unref();
  return { kluis, herlaad, sluit: () => { clearInterval(klok); } };
}

/**
 * Makes a new data key. Other processes learn of it before it is used.
 * @param overMs milliseconds until it is used; 0 only when there is none yet
 */
export async function maakSleutel(pool: Pool, dienst: Sleuteldienst, soort: Sleutelsoort, overMs = WACHT_OP_ALLEN_MS): Promise<void> {
  const { met, bytes } = await dienst.verpak(randomBytes(32));
  await inTransactie(pool, async (db) => {
    await db.query('select pg_advisory_xact_lock($1)', [SLOT]);
    // Two processes that both found none make one.
    await db.query(
      `insert into sleutel (soort, verpakt_met, verpakt, actief_vanaf)
       select $1, $2, $3, now() + $4 * interval '1 millisecond' where $4 > 0 or not exists (select from sleutel where soort = $1)`,
      [soort, met, bytes, overMs]);
  });
}

/** Wraps every data key with the wrapping key that holds now, so that an old one can go. Returns how many changed. */
export async function herverpak(pool: Pool, dienst: Sleuteldienst): Promise<number> {
  const { rows } = await pool.query<Rij>('select id, soort, verpakt_met, verpakt, actief_vanaf from sleutel order by id');
  let aantal = 0;
  for (const { id, verpakt_met: met, verpakt } of rows.filter((rij) => rij.verpakt_met !== dienst.huidig)) {
    const nieuw = await dienst.verpak(await dienst.pakUit({ met, bytes: verpakt }));
    await pool.query('update sleutel set verpakt_met = $2, verpakt = $3 where id = $1 and verpakt = $4', [id, nieuw.met, nieuw.bytes, verpakt]);
    aantal++;
  }
  return aantal;
}

export interface Sleutelstand {
  readonly id: number;
  readonly soort: Sleutelsoort;
  readonly verpaktMet: string;
  readonly actiefVanaf: Date;
}

export async function sleutelstand(db: Bevraagbaar): Promise<Sleutelstand[]> {
  const { rows } = await db.query<Rij>('select id, soort, verpakt_met, verpakt, actief_vanaf from sleutel order by id');
  return rows.map(({ id, soort, verpakt_met: verpaktMet, actief_vanaf: actiefVanaf }) => ({ id, soort, verpaktMet, actiefVanaf }));
}
