/** Starts the built server for a measurement, and what measurements share. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

export const WORTEL = fileURLToPath(new URL('../..', import.meta.url));
const LUS_SECONDEN = 4;

/** A server on an embedded PostgreSQL in a folder of its own; `stop` removes the folder (`map`). */
export async function startServer(env = {}) {
  const map = mkdtempSync(join(tmpdir(), 'iwmo-bench-'));
  const rest = { ...process.env };
  delete rest.DATABASE_URL;
  delete rest.REDIS_URL;
  const proces = spawn(process.execPath, [join(WORTEL, 'dist/server.js')], {
    env: { ...rest, PORT: '0', DATA_DIR: map, LOG_LEVEL: 'warn', ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  let uitvoer = '';
  const adres = await new Promise((klaar, fout) => {
    proces.stdout.on('data', (stuk) => {
      uitvoer += stuk;
      const gevonden = /Gereed op (\S+)/.exec(uitvoer);
      if (gevonden) klaar(gevonden[1]);
    });
    proces.on('exit', (code) => fout(new Error(`server stopte: ${code}\n${uitvoer}`)));
  });
  const poort = readFileSync(join(map, 'postgres/postmaster.pid'), 'utf8').split('\n')[3];
  const wachtwoord = readFileSync(join(map, 'postgres-wachtwoord'), 'utf8').trim();
  return {
    adres, proces, map,
    databaseUrl: `postgres://iwmo:${encodeURIComponent(wachtwoord)}@127.0.0.1:${poort}/iwmo`,
    async stop() {
      proces.kill('SIGTERM');
      await once(proces, 'exit');
      rmSync(map, { recursive: true, force: true });
    },
  };
}

/** Runs `werk(0) … werk(aantal - 1)`, n at a time. */
export async function gelijktijdig(aantal, n, werk) {
  let volgende = 0;
  await Promise.all(Array.from({ length: n }, async () => {
    for (let i = volgende++; i < aantal; i = volgende++) await werk(i);
  }));
}

export async function post(adres, xml, headers = {}) {
  const antwoord = await fetch(`${adres}/v1/berichten`, { method: 'POST', headers: { 'Content-Type': 'application/xml', ...headers }, body: xml });
  if (antwoord.status >= 300) throw new Error(`${antwoord.status}: ${await antwoord.text()}`);
  return antwoord.json();
}

/** Hands messages in over kept connections: less work for this process than fetch, which shares the processors with what is measured. */
export function maakBode() {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  return {
    stuur: (adres, xml, koppen = {}) => new Promise((klaar, fout) => {
      const vraag = request(`${adres}/v1/berichten`, { method: 'POST', agent, headers: { 'Content-Type': 'application/xml', ...koppen } }, (antwoord) => {
        antwoord.resume();
        antwoord.on('end', () => (antwoord.statusCode < 300 ? klaar() : fout(new Error(`status ${antwoord.statusCode}`))));
      });
      vraag.on('error', fout);
      vraag.end(xml);
    }),
    sluit: () => { agent.destroy(); },
  };
}

export async function wachtTotBeoordeeld(client) {
  for (;;) {
    const { rows } = await client.query(`select count(*)::int as open from bericht where status in ('ontvangen', 'mislukt')`);
    if (rows[0].open === 0) return;
    await new Promise((klaar) => setTimeout(klaar, 50));
  }
}

/** Transactions of two small inserts per second, on n connections: the yardstick for what this database can do at all. */
export async function kaleLus(url, n) {
  const clients = await Promise.all(Array.from({ length: n }, async () => {
    const client = new pg.Client(url);
    await client.connect();
    return client;
  }));
  await clients[0].query('create table if not exists lus (id bigint generated always as identity primary key, tekst text)');
  const begin = performance.now();
  const einde = begin + LUS_SECONDEN * 1000;
  let aantal = 0;
  await Promise.all(clients.map(async (client) => {
    while (performance.now() < einde) {
      await client.query('begin');
      await client.query('insert into lus (tekst) values ($1)', ['een']);
      await client.query('insert into lus (tekst) values ($1)', ['twee']);
      await client.query('commit');
      aantal++;
    }
  }));
  const perSeconde = aantal / ((performance.now() - begin) / 1000);
  await clients[0].query('drop table lus');
  await Promise.all(clients.map((client) => client.end()));
  return perSeconde;
}

/** Mean time per stage of the assessment, from the metrics of the worker. */
export async function stappenVan(adres) {
  // The worker hands its figures over every two seconds.
  await new Promise((klaar) => setTimeout(klaar, 2500));
  const metingen = await (await fetch(`${adres}/metrics`)).text();
  return [...metingen.matchAll(/iwmo_stap_seconden_sum\{([^}]*)\} (\S+)/g)].map(([, labels, som]) => {
    const stap = /stap="([^"]+)"/.exec(labels)[1];
    const aantal = Number(new RegExp(`iwmo_stap_seconden_count\\{[^}]*stap="${stap}"[^}]*\\} (\\S+)`).exec(metingen)[1]);
    return { naam: `  gemiddeld per bericht: ${stap}`, waarde: (Number(som) / aantal) * 1000, eenheid: 'ms' };
  });
}
