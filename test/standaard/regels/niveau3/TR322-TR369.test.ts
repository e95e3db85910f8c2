import { describe, it } from 'vitest';
import type { WMO323 } from '../../../../src/standaard/berichten/gegenereerd/index.js';
import type { Dossier, Toewijzing } from '../../../../src/standaard/regels/dossier.js';
import { laatsteVanMaand } from '../../../../src/standaard/datum.js';
import { creditOp, debetVan, declaratieOver, metDebetten, type Debet } from '../../../hulp/debetten.js';
import { dossierVoor, metToewijzingen, toewijzing } from '../../../hulp/dossiers.js';
import { verwachtNiveau34 } from '../../../hulp/niveau34.js';
import { declaratieVan, prestatie } from '../../../hulp/variaties.js';

const JAAR = { ...toewijzing, ingangsdatum: '2026-01-01' };
const UREN_IN_TOTAAL: Toewijzing = { ...JAAR, volume: 20, frequentie: '6' };
const BUDGET: Toewijzing = {
  ...JAAR, code: undefined, volume: undefined, eenheid: undefined, frequentie: undefined, budget: 2000,
};

/** Hours (or another unit) in a month of 2026, for one euro each. */
function uren(maand: number, volume: number, delen: Partial<WMO323.Prestatie> = {}): WMO323.Prestatie {
  const Begindatum = `2026-${String(maand).padStart(2, '0')}-01`;
  return {
    ...prestatie, ProductReferentie: { ReferentieNummer: `RN${maand}-${delen.ToewijzingNummer ?? 300201}` },
    ProductPeriode: { Begindatum, Einddatum: laatsteVanMaand(Begindatum) }, GeleverdVolume: volume,
    ProductTarief: 100, IngediendBedrag: { Bedrag: 100 * volume, DebetCredit: 'D' }, ...delen,
  };
}

/** The same as an approved debit of an earlier message. */
const eerder = (maand: number, volume: number, delen: Partial<WMO323.Prestatie> = {}): Debet =>
  debetVan(`OUD${maand}`, uren(maand, volume, delen));

const credit = (een: Debet): WMO323.Prestatie => creditOp(een, `C${een.referentieNummer}`);

type Fout = readonly [regel: string, code: string, nummer: number];

/** Asserts what is found in a claim of these Prestaties of one client, over December 2026; Prestaties count from 1. */
function verwacht(
  toewijzingen: readonly Toewijzing[], eerdere: readonly Debet[], prestaties: readonly WMO323.Prestatie[],
  fouten: readonly Fout[] = [],
  dossier: Partial<Dossier> = {},
): void {
  verwachtNiveau34('WMO323', declaratieOver('2026-12', declaratieVan(...prestaties)),
    dossierVoor('WMO323', { ...metToewijzingen(...toewijzingen), ...metDebetten(...eerdere), ...dossier }),
    ...fouten.map(([regel, code, nummer]) =>
      [regel, code, 'Prestatie', `/Declaratie/Clienten/Client[1]/Prestaties/Prestatie[${nummer}]`] as const));
}

/** TR322 and TR369 add up alike: 20 hours against a total of 20 hours, or 20 euros against a Budget of 20 euros. */
const SOMMEN = [['TR322', '9322', UREN_IN_TOTAAL], ['TR369', '9369', BUDGET]] as const;

describe.each(SOMMEN)('%s', (regel, code, een) => {
  const fout = (nummer: number) => [regel, code, nummer] as const;

  it('voldoet: de som blijft binnen het maximum', () => {
    verwacht([een], [], [uren(1, 20)]);
    verwacht([een], [eerder(1, 10)], [uren(2, 5), uren(3, 5)]);
    verwacht([een], [eerder(1, 20)], [uren(2, 0)]);
  });

  it(`breekt alleen ${regel}: de som gaat over het maximum`, () => {
    verwacht([een], [eerder(1, 10), eerder(2, 5)], [uren(3, 6)], [fout(1)]);
    verwacht([een], [eerder(1, 20)], [uren(3, 1)], [fout(1)]);
    verwacht([een], [], [uren(1, 10), uren(2, 10), uren(3, 1)], [fout(3)]);
  });

  it(`breekt alleen ${regel}: wat niet meer past, telt niet mee voor wat erna komt`, () => {
    verwacht([een], [eerder(1, 10)], [uren(2, 5), uren(3, 10), uren(4, 5), uren(5, 1)], [fout(2), fout(4)]);
  });

  it('voldoet: per toewijzing geteld', () => {
    const ander = { ToewijzingNummer: 300202 };
    verwacht([een, { ...een, nummer: 300202 }], [eerder(1, 10), eerder(2, 15, ander)],
      [uren(3, 10), uren(3, 5, ander)]);
    verwacht([een, { ...een, nummer: 300202 }], [eerder(1, 10), eerder(2, 15, ander)], [uren(3, 5), uren(3, 6, ander)],
      [fout(2)]);
  });

  it('voldoet: credit van hetzelfde bericht maakt eerst ruimte, waar zij ook staat', () => {
    const [januari, februari] = [eerder(1, 10), eerder(2, 10)];
    verwacht([een], [januari, februari], [uren(3, 10), credit(januari)]);
    verwacht([een], [januari, februari], [credit(januari), uren(1, 4), uren(3, 6)]);
    verwacht([een], [januari, februari], [uren(3, 10), credit(januari), uren(4, 1)], [fout(3)]);
  });

  it('voldoet: een gecrediteerd debet valt in zijn geheel weg, wat de credit ook noemt', () => {
    const [januari, februari] = [eerder(1, 10), eerder(2, 10)];
    const IngediendBedrag = { Bedrag: 100, DebetCredit: 'C' } as const;
    const klein = { ...credit(januari), GeleverdVolume: 1, IngediendBedrag };
    verwacht([een], [januari, februari], [klein, uren(3, 10)]);
    verwacht([een], [januari, februari], [klein, uren(3, 11)], [fout(2)]);
  });

  it('voldoet: het valt weg bij zijn eigen toewijzing, niet bij die van de credit', () => {
    const [januari, februari] = [eerder(1, 20), eerder(2, 20, { ToewijzingNummer: 300202 })];
    const elders = { ...credit(januari), ToewijzingNummer: 300202 };
    verwacht([een, { ...een, nummer: 300202 }], [januari, februari],
      [elders, uren(3, 20), uren(3, 1, { ToewijzingNummer: 300202 })], [fout(3)]);
    verwacht([{ ...een, nummer: 300202 }], [januari, februari], [elders, uren(3, 1, { ToewijzingNummer: 300202 })],
      [fout(2)]);
  });

  it('breekt ook als de credit zelf een fout heeft', () => {
    const [januari, februari] = [eerder(1, 10), eerder(2, 10)];
    verwacht([een], [januari, februari], [{ ...credit(januari), ProductTarief: 1 }, uren(3, 10)],
      [['TR346', '9346', 1], fout(2)]);
    verwacht([een], [{ ...januari, gecrediteerd: true }, eerder(4, 10), februari], [credit(januari), uren(3, 10)],
      [['TR390', '9390', 1], fout(2)]);
  });

  it('niet van toepassing: een debet met een andere fout telt niet mee en krijgt alleen die', () => {
    verwacht([een], [eerder(1, 10)], [uren(2, 10, { ProductTarief: 1 }), uren(3, 10)], [['TR346', '9346', 1]]);
    verwacht([een], [eerder(1, 10)], [uren(2, 20, { ProductTarief: 1 })], [['TR346', '9346', 1]]);
    verwacht([een], [eerder(1, 10)], [uren(1, 10), uren(3, 10)], [['TR389', '9389', 1]]);
  });

  it('niet van toepassing: een credit', () => {
    const januari = eerder(1, 100);
    verwacht([een], [januari], [credit(januari)]);
  });

  it('niet van toepassing: de toewijzing kent deze grens niet', () => {
    const zonder: Toewijzing = { ...BUDGET, budget: undefined };
    verwacht([zonder], [eerder(1, 1000)], [uren(2, 1000)]);
  });
});

describe('TR322', () => {
  const fout = (nummer: number) => ['TR322', '9322', nummer] as const;
  const minuten = (maand: number, volume: number) => uren(maand, volume, { Eenheid: '01' });

  it('voldoet: uren en minuten samen, vergeleken in minuten', () => {
    verwacht([UREN_IN_TOTAAL], [eerder(1, 10)], [minuten(2, 30), minuten(3, 570)]);
    verwacht([UREN_IN_TOTAAL], [eerder(1, 30, { Eenheid: '01' }), eerder(2, 10)], [minuten(3, 570), minuten(4, 1)],
      [fout(2)]);
    const januari = eerder(1, 600, { Eenheid: '01' });
    verwacht([UREN_IN_TOTAAL], [januari, eerder(2, 10)], [credit(januari), uren(3, 10), minuten(4, 1)], [fout(3)]);
  });

  it('voldoet: wat eerder in een eenheid is gedeclareerd die nu niet past, telt niet', () => {
    const dagdelen = eerder(1, 1000, { Eenheid: '16' });
    verwacht([UREN_IN_TOTAAL], [dagdelen], [uren(2, 20)]);
    verwacht([UREN_IN_TOTAAL], [dagdelen, eerder(2, 10)], [uren(3, 11)], [fout(1)]);
    const { Eenheid } = uren(2, 1);
    verwacht([UREN_IN_TOTAAL], [dagdelen, eerder(2, 20)], [{ ...credit(dagdelen), Eenheid }, uren(3, 1)], [fout(2)]);
  });

  it.each<readonly [naam: string, maximum: number, deel: Partial<Toewijzing>]>([
    // 1 January 2026 is a Thursday, 31 March a Tuesday.
    ['per week, veertien weken geraakt', 14, { volume: 1, frequentie: '2' }],
    ['per maand, drie maanden', 15, { volume: 5, frequentie: '4' }],
    ['per dag, negentig dagen', 90, { volume: 1, frequentie: '1' }],
  ])('voldoet tot en met het maximum en breekt alleen TR322 daarboven: %s', (_naam, maximum, deel) => {
    const een = { ...JAAR, einddatum: '2026-03-31', ...deel };
    const [januari, februari] = [eerder(1, 0), eerder(2, maximum - 4)];
    verwacht([een], [januari, februari], [uren(3, 4)]);
    verwacht([een], [januari, februari], [uren(3, 5)], [fout(1)]);
  });

  describe('zonder Einddatum, tot de laatst gedeclareerde dag', () => {
    const een: Toewijzing = { ...JAAR, einddatum: undefined, volume: 10, frequentie: '4' };
    // Claimed when the allocation still had more.
    const ruim = eerder(1, 15);

    it('breekt alleen TR322: tot en met de periode zelf', () => {
      verwacht([een], [ruim], [uren(2, 5)]);
      verwacht([een], [ruim], [uren(2, 6)], [fout(1)]);
    });

    it('voldoet: tot en met een latere periode van een eerder bericht', () => {
      verwacht([een], [ruim, eerder(4, 0)], [uren(2, 10)]);
    });

    it('voldoet: tot en met een latere periode eerder in hetzelfde bericht', () => {
      verwacht([een], [ruim], [uren(3, 0), uren(2, 10)]);
      verwacht([een], [ruim], [uren(2, 10), uren(3, 0)], [fout(1)]);
    });

    it('breekt alleen TR322: een latere periode met een fout telt niet', () => {
      verwacht([een], [ruim], [uren(3, 1, { ProductTarief: 1 }), uren(2, 10)], [['TR346', '9346', 1], fout(2)]);
      verwacht([een], [eerder(1, 25)], [uren(3, 6), uren(2, 0)], [fout(1), fout(2)]);
    });
  });

  it('niet van toepassing: een Budget in plaats van Omvang', () => {
    verwacht([{ ...BUDGET, budget: 99_999_999 }], [eerder(1, 1000)], [uren(2, 1000)]);
  });
});

describe('TR369', () => {
  it('voldoet: bedragen tellen, geen volumes', () => {
    const duur = { ProductTarief: 500, IngediendBedrag: { Bedrag: 1000, DebetCredit: 'D' } } as const;
    verwacht([BUDGET], [eerder(1, 10)], [uren(2, 2, duur)]);
    verwacht([BUDGET], [eerder(1, 11)], [uren(2, 2, duur)], [['TR369', '9369', 1]]);
  });

  it('voldoet: in elke eenheid en voor elk product', () => {
    const anders = { Eenheid: '16', ProductCode: '02A04' } as const;
    verwacht([BUDGET], [eerder(1, 10), eerder(2, 5, anders)], [uren(3, 5, anders)]);
    verwacht([BUDGET], [eerder(1, 10), eerder(2, 5, anders)], [uren(3, 6, anders)], [['TR369', '9369', 1]]);
  });

  it('breekt alleen TR369: een Budget van nul', () => {
    verwacht([{ ...BUDGET, budget: 0 }], [], [uren(1, 0), uren(2, 1)], [['TR369', '9369', 2]]);
  });

  it('niet van toepassing: Omvang in plaats van een Budget', () => {
    verwacht([{ ...UREN_IN_TOTAAL, volume: 99_999 }], [eerder(1, 1000)], [uren(2, 1000)]);
  });
});
