import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALLE_BERICHTSOORTEN } from '../../../src/standaard/berichten/berichtsoorten.js';
import { controleerNiveau1 } from '../../../src/standaard/xml/niveau1.js';
import { schrijfBericht } from '../../../src/standaard/xml/schrijven.js';
import { schemas } from '../../hulp/schema.js';
import { RUNS, willekeurigBericht } from '../../hulp/willekeurig.js';

/** What must not come out: a name, a bsn, something with markup in it, a value longer than any element allows. */
const MERKTEKENS = ['Qwzxjkvp', '999900006', '999900006 Qwzxjkvp', 'Qwzxjkvp\' \'(999900006)\' Expected is ( Qwzxjkvp )', 'Qwzxjkvp'.repeat(40),
  '&#81;wzxjkvp', '<![CDATA[Qwzxjkvp]]>', '&Qwzxjkvp;', 'Qwzxjkvp<b>Qwzxjkvp</b>', '-Qwzxjkvp', '+999900006'];
const GEHEIM = /Qwzx|wzxj|jkvp|99990|900006/;
const WAARDE = />([^<>]+)<\//g;

describe('een waarde komt nooit in een fout', () => {
  it.each(ALLE_BERICHTSOORTEN)('%s: als zij het bericht ongeldig maakt', (soort) => {
    let ongeldig = 0;
    fc.assert(fc.property(willekeurigBericht(soort), fc.nat(), fc.constantFrom(...MERKTEKENS), (bericht, welke, merkteken) => {
      const xml = schrijfBericht(soort, bericht).toString();
      const waarden = [...xml.matchAll(WAARDE)];
      const { index, 0: heel } = waarden[welke % waarden.length] as RegExpExecArray;
      const uitkomst = controleerNiveau1(Buffer.from(`${xml.slice(0, index)}>${merkteken}</${xml.slice(index + heel.length)}`), schemas());
      if (uitkomst.geldig) return;
      ongeldig++;
      expect(JSON.stringify(uitkomst)).not.toMatch(GEHEIM);
    }), { numRuns: Math.ceil(RUNS / 2) });
    expect(ongeldig).toBeGreaterThan(0);
  });

  it.each(ALLE_BERICHTSOORTEN)('%s: als de opmaak eromheen stukgaat', (soort) => {
    const stuk = fc.record({ plaats: fc.nat(), weg: fc.integer({ min: 0, max: 3 }),
      erbij: fc.constantFrom('', '', '<', '>', '/', '&', '"', ' ', '</', '<!--', '<![CDATA[', ']]>', '<x', ' x="', '\0', ':') });
    fc.assert(fc.property(willekeurigBericht(soort), fc.array(stuk, { minLength: 1, maxLength: 3 }), (bericht, stukken) => {
      let xml = schrijfBericht(soort, bericht).toString().replace(WAARDE, '>Qwzxjkvp</');
      for (const { plaats, weg, erbij } of stukken) {
        // Damage is done around the values, because it is there that a value can be taken for markup.
        const grenzen = [...xml.matchAll(/Qwzxjkvp/g)].flatMap(({ index }) => [index - 1, index, index + 8, index + 9, index + 10]);
        const hier = grenzen[plaats % grenzen.length] ?? 0;
        xml = xml.slice(0, hier) + erbij + xml.slice(hier + weg);
      }
      expect(JSON.stringify(controleerNiveau1(Buffer.from(xml), schemas()))).not.toMatch(GEHEIM);
    }), { numRuns: Math.ceil(RUNS / 2) });
  });
});
