/** The rules on starts and stops read literally: deliveries in plain lists, applied one by one and searched in full. */
import fc from 'fast-check';
import type { WMO305, WMO307 } from '../../../src/standaard/berichten/gegenereerd/index.js';
import type { Start, Stop } from '../../../src/standaard/regels/dossier.js';

export type StartProduct = WMO305.StartProduct;
export type StopProduct = WMO307.StopProduct;

/** Absent equals absent. */
function zelfdeStart(a: StartProduct | StopProduct, b: StartProduct | StopProduct): boolean {
  return a.ToewijzingNummer === b.ToewijzingNummer && zelfdeProduct(a, b) && a.Begindatum === b.Begindatum;
}

function zelfdeProduct(a: StartProduct | StopProduct, b: StartProduct | StopProduct): boolean {
  return a.Product?.Categorie === b.Product?.Categorie && a.Product?.Code === b.Product?.Code;
}

function zelfdeStop(a: StopProduct, b: StopProduct): boolean {
  return zelfdeStart(a, b) && a.RedenBeeindiging === b.RedenBeeindiging && a.Einddatum === b.Einddatum;
}

/** The same allocation; without ToewijzingNummer the same Product. */
function zelfdeLevering(a: StartProduct | StopProduct, b: StartProduct | StopProduct): boolean {
  if (a.ToewijzingNummer !== b.ToewijzingNummer) return false;
  return a.ToewijzingNummer !== undefined || zelfdeProduct(a, b);
}

/**
 * Plays a message on what is active: first all removals, then the new deliveries in order. `breekt` is asked of each
 * new one at its turn, with what is active then.
 * @returns what is active afterwards, and the positions (from 0) of the new deliveries that break something
 */
function speel<T extends StartProduct>(
  actief: readonly T[], bericht: readonly T[],
  gelijk: (a: T, b: T) => boolean, breekt: (nieuw: T, actief: readonly T[]) => boolean,
): { readonly actief: T[]; readonly brekers: number[] } {
  const nu = actief.filter((een) => !bericht.some((ander) => ander.StatusAanlevering === '3' && gelijk(een, ander)));
  const brekers: number[] = [];
  bericht.forEach((nieuw, i) => {
    if (nieuw.StatusAanlevering !== '1') return;
    if (breekt(nieuw, nu)) brekers.push(i);
    nu.push(nieuw);
  });
  return { actief: nu, brekers };
}

const nooit = () => false;

/** What is active after these messages. */
export function actieveStarts(berichten: readonly (readonly StartProduct[])[]): StartProduct[] {
  return berichten.reduce<StartProduct[]>((actief, bericht) => speel(actief, bericht, zelfdeStart, nooit).actief, []);
}

export function actieveStops(berichten: readonly (readonly StopProduct[])[]): StopProduct[] {
  return berichten.reduce<StopProduct[]>((actief, bericht) => speel(actief, bericht, zelfdeStop, nooit).actief, []);
}

export function brekersTR326(
  starts: readonly StartProduct[], stops: readonly StopProduct[], bericht: readonly StartProduct[],
): number[] {
  return speel(starts, bericht, zelfdeStart, (nieuw, actief) => actief.some((start) =>
    zelfdeLevering(start, nieuw) && !stops.some((stop) => zelfdeStart(stop, start)))).brekers;
}

/** `dag` gives dates an order that does not depend on how they are written. */
type Dag = (datum: string) => number;

export function brekersTR382(starts: readonly StartProduct[], dag: Dag, bericht: readonly StopProduct[]): number[] {
  return speel([], bericht, zelfdeStop, (stop) => {
    const vanLevering = starts.filter((start) => zelfdeLevering(start, stop));
    return !starts.some((start) => zelfdeStart(start, stop))
      || vanLevering.some((start) => dag(start.Begindatum) > dag(stop.Begindatum));
  }).brekers;
}

type Stoptoets = (nieuw: StopProduct, eerder: StopProduct, dag: Dag) => boolean;

/** Per rule whether a new stop may not follow an active one on the same start. */
export const STOPTOETSEN: Readonly<Record<'TR413' | 'TR414' | 'TR415', Stoptoets>> = {
  TR413: (nieuw, eerder) => nieuw.RedenBeeindiging === '20' && eerder.RedenBeeindiging === '20',
  TR414: (nieuw, eerder, dag) => dag(nieuw.Einddatum) < dag(eerder.Einddatum),
  TR415: (_nieuw, eerder) => eerder.RedenBeeindiging !== '20',
};

export function brekersStop(
  toets: Stoptoets, stops: readonly StopProduct[], dag: Dag, bericht: readonly StopProduct[],
): number[] {
  return speel(stops, bericht, zelfdeStop, (nieuw, actief) => actief.some((eerder) =>
    zelfdeLevering(eerder, nieuw) && eerder.Begindatum === nieuw.Begindatum && toets(nieuw, eerder, dag))).brekers;
}

export function naarStart({ ToewijzingNummer, Product, Begindatum }: StartProduct | StopProduct): Start {
  return {
    toewijzingNummer: ToewijzingNummer, categorie: Product?.Categorie, code: Product?.Code, begindatum: Begindatum };
}

export function naarStop(stop: StopProduct): Stop {
  return { ...naarStart(stop), redenBeeindiging: stop.RedenBeeindiging, einddatum: stop.Einddatum };
}

/** In order; years of another length and before Christ among them, which do not sort as text. */
const DATUMS = ['-0044-03-15', '2026-03-01', '2026-03-02', '10026-01-01'] as const;
export const dagVan: Dag = (datum) => (DATUMS as readonly string[]).indexOf(datum);

const datum = fc.constantFrom(...DATUMS);
const product = fc.constantFrom<Pick<StartProduct, 'Product'>>(
  {}, { Product: { Categorie: '02' } }, { Product: { Categorie: '02', Code: 'A' } },
  { Product: { Categorie: '03', Code: 'A' } });
const nummer = fc.constantFrom<Pick<StartProduct, 'ToewijzingNummer'>>(
  {}, { ToewijzingNummer: 1 }, { ToewijzingNummer: 2 });
const status = fc.constantFrom<StartProduct['StatusAanlevering']>('1', '3');

const start: fc.Arbitrary<StartProduct> = fc.tuple(nummer, product, status, datum)
  .map(([metNummer, metProduct, StatusAanlevering, Begindatum]) =>
    ({ ...metNummer, ...metProduct, StatusAanlevering, Begindatum }));
const reden = fc.constantFrom<StopProduct['RedenBeeindiging']>('19', '20', '36');
const stop: fc.Arbitrary<StopProduct> = fc.tuple(start, reden, datum)
  .map(([gestart, RedenBeeindiging, Einddatum]) => ({ ...gestart, RedenBeeindiging, Einddatum }));

/** The products of a message: few numbers, products and dates, so that all combinations meet. */
export const starts = fc.array(start, { minLength: 1, maxLength: 8 });
export const stops = fc.array(stop, { minLength: 1, maxLength: 8 });
