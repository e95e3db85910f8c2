import { cpSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { FOUT_BSN, FOUT_SCHEMA, GELDIG, iwmo, proefmap } from './proefopstelling.js';

const regelVan = (bytes: Uint8Array, element: string): number =>
  Buffer.from(bytes).toString().split('\n').findIndex((regel) => regel.includes(`<wmo305:${element}>`)) + 1;

describe('iwmo valideer', () => {
  const map = proefmap();
  const geldig = map.leg('geldig.xml', GELDIG);
  const bsn = map.leg('bsn.xml', FOUT_BSN);
  const schema = map.leg('schema.xml', FOUT_SCHEMA);

  it('geldig: uitgang 0', async () => {
    expect(await iwmo(['valideer', geldig])).toEqual({ uitgang: 0, uit: '1 bestand gecontroleerd: 1 geldig.\n', fout: '' });
  });

  it('niveau 2: noemt bestand, regelnummer, regel en pad', async () => {
    const { uitgang, uit } = await iwmo(['valideer', bsn]);
    expect(uitgang).toBe(1);
    expect(uit).toContain(`${bsn}:${regelVan(FOUT_BSN, 'Bsn')}: CS002 /Bericht/Client/Bsn\n    Het Bsn`);
  });

  it('niveau 1: noemt bestand, regelnummer en pad', async () => {
    const { uitgang, uit } = await iwmo(['valideer', schema]);
    expect(uitgang).toBe(1);
    expect(uit).toContain(`${schema}:${regelVan(FOUT_SCHEMA, 'Geslacht')}: xsd-ongeldig /Bericht/Client/Geslacht\n`);
  });

  it('noemt geen waarden uit het bericht', async () => {
    for (const formaat of ['mens', 'json', 'junit', 'sarif']) {
      const { uit, fout } = await iwmo(['valideer', '-f', formaat, bsn, schema]);
      for (const waarde of ['999900007', '999900006', 'Vos', '1967']) expect(uit + fout).not.toContain(waarde);
    }
  });

  it.each(['json', 'junit', 'sarif'])('--formaat %s: zelfde uitgang, bevindingen in het verslag', async (formaat) => {
    const { uitgang, uit, fout } = await iwmo(['valideer', '--formaat', formaat, geldig, bsn]);
    expect([uitgang, fout]).toEqual([1, '']);
    expect(uit).toContain('CS002');
  });

  it('leest de standaardinvoer', async () => {
    expect(await iwmo(['valideer', '-'], { invoer: GELDIG })).toMatchObject({ uitgang: 0 });
    const { uitgang, uit } = await iwmo(['valideer', '-'], { invoer: FOUT_BSN });
    expect(uitgang).toBe(1);
    expect(uit).toMatch(/^\(standaardinvoer\):\d+: CS002 /);
  });

  it('doorloopt een map, en telt', async () => {
    const { uitgang, uit } = await iwmo(['valideer', map.pad]);
    expect(uitgang).toBe(1);
    expect(uit).toMatch(/3 bestanden gecontroleerd: 1 geldig, 2 met 2 bevindingen\.\n$/);
  });

  it('gaat na een onbruikbaar bestand door, en eindigt met 2', async () => {
    const { uitgang, uit, fout } = await iwmo(['valideer', `${map.pad}/weg.xml`, bsn]);
    expect(uitgang).toBe(2);
    expect(uit).toContain('CS002');
    expect(uit).toContain('2 bestanden gecontroleerd: 0 geldig, 1 met 1 bevinding, 1 niet te beoordelen.');
    expect(fout).toBe(`iwmo: ${map.pad}/weg.xml: bestaat niet\n`);
  });

  it.each([
    ['leeg', '', 'niet-welgevormd'],
    ['geen XML', 'hallo', 'niet-welgevormd'],
    ['een DOCTYPE', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', 'doctype-niet-toegestaan'],
    ['een ander bericht', '<a/>', 'berichtsoort-onbekend'],
    ['diep genest', '<a>'.repeat(100) + '</a>'.repeat(100), 'te-diep-genest'],
    ['een lege codering', Buffer.from([0xff, 0xfe, 0x00]), 'niet-welgevormd'],
  ])('keurt af zonder te struikelen: %s', async (_naam, inhoud, regel) => {
    const { uitgang, uit } = await iwmo(['valideer', '-'], { invoer: Buffer.from(inhoud as string) });
    expect(uitgang).toBe(1);
    expect(uit).toContain(`: ${regel}`);
  });

  it('weigert wat te groot is als bevinding', async () => {
    const { uitgang, uit } = await iwmo(['valideer', '-'], { invoer: new Uint8Array(25_000_001) });
    expect(uitgang).toBe(1);
    expect(uit).toContain('bericht-te-groot');
  });

  it('kleurt alleen op een terminal en zonder NO_COLOR', async () => {
    expect((await iwmo(['valideer', bsn], { terminal: true })).uit).toContain('\u001b[31mCS002');
    expect((await iwmo(['valideer', bsn], { terminal: true, env: { NO_COLOR: '1' } })).uit).not.toContain('\u001b');
    expect((await iwmo(['valideer', bsn])).uit).not.toContain('\u001b');
  });

  it('toont voortgang alleen op een terminal', async () => {
    const veel = Array<string>(60).fill(geldig);
    expect((await iwmo(['valideer', ...veel], { terminal: true })).fout).toContain('50 bestanden…');
    expect((await iwmo(['valideer', ...veel])).fout).toBe('');
  });
});

describe('iwmo valideer: verkeerd gebruik', () => {
  it.each([
    [['valideer'], 'Noem een bestand'],
    [['valideer', '--formaat', 'pdf', 'x'], 'mens, json, junit, sarif'],
    [['valideer', '--formaat', 'constructor', 'x'], 'mens, json, junit, sarif'],
    [['valideer', '--formaat'], 'De optie --formaat is niet goed gebruikt.'],
    [['valideer', '--snel', 'x'], 'De optie --snel bestaat niet.'],
    [['valideer', '--help=ja'], 'De optie --help bestaat niet.'],
  ])('%j: uitgang 2', async (args, tekst) => {
    const { uitgang, uit, fout } = await iwmo(args);
    expect([uitgang, uit]).toEqual([2, '']);
    expect(fout).toContain(tekst);
  });
});

describe('SCHEMA_DIR', () => {
  const map = proefmap();
  const eigen = fileURLToPath(new URL('../../../schemas/iwmo/3.2', import.meta.url));

  it('leest schema\'s uit een andere map, met namen in welke schrijfwijze ook', async () => {
    const anders = `${map.pad}/anders`;
    cpSync(eigen, anders, { recursive: true });
    for (const naam of readdirSync(anders)) renameSync(`${anders}/${naam}`, `${anders}/${naam.replace('wmo', 'WMO')}`);
    expect(await iwmo(['valideer', '-'], { invoer: GELDIG, env: { SCHEMA_DIR: anders } })).toMatchObject({ uitgang: 0 });
  });

  it.each([['die er niet is', 'weg'], ['zonder schema\'s', 'leeg']])('een map %s: uitgang 2', async (_naam, naam) => {
    mkdirSync(`${map.pad}/leeg`, { recursive: true });
    const { uitgang, fout } = await iwmo(['valideer', '-'], { invoer: GELDIG, env: { SCHEMA_DIR: `${map.pad}/${naam}` } });
    expect(uitgang).toBe(2);
    expect(fout).toContain(`${map.pad}/${naam}`);
  });
});
