/** The database of the demo: known by a mark of its own, and no other database is ever touched. */
import { openPool } from '../../dist/platform/database.js';

/** Schemas that a demo fills. */
const EIGEN = ['public', 'bullmq', 'iwmo_demo'];
/** Any fixed number: who makes a demo in a database holds this lock. */
const SLOT = 4_173_203_999;

/** This database is not one to make a demo in. The message says what to do. */
export class AndereDatabase extends Error {
  name = 'AndereDatabase';
}

const TABELLEN = `select n.nspname as schema from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%' group by 1 order by 1`;
const VREEMD = 'In deze database staan andere gegevens dan die van een demonstratie, dus er is niets veranderd. Geef een lege database in DATABASE_URL, '
  + 'of laat DATABASE_URL weg.';

/**
 * Looks what a database holds. @returns the marks of the demo in it, undefined when it is empty
 * @throws AndereDatabase when it holds anything else
 */
export async function bekijk(databaseUrl) {
  const pool = openPool(databaseUrl, 1, 'iwmo-demo');
  try {
    const schemas = (await pool.query(TABELLEN)).rows.map(({ schema }) => schema);
    if (schemas.length === 0) return undefined;
    if (!schemas.includes('iwmo_demo') || schemas.some((schema) => !EIGEN.includes(schema))) throw new AndereDatabase(VREEMD);
    const { rows: [kenmerk] } = await pool.query('select seed, clienten, maanden, klaar_op is not null as klaar from iwmo_demo.kenmerk');
    if (kenmerk === undefined) throw new AndereDatabase(VREEMD);
    return kenmerk;
  } finally {
    await pool.end();
  }
}

/**
 * Makes a demo in an empty database, or anew in the place of one that is there.
 * @param maak fills the database @throws AndereDatabase when it holds anything but a demo, or somebody is at work in it
 */
export async function maakIn(databaseUrl, { seed, clienten, maanden }, maak) {
  const pool = openPool(databaseUrl, 1, 'iwmo-demo');
  try {
    const { rows: [{ vrij }] } = await pool.query('select pg_try_advisory_lock($1) as vrij', [SLOT]);
    if (!vrij) throw new AndereDatabase('In deze database wordt op dit moment al een demonstratie gemaakt.');
    if (await bekijk(databaseUrl) !== undefined) {
      const { rowCount } = await pool.query(
        `select from pg_stat_activity where datname = current_database() and application_name in ('iwmo-api', 'iwmo-worker') limit 1`);
      if (rowCount > 0) throw new AndereDatabase('Op deze demonstratie draait nog een gateway. Stop die eerst.');
      // The mark goes last: what breaks off halfway is still a demo.
      await pool.query('drop schema if exists bullmq cascade');
      await pool.query('drop schema public cascade');
      await pool.query('create schema public');
      await pool.query('drop schema iwmo_demo cascade');
    }
    await pool.query('begin');
    await pool.query('create schema iwmo_demo');
    await pool.query('create table iwmo_demo.kenmerk (seed text not null, clienten integer not null, maanden integer not null, klaar_op timestamptz)');
    await pool.query('insert into iwmo_demo.kenmerk (seed, clienten, maanden) values ($1, $2, $3)', [seed, clienten, maanden]);
    await pool.query('commit');
    await maak();
    await pool.query('update iwmo_demo.kenmerk set klaar_op = now()');
  } finally {
    await pool.end();
  }
}
