import { describe, it } from 'vitest';
import { verwachtNiveau2 } from '../../../hulp/bevindingen.js';
import {
  afgewezenPrestatie, antwoordVan, declaratieVan, met307, met323, prestatie, stopProduct,
} from '../../../hulp/variaties.js';
import { BSN, header } from '../../../hulp/voorbeelden.js';

/** The examples: a WMO323 of 3 April and a WMO325 of 6 April 2026. */
const periode = (Begindatum: string, Einddatum: string) => ({ ProductPeriode: { Begindatum, Einddatum } });

describe('TR137', () => {
  describe('WMO323 Declaratie', () => {
    const pad = '/Declaratie/DeclaratiePeriode/Einddatum';
    const verstuurdOp = (dagtekening: string) => ({
      ...met323({ Clienten: [{ Bsn: BSN, Prestaties: [{ ...prestatie, ...periode('2026-02-01', '2026-02-28') }] }] }),
      Header: header('WMO323', 'X0001', dagtekening),
    });

    it('voldoet: verstuurd op de laatste dag van de maand', () => {
      verwachtNiveau2('WMO323', verstuurdOp('2026-03-31'));
    });

    it('breekt alleen TR137: verstuurd voor de maand om is, al is DeclaratieDagtekening later', () => {
      verwachtNiveau2('WMO323', verstuurdOp('2026-03-30'), ['TR137', 'Declaratie', pad]);
    });

    it('breekt alleen TR137 samen met CS340: een omgekeerde periode is ook geen maand', () => {
      verwachtNiveau2('WMO323', met323({ DeclaratiePeriode: { Begindatum: '2026-03-31', Einddatum: '2026-03-01' } }),
        ['CS340', 'Declaratie', '/Declaratie/DeclaratiePeriode'], ['TR137', 'Declaratie', pad]);
    });
  });

  describe('WMO323 Prestatie', () => {
    const pad = '/Declaratie/Clienten/Client[1]/Prestaties/Prestatie[1]/ProductPeriode/Einddatum';

    it('voldoet: een dag, en een einde op de Dagtekening', () => {
      verwachtNiveau2('WMO323', declaratieVan({ ...prestatie, ...periode('2026-03-10', '2026-03-10') }));
      verwachtNiveau2('WMO323', declaratieVan({ ...prestatie, ...periode('2026-04-01', '2026-04-03') }));
    });

    it('breekt alleen TR137: einde voor het begin', () => {
      verwachtNiveau2('WMO323', declaratieVan({ ...prestatie, ...periode('2026-03-10', '2026-03-09') }),
        ['TR137', 'Prestatie', pad]);
    });

    it('breekt alleen TR137: einde na de Dagtekening', () => {
      verwachtNiveau2('WMO323', declaratieVan({ ...prestatie, ...periode('2026-04-01', '2026-04-04') }),
        ['TR137', 'Prestatie', pad]);
    });
  });

  describe('WMO325 Prestatie', () => {
    const pad = '/DeclaratieAntwoord/Clienten/Client[1]/Prestaties/Prestatie[1]/ProductPeriode/Einddatum';

    it('voldoet: een dag, en een einde op de Dagtekening', () => {
      verwachtNiveau2('WMO325', antwoordVan({ ...afgewezenPrestatie, ...periode('2026-03-10', '2026-03-10') }));
      verwachtNiveau2('WMO325', antwoordVan({ ...afgewezenPrestatie, ...periode('2026-04-01', '2026-04-06') }));
    });

    it('breekt alleen TR137: einde voor het begin of na de Dagtekening', () => {
      for (const fout of [periode('2026-03-10', '2026-03-09'), periode('2026-04-01', '2026-04-07')]) {
        verwachtNiveau2('WMO325', antwoordVan({ ...afgewezenPrestatie, ...fout }), ['TR137', 'Prestatie', pad]);
      }
    });
  });

  it('niet van toepassing: een stop mag na de Dagtekening eindigen', () => {
    verwachtNiveau2('WMO307', met307({ StopProducten: [{ ...stopProduct, Einddatum: '2026-12-31' }] }));
  });
});
