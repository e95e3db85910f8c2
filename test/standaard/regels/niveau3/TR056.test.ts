import { describe, expect, it } from 'vitest';
import { stelAntwoordOp } from '../../../../src/standaard/retour/retour.js';
import { LEEG_DOSSIER } from '../../../../src/standaard/regels/dossier.js';
import { dossierVoor } from '../../../hulp/dossiers.js';
import { niveau34Van, verwachtNiveau34 } from '../../../hulp/niveau34.js';
import { VOORBEELDEN, wmo301, wmo305 } from '../../../hulp/voorbeelden.js';

const SOORTEN = Object.keys(VOORBEELDEN) as readonly (keyof typeof VOORBEELDEN)[];

describe('TR056', () => {
  it.each(SOORTEN)('voldoet: de Identificatie van een %s is nieuw', (soort) => {
    verwachtNiveau34(soort, VOORBEELDEN[soort], dossierVoor(soort));
  });

  it.each(SOORTEN)('breekt alleen TR056: de Identificatie van een %s is al gebruikt', (soort) => {
    verwachtNiveau34(soort, VOORBEELDEN[soort], dossierVoor(soort, { identificatieGebruikt: true }),
      ['TR056', '9056', 'Header', '/Header']);
  });

  it('breekt alleen TR056: wat onder de Header staat, wordt dan niet meer beoordeeld', () => {
    const dossier = { ...LEEG_DOSSIER, identificatieGebruikt: true };
    expect(niveau34Van('WMO305', wmo305, LEEG_DOSSIER).map(({ regel }) => regel)).toEqual(['TR019']);
    verwachtNiveau34('WMO305', wmo305, dossier, ['TR056', '9056', 'Header', '/Header']);
  });

  it('niet van toepassing: een retourbericht', () => {
    const { berichtsoort, bericht } = stelAntwoordOp('WMO301', wmo301, { bevindingen: [], nietBeoordeeld: new Set() },
      { identificatie: 'R0001', dagtekening: '2026-03-03' });
    expect(niveau34Van(berichtsoort, bericht, { ...LEEG_DOSSIER, identificatieGebruikt: true })).toEqual([]);
  });
});
