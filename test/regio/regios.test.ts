/** The shipped files for Thuisplus, Heusden, Westfriesland and Centraal Gelderland. */
import { describe, expect, it } from 'vitest';
import {
  beoordeelAanvraag, betaalbaarheid, schaalrichting, signalen, tariefVan, termijnenVoor,
  type Betaalregel, type Clienttoewijzing, type Productiecijfer,
} from '../../src/regio/index.js';
import { gemeentenaam } from '../../src/standaard/codelijsten/index.js';
import { AANBIEDER, aanvraag, ANDERE, bestaand, meegeleverd, situatie } from './hulp.js';

const beleid = meegeleverd();
const BESTANDEN = [
  ['bw-gelderland-zuid.yaml', 'Nijmegen'],
  ['centraal-gelderland.yaml', 'Arnhem', 'Doesburg', 'Duiven', 'Lingewaard', 'Overbetuwe', 'Renkum', 'Rheden', 'Rozendaal', 'Wageningen',
    'Westervoort', 'Zevenaar'],
  ['heusden.yaml', 'Heusden'],
  ['thuisplus.yaml', 'Almere'],
  ['westfriesland.yaml', 'Drechterland', 'Enkhuizen', 'Hoorn', 'Koggenland', 'Medemblik', 'Opmeer', 'Stede Broec'],
] as const;

describe('de meegeleverde bestanden', () => {
  it('zijn geldig en noemen de gemeenten van hun regio', () => {
    const gevonden = beleid.regios.map(({ bestand, inhoud }) => [bestand, ...inhoud.gemeenten.map((code) => gemeentenaam(code)).sort()]);
    expect(gevonden).toEqual(BESTANDEN);
  });

  it('merken elk contract en elk product met een verzonnen code als fictief', () => {
    const uitDocument = ['15N02', '15N11', '15N14'];
    for (const { inhoud } of beleid.regios) {
      expect((inhoud.contracten ?? []).filter(({ fictief }) => fictief !== true)).toEqual([]);
      expect((inhoud.producten ?? []).filter(({ fictief }) => fictief !== true).every(({ code }) => uitDocument.includes(code))).toBe(true);
    }
  });
});

describe('Thuisplus', () => {
  const gemeente = '0034';
  const wens = (code: string, delen = {}) => aanvraag(code, { gemeente, product: { categorie: '15', code }, ...delen });

  const STAPPEN = [['15TP1', '15TP2', 'op'], ['15TP1', '15TP3', 'op'], ['15TP3', '15TP1', 'af'], ['15TP2', '15TP2', 'gelijk']] as const;
  it.each(STAPPEN)('%s naar %s is %s', (oud, nieuw, richting) => {
    expect(schaalrichting(beleid, gemeente, oud, nieuw)).toBe(richting);
  });

  it('elke band heeft een eigen tarief', () => {
    const tarieven = ['15TP1', '15TP2', '15TP3'].map((code) => tariefVan(beleid, gemeente, AANBIEDER, code, '2026-01-01'));
    expect(new Set(tarieven).size).toBe(3);
    expect(tarieven).not.toContain(undefined);
  });

  it('de toegang wijst een andere band toe in plaats van de oude; een aanbieder vraagt dat niet met een bericht', () => {
    const oud = bestaand('15TP1');
    expect(beoordeelAanvraag(beleid, wens('15TP2', { route: 'toegang' }), situatie(oud))).toEqual({
      uitkomst: 'toewijzen', redenen: [], vervangt: [oud.toewijzing.nummer] });
    for (const route of ['WMO315', 'WMO317']) expect(beoordeelAanvraag(beleid, wens('15TP2', { route }), situatie(oud)).uitkomst).toBe('afwijzen');
  });

  it('onderzoek binnen tien dagen na de definitieve melding, vooraankondiging binnen een maand', () => {
    expect(termijnenVoor(beleid, gemeente, '15TP1').map(({ gebeurtenis, grens, wie }) => [gebeurtenis, grens.aantal, grens.eenheid, wie])).toEqual([
      ['structurele-wijziging', 1, 'maanden', 'aanbieder'], ['melding-definitief', 10, 'dagen', 'toegang']]);
  });
});

describe('Heusden', () => {
  const regel: Betaalregel = {
    gemeente: '0797', aanbieder: AANBIEDER, code: '02F01', begindatum: '2026-01-01', einddatum: '2026-01-31', volume: 10, eenheid: '04',
    dagtekening: '2026-02-03',
  };

  it.each([
    ['WMO301', 'WMO302', 3, 'dagen', undefined, 'aanbieder'], ['levering-start', 'WMO305', 5, 'werkdagen', undefined, 'aanbieder'],
    ['WMO305', 'WMO306', 3, 'dagen', undefined, 'backoffice'], ['maand-einde', 'WMO323', 3, 'maanden', undefined, 'aanbieder'],
    ['WMO323', 'WMO325', 10, 'werkdagen', undefined, 'backoffice'], ['levering-pauze', 'WMO307', 1, 'maanden', undefined, 'aanbieder'],
    ['toewijzing-einde', 'verlengingsverzoek', 8, 'weken', 'voor', 'aanbieder'],
  ])('%s tot %s: %i %s', (gebeurtenis, gevolg, aantal, eenheid, moment, wie) => {
    const termijn = termijnenVoor(beleid, '0797').find((een) => een.gebeurtenis === gebeurtenis && een.gevolg === gevolg);
    expect(termijn).toMatchObject({ grens: { aantal, eenheid }, wie });
    expect(termijn?.moment).toBe(moment);
  });

  it('geen betaling zonder start', () => {
    expect(betaalbaarheid(beleid, regel, { goedgekeurd: true, startdatum: '2026-01-31' })).toEqual({ betaalbaar: true, redenen: [] });
    for (const startdatum of [null, '2026-02-01']) {
      expect(betaalbaarheid(beleid, regel, { goedgekeurd: true, startdatum })).toMatchObject({
        betaalbaar: false, redenen: [{ regel: 'betalen-na-start-en-op-tijd', melding: expect.stringContaining('WMO305') as string }] });
    }
  });

  it('declareren binnen drie maanden na de maand', () => {
    const op = (dagtekening: string) => betaalbaarheid(beleid, { ...regel, dagtekening }, { goedgekeurd: true, startdatum: '2026-01-01' }).betaalbaar;
    expect([op('2026-01-31'), op('2026-04-30'), op('2026-05-01')]).toEqual([true, true, false]);
  });

  it('alleen goedgekeurde regels worden betaald', () => {
    expect(betaalbaarheid(beleid, regel, { goedgekeurd: false, startdatum: '2026-01-01' })).toMatchObject({
      betaalbaar: false, redenen: [{ regel: 'niet-goedgekeurd' }] });
  });

  it('over een verzoek beslist de toegang', () => {
    const wens = aanvraag('02F01', { gemeente: '0797' });
    expect(beoordeelAanvraag(beleid, wens, situatie()).uitkomst).toBe('wachten');
    expect(beoordeelAanvraag(beleid, { ...wens, route: 'toegang' }, situatie()).uitkomst).toBe('toewijzen');
  });
});

describe('Westfriesland', () => {
  const gemeente = '0405';
  const totaal = (volume: number) => ({ volume, eenheid: '04' as const, frequentie: '6' as const });
  const wens = (code: string, delen = {}) =>
    aanvraag(code, { gemeente, product: { categorie: code.slice(0, 2), code }, route: 'toegang', omvang: totaal(20), ...delen });
  const uitkomst = (gevraagd: ReturnType<typeof wens>, ...naast: readonly Clienttoewijzing[]) => beoordeelAanvraag(beleid, gevraagd, situatie(...naast));

  it('toewijzen in totaal (frequentie 6), niet per week of maand', () => {
    expect(uitkomst(wens('02W01')).uitkomst).toBe('toewijzen');
    for (const frequentie of ['2', '4'] as const) {
      expect(uitkomst(wens('02W01', { omvang: { ...totaal(20), frequentie } })).redenen).toMatchObject([{ regel: 'verkeerde-frequentie' }]);
    }
  });

  it('betaald zolang het totaal past, ook in een drukke maand', () => {
    const betaal = (volume: number, resterend: number) => betaalbaarheid(beleid, {
      gemeente, aanbieder: AANBIEDER, code: '02W01', begindatum: '2026-01-01', einddatum: '2026-01-31', volume, eenheid: '04', dagtekening: '2026-02-03',
    }, { goedgekeurd: true, resterend });
    expect([betaal(100, 100).betaalbaar, betaal(101, 100).betaalbaar]).toEqual([true, false]);
  });

  it('meer dan een soort begeleiding op dezelfde dagen', () => {
    expect(uitkomst(wens('02W01'), bestaand('02W03'))).toMatchObject({ uitkomst: 'toewijzen', vervangt: [] });
  });

  it('een dagdeel dagbesteding per week', () => {
    expect(uitkomst(wens('07W01', { omvang: { volume: 1, eenheid: '16', frequentie: '2' } })).uitkomst).toBe('toewijzen');
  });

  it('huishoudelijke hulp toelage: hoogstens 36 uur per jaar', () => {
    const heelJaar = { ingangsdatum: '2026-01-01', einddatum: '2026-12-31' };
    expect(uitkomst(wens('01W02', { ...heelJaar, omvang: totaal(36) })).uitkomst).toBe('toewijzen');
    expect(uitkomst(wens('01W02', { ...heelJaar, omvang: totaal(37) })))
      .toMatchObject({ uitkomst: 'afwijzen', redenen: [{ regel: 'hht-zesendertig-uur' }] });
    const eerder = bestaand('01W02', { aanbieder: ANDERE, volume: 20 * 60, eenheid: '01', frequentie: '6', einddatum: '2026-02-28' });
    expect(uitkomst(wens('01W02', { omvang: totaal(16) }), eerder).uitkomst).toBe('toewijzen');
    expect(uitkomst(wens('01W02', { omvang: totaal(17) }), eerder).uitkomst).toBe('afwijzen');
  });

  it('signaal als een client boven de 36 uur komt', () => {
    const cijfer = (maand: string, volume: number, client: string): Productiecijfer =>
      ({ gemeente, aanbieder: AANBIEDER, code: '01W02', maand, volume, eenheid: '04', bedrag: volume * 3500, client });
    const cijfers = [cijfer('2026-01', 20, 'a'), cijfer('2026-12', 17, 'a'), cijfer('2026-01', 36, 'b'), cijfer('2025-12', 30, 'b')];
    expect(signalen(beleid, cijfers)).toMatchObject([{ signaal: 'hht-boven-zesendertig-uur', client: 'a', periode: '2026', waarde: 37, grens: 36 }]);
    expect(signalen(beleid, cijfers.slice(1))).toEqual([]);
    expect(signalen(beleid, cijfers.map(({ client: _client, ...rest }) => rest))).toEqual([]);
  });

  it('oude arrangementen gelden tot 1 juli 2027 naast de nieuwe producten', () => {
    const oud = (einddatum: string) => uitkomst(wens('02A01', { einddatum, omvang: { volume: 1, eenheid: '82', frequentie: '4' } }));
    expect(oud('2027-06-30').uitkomst).toBe('toewijzen');
    expect(oud('2027-07-01').redenen).toMatchObject([{ regel: 'product-niet-geldig' }]);
    expect(oud('2026-12-31').uitkomst).toBe(uitkomst(wens('02W01')).uitkomst);
  });

  it('met elk jaar een nieuw tarief', () => {
    const tarief = (datum: string) => tariefVan(beleid, gemeente, AANBIEDER, '02A01', datum);
    expect(tarief('2025-12-31')).not.toBe(tarief('2026-01-01'));
    expect(tarief('2026-12-31')).not.toBe(tarief('2027-01-01'));
    expect(tarief('2026-01-01')).toBe(tarief('2026-12-31'));
    expect(tarief('2027-07-01')).toBeUndefined();
  });

  it('acht weken van aanvraag tot toewijzing', () => {
    expect(termijnenVoor(beleid, gemeente)).toMatchObject([{ gebeurtenis: 'aanvraag', gevolg: 'toewijzing', grens: { aantal: 8, eenheid: 'weken' } }]);
  });

  it('wat een aanbieder vraagt, wordt eerst onderzocht', () => {
    expect(uitkomst(wens('02W01', { route: 'WMO315' })).uitkomst).toBe('onderzoek');
  });
});

describe('Centraal Gelderland', () => {
  const cijfer = (code: string, bedrag: number, delen: Partial<Productiecijfer> = {}): Productiecijfer =>
    ({ gemeente: '0202', aanbieder: AANBIEDER, code, maand: '2026-01', volume: 1, eenheid: '04', bedrag, ...delen });

  it('hoogstens 60% gespecialiseerd en minstens 40% basis, per maand en aanbieder', () => {
    expect(signalen(beleid, [cijfer('02C02', 6000), cijfer('02C01', 4000)])).toEqual([]);
    const net = signalen(beleid, [cijfer('02C02', 6001), cijfer('02C01', 4000)]);
    expect(net).toMatchObject([
      { signaal: 'hoogstens-zestig-procent-gespecialiseerd', periode: '2026-01', aanbieder: AANBIEDER, grens: 60, kant: 'boven' },
      { signaal: 'minstens-veertig-procent-basis', grens: 40, kant: 'onder' },
    ]);
    expect(net[0]?.waarde).toBeGreaterThan(60);
  });

  it('begeleiding en dagbesteding tellen samen', () => {
    expect(signalen(beleid, [cijfer('02C02', 6000), cijfer('07C01', 4000)])).toEqual([]);
    expect(signalen(beleid, [cijfer('07C02', 1)])).toHaveLength(2);
  });

  it('een goede maand maakt een slechte niet goed, een andere gemeente of aanbieder evenmin', () => {
    const slecht = cijfer('02C02', 100);
    const goed = [cijfer('02C01', 900, { maand: '2026-02' }), cijfer('02C01', 900, { gemeente: '0293' }), cijfer('02C01', 900, { aanbieder: ANDERE })];
    expect(signalen(beleid, [slecht, ...goed])).toHaveLength(2);
    expect(signalen(beleid, [slecht, cijfer('02C01', 900)])).toEqual([]);
  });

  it('een aanbieder zonder zo\'n afspraak geeft geen signaal', () => {
    expect(signalen(beleid, [cijfer('02C02', 100, { aanbieder: ANDERE })])).toEqual([]);
  });

  it.each([['02C01', '02C02', 'op'], ['07C02', '07C01', 'af'], ['02C01', '07C02', undefined]])('%s naar %s: %s', (oud, nieuw, richting) => {
    expect(schaalrichting(beleid, '0202', oud, nieuw)).toBe(richting);
  });
});
