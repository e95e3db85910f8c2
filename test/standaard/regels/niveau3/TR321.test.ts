import { describe, it } from 'vitest';
import type { WMO323 } from '../../../../src/standaard/berichten/gegenereerd/index.js';
import type { Dossier, Toewijzing } from '../../../../src/standaard/regels/dossier.js';
import { creditOp, debetVan, declaratieOver, metDebetten } from '../../../hulp/debetten.js';
import { dossierVoor, metToewijzingen, toewijzing } from '../../../hulp/dossiers.js';
import { verwachtNiveau34 } from '../../../hulp/niveau34.js';
import { declaratieVan, prestatie, zonder } from '../../../hulp/variaties.js';
import { ANDER_BSN } from '../../../hulp/voorbeelden.js';

const PAD = '/Declaratie/Clienten/Client[1]/Prestaties/Prestatie[1]';

/** A Prestatie of this volume, for one cent each; euros have no tariff. */
function van(volume: number, Eenheid: WMO323.Prestatie['Eenheid'] = '04', maand: 3 | 4 | 12 = 3): WMO323.Prestatie {
  const Einddatum = { 3: '2026-03-31', 4: '2026-04-30', 12: '2026-12-31' }[maand];
  const basis = Eenheid === '83' ? zonder(prestatie, 'ProductTarief') : { ...prestatie, ProductTarief: 1 };
  return {
    ...basis, Eenheid, GeleverdVolume: volume, IngediendBedrag: { Bedrag: volume, DebetCredit: 'D' },
    ProductPeriode: { Begindatum: `${Einddatum.slice(0, 8)}01`, Einddatum },
  };
}

/**
 * The allocation of the example runs from 1 March (a Sunday) to 31 December 2026 (a Thursday) and has 4 hours a week.
 */
function verwacht(
  deel: Partial<Toewijzing>, een: WMO323.Prestatie, regels: readonly (readonly [regel: string, code: string])[] = [],
  dossier: Partial<Dossier> = {},
): void {
  verwachtNiveau34('WMO323', declaratieOver('2026-12', declaratieVan(een)),
    dossierVoor('WMO323', { ...metToewijzingen({ ...toewijzing, ...deel }), ...dossier }),
    ...regels.map(([regel, code]) => [regel, code, 'Prestatie', PAD] as const));
}

describe('TR321', () => {
  const fout = [['TR321', '9321']] as const;

  it.each<readonly [
    naam: string, maximum: number, deel: Partial<Toewijzing>, een: (volume: number) => WMO323.Prestatie,
  ]>([
    ['uren per week, zes weken geraakt', 24, {}, (v) => van(v)],
    ['uren per week, vijf weken geraakt', 20, {}, (v) => van(v, '04', 4)],
    ['uren per week bij categorie 01, altijd zes weken', 24, { categorie: undefined, code: undefined }, (v) => van(v)],
    ['minuten op uren per week', 1440, {}, (v) => van(v, '01')],
    ['minuten per dag', 930, { volume: 30, eenheid: '01', frequentie: '1' }, (v) => van(v, '01')],
    ['etmalen per maand', 4, { eenheid: '14', frequentie: '4' }, (v) => van(v, '14')],
    ['dagdelen in totaal', 4, { eenheid: '16', frequentie: '6' }, (v) => van(v, '16')],
    ['stuks per week, vijf zondagen', 20, { eenheid: '82' }, (v) => van(v, '82')],
    ['stuks per week, vier zondagen en de gebroken slotweek', 20, { eenheid: '82' }, (v) => van(v, '82', 12)],
    ['euro per maand', 50_000, { eenheid: '83', volume: 50_000, frequentie: '4' }, (v) => van(v, '83')],
    ['niets toegewezen', 0, { volume: 0 }, (v) => van(v)],
    ['de toewijzing begint in de maand, vier weken geraakt', 16, { ingangsdatum: '2026-03-12' }, (v) => ({ ...van(v),
      ProductPeriode: { Begindatum: '2026-03-12', Einddatum: '2026-03-31' } })],
  ])('voldoet tot en met het maximum en breekt alleen TR321 daarboven: %s', (_naam, maximum, deel, een) => {
    verwacht(deel, een(maximum));
    verwacht(deel, een(maximum - Math.min(maximum, 1)));
    verwacht(deel, een(maximum + 1), fout);
  });

  it('voldoet: categorie 01 krijgt bij inspanning per week altijd zes weken', () => {
    const huishouden = { categorie: '01', code: '01A01' };
    const een = (volume: number) =>
      ({ ...van(volume, '04', 4), ProductCategorie: '01', ProductCode: '01A01' } as const);
    verwacht(huishouden, een(24));
    verwacht(huishouden, een(25), fout);
  });

  it('breekt alleen TR321: wat niet in de periode past, telt voor het totaal niet mee', () => {
    const deel = { frequentie: '4', einddatum: '2026-03-31' };
    verwacht(deel, van(5), fout);
  });

  it('niet van toepassing: een credit', () => {
    const eerder = debetVan('OUD0001', van(100));
    verwacht({}, creditOp(eerder), [], metDebetten(eerder));
  });

  it('niet van toepassing: de toewijzing heeft geen Omvang', () => {
    verwacht({ code: undefined, volume: undefined, eenheid: undefined, frequentie: undefined, budget: 50_000 },
      van(10_000));
  });

  it('niet van toepassing: de eenheid past niet, of er is geen eigen toewijzing', () => {
    verwacht({}, van(10_000, '16'), [['TR341', '9341']]);
    verwacht({ bsn: ANDER_BSN }, van(10_000), [['TR304', '8187']]);
    verwacht({ aanbieder: '65656056' }, van(10_000), [['TR338', '9338']]);
  });
});
