/**
 * A worker that dies (kill -9 on itself) just before the n-th statement it would send. Uses the built code, so what dies is what runs in
 * production. Says `heel` when it got through without dying.
 */
import pg from 'pg';
import { openPool } from '../../dist/platform/database.js';
import { systeemklok } from '../../dist/platform/klok.js';
import { verwerkPaar } from '../../dist/verwerking/beoordelen.js';
import { maakMeter } from '../../dist/verwerking/meter.js';
import { laadSchemas } from '../../dist/verwerking/schemas.js';

const [url, id, vandaag, n] = process.argv.slice(2);
let gesteld = 0;
const echt = pg.Client.prototype.query;
pg.Client.prototype.query = function (...argumenten) {
  if (++gesteld === Number(n)) process.kill(process.pid, 'SIGKILL');
  return echt.apply(this, argumenten);
};
const meter = maakMeter({ duur() {}, beoordeeld() {}, mislukt(_id, _pogingen, fout) { console.error(fout); } });
const pool = openPool(url, 2);
await verwerkPaar({ pool, klok: systeemklok(vandaag), schemas: laadSchemas(), meter, contracten: () => undefined }, id);
await pool.end();
console.log('heel');
