import { describe, it } from 'vitest';
import type { basis } from '../../../../src/standaard/berichten/gegenereerd/index.js';
import { verwachtNiveau2 } from '../../../hulp/bevindingen.js';
import { met301, met305, met307, met315, relatie } from '../../../hulp/variaties.js';

type Geboortedatum = basis.CDT_Geboortedatum;

type Verwacht = (geboren: Geboortedatum, ...verwacht: [string, string, string][]) => void;

/** The four clients, each with the last day that is too early and the first that is not, by the date of its example. */
const clienten: readonly (readonly [soort: string, teOud: string, netOud: string, Verwacht])[] = [
  ['WMO301', '1906-03-01', '1906-03-02',
    (Geboortedatum, ...v) => verwachtNiveau2('WMO301', met301({ Geboortedatum }), ...v)],
  ['WMO305', '1906-03-04', '1906-03-05',
    (Geboortedatum, ...v) => verwachtNiveau2('WMO305', met305({ Geboortedatum }), ...v)],
  ['WMO307', '1906-06-04', '1906-06-05',
    (Geboortedatum, ...v) => verwachtNiveau2('WMO307', met307({ Geboortedatum }), ...v)],
  ['WMO315', '1906-02-01', '1906-02-02',
    (Geboortedatum, ...v) => verwachtNiveau2('WMO315', met315({ Geboortedatum }), ...v)],
];

function metRelatie(datum?: Geboortedatum) {
  return met301({ Relaties: [{ ...relatie, ...(datum === undefined ? {} : { Geboortedatum: datum }) }] });
}

describe('TR002', () => {
  describe.each(clienten)('%s Client', (_soort, teOud, netOud, verwacht) => {
    const breuk: [string, string, string] = ['TR002', 'Client', '/Client/Geboortedatum/Datum'];

    it('voldoet: precies 120 jaar voor de Dagtekening', () => {
      verwacht({ Datum: netOud });
    });

    it('breekt alleen TR002: een dag meer dan 120 jaar ervoor', () => {
      verwacht({ Datum: teOud }, breuk);
    });

    it('breekt alleen TR002: 1900-01-01 zonder DatumGebruik 3', () => {
      verwacht({ Datum: '1900-01-01' }, breuk);
      verwacht({ Datum: '1900-01-01', DatumGebruik: '1' }, breuk);
      verwacht({ Datum: '1900-01-01', DatumGebruik: '2' }, breuk);
    });

    it('niet van toepassing: onbekend', () => {
      verwacht({ Datum: '1900-01-01', DatumGebruik: '3' });
    });
  });

  describe('WMO301 Relatie', () => {
    it('voldoet: precies 120 jaar voor de Dagtekening', () => {
      verwachtNiveau2('WMO301', metRelatie({ Datum: '1906-03-02' }));
    });

    it('breekt alleen TR002: een dag meer dan 120 jaar ervoor', () => {
      verwachtNiveau2('WMO301', metRelatie({ Datum: '1906-03-01' }),
        ['TR002', 'Relatie', '/Client/Relaties/Relatie[1]/Geboortedatum/Datum']);
    });

    it('niet van toepassing: onbekend of zonder Geboortedatum', () => {
      verwachtNiveau2('WMO301', metRelatie({ Datum: '1900-01-01', DatumGebruik: '3' }));
      verwachtNiveau2('WMO301', metRelatie());
    });
  });

  it('breekt alleen TR002 samen met CS139: DatumGebruik 3 stelt alleen 1900-01-01 vrij', () => {
    verwachtNiveau2('WMO301', met301({ Geboortedatum: { Datum: '1899-12-31', DatumGebruik: '3' } }),
      ['CS139', 'Client', '/Client/Geboortedatum/DatumGebruik'], ['TR002', 'Client', '/Client/Geboortedatum/Datum']);
  });
});
