/** The waiting list: which allocations are on it, and for how long they wait. */
import { afterEach, describe, expect, it } from 'vitest';
import { leesWachtcursor, schrijfWachtcursor, wachtlijst, type Wachtende } from '../../src/gemeente/wachtlijst.js';
import type { Pool } from '../../src/platform/database.js';
import { m301, m305, m305ZonderNummer, m307, termijnproef } from '../hulp/termijnen.js';
import { AANBIEDER, GEMEENTE } from '../hulp/voorbeelden.js';

const opruimen: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stap of opruimen.splice(0).reverse()) await stap();
});

async function alles(pool: Pool, vandaag: string, limiet = 50): Promise<Wachtende[]> {
  const gevonden: Wachtende[] = [];
  for (let cursor: string | undefined, eerste = true; eerste || cursor !== undefined; eerste = false) {
    const na = cursor === undefined ? undefined : leesWachtcursor(cursor);
    const { items, volgende } = await wachtlijst(pool, GEMEENTE, vandaag, limiet, na);
    expect(items.length).toBeLessThanOrEqual(limiet);
    gevonden.push(...items);
    cursor = volgende === undefined ? undefined : schrijfWachtcursor(volgende);
  }
  return gevonden;
}

const Product = (nummer: number): { Categorie: '11'; Code: string } => ({ Categorie: '11', Code: `11A0${nummer}` });
const nummers = (wachtenden: readonly Wachtende[]): number[] => wachtenden.map((w) => w.toewijzingNummer);

describe('wachtlijst', () => {
  it('toont wat is toegewezen en niet gestart, met de dagen sinds de laatste van beide datums', async () => {
    const p = await termijnproef(opruimen);
    await p.goed('WMO301', m301('T1', '2026-02-20', {},
      { ToewijzingNummer: 2, Product: Product(2), Ingangsdatum: '2026-01-10', Toewijzingsdatum: '2026-02-18' }));
    const voor = {
      toewijzingNummer: 300201, aanbieder: AANBIEDER, product: { categorie: '02', code: '02A03' },
      ingangsdatum: '2026-03-01', toewijzingsdatum: '2026-02-20', einddatum: '2026-12-31',
    };
    const tweede = {
      ...voor, toewijzingNummer: 2, product: { categorie: '11', code: '11A02' }, ingangsdatum: '2026-01-10',
      toewijzingsdatum: '2026-02-18',
    };
    expect(await alles(p.pool, '2026-02-20')).toEqual([
      { ...tweede, dagenGewacht: 2 }, { ...voor, dagenGewacht: 0 }]);
    expect(await alles(p.pool, '2026-03-11')).toEqual([
      { ...tweede, dagenGewacht: 21 }, { ...voor, dagenGewacht: 10 }]);
  });

  it('een latere versie begint het wachten niet opnieuw', async () => {
    const p = await termijnproef(opruimen);
    await p.goed('WMO301', m301('T1', '2026-03-02', { Toewijzingsdatum: '2026-03-02' }));
    await p.goed('WMO301', m301('T2', '2026-04-02',
      { Toewijzingsdatum: '2026-04-02', Einddatum: '2026-11-30', RedenWijziging: '05' }));
    expect((await alles(p.pool, '2026-04-02')).map((w) => [w.toewijzingsdatum, w.einddatum, w.dagenGewacht]))
      .toEqual([['2026-03-02', '2026-11-30', 31]]);
  });

  it('wie start gaat eraf, wie de start verwijdert komt terug, en wie is gestopt blijft eraf', async () => {
    const p = await termijnproef(opruimen);
    await p.goed('WMO301', m301('T1', '2026-02-20', {}));
    await p.goed('WMO305', m305('S1', '2026-03-05', {}));
    expect(await alles(p.pool, '2026-03-10')).toEqual([]);
    await p.goed('WMO305', m305('S2', '2026-03-06', { StatusAanlevering: '3' }));
    expect(nummers(await alles(p.pool, '2026-03-10'))).toEqual([300201]);
    await p.goed('WMO305', m305('S3', '2026-03-07', {}));
    await p.goed('WMO307', m307('P1', '2026-06-05', {}));
    expect(await alles(p.pool, '2026-06-10')).toEqual([]);
  });

  it('een start zonder ToewijzingNummer haalt de toewijzing van dat product in die periode eraf', async () => {
    const p = await termijnproef(opruimen);
    await p.goed('WMO301', m301('T1', '2026-02-20', {}, { ToewijzingNummer: 2, Product: Product(2) },
      { ToewijzingNummer: 3, Ingangsdatum: '2027-01-01', Einddatum: '2027-12-31' }));
    await p.goed('WMO305', m305ZonderNummer('S1', '2026-03-12', '2026-03-09'));
    expect(nummers(await alles(p.pool, '2026-04-01'))).toEqual([2, 3]);
  });

  it('wat is verwijderd of geëindigd staat er niet op; de laatste dag nog wel', async () => {
    const p = await termijnproef(opruimen);
    const kort = { ToewijzingNummer: 2, Product: Product(2), Einddatum: '2026-03-31' };
    await p.goed('WMO301', m301('T1', '2026-02-20', {}, kort));
    await p.goed('WMO301', m301('T2', '2026-03-02', kort,
      { Toewijzingsdatum: '2026-03-02', Einddatum: '2026-03-01', RedenWijziging: '13' }));
    expect(nummers(await alles(p.pool, '2026-02-28'))).toEqual([2]);
    expect(nummers(await alles(p.pool, '2026-03-31'))).toEqual([2]);
    expect(nummers(await alles(p.pool, '2026-04-01'))).toEqual([]);
  });

  it('bladert langst wachtend eerst, zonder gaten of dubbelen', async () => {
    const p = await termijnproef(opruimen);
    const datums = ['2026-03-04', '2026-03-01', '2026-03-04', '2026-03-02', '2026-03-04', '2026-03-03', '2027-01-01'];
    await p.goed('WMO301', m301('T1', '2026-02-20', ...datums.map((Ingangsdatum, i) => ({
      ToewijzingNummer: i + 1, Product: Product(i + 1), Ingangsdatum, Einddatum: '2027-12-31' }))));
    for (const limiet of [1, 2, 3, 50]) {
      const lijst = await alles(p.pool, '2026-04-01', limiet);
      expect(nummers(lijst)).toEqual([2, 4, 6, 1, 3, 5, 7]);
      expect(lijst.map((w) => w.dagenGewacht)).toEqual([31, 30, 29, 28, 28, 28, 0]);
    }
    expect((await wachtlijst(p.pool, '0268', '2026-04-01', 50)).items).toEqual([]);
  });
});
