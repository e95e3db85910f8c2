/** docs/regios.md keeps up with the schema, and its example works. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GEBEURTENISSEN } from '../../src/regio/beleidsbestand.js';
import { leesBeleidsteksten, STANDAARD_AFHANDELING } from '../../src/regio/index.js';
import { BELEID_SCHEMA } from '../../src/regio/schema.js';

const docs = readFileSync(new URL('../../docs/regios.md', import.meta.url), 'utf8');
const [, voorbeeld = ''] = /```yaml\n([^]*?)```/.exec(docs) ?? [];

/** Every key that the schema knows, at any depth. */
function sleutels(schema: unknown, gevonden = new Set<string>()): Set<string> {
  if (typeof schema !== 'object' || schema === null) return gevonden;
  for (const [naam, deel] of Object.entries(schema)) {
    if (naam === 'properties') for (const sleutel of Object.keys(deel as object)) gevonden.add(sleutel);
    sleutels(deel, gevonden);
  }
  return gevonden;
}

describe('docs/regios.md', () => {
  it('noemt elke sleutel van het schema', () => {
    expect([...sleutels(BELEID_SCHEMA)].filter((sleutel) => !docs.includes(`\`${sleutel}\``))).toEqual([]);
  });

  it('noemt elke gebeurtenis', () => {
    expect(GEBEURTENISSEN.filter((naam) => !naam.startsWith('WMO') && !docs.includes(`\`${naam}\``))).toEqual([]);
  });

  it('noemt de standaard van elke afhandeling', () => {
    for (const [geval, dan] of Object.entries(STANDAARD_AFHANDELING)) {
      const rij = docs.split('\n').find((regel) => regel.startsWith(`| \`${geval}\` |`)) ?? '';
      expect(rij, geval).toContain(dan.uitkomst === 'afwijzen' ? `| afwijzen, reden ${dan.reden} |` : `| ${dan.uitkomst} |`);
    }
  });

  it('heeft een voorbeeld dat klopt, en legt elk nummer erin uit', () => {
    expect(leesBeleidsteksten([{ bestand: 'voorbeeld.yaml', tekst: voorbeeld }])).toHaveProperty('beleid');
    const nummers = [...voorbeeld.matchAll(/# (\d+)$/gm)].map(([, nummer]) => Number(nummer));
    expect(nummers).toEqual(nummers.map((_, i) => i + 1));
    const uitleg = [...docs.split('```')[2]!.split('\n## ')[0]!.matchAll(/^(\d+)\. /gm)].map(([, nummer]) => Number(nummer));
    expect(uitleg).toEqual(nummers);
  });
});
