import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALLE_BERICHTSOORTEN } from '../../../src/standaard/berichten/berichtsoorten.js';
import { isKlasse } from '../../../src/standaard/berichten/structuur.js';
import { leesBericht } from '../../../src/standaard/xml/lezen.js';
import { controleerNiveau1, MAX_DIEPTE } from '../../../src/standaard/xml/niveau1.js';
import { schrijfBericht } from '../../../src/standaard/xml/schrijven.js';
import { schemas } from '../../hulp/schema.js';
import { elementenVan, isGedekt, RUNS, willekeurigBericht } from '../../hulp/willekeurig.js';

describe('willekeurige berichten', () => {
  it('hebben een generator voor elk patroon van de schema\'s', () => {
    const patronen = ALLE_BERICHTSOORTEN.flatMap(elementenVan)
      .flatMap(({ element }) => (isKlasse(element) ? [] : element.waarde.patronen ?? []));
    expect(patronen.length).toBeGreaterThan(0);
    expect([...new Set(patronen)].filter((patroon) => !isGedekt(patroon))).toEqual([]);
  });

  it('zijn hooguit 10 diep, ver onder de toegestane diepte', () => {
    const diepte = Math.max(...ALLE_BERICHTSOORTEN.flatMap(elementenVan).map(({ namen }) => namen.length));
    expect(diepte).toBeLessThanOrEqual(10);
    expect(diepte).toBeLessThan(MAX_DIEPTE);
  });

  it.each(ALLE_BERICHTSOORTEN)('%s: schrijven, controleren en lezen geeft hetzelfde bericht', (soort) => {
    fc.assert(fc.property(willekeurigBericht(soort), (bericht) => {
      const bytes = schrijfBericht(soort, bericht);
      const { BerichtIdentificatie, Afzender, Ontvanger } = bericht.Header;
      // A WMO325 names its claim in an element of its own.
      const claim = 'DeclaratieIdentificatie' in bericht.Header ? bericht.Header.DeclaratieIdentificatie : undefined;
      const beantwoordt = claim === undefined ? {} : { beantwoordt: { identificatie: claim.Identificatie, dagtekening: claim.Dagtekening } };
      expect(controleerNiveau1(bytes, schemas())).toEqual({ geldig: true, berichtsoort: soort, kop: {
        afzender: Afzender, ontvanger: Ontvanger,
        identificatie: BerichtIdentificatie.Identificatie, dagtekening: BerichtIdentificatie.Dagtekening, ...beantwoordt } });
      expect(leesBericht(soort, bytes)).toStrictEqual(bericht);
    }), { numRuns: RUNS });
  });
});
