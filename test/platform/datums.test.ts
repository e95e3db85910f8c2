/** Schema dates to PostgreSQL and back. That PostgreSQL itself agrees is in test/integratie/grensgevallen.test.ts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datumNaarSql, datumUitSql } from '../../src/platform/database.js';
import { LDT_Datum } from '../../src/standaard/berichten/gegenereerd/basis.js';
import { vergelijk } from '../../src/standaard/datum.js';
import { alsInRegister } from '../../src/standaard/regels/dossier.js';
import { willekeurigeWaarde } from '../hulp/willekeurig.js';

const datum = fc.oneof(
  willekeurigeWaarde(LDT_Datum) as fc.Arbitrary<string>,
  fc.constantFrom(
    '-0001-12-31', '-0004-02-29', '-4712-01-01', '-4713-12-31', '-5000-01-01', '-99999999999999999999-06-15',
    '0001-01-01', '9999-12-31', '10000-01-01', '5874897-12-31', '5874898-01-01', '99999999999999999999-06-15'));

describe('datums in de database', () => {
  it.each([
    ['2026-03-01', '2026-03-01'], ['0001-01-01', '0001-01-01'], ['12025-07-31', '12025-07-31'],
    ['5874897-12-31', '5874897-12-31'],
    ['-0001-12-31', '0002-12-31 BC'], ['-0004-02-29', '0005-02-29 BC'], ['-4712-01-01', '4713-01-01 BC'],
  ])('%s is %s, en terug', (schema, sql) => {
    expect(datumNaarSql(schema)).toBe(sql);
    expect(datumUitSql(sql)).toBe(schema);
  });

  it('jaar nul, dat alleen door rekenen ontstaat, past ertussen', () => {
    expect(datumNaarSql('0000-02-29')).toBe('0001-02-29 BC');
    expect(datumUitSql('0001-02-29 BC')).toBe('0000-02-29');
  });

  it('wat PostgreSQL niet kent, wordt de dag die ook de regels ervoor lezen', () => {
    fc.assert(fc.property(datum, (een) => {
      expect(datumUitSql(datumNaarSql(een))).toBe(alsInRegister(een));
    }), { numRuns: 1000 });
  });

  it('de volgorde blijft: nooit omgekeerd, en binnen het bereik precies', () => {
    fc.assert(fc.property(datum, datum, (een, ander) => {
      const [a, b] = [een, ander].map((d) => datumUitSql(datumNaarSql(d))) as [string, string];
      expect(vergelijk(a, b) * vergelijk(een, ander)).toBeGreaterThanOrEqual(0);
      if (a === een && b === ander) expect(Math.sign(vergelijk(a, b))).toBe(Math.sign(vergelijk(een, ander)));
    }), { numRuns: 1000 });
  });
});
