/** Every WMO325 that is composed satisfies its schema and all rules that the aanbieder checks on it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WMO323, WMO325 } from '../../../src/standaard/berichten/gegenereerd/index.js';
import { stelAntwoordOp } from '../../../src/standaard/retour/retour.js';
import { niveau2Van } from '../../hulp/bevindingen.js';
import { dossierVoor } from '../../hulp/dossiers.js';
import { niveau34Van } from '../../hulp/niveau34.js';
import { isSchemaGeldig } from '../../hulp/schema.js';
import { totaal, zonder } from '../../hulp/variaties.js';
import {
  somVan, willekeurigeDeclaratie, willekeurigeUitkomst, type Uitkomst,
} from '../../hulp/willekeurigeDeclaraties.js';

/** Runs of a property. In npm test 150; more to soak: DECLARATIE_RUNS=5000 npx vitest run test/standaard/retour. */
const RUNS = Number(process.env['DECLARATIE_RUNS'] ?? 150);

const geval = willekeurigeDeclaratie.chain((declaratie) =>
  willekeurigeUitkomst(declaratie).map((uitkomst): readonly [WMO323.Bericht, Uitkomst] => [declaratie, uitkomst]));

function antwoordOp(declaratie: WMO323.Bericht, { beoordeling }: Uitkomst): WMO325.Bericht {
  const { berichtsoort, bericht } = stelAntwoordOp('WMO323', declaratie, beoordeling,
    { identificatie: 'A1', dagtekening: '2026-01-06' });
  expect(berichtsoort).toBe('WMO325');
  return bericht as WMO325.Bericht;
}

describe('het WMO325 op een willekeurige declaratie met willekeurige bevindingen', () => {
  it('voldoet aan het schema en aan alle regels van niveau 2, 3 en 4', () => {
    const gezien = new Set<string>();
    fc.assert(fc.property(geval, ([declaratie, uitkomst]) => {
      expect(niveau2Van('WMO323', declaratie)).toEqual([]);
      const antwoord = antwoordOp(declaratie, uitkomst);
      expect(isSchemaGeldig('WMO325', antwoord)).toBe(true);
      expect(niveau2Van('WMO325', antwoord)).toEqual([]);
      expect(niveau34Van('WMO325', antwoord, dossierVoor('WMO325', { declaratie }))).toEqual([]);
      gezien.add(uitkomst.soort);
    }), { numRuns: RUNS });
    expect([...gezien].sort()).toEqual(['Declaratie', 'Header', 'Prestaties', 'geen', 'niveau2']);
  });

  it('kent precies de prestaties toe die niet zijn afgewezen', () => {
    fc.assert(fc.property(geval, ([declaratie, uitkomst]) => {
      const { DeclaratieAntwoord } = antwoordOp(declaratie, uitkomst);
      if (uitkomst.soort === 'Header' || uitkomst.soort === 'niveau2') {
        expect(DeclaratieAntwoord).toBeUndefined();
        return;
      }
      expect(DeclaratieAntwoord?.TotaalToegekendBedrag).toEqual(totaal(somVan(uitkomst.toegekend)));
      if (uitkomst.soort === 'Declaratie') return;
      const genoemd = (DeclaratieAntwoord?.Clienten ?? []).flatMap(({ Bsn, Prestaties }) =>
        Prestaties.map((prestatie) => ({ Bsn, ...zonder(prestatie, 'RetourCodes') })));
      const afgewezen = declaratie.Declaratie.Clienten.flatMap(({ Bsn, Prestaties }) =>
        Prestaties.filter((prestatie) => !uitkomst.toegekend.includes(prestatie))
          .map((prestatie) => ({ Bsn, ...prestatie })));
      expect(genoemd).toEqual(afgewezen);
    }), { numRuns: RUNS });
  });

  it('is het antwoord op die declaratie en op geen andere', () => {
    const Prestaties = geval.filter(([, { soort }]) => soort === 'Prestaties');
    fc.assert(fc.property(Prestaties, willekeurigeDeclaratie, ([declaratie, uitkomst], ander) => {
      const antwoord = antwoordOp(declaratie, uitkomst);
      const dossier = dossierVoor('WMO325', { declaratie: ander });
      const regels = new Set(niveau34Van('WMO325', antwoord, dossier).map(({ regel }) => regel));
      const vreemd = (antwoord.DeclaratieAntwoord?.Clienten ?? []).filter(({ Bsn }) =>
        !ander.Declaratie.Clienten.some((client) => client.Bsn === Bsn));
      expect(regels.has('TR304')).toBe(vreemd.length > 0);
      // Numbers of allocations hardly ever coincide, so what is found there differs.
      expect(regels.has('TR304') || regels.has('TR366') || regels.has('TR367')).toBe(true);
    }), { numRuns: RUNS });
  });
});
