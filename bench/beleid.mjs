/**
 * Policy of a large region: how long loading 5,000 products and 500 contracts takes, and one requested product. The file is made here and
 * read from disk as REGIO_DIR is. Every product has rules on it, and the client has allocations of the products that they name. One product is
 * made as hard as it gets: three maxima that are nearly reached, and ten allocations without an end that begin on different days. Besides the
 * clock, processor time is told: on a busy machine the clock also counts waiting.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';

const PRODUCTEN = 5000;
const CONTRACTEN = 500;
const GROEP = 50;
const PER_CONTRACT = 50;
const RONDES = 4;
const KEREN_LADEN = 5;
const KEREN_ZWAAR = 1000;
/** Rounds and calls before the measuring begins. */
const OPWARMEN = 0.25;

const regio = (naam) => import(new URL(`../dist/regio/${naam}.js`, import.meta.url).href);
const ZWAAR = 'ZWAAR';
const code = (i) => `P${String(i).padStart(4, '0')}`;
const groep = (i) => `groep-${i}`;
const reeks = (aantal, maak) => Array.from({ length: aantal }, (_, i) => maak(i));

/** Milliseconds of processor time since an earlier `process.cpuUsage()`, of all threads. */
function rekentijd(sinds) {
  const { user, system } = process.cpuUsage(sinds);
  return (user + system) / 1000;
}

/** A policy file of this size, as an object. */
function maakBeleid() {
  const groepen = PRODUCTEN / GROEP;
  const anders = { uitkomst: 'afwijzen', reden: '7' };
  return {
    regio: 'Groot', gemeenten: ['0268'], groepen: reeks(groepen, (i) => ({ code: groep(i) })),
    producten: [{ code: ZWAAR, categorie: '02', eenheid: '04' }, ...reeks(PRODUCTEN - 1, (i) => ({
      code: code(i), categorie: '02', naam: `Product ${i}`, eenheid: '04', frequenties: ['2', '4', '6'], groep: groep(Math.floor(i / GROEP)),
      gewicht: ['licht', 'middel', 'zwaar'][i % 3], vanaf: '2025-01-01',
      tarieven: [{ vanaf: '2025-01-01', totEnMet: '2025-12-31', centen: 5000 + i }, { vanaf: '2026-01-01', centen: 5100 + i }],
    }))],
    contracten: reeks(CONTRACTEN, (i) => ({
      aanbieder: String(65_000_000 + i), vanaf: '2025-01-01', producten:
        [ZWAAR, ...reeks(PER_CONTRACT, (k) => code((i * GROEP + k * 7) % (PRODUCTEN - 1)))],
    })),
    aanvraagroutes: [ZWAAR, ...reeks(groepen, groep)].map((voor) => ({ voor: [voor], via: ['WMO315', 'toegang'], dan: 'toewijzen' })),
    schalen: [{ groepen: [groep(0), groep(1), groep(2)], opTussenGroepen: { via: ['toegang'], dan: 'toewijzen' },
      afTussenGroepen: { via: ['WMO315', 'toegang'], dan: 'toewijzen' }, binnenGroepMet315: 'uit' }],
    voorwaarden: Object.entries({ week: 200, maand: 900, jaar: 9000 }).map(([per, volume]) =>
      ({ regel: `zwaar-${per}`, soort: 'maximum', voor: [ZWAAR], volume, eenheid: '04', per, anders })).concat(reeks(groepen, (i) => [
      { regel: `naast-${i}`, soort: 'vereist', voor: [groep(i)], naast: [groep((i + 1) % groepen)], periode: 'omvat', aanbieder: 'elke', anders },
      { regel: `niet-${i}`, soort: 'nietSamen', voor: [groep(i)], met: [groep((i + 2) % groepen)], anders },
      { regel: `week-${i}`, soort: 'maximum', voor: [groep(i)], volume: 26, eenheid: '04', per: 'week', anders },
      { regel: `jaar-${i}`, soort: 'maximum', voor: [groep(i)], volume: 695, eenheid: '04', per: 'jaar', anders },
    ]).flat()),
  };
}

function toewijzing(nummer, product, ingangsdatum, einddatum, volume = 2) {
  return { toewijzing: { nummer, aanbieder: '65000000', bsn: '999900006', categorie: '02', code: product, toewijzingsdatum: ingangsdatum,
    toewijzingstijd: '12:00:00', ingangsdatum, einddatum, volume, eenheid: '04', frequentie: '2' }, gestart: true, gestopt: false };
}

/** @returns rows {naam, waarde, eenheid, doel?} */
export async function meet() {
  const { laadBeleid } = await regio('laden');
  const { beoordeelAanvraag } = await regio('beoordelen');
  const map = mkdtempSync(join(tmpdir(), 'iwmo-beleid-'));
  const inhoud = maakBeleid();
  const tekst = stringify(inhoud, { aliasDuplicateObjects: false });
  const laden = (yaml) => {
    writeFileSync(join(map, 'groot.yaml'), yaml);
    return reeks(KEREN_LADEN, () => {
      const begin = performance.now();
      laadBeleid(map);
      return performance.now() - begin;
    }).sort((a, b) => a - b);
  };
  try {
    // An anchor is one of the things for which the full parser is needed.
    const volledig = laden(tekst.replace('regio: Groot', 'regio: &naam Groot'));
    const voorLaden = process.cpuUsage();
    const snel = laden(tekst);
    const rekentijdLaden = rekentijd(voorLaden) / KEREN_LADEN;
    const beleid = laadBeleid(map);
    const meetVragen = (vragen) => {
      const [klok, cpu] = [[], []];
      vragen.forEach(([aanvraag, toewijzingen], i) => {
        const [voor, begin] = [process.cpuUsage(), performance.now()];
        beoordeelAanvraag(beleid, aanvraag, { toewijzingen, vandaag: '2026-01-20' });
        if (i < vragen.length * OPWARMEN) return;
        klok.push(performance.now() - begin);
        cpu.push(rekentijd(voor));
      });
      const deel = (lijst, welk) => lijst.sort((x, y) => x - y)[Math.floor(lijst.length * welk)];
      return { p50: deel(klok, 0.5), p99: deel(klok, 0.99), cpu: cpu.reduce((som, een) => som + een, 0) / cpu.length, cpu99: deel(cpu, 0.99) };
    };
    const vraag = (product, velden) => ({ gemeente: '0268', aanbieder: '65000000', route: 'WMO315', product: { categorie: '02', code: product },
      ingangsdatum: '2026-02-01', omvang: { volume: 3, eenheid: '04', frequentie: '2' }, dagtekening: '2026-01-20', ...velden });
    const gewoon = meetVragen(reeks(RONDES * (PRODUCTEN - 1), (n) => {
      const i = n % (PRODUCTEN - 1);
      const naast = (k) => code(k < 5 ? (i + GROEP) % (PRODUCTEN - 1) : Math.floor(i / GROEP) * GROEP + ((i + k) % GROEP));
      return [vraag(code(i), { einddatum: '2027-06-30' }), reeks(10, (k) => toewijzing(k, naast(k), `2026-0${1 + (k % 3)}-05`, '2027-12-31'))];
    }));
    const zwaar = meetVragen(reeks(KEREN_ZWAAR, () => [vraag(ZWAAR, { aanbieder: '65000001' }),
      reeks(10, (k) => toewijzing(k, ZWAAR, `20${26 + (k % 7)}-0${1 + (k % 9)}-${10 + k}`, undefined, 17))]));
    return [
      { naam: `bestand van ${PRODUCTEN} producten en ${CONTRACTEN} contracten`, waarde: tekst.length / 1e6, eenheid: 'MB' },
      { naam: 'laden, p50', waarde: snel[KEREN_LADEN >> 1], eenheid: 'ms', doel: '< 1000' },
      { naam: `laden, langste van ${KEREN_LADEN}`, waarde: snel[KEREN_LADEN - 1], eenheid: 'ms' },
      { naam: 'laden, rekentijd', waarde: rekentijdLaden, eenheid: 'ms' },
      { naam: 'laden met de volledige YAML-lezer, p50', waarde: volledig[KEREN_LADEN >> 1], eenheid: 'ms' },
      { naam: 'een gevraagd product, tien toewijzingen, p50', waarde: gewoon.p50, eenheid: 'ms', doel: '< 1' },
      { naam: 'een gevraagd product, tien toewijzingen, p99', waarde: gewoon.p99, eenheid: 'ms' },
      { naam: 'een gevraagd product, tien toewijzingen, rekentijd gemiddeld', waarde: gewoon.cpu, eenheid: 'ms', doel: '< 1' },
      { naam: 'een gevraagd product, tien toewijzingen, rekentijd p99', waarde: gewoon.cpu99, eenheid: 'ms', doel: '< 1' },
      { naam: 'het zwaarste product, p50', waarde: zwaar.p50, eenheid: 'ms', doel: '< 1' },
      { naam: 'het zwaarste product, rekentijd gemiddeld', waarde: zwaar.cpu, eenheid: 'ms', doel: '< 1' },
      // One in a hundred calls of this one pays for the memory that those before it used.
      { naam: 'het zwaarste product, rekentijd p99', waarde: zwaar.cpu99, eenheid: 'ms' },
      { naam: 'belasting van de machine', waarde: loadavg()[0], eenheid: '' },
    ];
  } finally {
    rmSync(map, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await meet());
