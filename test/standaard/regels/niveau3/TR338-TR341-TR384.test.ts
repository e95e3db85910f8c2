import { describe, it } from 'vitest';
import type { WMO323 } from '../../../../src/standaard/berichten/gegenereerd/index.js';
import type { Dossier, Toewijzing } from '../../../../src/standaard/regels/dossier.js';
import { creditOp, debet, metDebetten } from '../../../hulp/debetten.js';
import { contractproduct, dossierVoor, metContract, metToewijzingen, toewijzing } from '../../../hulp/dossiers.js';
import { verwachtNiveau34 } from '../../../hulp/niveau34.js';
import { declaratieVan, prestatie } from '../../../hulp/variaties.js';
import { ANDER_BSN } from '../../../hulp/voorbeelden.js';

const PAD = '/Declaratie/Clienten/Client[1]/Prestaties/Prestatie[1]';
const EERDER = debet('OUD0001');
const CREDIT = creditOp(EERDER);

/** Asserts what is found in a claim of one Prestatie on an allocation (the example, parts replaced; null is none). */
function verwacht(
  deel: Partial<Toewijzing> | null, een: WMO323.Prestatie,
  regels: readonly (readonly [regel: string, code: string])[] = [],
  dossier: Partial<Dossier> = {},
): void {
  const toewijzingen = metToewijzingen(...(deel === null ? [] : [{ ...toewijzing, ...deel }]));
  verwachtNiveau34('WMO323', declaratieVan(een),
    dossierVoor('WMO323', { ...metDebetten(EERDER), openDebetten: new Map(), ...toewijzingen, ...dossier }),
    ...regels.map(([regel, code]) => [regel, code, 'Prestatie', PAD] as const));
}

/** Without Omvang: for a whole category or for anything, with a Budget. */
const VOOR_CATEGORIE = {
  code: undefined, volume: undefined, eenheid: undefined, frequentie: undefined, budget: 500_000,
};
const VOOR_ALLES = { ...VOOR_CATEGORIE, categorie: undefined };
/** Removed: it ends on the day it begins, and what is claimed on it must fit in there. */
const VERWIJDERD = { redenWijziging: '13', einddatum: toewijzing.ingangsdatum };
const EEN_DAG: WMO323.Prestatie = {
  ...prestatie, ProductPeriode: { Begindatum: '2026-03-01', Einddatum: '2026-03-01' },
  GeleverdVolume: 4, IngediendBedrag: { Bedrag: 24_000, DebetCredit: 'D' },
};
const EEN_DAG_CREDIT = { ...CREDIT, ProductPeriode: EEN_DAG.ProductPeriode };

describe('TR338', () => {
  const fout = [['TR338', '9338']] as const;

  it('voldoet: de toewijzing is er, voor debet en credit', () => {
    verwacht({}, prestatie);
    verwacht({}, CREDIT);
    verwacht({ redenWijziging: '05' }, prestatie);
  });

  it('voldoet: reden 01 met een looptijd verwijdert niet', () => {
    verwacht({ redenWijziging: '01' }, prestatie);
  });

  it.each([
    ['er is geen', null],
    ['die van een andere aanbieder', { aanbieder: '65656056' }],
    ['die van een andere aanbieder en een andere client', { aanbieder: '65656056', bsn: ANDER_BSN }],
    ['met reden 01 verwijderd', { ...VERWIJDERD, redenWijziging: '01' }],
    ['met reden 01 verwijderd en van een andere client', { ...VERWIJDERD, redenWijziging: '01', bsn: ANDER_BSN }],
    ['met reden 13 verwijderd bij een andere aanbieder', { ...VERWIJDERD, aanbieder: '65656056' }],
  ] as const)('breekt alleen TR338: %s', (_naam, deel) => {
    verwacht(deel, prestatie, fout);
    verwacht(deel, CREDIT, fout);
  });

  it('niet van toepassing: de toewijzing is van een andere client, of met reden 13 verwijderd', () => {
    verwacht({ bsn: ANDER_BSN }, prestatie, [['TR304', '8187']]);
    verwacht(VERWIJDERD, EEN_DAG, [['TR384', '9384']]);
  });
});

describe('TR384', () => {
  const fout = [['TR384', '9384']] as const;

  it('voldoet: de toewijzing is er nog, ook na een andere wijziging', () => {
    verwacht({}, prestatie);
    verwacht({ redenWijziging: '14' }, prestatie);
  });

  it('breekt alleen TR384: met reden 13 verwijderd, voor debet en credit', () => {
    verwacht(VERWIJDERD, EEN_DAG, fout);
    verwacht(VERWIJDERD, EEN_DAG_CREDIT, fout);
  });

  it('breekt ook TR304 als de verwijderde toewijzing van een andere client is', () => {
    verwacht({ ...VERWIJDERD, bsn: ANDER_BSN }, EEN_DAG, [['TR304', '8187'], ['TR384', '9384']]);
  });

  it('niet van toepassing: er is geen toewijzing van deze partijen', () => {
    verwacht(null, prestatie, [['TR338', '9338']]);
    verwacht({ ...VERWIJDERD, aanbieder: '65656056' }, prestatie, [['TR338', '9338']]);
  });
});

describe('TR339', () => {
  it('voldoet: de categorie van de toewijzing', () => {
    verwacht({}, prestatie);
    verwacht(VOOR_CATEGORIE, prestatie);
  });

  it('breekt alleen TR339: een andere categorie, voor debet en credit', () => {
    for (const deel of [{ categorie: '03' }, { ...VOOR_CATEGORIE, categorie: '03' }]) {
      verwacht(deel, prestatie, [['TR339', '9339']]);
      verwacht(deel, CREDIT, [['TR339', '9339']]);
    }
  });

  it('niet van toepassing: de toewijzing heeft geen Product, of er is geen eigen toewijzing', () => {
    verwacht(VOOR_ALLES, prestatie);
    verwacht({ bsn: ANDER_BSN, categorie: '03' }, prestatie, [['TR304', '8187']]);
    verwacht({ aanbieder: '65656056', categorie: '03' }, prestatie, [['TR338', '9338']]);
  });
});

describe('TR340', () => {
  it('voldoet: de code van de toewijzing', () => {
    verwacht({}, prestatie);
  });

  it('breekt alleen TR340: een andere code, voor debet en credit', () => {
    verwacht({ code: '02A04' }, prestatie, [['TR340', '9340']]);
    verwacht({ code: '02A04' }, CREDIT, [['TR340', '9340']]);
  });

  it('niet van toepassing: de toewijzing heeft geen code, of er is geen eigen toewijzing', () => {
    verwacht(VOOR_CATEGORIE, prestatie);
    verwacht(VOOR_ALLES, prestatie);
    verwacht({ bsn: ANDER_BSN, code: '02A04' }, prestatie, [['TR304', '8187']]);
    verwacht({ aanbieder: '65656056', code: '02A04' }, prestatie, [['TR338', '9338']]);
  });
});

describe('TR341', () => {
  const fout = [['TR341', '9341']] as const;
  const minuten: WMO323.Prestatie = { ...prestatie, Eenheid: '01', GeleverdVolume: 600, ProductTarief: 100 };
  const dagdelen: WMO323.Prestatie = { ...prestatie, Eenheid: '16' };
  const perDagdeel = metContract({ ...contractproduct, eenheid: '16', tarieven: [] });
  const perUur = metContract({ ...contractproduct, tarieven: [] });

  it('voldoet: de eenheid van de toewijzing, of minuten op uren', () => {
    verwacht({}, prestatie);
    verwacht({}, minuten);
    verwacht({ eenheid: '16' }, dagdelen);
  });

  it('voldoet: met Omvang telt het contract niet', () => {
    verwacht({}, prestatie, [], perDagdeel);
  });

  it('voldoet: zonder Omvang de eenheid van het contract', () => {
    verwacht(VOOR_CATEGORIE, dagdelen, [], perDagdeel);
    verwacht(VOOR_ALLES, prestatie, [], perUur);
  });

  it('breekt alleen TR341: een andere eenheid dan de toewijzing, voor debet en credit', () => {
    verwacht({}, dagdelen, fout);
    verwacht({ eenheid: '01' }, prestatie, fout);
    verwacht({ eenheid: '01' }, CREDIT, fout);
    verwacht({ eenheid: '84' }, { ...prestatie, Eenheid: '82' }, fout);
    verwacht({}, { ...dagdelen, GeleverdVolume: 9_999, IngediendBedrag: { Bedrag: 59_994_000, DebetCredit: 'D' } },
      fout);
  });

  it('breekt alleen TR341: zonder Omvang een andere eenheid dan het contract, ook minuten bij uren', () => {
    verwacht(VOOR_CATEGORIE, prestatie, fout, perDagdeel);
    verwacht(VOOR_ALLES, dagdelen, fout, perUur);
    verwacht(VOOR_CATEGORIE, minuten, fout, perUur);
  });

  it('niet van toepassing: zonder Omvang als het contract niets zegt, of zonder eigen toewijzing', () => {
    verwacht(VOOR_CATEGORIE, dagdelen);
    verwacht(VOOR_CATEGORIE, dagdelen, [], metContract({ ...contractproduct, eenheid: undefined, tarieven: [] }));
    verwacht(VOOR_CATEGORIE, dagdelen, [['TR381', 'S329']], metContract({ ...contractproduct, code: '02A04' }));
    verwacht({ bsn: ANDER_BSN }, dagdelen, [['TR304', '8187']]);
    verwacht({ aanbieder: '65656056' }, dagdelen, [['TR338', '9338']]);
  });
});
