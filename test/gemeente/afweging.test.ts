/** Requests and orders weighed as a whole: each part beside what the others leave, and what the client keeps. */
import { describe, expect, it } from 'vitest';
import { weegVerzoek, type Gevraagd } from '../../src/gemeente/afweging.js';
import { bezwarenTegen, bezwarenTegenProduct } from '../../src/gemeente/beleidscontrole.js';
import type { Productopdracht } from '../../src/gemeente/opdracht.js';
import type { Beleidsbestand } from '../../src/regio/beleidsbestand.js';
import type { Clienttoewijzing } from '../../src/regio/besluit.js';
import type { WMO315, WMO317 } from '../../src/standaard/berichten/gegenereerd/index.js';
import { AANBIEDER, ANDERE, beleidVan, bestaand, GEMEENTE, situatie } from '../regio/hulp.js';

/** A and B are living, A the heavier; T needs living beside it, X may not be beside A, D and E together have at most 5 a week. */
const BESTAND: Beleidsbestand = {
  regio: 'Proef', gemeenten: [GEMEENTE],
  groepen: [{ code: 'licht' }, { code: 'zwaar' }],
  producten: [
    { code: 'A', categorie: '02', groep: 'zwaar' }, { code: 'B', categorie: '02', groep: 'licht' }, { code: 'T', categorie: '02' },
    { code: 'X', categorie: '02' }, { code: 'D', categorie: '02' }, { code: 'E', categorie: '02' }],
  aanvraagroutes: [
    { voor: ['A', 'B'], via: ['toegang'], dan: 'toewijzen', anders: { uitkomst: 'afwijzen', reden: '7' } },
    { voor: ['T', 'X', 'D', 'E'], via: ['WMO315', 'WMO317', 'toegang'], dan: 'toewijzen' }],
  schalen: [{
    groepen: ['licht', 'zwaar'], binnenGroepMet315: 'uit', opTussenGroepen: { via: ['toegang'], dan: 'toewijzen' },
    afTussenGroepen: { via: ['WMO315', 'WMO317', 'toegang'], dan: 'toewijzen' } }],
  voorwaarden: [
    { regel: 'naast-wonen', soort: 'vereist', voor: ['T'], naast: ['licht', 'zwaar'], periode: 'omvat', aanbieder: 'elke', anders: { uitkomst: 'afwijzen', reden: '4' } },
    { regel: 'niet-naast', soort: 'nietSamen', voor: ['X'], met: ['A'], anders: { uitkomst: 'afwijzen', reden: '6' } },
    { regel: 'vijf', soort: 'maximum', voor: ['D', 'E'], volume: 5, eenheid: '04', per: 'week', anders: { uitkomst: 'onderzoek' } },
    { regel: 'eerst-crediteren', soort: 'crediteren', voor: ['licht', 'zwaar'], anders: { uitkomst: 'wachten' } }],
};
const beleid = beleidVan(BESTAND);
const omvang = { Volume: 3, Eenheid: '04', Frequentie: '2' } as const;
const drie = { volume: 3, eenheid: '04', frequentie: '2' } as const;
const van = (code: string, delen: Parameters<typeof bestaand>[1] = {}, stand: Parameters<typeof bestaand>[2] = {}) => bestaand(code, { ...drie, ...delen }, stand);
const basis = { gemeente: GEMEENTE, aanbieder: AANBIEDER, bsn: '999900006', dagtekening: '2026-02-20' };

const nieuw = (code: string, GewensteIngangsdatum: string, Einddatum?: string, Volume = 3): WMO317.NieuwProduct => ({
  Product: { Categorie: '02', Code: code }, GewensteIngangsdatum, ...(Einddatum === undefined ? {} : { Einddatum }), Omvang: { ...omvang, Volume } });
const wijzig = ({ toewijzing }: Clienttoewijzing, Einddatum: string | undefined, meer: Partial<WMO317.TeWijzigenProduct> = {}): WMO317.TeWijzigenProduct => ({
  ToewijzingNummer: toewijzing.nummer, GewensteIngangsdatum: toewijzing.ingangsdatum, ...(Einddatum === undefined ? {} : { Einddatum }), Omvang: omvang, ...meer });
function weeg317(delen: Omit<WMO317.Verzoek, 'RedenVerzoek' | 'ReferentieAanbieder'>, ...toewijzingen: Clienttoewijzing[]) {
  const verzoek: Gevraagd = { ...basis, berichtsoort: 'WMO317', verzoek: { RedenVerzoek: '1', ReferentieAanbieder: 'R', ...delen } };
  const { besluit, bezwaren } = weegVerzoek(beleid, verzoek, situatie(...toewijzingen));
  return [besluit.uitkomst, besluit.redenen.map(({ regel }) => regel), bezwaren.length];
}

describe('een WMO317 wordt gewogen tegen wat er dan geldt', () => {
  it('wat niet samengaat, mag op de dag na een inkorting in hetzelfde verzoek; een dag eerder niet', () => {
    const a = van('A');
    for (const [begin, verwacht] of [['2026-06-01', ['toewijzen', [], 0]], ['2026-05-31', ['afwijzen', ['niet-naast'], 0]]] as const) {
      expect(weeg317({ TeWijzigenProducten: [wijzig(a, '2026-05-31')], NieuweProducten: [nieuw('X', begin, '2026-12-31')] }, a)).toEqual(verwacht);
    }
  });

  it('een ander nieuw product van het verzoek telt mee: als wat nodig is, en in een maximum', () => {
    const a = van('A');
    expect(weeg317({ TeWijzigenProducten: [wijzig(a, '2026-05-31')], NieuweProducten: [nieuw('B', '2026-06-01'), nieuw('T', '2026-06-01')] }, a))
      .toEqual(['toewijzen', [], 0]);
    expect(weeg317({ NieuweProducten: [nieuw('D', '2026-06-01', undefined, 2)] })).toEqual(['toewijzen', [], 0]);
    expect(weeg317({ NieuweProducten: [nieuw('D', '2026-06-01', '2026-06-30'), nieuw('E', '2026-06-10', '2026-07-31')] }))
      .toEqual(['onderzoek', ['vijf', 'vijf'], 0]);
  });

  it('een verhoging sluit en opent: het oude deel telt er niet bij, het nieuwe wel', () => {
    const d = van('D', { volume: 3 });
    const verhoog = wijzig(d, '2026-12-31', { GewensteIngangsdatum: '2026-04-01', Omvang: { ...omvang, Volume: 5 } });
    expect(weeg317({ TeWijzigenProducten: [verhoog] }, d)).toEqual(['toewijzen', [], 0]);
    expect(weeg317({ TeWijzigenProducten: [verhoog], NieuweProducten: [nieuw('D', '2027-01-01')] }, d)).toEqual(['toewijzen', [], 0]);
    expect(weeg317({ TeWijzigenProducten: [verhoog], NieuweProducten: [nieuw('D', '2026-12-28')] }, d)[0]).not.toBe('toewijzen');
  });

  it('een eigen nieuw of gewijzigd product dat op het ingekorte steunt, volgt het beleid', () => {
    const [a, t] = [van('A'), van('T', { einddatum: '2026-08-31' })];
    expect(weeg317({ TeWijzigenProducten: [wijzig(a, '2026-05-31')], NieuweProducten: [nieuw('T', '2026-05-01', '2026-06-30')] }, a))
      .toEqual(['afwijzen', ['naast-wonen'], 0]);
    expect(weeg317({ TeWijzigenProducten: [wijzig(a, '2026-05-31'), wijzig(t, '2026-07-31')] }, a, t)).toEqual(['afwijzen', ['naast-wonen'], 0]);
    expect(weeg317({ TeWijzigenProducten: [wijzig(a, '2026-05-31'), wijzig(t, '2026-05-31')] }, a, t)).toEqual(['toewijzen', [], 0]);
  });

  it('wat ongewijzigd blijft en op het ingekorte steunt, bij wie dan ook, vraagt een medewerker', () => {
    for (const delen of [{}, { aanbieder: ANDERE }]) {
      const [a, t] = [van('A'), van('T', delen)];
      expect(weeg317({ TeWijzigenProducten: [wijzig(a, '2026-05-31')] }, a, t)).toEqual(['toewijzen', [], 1]);
    }
    const a = van('A');
    const alMis = van('T', { einddatum: '2027-06-30' });
    expect(weeg317({ TeWijzigenProducten: [wijzig(a, '2026-05-31')] }, a, alMis)).toEqual(['toewijzen', [], 0]);
    expect(weeg317({ TeWijzigenProducten: [wijzig(a, '2026-05-31')] }, a, van('T', {}, { gestopt: true, stopdatum: '2026-02-01' }))).toEqual(['toewijzen', [], 0]);
  });

  it('inkorten is geen aanvraag en kent geen weg; verlengen wel', () => {
    const a = van('A');
    expect(weeg317({ TeWijzigenProducten: [wijzig(a, '2026-05-31')] }, a)).toEqual(['toewijzen', [], 0]);
    expect(weeg317({ TeWijzigenProducten: [wijzig(a, '2027-05-31')] }, a)).toEqual(['afwijzen', ['verkeerde-route'], 0]);
  });

  it('inkorten over gedeclareerde dagen wacht, ook als dat vóór de lopende maand is', () => {
    const a = van('A', {}, { gedeclareerdTotEnMet: '2026-01-31' });
    expect(weeg317({ TeWijzigenProducten: [wijzig(a, '2026-01-31')] }, a)).toEqual(['toewijzen', [], 0]);
    expect(weeg317({ TeWijzigenProducten: [wijzig(a, '2026-01-30')] }, a)).toEqual(['wachten', ['eerst-crediteren'], 1]);
  });

  it('afschalen: wie het oude inkort krijgt het, wie het laat doorlopen gaat naar een medewerker', () => {
    const a = van('A');
    expect(weeg317({ TeWijzigenProducten: [wijzig(a, '2026-05-31')], NieuweProducten: [nieuw('B', '2026-06-01')] }, a)).toEqual(['toewijzen', [], 0]);
    expect(weeg317({ OngewijzigdeProducten: [{ ToewijzingNummer: a.toewijzing.nummer }], NieuweProducten: [nieuw('B', '2026-06-01')] }, a))
      .toEqual(['toewijzen', [], 1]);
  });

  it('een verzoek met heel veel producten gaat naar een medewerker', () => {
    const veel = Array.from({ length: 201 }, () => nieuw('X', '2026-06-01'));
    expect(weeg317({ NieuweProducten: veel })).toEqual(['wachten', ['omvang-verzoek'], 0]);
  });

  it('een verzoek over toewijzingen die er niet meer zijn, gaat naar een medewerker', () => {
    expect(weeg317({ TeWijzigenProducten: [wijzig(van('A'), '2026-05-31')] })).toEqual(['wachten', [], 1]);
  });
});

describe('een WMO315', () => {
  const vraag = (code: string, ...toewijzingen: Clienttoewijzing[]) => {
    const product = { ReferentieAanbieder: 'R', Product: { Categorie: '02', Code: code }, ToewijzingIngangsdatum: '2026-06-01', Omvang: omvang, Verwijzer: { Type: '01' } };
    return weegVerzoek(beleid, { ...basis, berichtsoort: 'WMO315', product: product as WMO315.AangevraagdProduct }, situatie(...toewijzingen));
  };

  it('dat afschaalt beëindigt het oude, en wacht als iets anders daarop steunt of er al is gedeclareerd', () => {
    const a = van('A', { einddatum: undefined });
    expect(vraag('B', a)).toMatchObject({ besluit: { uitkomst: 'toewijzen' }, bezwaren: [], opdrachten: [
      { actie: 'inkorten', toewijzingNummer: a.toewijzing.nummer, einddatum: '2026-05-31' }, { actie: 'nieuw' }] });
    expect(vraag('B', van('A', {}, { gedeclareerdTotEnMet: '2026-06-30' })).besluit).toMatchObject({ uitkomst: 'wachten', redenen: [{ regel: 'eerst-crediteren' }] });
    expect(vraag('B', a, van('T'))).toMatchObject({ besluit: { uitkomst: 'toewijzen' }, bezwaren: [] });
  });

  it('dat niets vervangt, wordt gewogen tegen wat er is', () => {
    expect(vraag('X', van('A')).besluit).toMatchObject({ uitkomst: 'afwijzen', redenAfwijzing: '6' });
    expect(vraag('A', van('B')).besluit).toMatchObject({ uitkomst: 'afwijzen', redenAfwijzing: '7' });
  });
});

describe('een opdracht van de gemeente', () => {
  const bezwaren = (producten: readonly Productopdracht[], ...toewijzingen: Clienttoewijzing[]) =>
    bezwarenTegen(beleid, { ...basis, producten }, situatie(...toewijzingen), 'backoffice').map(({ regel, pad }) => [pad, regel]);
  const maak = (code: string, ingangsdatum: string, volume = 3): Productopdracht => ({
    actie: 'nieuw', product: { categorie: '02', code }, ingangsdatum, omvang: { ...drie, volume } });

  it('telt als een geheel: nieuw na een inkorting, en twee keer nieuw', () => {
    const a = van('A');
    const inkorten = (einddatum: string): Productopdracht => ({ actie: 'inkorten', toewijzingNummer: a.toewijzing.nummer, einddatum });
    expect(bezwaren([maak('X', '2026-06-01')], a)).toEqual([['/producten[1]', 'niet-naast']]);
    expect(bezwaren([maak('X', '2026-06-01'), inkorten('2026-05-31')], a)).toEqual([]);
    expect(bezwaren([inkorten('2026-06-01'), maak('X', '2026-06-01')], a)).toEqual([['/producten[2]', 'niet-naast']]);
    expect(bezwaren([maak('D', '2026-06-01'), maak('E', '2026-06-01')])).toEqual([['/producten[1]', 'vijf'], ['/producten[2]', 'vijf']]);
  });

  it('een verlenging of verhoging doorloopt dezelfde controles', () => {
    const d = van('D', { volume: 5 });
    const ander = van('D', { aanbieder: ANDERE, ingangsdatum: '2027-01-01', einddatum: '2027-12-31' });
    expect(bezwaren([{ actie: 'verlengen', toewijzingNummer: d.toewijzing.nummer, einddatum: '2027-01-31' }], d)).toEqual([]);
    expect(bezwaren([{ actie: 'verlengen', toewijzingNummer: d.toewijzing.nummer, einddatum: '2027-01-31' }], d, ander)).toEqual([['/producten[1]', 'vijf']]);
    expect(bezwaren([{ actie: 'wijzigen', toewijzingNummer: d.toewijzing.nummer, ingangsdatum: '2026-04-01', omvang: { ...drie, volume: 6 } }], d))
      .toEqual([['/producten[1]', 'vijf']]);
  });

  it('wat de client houdt, verliest niet wat ernaast moet; tegelijk beëindigen kan', () => {
    const [a, t] = [van('A'), van('T')];
    const eind = (een: Clienttoewijzing): Productopdracht => ({ actie: 'inkorten', toewijzingNummer: een.toewijzing.nummer, einddatum: '2026-05-31' });
    expect(bezwaren([eind(a)], a, t)).toEqual([['/producten', 'naast-wonen']]);
    expect(bezwaren([{ actie: 'verwijderen', toewijzingNummer: a.toewijzing.nummer }], a, t)).toEqual([['/producten', 'naast-wonen']]);
    expect(bezwaren([eind(a), eind(t)], a, t)).toEqual([]);
    expect(bezwaren([eind(t)], a, t)).toEqual([]);
  });

  it('beëindigen kan ook als het product niet meer in het beleid staat, verlengen niet', () => {
    const oud = van('Z');
    expect(bezwaren([{ actie: 'inkorten', toewijzingNummer: oud.toewijzing.nummer, einddatum: '2026-05-31' }], oud)).toEqual([]);
    expect(bezwaren([{ actie: 'verlengen', toewijzingNummer: oud.toewijzing.nummer, einddatum: '2027-05-31' }], oud)).toEqual([['/producten[1]', 'onbekend-product']]);
  });

  it('van een product alleen: bekend en langs de toegang te bestellen, niet wat ernaast moet', () => {
    const los = (code: string) => bezwarenTegenProduct(beleid, { ...basis, product: { categorie: '02', code }, ingangsdatum: '2026-06-01' }, '2026-02-20', '/p');
    expect(los('T')).toEqual([]);
    expect(los('Z')).toMatchObject([{ regel: 'onbekend-product', pad: '/p' }]);
  });
});
