import { describe, expect, it } from 'vitest';
import type { WMO301 } from '../../../../src/standaard/berichten/gegenereerd/index.js';
import { gevonden } from '../../../hulp/niveau2.js';
import { contact as eigen, met301, relatie } from '../../../hulp/variaties.js';

const Telefoon = { Telefoon01: { Telefoonnummer: '0600000000', Landnummer: '31' } };
const Huis = { Huisnummer: 7 };
const NEDERLAND = { Huis, Postcode: '1234AB', LandCode: 'NL' } as const;

/** Both places of a Contact. The client keeps its own Contact of Soort 01, so the one under test has another. */
const PLAATSEN = [
  ['van de Client', '/Bericht/Client/Contactgegevens/Contact[2]', (contact: WMO301.Contact) =>
    gevonden('WMO301', met301({ Contactgegevens: [eigen, contact] }))],
  ['van een Relatie', '/Bericht/Client/Relaties/Relatie[1]/Contact', (Contact: WMO301.Contact) =>
    gevonden('WMO301', met301({ Relaties: [{ ...relatie, Contact }] }))],
] as const;

describe.each(PLAATSEN)('Contact %s', (_naam, pad, beoordeel) => {
  describe('CD005', () => {
    it('voldoet: Postcode en LandCode samen', () => {
      expect(beoordeel({ Soort: '02', Adres: NEDERLAND })).toEqual([]);
    });
    it('breekt alleen CD005: Postcode zonder LandCode', () => {
      expect(beoordeel({ Soort: '02', Adres: { Huis, Postcode: '1234AB' } }))
        .toEqual([{ regel: 'CD005', klasse: 'Contact', pad: `${pad}/Adres/LandCode` }]);
    });
    it('breekt alleen CD005: LandCode zonder Postcode', () => {
      expect(beoordeel({ Soort: '02', Telefoon, Adres: { Huis, LandCode: 'NL' } }))
        .toEqual([{ regel: 'CD005', klasse: 'Contact', pad: `${pad}/Adres/LandCode` }]);
    });
    it('niet van toepassing: zonder Adres, of zonder beide', () => {
      expect(beoordeel({ Soort: '02', Telefoon })).toEqual([]);
      expect(beoordeel({ Soort: '02', Telefoon, Adres: { Plaatsnaam: 'Voorbeeldstad' } })).toEqual([]);
    });
  });

  describe('CD009', () => {
    const Periode = { Begindatum: '2026-03-01', Einddatum: '2026-03-31' };
    it('voldoet: Periode bij Soort 04', () => {
      expect(beoordeel({ Soort: '04', Adres: NEDERLAND, Periode })).toEqual([]);
    });
    it.each(['02', '03'] as const)('breekt alleen CD009: Periode bij Soort %s', (Soort) => {
      expect(beoordeel({ Soort, Adres: NEDERLAND, Periode }))
        .toEqual([{ regel: 'CD009', klasse: 'Contact', pad: `${pad}/Periode` }]);
    });
    it.each(['02', '03', '04'] as const)('niet van toepassing: zonder Periode, Soort %s', (Soort) => {
      expect(beoordeel({ Soort, Adres: NEDERLAND })).toEqual([]);
    });
  });

  describe('CD025', () => {
    it('voldoet: Huis in Nederland', () => {
      expect(beoordeel({ Soort: '02', Adres: NEDERLAND })).toEqual([]);
    });
    it('breekt alleen CD025: geen Huis in Nederland', () => {
      expect(beoordeel({ Soort: '02', Telefoon, Adres: { Postcode: '1234AB', LandCode: 'NL' } }))
        .toEqual([{ regel: 'CD025', klasse: 'Contact', pad: `${pad}/Adres/Huis` }]);
    });
    it('niet van toepassing: buiten Nederland, zonder land of zonder Adres', () => {
      expect(beoordeel({ Soort: '02', Telefoon, Adres: { Postcode: '1000', LandCode: 'BE' } })).toEqual([]);
      expect(beoordeel({ Soort: '02', Telefoon, Adres: { Plaatsnaam: 'Voorbeeldstad' } })).toEqual([]);
      expect(beoordeel({ Soort: '02', Telefoon })).toEqual([]);
    });
  });

  describe('CD034', () => {
    it('voldoet: Postcode bij Soort 03', () => {
      expect(beoordeel({ Soort: '03', Adres: NEDERLAND })).toEqual([]);
    });
    it('breekt alleen CD034: Adres zonder Postcode bij Soort 03', () => {
      expect(beoordeel({ Soort: '03', Telefoon, Adres: { Huis, Straatnaam: 'Lindelaan' } }))
        .toEqual([{ regel: 'CD034', klasse: 'Contact', pad: `${pad}/Adres/Postcode` }]);
    });
    it.each(['02', '04'] as const)('niet van toepassing: Adres zonder Postcode bij Soort %s', (Soort) => {
      expect(beoordeel({ Soort, Telefoon, Adres: { Huis, Straatnaam: 'Lindelaan' } })).toEqual([]);
    });
    it('niet van toepassing: alleen een Telefoon', () => {
      expect(beoordeel({ Soort: '03', Telefoon })).toEqual([]);
    });
  });

  describe('CS089', () => {
    it.each(['1000AA', '1234ab', '9999Zz'])('voldoet: %s in Nederland', (Postcode) => {
      expect(beoordeel({ Soort: '02', Adres: { ...NEDERLAND, Postcode } })).toEqual([]);
    });
    it.each(['1234 AB', '0123AB', '123AB', '12345AB', '1234A', '1234ABC', '1234A1', 'AB1234', ' 1234AB', '1234ÄB'])(
      'breekt alleen CS089: "%s" in Nederland', (Postcode) => {
        expect(beoordeel({ Soort: '02', Adres: { ...NEDERLAND, Postcode } }))
          .toEqual([{ regel: 'CS089', klasse: 'Contact', pad: `${pad}/Adres/Postcode` }]);
      });
    it('niet van toepassing: buiten Nederland of zonder Adres', () => {
      expect(beoordeel({ Soort: '02', Adres: { ...NEDERLAND, Postcode: 'B-1000', LandCode: 'BE' } })).toEqual([]);
      expect(beoordeel({ Soort: '02', Telefoon })).toEqual([]);
    });
  });
});

describe('CD034 bij het BRP-adres (Soort 01)', () => {
  const beoordeel = (contact: WMO301.Contact) => gevonden('WMO301', met301({ Contactgegevens: [contact] }));

  it('voldoet: Postcode bij Soort 01', () => {
    expect(beoordeel({ Soort: '01', Adres: NEDERLAND })).toEqual([]);
  });
  it('breekt alleen CD034: Adres zonder Postcode bij Soort 01', () => {
    expect(beoordeel({ Soort: '01', Telefoon, Adres: { Huis } })).toEqual([
      { regel: 'CD034', klasse: 'Contact', pad: '/Bericht/Client/Contactgegevens/Contact[1]/Adres/Postcode' },
    ]);
  });
});
