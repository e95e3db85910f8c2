import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WMO301, basis } from '../../../../src/standaard/berichten/gegenereerd/index.js';
import { voldoetAanElfproef } from '../../../../src/standaard/regels/niveau2/elfproef.js';
import { gevonden } from '../../../hulp/niveau2.js';
import { met301, met305, met307, met315, relatie } from '../../../hulp/variaties.js';
import { ANDER_BSN, BSN, wmo305, wmo317, wmo319, wmo323, wmo325 } from '../../../hulp/voorbeelden.js';

const NAAM = { Geslachtsnaam: { Achternaam: 'Bos' }, NaamGebruik: '1' } as const;
const Partnernaam = { Achternaam: 'Vink', Voorvoegsel: 'van der' };
const metClient = (client: Partial<WMO301.Client>) => gevonden('WMO301', met301(client));
const metRelatie = (velden: Partial<WMO301.Relatie>) => metClient({ Relaties: [{ ...relatie, ...velden }] });

describe('CD007', () => {
  it('voldoet: Taal bij Vorm 1', () => {
    expect(metClient({ Communicatie: { Vorm: '1', Taal: 'Pools' } })).toEqual([]);
  });
  it('breekt alleen CD007: Vorm 1 zonder Taal', () => {
    expect(metClient({ Communicatie: { Vorm: '1' } }))
      .toEqual([{ regel: 'CD007', klasse: 'Client', pad: '/Bericht/Client/Communicatie/Taal' }]);
  });
  it.each(['2', '3'] as const)('breekt alleen CD007: Taal bij Vorm %s', (Vorm) => {
    expect(metClient({ Communicatie: { Vorm, Taal: 'Pools' } }))
      .toEqual([{ regel: 'CD007', klasse: 'Client', pad: '/Bericht/Client/Communicatie/Taal' }]);
  });
  it('niet van toepassing: zonder Communicatie, of een andere Vorm zonder Taal', () => {
    expect(metClient({})).toEqual([]);
    expect(metClient({ Communicatie: { Vorm: '2' } })).toEqual([]);
    expect(metClient({ Communicatie: { Vorm: '3' } })).toEqual([]);
  });
});

describe('CS002', () => {
  const declaratie = wmo323.Declaratie;
  const antwoord = wmo325.DeclaratieAntwoord;
  if (antwoord === undefined) throw new Error('Het voorbeeld heeft een DeclaratieAntwoord nodig');
  const IN_HET_BERICHT = [
    ['WMO301', '/Bericht/Client/Bsn', (Bsn: string) => gevonden('WMO301', met301({ Bsn }))],
    ['WMO305', '/Bericht/Client/Bsn', (Bsn: string) => gevonden('WMO305', met305({ Bsn }))],
    ['WMO307', '/Bericht/Client/Bsn', (Bsn: string) => gevonden('WMO307', met307({ Bsn }))],
    ['WMO315', '/Bericht/Client/Bsn', (Bsn: string) => gevonden('WMO315', met315({ Bsn }))],
    ['WMO317', '/Bericht/Client/Bsn', (Bsn: string) =>
      gevonden('WMO317', { ...wmo317, Client: { ...wmo317.Client, Bsn } })],
    ['WMO323', '/Bericht/Declaratie/Clienten/Client[1]/Bsn', (Bsn: string) => gevonden('WMO323', {
      ...wmo323, Declaratie: { ...declaratie, Clienten: declaratie.Clienten.map((client) => ({ ...client, Bsn })) },
    })],
    ['WMO325', '/Bericht/DeclaratieAntwoord/Clienten/Client[1]/Bsn', (Bsn: string) => gevonden('WMO325', {
      ...wmo325,
      DeclaratieAntwoord: { ...antwoord, Clienten: (antwoord.Clienten ?? []).map((client) => ({ ...client, Bsn })) },
    })],
  ] as const;

  it.each(IN_HET_BERICHT)('voldoet: nummers die aan de elfproef voldoen, %s', (_soort, _pad, beoordeel) => {
    expect(beoordeel(BSN)).toEqual([]);
    expect(beoordeel(ANDER_BSN)).toEqual([]);
  });
  it.each(IN_HET_BERICHT)('breekt alleen CS002: een cijfer te hoog, %s', (_soort, pad, beoordeel) => {
    expect(beoordeel('999900007')).toEqual([{ regel: 'CS002', klasse: 'Client', pad }]);
  });
  it('niet van toepassing: een bericht zonder Bsn', () => {
    expect(gevonden('WMO319', wmo319)).toEqual([]);
  });

  /** The first eight digits of numbers that are given to nobody. */
  const kop = fc.integer({ min: 99990000, max: 99999999 }).map(String);
  const geldigeNummers = (begin: string) =>
    Array.from('0123456789', (cijfer) => begin + cijfer).filter(voldoetAanElfproef);
  const geldig = kop.map(geldigeNummers).filter((nummers) => nummers.length > 0).map(([nummer]) => nummer ?? '');

  it('voldoet bij acht cijfers met hooguit een negende', () => {
    fc.assert(fc.property(kop, (begin) => {
      expect(geldigeNummers(begin).length).toBeLessThanOrEqual(1);
    }));
  });
  it('merkt elk ander cijfer en elke verwisseling van buren op', () => {
    fc.assert(fc.property(geldig, fc.nat(8), fc.integer({ min: 1, max: 9 }), (bsn, plaats, verschil) => {
      const cijfer = (Number(bsn[plaats]) + verschil) % 10;
      expect(voldoetAanElfproef(bsn.slice(0, plaats) + String(cijfer) + bsn.slice(plaats + 1))).toBe(false);
      const buren = bsn.slice(plaats, plaats + 2);
      fc.pre(buren.length === 2 && buren[0] !== buren[1]);
      const verwisseld = `${buren[1] ?? ''}${buren[0] ?? ''}`;
      expect(voldoetAanElfproef(bsn.slice(0, plaats) + verwisseld + bsn.slice(plaats + 2))).toBe(false);
    }));
  });
  it('kent alleen negen cijfers, en laat negen nullen door', () => {
    expect(['', '99990000', '9999000060', '99990000a', '000000000'].map(voldoetAanElfproef))
      .toEqual([false, false, false, false, true]);
  });
});

describe('CS050', () => {
  const CLIENT = { regel: 'CS050', klasse: 'Client', pad: '/Bericht/Client/Naam/NaamGebruik' };
  const VAN_RELATIE = {
    regel: 'CS050', klasse: 'Relatie', pad: '/Bericht/Client/Relaties/Relatie[1]/Naam/NaamGebruik',
  };

  it.each(['1', '2', '3', '4'] as const)('voldoet: Partnernaam met NaamGebruik %s', (NaamGebruik) => {
    expect(metClient({ Naam: { ...NAAM, Partnernaam, NaamGebruik } })).toEqual([]);
    expect(metRelatie({ Naam: { ...NAAM, Partnernaam, NaamGebruik } })).toEqual([]);
  });
  it('voldoet: zonder Partnernaam NaamGebruik 1, en bij een Relatie ook 6', () => {
    expect(metClient({ Naam: { ...NAAM, NaamGebruik: '1' } })).toEqual([]);
    expect(metRelatie({ Naam: { ...NAAM, NaamGebruik: '1' } })).toEqual([]);
    expect(metRelatie({ Naam: { ...NAAM, NaamGebruik: '6' } })).toEqual([]);
  });
  it.each(['2', '3', '4', '5'] as const)('breekt alleen CS050: NaamGebruik %s zonder Partnernaam', (NaamGebruik) => {
    expect(metClient({ Naam: { ...NAAM, NaamGebruik } })).toEqual([CLIENT]);
    expect(metRelatie({ Naam: { ...NAAM, NaamGebruik } })).toEqual([VAN_RELATIE]);
  });
  it('breekt alleen CS050: NaamGebruik 5 of 6 met Partnernaam', () => {
    expect(metClient({ Naam: { ...NAAM, Partnernaam, NaamGebruik: '5' } })).toEqual([CLIENT]);
    expect(metRelatie({ Naam: { ...NAAM, Partnernaam, NaamGebruik: '5' } })).toEqual([VAN_RELATIE]);
    expect(metRelatie({ Naam: { ...NAAM, Partnernaam, NaamGebruik: '6' } })).toEqual([VAN_RELATIE]);
  });
  it('breekt ook CS318 als de Client een Partnernaam en NaamGebruik 6 heeft, want 6 kan bij een Client nooit', () => {
    expect(metClient({ Naam: { ...NAAM, Partnernaam, NaamGebruik: '6' } }))
      .toEqual([CLIENT, { ...CLIENT, regel: 'CS318' }]);
  });
  it('niet van toepassing: een verkorte naam heeft geen NaamGebruik', () => {
    expect(gevonden('WMO305', wmo305)).toEqual([]);
  });
});

describe('CS139', () => {
  type Geboren = basis.CDT_Geboortedatum;
  const IN_HET_BERICHT = [
    ['WMO301 Client', 'Client', '/Bericht/Client', (Geboortedatum: Geboren) => metClient({ Geboortedatum })],
    ['WMO301 Relatie', 'Relatie', '/Bericht/Client/Relaties/Relatie[1]', (Geboortedatum: Geboren) =>
      metRelatie({ Geboortedatum })],
    ['WMO305 Client', 'Client', '/Bericht/Client', (Geboortedatum: Geboren) =>
      gevonden('WMO305', met305({ Geboortedatum }))],
    ['WMO307 Client', 'Client', '/Bericht/Client', (Geboortedatum: Geboren) =>
      gevonden('WMO307', met307({ Geboortedatum }))],
    ['WMO315 Client', 'Client', '/Bericht/Client', (Geboortedatum: Geboren) =>
      gevonden('WMO315', met315({ Geboortedatum }))],
  ] as const;

  describe.each(IN_HET_BERICHT)('%s', (_naam, klasse, pad, beoordeel) => {
    it.each([
      ['1968-02-01', '1'], ['1967-12-01', '1'], ['1968-01-01', '1'], ['1968-01-01', '2'], ['1900-01-01', '3'],
    ] as const)('voldoet: %s bij DatumGebruik %s', (Datum, DatumGebruik) => {
      expect(beoordeel({ Datum, DatumGebruik })).toEqual([]);
    });
    it.each([
      ['1967-08-13', '1'], ['1968-02-29', '1'], ['1967-12-31', '1'], ['1967-01-11', '1'],
      ['1967-01-02', '2'], ['1967-02-01', '2'], ['1967-11-01', '2'], ['1967-12-31', '2'],
      ['1967-01-01', '3'], ['1968-02-29', '3'],
    ] as const)('breekt alleen CS139: %s bij DatumGebruik %s', (Datum, DatumGebruik) => {
      expect(beoordeel({ Datum, DatumGebruik }))
        .toEqual([{ regel: 'CS139', klasse, pad: `${pad}/Geboortedatum/DatumGebruik` }]);
    });
    it.each(['1967-08-13', '1968-02-29', '1967-01-01'])('niet van toepassing: %s zonder DatumGebruik', (Datum) => {
      expect(beoordeel({ Datum })).toEqual([]);
    });
  });

  it('niet van toepassing: een Relatie zonder Geboortedatum', () => {
    expect(metRelatie({})).toEqual([]);
  });
});

describe('CS318', () => {
  it('voldoet: NaamGebruik van de Client is geen 6', () => {
    expect(metClient({ Naam: { ...NAAM, NaamGebruik: '1' } })).toEqual([]);
  });
  it('breekt alleen CS318: NaamGebruik 6 bij de Client', () => {
    expect(metClient({ Naam: { ...NAAM, NaamGebruik: '6' } }))
      .toEqual([{ regel: 'CS318', klasse: 'Client', pad: '/Bericht/Client/Naam/NaamGebruik' }]);
  });
  it('niet van toepassing: NaamGebruik 6 bij een Relatie', () => {
    expect(metRelatie({ Naam: { ...NAAM, NaamGebruik: '6' } })).toEqual([]);
  });
});
