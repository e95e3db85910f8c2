import { describe, expect, it } from 'vitest';
import { leveringsstand } from '../../src/gemeente/eigenBijdrage.js';

const start = (begindatum: string) => ({ toewijzingNummer: 1, categorie: '02', code: '02A01', begindatum });
const stop = (begindatum: string, einddatum: string, redenBeeindiging: string) => ({ ...start(begindatum), einddatum, redenBeeindiging });
const periode = (startdatum: string, stopdatum?: string, redenBeeindiging?: string) => ({ startdatum, stopdatum, redenBeeindiging });

describe('leveringsstand', () => {
  it.each<[string, Parameters<typeof leveringsstand>, ReturnType<typeof leveringsstand>]>([
    ['nog niets', [[], []], { perioden: [], tijdelijkeStops: [] }],
    ['begonnen', [[start('2026-01-05')], []], { perioden: [periode('2026-01-05')], tijdelijkeStops: [] }],
    ['definitief gestopt', [[start('2026-01-05')], [stop('2026-01-05', '2026-03-31', '19')]],
      { perioden: [periode('2026-01-05', '2026-03-31', '19')], tijdelijkeStops: [] }],
    ['tijdelijk gestopt', [[start('2026-01-05')], [stop('2026-01-05', '2026-03-31', '20')]],
      { perioden: [periode('2026-01-05')], tijdelijkeStops: [{ stopdatum: '2026-03-31', hervatOp: undefined }] }],
    ['tijdelijk gestopt en hervat: één periode vanaf de eerste start',
      [[start('2026-06-01'), start('2026-01-05')], [stop('2026-01-05', '2026-03-31', '20')]],
      { perioden: [periode('2026-01-05')], tijdelijkeStops: [{ stopdatum: '2026-03-31', hervatOp: '2026-06-01' }] }],
    ['hervat en toen definitief gestopt',
      [[start('2026-01-05'), start('2026-06-01')], [stop('2026-06-01', '2026-07-31', '38'), stop('2026-01-05', '2026-03-31', '20')]],
      { perioden: [periode('2026-01-05', '2026-07-31', '38')], tijdelijkeStops: [{ stopdatum: '2026-03-31', hervatOp: '2026-06-01' }] }],
    ['tijdelijk en daarna definitief gestopt zonder hervatting',
      [[start('2026-01-05')], [stop('2026-01-05', '2026-03-31', '20'), stop('2026-01-05', '2026-04-30', '02')]],
      { perioden: [periode('2026-01-05', '2026-04-30', '02')], tijdelijkeStops: [{ stopdatum: '2026-03-31', hervatOp: undefined }] }],
    ['opnieuw begonnen na een definitieve stop: twee perioden',
      [[start('2026-01-05'), start('2026-06-01')], [stop('2026-01-05', '2026-03-31', '21')]],
      { perioden: [periode('2026-01-05', '2026-03-31', '21'), periode('2026-06-01')], tijdelijkeStops: [] }],
  ])('%s', (_naam, [starts, stops], verwacht) => {
    expect(leveringsstand(starts, stops)).toEqual(verwacht);
  });
});
