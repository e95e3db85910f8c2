/** Runs a command in the test process and keeps what it writes; and a folder for the files of one test file. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import type { Omgeving, Uitgang } from '../../../src/koppelvlakken/cli/omgeving.js';
import { voerUit } from '../../../src/koppelvlakken/cli/opdracht.js';
import { schrijfBericht } from '../../../src/standaard/xml/schrijven.js';
import { wmo305 } from '../../hulp/voorbeelden.js';

export interface Afloop {
  readonly uitgang: Uitgang;
  readonly uit: string;
  readonly fout: string;
}

export interface Opzet {
  readonly invoer?: Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** Which of the two channels are a terminal. */
  readonly terminal?: boolean;
}

async function* stukken(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < bytes.length; i += 1000) yield bytes.subarray(i, i + 1000);
}

/** `iwmo …args`, in this process. */
export async function iwmo(args: readonly string[], opzet: Opzet = {}): Promise<Afloop> {
  const { invoer = new Uint8Array(), env = {}, terminal = false } = opzet;
  let uit = '';
  let fout = '';
  const omgeving: Omgeving = {
    uit: { terminal, schrijf: async (tekst) => { uit += tekst; } },
    fout: { terminal, schrijf: async (tekst) => { fout += tekst; } },
    invoer: stukken(invoer), env,
  };
  const uitgang = await voerUit(args, omgeving);
  return { uitgang, uit, fout };
}

/** A temporary folder that goes away after the tests of the file; `leg` puts a file in it and gives its path. */
export function proefmap(): { pad: string; leg: (naam: string | Buffer, inhoud: string | Uint8Array) => string } {
  const pad = mkdtempSync(join(tmpdir(), 'iwmo-cli-'));
  afterAll(() => { rmSync(pad, { recursive: true, force: true }); });
  return {
    pad,
    leg: (naam, inhoud) => {
      const heel = Buffer.concat([Buffer.from(`${pad}/`), Buffer.from(naam as string)]);
      if (typeof naam === 'string') mkdirSync(dirname(heel.toString()), { recursive: true });
      writeFileSync(heel, inhoud);
      return heel.toString();
    },
  };
}

export const GELDIG = schrijfBericht('WMO305', wmo305);
/** Breaks CS002 on level 2. */
export const FOUT_BSN = schrijfBericht('WMO305', { ...wmo305, Client: { ...wmo305.Client, Bsn: '999900007' } });
/** Breaks the schema. */
export const FOUT_SCHEMA = Buffer.from(GELDIG.toString().replace('<wmo305:Geslacht>1<', '<wmo305:Geslacht>7<'));
