import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Berichtsoort } from '../../../src/standaard/berichten/berichtsoorten.js';
import type { Berichten, WMO301 } from '../../../src/standaard/berichten/gegenereerd/index.js';
import { conflicterend, conflicterendMetEerdere, type Productperiode } from '../../../src/standaard/regels/overlap.js';
import { niveau2Van } from '../../hulp/bevindingen.js';
import { aangevraagdProduct, met301, met315, met317, toegewezenProduct } from '../../hulp/variaties.js';
import { conflict, dagNul, datumsVan, geval, metEerdere, type Geval } from './overlapOrakel.js';

interface Genummerd extends Productperiode { readonly nummer: number }

function alsPerioden(nul: string, gevallen: readonly Geval[]): Genummerd[] {
  return gevallen.map((een, nummer) => ({ nummer, product: een.product, ...datumsVan(nul, een) }));
}

function nummers(perioden: Iterable<Genummerd>): number[] {
  return [...perioden].map(({ nummer }) => nummer);
}

const lijst = fc.array(geval, { maxLength: 14 });
const RUNS = { numRuns: 1000 };

describe('conflicterendMetEerdere', () => {
  it('geeft wat paarsgewijs en per dag gelezen een eerdere raakt, in volgorde van de lijst', () => {
    fc.assert(fc.property(dagNul, lijst, (nul, gevallen) => {
      expect(nummers(conflicterendMetEerdere(alsPerioden(nul, gevallen)))).toEqual(metEerdere(gevallen));
    }), RUNS);
  });
});

describe('conflicterend', () => {
  it('geeft beide kanten van elk conflict, elk een keer en in volgorde van de lijst', () => {
    fc.assert(fc.property(dagNul, lijst, (nul, gevallen) => {
      const verwacht = gevallen.flatMap((een, i) =>
        gevallen.some((ander, j) => i !== j && conflict(een, ander)) ? [i] : []);
      expect(nummers(conflicterend(alsPerioden(nul, gevallen)))).toEqual(verwacht);
    }), RUNS);
  });

  it('vergelijkt wat niet onderling telt alleen met de andere', () => {
    const metKeuze = fc.array(fc.tuple(geval, fc.boolean()), { maxLength: 14 });
    fc.assert(fc.property(dagNul, metKeuze, (nul, paren) => {
      const verwacht = paren.flatMap(([een, onderling], i) => paren.some(([ander, ookOnderling], j) =>
        i !== j && (onderling || ookOnderling) && conflict(een, ander)) ? [i] : []);
      const perioden = alsPerioden(nul, paren.map(([een]) => een));
      expect(nummers(conflicterend(perioden, ({ nummer }) => paren[nummer]?.[1] === true))).toEqual(verwacht);
    }), RUNS);
  });

  it('houdt gelijke elementen uit elkaar en verandert de lijst niet', () => {
    const een: Productperiode = { product: { Categorie: '02' }, begin: '2026-01-01' };
    const tweemaal = Object.freeze([een, een]);
    expect(conflicterend(tweemaal)).toEqual([een, een]);
  });
});

/** The positions (from 0) of the occurrences that break a rule. */
function brekers<B extends Berichtsoort>(regel: string, soort: B, bericht: Berichten[B]): number[] {
  return niveau2Van(soort, bericht).filter((gevonden) => gevonden.regel === regel)
    .map(({ pad }) => Number(/\[(\d+)\]\/Product$/.exec(pad)?.[1]) - 1);
}

function metProduct({ product }: Geval) {
  return product === undefined ? {} : { Product: product };
}

describe('TR302', () => {
  it('is de paarsgewijze lezing zonder de verwijderde toewijzingen', () => {
    type Reden = WMO301.ToegewezenProduct['RedenWijziging'];
    const reden = fc.constantFrom<Reden>(undefined, '01', '13', '05');
    const metReden = fc.array(fc.tuple(geval, reden), { minLength: 1, maxLength: 14 });
    fc.assert(fc.property(dagNul, metReden, (nul, paren) => {
      const bericht = met301({ ToegewezenProducten: paren.map(([een, RedenWijziging], i) => {
        const { begin, eind } = datumsVan(nul, een);
        const { ToewijzingNummer, Toewijzingsdatum, Toewijzingstijd } = toegewezenProduct;
        return {
          ToewijzingNummer: ToewijzingNummer + i, ...metProduct(een), Toewijzingsdatum, Toewijzingstijd,
          Ingangsdatum: begin, ...(eind === undefined ? {} : { Einddatum: eind }),
          ...(RedenWijziging === undefined ? {} : { RedenWijziging }),
        };
      }) });
      const blijft = paren.flatMap(([een, waarom], i) =>
        een.van === een.tot && (waarom === '01' || waarom === '13') ? [] : [{ een, i }]);
      expect(brekers('TR302', 'WMO301', bericht)).toEqual(
        metEerdere(blijft.map(({ een }) => een)).map((plaats) => blijft[plaats]?.i));
    }), RUNS);
  });
});

describe('TR386', () => {
  it('is de paarsgewijze lezing', () => {
    fc.assert(fc.property(dagNul, fc.array(geval, { minLength: 1, maxLength: 14 }), (nul, gevallen) => {
      const bericht = met315({ AangevraagdeProducten: gevallen.map((een, i) => {
        const { begin, eind } = datumsVan(nul, een);
        return {
          ReferentieAanbieder: `REF-${i}`, ...metProduct(een), ToewijzingIngangsdatum: begin,
          ...(eind === undefined ? {} : { ToewijzingEinddatum: eind }), Verwijzer: aangevraagdProduct.Verwijzer,
        };
      }) });
      expect(brekers('TR386', 'WMO315', bericht)).toEqual(metEerdere(gevallen));
    }), RUNS);
  });
});

describe('TR410', () => {
  it('is de paarsgewijze lezing', () => {
    fc.assert(fc.property(dagNul, fc.array(geval, { minLength: 1, maxLength: 14 }), (nul, gevallen) => {
      const bericht = met317({ NieuweProducten: gevallen.map((een) => {
        const { begin, eind } = datumsVan(nul, een);
        return { ...metProduct(een), GewensteIngangsdatum: begin, ...(eind === undefined ? {} : { Einddatum: eind }) };
      }) });
      expect(brekers('TR410', 'WMO317', bericht)).toEqual(metEerdere(gevallen));
    }), RUNS);
  });
});
