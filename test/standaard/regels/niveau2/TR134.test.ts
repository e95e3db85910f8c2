import { describe, it } from 'vitest';
import { verwachtNiveau2 } from '../../../hulp/bevindingen.js';
import {
  afgewezenPrestatie, antwoordVan, declaratieVan, met301, met305, met307, met315, met317, met323, prestatie, relatie,
  startProduct, stopProduct, teWijzigenProduct, toegewezenProduct,
} from '../../../hulp/variaties.js';
import { header } from '../../../hulp/voorbeelden.js';

/** The messages below are dated so, whatever the example says. */
const DAGTEKENING = '2026-03-31';
const MORGEN = '2026-04-01';

type Breuk = readonly [regel: string, klasse: string, pad: string];

function gedateerd<T>(soort: Parameters<typeof header>[0], bericht: T): T {
  return { ...bericht, Header: { ...header(soort, 'X0001', DAGTEKENING) } };
}

type Verwacht = (datum: string, ...breuken: Breuk[]) => void;

/** Every place where a date can lie after the Dagtekening without another rule having a say. */
const plaatsen: readonly (readonly [naam: string, breuk: Breuk, verwacht: Verwacht])[] = [
  ['WMO301 Client', ['TR134', 'Client', '/Client/Geboortedatum/Datum'],
    (Datum, ...v) => verwachtNiveau2('WMO301', gedateerd('WMO301', met301({ Geboortedatum: { Datum } })), ...v)],
  ['WMO301 Relatie', ['TR134', 'Relatie', '/Client/Relaties/Relatie[1]/Geboortedatum/Datum'],
    (Datum, ...v) => verwachtNiveau2('WMO301',
      gedateerd('WMO301', met301({ Relaties: [{ ...relatie, Geboortedatum: { Datum } }] })), ...v)],
  ['WMO301 ToegewezenProduct',
    ['TR134', 'ToegewezenProduct', '/Client/ToegewezenProducten/ToegewezenProduct[1]/Toewijzingsdatum'],
    (Toewijzingsdatum, ...v) => verwachtNiveau2('WMO301',
      gedateerd('WMO301', met301({ ToegewezenProducten: [{ ...toegewezenProduct, Toewijzingsdatum }] })), ...v)],
  ['WMO305 Client', ['TR134', 'Client', '/Client/Geboortedatum/Datum'],
    (Datum, ...v) => verwachtNiveau2('WMO305', gedateerd('WMO305', met305({ Geboortedatum: { Datum } })), ...v)],
  ['WMO305 StartProduct', ['TR134', 'StartProduct', '/Client/StartProducten/StartProduct[1]/Begindatum'],
    (Begindatum, ...v) => verwachtNiveau2('WMO305',
      gedateerd('WMO305', met305({ StartProducten: [{ ...startProduct, Begindatum }] })), ...v)],
  ['WMO307 Client', ['TR134', 'Client', '/Client/Geboortedatum/Datum'],
    (Datum, ...v) => verwachtNiveau2('WMO307', gedateerd('WMO307', met307({ Geboortedatum: { Datum } })), ...v)],
  ['WMO307 StopProduct', ['TR134', 'StopProduct', '/Client/StopProducten/StopProduct[1]/Begindatum'],
    (Begindatum, ...v) => verwachtNiveau2('WMO307',
      gedateerd('WMO307', met307({ StopProducten: [{ ...stopProduct, Begindatum }] })), ...v)],
  ['WMO315 Client', ['TR134', 'Client', '/Client/Geboortedatum/Datum'],
    (Datum, ...v) => verwachtNiveau2('WMO315', gedateerd('WMO315', met315({ Geboortedatum: { Datum } })), ...v)],
];

describe('TR134', () => {
  describe.each(plaatsen)('%s', (_naam, breuk, verwacht) => {
    it('voldoet: op de Dagtekening', () => {
      verwacht(DAGTEKENING);
    });

    it('breekt alleen TR134: een dag na de Dagtekening', () => {
      verwacht(MORGEN, breuk);
    });
  });

  describe('WMO323 Declaratie', () => {
    const maand = { Begindatum: '2026-03-01', Einddatum: '2026-03-31' };
    const verwacht = (dagtekening: string, ...breuken: Breuk[]) => verwachtNiveau2('WMO323', {
      ...met323({ DeclaratiePeriode: maand, Clienten: [{ Bsn: '999900006', Prestaties: [
        { ...prestatie, ProductPeriode: { Begindatum: '2026-02-01', Einddatum: '2026-02-28' } }] }] }),
      Header: header('WMO323', 'X0001', dagtekening),
    }, ...breuken);
    const pad = '/Declaratie/DeclaratiePeriode';

    it('voldoet: de maand begon voor de Dagtekening', () => {
      verwacht('2026-03-31');
    });

    it('breekt alleen TR134 samen met TR137: wat na de Dagtekening begint, eindigt er ook na', () => {
      verwacht('2026-02-28',
        ['TR134', 'Declaratie', `${pad}/Begindatum`], ['TR137', 'Declaratie', `${pad}/Einddatum`]);
    });

    it('niet van toepassing: begonnen voor de Dagtekening maar nog niet geeindigd is voor TR137', () => {
      verwacht('2026-03-01', ['TR137', 'Declaratie', `${pad}/Einddatum`]);
    });
  });

  describe('Prestatie', () => {
    const op = { Begindatum: DAGTEKENING, Einddatum: DAGTEKENING };
    const daarna = { Begindatum: MORGEN, Einddatum: MORGEN };

    it('voldoet: begin op de Dagtekening', () => {
      verwachtNiveau2('WMO323', gedateerd('WMO323', declaratieVan({ ...prestatie, ProductPeriode: op })));
      verwachtNiveau2('WMO325', {
        ...antwoordVan({ ...afgewezenPrestatie, ProductPeriode: op }), Header: antwoordkop(),
      });
    });

    it('breekt alleen TR134 samen met TR137: wat na de Dagtekening begint, eindigt er ook na', () => {
      const breuken = (klasse: string): Breuk[] => {
        const pad = `/${klasse}/Clienten/Client[1]/Prestaties/Prestatie[1]/ProductPeriode`;
        return [['TR134', 'Prestatie', `${pad}/Begindatum`], ['TR137', 'Prestatie', `${pad}/Einddatum`]];
      };
      verwachtNiveau2('WMO323', gedateerd('WMO323', declaratieVan({ ...prestatie, ProductPeriode: daarna })),
        ...breuken('Declaratie'));
      verwachtNiveau2('WMO325', {
        ...antwoordVan({ ...afgewezenPrestatie, ProductPeriode: daarna }), Header: antwoordkop(),
      }, ...breuken('DeclaratieAntwoord'));
    });

    function antwoordkop() {
      const { Header } = antwoordVan(afgewezenPrestatie);
      return { ...Header, BerichtIdentificatie: { Identificatie: 'X0001', Dagtekening: DAGTEKENING } };
    }
  });

  it('niet van toepassing: Relatie zonder Geboortedatum', () => {
    verwachtNiveau2('WMO301', met301({ Relaties: [relatie] }));
  });

  it('niet van toepassing: data van toewijzingen, het einde van een stop en data in een verzoek', () => {
    verwachtNiveau2('WMO301', met301({ ToegewezenProducten: [
      { ...toegewezenProduct, Ingangsdatum: '2030-01-01', Einddatum: '2030-12-31' }] }));
    verwachtNiveau2('WMO305', met305({ StartProducten: [{ ...startProduct, ToewijzingIngangsdatum: '2030-01-01' }] }));
    verwachtNiveau2('WMO307', met307({ StopProducten: [{ ...stopProduct, Einddatum: '2030-12-31' }] }));
    verwachtNiveau2('WMO317', met317({ TeWijzigenProducten: [
      { ...teWijzigenProduct, GewensteIngangsdatum: '2030-01-01', Einddatum: '2030-12-31' }] }));
  });
});
