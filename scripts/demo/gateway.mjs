/** The gateway inside this process, with a clock that is set: what two years of traffic go through. No port, no queue; the rest is as it always is. */
import { maakApp } from '../../dist/koppelvlakken/http/app.js';
import { maakAdreskeuring } from '../../dist/koppelvlakken/webhook/adres.js';
import { maakLogboek } from '../../dist/platform/logboek.js';
import { SCOPES } from '../../dist/platform/aanvrager.js';
import { openDatabase } from '../../dist/processen/database.js';
import { contractenVan, openBeleidsbron } from '../../dist/regio/index.js';
import { controleerNiveau1 } from '../../dist/standaard/xml/niveau1.js';
import { schrijfBericht } from '../../dist/standaard/xml/schrijven.js';
import { verwerkPaar, MAX_POGINGEN } from '../../dist/verwerking/beoordelen.js';
import { beslisOpenstaande } from '../../dist/verwerking/beslissen.js';
import { maakMeter } from '../../dist/verwerking/meter.js';
import { maakRegister } from '../../dist/verwerking/metingen.js';
import { laadSchemas } from '../../dist/verwerking/schemas.js';

/** The policy cannot be read for a moment; the one message that is caught by this is set aside. */
const STORING = () => { throw new Error('Het beleid van de demonstratie was even niet te lezen.'); };
const LEGE_WACHTRIJ = { voegToe: () => Promise.resolve(), bereikbaar: () => Promise.resolve(true), wachtend: () => Promise.resolve(0), sluit: () => Promise.resolve() };

export class OnverwachtAntwoord extends Error {
  name = 'OnverwachtAntwoord';
}

/** Nobody waits for the disk: a demo that breaks off is made anew. */
function zonderWachten(databaseUrl) {
  const url = new URL(databaseUrl);
  url.searchParams.set('options', `${url.searchParams.get('options') ?? ''} -c synchronous_commit=off`.trim());
  return url.href;
}

/**
 * @param config of a gateway with databaseUrl and regioDir
 * @returns the gateway as its callers see it; `klok.zet` sets day (YYYY-MM-DD) and instant
 */
export async function openGateway(config) {
  const bron = openBeleidsbron(config.regioDir);
  const contracten = contractenVan(bron.huidig());
  const termijnbeleid = (gemeente) => bron.huidig().voor(gemeente)?.termijnen ?? [];
  const schemas = laadSchemas(config.schemaDir);
  const database = await openDatabase({ ...config, databaseUrl: zonderWachten(config.databaseUrl) }, 8, 'iwmo-demo', () => undefined);
  const { pool } = database;
  let vandaag = '';
  let moment = new Date(0);
  const klok = { nu: () => moment, vandaag: () => vandaag };
  const meter = maakMeter({ duur: () => undefined, beoordeeld: () => undefined, mislukt: () => undefined });
  const beoordelaar = { pool, klok, schemas, meter, contracten, termijnbeleid };
  const beslisser = { beoordelaar, beleid: () => bron.huidig() };
  const app = await maakApp({
    pool, logboek: maakLogboek('silent', 'demo'), sleutels: database.sleutels, beoordelaar, beslisser,
    keurWebhook: maakAdreskeuring(config.webhooks.toegestaan), controle: undefined, wachtkamer: undefined,
    ontvanger: { pool, klok, wachtrij: LEGE_WACHTRIJ, controleer: (bytes) => Promise.resolve(controleerNiveau1(bytes, schemas)) },
    metingen: { tekst: () => Promise.resolve(''), contentType: 'text/plain', register: maakRegister('api') },
  }, {
    // Everybody who is named may do everything; the name is who stands in the audit trail.
    aanmelder: { meldAan: (client) => Promise.resolve({
      aanvrager: { client, partijen: 'alle', scopes: new Set(SCOPES) }, perMinuut: undefined, gelijktijdig: undefined }) },
    limieten: { perMinuut: undefined, gelijktijdig: undefined }, redisUrl: undefined, deur: config.deur, tls: undefined });

  async function vraag(client, method, url, payload, soort = 'application/json') {
    const antwoord = await app.inject({ method, url, headers: { authorization: client, ...(payload === undefined ? {} : { 'content-type': soort }) },
      ...(payload === undefined ? {} : { payload }) });
    if (antwoord.statusCode >= 300) throw new OnverwachtAntwoord(`${method} ${url}: ${antwoord.statusCode} ${antwoord.payload}`);
    return antwoord.payload === '' ? undefined : JSON.parse(antwoord.payload);
  }

  return {
    pool, beslisser,
    klok: { zet(dag, tijd) {
      vandaag = dag;
      // Near enough: the clock changes on the last Sunday, and nobody works then.
      const zomer = dag.slice(5) > '03-28' && dag.slice(5) < '10-28';
      moment = new Date(`${dag}T${tijd}:00+0${zomer ? 2 : 1}:00`);
    } },
    vraag: (client, method, url, inhoud) => vraag(client, method, url, inhoud === undefined ? undefined : JSON.stringify(inhoud)),
    /** Delivers a message and has it assessed. @returns status and findings */
    async lever(client, soort, bericht, storing = false) {
      const { id } = await vraag(client, 'POST', '/v1/berichten', schrijfBericht(soort, bericht), 'application/xml');
      for (let i = 0; i < (storing ? MAX_POGINGEN : 1); i++) {
        if (storing) await pool.query('update bericht set volgende_poging_op = null where id = $1', [id]);
        const { teBeslissen } = await verwerkPaar(storing ? { ...beoordelaar, contracten: STORING } : beoordelaar, id);
        if (teBeslissen !== undefined) await beslisOpenstaande(beslisser, teBeslissen.gemeente, teBeslissen.aanbieder);
      }
      const { rows: [rij] } = await pool.query('select status, bevindingen from bericht where id = $1', [id]);
      return { id, ...rij };
    },
    async sluit() {
      await app.close();
      await database.sluit();
    },
  };
}
