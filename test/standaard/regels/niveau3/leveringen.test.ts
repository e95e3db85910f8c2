/** TR326, TR382 and TR413 to TR415 against a replay of whatever was delivered before. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Berichtsoort } from '../../../../src/standaard/berichten/berichtsoorten.js';
import type { Berichten } from '../../../../src/standaard/berichten/gegenereerd/index.js';
import { LEEG_DOSSIER, type Dossier } from '../../../../src/standaard/regels/dossier.js';
import { niveau34Van } from '../../../hulp/niveau34.js';
import { met305, met307 } from '../../../hulp/variaties.js';
import {
  actieveStarts, actieveStops, brekersStop, brekersTR326, brekersTR382, dagVan, naarStart, naarStop, starts, stops,
  STOPTOETSEN,
} from '../leveringenOrakel.js';

const eerdereStarts = fc.array(starts, { maxLength: 4 }).map(actieveStarts);
const eerdereStops = fc.array(stops, { maxLength: 4 }).map(actieveStops);
const RUNS = { numRuns: 1500 };

/** The positions (from 0) of the products that break a rule. */
function brekers<B extends Berichtsoort>(
  code: string, soort: B, bericht: Berichten[B], dossier: Partial<Dossier>,
): number[] {
  return niveau34Van(soort, bericht, { ...LEEG_DOSSIER, ...dossier }).filter(({ regel }) => regel === code)
    .map(({ pad }) => Number(/\[(\d+)\]$/.exec(pad)?.[1]) - 1);
}

describe('TR326', () => {
  it('is het naspelen van alle starts, met de stops die er zijn', () => {
    fc.assert(fc.property(eerdereStarts, eerdereStops, starts, (gestart, gestopt, StartProducten) => {
      const dossier = { starts: gestart.map(naarStart), stops: gestopt.map(naarStop) };
      expect(brekers('TR326', 'WMO305', met305({ StartProducten }), dossier))
        .toEqual(brekersTR326(gestart, gestopt, StartProducten));
    }), RUNS);
  });
});

describe('TR382', () => {
  it('is het naspelen van alle starts', () => {
    fc.assert(fc.property(eerdereStarts, stops, (gestart, StopProducten) => {
      expect(brekers('TR382', 'WMO307', met307({ StopProducten }), { starts: gestart.map(naarStart) }))
        .toEqual(brekersTR382(gestart, dagVan, StopProducten));
    }), RUNS);
  });
});

describe.each(Object.entries(STOPTOETSEN))('%s', (code, toets) => {
  it('is het naspelen van alle stops', () => {
    fc.assert(fc.property(eerdereStops, stops, (gestopt, StopProducten) => {
      expect(brekers(code, 'WMO307', met307({ StopProducten }), { stops: gestopt.map(naarStop) }))
        .toEqual(brekersStop(toets, gestopt, dagVan, StopProducten));
    }), RUNS);
  });
});
