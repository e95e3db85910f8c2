/** Deletes what is past its term: in batches, beside the work, with the proof in the audit trail. */
import { GATEWAY, noteer } from '../platform/audit/audit.js';
import { alsBewijs, VERSTREKEN, type Anker } from '../platform/audit/keten.js';
import { inTransactie, type Bevraagbaar, type Pool } from '../platform/database.js';
import { grensVan, SOORTEN, type Bewaarsoort, type Bewaartermijnen } from '../platform/bewaartermijnen.js';

const PARTIJ = 500;

/** One batch: how many were deleted, and whether there may be more. */
interface Partij {
  readonly verwijderd: number;
  readonly meer: boolean;
  readonly na?: number;
  /** Of the audit trail: up to where it went, so that what is left can be seen to follow on it. */
  readonly totEnMet?: Anker;
}
type Ruimer = (db: Bevraagbaar, grens: string, na: number) => Promise<Partij>;

const alsPartij = (verwijderd: number): Partij => ({ verwijderd, meer: verwijderd === PARTIJ });

/** A statement that deletes the oldest rows of one table, at most a batch. */
function oudste(tabel: string, sleutel: string, moment: string): Ruimer {
  return async (db, grens) => alsPartij((await db.query(
    `delete from ${tabel} where (${sleutel}) in (select ${sleutel} from ${tabel} where ${moment} < $1::date order by ${moment} limit ${PARTIJ})`,
    [grens])).rowCount ?? 0);
}

/** Content goes only when nobody has to read it any more: assessed or made here, and delivered. */
async function wisInhoud(db: Bevraagbaar, grens: string): Promise<Partij> {
  const { rowCount } = await db.query(
    `with weg as (
       update bericht b set inhoud_verwijderd_op = now()
       where b.id in (
         select k.id from bericht k where k.inhoud_verwijderd_op is null and k.ontvangen_op < $1::date
           and k.status not in ('ontvangen', 'mislukt', 'doorgestuurd')
           and not exists (select from bezorging z where z.bericht_id = k.id and z.bezorgd_op is null)
           -- A request that waits is read from its message, and so are the client's details of an allocation that can still change.
           and not exists (select from verzoek v where v.bericht_id = k.id and v.status in ('onderhanden', 'in-onderzoek'))
           and not exists (select from toewijzing t where t.bericht_id = k.id and coalesce(t.einddatum, 'infinity') >= $1::date)
         order by k.ontvangen_op limit ${PARTIJ}) returning b.id)
     delete from bericht_inhoud i using weg where i.bericht_id = weg.id`, [grens]);
  return alsPartij(rowCount ?? 0);
}

/** Tables with rows of a person, in the order in which they can go. */
const VAN_PERSOON = [
  `delete from termijn t using toewijzing w where w.persoon = any ($1) and t.gemeente = w.gemeente and t.toewijzing_nummer = w.toewijzing_nummer`,
  `delete from termijn t using verzoek v where v.persoon = any ($1)
     and (t.gemeente, t.aanbieder, t.referentie_aanbieder) = (v.gemeente, v.aanbieder, v.referentie_aanbieder)`,
  `delete from vooraankondiging_stap s using vooraankondiging v
     where v.persoon = any ($1) and (s.gemeente, s.vooraankondiging_id) = (v.gemeente, v.id)`,
  'delete from vooraankondiging where persoon = any ($1)',
  'delete from prestatie where persoon = any ($1)',
  'delete from start_product where persoon = any ($1)',
  'delete from stop_product where persoon = any ($1)',
  `delete from verzoek_antwoord a using verzoek v where v.persoon = any ($1)
     and (a.gemeente, a.aanbieder, a.referentie_aanbieder) = (v.gemeente, v.aanbieder, v.referentie_aanbieder)`,
  'delete from verzoek where persoon = any ($1)',
  `delete from toewijzing_versie v using toewijzing w
     where w.persoon = any ($1) and (v.gemeente, v.toewijzing_nummer) = (w.gemeente, w.toewijzing_nummer)`,
  'delete from toewijzing where persoon = any ($1)',
  'delete from persoon where id = any ($1)',
];

/** Persons with anything that runs, or on which anything happened, on or after the day. */
const RECENT = `
  exists (select from toewijzing t join bericht b on b.id = t.bericht_id
          where t.persoon = p.id and (coalesce(t.einddatum, 'infinity') >= $1::date or b.ontvangen_op >= $1::date))
  or exists (select from prestatie r join bericht b on b.id = r.bericht_id
             where r.persoon = p.id and (r.einddatum >= $1::date or b.ontvangen_op >= $1::date))
  or exists (select from verzoek v join bericht b on b.id = v.bericht_id where v.persoon = p.id and b.ontvangen_op >= $1::date)
  or exists (select from start_product s join bericht b on b.id = s.bericht_id where s.persoon = p.id and b.ontvangen_op >= $1::date)
  or exists (select from stop_product s join bericht b on b.id = s.bericht_id where s.persoon = p.id and b.ontvangen_op >= $1::date)
  or exists (select from vooraankondiging v where v.persoon = p.id and v.ingediend_op >= $1::date)`;

/** Walks the persons by number; those of whom everything is past go with all that is theirs. */
async function wisPersonen(db: Bevraagbaar, grens: string, na: number): Promise<Partij> {
  const { rows } = await db.query<{ id: number; recent: boolean }>(
    `select p.id, (${RECENT}) as recent from persoon p where p.id > $2 order by p.id limit ${PARTIJ} for update skip locked`, [grens, na]);
  const weg = rows.filter(({ recent }) => !recent).map(({ id }) => id);
  if (weg.length > 0) for (const opdracht of VAN_PERSOON) await db.query(opdracht.replace('any ($1)', 'any ($1::bigint[])'), [weg]);
  return { verwijderd: weg.length, meer: rows.length === PARTIJ, na: rows.at(-1)?.id ?? na };
}

async function wisAudit(db: Bevraagbaar, grens: string): Promise<Partij> {
  await db.query(`select set_config('iwmo.bewaartermijn', 'verstreken', true)`);
  // From the front, without a gap, and never the last: what comes next follows on it.
  const { rows } = await db.query<Anker>(
    `with weg as (select nr from audit where nr < (select max(nr) from audit)
                    and nr < coalesce((select min(nr) from audit where op >= $1::date), 'infinity'::float8) order by nr limit ${PARTIJ})
     delete from audit a using weg where a.nr = weg.nr returning a.nr, a.hash`, [grens]);
  const laatste = rows.reduce<Anker | undefined>((hoogste, een) => (hoogste === undefined || een.nr > hoogste.nr ? een : hoogste), undefined);
  return { ...alsPartij(rows.length), ...(laatste === undefined ? {} : { totEnMet: laatste }) };
}

const RUIMERS: Readonly<Record<Bewaarsoort, Ruimer>> = {
  inhoud: wisInhoud,
  register: wisPersonen,
  idempotentie: oudste('idempotentie', 'client, sleutel', 'aangemaakt_op'),
  weigeringen: oudste('weigering', 'id', 'geweigerd_op'),
  audit: wisAudit,
};

/**
 * Deletes everything that is past its term. Every batch commits by itself, together with its entry in the audit trail.
 * @param vandaag the day from which terms are counted
 * @param stop asked between batches
 * @returns how many went, by kind
 */
export async function ruimOp(
  pool: Pool, termijnen: Bewaartermijnen, vandaag: string, stop: () => boolean = () => false,
): Promise<Readonly<Record<Bewaarsoort, number>>> {
  const totaal = { inhoud: 0, register: 0, idempotentie: 0, weigeringen: 0, audit: 0 };
  for (const soort of SOORTEN) {
    const termijn = termijnen[soort];
    if (termijn === undefined) continue;
    const grens = grensVan(vandaag, termijn);
    for (let na = 0, meer = true; meer && !stop();) {
      const partij = await inTransactie(pool, async (db) => {
        const gedaan = await RUIMERS[soort](db, grens, na);
        if (gedaan.verwijderd > 0) {
          await noteer(db, GATEWAY, {
            handeling: VERSTREKEN, object: soort, reden: `BEWAREN ${soort}=${termijn.aantal} ${termijn.eenheid}`,
            resultaat: `${gedaan.verwijderd} van voor ${grens} verwijderd${gedaan.totEnMet === undefined ? '' : alsBewijs(gedaan.totEnMet)}`,
          });
        }
        return gedaan;
      });
      totaal[soort] += partij.verwijderd;
      ({ meer } = partij);
      na = partij.na ?? na;
    }
  }
  return totaal;
}

/** The day in the Netherlands of an instant. What is stored carries real instants, so terms count from one too, whatever VANDAAG says. */
export function dagVan(moment: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(moment);
}

const ELKE_MS = 6 * 3_600_000;
/** Any fixed number; one process at a time. */
const SLOT = 4_173_203_204;

/** Deletes at the start and every six hours, one process at a time, until stopped. */
export function startOpruimen(
  pool: Pool, termijnen: Bewaartermijnen, vandaag: () => string, bijFout: (fout: unknown) => void,
): { stop(): Promise<void> } {
  let stopt = false;
  let bezig = Promise.resolve();
  const ronde = async (): Promise<void> => {
    const client = await pool.connect();
    try {
      const { rows } = await client.query<{ vrij: boolean }>('select pg_try_advisory_lock($1) as vrij', [SLOT]);
      if (rows[0]?.vrij !== true) return;
      try {
        await ruimOp(pool, termijnen, vandaag(), () => stopt);
      } finally {
        await client.query('select pg_advisory_unlock($1)', [SLOT]);
      }
    } finally {
      client.release();
    }
  };
  const plan = (): void => { bezig = bezig.then(ronde).catch(bijFout); };
  plan();
  const klok = setInterval(plan, ELKE_MS);
  return {
    async stop() {
      stopt = true;
      clearInterval(klok);
      await bezig;
    },
  };
}
