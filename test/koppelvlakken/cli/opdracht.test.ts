import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { iwmo } from './proefopstelling.js';

describe('iwmo', () => {
  it.each([['--help'], ['-h']])('%s: hulp op de uitvoer, uitgang 0', async (optie) => {
    const { uitgang, uit, fout } = await iwmo([optie]);
    expect([uitgang, fout]).toEqual([0, '']);
    for (const opdracht of ['valideer', 'toon', 'regel', 'regio']) expect(uit).toContain(opdracht);
  });

  it.each(['valideer', 'toon', 'regel', 'regio'])('%s --help: hulp over de opdracht, wat er verder ook staat', async (opdracht) => {
    const { uitgang, uit, fout } = await iwmo([opdracht, 'x.xml', '--onzin', '--help']);
    expect([uitgang, fout]).toEqual([0, '']);
    expect(uit).toContain(`Gebruik: iwmo ${opdracht}`);
    expect(uit).toContain('Uitgang:');
  });

  it('na -- is alles een bestandsnaam', async () => {
    const { uitgang, fout } = await iwmo(['valideer', '--', '--help']);
    expect(uitgang).toBe(2);
    expect(fout).toBe('iwmo: --help: bestaat niet\n');
  });

  it('de hulp bij toon waarschuwt voor persoonsgegevens', async () => {
    expect((await iwmo(['toon', '--help'])).uit).toContain('persoonsgegevens');
  });

  it('--versie is die van het pakket', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string };
    expect(await iwmo(['--versie'])).toEqual({ uitgang: 0, uit: `${version}\n`, fout: '' });
  });

  it.each([
    ['geen opdracht', [], 'Noem een opdracht.'],
    ['een onbekende opdracht', ['controleer'], 'De opdracht controleer bestaat niet.'],
    ['een geërfde naam', ['constructor'], 'De opdracht constructor bestaat niet.'],
    ['een onbekende optie', ['--stil'], 'De optie --stil bestaat niet.'],
    ['een naam met besturingstekens', ['\u001b[31m'], 'De opdracht \\u{1b}[31m bestaat niet.'],
  ])('%s: uitgang 2', async (_naam, args, tekst) => {
    const { uitgang, uit, fout } = await iwmo(args);
    expect([uitgang, uit]).toEqual([2, '']);
    expect(fout).toBe(`iwmo: ${tekst}\nZie iwmo --help.\n`);
  });
});
