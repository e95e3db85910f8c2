/** A worker process: assesses what waits, and sweeps up what the queue forgot. Any number of them may run. */
import { ConfigFout, type Config } from '../platform/config.js';
import { systeemklok } from '../platform/klok.js';
import { maakLogboek } from '../platform/logboek.js';
import { openWachtrij, startVerwerker } from '../platform/wachtrij.js';
import { beslisOpenstaande, type Beslisser } from '../verwerking/beslissen.js';
import { verwerkPaar } from '../verwerking/beoordelen.js';
import { maakRegister, meetBeoordeling } from '../verwerking/metingen.js';
import { laadSchemas } from '../verwerking/schemas.js';
import type { Beoordelaar } from '../verwerking/uitspraak.js';
import { startVangnet } from '../verwerking/vangnet.js';
import { volgBeleid } from './beleid.js';
import { openDatabase } from './database.js';
import { WACHTRIJ, type Proces, type Zeg } from './proces.js';

const VEEG_MS = 2000;
const METING_MS = 2000;
const UUID_LENGTE = 36;

export async function startWerker(config: Config, zeg: Zeg): Promise<Proces> {
  const { databaseUrl, redisUrl } = config;
  if (databaseUrl === undefined) throw new ConfigFout('Een worker los starten vraagt DATABASE_URL; zonder start `npm start` alles samen.');
  const logboek = maakLogboek(config.logLevel, 'worker');
  const schemas = laadSchemas(config.schemaDir);
  const regels = volgBeleid(config.regioDir, process.send === undefined ? zeg : () => undefined);
  const pool = await openDatabase(databaseUrl, redisUrl, config.gelijktijdig + 2, 'iwmo-worker', zeg);
  const wachtrijopties = { databaseUrl, redisUrl, naam: WACHTRIJ };
  const wachtrij = openWachtrij(wachtrijopties);
  const register = maakRegister('worker');
  const meter = meetBeoordeling(register, (id, pogingen, fout) => {
    logboek.error({ bericht: id, pogingen, err: fout }, 'beoordeling mislukt');
  });
  const beoordelaar: Beoordelaar = {
    pool, klok: systeemklok(config.vandaag), schemas, meter, contracten: regels.contracten, termijnbeleid: regels.termijnen,
  };
  const beslisser: Beslisser = { beoordelaar, beleid: regels.beleid };
  const bijFout = (fout: unknown): void => { logboek.warn({ err: fout }, 'wachtrij'); };
  const verwerker = startVerwerker(wachtrijopties, config.gelijktijdig, async (taak) => {
    const id = taak.slice(0, UUID_LENGTE);
    const { verder, teBeslissen } = await verwerkPaar(beoordelaar, id);
    if (teBeslissen !== undefined) await beslisOpenstaande(beslisser, teBeslissen.gemeente, teBeslissen.aanbieder);
    // This job still holds its own name, so the next turn of the pair gets another.
    if (verder) await wachtrij.voegToe([`${id}-${Date.now().toString(36)}`]);
  }, bijFout);
  const vangnet = startVangnet(pool, wachtrij, VEEG_MS, bijFout);
  const meting = process.send === undefined ? undefined : setInterval(() => {
    void register.getMetricsAsJSON().then((momentopname) => process.connected && process.send?.({ momentopname }));
  }, METING_MS);
  process.send?.({ gereed: true });
  if (process.send === undefined) zeg(`Worker gereed; ${config.gelijktijdig} berichten tegelijk.`);
  return {
    async stop() {
      clearInterval(meting);
      regels.stop();
      await vangnet.stop();
      await verwerker.sluit();
      await wachtrij.sluit();
      await pool.end();
    },
  };
}
