import { describe, expect, it } from 'vitest';
import type { Berichten } from '../../../../src/standaard/berichten/gegenereerd/index.js';
import { BERICHTSOORTEN, type Berichtsoort } from '../../../../src/standaard/berichten/berichtsoorten.js';
import type { Gemeentelijst } from '../../../../src/standaard/codelijsten/gemeenten.js';
import { contextVan } from '../../../../src/standaard/regels/beoordelen.js';
import type { Dossier, Toewijzing } from '../../../../src/standaard/regels/dossier.js';
import { gemeenteVolgens } from '../../../../src/standaard/regels/niveau4/TR378.js';
import type { Regel34 } from '../../../../src/standaard/regels/regel.js';
import type { Voorkomen } from '../../../../src/standaard/regels/voorkomens.js';
import { dossierVoor, metToewijzingen, toewijzing } from '../../../hulp/dossiers.js';
import { verwachtNiveau34 } from '../../../hulp/niveau34.js';
import {
  aangevraagdProduct, met301, met305, met315, startProduct, toegewezenProduct, zonder,
} from '../../../hulp/variaties.js';
import { ANDER_BSN, GEMEENTE, VOORBEELDEN } from '../../../hulp/voorbeelden.js';

type Soort = keyof typeof VOORBEELDEN;
const SOORTEN = Object.keys(VOORBEELDEN) as readonly Soort[];

/** The message with another code in the place of the gemeente. */
function vanGemeente<B extends Soort>(soort: B, code: string): Berichten[B] {
  const bericht = VOORBEELDEN[soort] as unknown as Berichten[B];
  const plaats = BERICHTSOORTEN[soort].afzender === 'gemeente' ? 'Afzender' : 'Ontvanger';
  return { ...bericht, Header: { ...bericht.Header, [plaats]: code } };
}

/** A WMO325 answers a claim at the same gemeente. */
function bijGemeente(soort: Soort, code: string): Dossier {
  return dossierVoor(soort, { declaratie: vanGemeente('WMO323', code) });
}

describe('TR378', () => {
  it.each(SOORTEN)('voldoet: de gemeente van een %s bestaat', (soort) => {
    verwachtNiveau34(soort, VOORBEELDEN[soort], dossierVoor(soort));
    verwachtNiveau34(soort, vanGemeente(soort, '0599'), bijGemeente(soort, '0599'));
  });

  it.each(SOORTEN)('breekt alleen TR378: de gemeente van een %s bestaat niet', (soort) => {
    verwachtNiveau34(soort, vanGemeente(soort, '9999'), bijGemeente(soort, '9999'),
      ['TR378', 'S300', 'Header', '/Header']);
  });

  it('niet van toepassing: de code van de aanbieder', () => {
    const { Header, ...rest } = VOORBEELDEN.WMO315;
    verwachtNiveau34('WMO315', { ...rest, Header: { ...Header, Afzender: '99999999' } }, dossierVoor('WMO315'));
  });
});

function lijst(jaar: number, ...codes: readonly string[]): Gemeentelijst {
  return {
    jaar, bron: 'test', geldigVanaf: `${jaar}-01-01`, geldigTotEnMet: `${jaar}-12-31`,
    provincies: { Utrecht: codes.map((code) => `${code} Voorbeeldstad`) } };
}

/** The gemeente of the examples, all dated 2026, was merged away after 2025. */
const OPGEHEVEN = gemeenteVolgens([lijst(2025, GEMEENTE), lijst(2026, '0599')]);
/** The other way around: it came to be in 2026. */
const ONTSTAAN = gemeenteVolgens([lijst(2025, '0599'), lijst(2026, GEMEENTE)]);

function voldoet<B extends Berichtsoort>(regel: Regel34, soort: B, bericht: Berichten[B], dossier: Dossier): boolean {
  const context = contextVan(soort, bericht);
  const headers = (context.klassen.get('Header') ?? []) as readonly Voorkomen<never>[];
  const nooit = () => false;
  return regel.plekken.filter((plek) => plek.bericht === soort)
    .every((plek) => [...plek.toets(headers, { ...context, dossier, faalt: nooit, faaltIets: nooit })].length === 0);
}

const vroeg: Toewijzing = { ...toewijzing, ingangsdatum: '2025-12-31' };

describe('TR378', () => {
  it.each(SOORTEN)('voldoet: de gemeente van een %s bestaat op de Dagtekening, al bestond zij eerder niet', (soort) => {
    const dossier = dossierVoor(soort, { ...metToewijzingen(vroeg), verzochteIngangsdatums: ['2025-01-01'] });
    expect(voldoet(ONTSTAAN, soort, VOORBEELDEN[soort], dossier)).toBe(true);
  });

  it.each(['WMO305', 'WMO307', 'WMO317', 'WMO323', 'WMO325'] as const)(
    'voldoet: een %s gaat over een toewijzing uit de tijd dat de gemeente er nog was', (soort) => {
      const ook = { ...toewijzing, nummer: 300202 };
      expect(voldoet(OPGEHEVEN, soort, VOORBEELDEN[soort], dossierVoor(soort, metToewijzingen(ook, vroeg)))).toBe(true);
      expect(voldoet(OPGEHEVEN, soort, VOORBEELDEN[soort], dossierVoor(soort))).toBe(false);
    });

  it.each<[wat: string, anders: Partial<Toewijzing>]>([
    ['staat niet in het bericht', { nummer: 300202 }], ['is van een andere aanbieder', { aanbieder: '65656056' }],
    ['is verwijderd', { redenWijziging: '13', einddatum: '2025-12-31' }],
  ])('breekt: de oude toewijzing %s', (_wat, anders) => {
    for (const soort of ['WMO305', 'WMO307', 'WMO317', 'WMO323', 'WMO325'] as const) {
      const dossier = dossierVoor(soort, metToewijzingen({ ...vroeg, ...anders }));
      expect(voldoet(OPGEHEVEN, soort, VOORBEELDEN[soort], dossier)).toBe(false);
    }
  });

  it('voldoet: bij een claim mag de toewijzing ook van een andere client zijn; dat is voor TR304', () => {
    const dossier = dossierVoor('WMO323', metToewijzingen({ ...vroeg, bsn: ANDER_BSN }));
    expect(voldoet(OPGEHEVEN, 'WMO323', VOORBEELDEN.WMO323, dossier)).toBe(true);
  });

  it('een van de datums in een WMO301 of WMO315 is genoeg', () => {
    const { Ingangsdatum, ...product } = toegewezenProduct;
    const toegewezen = (...datums: string[]) => met301({
      ToegewezenProducten: datums.map((datum, i) => ({ ...product, ToewijzingNummer: i, Ingangsdatum: datum })) });
    expect(voldoet(OPGEHEVEN, 'WMO301', toegewezen(Ingangsdatum, '2025-12-31'), dossierVoor('WMO301'))).toBe(true);
    expect(voldoet(OPGEHEVEN, 'WMO301', toegewezen(Ingangsdatum, '2026-01-01'), dossierVoor('WMO301'))).toBe(false);
    const gevraagd = (...datums: string[]) => met315({
      AangevraagdeProducten: datums.map((datum) => ({ ...aangevraagdProduct, ToewijzingIngangsdatum: datum })) });
    expect(voldoet(OPGEHEVEN, 'WMO315', gevraagd('2026-03-01', '2025-12-31'), dossierVoor('WMO315'))).toBe(true);
    expect(voldoet(OPGEHEVEN, 'WMO315', gevraagd('2026-03-01'), dossierVoor('WMO315'))).toBe(false);
  });

  it('een WMO319 kijkt naar het verzoek dat het beantwoordt', () => {
    const met = (...verzochteIngangsdatums: string[]) => dossierVoor('WMO319', { verzochteIngangsdatums });
    expect(voldoet(OPGEHEVEN, 'WMO319', VOORBEELDEN.WMO319, met('2026-03-01', '2025-12-31'))).toBe(true);
    expect(voldoet(OPGEHEVEN, 'WMO319', VOORBEELDEN.WMO319, met('2026-03-01'))).toBe(false);
    expect(voldoet(OPGEHEVEN, 'WMO319', VOORBEELDEN.WMO319, met())).toBe(false);
  });

  it('een start zonder ToewijzingNummer kent alleen de Dagtekening', () => {
    const bericht = met305({ StartProducten: [zonder(startProduct, 'ToewijzingNummer')] });
    expect(voldoet(OPGEHEVEN, 'WMO305', bericht, dossierVoor('WMO305', metToewijzingen(vroeg)))).toBe(false);
    expect(voldoet(ONTSTAAN, 'WMO305', bericht, dossierVoor('WMO305', metToewijzingen(vroeg)))).toBe(true);
  });
});
