import { describe, it } from 'vitest';
import type { WMO323 } from '../../../../src/standaard/berichten/gegenereerd/index.js';
import type { Toewijzing } from '../../../../src/standaard/regels/dossier.js';
import { creditOp, debet, declaratieOver, metDebetten } from '../../../hulp/debetten.js';
import { dossierVoor, metToewijzingen, toewijzing } from '../../../hulp/dossiers.js';
import { verwachtNiveau34 } from '../../../hulp/niveau34.js';
import { declaratieVan, prestatie } from '../../../hulp/variaties.js';
import { ANDER_BSN } from '../../../hulp/voorbeelden.js';

const PAD = '/Declaratie/Clienten/Client[1]/Prestaties/Prestatie[1]';
/** Per month, so that what lies outside the allocation has room and only its place counts. */
const PER_MAAND = { frequentie: '4', volume: 10 };

function over(Begindatum: string, Einddatum: string, een: WMO323.Prestatie = prestatie): WMO323.Prestatie {
  return { ...een, ProductPeriode: { Begindatum, Einddatum } };
}

/** A credit that says it is about this period. */
const credit = (begin: string, eind: string) => over(begin, eind, creditOp(debet('OUD0001')));

/**
 * Asserts what is found in a claim, over December 2027, of one Prestatie on an allocation (the example, parts
 * replaced).
 */
function verwacht(
  deel: Partial<Toewijzing>, een: WMO323.Prestatie, ...regels: readonly (readonly [regel: string, code: string])[]
): void {
  const eerder = { ...metDebetten(debet('OUD0001')), gedeclareerd: new Map(), openDebetten: new Map() };
  verwachtNiveau34('WMO323', declaratieOver('2027-12', declaratieVan(een)),
    dossierVoor('WMO323', { ...eerder, ...metToewijzingen({ ...toewijzing, ...PER_MAAND, ...deel }) }),
    ...regels.map(([regel, code]) => [regel, code, 'Prestatie', PAD] as const));
}

const ANDERE_CLIENT = { bsn: ANDER_BSN };
const TR304 = ['TR304', '8187'] as const;
const TR307 = ['TR307', '9307'] as const;
const TR308 = ['TR308', '9308'] as const;
const TR387 = ['TR387', '9387'] as const;
const TR388 = ['TR388', '9388'] as const;

describe('TR307', () => {
  it('voldoet: begint op of na de Ingangsdatum', () => {
    verwacht({ ingangsdatum: '2026-03-01' }, over('2026-03-01', '2026-03-31'));
    verwacht({ ingangsdatum: '2026-03-01' }, over('2026-04-01', '2026-04-30'));
    verwacht({ ingangsdatum: '2026-03-17' }, over('2026-03-17', '2026-03-31'));
  });

  it('breekt alleen TR307: in een maand voor die van de Ingangsdatum, voor debet en credit', () => {
    for (const ingangsdatum of ['2026-04-01', '2026-04-02', '2027-03-01']) {
      verwacht({ ingangsdatum, einddatum: '2027-12-31' }, over('2026-03-01', '2026-03-31'), TR307);
      verwacht({ ingangsdatum, einddatum: '2027-12-31' }, credit('2026-03-01', '2026-03-31'), TR307);
    }
  });

  it('breekt ook TR387 als de toewijzing in dezelfde maand begint', () => {
    verwacht({ ingangsdatum: '2026-03-02' }, over('2026-03-01', '2026-03-31'), TR307, TR387);
  });

  it('niet van toepassing: geen eigen toewijzing', () => {
    verwacht({ ...ANDERE_CLIENT, ingangsdatum: '2026-04-01' }, over('2026-03-01', '2026-03-31'), TR304);
    verwacht({ aanbieder: '65656056', ingangsdatum: '2026-04-01' }, over('2026-03-01', '2026-03-31'),
      ['TR338', '9338']);
  });
});

describe('TR308', () => {
  it('voldoet: eindigt op of voor de Einddatum', () => {
    verwacht({ einddatum: '2026-03-31' }, over('2026-03-01', '2026-03-31'));
    verwacht({ einddatum: '2026-03-17' }, over('2026-03-01', '2026-03-17'));
    verwacht({ einddatum: '2026-04-01' }, over('2026-03-01', '2026-03-31'));
  });

  it('breekt alleen TR308: in een maand na die van de Einddatum, voor debet en credit', () => {
    for (const einddatum of ['2026-03-31', '2026-03-02']) {
      verwacht({ einddatum }, over('2026-04-01', '2026-04-30'), TR308);
      verwacht({ einddatum }, over('2027-03-01', '2027-03-31'), TR308);
      verwacht({ einddatum }, credit('2026-04-01', '2026-04-30'), TR308);
    }
  });

  it('breekt ook TR388 als de toewijzing in dezelfde maand eindigt', () => {
    verwacht({ einddatum: '2026-03-30' }, over('2026-03-01', '2026-03-31'), TR308, TR388);
  });

  it('niet van toepassing: de toewijzing heeft geen Einddatum, of er is geen eigen toewijzing', () => {
    verwacht({ einddatum: undefined }, over('2027-12-01', '2027-12-31'));
    verwacht({ ...ANDERE_CLIENT, einddatum: '2026-03-31' }, over('2026-04-01', '2026-04-30'), TR304);
    verwacht({ aanbieder: '65656056', einddatum: '2026-03-31' }, over('2026-04-01', '2026-04-30'), ['TR338', '9338']);
  });
});

describe('TR387', () => {
  it('voldoet: begint op de eerste van de maand, of op de Ingangsdatum in de maand daarvan', () => {
    verwacht({ ingangsdatum: '2026-02-15' }, over('2026-03-01', '2026-03-31'));
    verwacht({ ingangsdatum: '2026-03-01' }, over('2026-03-01', '2026-03-31'));
    verwacht({ ingangsdatum: '2026-03-02' }, over('2026-03-02', '2026-03-31'));
    verwacht({ ingangsdatum: '2026-03-31' }, over('2026-03-31', '2026-03-31'));
    verwacht({ ingangsdatum: '2025-03-15' }, over('2026-03-01', '2026-03-31'));
  });

  it('breekt alleen TR387: begint op een andere dag, voor debet en credit', () => {
    for (const ingangsdatum of ['2026-03-01', '2026-02-02', '2025-03-02']) {
      verwacht({ ingangsdatum }, over('2026-03-02', '2026-03-31'), TR387);
      verwacht({ ingangsdatum }, credit('2026-03-02', '2026-03-31'), TR387);
    }
    verwacht({ ingangsdatum: '2026-03-02' }, over('2026-03-03', '2026-03-31'), TR387);
    verwacht({ ingangsdatum: '2026-03-02' }, over('2026-04-02', '2026-04-30'), TR387);
  });

  it('niet van toepassing: geen eigen toewijzing', () => {
    verwacht(ANDERE_CLIENT, over('2026-03-02', '2026-03-31'), TR304);
    verwacht({ aanbieder: '65656056' }, over('2026-03-02', '2026-03-31'), ['TR338', '9338']);
  });
});

describe('TR388', () => {
  it('voldoet: eindigt op de laatste van de maand, of op de Einddatum in de maand daarvan', () => {
    verwacht({}, over('2026-03-01', '2026-03-31'));
    verwacht({ einddatum: undefined }, over('2026-04-01', '2026-04-30'));
    verwacht({ einddatum: '2026-03-30' }, over('2026-03-01', '2026-03-30'));
    verwacht({ einddatum: '2026-03-01' }, over('2026-03-01', '2026-03-01'));
    verwacht({ einddatum: '2027-03-15' }, over('2026-03-01', '2026-03-31'));
    verwacht({ ingangsdatum: '2024-01-01' }, over('2024-02-01', '2024-02-29'));
    verwacht({ ingangsdatum: '2024-01-01' }, over('2025-02-01', '2025-02-28'));
  });

  it('breekt alleen TR388: eindigt op een andere dag, voor debet en credit', () => {
    for (const einddatum of [undefined, '2026-03-31', '2026-04-30', '2027-03-30']) {
      verwacht({ einddatum }, over('2026-03-01', '2026-03-30'), TR388);
      verwacht({ einddatum }, credit('2026-03-01', '2026-03-30'), TR388);
    }
    verwacht({ einddatum: '2026-03-30' }, over('2026-03-01', '2026-03-29'), TR388);
    verwacht({ ingangsdatum: '2024-01-01' }, over('2024-02-01', '2024-02-28'), TR388);
  });

  it('niet van toepassing: geen eigen toewijzing', () => {
    verwacht(ANDERE_CLIENT, over('2026-03-01', '2026-03-30'), TR304);
    verwacht({ aanbieder: '65656056' }, over('2026-03-01', '2026-03-30'), ['TR338', '9338']);
  });
});

describe('TR319', () => {
  const RUIM = metToewijzingen({ ...toewijzing, ingangsdatum: '2025-01-01' });
  const TR319 = ['TR319', '9319'] as const;
  const op = (
    maand: string, een: WMO323.Prestatie, toewijzingen: ReturnType<typeof metToewijzingen>,
    ...regels: readonly (readonly [regel: string, code: string])[]
  ) => {
    const dossier = { ...metDebetten(debet('OUD0001')), openDebetten: new Map(), ...toewijzingen };
    verwachtNiveau34('WMO323', declaratieOver(maand, declaratieVan(een)), dossierVoor('WMO323', dossier),
      ...regels.map(([regel, code]) => [regel, code, 'Prestatie', PAD] as const));
  };

  it('voldoet: in de maand van de declaratie of een eerdere, ook als die niet is gedeclareerd', () => {
    op('2026-03', over('2026-03-01', '2026-03-31'), RUIM);
    op('2026-03', over('2026-02-01', '2026-02-28'), RUIM);
    op('2026-03', over('2025-11-01', '2025-11-30'), RUIM);
  });

  it('breekt alleen TR319: na de maand van de declaratie, voor debet en credit', () => {
    op('2026-02', over('2026-03-01', '2026-03-31'), RUIM, TR319);
    op('2025-12', over('2026-01-01', '2026-01-31'), RUIM, TR319);
    op('2026-02', credit('2026-03-01', '2026-03-31'), RUIM, TR319);
  });

  it('niet van toepassing: de toewijzing doet er niet toe', () => {
    op('2026-03', over('2026-03-01', '2026-03-31'), metToewijzingen(), ['TR338', '9338']);
    op('2026-02', over('2026-03-01', '2026-03-31'), metToewijzingen(), TR319, ['TR338', '9338']);
  });
});
