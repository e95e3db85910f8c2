import { describe, it } from 'vitest';
import type { WMO305, WMO307 } from '../../../../src/standaard/berichten/gegenereerd/index.js';
import type { Start, Stop } from '../../../../src/standaard/regels/dossier.js';
import { dossierVoor, start, stop } from '../../../hulp/dossiers.js';
import { verwachtNiveau34 } from '../../../hulp/niveau34.js';
import { met305, met307, startProduct, stopProduct, zonder } from '../../../hulp/variaties.js';

const START = '/Client/StartProducten/StartProduct[1]';
const STOP = '/Client/StopProducten/StopProduct[1]';
const tijdelijk: Stop = { ...stop, redenBeeindiging: '20' };

const metStart = (...StartProducten: readonly WMO305.StartProduct[]) => met305({ StartProducten });
const metStop = (...StopProducten: readonly WMO307.StopProduct[]) => met307({ StopProducten });

const wegStart: WMO305.StartProduct = { ...startProduct, StatusAanlevering: '3' };
const wegStop: WMO307.StopProduct = { ...stopProduct, StatusAanlevering: '3' };

/** Starts that differ from the one of the example in one part of the key. */
const ANDERE_STARTS: readonly Start[] = [
  { ...start, toewijzingNummer: 300202 }, { ...start, toewijzingNummer: undefined }, { ...start, categorie: '03' },
  { ...start, code: '02A04' }, { ...start, code: undefined }, { ...start, categorie: undefined, code: undefined },
  { ...start, begindatum: '2026-03-04' },
];
const ANDERE_STOPS: readonly Stop[] = [
  ...ANDERE_STARTS.map((ander) => ({ ...stop, ...ander })),
  tijdelijk, { ...stop, einddatum: '2026-05-30' },
];

describe('TR063', () => {
  it('voldoet: de start of stop die wordt verwijderd, is actief', () => {
    verwachtNiveau34('WMO305', metStart(wegStart), dossierVoor('WMO305', { starts: [...ANDERE_STARTS, start] }));
    verwachtNiveau34('WMO307', metStop(wegStop), dossierVoor('WMO307', { stops: [...ANDERE_STOPS, stop] }));
  });

  it('voldoet: wat in de sleutel ontbreekt, is gelijk aan wat in de eerdere ontbreekt', () => {
    const taak = zonder(wegStart, 'ToewijzingNummer', 'Product');
    const kaal = { ...start, toewijzingNummer: undefined, categorie: undefined, code: undefined };
    verwachtNiveau34('WMO305', metStart(taak), dossierVoor('WMO305', { starts: [kaal] }));
    verwachtNiveau34('WMO305', metStart(taak), dossierVoor('WMO305', { starts: [start] }),
      ['TR063', '9063', 'StartProduct', START]);
  });

  it('breekt alleen TR063: er is geen actieve start met dezelfde sleutel', () => {
    for (const starts of [[], ...ANDERE_STARTS.map((ander) => [ander])]) {
      verwachtNiveau34('WMO305', metStart(wegStart), dossierVoor('WMO305', { starts }),
        ['TR063', '9063', 'StartProduct', START]);
    }
  });

  it('breekt alleen TR063: er is geen actieve stop met dezelfde sleutel', () => {
    for (const stops of [[], ...ANDERE_STOPS.map((ander) => [ander])]) {
      verwachtNiveau34('WMO307', metStop(wegStop), dossierVoor('WMO307', { stops }),
        ['TR063', '9063', 'StopProduct', STOP]);
    }
  });

  it('breekt alleen TR063: ToewijzingIngangsdatum is geen deel van de sleutel', () => {
    const anders = { ...wegStart, ToewijzingIngangsdatum: '2026-02-01' };
    verwachtNiveau34('WMO305', metStart(anders), dossierVoor('WMO305', { starts: [start] }));
    verwachtNiveau34('WMO305', metStart(anders), dossierVoor('WMO305', { starts: [] }),
      ['TR063', '9063', 'StartProduct', START]);
  });

  it('niet van toepassing: een nieuwe aanlevering', () => {
    verwachtNiveau34('WMO305', metStart(startProduct), dossierVoor('WMO305', { starts: [] }));
    verwachtNiveau34('WMO307', metStop(stopProduct), dossierVoor('WMO307', { stops: [] }));
  });
});

describe('TR071', () => {
  it('voldoet: op de start die wordt verwijderd, is geen stop actief', () => {
    const starts = [start, ...ANDERE_STARTS];
    verwachtNiveau34('WMO305', metStart(wegStart), dossierVoor('WMO305', { starts }));
    const stops = ANDERE_STARTS.map((ander) => ({ ...stop, ...ander }));
    verwachtNiveau34('WMO305', metStart(wegStart), dossierVoor('WMO305', { starts, stops }));
  });

  it.each([['definitieve', stop], ['tijdelijke', tijdelijk]] as const)(
    'breekt alleen TR071: er is een actieve %s stop', (_soort, actief) => {
      verwachtNiveau34('WMO305', metStart(wegStart), dossierVoor('WMO305', { starts: [start], stops: [actief] }),
        ['TR071', '9071', 'StartProduct', START]);
    });

  it('niet van toepassing: een nieuwe start na een gestopte', () => {
    const opnieuw = { ...startProduct, Begindatum: '2026-03-05' };
    verwachtNiveau34('WMO305', metStart(opnieuw), dossierVoor('WMO305', { starts: [start], stops: [stop] }));
  });
});

describe('TR074', () => {
  it('voldoet: geen actieve aanlevering heeft dezelfde sleutel', () => {
    const starts = ANDERE_STARTS.filter(({ toewijzingNummer }) => toewijzingNummer !== start.toewijzingNummer);
    verwachtNiveau34('WMO305', metStart(startProduct), dossierVoor('WMO305', { starts }));
    // Stops on other starts; a stop that differs only in reason or end is for TR413 to TR415.
    const elders = ANDERE_STARTS.filter(({ begindatum, toewijzingNummer }) =>
      begindatum !== start.begindatum || toewijzingNummer !== start.toewijzingNummer);
    const stops = elders.map((ander) => ({ ...stop, ...ander }));
    verwachtNiveau34('WMO307', metStop(stopProduct), dossierVoor('WMO307', { stops }));
  });

  it('breekt alleen TR074: een start met dezelfde sleutel is actief, en gestopt', () => {
    verwachtNiveau34('WMO305', metStart(startProduct), dossierVoor('WMO305', { starts: [start], stops: [stop] }),
      ['TR074', '9074', 'StartProduct', START]);
  });

  it('breekt alleen TR074 samen met TR326, als de actieve start nog loopt', () => {
    verwachtNiveau34('WMO305', metStart(startProduct), dossierVoor('WMO305', { starts: [start] }),
      ['TR074', '9074', 'StartProduct', START], ['TR326', '9326', 'StartProduct', START]);
  });

  it('breekt alleen TR074 samen met TR413 of TR415: een stop met dezelfde sleutel is ook een eerdere stop', () => {
    verwachtNiveau34('WMO307', metStop({ ...stopProduct, RedenBeeindiging: '20' }),
      dossierVoor('WMO307', { stops: [tijdelijk] }),
      ['TR074', '9074', 'StopProduct', STOP], ['TR413', '9413', 'StopProduct', STOP]);
    verwachtNiveau34('WMO307', metStop(stopProduct), dossierVoor('WMO307', { stops: [stop] }),
      ['TR074', '9074', 'StopProduct', STOP], ['TR415', '9415', 'StopProduct', STOP]);
  });

  it('niet van toepassing: een verwijdering', () => {
    verwachtNiveau34('WMO305', metStart(wegStart), dossierVoor('WMO305', { starts: [start] }));
    verwachtNiveau34('WMO307', metStop(wegStop), dossierVoor('WMO307', { stops: [stop] }));
  });
});
