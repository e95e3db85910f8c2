import { describe, it } from 'vitest';
import type { WMO323 } from '../../../../src/standaard/berichten/gegenereerd/index.js';
import { verwachtNiveau2 } from '../../../hulp/bevindingen.js';
import { afgewezenPrestatie, antwoordVan, declaratieVan, declaratieVoor, prestatie } from '../../../hulp/variaties.js';
import { ANDER_BSN, BSN } from '../../../hulp/voorbeelden.js';

function credit(ReferentieNummer: string, VorigReferentieNummer: string): WMO323.Prestatie {
  return {
    ...prestatie, ProductReferentie: { ReferentieNummer, VorigReferentieNummer },
    IngediendBedrag: { Bedrag: 60000, DebetCredit: 'C' },
  };
}

function debet(ReferentieNummer: string): WMO323.Prestatie {
  return { ...prestatie, ProductReferentie: { ReferentieNummer } };
}

/** The place that both rules look at. */
function vorig(client: number, nummer: number): string {
  const pad = `/Declaratie/Clienten/Client[${client}]/Prestaties/Prestatie[${nummer}]`;
  return `${pad}/ProductReferentie/VorigReferentieNummer`;
}

describe('TR315', () => {
  it('voldoet: verschillende VorigReferentieNummers', () => {
    verwachtNiveau2('WMO323', declaratieVan(credit('RN0002', 'RN9001'), credit('RN0003', 'RN9002')));
  });

  it('breekt alleen TR315: een gelijk VorigReferentieNummer, bij elk volgend exemplaar', () => {
    const credits = ['RN0002', 'RN0003', 'RN0004'].map((nummer) => credit(nummer, 'RN9001'));
    verwachtNiveau2('WMO323', declaratieVan(...credits),
      ['TR315', 'Prestatie', vorig(1, 2)], ['TR315', 'Prestatie', vorig(1, 3)]);
  });

  it('breekt alleen TR315: een gelijk VorigReferentieNummer bij een andere client', () => {
    verwachtNiveau2('WMO323', declaratieVoor(
      { Bsn: BSN, Prestaties: [credit('RN0002', 'RN9001')] },
      { Bsn: ANDER_BSN, Prestaties: [credit('RN0003', 'RN9001')] }),
    ['TR315', 'Prestatie', vorig(2, 1)]);
  });

  it('niet van toepassing: Prestaties zonder VorigReferentieNummer', () => {
    verwachtNiveau2('WMO323', declaratieVan(debet('RN0001'), { ...debet('RN0002'), ToewijzingNummer: 300202 }));
  });

  it('niet van toepassing: hetzelfde in een WMO325', () => {
    verwachtNiveau2('WMO325', antwoordVan(
      { ...credit('RN0002', 'RN9001'), RetourCodes: ['9321'] },
      { ...credit('RN0003', 'RN9001'), RetourCodes: ['9321'] }));
  });
});

describe('TR316', () => {
  it('voldoet: het VorigReferentieNummer staat niet in het bericht', () => {
    verwachtNiveau2('WMO323', declaratieVan(debet('RN0001'), credit('RN0002', 'RN9001')));
  });

  it('breekt alleen TR316: verwijzing naar een Prestatie ervoor of erna', () => {
    const verwijzing = credit('RN0002', 'RN0001');
    verwachtNiveau2('WMO323', declaratieVan(debet('RN0001'), verwijzing), ['TR316', 'Prestatie', vorig(1, 2)]);
    verwachtNiveau2('WMO323', declaratieVan(verwijzing, debet('RN0001')), ['TR316', 'Prestatie', vorig(1, 1)]);
  });

  it('breekt alleen TR316: verwijzing naar een Prestatie van een andere client', () => {
    verwachtNiveau2('WMO323', declaratieVoor(
      { Bsn: BSN, Prestaties: [debet('RN0001')] }, { Bsn: ANDER_BSN, Prestaties: [credit('RN0002', 'RN0001')] }),
    ['TR316', 'Prestatie', vorig(2, 1)]);
  });

  it('breekt alleen TR316: verwijzing naar zichzelf', () => {
    verwachtNiveau2('WMO323', declaratieVan(credit('RN0002', 'RN0002')), ['TR316', 'Prestatie', vorig(1, 1)]);
  });

  it('niet van toepassing: een Prestatie zonder VorigReferentieNummer', () => {
    verwachtNiveau2('WMO323', declaratieVan(debet('RN0001')));
  });

  it('niet van toepassing: hetzelfde in een WMO325', () => {
    const verwijzing = { ...credit('RN0002', 'RN0001'), RetourCodes: ['9321' as const] };
    verwachtNiveau2('WMO325', antwoordVan(afgewezenPrestatie, verwijzing));
  });
});
