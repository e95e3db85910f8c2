import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { iwmo, proefmap } from './proefopstelling.js';

const MEEGELEVERD = fileURLToPath(new URL('../../../regio/', import.meta.url));
const GOED = 'regio: Proef\ngemeenten: [\'0268\']\nproducten:\n  - { code: A, categorie: \'02\' }\n';

interface Json { geldig: boolean; bestanden: { bestand: string; geldig: boolean; producten?: number; fouten: { pad: string; regelnummer?: number }[] }[] }

describe('iwmo regio controleer', () => {
  const map = proefmap();

  it('de meegeleverde bestanden zijn geldig', async () => {
    const { uitgang, uit, fout } = await iwmo(['regio', 'controleer', MEEGELEVERD]);
    expect([uitgang, fout]).toEqual([0, '']);
    const bestanden = readdirSync(MEEGELEVERD);
    for (const bestand of bestanden) expect(uit).toContain(`${bestand}: `);
    expect(uit).toContain(`${bestanden.length} bestanden gecontroleerd: ${bestanden.length} geldig.`);
  });

  it('noemt bestand, regel, plaats, reden en voorstel, met uitgang 1', async () => {
    map.leg('fout/goed.yaml', GOED);
    map.leg('fout/mis.yml', `${GOED.replace('0268', '0202')}product: []\n`);
    const { uitgang, uit } = await iwmo(['regio', 'controleer', join(map.pad, 'fout')]);
    expect(uitgang).toBe(1);
    expect(uit).toContain('goed.yaml: Proef, 1 gemeente, 1 product, 0 contracten\n');
    expect(uit).toContain('mis.yml:5: /product\n    De sleutel product bestaat hier niet. Bedoelt u producten?\n');
    expect(uit).toContain('2 bestanden gecontroleerd: 1 geldig, 1 met 1 fout.');
  });

  it('--formaat json: hetzelfde, voor eigen verwerking', async () => {
    map.leg('json/a.yaml', GOED);
    map.leg('json/b.yaml', GOED);
    const { uitgang, uit } = await iwmo(['regio', 'controleer', join(map.pad, 'json'), '--formaat', 'json']);
    expect(uitgang).toBe(1);
    expect(JSON.parse(uit) as Json).toMatchObject({ geldig: false, bestanden: [
      { bestand: 'a.yaml', geldig: true, producten: 1, fouten: [] },
      { bestand: 'b.yaml', geldig: false, fouten: [{ pad: '/gemeenten/0', reden: 'De gemeente 0268 staat al in a.yaml.' }] }] });
  });

  it('zonder map: REGIO_DIR', async () => {
    map.leg('env/a.yaml', GOED);
    expect((await iwmo(['regio', 'controleer'], { env: { REGIO_DIR: join(map.pad, 'env') } })).uit).toContain('a.yaml: Proef');
  });

  it.each([
    ['geen opdracht', [], 'iwmo regio controleer'],
    ['een andere opdracht', ['toon'], 'iwmo regio controleer'],
    ['een map die er niet is', ['controleer', '/bestaat/niet'], 'kan niet worden gelezen'],
    ['twee mappen', ['controleer', 'a', 'b'], 'hoogstens een map'],
    ['een onbekend formaat', ['controleer', '-f', 'xml'], 'mens of json'],
  ])('%s: uitgang 2', async (_naam, args, melding) => {
    const { uitgang, uit, fout } = await iwmo(['regio', ...args]);
    expect([uitgang, uit]).toEqual([2, '']);
    expect(fout).toContain(melding);
  });

  it('een map zonder beleid: uitgang 2', async () => {
    map.leg('leeg/lees-mij.txt', 'niets');
    const { uitgang, fout } = await iwmo(['regio', 'controleer', join(map.pad, 'leeg')]);
    expect([uitgang, fout]).toEqual([2, expect.stringContaining('geen .yaml of .yml')]);
  });
});
