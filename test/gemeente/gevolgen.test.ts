/** What orders leave of what a client has: changed in place, closed and begun, ended, removed, new, and what cannot be carried out. */
import { describe, expect, it } from 'vitest';
import { gevolgenVan, isInkorting, situatieNa, wensVan } from '../../src/gemeente/gevolgen.js';
import type { Productopdracht } from '../../src/gemeente/opdracht.js';
import type { Situatie } from '../../src/regio/besluit.js';
import { isVerwijderd } from '../../src/standaard/regels/dossier.js';
import { AANBIEDER, ANDERE, bestaand, GEMEENTE, situatie } from '../regio/hulp.js';

const WIE = { gemeente: GEMEENTE, aanbieder: AANBIEDER, bsn: '999900006' };
const UREN = { volume: 3, eenheid: '04', frequentie: '2' } as const;
const lopend = () => bestaand('02A01', { ...UREN, ingangsdatum: '2026-01-01', einddatum: '2026-12-31' }, { gedeclareerdTotEnMet: '2026-01-31' });
const nieuw = (code: string, ingangsdatum: string, einddatum?: string): Productopdracht => ({
  actie: 'nieuw', product: { categorie: '02', code }, ingangsdatum, ...(einddatum === undefined ? {} : { einddatum }), omvang: UREN });
const na = (stand: Situatie, ...opdrachten: Productopdracht[]): Situatie => situatieNa(stand, gevolgenVan(WIE, opdrachten, stand));
const kort = ({ toewijzingen }: Situatie) => toewijzingen.map(({ toewijzing: t }) => [t.code, t.ingangsdatum, t.einddatum, t.volume]);

describe('situatieNa', () => {
  it('inkorten, verlengen en zonder einde maken: dezelfde toewijzing, met wat er al was geleverd en gedeclareerd', () => {
    for (const einddatum of ['2026-06-30', '2027-06-30', null]) {
      const een = lopend();
      const daarna = na(situatie(een), { actie: 'wijzigen', toewijzingNummer: een.toewijzing.nummer, einddatum });
      expect(kort(daarna)).toEqual([['02A01', '2026-01-01', einddatum ?? undefined, 3]]);
      expect(daarna.toewijzingen[0]).toMatchObject({ gestart: true, gedeclareerdTotEnMet: '2026-01-31', toewijzing: { nummer: een.toewijzing.nummer } });
    }
  });

  it('een ander volume per week sluit de dag ervoor en begint opnieuw, nog niet gestart (OP257)', () => {
    const een = lopend();
    const daarna = na(situatie(een), {
      actie: 'wijzigen', toewijzingNummer: een.toewijzing.nummer, ingangsdatum: '2026-04-01', omvang: { ...UREN, volume: 5 } });
    expect(kort(daarna)).toEqual([['02A01', '2026-01-01', '2026-03-31', 3], ['02A01', '2026-04-01', '2026-12-31', 5]]);
    expect(daarna.toewijzingen[1]).toMatchObject({ gestart: false, gestopt: false });
    expect(daarna.toewijzingen[1]?.gedeclareerdTotEnMet).toBeUndefined();
  });

  it('een totaal wijzigt in de toewijzing zelf (IV066)', () => {
    const een = bestaand('02A01', { volume: 100, eenheid: '04', frequentie: '6' });
    const daarna = na(situatie(een), { actie: 'wijzigen', toewijzingNummer: een.toewijzing.nummer, omvang: { volume: 120, eenheid: '04', frequentie: '6' } });
    expect(kort(daarna)).toEqual([['02A01', '2026-01-01', '2026-12-31', 120]]);
  });

  it('nieuw komt erbij, met een nummer dat nog niet bestaat; verwijderd telt nergens meer voor', () => {
    const [een, ander] = [lopend(), bestaand('02A02', { aanbieder: ANDERE })];
    const daarna = na(situatie(een, ander), { actie: 'verwijderen', toewijzingNummer: een.toewijzing.nummer },
      nieuw('02A03', '2026-03-01'), nieuw('02A04', '2026-03-01'));
    expect(daarna.toewijzingen.map(({ toewijzing }) => [toewijzing.code, isVerwijderd(toewijzing)]))
      .toEqual([['02A01', true], ['02A02', false], ['02A03', false], ['02A04', false]]);
    expect(new Set(daarna.toewijzingen.map(({ toewijzing }) => toewijzing.nummer)).size).toBe(4);
    expect(daarna.toewijzingen[1]).toBe(ander);
    expect(daarna.toewijzingen.slice(2).every(({ toewijzing }) => toewijzing.aanbieder === AANBIEDER)).toBe(true);
  });

  it('laat het onderdeel weg waarvoor wordt gewogen, en alleen dat', () => {
    const [een, twee] = [lopend(), bestaand('02A02')];
    const stand = situatie(een, twee);
    const gevolgen = gevolgenVan(WIE, [
      { actie: 'inkorten', toewijzingNummer: een.toewijzing.nummer, einddatum: '2026-05-31' },
      { actie: 'inkorten', toewijzingNummer: twee.toewijzing.nummer, einddatum: '2026-06-30' }, nieuw('02A03', '2026-06-01')], stand);
    expect(gevolgen.map((zonder) => kort(situatieNa(stand, gevolgen, zonder)).map(([code, , einde]) => `${String(code)} ${String(einde)}`))).toEqual([
      ['02A01 2026-12-31', '02A02 2026-06-30', '02A03 undefined'], ['02A01 2026-05-31', '02A02 2026-12-31', '02A03 undefined'],
      ['02A01 2026-05-31', '02A02 2026-06-30']]);
  });

  it('wat niet kan, verandert niets: van een ander, onbekend, verwijderd, zonder verschil, of tweemaal', () => {
    const een = lopend();
    const [ander, weg] = [bestaand('02A02', { aanbieder: ANDERE }), bestaand('02A03', { einddatum: '2026-01-01', redenWijziging: '13' })];
    const stand = situatie(een, ander, weg);
    for (const opdracht of [
      { actie: 'inkorten', toewijzingNummer: ander.toewijzing.nummer, einddatum: '2026-05-31' }, { actie: 'verwijderen', toewijzingNummer: 1 },
      { actie: 'verlengen', toewijzingNummer: weg.toewijzing.nummer, einddatum: '2026-05-31' },
      { actie: 'wijzigen', toewijzingNummer: een.toewijzing.nummer, einddatum: '2026-12-31' },
      { actie: 'wijzigen', toewijzingNummer: een.toewijzing.nummer, omvang: { ...UREN, volume: 5 } },
    ] as const) expect(na(stand, opdracht)).toEqual(stand);
    const inkorting = { actie: 'inkorten', toewijzingNummer: een.toewijzing.nummer, einddatum: '2026-05-31' } as const;
    expect(na(stand, inkorting, { ...inkorting, einddatum: '2026-04-30' })).toEqual(na(stand, inkorting));
  });
});

describe('wensVan', () => {
  const wens = (opdracht: Productopdracht, een = lopend()) => {
    const [gevolg] = gevolgenVan(WIE, [opdracht], situatie(een));
    return gevolg && { ...wensVan(GEMEENTE, gevolg), inkorting: isInkorting(gevolg) };
  };
  const een = lopend();
  const { nummer: toewijzingNummer } = een.toewijzing;
  const vervangt = [toewijzingNummer];

  it.each<[string, Productopdracht, object]>([
    ['nieuw', nieuw('02A03', '2026-03-01'), { ingangsdatum: '2026-03-01', einddatum: undefined, omvang: UREN, vervangt: [], inkorting: false }],
    ['verlengd', { actie: 'verlengen', toewijzingNummer, einddatum: '2027-01-31' },
      { ingangsdatum: '2026-01-01', einddatum: '2027-01-31', omvang: UREN, vervangt, inkorting: false }],
    ['ingekort', { actie: 'inkorten', toewijzingNummer, einddatum: '2026-03-31' }, { einddatum: '2026-03-31', vervangt, inkorting: true }],
    ['gewijzigd: alleen wat begint', { actie: 'wijzigen', toewijzingNummer, ingangsdatum: '2026-04-01', einddatum: '2026-06-30', omvang: { ...UREN, volume: 2 } },
      { ingangsdatum: '2026-04-01', einddatum: '2026-06-30', omvang: { ...UREN, volume: 2 }, vervangt, inkorting: false }],
  ])('%s', (_naam, opdracht, verwacht) => {
    expect(wens(opdracht, een)).toMatchObject(verwacht);
  });

  it('verwijderen vraagt niets', () => {
    expect(wens({ actie: 'verwijderen', toewijzingNummer }, een)).toEqual({ inkorting: false });
  });

  it('korter met een ander budget is meer dan inkorten', () => {
    const metBudget = bestaand('02A01', { budget: 1000 });
    const opdracht = { actie: 'wijzigen', toewijzingNummer: metBudget.toewijzing.nummer, einddatum: '2026-03-31' } as const;
    expect([wens(opdracht, metBudget)?.inkorting, wens({ ...opdracht, budget: 2000 }, metBudget)?.inkorting]).toEqual([true, false]);
  });
});
