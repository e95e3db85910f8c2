/** What the evaluator does with any policy: checks that every file has, weighing of reasons, and what holds whatever the policy is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AFHANDELINGEN, type Anders, type Beleidsbestand, type Voorwaarde } from '../../src/regio/beleidsbestand.js';
import { vergelijkStrengheid, type Aanvraag, type Besluit, type Clienttoewijzing } from '../../src/regio/besluit.js';
import { beoordeelAanvraag, controleerToewijzing, LEEG_BELEID, STANDAARD_AFHANDELING } from '../../src/regio/index.js';
import type { Eenheid, Frequentie } from '../../src/standaard/volume/omvang.js';
import { AANBIEDER, aanvraag, ANDERE, beleidVan, bestaand, GEMEENTE, KLEIN, situatie } from './hulp.js';

const beoordeel = (delen: Partial<Beleidsbestand>, gevraagd: Aanvraag, ...toewijzingen: readonly Clienttoewijzing[]): Besluit =>
  beoordeelAanvraag(beleidVan({ ...KLEIN, ...delen }), gevraagd, situatie(...toewijzingen));
const regels = ({ redenen }: Besluit): string[] => redenen.map(({ regel }) => regel);
const contract = (delen: object = {}) => ({ contracten: [{ aanbieder: AANBIEDER, producten: ['A', 'B'], ...delen }] });

describe('wat voor elk beleid geldt', () => {
  it('zonder bezwaar wordt toegewezen', () => {
    expect(beoordeel({}, aanvraag('A'))).toEqual({ uitkomst: 'toewijzen', redenen: [], vervangt: [] });
  });

  it('zonder beleid voor de gemeente beslist een medewerker, en mag die alles', () => {
    expect(beoordeelAanvraag(LEEG_BELEID, aanvraag('A'), situatie())).toMatchObject({ uitkomst: 'wachten', redenen: [{ regel: 'geen-beleid' }] });
    for (const door of ['toegang', 'backoffice'] as const) expect(controleerToewijzing(LEEG_BELEID, aanvraag('A'), situatie(), door)).toEqual([]);
  });

  it('een onbekend product, of een bekend onder een andere categorie', () => {
    expect(beoordeel({}, aanvraag('X'))).toMatchObject({ uitkomst: 'afwijzen', redenAfwijzing: '4', redenen: [{ regel: 'onbekend-product' }] });
    expect(regels(beoordeel({}, aanvraag('A', { product: { categorie: '03', code: 'A' } })))).toEqual(['onbekend-product']);
  });

  it.each([[undefined], [{ categorie: '02' }]])('zonder productcode (%o) beslist een medewerker', (product) => {
    expect(beoordeel({}, aanvraag('A', { product }))).toMatchObject({ uitkomst: 'wachten', redenen: [{ regel: 'zonder-product' }] });
    expect(controleerToewijzing(beleidVan(KLEIN), aanvraag('A', { product }), situatie(), 'backoffice')).toEqual([]);
  });

  it('zonder contracten in het bestand wordt er niet op getoetst', () => {
    expect(beoordeel({ contracten: [] }, aanvraag('A', { aanbieder: ANDERE })).uitkomst).toBe('toewijzen');
  });

  it('geen contract met de aanbieder, of niet voor dit product', () => {
    expect(beoordeel(contract(), aanvraag('A', { aanbieder: ANDERE }))).toMatchObject({ redenAfwijzing: '3', redenen: [{ regel: 'geen-contract' }] });
    expect(beoordeel(contract(), aanvraag('C'))).toMatchObject({ redenAfwijzing: '4', redenen: [{ regel: 'product-niet-in-contract' }] });
    expect(beoordeel(contract(), aanvraag('A')).uitkomst).toBe('toewijzen');
  });

  it.each([
    ['2026-03-01', '2026-03-31', true], ['2026-02-28', '2026-03-31', false], ['2026-03-01', '2026-04-01', false], ['2026-03-01', undefined, true],
  ])('contract van 1 tot en met 31 maart, gevraagd van %s tot en met %s', (ingangsdatum, einddatum, past) => {
    const besluit = beoordeel(contract({ vanaf: '2026-03-01', totEnMet: '2026-03-31' }), aanvraag('A', { ingangsdatum, einddatum }));
    expect(regels(besluit)).toEqual(past ? [] : ['buiten-contract']);
  });

  it.each([
    ['2026-03-01', '2026-03-31', true], ['2026-02-28', '2026-03-31', false], ['2026-03-01', '2026-04-01', false],
  ])('product geldig van 1 tot en met 31 maart, gevraagd van %s tot en met %s', (ingangsdatum, einddatum, past) => {
    const producten = [{ code: 'A', categorie: '02', vanaf: '2026-03-01', totEnMet: '2026-03-31' }];
    const besluit = beoordeel({ producten, aanvraagroutes: [{ voor: ['A'], via: ['WMO315'], dan: 'toewijzen' }] }, aanvraag('A', { ingangsdatum, einddatum }));
    expect(regels(besluit)).toEqual(past ? [] : ['product-niet-geldig']);
  });

  it('een toewijzing verlengen die van voor het contract is, kan; zij was er al', () => {
    const oud = bestaand('A', { ingangsdatum: '2025-01-01' });
    const wens = aanvraag('A', { ingangsdatum: '2025-01-01', einddatum: '2026-12-31', vervangt: [oud.toewijzing.nummer] });
    expect(beoordeel(contract({ vanaf: '2026-01-01' }), wens, oud).uitkomst).toBe('toewijzen');
    expect(regels(beoordeel(contract({ vanaf: '2026-01-01', totEnMet: '2026-11-30' }), wens, oud))).toEqual(['buiten-contract']);
    expect(regels(beoordeel(contract({ vanaf: '2026-01-01' }), { ...wens, vervangt: [] }))).toEqual(['buiten-contract']);
  });

  it('eenheid en frequentie van het product', () => {
    const producten = [{ code: 'A', categorie: '02', eenheid: '04' as const, frequenties: ['2' as const] }];
    const delen: Partial<Beleidsbestand> = { producten, aanvraagroutes: [{ voor: ['A'], via: ['WMO315'], dan: 'toewijzen' }] };
    const met = (eenheid: Eenheid, frequentie: Frequentie) => regels(beoordeel(delen, aanvraag('A', { omvang: { volume: 1, eenheid, frequentie } })));
    expect([met('04', '2'), met('01', '2'), met('04', '4'), met('14', '6')]).toEqual(
      [[], ['verkeerde-eenheid'], ['verkeerde-frequentie'], ['verkeerde-eenheid', 'verkeerde-frequentie']]);
    expect(beoordeel(delen, aanvraag('A', { budget: 100 })).uitkomst).toBe('toewijzen');
  });

  it('hetzelfde product bij dezelfde aanbieder op dezelfde dagen', () => {
    const dubbel = (delen: object, wens: Partial<Aanvraag> = {}, stand: object = {}) => regels(beoordeel({}, aanvraag('A', wens), bestaand('A', delen, stand)));
    expect(beoordeel({}, aanvraag('A'), bestaand('A'))).toMatchObject({ uitkomst: 'afwijzen', redenAfwijzing: '6', redenen: [{ regel: 'overlap' }] });
    expect(dubbel({ einddatum: '2026-03-01' })).toEqual(['overlap']);
    expect(dubbel({ einddatum: '2026-02-28' })).toEqual([]);
    expect(dubbel({ aanbieder: ANDERE })).toEqual([]);
    expect(dubbel({ code: 'B' })).toEqual([]);
    expect(dubbel({}, {}, { gestopt: true, stopdatum: '2026-02-28' })).toEqual([]);
    expect(dubbel({ nummer: 7 }, { vervangt: [7] })).toEqual([]);
    expect(dubbel({ nummer: 7 }, { vervangt: [8] })).toEqual(['overlap']);
  });

  it('een einddatum voor de ingangsdatum', () => {
    expect(beoordeel({}, aanvraag('A', { einddatum: '2026-02-28' }))).toMatchObject({ uitkomst: 'wachten', redenen: [{ regel: 'periode' }] });
  });

  it.each(['onderzoek', 'wachten'] as const)('een route met dan: %s', (dan) => {
    const aanvraagroutes = [{ voor: ['A'], via: ['WMO315' as const, 'toegang' as const], dan }];
    expect(beoordeel({ aanvraagroutes }, aanvraag('A'))).toMatchObject({ uitkomst: dan, redenen: [{ regel: `route-${dan}` }] });
    expect(beoordeel({ aanvraagroutes }, aanvraag('A', { route: 'toegang' })).uitkomst).toBe('toewijzen');
    expect(controleerToewijzing(beleidVan({ ...KLEIN, aanvraagroutes }), aanvraag('A'), situatie(), 'toegang')).toEqual([]);
  });

  it('een route geldt op haar dagen', () => {
    const aanvraagroutes = [
      { voor: ['A'], via: ['toegang' as const], dan: 'toewijzen' as const, totEnMet: '2026-02-28' },
      { voor: ['A'], via: ['WMO315' as const], dan: 'toewijzen' as const, vanaf: '2026-03-01' }];
    expect(beoordeel({ aanvraagroutes }, aanvraag('A')).uitkomst).toBe('toewijzen');
    expect(beoordeel({ aanvraagroutes }, aanvraag('A', { ingangsdatum: '2026-02-28' })).uitkomst).toBe('afwijzen');
    expect(regels(beoordeel({ aanvraagroutes: [] }, aanvraag('A')))).toEqual(['zonder-route']);
  });

  it('de back office is niet aan routes gebonden, de toegang wel', () => {
    const beleid = beleidVan({ ...KLEIN, aanvraagroutes: [{ voor: ['A'], via: ['WMO315'], dan: 'toewijzen' }] });
    expect(controleerToewijzing(beleid, aanvraag('A'), situatie(), 'toegang')).toMatchObject([{ regel: 'verkeerde-route' }]);
    expect(controleerToewijzing(beleid, aanvraag('A'), situatie(), 'backoffice')).toEqual([]);
  });

  it('afhandeling in het bestand gaat voor', () => {
    expect(beoordeel({ afhandeling: { onbekendProduct: { uitkomst: 'onderzoek', melding: 'Eigen tekst.' } } }, aanvraag('X')))
      .toEqual({ uitkomst: 'onderzoek', vervangt: [], redenen: [{ regel: 'onbekend-product', melding: 'Eigen tekst.', uitkomst: 'onderzoek' }] });
    expect(Object.keys(STANDAARD_AFHANDELING).sort()).toEqual([...AFHANDELINGEN].sort());
  });
});

describe('voorwaarden', () => {
  const regel = (delen: object): Partial<Beleidsbestand> =>
    ({ voorwaarden: [{ regel: 'proef', soort: 'vereist', voor: ['A'], naast: ['B', 'C'], periode: 'overlapt', aanbieder: 'elke',
      anders: { uitkomst: 'afwijzen', reden: '7' }, ...delen } as Voorwaarde] });
  const MAX = { soort: 'maximum', naast: undefined, periode: undefined, aanbieder: undefined, volume: 5, eenheid: '04', per: 'week' };
  const zonder = (delen: object) => JSON.parse(JSON.stringify(regel(delen))) as Partial<Beleidsbestand>;

  it('een van de genoemde producten is genoeg', () => {
    for (const code of ['B', 'C']) expect(beoordeel(regel({}), aanvraag('A'), bestaand(code)).uitkomst).toBe('toewijzen');
    expect(regels(beoordeel(regel({}), aanvraag('A'), bestaand('A', { aanbieder: ANDERE })))).toEqual(['proef']);
    expect(beoordeel(regel({}), aanvraag('B')).uitkomst).toBe('toewijzen');
  });

  it('dezelfde aanbieder', () => {
    const elders = bestaand('B', { aanbieder: ANDERE });
    expect(beoordeel(regel({ aanbieder: 'zelfde' }), aanvraag('A'), elders).uitkomst).toBe('afwijzen');
    expect(beoordeel(regel({ aanbieder: 'zelfde' }), aanvraag('A', { aanbieder: ANDERE }), elders).uitkomst).toBe('toewijzen');
  });

  it.each(['ja', 'nee'] as const)('gestart: %s', (gestart) => {
    for (const stand of [true, false]) {
      expect(beoordeel(regel({ gestart }), aanvraag('A'), bestaand('B', {}, { gestart: stand })).uitkomst)
        .toBe(stand === (gestart === 'ja') ? 'toewijzen' : 'afwijzen');
    }
  });

  it('alleen voor de genoemde wegen, en op de dagen van de regel', () => {
    expect(beoordeel(regel({ via: ['WMO317'] }), aanvraag('A')).uitkomst).toBe('toewijzen');
    expect(beoordeel(regel({ via: ['WMO317'] }), aanvraag('A', { route: 'WMO317' })).uitkomst).toBe('afwijzen');
    expect(beoordeel(regel({ vanaf: '2026-03-02' }), aanvraag('A')).uitkomst).toBe('toewijzen');
    expect(beoordeel(regel({ vanaf: '2026-03-01', totEnMet: '2026-03-01' }), aanvraag('A')).uitkomst).toBe('afwijzen');
    expect(beoordeel(regel({ totEnMet: '2026-02-28' }), aanvraag('A')).uitkomst).toBe('toewijzen');
  });

  it('zonder omvang kan een medewerker zien of het past; die wijst dan zelf toe', () => {
    expect(beoordeel(zonder(MAX), aanvraag('A'))).toMatchObject({ uitkomst: 'wachten', redenen: [{ regel: 'proef' }] });
    expect(controleerToewijzing(beleidVan({ ...KLEIN, ...zonder(MAX) }), aanvraag('A'), situatie(), 'backoffice')).toEqual([]);
  });

  it('een minimum', () => {
    const met = (volume: number) => beoordeel(zonder({ ...MAX, soort: 'minimum' }), aanvraag('A', { omvang: { volume, eenheid: '04', frequentie: '2' } }));
    expect([met(4).uitkomst, met(5).uitkomst]).toEqual(['afwijzen', 'toewijzen']);
  });

  it('een uitsluiting alleen op declaraties laat toewijzen toe', () => {
    const uitsluiting = (toets: string[]) => zonder({ soort: 'nietSamen', naast: undefined, periode: undefined, aanbieder: undefined, met: ['B'], toets });
    expect(beoordeel(uitsluiting(['declaratie']), aanvraag('A'), bestaand('B')).uitkomst).toBe('toewijzen');
    expect(beoordeel(uitsluiting(['toewijzing']), aanvraag('A'), bestaand('B')).uitkomst).toBe('afwijzen');
  });

  it('een uitsluiting over en weer wordt een keer genoemd', () => {
    const uitsluiting = zonder({ soort: 'nietSamen', naast: undefined, periode: undefined, aanbieder: undefined, voor: ['A', 'B'], met: ['A', 'B'] });
    expect(regels(beoordeel(uitsluiting, aanvraag('A'), bestaand('B')))).toEqual(['proef']);
  });

  it('alle redenen worden genoemd, de strengste eerst, en de eerste afwijzing telt', () => {
    const vereist = (naam: string, anders: Anders) => ({ ...regel({ regel: naam, anders }).voorwaarden![0]! });
    const besluit = beoordeel({ voorwaarden: [
      vereist('w', { uitkomst: 'wachten' }), vereist('a6', { uitkomst: 'afwijzen', reden: '6' }), vereist('o', { uitkomst: 'onderzoek' }),
      vereist('a2', { uitkomst: 'afwijzen', reden: '2' })] }, aanvraag('A'));
    expect(regels(besluit)).toEqual(['a6', 'a2', 'o', 'w']);
    expect(besluit).toMatchObject({ uitkomst: 'afwijzen', redenAfwijzing: '6' });
  });
});

const datum = fc.oneof(
  fc.integer({ min: 0, max: 900 }).map((dag) => new Date(Date.UTC(2025, 0, 1 + dag)).toISOString().slice(0, 10)),
  fc.constantFrom('0001-01-01', '9999-12-31', '12025-07-31', '-0044-03-15', '2024-02-29'));
const code = fc.constantFrom('A', 'B', 'C', 'X');
const eenheid = fc.constantFrom<Eenheid>('01', '04', '14', '16', '82', '83', '84');
const frequentie = fc.constantFrom<Frequentie>('1', '2', '4', '6');
const volume = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant(99_999_999));
const misschien = <T>(waarde: fc.Arbitrary<T>) => fc.option(waarde, { nil: undefined });
const anders: fc.Arbitrary<Anders> = fc.oneof(
  fc.constantFrom<Anders>({ uitkomst: 'onderzoek' }, { uitkomst: 'wachten' }), fc.constantFrom('2', '4', '7').map((reden) => ({ uitkomst: 'afwijzen', reden }) as Anders));
const keuze = fc.uniqueArray(fc.constantFrom('A', 'B', 'C'), { minLength: 1 });

const toewijzing = fc.record({
  product: code, ingangsdatum: datum, einddatum: misschien(datum), omvang: misschien(fc.record({ volume, eenheid, frequentie })),
  aanbieder: fc.constantFrom(AANBIEDER, ANDERE), nummer: fc.integer({ min: 1, max: 4 }), redenWijziging: misschien(fc.constantFrom('13', '05')),
  gestart: fc.boolean(), gestopt: fc.boolean(), stopdatum: misschien(datum), gedeclareerdTotEnMet: misschien(datum),
}).map(({ product, omvang, gestart, gestopt, stopdatum, gedeclareerdTotEnMet, ...rest }) =>
  bestaand(product, { ...rest, volume: undefined, eenheid: undefined, frequentie: undefined, ...omvang }, { gestart, gestopt, stopdatum, gedeclareerdTotEnMet }));

const wens: fc.Arbitrary<Aanvraag> = fc.record({
  gemeente: fc.constantFrom(GEMEENTE, GEMEENTE, GEMEENTE, '0363'), aanbieder: fc.constantFrom(AANBIEDER, ANDERE), route: fc.constantFrom('WMO315', 'WMO317', 'toegang'),
  product: misschien(fc.record({ categorie: fc.constantFrom('02', '02', '03'), code: misschien(code) })), ingangsdatum: datum, einddatum: misschien(datum),
  omvang: misschien(fc.record({ volume, eenheid, frequentie })), budget: misschien(volume), dagtekening: datum,
  vervangt: misschien(fc.array(fc.integer({ min: 1, max: 4 }))),
});

const basisregel = { voor: keuze, anders, via: misschien(fc.uniqueArray(fc.constantFrom('WMO315', 'WMO317', 'toegang'), { minLength: 1 })) };
const voorwaarde = fc.oneof(
  fc.record({ ...basisregel, soort: fc.constant('vereist'), naast: keuze, periode: fc.constantFrom('overlapt', 'omvat'),
    aanbieder: fc.constantFrom('zelfde', 'elke'), gestart: misschien(fc.constantFrom('ja', 'nee')) }),
  fc.record({ ...basisregel, soort: fc.constant('nietSamen'), met: keuze }),
  fc.record({ ...basisregel, soort: fc.constantFrom('maximum', 'minimum'), volume: fc.integer({ min: 1, max: 40 }), eenheid,
    per: fc.constantFrom('week', 'maand', 'jaar') }),
  fc.record({ ...basisregel, soort: fc.constant('crediteren') }),
);
const voorwaarden = fc.array(voorwaarde, { maxLength: 5 })
  .map((lijst) => JSON.parse(JSON.stringify(lijst.map((regel, i) => ({ regel: `r${i}`, ...regel })))) as Voorwaarde[]);

const bestand: fc.Arbitrary<Beleidsbestand> = fc.record({
  voorwaarden, contracten: fc.constantFrom([], [{ aanbieder: AANBIEDER, producten: ['A', 'B'], vanaf: '2025-06-01', totEnMet: '2026-06-30' }]),
  groepen: fc.constant([{ code: 'licht' }, { code: 'zwaar' }]),
  producten: fc.constant([
    { code: 'A', categorie: '02', groep: 'licht' }, { code: 'B', categorie: '02', groep: 'zwaar', gewicht: 'licht' as const, eenheid: '04' as const },
    { code: 'C', categorie: '02', groep: 'zwaar', gewicht: 'zwaar' as const, totEnMet: '2026-05-31' }]),
  aanvraagroutes: fc.record({ voor: keuze, via: fc.constantFrom(['WMO315'], ['toegang'], ['WMO315', 'WMO317', 'toegang']),
    dan: fc.constantFrom('toewijzen', 'wachten', 'onderzoek') }).map((route) => [route] as Beleidsbestand['aanvraagroutes'] & object),
  schalen: fc.constantFrom('aan', 'uit').map((binnenGroepMet315) => [{ groepen: ['licht', 'zwaar'], binnenGroepMet315,
    opTussenGroepen: { via: ['toegang'], dan: 'toewijzen' }, afTussenGroepen: { via: ['WMO315', 'toegang'], dan: 'toewijzen' } }] as Beleidsbestand['schalen'] & object),
}).map((delen) => ({ ...KLEIN, ...delen }));

describe('wat het beleid ook is', () => {
  it('er komt altijd een besluit, dat bij zijn redenen past', () => {
    fc.assert(fc.property(bestand, wens, fc.array(toewijzing, { maxLength: 4 }), (inhoud, gevraagd, toewijzingen) => {
      const beleid = beleidVan(inhoud);
      const besluit = beoordeelAanvraag(beleid, gevraagd, situatie(...toewijzingen));
      const strengste = besluit.redenen.map(({ uitkomst }) => uitkomst).sort(vergelijkStrengheid).at(-1) ?? 'toewijzen';
      expect(besluit.uitkomst).toBe(strengste);
      expect(besluit.redenAfwijzing !== undefined).toBe(besluit.uitkomst === 'afwijzen');
      expect(beoordeelAanvraag(beleid, gevraagd, situatie(...toewijzingen))).toEqual(besluit);
      for (const door of ['toegang', 'backoffice'] as const) controleerToewijzing(beleid, gevraagd, situatie(...toewijzingen), door);
    }), { numRuns: 400 });
  });

  it('een voorwaarde erbij maakt het nooit milder, en laat de andere redenen staan', () => {
    let geraakt = 0;
    fc.assert(fc.property(bestand, voorwaarde, wens, fc.array(toewijzing, { maxLength: 4 }), (inhoud, extra, gevraagd, toewijzingen) => {
      const erbij = JSON.parse(JSON.stringify({ regel: 'extra', ...extra })) as Voorwaarde;
      const stand = situatie(...toewijzingen);
      const eerst = beoordeelAanvraag(beleidVan(inhoud), gevraagd, stand);
      const daarna = beoordeelAanvraag(beleidVan({ ...inhoud, voorwaarden: [...inhoud.voorwaarden ?? [], erbij] }), gevraagd, stand);
      expect(vergelijkStrengheid(daarna.uitkomst, eerst.uitkomst)).toBeGreaterThanOrEqual(0);
      expect(daarna.redenen.filter(({ regel }) => regel !== 'extra')).toEqual(eerst.redenen);
      if (daarna.redenen.length > eerst.redenen.length) geraakt++;
    }), { numRuns: 400 });
    expect(geraakt).toBeGreaterThan(0);
  });
});
