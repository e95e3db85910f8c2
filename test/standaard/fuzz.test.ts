/** Damaged messages of every type that is assessed: always a verdict, always the same one, and never a value in it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Berichten } from '../../src/standaard/berichten/gegenereerd/index.js';
import { oordeelOver, type Oordeel } from '../../src/standaard/oordeel.js';
import { leesBericht } from '../../src/standaard/xml/lezen.js';
import { schrijfBericht } from '../../src/standaard/xml/schrijven.js';
import { MERKTEKEN, MUTATIES, mutanten, type Mutant } from '../hulp/mutaties.js';
import { schemas } from '../hulp/schema.js';
import { VOORBEELDEN } from '../hulp/voorbeelden.js';

/**
 * Messages per type and mutants of each: together 20,000 in npm test. More, and others, to soak:
 * FUZZ_BERICHTEN=5000 FUZZ_ZAAD=7 npx vitest run test/standaard/fuzz.test.ts.
 */
const BERICHTEN = Number(process.env['FUZZ_BERICHTEN'] ?? 100);
const ZAAD = Number(process.env['FUZZ_ZAAD'] ?? 20_260_301);
const PER_BERICHT = 26;
const AANTAL = BERICHTEN * PER_BERICHT;
/** Far more than it takes: something hangs when it takes longer. */
const SECONDEN_PER_BERICHT = 2;

const SOORTEN = Object.keys(VOORBEELDEN) as (keyof typeof VOORBEELDEN)[];
/** So much of the mark, from any place in it, gives it away. */
const STUKKEN = Array.from({ length: MERKTEKEN.length - 3 }, (_, i) => MERKTEKEN.slice(i, i + 4));

/** The values in a document that cannot stand in a finding by chance, as the bounds of a number could. */
function herkenbareWaarden(xml: string): string[] {
  return [...xml.matchAll(/>([^<]{6,})</g)].map(([, waarde = '']) => waarde.trim())
    .filter((waarde) => waarde.length >= 6 && !/^9+$/.test(waarde));
}

describe.each(SOORTEN)('een beschadigd %s', (soort) => {
  it(`krijgt altijd een oordeel zonder waarden, en blijft leesbaar als het geldig is (${AANTAL} keer)`, () => {
    const gezien = new Map<string, number>();
    const tel = (wat: string): void => { gezien.set(wat, (gezien.get(wat) ?? 0) + 1); };
    const controleer = ({ mutatie, xml }: Mutant): void => {
      const bytes = Buffer.from(xml);
      const oordeel = oordeelOver(bytes, schemas());
      const tekst = JSON.stringify(oordeel);
      expect(JSON.stringify(oordeelOver(bytes, schemas()))).toBe(tekst);
      const gelekt = [...STUKKEN, ...herkenbareWaarden(xml)].filter((waarde) => tekst.includes(waarde));
      if (gelekt.length > 0) expect.fail(`${gelekt.join()} in ${tekst}`);
      if (isGeldigOpNiveau1(oordeel)) {
        const bericht = leesBericht(soort, bytes);
        expect(leesBericht(soort, schrijfBericht(soort, bericht))).toStrictEqual(bericht);
      }
      tel(mutatie);
      tel(soortOordeel(oordeel));
    };
    const beschadigd = mutanten(soort, VOORBEELDEN[soort] as Berichten[typeof soort], PER_BERICHT);
    fc.assert(fc.property(beschadigd, (reeks) => { reeks.forEach(controleer); }), { numRuns: BERICHTEN, seed: ZAAD });
    for (const wat of [...MUTATIES, 'niet-welgevormd', 'xsd-ongeldig', 'niveau 2', 'goed']) {
      expect(gezien.get(wat), wat).toBeGreaterThan(0);
    }
  }, BERICHTEN * SECONDEN_PER_BERICHT * 1000);
});

function isGeldigOpNiveau1({ berichtsoort, meldingen }: Oordeel): boolean {
  return berichtsoort !== undefined && meldingen.every(({ niveau }) => niveau > 1);
}

function soortOordeel({ meldingen }: Oordeel): string {
  const [eerste] = meldingen;
  if (eerste === undefined) return 'goed';
  return eerste.niveau === 2 ? 'niveau 2' : eerste.regel;
}
