import { describe, expect, it } from 'vitest';
import type { WMO323 } from '../../../../src/standaard/berichten/gegenereerd/index.js';
import type { Dossier, EerderDebet } from '../../../../src/standaard/regels/dossier.js';
import { creditOp, debet, declaratieOver, metDebetten } from '../../../hulp/debetten.js';
import { dossierVoor, metToewijzingen, toewijzing } from '../../../hulp/dossiers.js';
import { niveau34Van, verwachtNiveau34 } from '../../../hulp/niveau34.js';
import { declaratieVan, prestatie } from '../../../hulp/variaties.js';
import { ANDER_BSN } from '../../../hulp/voorbeelden.js';

const EERDER = debet('OUD0001');
const CREDIT = creditOp(EERDER);
const FEBRUARI = { Begindatum: '2026-02-01', Einddatum: '2026-02-28' };
/** Wide enough for every period here, with a second one like it. */
const RUIM = { ...toewijzing, ingangsdatum: '2026-01-01' };

type Fout = readonly [regel: string, code: string, nummer: number];

/** Asserts what is found in a claim of these Prestaties of one client, over April 2026; Prestaties count from 1. */
function verwacht(
  prestaties: readonly WMO323.Prestatie[], dossier: Partial<Dossier>, ...fouten: readonly Fout[]
): void {
  verwachtNiveau34('WMO323', declaratieOver('2026-04', declaratieVan(...prestaties)),
    dossierVoor('WMO323', { ...metToewijzingen(RUIM, { ...RUIM, nummer: 300202 }), ...dossier }),
    ...fouten.map(([regel, code, nummer]) =>
      [regel, code, 'Prestatie', `/Declaratie/Clienten/Client[1]/Prestaties/Prestatie[${nummer}]`] as const));
}

describe('TR323', () => {
  const fout = ['TR323', '8017', 1] as const;

  it('voldoet: er is een goedgekeurd debet van de client met dit nummer', () => {
    verwacht([CREDIT], metDebetten(EERDER));
  });

  it('voldoet: andere gegevens mogen verschillen, zolang partijen niets anders afspraken', () => {
    const anders = { ...CREDIT, ToewijzingNummer: 300202, ProductPeriode: FEBRUARI, GeleverdVolume: 1,
      IngediendBedrag: { Bedrag: 6000, DebetCredit: 'C' } } as const;
    verwacht([anders], metDebetten(EERDER));
  });

  it('voldoet: gelijk in alles, als partijen dat afspraken', () => {
    verwacht([CREDIT], { ...metDebetten(EERDER), creditGelijkAanDebet: true });
  });

  it('breekt alleen TR323: er is geen debet met dit nummer', () => {
    verwacht([CREDIT], metDebetten(), fout);
    verwacht([CREDIT], metDebetten(debet('OUD0002'), debet('RN0001')), fout);
  });

  it('breekt alleen TR323: het debet is van een andere client', () => {
    verwacht([CREDIT], metDebetten({ ...EERDER, bsn: ANDER_BSN }), fout);
  });

  it.each<Partial<EerderDebet>>([
    { sleutel: debet('', { ToewijzingNummer: 300202 }).sleutel },
    { sleutel: debet('', { ProductCategorie: '03' }).sleutel },
    { sleutel: debet('', { ProductCode: '02A04' }).sleutel },
    { sleutel: debet('', { ProductPeriode: FEBRUARI }).sleutel },
    { volume: 11 }, { eenheid: '16' }, { tarief: 5999 }, { tarief: undefined }, { bedrag: 60_001 },
  ])('breekt alleen TR323: iets anders dan het debet (%j), als partijen gelijkheid afspraken', (anders) => {
    const dossier = metDebetten({ ...EERDER, ...anders });
    verwacht([CREDIT], { ...dossier, creditGelijkAanDebet: true }, fout);
    verwacht([CREDIT], dossier);
  });

  it('niet van toepassing: een debet verwijst nergens naar', () => {
    verwacht([prestatie], {});
    verwacht([prestatie], { creditGelijkAanDebet: true });
  });
});

describe('TR390', () => {
  const GECREDITEERD = { ...EERDER, gecrediteerd: true };
  const fout = ['TR390', '9390', 1] as const;

  it('voldoet: het debet is nog niet gecrediteerd, een ander wel', () => {
    verwacht([CREDIT], metDebetten(EERDER, debet('OUD0002', {}, { gecrediteerd: true })));
  });

  it('breekt alleen TR390: het debet is al gecrediteerd', () => {
    verwacht([CREDIT], metDebetten(GECREDITEERD), fout);
  });

  it('breekt ook TR323 als dat debet van een andere client is', () => {
    verwacht([CREDIT], metDebetten({ ...GECREDITEERD, bsn: ANDER_BSN }), ['TR323', '8017', 1], fout);
  });

  it('niet van toepassing: een debet, of een credit op iets onbekends', () => {
    verwacht([prestatie], metDebetten(GECREDITEERD));
    verwacht([CREDIT], metDebetten(debet('OUD0002', {}, { gecrediteerd: true })), ['TR323', '8017', 1]);
  });
});

describe('TR389', () => {
  const fout = (nummer: number) => ['TR389', '9389', nummer] as const;

  it('voldoet: geen eerder debet voor dezelfde toewijzing, hetzelfde product en dezelfde periode', () => {
    verwacht([prestatie], {});
    verwacht([prestatie], metDebetten(debet('OUD0001', { ProductPeriode: FEBRUARI })));
    verwacht([prestatie], metDebetten(debet('OUD0001', { ToewijzingNummer: 300202 })));
    verwacht([prestatie], metDebetten(debet('OUD0001', { ProductCategorie: '03' })));
    verwacht([prestatie], metDebetten(debet('OUD0001', { ProductCode: '02A04' })));
  });

  it('voldoet: het eerdere debet is al gecrediteerd', () => {
    verwacht([prestatie], metDebetten({ ...EERDER, gecrediteerd: true }));
  });

  it('voldoet: een credit in hetzelfde bericht gaat voor, waar zij ook staat', () => {
    verwacht([CREDIT, prestatie], metDebetten(EERDER));
    verwacht([prestatie, CREDIT], metDebetten(EERDER));
  });

  it('breekt alleen TR389: het eerdere debet staat nog open', () => {
    verwacht([prestatie], metDebetten(EERDER), fout(1));
    verwacht([prestatie, creditOp(debet('OUD0002', { ProductPeriode: FEBRUARI }))],
      metDebetten(EERDER, debet('OUD0002', { ProductPeriode: FEBRUARI })), fout(1));
  });

  it('breekt alleen TR389: de credit gaat over een andere periode dan het debet', () => {
    verwacht([{ ...CREDIT, ProductPeriode: FEBRUARI }, prestatie], metDebetten(EERDER), fout(2));
  });

  it('breekt ook als de credit zelf een fout heeft, in welke regel ook', () => {
    verwacht([{ ...CREDIT, ProductCode: '02A04' }, prestatie], metDebetten(EERDER), ['TR340', '9340', 1], fout(2));
    verwacht([{ ...CREDIT, ProductTarief: 1 }, prestatie], metDebetten(EERDER), ['TR346', '9346', 1], fout(2));
    verwacht([CREDIT, prestatie], { ...metDebetten(EERDER), gebruikteReferenties: new Set(['CN0001']) },
      ['TR314', '8021', 1], fout(2));
    verwacht([CREDIT, prestatie], { ...metDebetten(EERDER), debetten: new Map() }, ['TR323', '8017', 1], fout(2));
  });

  it('breekt naast een andere fout: beide worden gemeld', () => {
    verwacht([{ ...prestatie, ProductTarief: 1 }], metDebetten(EERDER), ['TR346', '9346', 1], fout(1));
  });

  it('niet van toepassing: een credit, of een debet onder een onbekende client', () => {
    const ander = debet('OUD0002');
    verwacht([CREDIT], { ...metDebetten(EERDER), openDebetten: new Map([[ander.sleutel, 'OUD0002']]) });
    expect(niveau34Van('WMO323', declaratieVan(prestatie),
      dossierVoor('WMO323', { ...metDebetten(EERDER), bekendeClienten: new Set() }))
      .map(({ regel, klasse }) => [regel, klasse])).toEqual([['TR304', 'Client']]);
  });
});
