/** Prometheus metrics. Labels are message types, stages and outcomes, never identifications of messages or people. */
import { AggregatorRegistry, collectDefaultMetrics, Counter, Gauge, Histogram, Registry, type MetricObjectWithValues,
  type MetricValue } from 'prom-client';
import type { Bevraagbaar } from '../platform/database.js';
import { maakMeter, type Meter } from './meter.js';

export type Momentopname = MetricObjectWithValues<MetricValue<string>>[];

/** The registry of one process, with Node's own figures. */
export function maakRegister(proces: string): Registry {
  const register = new Registry();
  register.setDefaultLabels({ proces });
  collectDefaultMetrics({ register });
  return register;
}

/** Counters and histograms of the assessment, and the meter that feeds them. */
export function meetBeoordeling(register: Registry, bijMislukking: (id: string, pogingen: number, fout: unknown) => void): Meter {
  const duur = new Histogram({
    name: 'iwmo_stap_seconden', help: 'Duur per stap van de beoordeling', labelNames: ['stap'], registers: [register],
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5, 10],
  });
  const beoordeeld = new Counter({
    name: 'iwmo_beoordeeld_totaal', help: 'Beoordeelde berichten', labelNames: ['berichtsoort', 'status'], registers: [register] });
  const mislukt = new Counter({
    name: 'iwmo_mislukt_totaal', help: 'Pogingen waarin een beoordeling niet kon worden afgerond', registers: [register] });
  return maakMeter({
    duur: (stap, seconden) => { duur.observe({ stap }, seconden); },
    beoordeeld: (berichtsoort, status) => { beoordeeld.inc({ berichtsoort, status }); },
    mislukt: (id, pogingen, fout) => {
      mislukt.inc();
      bijMislukking(id, pogingen, fout);
    },
  });
}

/** Gauges read from the database at the moment of asking; the partial index on open messages keeps that cheap. */
export function meetOpenstaand(register: Registry, db: Bevraagbaar): void {
  const openstaand = new Gauge({
    name: 'iwmo_openstaand', help: 'Berichten die nog moeten worden beoordeeld', labelNames: ['status'], registers: [register],
    async collect() {
      const { rows } = await db.query<{ status: string; aantal: number }>(
        `select case when terzijde_op is not null then 'terzijde' else status end as status, count(*)::int8 as aantal from bericht
         where status in ('ontvangen', 'mislukt') group by 1`).catch(() => ({ rows: [] }));
      for (const status of ['ontvangen', 'mislukt', 'terzijde']) {
        this.set({ status }, rows.find((rij) => rij.status === status)?.aantal ?? 0);
      }
    },
  });
  void openstaand;
}

/** The metrics of this process together with the latest snapshots of others. */
export async function tekstVan(register: Registry, anderen: readonly Momentopname[]): Promise<string> {
  if (anderen.length === 0) return register.metrics();
  const eigen = await register.getMetricsAsJSON();
  return AggregatorRegistry.aggregate([eigen, ...anderen]).metrics();
}
