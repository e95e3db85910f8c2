import { describe, it } from 'vitest';
import type { WMO317 } from '../../../../src/standaard/berichten/gegenereerd/index.js';
import type { Toewijzing } from '../../../../src/standaard/regels/dossier.js';
import { dossierVoor, metToewijzingen, toewijzing } from '../../../hulp/dossiers.js';
import { verwachtNiveau34 } from '../../../hulp/niveau34.js';
import { met317, teWijzigenProduct, zonder } from '../../../hulp/variaties.js';

const PAD = '/Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct[1]';

/** Asks for a change, with the allocation that it is about, and names the rules that it breaks. */
function verwacht(product: WMO317.TeWijzigenProduct, anders: Partial<Toewijzing>, ...regels: readonly string[]): void {
  verwachtNiveau34('WMO317', met317({ TeWijzigenProducten: [product] }),
    dossierVoor('WMO317', metToewijzingen({ ...toewijzing, ...anders })),
    ...regels.map((regel) => [regel, regel.replace('TR', '9'), 'TeWijzigenProduct', PAD] as const));
}

const { ingangsdatum } = toewijzing;
const vanaf = (GewensteIngangsdatum: string): WMO317.TeWijzigenProduct =>
  ({ ...teWijzigenProduct, GewensteIngangsdatum });
const zonderOmvang = zonder(teWijzigenProduct, 'Omvang');
const zonderEinde = (product: WMO317.TeWijzigenProduct): WMO317.TeWijzigenProduct => ({
  ...zonder(product, 'Einddatum'),
  ...(product.Omvang === undefined ? {} : { Omvang: { ...product.Omvang, Frequentie: '4' } }) });
/** TR351 fails, whatever else is wrong with the change. */
const voorbij: Partial<Toewijzing> = { einddatum: '2026-03-31' };

describe('TR357', () => {
  it('voldoet: na de Dagtekening, of op de Ingangsdatum van de toewijzing', () => {
    verwacht(vanaf('2026-04-02'), {});
    verwacht(vanaf(ingangsdatum), {});
    verwacht(vanaf('2026-04-01'), { ingangsdatum: '2026-04-01' });
  });

  it.each([
    '2026-04-01', '2026-03-02', '2026-02-28',
  ])('breekt alleen TR357: %s ligt niet na de Dagtekening', (datum) => {
    verwacht(vanaf(datum), {}, 'TR357');
  });

  it('niet van toepassing: TR351 faalt al', () => {
    verwacht(vanaf('2026-03-02'), voorbij, 'TR351');
  });
});

describe('TR373', () => {
  const metBudget: Partial<Toewijzing> = {
    code: undefined, volume: undefined, eenheid: undefined, frequentie: undefined, budget: 100_000 };
  const totaal: Partial<Toewijzing> = { frequentie: '6' };
  const ander = { ...zonderOmvang, Budget: 90_000 };

  it('voldoet: een wijziging van een budget of totaal gaat in op de Ingangsdatum van de toewijzing', () => {
    verwacht({ ...ander, GewensteIngangsdatum: ingangsdatum }, metBudget);
    verwacht(vanaf(ingangsdatum), totaal);
    verwacht(vanaf('2026-05-01'), { ...totaal, ingangsdatum: '2026-05-01' });
  });

  it('breekt alleen TR373: zo een wijziging gaat later in, ook als alleen het einde verschuift', () => {
    verwacht(ander, metBudget, 'TR373');
    verwacht({ ...ander, Budget: 100_000, Einddatum: '2026-11-30' }, metBudget, 'TR373');
    verwacht(vanaf('2026-05-01'), totaal, 'TR373');
  });

  it('niet van toepassing: een Omvang per periode, of TR351 faalt al', () => {
    for (const frequentie of ['1', '2', '4']) verwacht(vanaf('2026-05-01'), { frequentie });
    verwacht(ander, { ...metBudget, ...voorbij }, 'TR351');
    verwacht(vanaf('2026-05-01'), { ...totaal, ...voorbij }, 'TR351');
  });
});

describe.each([
  ['TR375', 'geen Product', { categorie: undefined, code: undefined }],
  ['TR412', 'een Product zonder Code', { code: undefined }],
] as const)('%s', (regel, wat, soort) => {
  it(`voldoet: de toewijzing heeft ${wat}, en er is geen Omvang`, () => {
    verwacht(zonderOmvang, soort);
    verwacht(zonderEinde(zonderOmvang), soort);
  });

  it(`breekt alleen ${regel}: de toewijzing heeft ${wat}, en er is een Omvang`, () => {
    verwacht(teWijzigenProduct, soort, regel);
    verwacht(zonderEinde(teWijzigenProduct), soort, regel);
    verwacht({ ...vanaf('2020-03-01'), Einddatum: '2021-01-01' }, { ...soort, ingangsdatum: '2020-03-01' }, regel);
  });

  it('niet van toepassing: het gewenste einde ligt voor 2021', () => {
    verwacht({ ...vanaf('2020-03-01'), Einddatum: '2020-12-31' }, { ...soort, ingangsdatum: '2020-03-01' });
  });

  it('niet van toepassing: de toewijzing heeft een Code, of TR351 faalt al', () => {
    verwacht(teWijzigenProduct, {});
    verwacht(teWijzigenProduct, { ...soort, ...voorbij }, 'TR351');
  });
});

describe('TR411', () => {
  it('voldoet: de toewijzing heeft een Code, en er is een Omvang', () => {
    verwacht(teWijzigenProduct, {});
  });

  it('breekt alleen TR411: de toewijzing heeft een Code, en er is geen Omvang', () => {
    verwacht(zonderOmvang, {}, 'TR411');
    verwacht({ ...zonderOmvang, Budget: 100_000 }, {}, 'TR411');
  });

  it('niet van toepassing: de toewijzing heeft geen Code, of TR351 faalt al', () => {
    verwacht(zonderOmvang, { code: undefined });
    verwacht(zonderOmvang, { categorie: undefined, code: undefined });
    verwacht(zonderOmvang, voorbij, 'TR351');
  });
});
