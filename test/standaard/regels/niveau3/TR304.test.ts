import { describe, expect, it } from 'vitest';
import { dossierVoor, metToewijzingen, toewijzing } from '../../../hulp/dossiers.js';
import { niveau34Van, verwachtNiveau34 } from '../../../hulp/niveau34.js';
import { antwoordVoor, afgewezenPrestatie, declaratieVoor, prestatie } from '../../../hulp/variaties.js';
import { ANDER_BSN, BSN, wmo317, wmo323, wmo325 } from '../../../hulp/voorbeelden.js';

const onbekend = { bekendeClienten: new Set([ANDER_BSN]) };
const PRESTATIE = '/Declaratie/Clienten/Client[1]/Prestaties/Prestatie[1]';

describe('TR304', () => {
  it('voldoet: de gemeente wees deze aanbieder iets toe voor de client', () => {
    verwachtNiveau34('WMO317', wmo317, dossierVoor('WMO317'));
    verwachtNiveau34('WMO323', wmo323, dossierVoor('WMO323'));
  });

  it('voldoet: de client van een WMO325 staat in het WMO323', () => {
    verwachtNiveau34('WMO325', wmo325, dossierVoor('WMO325'));
  });

  it('breekt alleen TR304: de client van een WMO317 is niet bekend; wat eronder staat, wordt niet beoordeeld', () => {
    verwachtNiveau34('WMO317', wmo317, dossierVoor('WMO317', { ...onbekend, toewijzingen: new Map() }),
      ['TR304', '8187', 'Client', '/Client']);
  });

  it('breekt alleen TR304: de client van een WMO323 is niet bekend; de andere client wordt wel beoordeeld', () => {
    const andere = { ...prestatie, ToewijzingNummer: 300202, ProductReferentie: { ReferentieNummer: 'RN0002' } };
    const bericht = declaratieVoor({ Bsn: BSN, Prestaties: [prestatie] }, { Bsn: ANDER_BSN, Prestaties: [andere] });
    verwachtNiveau34('WMO323', bericht,
      dossierVoor('WMO323', { ...onbekend, ...metToewijzingen({ ...toewijzing, nummer: 300202, bsn: ANDER_BSN }) }),
      ['TR304', '8187', 'Client', '/Declaratie/Clienten/Client[1]']);
  });

  it('breekt alleen TR304: de client van een WMO325 staat niet in het WMO323', () => {
    const clienten = [
      { Bsn: BSN, Prestaties: [afgewezenPrestatie] }, { Bsn: ANDER_BSN, Prestaties: [afgewezenPrestatie] },
    ];
    verwachtNiveau34('WMO325', antwoordVoor(...clienten), dossierVoor('WMO325'),
      ['TR304', '8187', 'Client', '/DeclaratieAntwoord/Clienten/Client[2]']);
  });

  it('breekt alleen TR304: de toewijzing van een Prestatie is die van een andere client', () => {
    verwachtNiveau34('WMO323', wmo323, dossierVoor('WMO323', metToewijzingen({ ...toewijzing, bsn: ANDER_BSN })),
      ['TR304', '8187', 'Prestatie', PRESTATIE]);
  });

  it('niet van toepassing: een toewijzing die er voor deze aanbieder niet is, is voor TR338', () => {
    const anders = { ...toewijzing, bsn: ANDER_BSN };
    for (const geenEigen of [
      { ...anders, aanbieder: '65656056' }, { ...anders, redenWijziging: '01', einddatum: anders.ingangsdatum },
    ]) {
      const gevonden = niveau34Van('WMO323', wmo323, dossierVoor('WMO323', metToewijzingen(geenEigen)));
      expect(gevonden.map(({ regel }) => regel)).not.toContain('TR304');
    }
  });

  it('niet van toepassing: wat er voor andere clienten is', () => {
    verwachtNiveau34('WMO317', wmo317, dossierVoor('WMO317', { bekendeClienten: new Set([BSN, ANDER_BSN]) }));
    verwachtNiveau34('WMO323', wmo323,
      dossierVoor('WMO323', metToewijzingen(toewijzing, { ...toewijzing, nummer: 300202, bsn: ANDER_BSN })));
  });
});
