/**
 * Level 2 of a WMO323: its share next to reading the message, how its time grows with the message, and the memory that it takes. In
 * processes of their own, and medians over many runs.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WORTEL } from './hulp/server.mjs';

const dist = (pad) => import(new URL(`../dist/standaard/${pad}`, import.meta.url).href);
const { beoordeelNiveau2, contextVan } = await dist('regels/beoordelen.js');
const { leesBericht } = await dist('xml/lezen.js');
const { compileerSchemas, controleerNiveau1 } = await dist('xml/niveau1.js');
const { schrijfBericht } = await dist('xml/schrijven.js');

const ZELF = fileURLToPath(import.meta.url);
const PER_CLIENT = 30;
const MB = 1e6;

/** Numbers of the test range that satisfy the elfproef, lowest first. */
function bsns(aantal) {
  const gevonden = [];
  for (let kandidaat = 999_900_000; gevonden.length < aantal; kandidaat++) {
    const som = [...String(kandidaat)].reduce((totaal, cijfer, i) => totaal + (i < 8 ? 9 - i : -1) * Number(cijfer), 0);
    if (som % 11 === 0) gevonden.push(String(kandidaat));
  }
  return gevonden;
}

/** A claim that passes level 2, with so many prestaties; every tenth is a credit. */
function declaratie(aantal) {
  const prestatie = (n) => ({
    ProductReferentie: { ReferentieNummer: `R${n}`, ...(n % 10 === 0 ? { VorigReferentieNummer: `V${n}` } : {}) },
    ToewijzingNummer: n, ProductCategorie: '02', ProductCode: '02A03',
    ProductPeriode: { Begindatum: '2026-01-01', Einddatum: '2026-01-31' },
    GeleverdVolume: 8, Eenheid: '04', ProductTarief: 6000, IngediendBedrag: { Bedrag: 48_000, DebetCredit: n % 10 === 0 ? 'C' : 'D' },
  });
  const clienten = bsns(Math.ceil(aantal / PER_CLIENT)).map((Bsn, c) => ({
    Bsn, Prestaties: Array.from({ length: Math.min(PER_CLIENT, aantal - c * PER_CLIENT) }, (_, p) => prestatie(c * PER_CLIENT + p + 1)) }));
  const credits = Math.floor(aantal / 10);
  const bytes = schrijfBericht('WMO323', {
    Header: {
      BerichtCode: '484', BerichtVersie: 3, BerichtSubversie: 2, Afzender: '65656055', Ontvanger: '0363',
      BerichtIdentificatie: { Identificatie: 'GROOT', Dagtekening: '2026-02-03' },
      XsdVersie: { BasisschemaXsdVersie: '1.0.0', BerichtXsdVersie: '1.0.0' },
    },
    Declaratie: {
      DeclaratieNummer: 'GROOT', DeclaratiePeriode: { Begindatum: '2026-01-01', Einddatum: '2026-01-31' },
      DeclaratieDagtekening: '2026-02-03', TotaalIngediendBedrag: { TotaalBedrag: (aantal - 2 * credits) * 48_000, DebetCredit: 'D' },
      Clienten: clienten,
    },
  });
  // Indented a little less than we do ourselves, so that the largest stays under the 25 MB that a message may have.
  return Buffer.from(bytes.toString().replaceAll('\n    ', '\n'));
}

const mediaan = (waarden) => waarden.sort((a, b) => a - b)[Math.floor(waarden.length / 2)];

function duur(werk, keer = 1) {
  const begin = performance.now();
  for (let i = 0; i < keer; i++) werk();
  return (performance.now() - begin) / keer;
}

function niveau2(bericht) {
  const context = contextVan('WMO323', bericht);
  const bevindingen = beoordeelNiveau2(context);
  if (bevindingen.length > 0) throw new Error(`de declaratie breekt ${bevindingen[0].regel}`);
  return context;
}

/** Milliseconds, medians of rounds in which every kind of work takes its turn, so that a busy machine hits all alike. */
function klein() {
  const map = join(WORTEL, 'schemas/iwmo/3.2');
  const schemas = compileerSchemas(Object.fromEntries(readdirSync(map).map((naam) => [naam.toLowerCase(), readFileSync(join(map, naam))])));
  const bytes = declaratie(4);
  const bericht = leesBericht('WMO323', bytes);
  const rondes = Array.from({ length: 300 }, () => ({
    niveau2: duur(() => niveau2(bericht), 20),
    lezen: duur(() => { controleerNiveau1(bytes, schemas); leesBericht('WMO323', bytes); }, 20),
  })).slice(50);
  return { omvang: bytes.length, niveau2: mediaan(rondes.map((r) => r.niveau2)), lezen: mediaan(rondes.map((r) => r.lezen)) };
}

/** Milliseconds of processor time, so that other work on the machine does not count, of level 2 right after reading, as in the service. */
function groei() {
  const [klein, groot] = [2700, 27_000].map(declaratie);
  const eenmaal = (bytes) => {
    const bericht = leesBericht('WMO323', bytes);
    const begin = process.cpuUsage();
    niveau2(bericht);
    const { user, system } = process.cpuUsage(begin);
    return (user + system) / 1000;
  };
  const rondes = Array.from({ length: 25 }, () => ({
    klein: mediaan(Array.from({ length: 5 }, () => eenmaal(klein))), groot: eenmaal(groot) })).slice(3);
  return {
    omvang: [klein.length, groot.length], duur: [mediaan(rondes.map((ronde) => ronde.klein)), mediaan(rondes.map((ronde) => ronde.groot))],
    // Per round, because what else the machine does differs more between rounds than within one.
    verhouding: mediaan(rondes.map((ronde) => ronde.groot / ronde.klein)),
  };
}

/** Bytes that level 2 of the large message allocates, all together, and what of it remains while the findings are awaited. */
function geheugen() {
  niveau2(leesBericht('WMO323', declaratie(100)));
  const bericht = leesBericht('WMO323', declaratie(27_000));
  globalThis.gc();
  const voor = process.memoryUsage().heapUsed;
  const context = niveau2(bericht);
  const na = process.memoryUsage().heapUsed;
  globalThis.gc();
  return { gebruikt: na - voor, blijvend: process.memoryUsage().heapUsed - voor, klassen: context.klassen.size };
}

const METINGEN = { klein, groei, geheugen };

function los(meting, ...vlaggen) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...vlaggen, ZELF, meting], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${meting}: ${stderr}`);
  return JSON.parse(stdout);
}

/** @returns rows {naam, waarde, eenheid, doel?} */
export async function meet() {
  const k = los('klein');
  const g = los('groei');
  // So much room for new objects that none is cleared away meanwhile: what is counted is then all that was made.
  const m = los('geheugen', '--expose-gc', '--min-semi-space-size=256', '--max-semi-space-size=256');
  const grootte = (bytes) => `${(bytes / MB).toLocaleString('nl', { maximumFractionDigits: 1 })} MB`;
  return [
    { naam: `niveau 2 van een WMO323 van ${(k.omvang / 1000).toFixed(1)} kB`, waarde: k.niveau2 * 1000, eenheid: 'µs' },
    { naam: '  tegen niveau 1 en lezen van hetzelfde bericht', waarde: k.niveau2 / k.lezen, eenheid: '×', doel: '≤ 0,5' },
    { naam: `niveau 2 van ${grootte(g.omvang[0])}, 2.700 prestaties`, waarde: g.duur[0], eenheid: 'ms' },
    { naam: `niveau 2 van ${grootte(g.omvang[1])}, 27.000 prestaties`, waarde: g.duur[1], eenheid: 'ms' },
    { naam: '  verhouding', waarde: g.verhouding, eenheid: '×', doel: '≤ 12' },
    { naam: '  geheugen naast het gelezen bericht, alles bij elkaar', waarde: m.gebruikt / MB, eenheid: 'MB', doel: '< 100' },
    { naam: '  daarvan vastgehouden', waarde: m.blijvend / MB, eenheid: 'MB' },
  ];
}

if (process.argv[1] === ZELF) {
  const [, , meting] = process.argv;
  if (meting === undefined) console.table(await meet());
  else process.stdout.write(JSON.stringify(METINGEN[meting]()));
}
