/** Terms in tests: those of an invented policy, a pipeline with a clock to set, and all that the database holds. */
import { expect } from 'vitest';
import type { Beleidstermijn } from '../../src/gemeente/termijnsoorten.js';
import type { Bevraagbaar } from '../../src/platform/database.js';
import type { Termijn } from '../../src/regio/beleidsbestand.js';
import type { Heenbericht } from '../../src/standaard/berichten/berichtsoorten.js';
import type { Berichten, WMO301, WMO305, WMO307 } from '../../src/standaard/berichten/gegenereerd/index.js';
import { verseDatabase } from './database.js';
import { maakPijplijn, type Pijplijn } from './pijplijn.js';
import { header, wmo301, wmo305, wmo307 } from './voorbeelden.js';

/** A term of a policy file; `voor` names products. */
export function beleidstermijn(
  termijn: string, gebeurtenis: Termijn['gebeurtenis'], gevolg: Termijn['gevolg'], aantal: number,
  eenheid: Termijn['grens']['eenheid'], velden: Partial<Termijn> = {},
): Beleidstermijn {
  return {
    regel: { termijn, gebeurtenis, gevolg, grens: { aantal, eenheid }, wie: 'aanbieder', ...velden },
    producten: new Set(velden.voor ?? []),
  };
}

export interface Termijnregel {
  readonly soort: string; readonly bron: string; readonly partij: string; readonly start: string;
  readonly vervaldatum: string; readonly gesloten_op: string | null; readonly onderwerp: string;
}

/** Every term, without what differs from run to run; `onderwerp` only its first word. */
export async function alleTermijnen(db: Bevraagbaar): Promise<Termijnregel[]> {
  const { rows } = await db.query<{ [K in keyof Termijnregel]: Termijnregel[K] }>(
    `select soort, bron, partij, start, vervaldatum, gesloten_op, split_part(onderwerp, ' ', 1) as onderwerp
     from termijn order by soort, bron, partij, start, vervaldatum, gesloten_op, onderwerp`);
  return rows;
}

export interface Termijnproef extends Pijplijn {
  /** The day that the clock says from now on. */
  zet(vandaag: string): void;
  /** Delivers and insists on approval; gives the id. */
  goed<B extends Heenbericht>(soort: B, bericht: Berichten[B]): Promise<string>;
  termijnen(): Promise<Termijnregel[]>;
  termijn(soort: string): Promise<Termijnregel[]>;
}

/** A pipeline on a database of its own; what it leaves behind is put in `opruimen`, to be undone in reverse order. */
export async function termijnproef(
  opruimen: (() => Promise<void>)[], beleid: readonly Beleidstermijn[] = [], vandaag = '2026-12-31',
): Promise<Termijnproef> {
  const database = await verseDatabase();
  let dag = vandaag;
  const klok = { nu: () => new Date(), vandaag: () => dag };
  const pijplijn = maakPijplijn(database.url, { klok, termijnbeleid: () => beleid });
  opruimen.push(() => database.verwijder(), () => pijplijn.sluit());
  return {
    ...pijplijn,
    zet(nieuw) { dag = nieuw; },
    async goed(soort, bericht) {
      const { id, status, bevindingen } = await pijplijn.lever(soort, bericht);
      expect(bevindingen).toEqual([]);
      expect(status).toBe('goedgekeurd');
      return id;
    },
    termijnen: () => alleTermijnen(pijplijn.pool),
    termijn: async (soort) => (await alleTermijnen(pijplijn.pool)).filter((termijn) => termijn.soort === soort),
  };
}

const product = wmo301.Client.ToegewezenProducten[0] as WMO301.ToegewezenProduct;
const start = wmo305.Client.StartProducten[0] as WMO305.StartProduct;
const stop = wmo307.Client.StopProducten[0] as WMO307.StopProduct;

/** The example message with other products: each the example's, changed as said. */
export function m301(
  id: string, dagtekening: string, ...producten: Partial<WMO301.ToegewezenProduct>[]
): Berichten['WMO301'] {
  const ToegewezenProducten = producten.map((velden) => ({ ...product, ...velden }));
  return { Header: header('WMO301', id, dagtekening), Client: { ...wmo301.Client, ToegewezenProducten } };
}

export function m305(id: string, dagtekening: string, ...starts: Partial<WMO305.StartProduct>[]): Berichten['WMO305'] {
  const StartProducten = starts.map((velden) => ({ ...start, ...velden }));
  return { Header: header('WMO305', id, dagtekening), Client: { ...wmo305.Client, StartProducten } };
}

/** A start that names no allocation, only its product. */
export function m305ZonderNummer(id: string, dagtekening: string, Begindatum: string): Berichten['WMO305'] {
  const StartProducten = [{ Product: { Categorie: '02', Code: '02A03' }, Begindatum, StatusAanlevering: '1' }] as const;
  return { Header: header('WMO305', id, dagtekening), Client: { ...wmo305.Client, StartProducten } };
}

export function m307(id: string, dagtekening: string, velden: Partial<WMO307.StopProduct>): Berichten['WMO307'] {
  return {
    Header: header('WMO307', id, dagtekening), Client: { ...wmo307.Client, StopProducten: [{ ...stop, ...velden }] } };
}

export function m319(
  id: string, dagtekening: string, ReferentieAanbieder: string, VerzoekAntwoord: '1' | '2',
): Berichten['WMO319'] {
  const reden = VerzoekAntwoord === '1' ? { RedenAfwijzingVerzoek: '1' as const } : {};
  return { Header: header('WMO319', id, dagtekening), Antwoord: { ReferentieAanbieder, VerzoekAntwoord, ...reden } };
}
