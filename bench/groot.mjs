/**
 * One WMO323 of 24 MB with 27,000 prestaties on 27,000 allocations: time to the 202, time to the stored WMO325, peak memory, and whether
 * the service stays responsive meanwhile.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { post, stappenVan, startServer } from './hulp/server.mjs';

const dist = (pad) => import(new URL(`../dist/${pad}`, import.meta.url).href);

const AANTAL = 27_000;
const GEMEENTE = '0363';
const AANBIEDER = '65656055';
/** Bytes per Prestatie that make the message 24 MB; white space between elements, as generous senders indent. */
const INSPRINGING = ' '.repeat(16);

/** Numbers of the test range that satisfy the elfproef, lowest first. */
const bsns = [];
for (let kandidaat = 999_900_000; bsns.length < 1000; kandidaat++) {
  const som = [...String(kandidaat)].reduce((totaal, cijfer, i) => totaal + (i < 8 ? 9 - i : -1) * Number(cijfer), 0);
  if (som % 11 === 0) bsns.push(String(kandidaat));
}

const CLIENTEN = 900;
const perClient = AANTAL / CLIENTEN;

/** Adds the clients as the gateway itself does, under its keys, so that it finds them. @returns their numbers by bsn */
async function zaaiPersonen({ databaseUrl, map }) {
  const [{ openPool }, { openSleutelbos }, { sleutelsUitBestand }, { koppelPersonen }] = await Promise.all([
    dist('platform/database.js'), dist('platform/kluis/sleutelbos.js'), dist('platform/kluis/sleuteldienst.js'), dist('register/personen.js')]);
  const pool = openPool(databaseUrl, 1);
  const bos = await openSleutelbos(pool, sleutelsUitBestand(join(map, 'sleutels.json')));
  const personen = await koppelPersonen(pool, bsns, new Map());
  bos.sluit();
  await pool.end();
  return personen;
}

async function zaaiToewijzingen(client, personen) {
  await client.query('begin');
  const { rows: [bericht] } = await client.query(
    `insert into bericht (id, berichtsoort, richting, gemeente, aanbieder, afzender, ontvanger, identificatie, dagtekening, status, hash, omvang, client,
       ontvangen_op, beoordeeld_op)
     values (gen_random_uuid(), 'WMO301', 'inkomend', $1, $2, $1, $2, 'ZAAI', '2025-12-01', 'goedgekeurd', '', 0, 'zaai', now(), now()) returning id`,
    [GEMEENTE, AANBIEDER]);
  const vanClient = Array.from({ length: AANTAL }, (_, i) => personen.get(bsns[Math.floor(i / perClient)]));
  await client.query(
    `insert into toewijzing (gemeente, toewijzing_nummer, aanbieder, persoon, categorie, code, ingangsdatum, toewijzingsdatum, toewijzingstijd, einddatum, volume,
       eenheid, frequentie, bericht_id)
     select $1, n, $2, p, '02', '02A03', '2026-01-01', '2025-12-01', '10:00:00', '2026-12-31', 8, '04', '2', $3
     from unnest($4::bigint[]) with ordinality as r (p, n)`, [GEMEENTE, AANBIEDER, bericht.id, vanClient]);
  await client.query('commit');
  await client.query('analyze toewijzing');
}

function bericht() {
  const regel = (diepte, tekst) => `${INSPRINGING}${'  '.repeat(diepte)}${tekst}\n`;
  const el = (naam, waarde) => `<w:${naam}>${waarde}</w:${naam}>`;
  const b = (naam, waarde) => `<i:${naam}>${waarde}</i:${naam}>`;
  const delen = [`<?xml version="1.0" encoding="UTF-8"?>
<w:Bericht xmlns:w="http://www.istandaarden.nl/iwmo/3_2/wmo323/schema" xmlns:i="http://www.istandaarden.nl/iwmo/3_2/basisschema/schema"><w:Header>
<w:BerichtCode>484</w:BerichtCode><w:BerichtVersie>3</w:BerichtVersie><w:BerichtSubversie>2</w:BerichtSubversie><w:Afzender>${AANBIEDER}</w:Afzender>
<w:Ontvanger>${GEMEENTE}</w:Ontvanger><w:BerichtIdentificatie>${b('Identificatie', 'GROOT')}${b('Dagtekening', '2026-02-03')}</w:BerichtIdentificatie>
<w:XsdVersie>${b('BasisschemaXsdVersie', '1.0.0')}${b('BerichtXsdVersie', '1.0.0')}</w:XsdVersie></w:Header><w:Declaratie>
${el('DeclaratieNummer', 'GROOT')}<w:DeclaratiePeriode>${b('Begindatum', '2026-01-01')}${b('Einddatum', '2026-01-31')}</w:DeclaratiePeriode>
${el('DeclaratieDagtekening', '2026-02-03')}<w:TotaalIngediendBedrag>${b('TotaalBedrag', AANTAL * 48_000)}${b('DebetCredit', 'D')}</w:TotaalIngediendBedrag>
<w:Clienten>\n`];
  for (let c = 0; c < CLIENTEN; c++) {
    delen.push(`<w:Client>${el('Bsn', bsns[c])}<w:Prestaties>\n`);
    for (let p = 0; p < perClient; p++) {
      const n = c * perClient + p + 1;
      delen.push(regel(0, '<w:Prestatie>'), regel(1, `<w:ProductReferentie>${b('ReferentieNummer', `G${n}`)}</w:ProductReferentie>`),
        regel(1, el('ToewijzingNummer', n)), regel(1, el('ProductCategorie', '02')), regel(1, el('ProductCode', '02A03')),
        regel(1, '<w:ProductPeriode>'), regel(2, b('Begindatum', '2026-01-01')), regel(2, b('Einddatum', '2026-01-31')), regel(1, '</w:ProductPeriode>'),
        regel(1, el('GeleverdVolume', 8)), regel(1, el('Eenheid', '04')), regel(1, el('ProductTarief', 6000)),
        regel(1, '<w:IngediendBedrag>'), regel(2, b('Bedrag', 48_000)), regel(2, b('DebetCredit', 'D')), regel(1, '</w:IngediendBedrag>'),
        regel(0, '</w:Prestatie>'));
    }
    delen.push('</w:Prestaties></w:Client>\n');
  }
  delen.push('</w:Clienten></w:Declaratie></w:Bericht>\n');
  return delen.join('');
}

/** Highest resident memory in MB so far of a process and of its children. */
function piek(pid) {
  const kinderen = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
  const node = [String(pid), ...kinderen].filter((p) => readFileSync(`/proc/${p}/comm`, 'utf8').startsWith('node'));
  return node.map((p) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${p}/status`, 'utf8'))[1]) / 1024);
}

/** @returns rows {naam, waarde, eenheid, doel?} */
export async function meet() {
  const server = await startServer({ VANDAAG: '2026-06-01' });
  const client = new pg.Client(server.databaseUrl);
  await client.connect();
  try {
    await zaaiToewijzingen(client, await zaaiPersonen(server));
    const xml = bericht();
    let bezig = true;
    const leeft = [];
    // A server that stops half-way ends the pulse; what went wrong is told by the rest.
    const polsslag = (async () => {
      while (bezig) {
        const t = performance.now();
        await (await fetch(`${server.adres}/gezondheid/leeft`)).arrayBuffer();
        leeft.push(performance.now() - t);
        await new Promise((klaar) => setTimeout(klaar, 10));
      }
    })().catch(() => undefined);
    const begin = performance.now();
    const { id } = await post(server.adres, xml);
    const aangenomen = (performance.now() - begin) / 1000;
    let resource;
    do {
      await new Promise((klaar) => setTimeout(klaar, 50));
      resource = await (await fetch(`${server.adres}/v1/berichten/${id}`)).json();
    } while (resource.status === 'ontvangen');
    const beantwoord = (performance.now() - begin) / 1000;
    bezig = false;
    await polsslag;
    leeft.sort((a, b) => a - b);
    const geheugen = piek(server.proces.pid);
    return [
      { naam: `WMO323 van ${(xml.length / 1e6).toFixed(1)} MB, ${AANTAL} prestaties: ${resource.status}, tot de 202`, waarde: aangenomen, eenheid: 's', doel: '≤ 2' },
      { naam: 'tot de WMO325 is opgeslagen', waarde: beantwoord, eenheid: 's', doel: '≤ 10' },
      { naam: 'hoogste geheugen API-proces', waarde: geheugen[0], eenheid: 'MB', doel: '< 800' },
      { naam: 'hoogste geheugen workerproces', waarde: Math.max(...geheugen.slice(1)), eenheid: 'MB', doel: '< 800' },
      { naam: `GET /gezondheid/leeft intussen, p99 van ${leeft.length}`, waarde: leeft[Math.floor(leeft.length * 0.99)], eenheid: 'ms', doel: '< 100' },
      ...await stappenVan(server.adres),
    ];
  } finally {
    await client.end();
    await server.stop();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await meet());
