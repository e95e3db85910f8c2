import { fileURLToPath } from 'node:url';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ALLE_BERICHTSOORTEN, BERICHTSOORTEN } from '../../../src/standaard/berichten/berichtsoorten.js';
import { SCHEMAS, basis } from '../../../src/standaard/berichten/gegenereerd/index.js';
import { isKlasse, type Element, type Waardetype } from '../../../src/standaard/berichten/structuur.js';
import { CODELIJSTEN, codelijstVan, label } from '../../../src/standaard/codelijsten/index.js';
import { codelijst } from '../../../src/standaard/codelijsten/codelijst.js';

const isWaardetype = (x: unknown): x is Waardetype => typeof x === 'object' && x !== null && 'basis' in x;
const typenMetCodes = Object.values(basis).filter(isWaardetype).filter((type) => type.waarden !== undefined);

describe('codelijsten', () => {
  it.each(typenMetCodes.map((type) => [type.naam, type] as const))('%s: het schema en de lijst kennen dezelfde codes', (naam, type) => {
    expect([...(codelijstVan(naam)?.codes.keys() ?? [])].sort()).toEqual([...(type.waarden ?? [])].sort());
  });

  it('elke lijst hoort bij een type met codes, op BerichtCode na, die het schema per bericht vastlegt', () => {
    const bekend = new Set(typenMetCodes.map((type) => type.naam));
    expect(CODELIJSTEN.filter((lijst) => !bekend.has(lijst.ldt)).map((lijst) => lijst.ldt)).toEqual(['LDT_BerichtCode']);
  });

  it('elk type en elke bron komt een keer voor', () => {
    expect(new Set(CODELIJSTEN.map((lijst) => lijst.ldt)).size).toBe(CODELIJSTEN.length);
    expect(new Set(CODELIJSTEN.map((lijst) => lijst.bron)).size).toBe(CODELIJSTEN.length);
  });

  it('BerichtCode: de codes zijn die van de schema\'s en van de tabel met berichtsoorten', () => {
    const zoek = (element: Element): string[] => {
      if (isKlasse(element)) return element.elementen.flatMap(zoek);
      return element.naam === 'BerichtCode' ? [...(element.waarde.patronen ?? [])] : [];
    };
    const inSchema = ALLE_BERICHTSOORTEN.flatMap((soort) => zoek(SCHEMAS[soort].structuur));
    const lijst = [...(codelijstVan('LDT_BerichtCode')?.codes.keys() ?? [])];
    expect(inSchema.sort()).toEqual([...lijst].sort());
    expect(ALLE_BERICHTSOORTEN.map((soort) => BERICHTSOORTEN[soort].code).sort()).toEqual([...lijst].sort());
  });

  it('elk label zegt iets en is uniek binnen zijn lijst', () => {
    for (const lijst of CODELIJSTEN) {
      const labels = [...lijst.codes.values()];
      expect(labels.filter((tekst) => tekst.trim() === '' || lijst.codes.has(tekst)), lijst.bron).toEqual([]);
      expect(new Set(labels).size, lijst.bron).toBe(labels.length);
    }
  });

  it('weigert een lijst die een code twee keer noemt', () => {
    expect(() => codelijst('X', 'X', 'LDT_JaNee', [['1', 'a'], ['1', 'b']])).toThrow(/twee keer/);
  });
});

describe('label', () => {
  it('geeft de betekenis van een code bij zijn type', () => {
    expect(label('LDT_Eenheid', '01')).toBe('minuut');
    expect(label('LDT_ProductCategorie', '01')).toBe('huishoudelijke hulp');
    expect(label('LDT_LandCode', 'BE')).toBe('België');
    expect(label('LDT_Gemeente', '0363')).toBe('Amsterdam');
  });

  it('geeft niets bij een onbekende code, een type zonder lijst of een geërfde naam', () => {
    expect(label('LDT_Eenheid', '99')).toBeUndefined();
    expect(label('LDT_Naam', '1')).toBeUndefined();
    expect(label('LDT_Eenheid', 'constructor')).toBeUndefined();
    expect(label('LDT_Gemeente', '0000')).toBeUndefined();
  });
});

const NASLAG = fileURLToPath(new URL('../../../../shared/reference/iwmo-3.2/regels/codelijsten.yaml', import.meta.url));
interface Naslaglijst { datatype: string; codes?: Record<string, string> | { code: string }[] }

describe.skipIf(!existsSync(NASLAG))(`naslag ${NASLAG} (overgeslagen als de map er niet is)`, () => {
  it('bevat dezelfde lijsten, types en codes', () => {
    const { codelijsten } = parse(readFileSync(NASLAG, 'utf8')) as { codelijsten: Record<string, Naslaglijst> };
    const verwacht = Object.entries(codelijsten).flatMap(([naam, { datatype, codes }]) => {
      if (codes === undefined || naam === 'BerichtCode') return [];
      const lijst = Array.isArray(codes) ? codes.map(({ code }) => code) : Object.keys(codes);
      return [[naam, datatype, lijst.sort()]];
    });
    const gevonden = CODELIJSTEN.filter(({ bron }) => !['COD002-VEKTIS', 'COD032'].includes(bron))
      .map(({ bron, ldt, codes }) => [bron, ldt, [...codes.keys()].sort()]);
    expect(gevonden.sort()).toEqual(verwacht.sort());
  });
});
