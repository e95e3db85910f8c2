import { describe, it } from 'vitest';
import type { Start } from '../../../../src/standaard/regels/dossier.js';
import { dossierVoor, start, stop } from '../../../hulp/dossiers.js';
import { verwachtNiveau34 } from '../../../hulp/niveau34.js';
import { met307, stopProduct, zonder } from '../../../hulp/variaties.js';

const FOUT = ['TR382', '9069', 'StopProduct', '/Client/StopProducten/StopProduct[1]'] as const;
const bericht = met307({ StopProducten: [stopProduct] });
const metStarts = (...starts: readonly Start[]) => dossierVoor('WMO307', { starts });
const eerder: Start = { ...start, begindatum: '2026-03-01' };
const later: Start = { ...start, begindatum: '2026-04-01' };

describe('TR382', () => {
  it('voldoet: de sleutel is die van de laatste actieve start', () => {
    verwachtNiveau34('WMO307', bericht, metStarts(start));
    verwachtNiveau34('WMO307', bericht, metStarts(start, eerder));
    verwachtNiveau34('WMO307', bericht, metStarts(eerder, start));
  });

  it('voldoet: ToewijzingIngangsdatum telt niet mee', () => {
    const anders = { ...stopProduct, ToewijzingIngangsdatum: '2026-02-01' };
    verwachtNiveau34('WMO307', met307({ StopProducten: [anders] }), metStarts(start));
    const ontbreekt = zonder(stopProduct, 'ToewijzingIngangsdatum');
    verwachtNiveau34('WMO307', met307({ StopProducten: [ontbreekt] }), metStarts(start));
  });

  it('voldoet: een definitieve stop na een tijdelijke, op dezelfde start', () => {
    verwachtNiveau34('WMO307', bericht,
      dossierVoor('WMO307', { stops: [{ ...stop, redenBeeindiging: '20', einddatum: '2026-05-01' }] }));
  });

  it('voldoet: een latere start op een andere toewijzing staat er los van', () => {
    verwachtNiveau34('WMO307', bericht,
      metStarts(start, { ...later, toewijzingNummer: 300202 }, { ...later, toewijzingNummer: undefined }));
  });

  it('breekt alleen TR382: geen actieve start heeft de hele sleutel', () => {
    const anders: readonly (readonly Start[])[] = [
      [], [eerder], [later], [{ ...start, toewijzingNummer: 300202 }], [{ ...start, toewijzingNummer: undefined }],
      [{ ...start, categorie: '03' }], [{ ...start, code: '02A04' }], [{ ...start, code: undefined }],
    ];
    for (const starts of anders) verwachtNiveau34('WMO307', bericht, metStarts(...starts), FOUT);
  });

  it('breekt alleen TR382: op de toewijzing is een latere start, ook van een ander product', () => {
    for (const jonger of [later, { ...later, code: '02A04' }]) {
      verwachtNiveau34('WMO307', bericht, metStarts(jonger, start), FOUT);
      verwachtNiveau34('WMO307', bericht, metStarts(start, jonger), FOUT);
    }
  });

  it('breekt alleen TR382: zonder ToewijzingNummer telt de laatste start van hetzelfde product', () => {
    const taak = met307({ StopProducten: [zonder(stopProduct, 'ToewijzingNummer')] });
    const zonderNummer = { ...start, toewijzingNummer: undefined };
    const jonger = { ...later, toewijzingNummer: undefined };
    verwachtNiveau34('WMO307', taak, metStarts(zonderNummer, { ...jonger, code: '02A04' }, later));
    verwachtNiveau34('WMO307', taak, metStarts(zonderNummer, jonger), FOUT);
    verwachtNiveau34('WMO307', taak, metStarts(start), FOUT);
  });

  it('niet van toepassing: een verwijdering van een stop', () => {
    verwachtNiveau34('WMO307', met307({ StopProducten: [{ ...stopProduct, StatusAanlevering: '3' }] }),
      dossierVoor('WMO307', { starts: [start, later], stops: [stop] }));
  });
});
