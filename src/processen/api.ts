/** The API process: takes messages in and answers questions; assesses nothing itself. */
import type { Server as TlsServer } from 'node:tls';
import { maakApp } from '../koppelvlakken/http/app.js';
import { maakWachtkamer } from '../koppelvlakken/http/wachten.js';
import { maakAdreskeuring } from '../koppelvlakken/webhook/adres.js';
import { ConfigFout, type Config } from '../platform/config.js';
import { systeemklok } from '../platform/klok.js';
import { maakLogboek } from '../platform/logboek.js';
import { startSporen } from '../platform/sporen.js';
import { openWachtrij } from '../platform/wachtrij.js';
import type { Beslisser } from '../verwerking/beslissen.js';
import { maakControledienst } from '../verwerking/controle/dienst.js';
import {
  maakRegister, meetAchterstand, meetBeoordeling, meetBezorgingen, meetOpenstaand, tekstVan, type Momentopname,
} from '../verwerking/metingen.js';
import { laadSchemas } from '../verwerking/schemas.js';
import type { Beoordelaar } from '../verwerking/uitspraak.js';
import { leesTls, volgAanmelding, volgTls } from './aanmelding.js';
import { volgBeleid } from './beleid.js';
import { maakSchermopties } from './schermen.js';
import { openDatabase } from './database.js';
import { WACHTRIJ, type Proces, type Zeg } from './proces.js';

/** Connections to the database that the API uses at most. */
const VERBINDINGEN = 12;
/** Time in milliseconds that requests under way get when the process stops. */
const AFRONDEN_MS = 5000;

/** @param momentopnamen metrics of worker processes that this process looks after */
export async function startApi(config: Config, zeg: Zeg, momentopnamen: () => readonly Momentopname[] = () => []): Promise<Proces & {
  adres: string }> {
  const { databaseUrl, redisUrl } = config;
  if (databaseUrl === undefined) throw new ConfigFout('De API los starten vraagt DATABASE_URL; zonder start `npm start` alles samen.');
  const schemas = laadSchemas(config.schemaDir);
  const regels = volgBeleid(config.regioDir, zeg);
  const sporen = await startSporen(config.sporenUrl, 'api');
  const logboek = maakLogboek(config.logLevel, 'api');
  const aanmelding = volgAanmelding(config, logboek, zeg);
  const tls = config.tls && leesTls(config.tls);
  const database = await openDatabase(config, VERBINDINGEN, 'iwmo-api', zeg);
  const { pool } = database;
  const wachtrij = openWachtrij({ databaseUrl, redisUrl, naam: WACHTRIJ });
  const controle = maakControledienst(schemas, config.schemaDir);
  const wachtkamer = maakWachtkamer(pool);
  const register = maakRegister('api');
  const klok = systeemklok(config.vandaag);
  const meter = meetBeoordeling(register, () => undefined);
  const beoordelaar: Beoordelaar = { pool, klok, schemas, meter, contracten: regels.contracten, termijnbeleid: regels.termijnen };
  const beslisser: Beslisser = { beoordelaar, beleid: regels.beleid };
  meetOpenstaand(register, pool);
  meetAchterstand(register, pool, () => wachtrij.wachtend());
  meetBezorgingen(register, pool);
  const app = await maakApp({
    pool, controle, wachtkamer, logboek, sleutels: database.sleutels,
    beoordelaar, beslisser, keurWebhook: maakAdreskeuring(config.webhooks.toegestaan),
    ontvanger: { pool, klok, wachtrij, controleer: (bytes) => controle.niveau1(bytes) },
    metingen: { tekst: () => tekstVan(register, momentopnamen()), contentType: register.contentType, register },
  }, { aanmelder: aanmelding.aanmelder, limieten: config.limieten, redisUrl, deur: config.deur, tls,
    schermen: maakSchermopties(config, () => aanmelding.rollen()) });
  const certificaten = volgTls(config.tls, (opties) => { (app.server as unknown as TlsServer).setSecureContext(opties); }, zeg);
  const stop = async (): Promise<void> => {
    regels.stop();
    aanmelding.stop();
    certificaten.stop();
    wachtkamer.sluit();
    // What is under way gets a moment; a connection on which nobody asks anything does not keep the process.
    const geduld = setTimeout(() => { app.server.closeAllConnections(); }, AFRONDEN_MS);
    await app.close();
    clearTimeout(geduld);
    await controle.sluit();
    await wachtrij.sluit();
    await database.sluit();
    await sporen.stop();
  };
  try {
    const adres = await app.listen({ host: config.host, port: config.port });
    zeg(`API gereed op ${adres}`);
    return { adres, stop };
  } catch (fout) {
    await stop();
    throw fout;
  }
}
