/** The months of an allocation and the maximum of each, against the worked examples of the standard. */
import { describe, expect, it } from 'vitest';
import { eersteVanMaand } from '../../../src/standaard/datum.js';
import { maandmaximum, maandVan, maandvenster } from '../../../src/standaard/volume/perioden.js';
import { PERIODE_VECTOREN, TOTAAL_VECTOREN } from './vectoren.js';

describe('maandmaximum', () => {
  it.each(PERIODE_VECTOREN.filter(({ toewijzing, prestatieEenheid }) => toewijzing.frequentie !== '6' && prestatieEenheid === undefined))(
    '$id: de maand is de ProductPeriode, en haar maximum dat van het voorbeeld', ({ toewijzing, periode, verwacht }) => {
      expect(maandVan(toewijzing, periode.einddatum)).toEqual(periode);
      expect(maandmaximum(toewijzing, periode.begindatum)).toBe(verwacht);
    });

  it('bij een totaal: geen', () => {
    const totalen = PERIODE_VECTOREN.filter(({ toewijzing }) => toewijzing.frequentie === '6');
    expect(totalen.length).toBeGreaterThan(0);
    for (const { toewijzing, periode } of totalen) expect(maandmaximum(toewijzing, periode.begindatum)).toBeUndefined();
  });

  it('buiten de toewijzing: 0, ook waar een maand altijd het volle volume heeft', () => {
    const perMaand = { volume: 15, eenheid: '04', frequentie: '4', ingangsdatum: '2025-10-14', einddatum: '2025-12-13' } as const;
    expect(['2025-09-30', '2025-10-01', '2025-12-31', '2026-01-01'].map((dag) => maandmaximum(perMaand, dag))).toEqual([0, 15, 15, 0]);
    expect(maandVan(perMaand, '2026-01-01')).toBeUndefined();
  });

  // Effort per week counts a week on a month border in both months (docs/volumes.md); everything else adds up.
  it.each(TOTAAL_VECTOREN.filter(({ toewijzing: { frequentie, eenheid } }) => frequentie === '1' || frequentie === '4' || (frequentie === '2' && eenheid === '83')))(
    '$id: de maanden samen zijn het totaal', ({ toewijzing, verwacht }) => {
      const { maanden, eerder, later } = maandvenster(toewijzing.ingangsdatum, toewijzing.einddatum ?? '', toewijzing.einddatum ?? '', 60);
      expect([eerder, later]).toEqual([undefined, undefined]);
      expect(maanden.reduce((som, maand) => som + (maandmaximum(toewijzing, maand) ?? 0), 0)).toBe(verwacht);
    });
});

describe('maandvenster', () => {
  const venster = (tot: string, hoeveel: number) => maandvenster('2024-03-15', '2026-02-10', tot, hoeveel);

  it('alles past: alle maanden, wat er ook gevraagd is', () => {
    for (const tot of ['2020-01-01', '2025-01-31', '2030-01-01']) {
      const { maanden, ...rest } = venster(tot, 24);
      expect([maanden.length, maanden[0], maanden.at(-1), rest]).toEqual([24, '2024-03-01', '2026-02-01', {}]);
    }
  });

  it('eindigt met de gevraagde maand, en schuift waar zij buiten de uitersten komt', () => {
    expect(venster('2025-01-31', 3)).toEqual({ maanden: ['2024-11-01', '2024-12-01', '2025-01-01'], eerder: '2024-10-01', later: '2025-04-01' });
    expect(venster('2024-04-01', 3)).toEqual({ maanden: ['2024-03-01', '2024-04-01', '2024-05-01'], later: '2024-08-01' });
    expect(venster('1999-01-01', 3)).toEqual({ maanden: ['2024-03-01', '2024-04-01', '2024-05-01'], later: '2024-08-01' });
    expect(venster('2031-01-01', 3)).toEqual({ maanden: ['2025-12-01', '2026-01-01', '2026-02-01'], eerder: '2025-11-01' });
  });

  it('wie doorbladert komt elke maand tegen, heen en terug, en elk venster is vol', () => {
    for (const richting of ['eerder', 'later'] as const) {
      const gezien: string[] = [];
      let tot: string | undefined = richting === 'eerder' ? '2026-02-01' : '2024-09-01';
      while (tot !== undefined) {
        const een = venster(tot, 7);
        expect(een.maanden).toHaveLength(7);
        gezien.push(...een.maanden);
        tot = een[richting];
      }
      expect(new Set(gezien).size).toBe(24);
    }
  });

  it('één maand, en een toewijzing tot ver na wat iemand bekijkt: alleen wat gevraagd is wordt gemaakt', () => {
    expect(maandvenster('2026-02-03', '2026-02-28', '2026-02-10', 24)).toEqual({ maanden: ['2026-02-01'] });
    const { maanden } = maandvenster('-4712-01-01', '5874897-12-31', '2026-02-10', 2);
    expect(maanden).toEqual([eersteVanMaand('2026-01-10'), '2026-02-01']);
  });
});
