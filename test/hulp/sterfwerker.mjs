/**
 * A worker that dies (kill -9 on itself) at the n-th statement it sends: `voor` before it leaves, `na` once its answer is in. Uses the
 * built code, so what dies is what runs in production. Says `heel` when it got through without dying.
 */
import pg from 'pg';
import { openPool } from '../../dist/platform/database.js';
import { systeemklok } from '../../dist/platform/klok.js';
import { verwerkPaar } from '../../dist/verwerking/beoordelen.js';
import { maakMeter } from '../../dist/verwerking/meter.js';
import { laadSchemas } from '../../dist/verwerking/schemas.js';

const [url, id, vandaag, wanneer, n] = process.argv.slice(2);
const sterf = () => process.kill(process.pid, 'SIGKILL');
let gesteld = 0;
const echt = pg.Client.prototype.query;
pg.Client.prototype.query = function (...argumenten) {
  const deze = ++gesteld;
  if (wanneer === 'voor' && deze === Number(n)) sterf();
  const na = wanneer === 'na' && deze === Number(n);
  // The pool asks with a callback, a transaction with a promise.
  const laatste = argumenten.at(-1);
  if (na && typeof laatste === 'function') argumenten[argumenten.length - 1] = sterf;
  const antwoord = echt.apply(this, argumenten);
  return na && typeof laatste !== 'function' ? antwoord.then(sterf) : antwoord;
};
const meter = maakMeter({ duur() {}, beoordeeld() {}, mislukt(_id, _pogingen, fout) { console.error(fout); } });
const pool = openPool(url, 2);
await verwerkPaar({ pool, klok: systeemklok(vandaag), schemas: laadSchemas(), meter, contracten: () => undefined }, id);
await pool.end();
console.log('heel');
