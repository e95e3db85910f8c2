/** A worker process: assesses what waits, and sweeps up what the queue forgot. Any number of them may run. */
import { maakVerzender } from '../koppelvlakken/webhook/verzenden.js';
import { alsStuf } from '../koppelvlakken/stuf-ggk/vorm.js';
import { alsJson } from '../koppelvlakken/webhook/vormen.js';
import { ConfigFout, type Config } from '../platform/config.js';
import { systeemklok } from '../platform/klok.js';
import { maakLogboek } from '../platform/logboek.js';
import { startKeten } from '../platform/audit/keten.js';
import { startHercodering } from '../platform/kluis/hercodering.js';
import { bewaakVersie } from '../platform/migraties.js';
import { startSporen } from '../platform/sporen.js';
import { openWachtrij, startVerwerker } from '../platform/wachtrij.js';
import { beslisOpenstaande, type Beslisser } from '../verwerking/beslissen.js';
import { verwerkPaar } from '../verwerking/beoordelen.js';
import { startBezorging } from '../verwerking/bezorgen/bezorgen.js';
import { maakRegister, meetBeoordeling, meetPogingen } from '../verwerking/metingen.js';
import { dagVan, startOpruimen } from '../verwerking/opruimen.js';
import { laadSchemas } from '../verwerking/schemas.js';
import type { Beoordelaar } from '../verwerking/uitspraak.js';
import { startVangnet } from '../verwerking/vangnet.js';
import { volgBeleid } from './beleid.js';
import { openDatabase } from './database.js';
import { openMetingen } from './metingenpoort.js';
import { WACHTRIJ, type Proces, type Zeg } from './proces.js';

const VEEG_MS = 2000;
const METING_MS = 2000;
const KETEN_MS = 1000;
const VERSIE_MS = 2000;
const UUID_LENGTE = 36;
/** Connections besides those that assess: for the sweep, the audit trail and the webhooks, each of which holds one only briefly. */
const EXTRA_VERBINDINGEN = 4;

export async function startWerker(config: Config, zeg: Zeg): Promise<Proces> {
  const { databaseUrl, redisUrl } = config;
  if (databaseUrl === undefined) throw new ConfigFout('Een worker los starten vraagt DATABASE_URL; zonder start `npm start` alles samen.');
  const sporen = await startSporen(config.sporenUrl, 'worker');
  const logboek = maakLogboek(config.logLevel, 'worker');
  const schemas = laadSchemas(config.schemaDir);
  const regels = volgBeleid(config.regioDir, process.send === undefined ? zeg : () => undefined);
  const database = await openDatabase(config, config.gelijktijdig + EXTRA_VERBINDINGEN, 'iwmo-worker', zeg);
  const { pool } = database;
  const wachtrijopties = { databaseUrl, redisUrl, naam: WACHTRIJ };
  const wachtrij = openWachtrij(wachtrijopties);
  const register = maakRegister('worker');
  const meter = meetBeoordeling(register, (id, pogingen, fout) => {
    logboek.error({ bericht: id, pogingen, err: fout }, 'beoordeling mislukt');
  }, (berichtsoort, status, id) => { logboek.info({ bericht: id, berichtsoort, status }, 'bericht beoordeeld'); });
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
  const { webhooks: { toegestaan, elkeMs } } = config;
  const nu = (): Date => beoordelaar.klok.nu();
  const bezorging = startBezorging({
    pool, geteld: meetPogingen(register), verzend: maakVerzender({ toegestaan, vormen: { json: alsJson(nu), 'stuf-ggk': alsStuf(pool, nu) }, nu }),
    terzijde: (bericht, fout) => { logboek.error({ bericht, fout }, 'bezorging terzijde'); },
  }, elkeMs, (fout) => { logboek.warn({ err: fout }, 'bezorging'); });
  const vangnet = startVangnet(pool, wachtrij, VEEG_MS, bijFout);
  const hercodering = database.sleutels === undefined ? undefined : startHercodering(pool, bijFout);
  const opruimen = startOpruimen(pool, config.bewaren, () => dagVan(nu()), bijFout);
  const keten = startKeten(pool, KETEN_MS, bijFout);
  // Judging by rules and columns that newer code has left behind would do harm; an API may still take in what others judge.
  const versie = await bewaakVersie(pool, VERSIE_MS, () => {
    zeg('De database is bijgewerkt door een nieuwere versie; deze worker stopt en laat het werk aan workers van die versie.');
    process.kill(process.pid, 'SIGTERM');
  }, bijFout);
  const meting = process.send === undefined ? undefined : setInterval(() => {
    void register.getMetricsAsJSON().then((momentopname) => process.connected && process.send?.({ momentopname }));
  }, METING_MS);
  const metingen = config.metingenPoort === undefined || process.send !== undefined ? undefined
    : await openMetingen(register, config.host, config.metingenPoort);
  if (process.connected) process.send?.({ gereed: true });
  if (metingen !== undefined) zeg(`Metingen op ${metingen.adres}`);
  if (process.send === undefined) zeg(`Worker gereed; ${config.gelijktijdig} berichten tegelijk.`);
  return {
    async stop() {
      clearInterval(meting);
      regels.stop();
      await versie.stop();
      await Promise.all([vangnet.stop(), bezorging.stop()]);
      await verwerker.sluit();
      await wachtrij.sluit();
      await hercodering?.stop();
      await opruimen.stop();
      await keten.stop();
      await metingen?.stop();
      await database.sluit();
      await sporen.stop();
    },
  };
}
