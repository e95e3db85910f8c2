/** Makes a demo: works it out, has it happen and rounds it off. */
import { leesConfig } from '../../dist/platform/config.js';
import { rondAf } from './afronden.mjs';
import { maakIn } from './database.mjs';
import { openGateway } from './gateway.mjs';
import { BELEIDSMAP, maakPlan, VANDAAG } from './plan.mjs';
import { voerUit } from './uitvoeren.mjs';

/** What `npm run demo` makes. */
export const GEWOON = { seed: '1', clienten: 200, maanden: 24 };

/** Settings of the user that would make the gateway another than the one that the demo is of. */
const NIET_MEE = ['REDIS_URL', 'NODE_ENV', 'SLEUTELS', 'SLEUTELDIENST_URL', 'BEWAREN', 'TLS_CERT', 'TLS_KEY', 'TLS_CLIENT_CA', 'TOEGANG_BESTAND', 'WEB_URL', 'WEB_CLIENT_ID'];

/** The environment of a gateway with the demo. */
export function demoOmgeving(env, dataDir) {
  const eigen = Object.fromEntries(Object.entries(env).filter(([naam]) => !NIET_MEE.includes(naam)));
  return { ...eigen, DATA_DIR: dataDir, AUTH: 'uit', VERSLEUTELING: 'aan', VANDAAG, REGIO_DIR: BELEIDSMAP, WEBHOOK_TOEGESTAAN: '127.0.0.0/8' };
}

/**
 * @param env of demoOmgeving, with DATABASE_URL @param wat seed, number of clients and months
 * @throws AndereDatabase when the database holds anything but a demo
 */
export async function maakDemo(env, wat, zeg = () => undefined) {
  const config = leesConfig(env);
  const plan = maakPlan(wat);
  await maakIn(config.databaseUrl, wat, async () => {
    const gateway = await openGateway(config);
    try {
      await voerUit(gateway, plan, zeg);
      await rondAf(gateway, config, plan);
    } finally {
      await gateway.sluit();
    }
  });
  return plan;
}
