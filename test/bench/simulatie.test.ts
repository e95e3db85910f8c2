/** The simulation of the load plan: nothing gets lost in it, it repeats, and where theory gives the answer it gives that answer. */
import { describe, expect, it } from 'vitest';
import { maakKiezer, maakToeval, percentiel, simuleer, verdeel, zipf, type Opzet, type Tijden } from '../../bench/hulp/simulatie.mjs';

const TIJDEN: Tijden = {
  api: 1, databaseOpslaan: 1, commit: 1, wachtrij: 1, worker: 3, databaseBeoordelen: 4, vertraging: 2, pogingWorker: 0.3, pogingDatabase: 0.3 };
const opzet = (anders: Partial<Opzet> = {}): Opzet => ({
  zaad: 1, processen: { apis: 1, workers: 2, gelijktijdig: 8 }, kernen: { gedeeld: 2 }, tijden: TIJDEN,
  berichten: Array.from({ length: 2000 }, (_, i) => ({ paar: (i * i) % 37 })), gesloten: 24, ...anders });

describe('simuleer', () => {
  it('handelt elk bericht precies één keer af, na opslag', () => {
    const { berichten } = simuleer(opzet());
    expect(berichten).toHaveLength(2000);
    for (const een of berichten) {
      expect(een.keren).toBe(1);
      expect(een.aangekomen <= een.opgeslagen && een.opgeslagen <= een.begonnen && een.begonnen < een.klaar).toBe(true);
    }
  });

  it('geeft met hetzelfde zaad hetzelfde, en met een ander zaad iets anders', () => {
    expect(simuleer(opzet())).toEqual(simuleer(opzet()));
    expect(simuleer(opzet({ zaad: 2 })).duur).not.toBe(simuleer(opzet()).duur);
  });

  it('beoordeelt de berichten van één paar na elkaar, in volgorde van opslag, ook na een beurt', () => {
    const opgave = opzet();
    const { berichten } = simuleer({ ...opgave, berichten: Array.from({ length: 1000 }, (_, i) => ({ paar: i % 2 })) });
    for (const paar of [0, 1]) {
      const eigen = berichten.filter((_, i) => i % 2 === paar).sort((a, b) => a.opgeslagen - b.opgeslagen);
      for (const [i, een] of eigen.entries()) expect(een.begonnen).toBeGreaterThanOrEqual(eigen[i - 1]?.klaar ?? 0);
    }
  });

  it('haalt niet meer uit de processoren dan er is', () => {
    const { duur, bezetting } = simuleer(opzet());
    // 1 + 1 + 3 + 4 ms a message on two processors.
    expect(duur).toBeGreaterThan((2000 * 9 * 0.9) / 2);
    for (const deel of [bezetting.api, bezetting.worker, bezetting.database, bezetting.drukstePaar]) expect(deel).toBeLessThanOrEqual(1);
    expect(bezetting.database).toBeGreaterThan(0.9);
  });

  it('wacht zoals de wachttijdtheorie zegt: één bediende, willekeurige aankomst', () => {
    // Only the assessment costs anything: half of its time is fixed, half exponential. By Pollaczek-Khinchine the mean wait is
    // ρ (1 + c²) / (2 (1 - ρ)) times the service time, here with c² = 1/4 a piece, so 1/16 for four pieces.
    const toeval = maakToeval(5);
    let op = 0;
    const berichten = Array.from({ length: 60_000 }, () => ({ op: op -= Math.log(1 - toeval()) * 10, paar: 1 }));
    const nul = { api: 0, databaseOpslaan: 0, commit: 0, wachtrij: 0, databaseBeoordelen: 0, vertraging: 0, pogingWorker: 0, pogingDatabase: 0 };
    const { gesloten: _, ...open } = opzet({ tijden: { ...nul, worker: 7 }, kernen: { gedeeld: 50 }, berichten });
    const wachten = simuleer(open).berichten.map(({ opgeslagen, begonnen }) => begonnen - opgeslagen);
    const gemiddeld = wachten.reduce((a, b) => a + b, 0) / wachten.length;
    const theorie = (0.7 * (1 + 1 / 16) * 7) / (2 * 0.3);
    expect(gemiddeld / theorie).toBeGreaterThan(0.9);
    expect(gemiddeld / theorie).toBeLessThan(1.1);
  });

  it('laat een druk paar wachten en een ander paar niet', () => {
    const berichten = Array.from({ length: 500 }, (_, i) => ({ op: i * 5, paar: i % 50 === 0 ? 2 : 1 }));
    const { gesloten: _, ...open } = opzet({ berichten, kernen: { gedeeld: 16 }, processen: { apis: 4, workers: 8, gelijktijdig: 8 } });
    const wachten = simuleer(open).berichten.map(({ opgeslagen, begonnen }) => begonnen - opgeslagen);
    expect(Math.max(...wachten.filter((_, i) => i % 50 === 0))).toBeLessThan(50);
    expect(Math.max(...wachten)).toBeGreaterThan(500);
  });
});

describe('zipf, maakKiezer en verdeel', () => {
  it('geven aandelen die samen één zijn en naar die aandelen gekozen worden', () => {
    const aandelen = zipf(10, 1);
    expect(aandelen.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    const kies = maakKiezer(aandelen, maakToeval(3));
    const geteld = Array.from({ length: 10 }, () => 0);
    for (let i = 0; i < 50_000; i++) geteld[kies()]! += 1;
    for (const [i, aandeel] of aandelen.entries()) expect(Math.abs(geteld[i]! / 50_000 - aandeel)).toBeLessThan(0.01);
  });

  it('verdelen partijen zo dat geen shard veel meer krijgt dan zijn deel, of dan de grootste alleen', () => {
    const aandelen = zipf(342, 0.65);
    const vol = Array.from({ length: 8 }, () => 0);
    for (const [i, shard] of verdeel(aandelen, 8).entries()) vol[shard]! += aandelen[i]!;
    expect(Math.max(...vol)).toBeLessThan(Math.max(1 / 8, aandelen[0]!) * 1.05);
  });
});

describe('percentiel', () => {
  it('is de waarde waar dit aandeel onder ligt', () => {
    expect(percentiel([5, 1, 4, 2, 3], 0.5)).toBe(3);
    expect(percentiel([1], 0.99)).toBe(1);
    expect(percentiel([], 0.5)).toBe(0);
  });
});
