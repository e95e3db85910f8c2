/**
 * Does the size of the register matter? The median assessment of a WMO305 and of a WMO323 of 20 lines, on an almost empty register and on
 * one of 2,000,000 allocations and 5,000,000 prestaties, in the same PostgreSQL, in turns.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPool } from '../dist/platform/database.js';
import { systeemklok } from '../dist/platform/klok.js';
import { migreer } from '../dist/platform/migraties.js';
import { startEmbeddedPostgres } from '../dist/platform/postgres/index.js';
import { migreerWachtrij, openWachtrij } from '../dist/platform/wachtrij.js';
import { schrijfBericht } from '../dist/standaard/xml/schrijven.js';
import { controleerNiveau1 } from '../dist/standaard/xml/niveau1.js';
import { verwerkPaar } from '../dist/verwerking/beoordelen.js';
import { maakMeter } from '../dist/verwerking/meter.js';
import { ontvang } from '../dist/verwerking/ontvangen.js';
import { laadSchemas } from '../dist/verwerking/schemas.js';
import { zaai } from '../scripts/zaai.mjs';

const TOEWIJZINGEN = Number(process.env.BENCH_TOEWIJZINGEN ?? 2_000_000);
const PRESTATIES = Number(process.env.BENCH_PRESTATIES ?? 5_000_000);
const RONDES = 150;
const REGELS = 20;
const VANDAAG = '2026-06-01';
const BSN = '999900006';

const XsdVersie = { BasisschemaXsdVersie: '1.0.0', BerichtXsdVersie: '1.0.0' };
const kop = (BerichtCode, vanGemeente, Identificatie, Dagtekening) => ({
  BerichtCode, BerichtVersie: 3, BerichtSubversie: 2, Afzender: vanGemeente ? '0363' : '65656055', Ontvanger: vanGemeente ? '65656055' : '0363',
  BerichtIdentificatie: { Identificatie, Dagtekening }, XsdVersie });
const persoon = { Bsn: BSN, Geboortedatum: { Datum: '1967-08-13' }, Geslacht: '1' };
const Product = { Categorie: '11', Code: '11A01' };
const nummers = (ronde) => Array.from({ length: REGELS }, (_, i) => 3_000_000 + ronde * REGELS + i);

const wmo301 = (ronde) => ({
  Header: kop('414', true, `T${ronde}`, '2026-01-05'),
  Client: { ...persoon, Naam: { Geslachtsnaam: { Achternaam: 'Vos' }, NaamGebruik: '1' },
    Contactgegevens: [{ Soort: '01', Telefoon: { Telefoon01: { Telefoonnummer: '0200000000', Landnummer: '31' } } }],
    ToegewezenProducten: nummers(ronde).map((ToewijzingNummer) => ({ ToewijzingNummer, Product, Toewijzingsdatum: '2026-01-05', Toewijzingstijd: '10:00:00',
      Ingangsdatum: '2026-01-05', Einddatum: '2026-12-31', Omvang: { Volume: 8, Eenheid: '04', Frequentie: '2' } })) } });
const wmo305 = (ronde) => ({
  Header: kop('418', false, `S${ronde}`, '2026-01-10'),
  Client: { ...persoon, Naam: { Geslachtsnaam: { Achternaam: 'Vos' } },
    StartProducten: [{ ToewijzingNummer: nummers(ronde)[0], Product, Begindatum: '2026-01-06', StatusAanlevering: '1' }] } });
const wmo323 = (ronde) => ({
  Header: kop('484', false, `D${ronde}`, '2026-03-02'),
  Declaratie: { DeclaratieNummer: `D${ronde}`, DeclaratiePeriode: { Begindatum: '2026-02-01', Einddatum: '2026-02-28' }, DeclaratieDagtekening: '2026-03-02',
    TotaalIngediendBedrag: { TotaalBedrag: 48_000 * REGELS, DebetCredit: 'D' },
    Clienten: [{ Bsn: BSN, Prestaties: nummers(ronde).map((ToewijzingNummer) => ({ ProductReferentie: { ReferentieNummer: `R${ToewijzingNummer}` }, ToewijzingNummer,
      ProductCategorie: '11', ProductCode: '11A01', ProductPeriode: { Begindatum: '2026-02-01', Einddatum: '2026-02-28' }, GeleverdVolume: 8, Eenheid: '04',
      ProductTarief: 6000, IngediendBedrag: { Bedrag: 48_000, DebetCredit: 'D' } })) }] } });

const mediaan = (waarden) => waarden.sort((a, b) => a - b)[Math.floor(waarden.length / 2)];

/** @returns rows {naam, waarde, eenheid, doel?} */
export async function meet() {
  const map = mkdtempSync(join(tmpdir(), 'iwmo-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDir: map, log: () => undefined });
  const schemas = laadSchemas();
  const klok = systeemklok(VANDAAG);
  const meter = maakMeter({ duur() {}, beoordeeld() {}, mislukt(_id, _pogingen, fout) { throw fout; } });
  const open = async (naam) => {
    const beheer = openPool(postgres.connectionString, 1);
    await beheer.query(`create database ${naam}`);
    await beheer.end();
    const url = new URL(postgres.connectionString);
    url.pathname = `/${naam}`;
    const pool = openPool(url.href, 4);
    await migreer(pool);
    await migreerWachtrij(pool);
    const wachtrij = openWachtrij({ databaseUrl: url.href, redisUrl: undefined, naam: 'meting' });
    const ontvanger = { pool, klok, wachtrij, controleer: async (bytes) => controleerNiveau1(bytes, schemas) };
    const aanvrager = { client: 'meting', partijen: 'alle', scopes: new Set() };
    const lever = async (soort, bericht) => {
      const { id } = await ontvang(ontvanger, { bytes: schrijfBericht(soort, bericht), aanvrager, idempotentiesleutel: undefined });
      const begin = performance.now();
      await verwerkPaar({ pool, klok, schemas, meter, contracten: () => undefined }, id);
      const duur = performance.now() - begin;
      const { rows: [{ status, bevindingen }] } = await pool.query('select status, bevindingen from bericht where id = $1', [id]);
      if (status !== 'goedgekeurd') throw new Error(`${soort} ${status}: ${JSON.stringify(bevindingen)}`);
      return duur;
    };
    return { url: url.href, pool, lever, sluit: async () => { await wachtrij.sluit(); await pool.end(); } };
  };
  const klein = await open('klein');
  const groot = await open('groot');
  try {
    const begin = performance.now();
    await zaai(groot.url, { toewijzingen: TOEWIJZINGEN, prestaties: PRESTATIES });
    const zaaitijd = (performance.now() - begin) / 1000;
    const duren = { klein: { WMO305: [], WMO323: [] }, groot: { WMO305: [], WMO323: [] } };
    for (let ronde = 0; ronde < RONDES; ronde++) {
      for (const [naam, register] of [['klein', klein], ['groot', groot]]) {
        await register.lever('WMO301', wmo301(ronde));
        const start = await register.lever('WMO305', wmo305(ronde));
        const declaratie = await register.lever('WMO323', wmo323(ronde));
        // The first rounds warm up code and caches.
        if (ronde >= 20) {
          duren[naam].WMO305.push(start);
          duren[naam].WMO323.push(declaratie);
        }
      }
    }
    const [k305, g305, k323, g323] = [duren.klein.WMO305, duren.groot.WMO305, duren.klein.WMO323, duren.groot.WMO323].map(mediaan);
    return [
      { naam: `zaaien van ${TOEWIJZINGEN} toewijzingen en ${PRESTATIES} prestaties`, waarde: zaaitijd, eenheid: 's' },
      { naam: 'WMO305, bijna leeg register, mediaan', waarde: k305, eenheid: 'ms' },
      { naam: 'WMO305, vol register, mediaan', waarde: g305, eenheid: 'ms' },
      { naam: 'WMO305, verhouding', waarde: g305 / k305, eenheid: '×', doel: '≤ 1,3' },
      { naam: 'WMO323 van 20 regels, bijna leeg register, mediaan', waarde: k323, eenheid: 'ms' },
      { naam: 'WMO323 van 20 regels, vol register, mediaan', waarde: g323, eenheid: 'ms' },
      { naam: 'WMO323 van 20 regels, verhouding', waarde: g323 / k323, eenheid: '×', doel: '≤ 1,3' },
    ];
  } finally {
    await klein.sluit();
    await groot.sluit();
    await postgres.stop();
    rmSync(map, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await meet());
