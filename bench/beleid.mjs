/**
 * Policy of a large region: how long loading 5,000 products and 500 contracts takes, and one requested product. The file is made here and
 * read from disk as REGIO_DIR is. Every product has rules on it, and the client has allocations of the products that they name. Besides the
 * clock, processor time is told: on a busy machine the clock also counts waiting.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';

const PRODUCTEN = 5000;
const CONTRACTEN = 500;
const GROEP = 50;
const PER_CONTRACT = 50;
const RONDES = 4;
const KEREN_LADEN = 5;

const regio = (naam) => import(new URL(`../dist/regio/${naam}.js`, import.meta.url).href);
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
    producten: reeks(PRODUCTEN, (i) => ({
      code: code(i), categorie: '02', naam: `Product ${i}`, eenheid: '04', frequenties: ['2', '4', '6'], groep: groep(Math.floor(i / GROEP)),
      gewicht: ['licht', 'middel', 'zwaar'][i % 3], vanaf: '2025-01-01',
      tarieven: [{ vanaf: '2025-01-01', totEnMet: '2025-12-31', centen: 5000 + i }, { vanaf: '2026-01-01', centen: 5100 + i }],
    })),
    contracten: reeks(CONTRACTEN, (i) => ({
      aanbieder: String(65_000_000 + i), vanaf: '2025-01-01', producten: reeks(PER_CONTRACT, (k) => code((i * GROEP + k * 7) % PRODUCTEN)),
    })),
    aanvraagroutes: reeks(groepen, (i) => ({ voor: [groep(i)], via: ['WMO315', 'toegang'], dan: 'toewijzen' })),
    schalen: [{ groepen: [groep(0), groep(1), groep(2)], opTussenGroepen: { via: ['toegang'], dan: 'toewijzen' },
      afTussenGroepen: { via: ['WMO315', 'toegang'], dan: 'toewijzen' }, binnenGroepMet315: 'uit' }],
    voorwaarden: reeks(groepen, (i) => [
      { regel: `naast-${i}`, soort: 'vereist', voor: [groep(i)], naast: [groep((i + 1) % groepen)], periode: 'omvat', aanbieder: 'elke', anders },
      { regel: `niet-${i}`, soort: 'nietSamen', voor: [groep(i)], met: [groep((i + 2) % groepen)], anders },
      { regel: `week-${i}`, soort: 'maximum', voor: [groep(i)], volume: 26, eenheid: '04', per: 'week', anders },
      { regel: `jaar-${i}`, soort: 'maximum', voor: [groep(i)], volume: 695, eenheid: '04', per: 'jaar', anders },
    ]).flat(),
  };
}

function toewijzing(nummer, product, ingangsdatum) {
  return { toewijzing: { nummer, aanbieder: '65000000', bsn: '999900006', categorie: '02', code: product, toewijzingsdatum: ingangsdatum,
    toewijzingstijd: '12:00:00', ingangsdatum, einddatum: '2027-12-31', volume: 2, eenheid: '04', frequentie: '2' }, gestart: true, gestopt: false };
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
    const duren = [];
    const voorBeoordelen = process.cpuUsage();
    for (let ronde = 0; ronde < RONDES; ronde++) {
      for (let i = 0; i < PRODUCTEN; i++) {
        const volgende = (i + GROEP) % PRODUCTEN;
        const toewijzingen = reeks(10, (k) => toewijzing(k, code(k < 5 ? volgende : Math.floor(i / GROEP) * GROEP + ((i + k) % GROEP)), `2026-0${1 + (k % 3)}-05`));
        const aanvraag = { gemeente: '0268', aanbieder: '65000000', route: 'WMO315', product: { categorie: '02', code: code(i) },
          ingangsdatum: '2026-02-01', einddatum: '2027-06-30', omvang: { volume: 3, eenheid: '04', frequentie: '2' }, dagtekening: '2026-01-20' };
        const begin = performance.now();
        beoordeelAanvraag(beleid, aanvraag, { toewijzingen, vandaag: '2026-01-20' });
        if (ronde > 0) duren.push(performance.now() - begin);
      }
    }
    const rekentijdBeoordelen = rekentijd(voorBeoordelen) / (RONDES * PRODUCTEN);
    duren.sort((a, b) => a - b);
    return [
      { naam: `bestand van ${PRODUCTEN} producten en ${CONTRACTEN} contracten`, waarde: tekst.length / 1e6, eenheid: 'MB' },
      { naam: 'laden, p50', waarde: snel[KEREN_LADEN >> 1], eenheid: 'ms', doel: '< 1000' },
      { naam: `laden, langste van ${KEREN_LADEN}`, waarde: snel[KEREN_LADEN - 1], eenheid: 'ms' },
      { naam: 'laden, rekentijd', waarde: rekentijdLaden, eenheid: 'ms' },
      { naam: 'laden met de volledige YAML-lezer, p50', waarde: volledig[KEREN_LADEN >> 1], eenheid: 'ms' },
      { naam: 'een gevraagd product, tien toewijzingen, p50', waarde: duren[duren.length >> 1], eenheid: 'ms', doel: '< 1' },
      { naam: 'een gevraagd product, tien toewijzingen, p99', waarde: duren[Math.floor(duren.length * 0.99)], eenheid: 'ms' },
      { naam: 'een gevraagd product, tien toewijzingen, rekentijd gemiddeld', waarde: rekentijdBeoordelen, eenheid: 'ms', doel: '< 1' },
    ];
  } finally {
    rmSync(map, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await meet());
