/** What is left when the traffic is through: messages are fetched, webhooks fail, and moments that the database gave are put on the day they belong to. */
import { setTimeout as pauze } from 'node:timers/promises';
import { plusDagen } from '../../dist/standaard/datum.js';
import { alsJson } from '../../dist/koppelvlakken/webhook/vormen.js';
import { maakVerzender } from '../../dist/koppelvlakken/webhook/verzenden.js';
import { startBezorging } from '../../dist/verwerking/bezorgen/bezorgen.js';
import { EXTERN, ONBEREIKBAAR } from './plan.mjs';
import { WEBHOOK } from './uitvoeren.mjs';

/** Messages behind the webhook that still wait; those before them were given up. */
const WACHT_NOG = 2;
/** Days of which nothing has been fetched yet. */
const NIET_OPGEHAALD = 2;
const KIJK_MS = 20;
const GELIJKTIJDIG = 4;
/** Looks before the wait for a failing webhook is given up: half a minute. */
const GEDULD = 1500;

/** Everybody has fetched what was ready a few days ago; the party without an answering webhook what was there before it. */
async function haalOp({ pool, vraag }, vandaag) {
  const { rows } = await pool.query(
    `select z.bericht_id as id, z.partij from bezorging z left join abonnement a on a.partij = z.partij
     where z.bezorgd_op is null and z.aangemaakt_op < coalesce(a.gewijzigd_op, $1::date) order by z.id`, [plusDagen(vandaag, -NIET_OPGEHAALD)]);
  const rij = rows.values();
  const haal = async () => {
    for (const { id, partij } of rij) await vraag(/^\d{4}$/.test(partij) ? 'backoffice' : `zorgsysteem-${partij}`, 'POST', `/v1/postvak/${id}/ontvangen`);
  };
  await Promise.all(Array.from({ length: GELIJKTIJDIG }, haal));
  await pool.query(
    `update bezorging set bezorgd_op = aangemaakt_op + (20 + id % 300) * interval '1 minute' where bezorgd_via = 'postvak'`);
}

async function totdat(waar) {
  for (let i = 0; !(await waar()); i++) {
    if (i > GEDULD) throw new Error('De webhook van de demonstratie deed niets. Probeer het opnieuw met --opnieuw.');
    await pauze(KIJK_MS);
  }
}

/** Tries the webhook that does not answer. Three days are over at once for the older messages, so those are set aside; the last ones stay waiting. */
async function bezorg({ pool }, toegestaan) {
  const nu = () => new Date();
  const bezorging = startBezorging({
    pool, geteld: () => undefined, terzijde: () => undefined, verzend: maakVerzender({ toegestaan, vormen: { json: alsJson(nu) }, nu }),
  }, KIJK_MS, () => undefined);
  const wachtend = async () => (await pool.query(
    `select id, pogingen from bezorging where partij = $1 and bezorgd_op is null and terzijde_op is null order by id`, [ONBEREIKBAAR])).rows;
  try {
    for (let wacht = await wachtend(); wacht.length > 0; wacht = await wachtend()) {
      const [{ id }] = wacht;
      await totdat(async () => { const [kop] = await wachtend(); return kop?.id !== id || kop.pogingen > 0; });
      if (wacht.length <= WACHT_NOG) return;
      await pool.query(
        `update bezorging set eerste_poging_op = now() - interval '4 days', volgende_poging_op = null where id = $1 and terzijde_op is null`, [id]);
      await totdat(async () => (await wachtend())[0]?.id !== id);
    }
  } finally {
    await bezorging.stop();
  }
}

const MOMENTEN = [
  `update verzoek v set bekeken_op = b.beoordeeld_op + interval '1 minute' from bericht b where b.id = v.bericht_id and v.bekeken_op is not null`,
  `update vooraankondiging_stap set gezet_op = datum + time '12:30'`,
  `update bericht set terzijde_op = ontvangen_op + interval '9 minutes' where terzijde_op is not null`,
  `update bezorging set eerste_poging_op = aangemaakt_op + interval '1 minute', pogingen = 30 where terzijde_op is not null`,
  `update bezorging set terzijde_op = aangemaakt_op + interval '3 days' where terzijde_op is not null`,
];

/** @param config of openGateway */
export async function rondAf(gateway, config, { vandaag, eersteMaand }) {
  const { pool } = gateway;
  await pool.query('update partij set gewijzigd_op = $2::date where code = $1', [EXTERN, eersteMaand]);
  await pool.query('update abonnement set gewijzigd_op = $2::date where partij = $1', [ONBEREIKBAAR, plusDagen(vandaag, -WEBHOOK)]);
  await haalOp(gateway, vandaag);
  await bezorg(gateway, config.webhooks.toegestaan);
  for (const opdracht of MOMENTEN) await pool.query(opdracht);
  await pool.query('analyze');
}
