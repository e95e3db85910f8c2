/** What pictures over time have in common. Everything is drawn in units of a fixed width that the page scales. */
import { scaleUtc } from 'd3-scale';

export const BREEDTE = 960;

const EERSTE = Date.UTC(1900, 0, 1);
const LAATSTE = Date.UTC(2200, 0, 1);
const DAG_MS = 86_400_000;

/** The instant at which a day begins, within what a picture can show: years far away stand at its edge. */
export function tijdVan(dag: string): number {
  const tijd = Date.parse(`${dag}T00:00:00Z`);
  if (Number.isNaN(tijd)) return dag.startsWith('-') ? EERSTE : LAATSTE;
  return Math.min(LAATSTE, Math.max(EERSTE, tijd));
}

/** The instant at which a day is over. */
export const eindeVan = (dag: string): number => tijdVan(dag) + DAG_MS;

export interface Tijdas {
  readonly van: number;
  readonly tot: number;
  /** Place of an instant; outside the axis that of its nearest end. */
  plaats(tijd: number): number;
  readonly streepjes: readonly { readonly x: number; readonly tekst: string }[];
}

const MAAND = new Intl.DateTimeFormat('nl-NL', { month: 'short', year: '2-digit', timeZone: 'UTC' });
const JAAR = new Intl.DateTimeFormat('nl-NL', { year: 'numeric', timeZone: 'UTC' });
const DAG = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const MAAND_MS = 31 * DAG_MS;

export function maakTijdas(van: number, tot: number, links: number, rechts: number): Tijdas {
  const schaal = scaleUtc().domain([van, tot]).range([links, rechts]).clamp(true);
  const lengte = tot - van;
  const vorm = lengte > 48 * MAAND_MS ? JAAR : lengte > 2 * MAAND_MS ? MAAND : DAG;
  return { van, tot, plaats: (tijd) => Math.round(schaal(tijd) * 10) / 10,
    streepjes: schaal.ticks(8).map((tijd) => ({ x: Math.round(schaal(tijd) * 10) / 10, tekst: vorm.format(tijd) })) };
}
