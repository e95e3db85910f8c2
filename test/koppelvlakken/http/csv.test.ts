import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alsCel, alsRecord, wilCsv } from '../../../src/koppelvlakken/http/csv.js';

/** Reads one record by RFC 4180. */
function lees(record: string): string[] {
  const cellen: string[] = [];
  const patroon = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n$)/gy;
  for (let deel = patroon.exec(record); deel !== null; deel = patroon.exec(record)) {
    cellen.push(deel[1] === undefined ? deel[2] ?? '' : deel[1].replaceAll('""', '"'));
    if (deel[3] !== ',') break;
  }
  expect(patroon.lastIndex).toBe(record.length);
  return cellen;
}

describe('een cel', () => {
  it.each([
    ['gewoon', 'gewoon'], ['a,b', '"a,b"'], ['zeg "ja"', '"zeg ""ja"""'], ['twee\r\nregels', '"twee\r\nregels"'], ['', ''],
    ['=1+1', `"'=1+1"`], ['+31', `"'+31"`], ['-2', `"'-2"`], ['@som', `"'@som"`], ['\t=1', `"'\t=1"`], ['a=1', 'a=1'],
  ])('%j', (tekst, cel) => {
    expect(alsCel(tekst)).toBe(cel);
  });

  it('een getal blijft een getal, ook onder nul; niets is een lege cel', () => {
    expect(alsRecord([-4800, 0, 12.5, undefined])).toBe('-4800,0,12.5,\r\n');
  });

  it('elke tekst komt terug zoals zij was, en begint nooit als formule', () => {
    const tekst = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '"', ',', '\r', '\n', '\t', 'a', "'") }));
    fc.assert(fc.property(fc.array(tekst, { minLength: 1, maxLength: 5 }), (cellen) => {
      const gelezen = lees(alsRecord(cellen));
      expect(gelezen.filter((cel) => /^[=+\-@]/.test(cel))).toEqual([]);
      expect(gelezen.map((cel, i) => (cel === cellen[i] ? cel : cel.slice(1)))).toEqual(cellen);
    }));
  });
});

describe('Accept', () => {
  it.each<[string | undefined, boolean]>([
    [undefined, false], ['*/*', false], ['application/json', false], ['text/csv', true], ['TEXT/CSV; charset=utf-8', true],
    ['text/csv, */*;q=0.1', true], ['application/json, text/csv', false], ['text/csv, application/json', true],
    ['application/json;q=0.5, text/csv;q=0.9', true], ['application/json, text/csv;q=0.9', false], ['text/csv;q=0', false], ['text/*', false],
  ])('%s', (accept, verwacht) => {
    expect(wilCsv(accept)).toBe(verwacht);
  });
});
