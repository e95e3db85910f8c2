import { describe, expect, it } from 'vitest';
import type { basis } from '../../../../src/standaard/berichten/gegenereerd/index.js';
import { gevonden, type Gevonden } from '../../../hulp/niveau2.js';
import { header, wmo301, wmo315, wmo317 } from '../../../hulp/voorbeelden.js';

/** A product as the four classes share it. Starts in March 2026, unless it is one of 2020. */
interface Invoer {
  readonly Product?: basis.CDT_Product;
  readonly Omvang?: basis.CDT_Omvang;
  readonly Budget?: number;
  readonly eind?: string;
  readonly in2020?: boolean;
}

interface Plaats {
  readonly klasse: string;
  readonly pad: string;
  /** The element with the end date. */
  readonly einddatum: string;
  beoordeel(invoer: Invoer): Gevonden[];
}

function dagen(in2020 = false) {
  return in2020
    ? { dagtekening: '2020-11-02', begin: '2020-12-01' }
    : { dagtekening: '2026-02-23', begin: '2026-03-01' };
}

const TOEGEWEZEN: Plaats = {
  klasse: 'ToegewezenProduct', pad: '/Bericht/Client/ToegewezenProducten/ToegewezenProduct[1]', einddatum: 'Einddatum',
  beoordeel({ eind, in2020, ...velden }) {
    const { dagtekening, begin } = dagen(in2020);
    return gevonden('WMO301', {
      Header: header('WMO301', 'B0001', dagtekening),
      Client: {
        ...wmo301.Client,
        ToegewezenProducten: [{
          ToewijzingNummer: 300201, Toewijzingsdatum: dagtekening, Toewijzingstijd: '10:15:00', Ingangsdatum: begin,
          ...(eind === undefined ? {} : { Einddatum: eind }), ...velden,
        }],
      },
    });
  },
};

const AANGEVRAAGD: Plaats = {
  klasse: 'AangevraagdProduct', pad: '/Bericht/Client/AangevraagdeProducten/AangevraagdProduct[1]',
  einddatum: 'ToewijzingEinddatum',
  beoordeel({ eind, in2020, ...velden }) {
    const { dagtekening, begin } = dagen(in2020);
    return gevonden('WMO315', {
      Header: header('WMO315', 'V0001', dagtekening),
      Client: {
        ...wmo315.Client,
        AangevraagdeProducten: [{
          ReferentieAanbieder: 'REF-1', ToewijzingIngangsdatum: begin, Verwijzer: { Type: '01' },
          ...(eind === undefined ? {} : { ToewijzingEinddatum: eind }), ...velden,
        }],
      },
    });
  },
};

const NIEUW: Plaats = {
  klasse: 'NieuwProduct', pad: '/Bericht/Client/Verzoek/NieuweProducten/NieuwProduct[1]', einddatum: 'Einddatum',
  beoordeel({ eind, in2020, ...velden }) {
    const { dagtekening, begin } = dagen(in2020);
    return gevonden('WMO317', {
      Header: header('WMO317', 'W0001', dagtekening),
      Client: {
        ...wmo317.Client,
        Verzoek: {
          ReferentieAanbieder: 'REF-1', RedenVerzoek: '1', OngewijzigdeProducten: [{ ToewijzingNummer: 300202 }],
          NieuweProducten: [{
            GewensteIngangsdatum: begin, ...(eind === undefined ? {} : { Einddatum: eind }), ...velden,
          }],
        },
      },
    });
  },
};

const TE_WIJZIGEN: Plaats = {
  klasse: 'TeWijzigenProduct', pad: '/Bericht/Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct[1]',
  einddatum: 'Einddatum',
  beoordeel({ eind, in2020, Omvang, Budget }) {
    const { dagtekening, begin } = dagen(in2020);
    return gevonden('WMO317', {
      Header: header('WMO317', 'W0001', dagtekening),
      Client: {
        ...wmo317.Client,
        Verzoek: {
          ReferentieAanbieder: 'REF-1', RedenVerzoek: '1',
          TeWijzigenProducten: [{
            ToewijzingNummer: 300201, GewensteIngangsdatum: begin,
            ...(eind === undefined ? {} : { Einddatum: eind }), ...(Omvang && { Omvang }),
            ...(Budget === undefined ? {} : { Budget }),
          }],
        },
      },
    });
  },
};

const MET_PRODUCT = [TOEGEWEZEN, AANGEVRAAGD, NIEUW].map((plaats) => [plaats.klasse, plaats] as const);
const ALLE = [TOEGEWEZEN, AANGEVRAAGD, NIEUW, TE_WIJZIGEN].map((plaats) => [plaats.klasse, plaats] as const);

const SPECIFIEK = { Categorie: '02', Code: '02A03' } as const;
const ASPECIFIEK = { Categorie: '02' } as const;
const PER_WEEK = { Volume: 4, Eenheid: '04', Frequentie: '2' } as const;
const PER_MAAND = { Volume: 4, Eenheid: '04', Frequentie: '4' } as const;
const Budget = 250000;
const eind = '2026-12-31';

function gebroken(regel: string, { klasse, pad }: Plaats, element: string): Gevonden {
  return { regel, klasse, pad: `${pad}/${element}` };
}

describe('CD041', () => {
  describe.each(MET_PRODUCT)('%s', (_naam, plaats) => {
    it('voldoet: Code met Omvang', () => {
      expect(plaats.beoordeel({ Product: SPECIFIEK, Omvang: PER_MAAND })).toEqual([]);
    });
    it('breekt alleen CD041: Code zonder Omvang, ook met een Budget', () => {
      expect(plaats.beoordeel({ Product: SPECIFIEK })).toEqual([gebroken('CD041', plaats, 'Omvang')]);
      expect(plaats.beoordeel({ Product: SPECIFIEK, Budget, eind })).toEqual([gebroken('CD041', plaats, 'Omvang')]);
    });
    it('niet van toepassing: zonder Code of zonder Product', () => {
      expect(plaats.beoordeel({ Product: ASPECIFIEK })).toEqual([]);
      expect(plaats.beoordeel({ Budget, eind })).toEqual([]);
    });
  });
});

describe('CD075', () => {
  describe.each(ALLE)('%s', (_naam, plaats) => {
    it('voldoet: Budget met einddatum', () => {
      expect(plaats.beoordeel({ Budget, eind })).toEqual([]);
    });
    it('breekt alleen CD075: Budget zonder einddatum, ook een Budget van 0', () => {
      expect(plaats.beoordeel({ Budget })).toEqual([gebroken('CD075', plaats, plaats.einddatum)]);
      expect(plaats.beoordeel({ Budget: 0 })).toEqual([gebroken('CD075', plaats, plaats.einddatum)]);
    });
    it('niet van toepassing: zonder Budget', () => {
      expect(plaats.beoordeel({ Product: SPECIFIEK, Omvang: PER_MAAND })).toEqual([]);
    });
  });
});

describe('CD076', () => {
  describe.each(ALLE)('%s', (_naam, plaats) => {
    it('voldoet: per week met einddatum', () => {
      expect(plaats.beoordeel({ Product: SPECIFIEK, Omvang: PER_WEEK, eind })).toEqual([]);
    });
    it('breekt alleen CD076: per week zonder einddatum', () => {
      expect(plaats.beoordeel({ Product: SPECIFIEK, Omvang: PER_WEEK }))
        .toEqual([gebroken('CD076', plaats, plaats.einddatum)]);
    });
    it.each(['1', '4', '6'] as const)('niet van toepassing: Frequentie %s zonder einddatum', (Frequentie) => {
      expect(plaats.beoordeel({ Product: SPECIFIEK, Omvang: { ...PER_WEEK, Frequentie } })).toEqual([]);
    });
    it('niet van toepassing: zonder Omvang', () => {
      expect(plaats.beoordeel({ Product: ASPECIFIEK })).toEqual([]);
    });
  });
});

describe.each([['CD077', 'Omvang'], ['CD078', 'Budget']])('%s', (regel, element) => {
  describe.each(ALLE)('%s', (_naam, plaats) => {
    it('voldoet: een van Omvang en Budget', () => {
      expect(plaats.beoordeel({ Product: SPECIFIEK, Omvang: PER_MAAND, eind })).toEqual([]);
      expect(plaats.beoordeel({ Budget, eind })).toEqual([]);
    });
    it(`breekt alleen ${regel} en de regel die hetzelfde andersom zegt: Omvang en Budget samen`, () => {
      const resultaat = plaats.beoordeel({ Product: SPECIFIEK, Omvang: PER_MAAND, Budget, eind });
      expect(resultaat).toContainEqual(gebroken(regel, plaats, element));
      expect(resultaat.map((bevinding) => bevinding.regel)).toEqual(['CD077', 'CD078']);
      expect(plaats.beoordeel({ Product: SPECIFIEK, Omvang: PER_MAAND, Budget: 0, eind })).toEqual(resultaat);
    });
    it('niet van toepassing: geen van beide', () => {
      expect(plaats.beoordeel({ Product: ASPECIFIEK })).toEqual([]);
    });
  });
});

describe('CD079', () => {
  describe.each(MET_PRODUCT)('%s', (_naam, plaats) => {
    it('voldoet: Product zonder Budget', () => {
      expect(plaats.beoordeel({ Product: ASPECIFIEK })).toEqual([]);
    });
    it('breekt alleen CD079: geen Product en geen Budget', () => {
      expect(plaats.beoordeel({ eind })).toEqual([gebroken('CD079', plaats, 'Product')]);
    });
    it('niet van toepassing: met Budget', () => {
      expect(plaats.beoordeel({ Budget, eind })).toEqual([]);
      expect(plaats.beoordeel({ Product: ASPECIFIEK, Budget, eind })).toEqual([]);
    });
  });
});

describe.each([
  ['CD080', TOEGEWEZEN], ['CD095', AANGEVRAAGD], ['CD096', NIEUW],
] as const)('%s', (regel, plaats) => {
  it('voldoet: geen Omvang zonder Code', () => {
    expect(plaats.beoordeel({ Product: ASPECIFIEK, eind })).toEqual([]);
    expect(plaats.beoordeel({ Product: ASPECIFIEK })).toEqual([]);
  });
  it(`breekt alleen ${regel}: Omvang zonder Code, met of zonder einddatum`, () => {
    expect(plaats.beoordeel({ Product: ASPECIFIEK, Omvang: PER_MAAND, eind }))
      .toEqual([gebroken(regel, plaats, 'Omvang')]);
    expect(plaats.beoordeel({ Product: ASPECIFIEK, Omvang: PER_MAAND }))
      .toEqual([gebroken(regel, plaats, 'Omvang')]);
  });
  it(`breekt alleen ${regel}: einde op de eerste dag van 2021`, () => {
    expect(plaats.beoordeel({ Product: ASPECIFIEK, Omvang: PER_MAAND, eind: '2021-01-01', in2020: true }))
      .toEqual([gebroken(regel, plaats, 'Omvang')]);
  });
  it('breekt ook CD079 zonder Product, want zonder Budget hoort er een Product te zijn', () => {
    expect(plaats.beoordeel({ Omvang: PER_MAAND, eind }))
      .toEqual([gebroken('CD079', plaats, 'Product'), gebroken(regel, plaats, 'Omvang')]);
  });
  it('niet van toepassing: einde op de laatste dag van 2020, of een Code', () => {
    expect(plaats.beoordeel({ Product: ASPECIFIEK, Omvang: PER_MAAND, eind: '2020-12-31', in2020: true })).toEqual([]);
    expect(plaats.beoordeel({ Product: SPECIFIEK, Omvang: PER_MAAND })).toEqual([]);
  });
});

const EENHEDEN = ['14', '16', '83', '84'] as const;

describe.each([
  ['CS338', TOEGEWEZEN], ['CS338', NIEUW], ['CS338', TE_WIJZIGEN], ['CS343', AANGEVRAAGD],
] as const)('%s', (regel, plaats) => {
  const met = (Eenheid: basis.LDT_Eenheid, Frequentie: basis.LDT_Frequentie, rest: Invoer = {}) =>
    plaats.beoordeel({ Product: SPECIFIEK, Omvang: { Volume: 4, Eenheid, Frequentie }, ...rest });

  describe(plaats.klasse, () => {
    it.each(EENHEDEN)('voldoet: Eenheid %s per week, per maand en in totaal', (Eenheid) => {
      expect(met(Eenheid, '2', { eind })).toEqual([]);
      expect(met(Eenheid, '4')).toEqual([]);
      expect(met(Eenheid, '6')).toEqual([]);
    });
    it.each(EENHEDEN)(`breekt alleen ${regel}: Eenheid %s per dag, met of zonder einddatum`, (Eenheid) => {
      expect(met(Eenheid, '1', { eind })).toEqual([gebroken(regel, plaats, 'Omvang/Frequentie')]);
      expect(met(Eenheid, '1')).toEqual([gebroken(regel, plaats, 'Omvang/Frequentie')]);
    });
    it(`breekt alleen ${regel}: einde op de eerste dag van 2021`, () => {
      expect(met('14', '1', { eind: '2021-01-01', in2020: true }))
        .toEqual([gebroken(regel, plaats, 'Omvang/Frequentie')]);
    });
    it('niet van toepassing: einde op de laatste dag van 2020', () => {
      expect(met('14', '1', { eind: '2020-12-31', in2020: true })).toEqual([]);
    });
    it.each(['01', '04', '82'] as const)('niet van toepassing: Eenheid %s', (Eenheid) => {
      expect(met(Eenheid, '1')).toEqual([]);
    });
    it('niet van toepassing: zonder Omvang', () => {
      expect(plaats.beoordeel({ Budget, eind })).toEqual([]);
    });
  });
});
