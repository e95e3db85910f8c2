import { describe, expect, it } from 'vitest';
import { ALLE_BERICHTSOORTEN, BERICHTSOORTEN } from '../../../../src/standaard/berichten/berichtsoorten.js';
import type { Berichten } from '../../../../src/standaard/berichten/gegenereerd/index.js';
import { REGELS } from '../../../../src/standaard/regels/berichten/index.js';
import { CS015 } from '../../../../src/standaard/regels/niveau2/CS015.js';
import { CS025 } from '../../../../src/standaard/regels/niveau2/CS025.js';
import { CS319 } from '../../../../src/standaard/regels/niveau2/CS319.js';
import { niveau2Van } from '../../../hulp/bevindingen.js';
import { gevonden } from '../../../hulp/niveau2.js';
import { isSchemaGeldig } from '../../../hulp/schema.js';
import { met323, met325 } from '../../../hulp/variaties.js';
import { VOORBEELDEN } from '../../../hulp/voorbeelden.js';

type Soort = keyof typeof VOORBEELDEN;
const SOORTEN = Object.keys(VOORBEELDEN) as readonly Soort[];

interface Versie { readonly BerichtVersie?: number; readonly BerichtSubversie?: number }
function metHeader<B extends Soort>(soort: B, velden: Versie) {
  const bericht = VOORBEELDEN[soort] as Berichten[B];
  return { ...bericht, Header: { ...bericht.Header, ...velden } };
}

describe.each([
  ['CS015', CS015, 'BerichtSubversie', 2],
  ['CS025', CS025, 'BerichtVersie', 3],
] as const)('%s', (code, regel, element, waarde) => {
  it.each(SOORTEN)(`voldoet: ${element} ${waarde} in een %s`, (soort) => {
    expect(gevonden(soort, metHeader(soort, { [element]: waarde }))).toEqual([]);
  });
  it.each(SOORTEN)(`breekt alleen ${code}, en dat al in het schema: een andere ${element} in een %s`, (soort) => {
    for (const andere of [waarde - 1, waarde + 1]) {
      const bericht = metHeader(soort, { [element]: andere });
      expect(isSchemaGeldig(soort, bericht)).toBe(false);
      expect(niveau2Van(soort, bericht)).toEqual([]);
    }
  });
  it('niet van toepassing: op retourberichten', () => {
    const soorten = ALLE_BERICHTSOORTEN.filter((soort) => REGELS[soort].niveau2.includes(regel));
    expect(soorten).toEqual(ALLE_BERICHTSOORTEN.filter((soort) => !BERICHTSOORTEN[soort].retour));
  });
  it('heeft geen retourcode, want het schema weigert het bericht', () => {
    expect(regel).toMatchObject({ code, retourcode: undefined, afgedwongenDoorXsd: true });
    expect(regel.plekken.map((plek) => `${plek.bericht}/${plek.klasse}/${plek.element ?? ''}`))
      .toEqual(SOORTEN.map((soort) => `${soort}/Header/${element}`));
  });
});

describe('CS319', () => {
  it.each(['A', '0', 'Dn20260001'])('voldoet: DeclaratieNummer %s', (DeclaratieNummer) => {
    expect(gevonden('WMO323', met323({ DeclaratieNummer }))).toEqual([]);
  });
  it.each(['DN-0001', 'DN 0001', 'DÉ0001', 'DN.1'])(
    'breekt alleen CS319, en dat al in het schema: DeclaratieNummer %s', (DeclaratieNummer) => {
      const bericht = met323({ DeclaratieNummer });
      expect(isSchemaGeldig('WMO323', bericht)).toBe(false);
      expect(niveau2Van('WMO323', bericht)).toEqual([]);
    });
  it('niet van toepassing: DeclaratieNummer in een WMO325', () => {
    expect(gevonden('WMO325', met325({ DeclaratieNummer: 'DN-0001' }))).toEqual([]);
  });
  it('staat in de lijst van de WMO323, zonder retourcode', () => {
    expect(REGELS.WMO323.niveau2).toContain(CS319);
    expect(CS319).toMatchObject({ code: 'CS319', retourcode: undefined, afgedwongenDoorXsd: true });
    expect(CS319.plekken.map((plek) => `${plek.bericht}/${plek.klasse}/${plek.element ?? ''}`))
      .toEqual(['WMO323/Declaratie/DeclaratieNummer']);
  });
});
