import { describe, it } from 'vitest';
import type { basis } from '../../../../src/standaard/berichten/gegenereerd/index.js';
import { verwachtNiveau2 } from '../../../hulp/bevindingen.js';
import { aangevraagdProduct, met301, met315, met317, toegewezenProduct } from '../../../hulp/variaties.js';

interface Deel {
  readonly product?: basis.CDT_Product;
  readonly begin: string;
  readonly eind?: string;
}

const Omvang = { Volume: 4, Eenheid: '04', Frequentie: '4' } as const;

/** A code needs Omvang, and no code a Budget with an end date (CD041, CD075, CD080): then only overlap can be wrong. */
function inhoud({ product }: Deel) {
  return {
    ...(product === undefined ? {} : { Product: product }),
    ...(product?.Code === undefined ? { Budget: 100_000 } : { Omvang }),
  };
}

function einde<N extends string>(naam: N, { eind }: Deel): { readonly [K in N]?: string } {
  return (eind === undefined ? {} : { [naam]: eind }) as { readonly [K in N]?: string };
}

type Verwacht = (delen: readonly Deel[], ...brekers: readonly number[]) => void;

const toegewezen = (delen: readonly Deel[]) => delen.map((deel, i) => ({
  ToewijzingNummer: 300201 + i, ...inhoud(deel),
  Toewijzingsdatum: toegewezenProduct.Toewijzingsdatum, Toewijzingstijd: toegewezenProduct.Toewijzingstijd,
  Ingangsdatum: deel.begin, ...einde('Einddatum', deel),
}));

const product = { Categorie: '02', Code: '02A03' } as const;
const anderProduct = { Categorie: '02', Code: '02A04' } as const;
const andereCategorie = { Categorie: '03', Code: '02A03' } as const;
const categorie = { Categorie: '02' } as const;
const mei = { begin: '2026-05-01', eind: '2026-05-31' };
const vanafEindMei = { begin: '2026-05-31', eind: '2026-06-30' };
const juni = { begin: '2026-06-01', eind: '2026-06-30' };

/** Per rule how a message is made of instances, and a check that those numbered (from 1), and no others, break it. */
describe.each<[regel: string, verwacht: Verwacht]>([
  ['TR302', (delen, ...brekers) => verwachtNiveau2('WMO301', met301({ ToegewezenProducten: toegewezen(delen) }),
    ...brekers.map((nummer) =>
      ['TR302', 'ToegewezenProduct', `/Client/ToegewezenProducten/ToegewezenProduct[${nummer}]/Product`] as const))],
  ['TR386', (delen, ...brekers) => verwachtNiveau2('WMO315', met315({ AangevraagdeProducten: delen.map((deel, i) => ({
    ReferentieAanbieder: `REF-${i}`, ...inhoud(deel),
    ToewijzingIngangsdatum: deel.begin, ...einde('ToewijzingEinddatum', deel), Verwijzer: aangevraagdProduct.Verwijzer,
  })) }), ...brekers.map((nummer) =>
    ['TR386', 'AangevraagdProduct', `/Client/AangevraagdeProducten/AangevraagdProduct[${nummer}]/Product`] as const))],
  ['TR410', (delen, ...brekers) => verwachtNiveau2('WMO317', met317({
    OngewijzigdeProducten: [{ ToewijzingNummer: 300201 }],
    NieuweProducten: delen.map((deel) => ({
      ...inhoud(deel), GewensteIngangsdatum: deel.begin, ...einde('Einddatum', deel),
    })),
  }), ...brekers.map((nummer) =>
    ['TR410', 'NieuwProduct', `/Client/Verzoek/NieuweProducten/NieuwProduct[${nummer}]/Product`] as const))],
])('%s', (regel, verwacht) => {
  it('voldoet: hetzelfde product in aansluitende periodes, in welke volgorde ook', () => {
    verwacht([{ product, ...mei }, { product, ...juni }]);
    verwacht([{ product, ...juni }, { product, ...mei }]);
    verwacht([{ product: categorie, ...mei }, { product, ...juni }, { begin: '2026-07-01', eind: '2026-07-31' }]);
    verwacht([{ product, ...mei }, { product, begin: '2026-06-01' }]);
  });

  it('voldoet: een ander product in dezelfde periode', () => {
    verwacht([{ product, ...mei }, { product: anderProduct, ...mei }, { product: andereCategorie, ...mei }]);
    verwacht([{ product: categorie, ...mei }, { product: andereCategorie, ...mei }]);
  });

  it(`breekt alleen ${regel}: hetzelfde product deelt een dag`, () => {
    verwacht([{ product, ...mei }, { product, ...vanafEindMei }], 2);
    verwacht([{ product, ...vanafEindMei }, { product, ...mei }], 2);
  });

  it(`breekt alleen ${regel}: een periode zonder einde raakt alles wat later begint of nog loopt`, () => {
    verwacht([
      { product, begin: '2026-05-01' }, { product, begin: '2031-01-01' },
      { product, begin: '2029-01-01', eind: '2029-01-31' },
    ], 2, 3);
  });

  it(`breekt alleen ${regel}: zonder Code telt de hele categorie`, () => {
    verwacht([{ product, ...mei }, { product: anderProduct, ...mei }, { product: categorie, ...vanafEindMei }], 3);
    verwacht([
      { product: categorie, ...mei }, { product, ...vanafEindMei }, { product: anderProduct, ...vanafEindMei },
    ], 2, 3);
    verwacht([{ product: categorie, ...mei }, { product: categorie, ...vanafEindMei }], 2);
  });

  it(`breekt alleen ${regel}: zonder Product telt elk product`, () => {
    verwacht([{ ...mei }, { product, ...vanafEindMei }, { product: { Categorie: '03' }, ...vanafEindMei }], 2, 3);
    verwacht([{ product, ...mei }, { ...vanafEindMei }], 2);
    verwacht([{ ...mei }, { ...vanafEindMei }], 2);
  });

  it(`breekt alleen ${regel}: elk exemplaar dat een eerder raakt een keer, het eerste niet`, () => {
    verwacht([
      { product, ...mei }, { product, ...juni }, { product, begin: '2026-05-20', eind: '2026-06-10' },
      { product, begin: '2026-07-01' }, { product, begin: '2026-05-21', eind: '2026-05-22' },
    ], 3, 5);
  });

  it.each([
    '11', '12', '13', '14',
  ] as const)('niet van toepassing: categorie %s mag overlappen, ook zonder Product ernaast', (Categorie) => {
    const vrij = { Categorie, Code: '11A01' };
    verwacht([
      { ...mei }, { product: vrij, ...mei }, { product: vrij, ...vanafEindMei },
      { product: { Categorie }, ...mei }, { product: { Categorie }, ...vanafEindMei },
    ]);
  });
});

describe('TR302', () => {
  const loopt = { product, ...mei };
  const eenDag = { product, begin: '2026-05-10', eind: '2026-05-10' };
  type RedenWijziging = basis.LDT_RedenWijziging;
  const pad = (nummer: number) => `/Client/ToegewezenProducten/ToegewezenProduct[${nummer}]`;

  /** A running allocation, and one of a single day in its period with this reason. */
  function metReden(reden?: RedenWijziging, delen: readonly Deel[] = [loopt, eenDag]) {
    return met301({ ToegewezenProducten: toegewezen(delen).map((een, i) =>
      delen[i] === loopt || reden === undefined ? een : { ...een, RedenWijziging: reden }) });
  }

  it('voldoet: een verwijderde toewijzing ervoor of erna', () => {
    verwachtNiveau2('WMO301', metReden('13'));
    verwachtNiveau2('WMO301', metReden('13', [eenDag, loopt]));
  });

  it('voldoet: ook de oude reden 01 is verwijderd, al is die door CS336 niet toegestaan', () => {
    verwachtNiveau2('WMO301', metReden('01'), ['CS336', 'ToegewezenProduct', `${pad(2)}/RedenWijziging`]);
  });

  it('breekt alleen TR302: een toewijzing van een dag die niet is verwijderd', () => {
    verwachtNiveau2('WMO301', metReden(), ['TR302', 'ToegewezenProduct', `${pad(2)}/Product`]);
    verwachtNiveau2('WMO301', metReden('05'), ['TR302', 'ToegewezenProduct', `${pad(2)}/Product`]);
  });

  it('breekt alleen TR302 samen met CS335: reden 13 verwijdert alleen met het einde op het begin', () => {
    verwachtNiveau2('WMO301', metReden('13', [loopt, { product, ...vanafEindMei }]),
      ['CS335', 'ToegewezenProduct', `${pad(2)}/RedenWijziging`], ['TR302', 'ToegewezenProduct', `${pad(2)}/Product`]);
  });
});
