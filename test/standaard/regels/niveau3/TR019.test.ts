import { describe, it } from 'vitest';
import type { Dossier } from '../../../../src/standaard/regels/dossier.js';
import {
  contractproduct, dossierVoor, metContract, metToewijzingen, start, stop, toewijzing,
} from '../../../hulp/dossiers.js';
import { verwachtNiveau34 } from '../../../hulp/niveau34.js';
import { met305, met307, startProduct, stopProduct, zonder } from '../../../hulp/variaties.js';
import { ANDER_BSN } from '../../../hulp/voorbeelden.js';

const ZONDER_NUMMER = zonder(startProduct, 'ToewijzingNummer');
const STOP_ZONDER_NUMMER = zonder(stopProduct, 'ToewijzingNummer');

/** Per message: what it finds with the number of the examples, and without a number, at its only delivery. */
const BERICHTEN = [
  ['WMO305', 'StartProduct', '/Client/StartProducten/StartProduct[1]'],
  ['WMO307', 'StopProduct', '/Client/StopProducten/StopProduct[1]'],
] as const;

function metNummer(soort: 'WMO305' | 'WMO307') {
  return soort === 'WMO305' ? met305({}) : met307({});
}

function zonderNummer(soort: 'WMO305' | 'WMO307') {
  return soort === 'WMO305'
    ? met305({ StartProducten: [ZONDER_NUMMER] })
    : met307({ StopProducten: [STOP_ZONDER_NUMMER] });
}

/** A dossier for a delivery without a number, so that a stop finds its start. */
function taakgericht(soort: 'WMO305' | 'WMO307', delen: Partial<Dossier>): Dossier {
  const starts = soort === 'WMO307' ? [{ ...start, toewijzingNummer: undefined }] : [];
  return dossierVoor(soort, { starts, toewijzingen: new Map(), ...delen });
}

describe('TR019', () => {
  it.each(BERICHTEN)('voldoet: %s op een toewijzing van deze aanbieder en client', (soort) => {
    verwachtNiveau34(soort, metNummer(soort), dossierVoor(soort));
    // An allocation that ended or still has to begin exists.
    for (const anders of [{ einddatum: '2026-03-02' }, { ingangsdatum: '2026-12-01' }, { redenWijziging: '13' }]) {
      verwachtNiveau34(soort, metNummer(soort), dossierVoor(soort, metToewijzingen({ ...toewijzing, ...anders })));
    }
  });

  it.each(BERICHTEN)('breekt alleen TR019: %s zonder zo een toewijzing', (soort, klasse, pad) => {
    const anders = [
      [], [{ ...toewijzing, aanbieder: '65656056' }], [{ ...toewijzing, bsn: ANDER_BSN }],
      [{ ...toewijzing, nummer: 300202 }],
    ];
    for (const toewijzingen of anders) {
      verwachtNiveau34(soort, metNummer(soort), dossierVoor(soort, metToewijzingen(...toewijzingen)),
        ['TR019', '9019', klasse, pad]);
    }
  });

  it.each(BERICHTEN)('breekt alleen TR019: %s op een verwijderde toewijzing', (soort, klasse, pad) => {
    for (const redenWijziging of ['13', '01']) {
      const verwijderd = { ...toewijzing, redenWijziging, einddatum: toewijzing.ingangsdatum };
      verwachtNiveau34(soort, metNummer(soort), dossierVoor(soort, metToewijzingen(verwijderd)),
        ['TR019', '9019', klasse, pad]);
    }
  });

  it.each(BERICHTEN)('breekt alleen TR019: %s zonder nummer, en dat vraagt het contract', (soort, klasse, pad) => {
    for (const variant of ['inspanning', 'output'] as const) {
      verwachtNiveau34(soort, zonderNummer(soort), taakgericht(soort, metContract({ ...contractproduct, variant })),
        ['TR019', '9019', klasse, pad]);
    }
  });

  it.each(BERICHTEN)('voldoet: %s zonder nummer is taakgericht, of de variant is niet bekend', (soort) => {
    for (const variant of ['taak', undefined] as const) {
      verwachtNiveau34(soort, zonderNummer(soort), taakgericht(soort, metContract({ ...contractproduct, variant })));
    }
    verwachtNiveau34(soort, zonderNummer(soort), taakgericht(soort, { contract: undefined }));
  });

  it('voldoet: zonder nummer en zonder Code is het product in het contract niet te vinden', () => {
    const dossier = dossierVoor('WMO305', { toewijzingen: new Map(), ...metContract(contractproduct) });
    const alleenCategorie = { ...ZONDER_NUMMER, Product: { Categorie: '02' } as const };
    for (const product of [alleenCategorie, zonder(ZONDER_NUMMER, 'Product')]) {
      verwachtNiveau34('WMO305', met305({ StartProducten: [product] }), dossier);
    }
  });

  it('niet van toepassing: een verwijdering, ook zonder toewijzing of contract', () => {
    const weg = { StatusAanlevering: '3' } as const;
    const dossier = { toewijzingen: new Map(), ...metContract(contractproduct) };
    verwachtNiveau34('WMO305', met305({ StartProducten: [{ ...startProduct, ...weg }] }),
      dossierVoor('WMO305', { ...dossier, starts: [start] }));
    verwachtNiveau34('WMO307', met307({ StopProducten: [{ ...STOP_ZONDER_NUMMER, ...weg }] }),
      dossierVoor('WMO307', { ...dossier, stops: [{ ...stop, toewijzingNummer: undefined }] }));
  });
});
