/** The fast reader agrees with the full parser on everything that it dares to answer. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { leesSnelleYaml } from '../../src/regio/snelleYaml.js';

const MAP = new URL('../../regio/', import.meta.url);
const BESTANDEN = readdirSync(MAP).filter((naam) => naam.endsWith('.yaml')).map((naam) => [naam, readFileSync(new URL(naam, MAP), 'utf8')] as const);

/** What the full parser says; it may also refuse. */
function volledig(tekst: string): { waarde: unknown } | 'fout' {
  try {
    return { waarde: parse(tekst) };
  } catch {
    return 'fout';
  }
}

function gelijk(tekst: string): boolean {
  const snel = leesSnelleYaml(tekst);
  if (snel !== undefined) expect({ waarde: snel }).toEqual(volledig(tekst));
  return snel !== undefined;
}

describe('leesSnelleYaml', () => {
  it.each(BESTANDEN)('leest %s zelf, met dezelfde uitkomst', (_naam, tekst) => {
    expect(gelijk(tekst)).toBe(true);
  });

  const woord = fc.oneof(
    fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 _.()/%+-]{0,8}$/), fc.constantFrom('15N02', '1e5', '0x1F', '2026-01-01', '012', 'null', 'No', '~', '-', 'a: b', 'a #b'),
    fc.string({ maxLength: 6 }));
  const los = fc.oneof(woord, fc.integer(), fc.boolean(), fc.constant(null), fc.double({ noNaN: true }));
  const { boom } = fc.letrec<{ boom: unknown }>((tie) => ({
    boom: fc.oneof({ depthSize: 'small' }, los, fc.array(tie('boom'), { maxLength: 4 }),
      fc.dictionary(fc.oneof(fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9-]{0,5}$/), woord), tie('boom'), { maxKeys: 4 })),
  }));
  const blok = fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), boom, { maxKeys: 5 });

  it('is het eens met de volledige lezer over wat die schrijft', () => {
    let beantwoord = 0;
    fc.assert(fc.property(blok, fc.constantFrom(false, true), fc.constantFrom(2, 4), (waarde, naast, indent) => {
      if (gelijk(stringify(waarde, { indentSeq: naast, indent }))) beantwoord++;
    }), { numRuns: 500 });
    expect(beantwoord).toBeGreaterThan(0);
  });

  it('is het eens met de volledige lezer over beschadigde bestanden', () => {
    const tekens = [' ', '  ', '\n', '- ', '-', ': ', ':', '#', ' #', '\'', '"', '[', ']', '{', '}', ',', '|', '>', '&a ', '*a', '!', '?', '%',
      '\t', '---\n', '...', '\\', '0', 'e', '~'];
    const stukje = fc.oneof(fc.constantFrom(...tekens), fc.string({ maxLength: 3 }));
    let beantwoord = 0;
    const begin = BESTANDEN.map(([, tekst]) => tekst.split('\n').slice(0, 60).join('\n'));
    const basis = fc.constantFrom(...begin, 'a:\n  - b: 1\n    c: [x, { d: \'e\' }]\nf:\n- g\n');
    fc.assert(fc.property(basis, fc.array(fc.tuple(fc.nat(), fc.nat(4), stukje), { minLength: 1, maxLength: 3 }), (tekst, ingrepen) => {
      let beschadigd = tekst;
      for (const [plaats, weg, erbij] of ingrepen) {
        const hier = plaats % (beschadigd.length + 1);
        beschadigd = beschadigd.slice(0, hier) + erbij + beschadigd.slice(hier + weg);
      }
      if (gelijk(beschadigd)) beantwoord++;
    }), { numRuns: 1500 });
    expect(beantwoord).toBeGreaterThan(0);
  });
});
