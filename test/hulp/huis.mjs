/**
 * One half of a gateway, `api` or `worker`, as a process that holds one server after another: started from dist/ on what an environment
 * says, as dist/server.js does. What a process costs is loading; what is loaded stays.
 */
import { leesConfig } from '../../dist/platform/config.js';

const zeg = (regel) => { process.stdout.write(`${regel}\n`); };
const api = process.argv[2] === 'api';
let proces;
let momentopname;

async function start(env) {
  momentopname = undefined;
  const config = leesConfig(env);
  proces = api
    ? await (await import('../../dist/processen/api.js')).startApi(config, zeg, () => (momentopname === undefined ? [] : [momentopname]))
    : await (await import('../../dist/processen/werker.js')).startWerker(config, zeg);
  return proces.adres ?? '';
}

async function stop() {
  await proces?.stop();
  proces = undefined;
}

process.on('message', (bericht) => {
  // The metrics of the worker come by way of who started both.
  if (bericht.momentopname !== undefined) momentopname = bericht.momentopname;
  if (bericht.vraag === undefined) return;
  (bericht.vraag === 'start' ? start(bericht.env) : stop()).then(
    (adres) => process.send({ klaar: true, adres }), (fout) => process.send({ klaar: true, fout: fout?.stack ?? String(fout) }));
});
// A server reads its files again on this signal; one that comes when the server has just stopped must not take the house with it.
process.on('SIGHUP', () => undefined);
process.on('disconnect', () => process.exit(0));
