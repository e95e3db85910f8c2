import { describe, it } from 'vitest';
import type { WMO307 } from '../../../../src/standaard/berichten/gegenereerd/index.js';
import type { Stop } from '../../../../src/standaard/regels/dossier.js';
import { dossierVoor, metToewijzingen, start, stop, toewijzing } from '../../../hulp/dossiers.js';
import { verwachtNiveau34 } from '../../../hulp/niveau34.js';
import { met307, stopProduct, zonder } from '../../../hulp/variaties.js';

/** An active temporary and an active definite stop on the start of the examples. */
const tijdelijk: Stop = { ...stop, redenBeeindiging: '20', einddatum: '2026-05-10' };
const definitief: Stop = { ...stop, einddatum: '2026-05-10' };

const nieuw: WMO307.StopProduct = { ...stopProduct, Einddatum: '2026-05-20' };
const nieuwTijdelijk: WMO307.StopProduct = { ...nieuw, RedenBeeindiging: '20' };
const verwijder = ({ redenBeeindiging, einddatum }: Stop): WMO307.StopProduct => ({
  ...stopProduct, RedenBeeindiging: redenBeeindiging as WMO307.StopProduct['RedenBeeindiging'], Einddatum: einddatum,
  StatusAanlevering: '3',
});

type Fout = readonly [regel: string, retourcode: string, klasse: string, pad: string];
const fout = (regel: string, nummer: number): Fout =>
  [regel, regel.replace('TR', '9'), 'StopProduct', `/Client/StopProducten/StopProduct[${nummer}]`];

function verwacht(
  StopProducten: readonly WMO307.StopProduct[], stops: readonly Stop[], ...fouten: readonly Fout[]
): void {
  // The second allocation and start are for what stands beside the first.
  const naast = { ...start, toewijzingNummer: 300202 };
  verwachtNiveau34('WMO307', met307({ StopProducten }), dossierVoor('WMO307', {
    ...metToewijzingen(toewijzing, { ...toewijzing, nummer: 300202 }),
    starts: [start, naast, { ...start, toewijzingNummer: undefined }], stops }), ...fouten);
}

/** Stops that are not on the start of the examples. */
const elders = (eerdere: Stop): Stop[] => [
  { ...eerdere, toewijzingNummer: 300202 }, { ...eerdere, begindatum: '2026-03-02' },
  { ...eerdere, toewijzingNummer: undefined },
];

describe('TR413', () => {
  it('voldoet: de eerste tijdelijke stop, en een definitieve na een tijdelijke', () => {
    verwacht([nieuwTijdelijk], []);
    verwacht([nieuwTijdelijk], elders(tijdelijk));
    verwacht([nieuw], [tijdelijk]);
  });

  it('voldoet: de eerdere tijdelijke stop wordt in hetzelfde bericht verwijderd, ervoor of erna', () => {
    verwacht([verwijder(tijdelijk), nieuwTijdelijk], [tijdelijk]);
    verwacht([nieuwTijdelijk, verwijder(tijdelijk)], [tijdelijk]);
  });

  it('breekt alleen TR413: er is een actieve tijdelijke stop', () => {
    verwacht([nieuwTijdelijk], [tijdelijk], fout('TR413', 1));
  });

  it('breekt alleen TR413: er is een tijdelijke stop eerder in het bericht', () => {
    verwacht([{ ...nieuwTijdelijk, Einddatum: '2026-05-15' }, nieuwTijdelijk], [], fout('TR413', 2));
  });

  it('breekt alleen TR413: van twee actieve tijdelijke stops is er een verwijderd', () => {
    const ander = { ...tijdelijk, einddatum: '2026-05-11' };
    verwacht([verwijder(tijdelijk), nieuwTijdelijk], [tijdelijk, ander], fout('TR413', 2));
  });

  it('niet van toepassing: een definitieve stop, en de verwijdering van een tijdelijke', () => {
    verwacht([nieuw], [tijdelijk]);
    verwacht([verwijder(tijdelijk)], [tijdelijk, { ...tijdelijk, einddatum: '2026-05-11' }]);
  });
});

describe('TR414', () => {
  it('voldoet: de Einddatum is die van de eerdere stop, of later', () => {
    verwacht([{ ...nieuw, Einddatum: tijdelijk.einddatum }], [tijdelijk]);
    verwacht([{ ...nieuw, Einddatum: '2026-05-11' }], [tijdelijk]);
    verwacht([{ ...nieuw, Einddatum: '2026-05-09' }], elders(tijdelijk));
  });

  it('breekt alleen TR414: de Einddatum ligt voor die van de eerdere stop', () => {
    verwacht([{ ...nieuw, Einddatum: '2026-05-09' }], [tijdelijk], fout('TR414', 1));
  });

  it('breekt alleen TR414: de laatste Einddatum telt, in welke volgorde ook', () => {
    const langer = { ...tijdelijk, einddatum: '2026-05-12' };
    for (const stops of [[tijdelijk, langer], [langer, tijdelijk]]) {
      verwacht([{ ...nieuw, Einddatum: '2026-05-11' }], stops, fout('TR414', 1));
      verwacht([{ ...nieuw, Einddatum: '2026-05-12' }], stops);
    }
  });

  it('breekt alleen TR414: de eerdere stop staat in het bericht; andersom mag het', () => {
    const kort = { ...nieuw, Einddatum: '2026-05-15' };
    verwacht([nieuwTijdelijk, kort], [], fout('TR414', 2));
    verwacht([{ ...nieuwTijdelijk, Einddatum: '2026-05-15' }, nieuw], []);
  });

  it('breekt alleen TR414: zonder ToewijzingNummer geldt hetzelfde product', () => {
    const taak = { ...zonder(nieuw, 'ToewijzingNummer'), Einddatum: '2026-05-09' };
    verwacht([taak], [{ ...tijdelijk, toewijzingNummer: undefined }], fout('TR414', 1));
    verwacht([taak], [tijdelijk, { ...tijdelijk, toewijzingNummer: undefined, code: '02A04' }]);
  });

  it('niet van toepassing: de eerste stop, en een verwijdering', () => {
    verwacht([nieuw], []);
    verwacht([verwijder(tijdelijk)], [tijdelijk, { ...definitief, einddatum: '2026-05-20' }]);
  });
});

describe('TR415', () => {
  it('voldoet: een stop na een tijdelijke, of na een definitieve van een andere start', () => {
    verwacht([nieuw], [tijdelijk]);
    verwacht([nieuw], elders(definitief));
  });

  it('voldoet: een definitieve stop wordt in een bericht vervangen, in welke volgorde ook', () => {
    verwacht([verwijder(definitief), nieuw], [definitief]);
    verwacht([nieuw, verwijder(definitief)], [definitief]);
    verwacht([verwijder(definitief), { ...nieuw, Einddatum: '2026-05-01' }], [definitief]);
  });

  it('breekt alleen TR415: er is een actieve definitieve stop', () => {
    verwacht([nieuw], [definitief], fout('TR415', 1));
    verwacht([nieuwTijdelijk], [definitief], fout('TR415', 1));
    verwacht([nieuw], [definitief, tijdelijk], fout('TR415', 1));
  });

  it('breekt alleen TR415: er is een definitieve stop eerder in het bericht', () => {
    verwacht([nieuw, { ...nieuw, RedenBeeindiging: '36' }], [], fout('TR415', 2));
  });

  it('breekt alleen TR415: een ander product op dezelfde toewijzing is dezelfde levering', () => {
    verwacht([nieuw], [{ ...definitief, code: '02A04' }], fout('TR415', 1));
  });

  it('niet van toepassing: de verwijdering van een definitieve stop', () => {
    verwacht([verwijder(definitief)], [definitief, { ...definitief, einddatum: '2026-05-20' }]);
  });
});
