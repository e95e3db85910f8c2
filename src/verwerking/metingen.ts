/** Prometheus metrics. Labels are message types, stages and outcomes, never identifications of messages or people. */
import { AggregatorRegistry, collectDefaultMetrics, Counter, Gauge, Histogram, Registry, type MetricObjectWithValues,
  type MetricValue } from 'prom-client';
import type { Bevraagbaar } from '../platform/database.js';
import type { Bezorger } from './bezorgen/bezorgen.js';
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
export function meetBeoordeling(
  register: Registry, bijMislukking: (id: string, pogingen: number, fout: unknown) => void,
  bijOordeel: Meter['beoordeeld'] = () => undefined,
): Meter {
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
    beoordeeld: (berichtsoort, status, id) => {
      beoordeeld.inc({ berichtsoort, status });
      bijOordeel(berichtsoort, status, id);
    },
    mislukt: (id, pogingen, fout) => {
      mislukt.inc();
      bijMislukking(id, pogingen, fout);
    },
  });
}

/** Gauges read from the database at the moment of asking; the partial index on open messages keeps that cheap. */
export function meetOpenstaand(register: Registry, db: Bevraagbaar): void {
  new Gauge({
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
}

/** What waits in the queue and what the audit trail has not chained yet; both are near zero while workers run. */
export function meetAchterstand(register: Registry, db: Bevraagbaar, wachtend: () => Promise<number>): void {
  new Gauge({
    name: 'iwmo_wachtrij_wachtend', help: 'Taken die in de wachtrij wachten', registers: [register],
    async collect() { this.set(await wachtend().catch(() => Number.NaN)); },
  });
  new Gauge({
    name: 'iwmo_audit_oudste_seconden', help: 'Leeftijd van de oudste auditregel die nog niet in de keten staat', registers: [register],
    async collect() {
      const { rows } = await db.query<{ oudste: number }>(
        'select coalesce(extract(epoch from now() - min(op)), 0)::float8 as oudste from audit_nieuw').catch(() => ({ rows: [] }));
      this.set(rows[0]?.oudste ?? Number.NaN);
    },
  });
}

/** Counter of attempts to deliver to webhooks; statuses of HTTP are counted per hundred. */
export function meetPogingen(register: Registry): Bezorger['geteld'] {
  const pogingen = new Counter({
    name: 'iwmo_webhook_pogingen_totaal', help: 'Pogingen om een bericht naar een webhook te sturen', labelNames: ['uitkomst'],
    registers: [register] });
  return (uitkomst) => { pogingen.inc({ uitkomst: uitkomst.replace(/^http-(\d)\d\d$/, 'http-$1xx') }); };
}

/** Per webhook so many of what waits are counted at most, so that asking costs the same however many there are. */
const MAX_GETELD = 1000;
const BEZORGINGEN = `
  select coalesce(sum(w.aantal), 0)::int8 as wacht, coalesce(extract(epoch from now() - min(w.oudste)), 0)::float8 as oudste,
    (select count(*) from bezorging where bezorgd_op is null and terzijde_op is not null)::int8 as terzijde
  from abonnement a cross join lateral (
    select count(*) as aantal, min(k.aangemaakt_op) as oudste from (
      (select b.aangemaakt_op from bezorging b where b.partij = a.partij and b.bezorgd_op is null and b.terzijde_op is null
         and b.foutbericht_id is null order by b.id limit ${MAX_GETELD})
      union all
      (select b.aangemaakt_op from bezorging b where b.partij = a.partij and b.bezorgd_op is null and b.terzijde_op is null
         and b.foutbericht_id is not null and a.vorm = 'stuf-ggk' order by b.id limit ${MAX_GETELD})) k) w
  where a.uit_op is null`;

/** Gauges of what waits for webhooks, read from the database at the moment of asking. */
export function meetBezorgingen(register: Registry, db: Bevraagbaar): void {
  const oudste = new Gauge({ name: 'iwmo_webhook_oudste_seconden', help: 'Leeftijd van wat het langst op een webhook wacht', registers: [register] });
  new Gauge({
    name: 'iwmo_webhook_openstaand', help: 'Berichten die op een webhook wachten of daarna terzijde zijn gelegd', labelNames: ['status'],
    registers: [register],
    async collect() {
      const { rows } = await db.query<{ wacht: number; terzijde: number; oudste: number }>(BEZORGINGEN).catch(() => ({ rows: [] }));
      const [stand] = rows;
      this.set({ status: 'wacht' }, stand?.wacht ?? 0);
      this.set({ status: 'terzijde' }, stand?.terzijde ?? 0);
      oudste.set(stand?.oudste ?? 0);
    },
  });
}

/** The metrics of this process together with the latest snapshots of others. */
export async function tekstVan(register: Registry, anderen: readonly Momentopname[]): Promise<string> {
  if (anderen.length === 0) return register.metrics();
  const eigen = await register.getMetricsAsJSON();
  return AggregatorRegistry.aggregate([eigen, ...anderen]).metrics();
}
