#!/usr/bin/env node
/**
 * npm run build && node scripts/soak.mjs [aantal]: validates and reads that many messages (100,000), good, bad and hostile, hardly
 * two alike, and prints the resident memory and that of libxml2 (WebAssembly) on the way. Exits 1 when either still grows in the
 * second half.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { WORTEL } from './voorbereiden.mjs';

const AANTAL = Number(process.argv[2] ?? 100_000);
const METINGEN = 20;
/** What the second half may grow: the noise of a heap that was just collected, not of a leak in so many messages. */
const MARGE_MB = 8;

setFlagsFromString('--expose-gc');
const ruimOp = runInNewContext('gc');

// libxml2-wasm keeps its memory to itself; it is caught while it is made.
let geheugen;
const { instantiate } = WebAssembly;
WebAssembly.instantiate = async (...alles) => {
  const uitkomst = await instantiate.apply(WebAssembly, alles);
  geheugen ??= Object.values(uitkomst.instance.exports).find((waarde) => waarde instanceof WebAssembly.Memory);
  return uitkomst;
};

const bron = (pad) => new URL(`../dist/standaard/${pad}`, import.meta.url).href;
const { compileerSchemas, controleerNiveau1 } = await import(bron('xml/niveau1.js'));
const { leesBericht } = await import(bron('xml/lezen.js'));
const { schrijfBericht } = await import(bron('xml/schrijven.js'));
WebAssembly.instantiate = instantiate;

const lees = (...pad) => readFileSync(join(WORTEL, ...pad));
const schemamap = ['schemas', 'iwmo', '3.2'];
const schemas = compileerSchemas(Object.fromEntries(readdirSync(join(WORTEL, ...schemamap)).map((naam) => [naam, lees(...schemamap, naam)])));

const vijandig = readdirSync(join(WORTEL, 'fixtures', 'vijandig')).filter((naam) => naam.endsWith('.xml')).map((naam) => lees('fixtures', 'vijandig', naam));
const XsdVersie = { BasisschemaXsdVersie: '1.0.0', BerichtXsdVersie: '1.0.0' };

/** A WMO323 of this many prestaties, different for every number. */
function declaratie(nummer, prestaties) {
  return schrijfBericht('WMO323', {
    Header: { BerichtCode: '484', BerichtVersie: 3, BerichtSubversie: 2, Afzender: '65656055', Ontvanger: '0363',
      BerichtIdentificatie: { Identificatie: `S${nummer}`, Dagtekening: '2026-04-03' }, XsdVersie },
    Declaratie: {
      DeclaratieNummer: `N${nummer}`, DeclaratiePeriode: { Begindatum: '2026-03-01', Einddatum: '2026-03-31' }, DeclaratieDagtekening: '2026-04-03',
      TotaalIngediendBedrag: { TotaalBedrag: prestaties * 100, DebetCredit: 'D' },
      Clienten: [{ Bsn: '999900006', Prestaties: Array.from({ length: prestaties }, (_, i) => ({
        ProductReferentie: { ReferentieNummer: `R${nummer}-${i} é😀` }, ToewijzingNummer: i, ProductCategorie: '02', ProductCode: '02A03',
        ProductPeriode: { Begindatum: '2026-03-01', Einddatum: '2026-03-31' }, GeleverdVolume: 1, Eenheid: '04',
        IngediendBedrag: { Bedrag: 100, DebetCredit: 'D' } })) }],
    },
  });
}

/** One of many ways to spoil or to vary a message, all with something in it that no other message has. */
const WIJZEN = [
  (xml) => xml,
  (xml) => xml,
  (xml, n) => xml.replace('<?xml', `<?xml version="1.0"?><!-- ${n} --><?xml`),
  (xml, n) => xml.replace(' xmlns:iwmo', ` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:${n} file:///tmp/${n}.xsd" xmlns:iwmo`),
  (xml, n) => xml.replace('<wmo323:Bsn>', `<wmo323:Bsn a${n}="1">`),
  (xml, n) => xml.replace('<wmo323:Bsn>', `<wmo323:Onbekend${n}/><wmo323:Bsn>`),
  (xml, n) => xml.replaceAll('<wmo323:Eenheid>04', `<wmo323:Eenheid>${n}`),
  (xml, n) => xml.slice(0, n % xml.length),
  (xml, n) => xml.replace('"UTF-8"', `"onbekend-${n}"`),
  (xml) => xml.replaceAll(/[^\0-\x7f]/g, '').replace('"UTF-8"', '"windows-1252"'),
  (xml, n) => xml.replace('>02A03<', `>&n${n};<`),
  (xml, n) => xml.replace('?>', `?><!DOCTYPE a${n} [<!ENTITY b "${n}">]>`),
  (xml, n) => xml.replaceAll('wmo323/schema', `wmo${n}/schema`),
  (xml, n) => xml.replace('<wmo323:Clienten>', `<wmo323:Clienten>${`<n${n}>`.repeat(70)}${`</n${n}>`.repeat(70)}`),
  (xml, n) => xml.replace('>02A03<', `>${'<!---->0'.repeat(n % 40)}<`),
];

const uitkomsten = {};
function eenBericht(nummer) {
  const wijze = WIJZEN[nummer % WIJZEN.length];
  const bytes = nummer % 7 === 0 ? vijandig[(nummer / 7) % vijandig.length]
    : Buffer.from(wijze(declaratie(nummer, nummer % 500 === 1 ? 400 : 1 + nummer % 8).toString(), nummer));
  const uitkomst = controleerNiveau1(bytes, schemas);
  if (uitkomst.geldig) leesBericht(uitkomst.berichtsoort, bytes);
  const naam = uitkomst.geldig ? 'geldig' : uitkomst.fout;
  uitkomsten[naam] = (uitkomsten[naam] ?? 0) + 1;
}

const stappen = [];
const begin = performance.now();
console.log('berichten   RSS (MB)   heap (MB)   libxml2 (MB)');
for (let meting = 1; meting <= METINGEN; meting++) {
  for (let i = Math.floor(AANTAL * (meting - 1) / METINGEN); i < Math.floor(AANTAL * meting / METINGEN); i++) eenBericht(i);
  // Finalizers run between tasks, so a collection only counts after a pause.
  for (let i = 0; i < 3; i++) {
    ruimOp();
    await new Promise((klaar) => { setTimeout(klaar, 20); });
  }
  const { rss, heapUsed } = process.memoryUsage();
  const stap = { rss: rss / 1e6, heap: heapUsed / 1e6, wasm: geheugen.buffer.byteLength / 1e6 };
  stappen.push(stap);
  const kolom = (getal) => getal.toFixed(1).padStart(11);
  console.log(`${String(Math.floor(AANTAL * meting / METINGEN)).padStart(9)}${kolom(stap.rss)}${kolom(stap.heap)}${kolom(stap.wasm)}`);
}
const groei = (wat) => {
  const helft = stappen.slice(METINGEN / 2).map((stap) => stap[wat]);
  return Math.max(...helft.slice(helft.length / 2)) - Math.max(...helft.slice(0, helft.length / 2));
};
const gegroeid = { rss: groei('rss'), heap: groei('heap'), wasm: groei('wasm') };
console.log(uitkomsten, `in ${((performance.now() - begin) / 1000).toFixed(0)} s`);
console.log('groei in de tweede helft (MB):', Object.fromEntries(Object.entries(gegroeid).map(([wat, mb]) => [wat, Number(mb.toFixed(1))])));
if (gegroeid.rss > MARGE_MB || gegroeid.heap > MARGE_MB || gegroeid.wasm > 0) {
  console.error('Het geheugen blijft groeien.');
  process.exit(1);
}
