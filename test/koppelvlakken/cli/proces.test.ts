import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { FOUT_BSN, GELDIG, proefmap } from './proefopstelling.js';

const PROGRAMMA = fileURLToPath(new URL('../../../dist/koppelvlakken/cli/iwmo.js', import.meta.url));

interface Afloop { readonly uitgang: number | null; readonly uit: string; readonly fout: string }

/** Runs the built program; `lees` false closes its output after the first piece. */
function draai(args: readonly string[], invoer: Uint8Array = new Uint8Array(), lees = true): Promise<Afloop> {
  return new Promise((klaar, mislukt) => {
    const proces = spawn(process.execPath, [PROGRAMMA, ...args]);
    let uit = '';
    let fout = '';
    proces.stdout.on('data', (stuk: Buffer) => {
      uit += stuk.toString();
      if (!lees) proces.stdout.destroy();
    });
    proces.stderr.on('data', (stuk: Buffer) => { fout += stuk.toString(); });
    // The program may end without reading everything.
    proces.stdin.on('error', () => undefined);
    proces.on('error', mislukt);
    proces.on('close', (uitgang) => { klaar({ uitgang, uit, fout }); });
    proces.stdin.end(invoer);
  });
}

describe.skipIf(!existsSync(PROGRAMMA))('het gebouwde programma (overgeslagen zonder dist/: draai npm run build)', () => {
  const map = proefmap();

  it('geeft de uitgang van de opdracht door, en mengt uitvoer en fouten niet', async () => {
    const geldig = map.leg('geldig.xml', GELDIG);
    expect(await draai(['valideer', geldig])).toEqual({ uitgang: 0, uit: '1 bestand gecontroleerd: 1 geldig.\n', fout: '' });
    const { uitgang, uit, fout } = await draai(['valideer', map.leg('fout.xml', FOUT_BSN), `${map.pad}/weg.xml`]);
    expect(uitgang).toBe(2);
    expect(uit).toContain('CS002');
    expect(fout).toBe(`iwmo: ${map.pad}/weg.xml: bestaat niet\n`);
  });

  it('leest de standaardinvoer en vindt schema\'s en versie in het pakket', async () => {
    expect(await draai(['valideer', '-'], FOUT_BSN)).toMatchObject({ uitgang: 1, fout: '' });
    expect((await draai(['--versie'])).uit).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect((await draai(['toon', '-'], GELDIG)).uit).toContain('Geslacht: 1 (man)');
    expect(await draai(['regel', 'NIETS'])).toMatchObject({ uitgang: 2, uit: '' });
  });

  it('stopt stil met uitgang 2 als de lezer ophoudt', async () => {
    const veel = Array<string>(400).fill(map.leg('veel.xml', FOUT_BSN));
    expect(await draai(['valideer', ...veel], undefined, false)).toMatchObject({ uitgang: 2, fout: '' });
  });
});
