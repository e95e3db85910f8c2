/** Each sentence of the policy for Beschermd Wonen in Gelderland-Zuid that states a rule: what it allows, what it refuses, and the boundary. */
import { describe, expect, it } from 'vitest';
import type { Route } from '../../src/regio/beleidsbestand.js';
import { maakBeleid, maakRegiobeleid, type Beleid } from '../../src/regio/beleid.js';
import type { Aanvraag, Besluit, Clienttoewijzing } from '../../src/regio/besluit.js';
import { beoordeelAanvraag, betaalbaarheid, controleerToewijzing, lichtsteProduct, schaalrichting, termijnenVoor } from '../../src/regio/index.js';
import { AANBIEDER, aanvraag, ANDERE, bestaand, GEMEENTE, meegeleverd, situatie } from './hulp.js';

const beleid = meegeleverd();
const BT = { licht: '15N02', middel: '15F03', zwaar: '15F04' } as const;
const TH = { licht: '15N14', middel: '15F15' } as const;
const BW = { licht: '15N11', middel: '15F12', zwaar: '15F13' } as const;
const [DAGBESTEDING, VERVOER, WACHTZORG, MEERZORG, WAKENDE_WACHT, AFWEZIG] = ['07F01', '08F01', '15F20', '15F21', '15F22', '15F23'] as const;

const wens = (code: string, delen: Partial<Aanvraag> = {}): Aanvraag =>
  aanvraag(code, { product: { categorie: code.slice(0, 2), code }, ...delen });
const besluit = (gevraagd: Aanvraag, ...toewijzingen: readonly Clienttoewijzing[]): Besluit =>
  beoordeelAanvraag(beleid, gevraagd, situatie(...toewijzingen));
const redenen = ({ redenen: lijst }: Besluit): string[] => lijst.map(({ regel }) => regel);
const dagdelen = (volume: number): Pick<Aanvraag, 'omvang'> => ({ omvang: { volume, eenheid: '16', frequentie: '2' } });
const etmalen = (volume: number): Pick<Aanvraag, 'omvang'> => ({ omvang: { volume, eenheid: '14', frequentie: '6' } });

const TOEGEWEZEN = { uitkomst: 'toewijzen', redenen: [] };
const afgewezen = (regel: string, redenAfwijzing: string) => ({ uitkomst: 'afwijzen', redenAfwijzing, redenen: [{ regel }] });

describe('de toegang kiest product en aanbieder', () => {
  it.each([...Object.values(BT), ...Object.values(TH), ...Object.values(BW)])('%s: alleen op bestelling van de toegang', (code) => {
    expect(besluit(wens(code, { route: 'toegang' }))).toMatchObject(TOEGEWEZEN);
    expect(besluit(wens(code, { route: 'WMO315' }))).toMatchObject(afgewezen('verkeerde-route', '7'));
    expect(besluit(wens(code, { route: 'WMO317' }))).toMatchObject(afgewezen('verkeerde-route', '7'));
  });

  it.each([['bw-intramuraal', BW.licht], ['beschermd-thuis', BT.licht], ['trainingshuis', TH.licht]])('eerste keus in %s is het lichtste', (groep, code) => {
    expect(lichtsteProduct(beleid, GEMEENTE, groep, '2026-01-01')?.code).toBe(code);
    expect(lichtsteProduct(beleid, GEMEENTE, groep, '2024-12-31')).toBeUndefined();
  });

  it('de aanbieder start binnen een maand', () => {
    const [termijn] = termijnenVoor(beleid, GEMEENTE, BW.licht);
    expect(termijn).toMatchObject({ gebeurtenis: 'toewijzing', gevolg: 'levering-start', grens: { aantal: 1, eenheid: 'maanden' }, wie: 'aanbieder' });
    expect(termijnenVoor(beleid, GEMEENTE, DAGBESTEDING)).toEqual([]);
  });

  it('een product naar de toegang verplaatsen is een regel in het bestand', () => {
    const regio = beleid.voor(GEMEENTE);
    const inhoud = { ...regio!.inhoud, aanvraagroutes: regio!.inhoud.aanvraagroutes!.map((route) =>
      (route.voor.includes(WAKENDE_WACHT) ? { ...route, via: ['toegang'] as const } : route)) };
    const gewijzigd = maakBeleid([maakRegiobeleid('x.yaml', inhoud)]);
    const naast = situatie(bestaand(BW.zwaar));
    expect(beoordeelAanvraag(beleid, wens(WAKENDE_WACHT), naast).uitkomst).toBe('toewijzen');
    expect(beoordeelAanvraag(gewijzigd, wens(WAKENDE_WACHT), naast).uitkomst).not.toBe('toewijzen');
    expect(beoordeelAanvraag(gewijzigd, wens(WAKENDE_WACHT, { route: 'toegang' }), naast).uitkomst).toBe('toewijzen');
  });
});

describe('dagbesteding', () => {
  it.each([...Object.values(BT), ...Object.values(TH), ...Object.values(BW)])('met een WMO315 naast %s', (wonen) => {
    expect(besluit(wens(DAGBESTEDING, dagdelen(5)), bestaand(wonen))).toMatchObject(TOEGEWEZEN);
  });

  it('niet zonder Beschermd Wonen, niet na afloop daarvan, wel op de laatste dag', () => {
    expect(besluit(wens(DAGBESTEDING, dagdelen(5)))).toMatchObject(afgewezen('dagbesteding-bij-wonen', '7'));
    expect(besluit(wens(DAGBESTEDING, dagdelen(5)), bestaand(WACHTZORG)).uitkomst).toBe('afwijzen');
    expect(besluit(wens(DAGBESTEDING, dagdelen(5)), bestaand(BW.licht, { einddatum: '2026-02-28' })).uitkomst).toBe('afwijzen');
    expect(besluit(wens(DAGBESTEDING, dagdelen(5)), bestaand(BW.licht, { einddatum: '2026-03-01' }))).toMatchObject(TOEGEWEZEN);
  });

  it('niet naast Beschermd Wonen dat is verwijderd of waarvan de levering is gestopt', () => {
    const verwijderd = bestaand(BW.licht, { einddatum: '2026-01-01', ingangsdatum: '2026-01-01', redenWijziging: '13' });
    expect(besluit(wens(DAGBESTEDING, { ...dagdelen(5), ingangsdatum: '2026-01-01' }), verwijderd).uitkomst).toBe('afwijzen');
    expect(besluit(wens(DAGBESTEDING, dagdelen(5)), bestaand(BW.licht, {}, { gestopt: true })).uitkomst).toBe('afwijzen');
    expect(besluit(wens(DAGBESTEDING, dagdelen(5)), bestaand(BW.licht, {}, { gestopt: true, stopdatum: '2026-02-28' })).uitkomst).toBe('afwijzen');
    expect(besluit(wens(DAGBESTEDING, dagdelen(5)), bestaand(BW.licht, {}, { gestopt: true, stopdatum: '2026-03-01' }))).toMatchObject(TOEGEWEZEN);
  });

  it('ook door een andere aanbieder dan die waar de client woont', () => {
    expect(besluit(wens(DAGBESTEDING, { ...dagdelen(5), aanbieder: ANDERE }), bestaand(BW.licht))).toMatchObject(TOEGEWEZEN);
  });

  it('hoogstens vijf dagdelen per week, van alle aanbieders samen', () => {
    const wonen = bestaand(BW.licht);
    const twee = bestaand(DAGBESTEDING, { aanbieder: ANDERE, volume: 2, eenheid: '16', frequentie: '2' });
    expect(besluit(wens(DAGBESTEDING, dagdelen(6)), wonen)).toMatchObject(afgewezen('dagbesteding-vijf-dagdelen', '7'));
    expect(besluit(wens(DAGBESTEDING, dagdelen(3)), wonen, twee)).toMatchObject(TOEGEWEZEN);
    expect(besluit(wens(DAGBESTEDING, dagdelen(4)), wonen, twee)).toMatchObject(afgewezen('dagbesteding-vijf-dagdelen', '7'));
    const voorbij = bestaand(DAGBESTEDING, { volume: 5, eenheid: '16', frequentie: '2', einddatum: '2026-02-28' });
    expect(besluit(wens(DAGBESTEDING, dagdelen(5)), wonen, voorbij)).toMatchObject(TOEGEWEZEN);
  });

  it('meer alleen door de toegang', () => {
    expect(besluit(wens(DAGBESTEDING, { ...dagdelen(8), route: 'toegang' }), bestaand(BW.licht))).toMatchObject(TOEGEWEZEN);
    expect(controleerToewijzing(beleid, wens(DAGBESTEDING, dagdelen(8)), situatie(bestaand(BW.licht)), 'toegang')).toEqual([]);
    expect(controleerToewijzing(beleid, wens(DAGBESTEDING, dagdelen(8)), situatie(), 'toegang')).toMatchObject([{ regel: 'dagbesteding-bij-wonen' }]);
  });
});

describe('wachtzorg', () => {
  const nietGestart = { gestart: false };
  it.each([...Object.values(TH), ...Object.values(BW)])('naast %s dat nog niet is gestart', (wonen) => {
    expect(besluit(wens(WACHTZORG), bestaand(wonen, {}, nietGestart))).toMatchObject(TOEGEWEZEN);
    expect(besluit(wens(WACHTZORG), bestaand(wonen))).toMatchObject(afgewezen('wachtzorg-bij-wachten', '7'));
  });

  it('niet naast Beschermd Thuis en niet zonder toewijzing', () => {
    expect(besluit(wens(WACHTZORG), bestaand(BT.zwaar, {}, nietGestart)).uitkomst).toBe('afwijzen');
    expect(besluit(wens(WACHTZORG)).uitkomst).toBe('afwijzen');
  });
});

describe('toeslag wakende wacht', () => {
  it.each([[BW.middel, 'toewijzen'], [BW.zwaar, 'toewijzen'], [BW.licht, 'afwijzen'], [TH.middel, 'afwijzen'], [BT.zwaar, 'afwijzen']])(
    'naast %s: %s', (wonen, uitkomst) => {
      expect(besluit(wens(WAKENDE_WACHT), bestaand(wonen)).uitkomst).toBe(uitkomst);
    });

  it('voor dezelfde periode: niet een dag langer', () => {
    expect(besluit(wens(WAKENDE_WACHT), bestaand(BW.zwaar, { ingangsdatum: '2026-03-01', einddatum: '2026-03-31' }))).toMatchObject(TOEGEWEZEN);
    expect(besluit(wens(WAKENDE_WACHT), bestaand(BW.zwaar, { ingangsdatum: '2026-03-02' })).uitkomst).toBe('afwijzen');
    expect(besluit(wens(WAKENDE_WACHT), bestaand(BW.zwaar, { einddatum: '2026-03-30' })).uitkomst).toBe('afwijzen');
    expect(besluit(wens(WAKENDE_WACHT, { einddatum: undefined }), bestaand(BW.zwaar)).uitkomst).toBe('afwijzen');
    expect(besluit(wens(WAKENDE_WACHT, { einddatum: undefined }), bestaand(BW.zwaar, { einddatum: undefined }))).toMatchObject(TOEGEWEZEN);
  });

  it('middel en daarna zwaar samen zijn dezelfde periode, een dag ertussen niet', () => {
    const middel = bestaand(BW.middel, { einddatum: '2026-03-10' });
    expect(besluit(wens(WAKENDE_WACHT), bestaand(BW.zwaar, { ingangsdatum: '2026-03-11' }), middel)).toMatchObject(TOEGEWEZEN);
    expect(besluit(wens(WAKENDE_WACHT), bestaand(BW.zwaar, { ingangsdatum: '2026-03-12' }), middel).uitkomst).toBe('afwijzen');
  });

  it('niet naast wonen bij een ander', () => {
    expect(besluit(wens(WAKENDE_WACHT), bestaand(BW.zwaar, { aanbieder: ANDERE })).uitkomst).toBe('afwijzen');
  });
});

describe('afwezigheidsdag', () => {
  it.each(Object.values(BW))('wordt toegewezen naast %s dat doorloopt, op al die dagen en bij dezelfde aanbieder', (wonen) => {
    expect(besluit(wens(AFWEZIG, etmalen(20)), bestaand(wonen))).toMatchObject(TOEGEWEZEN);
    for (const delen of [{ einddatum: '2026-03-30' }, { ingangsdatum: '2026-03-02' }, { aanbieder: ANDERE }]) {
      expect(besluit(wens(AFWEZIG, etmalen(20)), bestaand(wonen, delen))).toMatchObject(afgewezen('afwezig-bij-wonen', '7'));
    }
  });

  it.each([BT.zwaar, TH.middel, WACHTZORG])('niet als %s het enige is: dan is er niets waarvoor zij in de plaats komt', (code) => {
    expect(besluit(wens(AFWEZIG, etmalen(20)), bestaand(code))).toMatchObject(afgewezen('afwezig-bij-wonen', '7'));
  });

  it('andersom houdt een toegewezen afwezigheid het wonen niet tegen', () => {
    expect(redenen(besluit(wens(BW.middel, { route: 'toegang' }), bestaand(BW.licht), bestaand(AFWEZIG)))).toEqual([]);
  });

  it('meer dan zestig in een kalenderjaar vraagt onderzoek', () => {
    const wonen = bestaand(BW.licht, { ingangsdatum: '2025-01-01' });
    const veertig = (jaar: number) => bestaand(AFWEZIG, {
      ingangsdatum: `${jaar}-01-01`, einddatum: `${jaar}-02-10`, volume: 40, eenheid: '14', frequentie: '6' });
    expect(besluit(wens(AFWEZIG, etmalen(60)), wonen)).toMatchObject(TOEGEWEZEN);
    expect(besluit(wens(AFWEZIG, etmalen(61)), wonen)).toMatchObject({ uitkomst: 'onderzoek', redenen: [{ regel: 'afwezig-zestig-dagen' }] });
    expect(besluit(wens(AFWEZIG, etmalen(20)), wonen, veertig(2026))).toMatchObject(TOEGEWEZEN);
    expect(besluit(wens(AFWEZIG, etmalen(21)), wonen, veertig(2026)).uitkomst).toBe('onderzoek');
    expect(besluit(wens(AFWEZIG, etmalen(60)), wonen, veertig(2025))).toMatchObject(TOEGEWEZEN);
  });

  it('op dezelfde dagen gedeclareerd als het wonen wordt niet betaald', () => {
    const regel = (code: string, volume: number, begin = '01') =>
      ({ code, begindatum: `2026-03-${begin}`, einddatum: '2026-03-31', volume, eenheid: '14' as const });
    const betaal = (afwezig: number, wonen: number, begin?: string) => betaalbaarheid(
      beleid, { gemeente: GEMEENTE, aanbieder: AANBIEDER, dagtekening: '2026-04-02', ...regel(AFWEZIG, afwezig, begin) },
      { goedgekeurd: true, startdatum: '2026-01-01', andereRegels: [regel(BW.zwaar, wonen)] });
    expect(betaal(10, 21)).toEqual({ betaalbaar: true, redenen: [] });
    expect(betaal(10, 22)).toMatchObject({ betaalbaar: false, redenen: [{ regel: 'afwezig-in-plaats-van-wonen' }] });
    expect(betaal(10, 15, '25').betaalbaar).toBe(false);
  });
});

describe('meerzorg en vervoer', () => {
  it.each([WACHTZORG, BT.zwaar, TH.middel, BW.zwaar])('meerzorg naast %s, alleen door de toegang', (naast) => {
    expect(besluit(wens(MEERZORG, { route: 'toegang' }), bestaand(naast))).toMatchObject(TOEGEWEZEN);
    expect(besluit(wens(MEERZORG), bestaand(naast))).toMatchObject(afgewezen('verkeerde-route', '7'));
  });

  it.each([BT.licht, BT.middel, TH.licht, BW.licht, BW.middel, DAGBESTEDING])('meerzorg niet naast %s', (naast) => {
    expect(besluit(wens(MEERZORG, { route: 'toegang' }), bestaand(naast))).toMatchObject(afgewezen('meerzorg-bij-zwaar', '7'));
  });

  it('vervoer bij dagbesteding alleen door de toegang', () => {
    expect(besluit(wens(VERVOER, { route: 'toegang' }))).toMatchObject(TOEGEWEZEN);
    expect(besluit(wens(VERVOER))).toMatchObject(afgewezen('verkeerde-route', '7'));
  });
});

describe('op- en afschalen', () => {
  const aanvraagroutes: readonly Route[] = ['WMO315', 'WMO317'];
  const OP = [[BT.zwaar, TH.licht], [BT.licht, BW.licht], [TH.middel, BW.licht]] as const;
  const AF = [[BW.licht, TH.middel], [BW.zwaar, BT.zwaar], [TH.licht, BT.zwaar]] as const;

  it.each(OP)('tussen groepen op (%s naar %s) alleen door de toegang', (van, naar) => {
    for (const route of aanvraagroutes) expect(besluit(wens(naar, { route }), bestaand(van))).toMatchObject(afgewezen('verkeerde-route', '7'));
    expect(besluit(wens(naar, { route: 'toegang' }), bestaand(van))).toMatchObject(TOEGEWEZEN);
    expect(schaalrichting(beleid, GEMEENTE, van, naar)).toBe('op');
  });

  it.each(AF)('tussen groepen af (%s naar %s) zonder de toegang, in plaats van de oude toewijzing', (van, naar) => {
    const oud = bestaand(van);
    for (const route of aanvraagroutes) {
      expect(besluit(wens(naar, { route }), oud)).toEqual({ ...TOEGEWEZEN, vervangt: [oud.toewijzing.nummer] });
    }
    expect(schaalrichting(beleid, GEMEENTE, van, naar)).toBe('af');
  });

  it('afschalen kan ook als de oude toewijzing de dag ervoor eindigt, niet als zij eerder eindigde of van een ander is', () => {
    expect(besluit(wens(BT.licht), bestaand(BW.licht, { einddatum: '2026-02-28' }))).toEqual({ ...TOEGEWEZEN, vervangt: [] });
    expect(besluit(wens(BT.licht), bestaand(BW.licht, { einddatum: '2026-02-27' })).uitkomst).toBe('afwijzen');
    expect(besluit(wens(BT.licht), bestaand(BW.licht, { aanbieder: ANDERE })).uitkomst).toBe('afwijzen');
  });

  it('dezelfde groep of hetzelfde product is geen afschalen', () => {
    expect(besluit(wens(BT.licht), bestaand(BT.licht, { einddatum: '2026-02-28' })).uitkomst).toBe('afwijzen');
    expect(besluit(wens(BT.licht), bestaand(BT.zwaar)).uitkomst).toBe('afwijzen');
  });

  it('van meer toewijzingen telt de zwaarste', () => {
    expect(besluit(wens(TH.licht), bestaand(BT.licht), bestaand(BW.licht)).uitkomst).toBe('toewijzen');
    expect(besluit(wens(BW.licht), bestaand(BT.licht), bestaand(TH.licht)).uitkomst).toBe('afwijzen');
  });

  it('binnen een groep met een WMO315 is een schakelaar, die uit staat', () => {
    const regio = beleid.voor(GEMEENTE);
    const aan = maakBeleid([maakRegiobeleid('x.yaml', {
      ...regio!.inhoud, schalen: regio!.inhoud.schalen!.map((schaal) => ({ ...schaal, binnenGroepMet315: 'aan' as const })) })]);
    const met = (welk: Beleid, naar: string, route: Route = 'WMO315') => beoordeelAanvraag(welk, wens(naar, { route }), situatie(bestaand(BW.middel))).uitkomst;
    for (const naar of [BW.zwaar, BW.licht]) {
      expect([met(beleid, naar), met(aan, naar), met(aan, naar, 'WMO317')]).toEqual(['afwijzen', 'toewijzen', 'afwijzen']);
    }
    expect(met(aan, TH.licht)).toBe('toewijzen');
    // Beside a heavier product of the group the same lighter one again is scaling down.
    const [licht, zwaar] = [bestaand(BW.licht, { einddatum: '2026-02-28' }), bestaand(BW.zwaar)];
    for (const stand of [situatie(licht, zwaar), situatie(zwaar, licht)]) {
      expect(beoordeelAanvraag(aan, wens(BW.licht), stand)).toMatchObject({ ...TOEGEWEZEN, vervangt: [zwaar.toewijzing.nummer] });
    }
  });

  it('wat wordt vervangen, staat er de volgende dag niet meer naast', () => {
    const regio = beleid.voor(GEMEENTE);
    const streng = maakBeleid([maakRegiobeleid('x.yaml', { ...regio!.inhoud, voorwaarden: [{
      regel: 'niet-samen', soort: 'nietSamen', voor: ['beschermd-thuis'], met: ['bw-intramuraal'], anders: { uitkomst: 'wachten' } }] })]);
    expect(beoordeelAanvraag(streng, wens(BT.licht), situatie(bestaand(BW.licht))).uitkomst).toBe('toewijzen');
    expect(redenen(beoordeelAanvraag(streng, wens(BT.licht), situatie(bestaand(BW.licht), bestaand(BW.licht, { aanbieder: ANDERE }))))).toEqual(['niet-samen']);
  });

  it('wat is gestopt, wordt niet meer afgeschaald', () => {
    const gestopt = (stopdatum: string) => bestaand(BW.licht, {}, { gestopt: true, stopdatum });
    expect([besluit(wens(BT.licht), gestopt('2026-02-28')).uitkomst, besluit(wens(BT.licht), gestopt('2026-02-27')).uitkomst]).toEqual(['toewijzen', 'afwijzen']);
  });

  it('een wijziging over gedeclareerde dagen wacht tot die zijn gecrediteerd', () => {
    const gedeclareerd = (totEnMet: string) => bestaand(BW.licht, {}, { gedeclareerdTotEnMet: totEnMet });
    expect(besluit(wens(BT.licht), gedeclareerd('2026-02-28')).uitkomst).toBe('toewijzen');
    expect(besluit(wens(BT.licht), gedeclareerd('2026-03-01'))).toMatchObject({ uitkomst: 'wachten', redenen: [{ regel: 'eerst-crediteren' }] });
    expect(controleerToewijzing(beleid, wens(BT.licht), situatie(gedeclareerd('2026-03-01')), 'backoffice')).toMatchObject([{ regel: 'eerst-crediteren' }]);
  });

  it('verlengen raakt geen gedeclareerde dagen, verkorten wel', () => {
    const oud = bestaand(BW.licht, {}, { gedeclareerdTotEnMet: '2026-03-31' });
    const inPlaats = (einddatum: string) => controleerToewijzing(beleid, {
      ...wens(BW.licht), ingangsdatum: oud.toewijzing.ingangsdatum, einddatum, vervangt: [oud.toewijzing.nummer] }, situatie(oud), 'toegang');
    expect(inPlaats('2027-06-30')).toEqual([]);
    expect(inPlaats('2026-03-31')).toEqual([]);
    expect(inPlaats('2026-03-30')).toMatchObject([{ regel: 'eerst-crediteren' }]);
  });
});
