import { describe, expect, it } from 'vitest';
import type { WMO323, basis } from '../../../../src/standaard/berichten/gegenereerd/index.js';
import { gevonden } from '../../../hulp/niveau2.js';
import { afgewezenPrestatie, antwoordVan, declaratieVan, met325, prestatie } from '../../../hulp/variaties.js';
import { header } from '../../../hulp/voorbeelden.js';

const PAD = '/Bericht/Declaratie/Clienten/Client[1]/Prestaties/Prestatie[1]';
const PAD_325 = '/Bericht/DeclaratieAntwoord/Clienten/Client[1]/Prestaties/Prestatie[1]';
const VORIGE = { ReferentieNummer: 'RN0002', VorigReferentieNummer: 'RN0001' };

const inDeclaratie = (velden: Partial<WMO323.Prestatie>) =>
  gevonden('WMO323', declaratieVan({ ...prestatie, ...velden }));
const inAntwoord = (velden: Partial<WMO323.Prestatie>) =>
  gevonden('WMO325', antwoordVan({ ...afgewezenPrestatie, ...velden }));

/** The Prestatie of the example in another unit, without ProductTarief. `bedrag` in eurocents. */
function zonderTarief(Eenheid: basis.LDT_Eenheid, GeleverdVolume: number, Bedrag: number): WMO323.Prestatie {
  const { ProductReferentie, ToewijzingNummer, ProductCategorie, ProductCode, ProductPeriode } = prestatie;
  return {
    ProductReferentie, ToewijzingNummer, ProductCategorie, ProductCode, ProductPeriode, GeleverdVolume, Eenheid,
    IngediendBedrag: { Bedrag, DebetCredit: 'D' },
  };
}

/** A claim dated after both of its periods, each given by its first and last day. */
function metPeriodes(dagtekening: string, declaratieperiode: readonly string[], productperiode: readonly string[]) {
  const periode = ([Begindatum = '', Einddatum = '']: readonly string[]) => ({ Begindatum, Einddatum });
  const { Declaratie } = declaratieVan({ ...prestatie, ProductPeriode: periode(productperiode) });
  return gevonden('WMO323', {
    Header: header('WMO323', 'D0001', dagtekening),
    Declaratie: {
      ...Declaratie, DeclaratieDagtekening: dagtekening, DeclaratiePeriode: periode(declaratieperiode),
    },
  });
}

describe.each([
  ['WMO323', PAD, inDeclaratie], ['WMO325', PAD_325, inAntwoord],
] as const)('CD060 %s', (_soort, pad, beoordeel) => {
  const GEBROKEN = { regel: 'CD060', klasse: 'Prestatie', pad: `${pad}/ProductReferentie/VorigReferentieNummer` };

  it('voldoet: een credit met VorigReferentieNummer', () => {
    expect(beoordeel({ ProductReferentie: VORIGE, IngediendBedrag: { Bedrag: 60000, DebetCredit: 'C' } })).toEqual([]);
  });
  it('breekt alleen CD060: een credit zonder VorigReferentieNummer', () => {
    expect(beoordeel({ IngediendBedrag: { Bedrag: 60000, DebetCredit: 'C' } })).toEqual([GEBROKEN]);
  });
  it('breekt alleen CD060: een debet met VorigReferentieNummer', () => {
    expect(beoordeel({ ProductReferentie: VORIGE })).toEqual([GEBROKEN]);
  });
  it('niet van toepassing: een debet zonder VorigReferentieNummer', () => {
    expect(beoordeel({})).toEqual([]);
  });
});

describe('CD087', () => {
  const GEBROKEN = { regel: 'CD087', klasse: 'Prestatie', pad: `${PAD}/ProductTarief` };
  const ANDERE = ['01', '04', '14', '16', '82', '84'] as const;

  it.each(ANDERE)('voldoet: ProductTarief bij Eenheid %s', (Eenheid) => {
    expect(inDeclaratie({ Eenheid })).toEqual([]);
    expect(inDeclaratie({ Eenheid, ProductTarief: 0 })).toEqual([]);
  });
  it('voldoet: geen ProductTarief bij Eenheid 83', () => {
    expect(gevonden('WMO323', declaratieVan(zonderTarief('83', 60000, 60000)))).toEqual([]);
  });
  it.each(ANDERE)('breekt alleen CD087: geen ProductTarief bij Eenheid %s', (Eenheid) => {
    expect(gevonden('WMO323', declaratieVan(zonderTarief(Eenheid, 10, 60000)))).toEqual([GEBROKEN]);
  });
  it('breekt alleen CD087: ProductTarief bij Eenheid 83, ook een tarief van 0', () => {
    expect(inDeclaratie({ Eenheid: '83', GeleverdVolume: 60000 })).toEqual([GEBROKEN]);
    expect(inDeclaratie({ Eenheid: '83', GeleverdVolume: 60000, ProductTarief: 0 })).toEqual([GEBROKEN]);
  });
  it('niet van toepassing: een Prestatie in een WMO325', () => {
    expect(inAntwoord({ Eenheid: '83' })).toEqual([]);
  });
});

describe('CS100', () => {
  const VAN_DECLARATIE = { regel: 'CS100', klasse: 'Declaratie', pad: '/Bericht/Declaratie/DeclaratiePeriode' };
  const VAN_PRESTATIE = { regel: 'CS100', klasse: 'Prestatie', pad: `${PAD}/ProductPeriode` };
  const DECEMBER = ['2020-12-01', '2020-12-31'];
  const JANUARI = ['2021-01-01', '2021-01-31'];
  const OVER_DE_JAARWISSELING = ['2020-12-31', '2021-01-01'];

  it('voldoet: vanaf de eerste dag van 2021', () => {
    expect(metPeriodes('2021-03-01', JANUARI, ['2021-01-01', '2021-01-01'])).toEqual([]);
  });
  it('breekt alleen CS100: DeclaratiePeriode tot en met de laatste dag van 2020', () => {
    expect(metPeriodes('2021-03-01', DECEMBER, JANUARI)).toEqual([VAN_DECLARATIE]);
  });
  it('breekt alleen CS100: ProductPeriode op de laatste dag van 2020', () => {
    expect(metPeriodes('2021-03-01', JANUARI, ['2020-12-31', '2020-12-31'])).toEqual([VAN_PRESTATIE]);
  });
  it('breekt ook CS340 of CS337 als de periode over de jaarwisseling loopt, want die eisen een enkele maand', () => {
    expect(metPeriodes('2021-03-01', OVER_DE_JAARWISSELING, JANUARI))
      .toEqual([VAN_DECLARATIE, { ...VAN_DECLARATIE, regel: 'CS340' }]);
    expect(metPeriodes('2021-03-01', JANUARI, OVER_DE_JAARWISSELING))
      .toEqual([VAN_PRESTATIE, { ...VAN_PRESTATIE, regel: 'CS337' }]);
  });
  it('breekt ook CS337 en TR137 als alleen het einde voor 2021 ligt, want dat is voor het begin', () => {
    expect(metPeriodes('2021-03-01', JANUARI, ['2021-01-01', '2020-12-31']).map(({ regel }) => regel))
      .toEqual(['CS100', 'CS337', 'TR137']);
  });
  it('niet van toepassing: een Prestatie in een WMO325', () => {
    expect(inAntwoord({ ProductPeriode: { Begindatum: '2020-12-01', Einddatum: '2020-12-31' } })).toEqual([]);
  });
});

describe('CS325', () => {
  const NUL_CREDIT = { Bedrag: 0, DebetCredit: 'C' } as const;
  const TOTAAL_NUL_CREDIT = { TotaalBedrag: 0, DebetCredit: 'C' } as const;
  const NUL_DEBET = { IngediendBedrag: { Bedrag: 0, DebetCredit: 'D' } } as const;
  const nulDeclaratie = declaratieVan({ ...prestatie, ...NUL_DEBET });
  const nulAntwoord = antwoordVan({ ...afgewezenPrestatie, ...NUL_DEBET });

  it('voldoet: nul als debet', () => {
    expect(gevonden('WMO323', nulDeclaratie)).toEqual([]);
    expect(gevonden('WMO325', nulAntwoord)).toEqual([]);
  });
  it('breekt alleen CS325: TotaalIngediendBedrag van nul als credit in de Declaratie', () => {
    const Declaratie = { ...nulDeclaratie.Declaratie, TotaalIngediendBedrag: TOTAAL_NUL_CREDIT };
    expect(gevonden('WMO323', { ...nulDeclaratie, Declaratie })).toEqual([
      { regel: 'CS325', klasse: 'Declaratie', pad: '/Bericht/Declaratie/TotaalIngediendBedrag/DebetCredit' },
    ]);
  });
  it.each([
    ['WMO323', PAD, inDeclaratie], ['WMO325', PAD_325, inAntwoord],
  ] as const)('breekt alleen CS325: IngediendBedrag van nul als credit, %s', (_soort, pad, beoordeel) => {
    expect(beoordeel({ ProductReferentie: VORIGE, IngediendBedrag: NUL_CREDIT }))
      .toEqual([{ regel: 'CS325', klasse: 'Prestatie', pad: `${pad}/IngediendBedrag/DebetCredit` }]);
  });
  it('breekt alleen CS325: een totaal van nul als credit in het DeclaratieAntwoord', () => {
    const antwoord = (element: string) =>
      [{ regel: 'CS325', klasse: 'DeclaratieAntwoord', pad: `/Bericht/DeclaratieAntwoord/${element}/DebetCredit` }];
    expect(gevonden('WMO325', met325({ ...nulAntwoord.DeclaratieAntwoord, TotaalIngediendBedrag: TOTAAL_NUL_CREDIT })))
      .toEqual(antwoord('TotaalIngediendBedrag'));
    expect(gevonden('WMO325', met325({ TotaalToegekendBedrag: TOTAAL_NUL_CREDIT })))
      .toEqual(antwoord('TotaalToegekendBedrag'));
  });
  it('niet van toepassing: een cent als credit', () => {
    const cent = { ProductReferentie: VORIGE, IngediendBedrag: { Bedrag: 1, DebetCredit: 'C' } } as const;
    expect(inDeclaratie(cent)).toEqual([]);
    expect(inAntwoord(cent)).toEqual([]);
  });
});

describe('CS337', () => {
  const APRIL = ['2026-04-01', '2026-04-30'];
  const beoordeel = (begin: string, eind: string) => metPeriodes('2026-05-04', APRIL, [begin, eind]);

  it.each([
    ['2024-02-01', '2024-02-29'], ['2024-02-29', '2024-02-29'], ['2025-12-31', '2025-12-31'],
    ['2026-01-01', '2026-01-31'], ['2026-04-30', '2026-04-30'],
  ])('voldoet: van %s tot en met %s', (begin, eind) => {
    expect(beoordeel(begin, eind)).toEqual([]);
  });
  it.each([
    ['2024-02-29', '2024-03-01'], ['2026-02-28', '2026-03-01'], ['2025-12-31', '2026-01-01'],
    ['2026-03-01', '2026-04-30'], ['2025-04-01', '2026-04-30'], ['2022-02-28', '2024-02-29'],
  ])('breekt alleen CS337: van %s tot en met %s', (begin, eind) => {
    expect(beoordeel(begin, eind)).toEqual([{ regel: 'CS337', klasse: 'Prestatie', pad: `${PAD}/ProductPeriode` }]);
  });
  it('niet van toepassing: een Prestatie in een WMO325', () => {
    expect(inAntwoord({ ProductPeriode: { Begindatum: '2026-02-28', Einddatum: '2026-03-01' } })).toEqual([]);
  });
});

describe('CS339', () => {
  const beoordeel = (volume: number, bedrag: number) =>
    gevonden('WMO323', declaratieVan(zonderTarief('83', volume, bedrag)));
  const GEBROKEN = { regel: 'CS339', klasse: 'Prestatie', pad: `${PAD}/IngediendBedrag` };
  const credit = (volume: number, bedrag: number) => gevonden('WMO323', declaratieVan({
    ...zonderTarief('83', volume, bedrag),
    ProductReferentie: VORIGE, IngediendBedrag: { Bedrag: bedrag, DebetCredit: 'C' },
  }));

  it.each([0, 1, 60000, 99999999])('voldoet: volume en bedrag van %i eurocent', (cent) => {
    expect(beoordeel(cent, cent)).toEqual([]);
  });
  it('voldoet: een credit met gelijk volume en bedrag', () => {
    expect(credit(60000, 60000)).toEqual([]);
  });
  it.each([[60000, 60001], [60001, 60000], [600, 60000], [0, 1], [99999999, 99999998]])(
    'breekt alleen CS339: volume %i bij een bedrag van %i eurocent', (volume, bedrag) => {
      expect(beoordeel(volume, bedrag)).toEqual([GEBROKEN]);
    });
  it('breekt alleen CS339: een credit met een cent verschil', () => {
    expect(credit(60000, 59999)).toEqual([GEBROKEN]);
  });
  it('niet van toepassing: een andere Eenheid', () => {
    expect(inDeclaratie({ Eenheid: '82', GeleverdVolume: 1 })).toEqual([]);
  });
});

describe('CS340', () => {
  const DAG = ['2024-02-01', '2024-02-01'];
  const beoordeel = (begin: string, eind: string) => metPeriodes('2026-05-04', [begin, eind], DAG);

  it.each([
    ['2021-01-01', '2021-01-31'], ['2024-02-01', '2024-02-29'], ['2025-02-01', '2025-02-28'],
    ['2025-11-01', '2025-11-30'], ['2025-12-01', '2025-12-31'], ['2026-04-01', '2026-04-30'],
  ])('voldoet: van %s tot en met %s', (begin, eind) => {
    expect(beoordeel(begin, eind)).toEqual([]);
  });
  it.each([
    ['2024-02-01', '2024-02-28'], ['2024-02-02', '2024-02-29'], ['2025-12-01', '2025-12-30'],
    ['2025-12-02', '2025-12-31'], ['2025-12-01', '2026-01-31'], ['2025-02-01', '2026-02-28'],
    ['2025-11-01', '2025-12-01'], ['2026-01-31', '2026-01-31'], ['2026-04-01', '2026-04-01'],
  ])('breekt alleen CS340: van %s tot en met %s', (begin, eind) => {
    expect(beoordeel(begin, eind))
      .toEqual([{ regel: 'CS340', klasse: 'Declaratie', pad: '/Bericht/Declaratie/DeclaratiePeriode' }]);
  });
  it('niet van toepassing: een ProductPeriode van een deel van een maand', () => {
    expect(metPeriodes('2026-05-04', ['2026-04-01', '2026-04-30'], ['2026-04-02', '2026-04-29'])).toEqual([]);
  });
});
