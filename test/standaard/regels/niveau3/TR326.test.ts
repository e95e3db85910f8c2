import { describe, it } from 'vitest';
import type { Start } from '../../../../src/standaard/regels/dossier.js';
import { dossierVoor, metToewijzingen, start, stop, toewijzing } from '../../../hulp/dossiers.js';
import { verwachtNiveau34 } from '../../../hulp/niveau34.js';
import { met305, startProduct, zonder } from '../../../hulp/variaties.js';

const opnieuw = { ...startProduct, Begindatum: '2026-03-05' };
const pad = (nummer: number) => `/Client/StartProducten/StartProduct[${nummer}]`;
const FOUT = ['TR326', '9326', 'StartProduct', pad(1)] as const;
const taakgericht = { ...start, toewijzingNummer: undefined };
const metStarts = (...starts: readonly Start[]) => dossierVoor('WMO305', { starts });

describe('TR326', () => {
  it('voldoet: de eerdere start is gestopt, tijdelijk of definitief', () => {
    for (const redenBeeindiging of ['20', '19']) {
      verwachtNiveau34('WMO305', met305({ StartProducten: [opnieuw] }),
        dossierVoor('WMO305', { starts: [start], stops: [{ ...stop, redenBeeindiging }] }));
    }
  });

  it('voldoet: de eerdere start wordt in hetzelfde bericht verwijderd, ervoor of erna', () => {
    const weg = { ...startProduct, StatusAanlevering: '3' } as const;
    for (const StartProducten of [[weg, opnieuw], [opnieuw, weg]]) {
      verwachtNiveau34('WMO305', met305({ StartProducten }), metStarts(start));
    }
  });

  it('voldoet: wat loopt, is op een andere toewijzing', () => {
    const ander = { ...start, toewijzingNummer: 300202 };
    verwachtNiveau34('WMO305', met305({ StartProducten: [opnieuw] }), metStarts(ander, taakgericht));
    const naast = { ...startProduct, ToewijzingNummer: 300202 };
    verwachtNiveau34('WMO305', met305({ StartProducten: [startProduct, naast] }),
      dossierVoor('WMO305', metToewijzingen(toewijzing, { ...toewijzing, nummer: 300202 })));
  });

  it('breekt alleen TR326: op de toewijzing loopt een start, ook van een ander product', () => {
    for (const lopend of [start, { ...start, code: '02A04' }, { ...start, categorie: undefined, code: undefined }]) {
      verwachtNiveau34('WMO305', met305({ StartProducten: [opnieuw] }), metStarts(lopend), FOUT);
    }
  });

  it('breekt alleen TR326: de stop hoort bij een andere start van de toewijzing', () => {
    const eerder = { ...start, begindatum: '2026-03-01' };
    verwachtNiveau34('WMO305', met305({ StartProducten: [opnieuw] }),
      dossierVoor('WMO305', { starts: [eerder, start], stops: [{ ...stop, ...eerder }] }), FOUT);
  });

  it('breekt alleen TR326: zonder ToewijzingNummer geldt hetzelfde product', () => {
    const taak = zonder(opnieuw, 'ToewijzingNummer');
    const anders = { ...taakgericht, code: '02A04' };
    verwachtNiveau34('WMO305', met305({ StartProducten: [taak] }), metStarts(taakgericht), FOUT);
    verwachtNiveau34('WMO305', met305({ StartProducten: [taak] }), metStarts(anders, start));
  });

  it('breekt alleen TR326: twee starts in het bericht; de latere is te veel', () => {
    verwachtNiveau34('WMO305', met305({ StartProducten: [startProduct, opnieuw] }), dossierVoor('WMO305'),
      ['TR326', '9326', 'StartProduct', pad(2)]);
  });

  it('niet van toepassing: een verwijdering terwijl er een start loopt', () => {
    verwachtNiveau34('WMO305', met305({ StartProducten: [{ ...startProduct, StatusAanlevering: '3' }] }),
      metStarts(start, { ...start, begindatum: '2026-03-04' }));
  });
});
