import { describe, it } from 'vitest';
import type { WMO323 } from '../../../../src/standaard/berichten/gegenereerd/index.js';
import type { Dossier } from '../../../../src/standaard/regels/dossier.js';
import { creditOp, debet, declaratieOver, metDebetten } from '../../../hulp/debetten.js';
import { dossierVoor, metToewijzingen, toewijzing } from '../../../hulp/dossiers.js';
import { verwachtNiveau34 } from '../../../hulp/niveau34.js';
import { declaratieVan, declaratieVoor, met323, prestatie } from '../../../hulp/variaties.js';
import { ANDER_BSN, BSN, wmo323 } from '../../../hulp/voorbeelden.js';

describe('TR314', () => {
  const DERDE_BSN = '999900031';
  const CLIENTEN = [BSN, ANDER_BSN, DERDE_BSN];
  const pad = (client: number, nummer: number) =>
    `/Declaratie/Clienten/Client[${client}]/Prestaties/Prestatie[${nummer}]`;
  const fout = (client: number, nummer: number) => ['TR314', '8021', 'Prestatie', pad(client, nummer)] as const;
  const gebruikt = (...nummers: string[]): Partial<Dossier> => ({ gebruikteReferenties: new Set(nummers) });
  /** A Prestatie on an allocation of its own; `client` and `plaats` count from 1. */
  const met = (ReferentieNummer: string, client: number, plaats = 1): WMO323.Prestatie => ({
    ...prestatie, ToewijzingNummer: 300200 + 10 * client + plaats, ProductReferentie: { ReferentieNummer } });
  const dossier = (delen: Partial<Dossier> = {}) => dossierVoor('WMO323', {
    bekendeClienten: new Set(CLIENTEN),
    ...metToewijzingen(toewijzing, ...CLIENTEN.flatMap((bsn, i) => [1, 2].map((plaats) =>
      ({ ...toewijzing, bsn, nummer: 300200 + 10 * (i + 1) + plaats })))), ...delen });

  it('voldoet: een nieuw nummer, ook als een ander nummer is gebruikt', () => {
    verwachtNiveau34('WMO323', wmo323, dossier(gebruikt('RN0002', 'RN000', 'rn0001')));
    verwachtNiveau34('WMO323', declaratieVan(met('RN0001', 1), met('RN0002', 1, 2)), dossier());
  });

  it('breekt alleen TR314: een nummer uit een eerder bericht, voor debet en credit', () => {
    verwachtNiveau34('WMO323', wmo323, dossier(gebruikt('RN0001')), fout(1, 1));
    const eerder = debet('OUD0001');
    verwachtNiveau34('WMO323', declaratieVan(creditOp(eerder)),
      dossier({ ...metDebetten(eerder), ...gebruikt('CN0001', 'OUD0001') }), fout(1, 1));
  });

  it('breekt alleen TR314: elke Prestatie met hetzelfde nummer na de eerste, over alle clienten', () => {
    verwachtNiveau34('WMO323', declaratieVoor(
      { Bsn: BSN, Prestaties: [met('RN0001', 1), met('RN0002', 1, 2)] },
      { Bsn: ANDER_BSN, Prestaties: [met('RN0003', 2), met('RN0001', 2, 2)] },
      { Bsn: DERDE_BSN, Prestaties: [met('RN0001', 3), met('RN0003', 3, 2)] },
    ), dossier(), fout(2, 2), fout(3, 1), fout(3, 2));
  });

  it('breekt alleen TR314: ook de eerste, als het nummer al eerder is gebruikt', () => {
    verwachtNiveau34('WMO323', declaratieVoor(
      { Bsn: BSN, Prestaties: [met('RN0001', 1)] }, { Bsn: ANDER_BSN, Prestaties: [met('RN0001', 2)] },
    ), dossier(gebruikt('RN0001')), fout(1, 1), fout(2, 1));
  });

  it('breekt alleen TR314: een debet en een credit onder hetzelfde nummer', () => {
    const eerder = debet('OUD0001');
    verwachtNiveau34('WMO323', declaratieVan(creditOp(eerder, 'RN0001'), met('RN0001', 1)),
      dossier(metDebetten(eerder)), fout(1, 2));
  });

  it('niet van toepassing: onder een onbekende client; maar zo een Prestatie houdt haar nummer', () => {
    const bericht = declaratieVoor(
      { Bsn: BSN, Prestaties: [met('RN0001', 1), met('RN0002', 1, 2)] },
      { Bsn: ANDER_BSN, Prestaties: [met('RN0001', 2), met('RN0003', 2, 2)] });
    verwachtNiveau34('WMO323', bericht, dossier({ bekendeClienten: new Set([ANDER_BSN]), ...gebruikt('RN0002') }),
      ['TR304', '8187', 'Client', '/Declaratie/Clienten/Client[1]'], fout(2, 1));
    verwachtNiveau34('WMO323', bericht, dossier({ bekendeClienten: new Set([BSN]) }),
      ['TR304', '8187', 'Client', '/Declaratie/Clienten/Client[2]']);
  });
});

describe('TR318', () => {
  const bericht = declaratieOver('2026-03', wmo323);
  const na = (laatsteDeclaratiePeriode: string) => dossierVoor('WMO323', { laatsteDeclaratiePeriode });

  it('voldoet: dezelfde maand, de volgende, of later', () => {
    for (const laatste of ['2026-03-01', '2026-02-01', '2025-11-01']) verwachtNiveau34('WMO323', bericht, na(laatste));
  });

  it('breekt alleen TR318: een maand voor de laatste; Prestaties worden niet beoordeeld', () => {
    for (const laatste of ['2026-04-01', '2027-01-01']) {
      verwachtNiveau34('WMO323', bericht, { ...na(laatste), toewijzingen: new Map(), bekendeClienten: new Set() },
        ['TR318', '8214', 'Declaratie', '/Declaratie']);
    }
  });

  it('niet van toepassing: er is nog geen declaratie verwerkt', () => {
    verwachtNiveau34('WMO323', bericht, dossierVoor('WMO323', { laatsteDeclaratiePeriode: undefined }));
  });
});

describe('TR333', () => {
  const fout = ['TR333', '9333', 'Declaratie', '/Declaratie'] as const;

  it('voldoet: een nieuw DeclaratieNummer', () => {
    verwachtNiveau34('WMO323', wmo323, dossierVoor('WMO323', { declaratieNummerGebruikt: false }));
  });

  it('breekt alleen TR333: een nummer van een verwerkte declaratie; Prestaties worden niet beoordeeld', () => {
    verwachtNiveau34('WMO323', wmo323,
      dossierVoor('WMO323', { declaratieNummerGebruikt: true, toewijzingen: new Map(), bekendeClienten: new Set() }),
      fout);
  });

  it('breekt samen met TR318: beide bij de Declaratie', () => {
    verwachtNiveau34('WMO323', wmo323,
      dossierVoor('WMO323', { declaratieNummerGebruikt: true, laatsteDeclaratiePeriode: '2026-04-01' }),
      ['TR318', '8214', 'Declaratie', '/Declaratie'], fout);
  });

  it('niet van toepassing: een fout in de Header gaat voor', () => {
    verwachtNiveau34('WMO323', met323({ DeclaratieNummer: 'DN0002' }),
      dossierVoor('WMO323', { declaratieNummerGebruikt: true, identificatieGebruikt: true }),
      ['TR056', '9056', 'Header', '/Header']);
  });
});
