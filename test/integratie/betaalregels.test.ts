/** Payable lines: the same lines and sums as the register holds, and payable as the policy says. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lijstBetaalregels, type Geldvenster, type Regel } from '../../src/gemeente/betaalregels.js';
import type { Pool } from '../../src/platform/database.js';
import { LEEG_BELEID, type Beleid } from '../../src/regio/beleid.js';
import type { Beleidsbestand } from '../../src/regio/beleidsbestand.js';
import { betaalbaarheid } from '../../src/regio/betaling.js';
import { overlapt } from '../../src/standaard/datum.js';
import { metPool } from '../hulp/database.js';
import {
  teken, vulRegister, willekeurigeRegels, willekeurigeToewijzingen, type Proefregel, type Proefstart, type Proeftoewijzing,
} from '../hulp/register.js';
import { beleidVan } from '../regio/hulp.js';

let pool: Pool;
metPool((een) => { pool = een; });

const GEMEENTE = '0363';
const bestand = (velden: Partial<Beleidsbestand> = {}): Beleidsbestand => ({
  regio: 'Proef', gemeenten: [GEMEENTE], producten: ['02A01', '02A02', '02A03'].map((code) => ({ code, categorie: '02' })), ...velden });

/** Every page of the list. */
async function blader(beleid: Beleid, venster: Geldvenster, limiet: number): Promise<Regel[]> {
  const alles: Regel[] = [];
  for (let plaats: Awaited<ReturnType<typeof lijstBetaalregels>>['volgende'], eerste = true; eerste || plaats !== undefined; eerste = false) {
    const { items, volgende } = await lijstBetaalregels(pool, beleid, venster, limiet, plaats);
    if (volgende !== undefined) expect(items).toHaveLength(limiet);
    alles.push(...items);
    plaats = volgende;
  }
  return alles;
}

const toewijzing: Proeftoewijzing = {
  gemeente: GEMEENTE, nummer: 1, aanbieder: '65656055', bsn: '999900006', categorie: '02', code: '02A01', ingangsdatum: '2026-01-01',
  einddatum: '2026-12-31', volume: 10, eenheid: '04', frequentie: '6' };
const regel = (velden: Partial<Proefregel> = {}): Proefregel => ({
  toewijzing, referentie: 'R1', vorige: null, begindatum: '2026-01-01', einddatum: '2026-01-31', volume: 4, eenheid: '04', bedrag: 24_000,
  debetCredit: 'D', goedgekeurd: true, gecrediteerd: false, dagtekening: '2026-02-05', ...velden });

async function redenen(beleid: Beleid, regels: readonly Proefregel[], starts: readonly Proefstart[] = [], meer: readonly Proeftoewijzing[] = []) {
  await vulRegister(pool, [toewijzing, ...meer], regels, starts);
  const gevonden = await blader(beleid, { gemeente: GEMEENTE }, 100);
  return Object.fromEntries(gevonden.map((een) => [een.referentieNummer, een.redenen.map((reden) => reden.regel)]));
}

describe('betaalregels', () => {
  it('zijn precies de goedgekeurde regels van gemeente en periode, en tellen op tot het register', async () => {
    const dag = fc.option(fc.constantFrom('2025-12-31', '2026-01-01', '2026-02-01', '2026-03-15', '2026-05-01'), { nil: undefined });
    await fc.assert(fc.asyncProperty(
      willekeurigeToewijzingen.chain((toewijzingen) => fc.tuple(fc.constant(toewijzingen), willekeurigeRegels(toewijzingen))),
      dag, dag, fc.integer({ min: 1, max: 6 }), async ([toewijzingen, regels], vanaf, tot, limiet) => {
        await vulRegister(pool, toewijzingen, regels);
        const gevonden = await blader(LEEG_BELEID, { gemeente: GEMEENTE, vanaf, tot }, limiet);
        const hoort = regels.filter((een) => een.toewijzing.gemeente === GEMEENTE && een.goedgekeurd
          && (vanaf === undefined || een.begindatum >= vanaf) && (tot === undefined || een.begindatum < tot));
        expect(gevonden.map((een) => `${een.aanbieder} ${een.referentieNummer}`).sort())
          .toEqual(hoort.map((een) => `${een.toewijzing.aanbieder} ${een.referentie}`).sort());
        const som = (getallen: readonly number[]): number => getallen.reduce((totaal, getal) => totaal + getal, 0);
        expect(som(gevonden.map((een) => een.volume))).toBe(som(hoort.map((een) => teken(een) * een.volume)));
        expect(som(gevonden.map((een) => een.bedrag))).toBe(som(hoort.map((een) => teken(een) * een.bedrag)));
        expect(gevonden.map((een) => een.periode.begindatum)).toEqual(hoort.map((een) => een.begindatum).sort());
        expect(gevonden.every((een) => een.betaalbaar)).toBe(true);
        expect(JSON.stringify(gevonden)).not.toMatch(/9999000/);
      }), { numRuns: 60 });
  });

  it('vanaf telt mee en tot niet, op de eerste dag van de regel', async () => {
    await vulRegister(pool, [toewijzing], [
      regel(), regel({ referentie: 'R2', begindatum: '2026-02-01', einddatum: '2026-02-28' }),
      regel({ referentie: 'R3', begindatum: '2026-03-01', einddatum: '2026-03-31' })]);
    const gevonden = await blader(LEEG_BELEID, { gemeente: GEMEENTE, vanaf: '2026-02-01', tot: '2026-03-01' }, 10);
    expect(gevonden.map((een) => een.referentieNummer)).toEqual(['R2']);
  });

  it('zijn betaalbaar zoals het beleid het over elke regel apart zegt, en een credit zoals haar debet', async () => {
    const beleid = beleidVan(bestand({
      betaling: [{ regel: 'start', voor: ['02A01', '02A02'], startVereist: true }, { regel: 'drie-maanden', indienenBinnenMaanden: 3 }],
      voorwaarden: [{ regel: 'niet-samen', soort: 'nietSamen', voor: ['02A01'], met: ['02A01', '02A03'], toets: ['declaratie'], anders: { uitkomst: 'wachten' } }],
    }));
    await fc.assert(fc.asyncProperty(
      willekeurigeToewijzingen.chain((toewijzingen) => fc.tuple(fc.constant(toewijzingen), willekeurigeRegels(toewijzingen),
        fc.uniqueArray(fc.record({ toewijzing: fc.constantFrom(...toewijzingen), begindatum: fc.constantFrom('2026-01-01', '2026-02-20') }),
          { selector: (start) => `${start.toewijzing.nummer} ${start.begindatum}` }))),
      async ([toewijzingen, regels, starts]) => {
        await vulRegister(pool, toewijzingen, regels, starts);
        for (const gevonden of await blader(beleid, { gemeente: GEMEENTE }, 7)) {
          const { toewijzing: op, ...zelf } = regels.find((een) =>
            een.referentie === gevonden.referentieNummer.replace('C', 'R') && een.toewijzing.aanbieder === gevonden.aanbieder
            && een.toewijzing.gemeente === GEMEENTE) as Proefregel;
          const verwacht = betaalbaarheid(beleid, { ...op, ...zelf }, {
            goedgekeurd: true,
            startdatum: starts.filter((start) => start.toewijzing === op).map((start) => start.begindatum).sort()[0] ?? null,
            andereRegels: regels.filter((een) => een.toewijzing.gemeente === GEMEENTE && een.toewijzing.bsn === op.bsn && een.debetCredit === 'D'
              && een.goedgekeurd && !een.gecrediteerd && een.referentie !== zelf.referentie && overlapt(een, zelf))
              .map((een) => ({ ...een, code: een.toewijzing.code })),
          });
          expect({ betaalbaar: gevonden.betaalbaar, redenen: gevonden.redenen }).toEqual(verwacht);
        }
      }), { numRuns: 60 });
  });

  it('zonder actief startbericht wordt niet betaald; ook niet met een start na de periode', async () => {
    const beleid = beleidVan(bestand({ betaling: [{ regel: 'start', startVereist: true }] }));
    expect(await redenen(beleid, [regel()])).toEqual({ R1: ['start'] });
    expect(await redenen(beleid, [regel()], [{ toewijzing, begindatum: '2026-02-01' }])).toEqual({ R1: ['start'] });
    expect(await redenen(beleid, [regel()], [{ toewijzing, begindatum: '2026-01-31' }])).toEqual({ R1: [] });
    await pool.query('update start_product set verwijderd_door = bericht_id');
    const [een] = await blader(beleid, { gemeente: GEMEENTE }, 10);
    expect(een).toMatchObject({ betaalbaar: false, redenen: [{ regel: 'start' }] });
  });

  it('een late debet is niet betaalbaar, en haar credit dan ook niet, hoe laat die zelf ook is', async () => {
    const beleid = beleidVan(bestand({ betaling: [{ regel: 'termijn', indienenBinnenMaanden: 3 }] }));
    const paar = (dagtekening: string) => [
      regel({ dagtekening, gecrediteerd: true }),
      regel({ referentie: 'C1', vorige: 'R1', debetCredit: 'C', dagtekening: '2027-01-01' })];
    expect(await redenen(beleid, paar('2026-04-30'))).toEqual({ R1: [], C1: [] });
    expect(await redenen(beleid, paar('2026-05-01'))).toEqual({ R1: ['termijn'], C1: ['termijn'] });
  });

  it('met een totaalbudget wordt betaald tot het totaal op is, in volgorde van indienen', async () => {
    const beleid = beleidVan(bestand({ betaling: [{ regel: 'totaal', totaalbudget: true }] }));
    const maand = (n: number, velden: Partial<Proefregel>) =>
      regel({ referentie: `R${n}`, begindatum: `2026-0${n}-01`, einddatum: `2026-0${n}-28`, ...velden });
    // 10 hours in total: 4 and 5 fit, 2 do not and take nothing, then 60 minutes fit and no minute more.
    expect(await redenen(beleid, [
      maand(3, { volume: 4 }), maand(1, { volume: 5 }), maand(6, { volume: 2 }), maand(2, { volume: 60, eenheid: '01' }),
      maand(4, { volume: 1, eenheid: '01' }), maand(5, { volume: 0 })]))
      .toEqual({ R1: [], R2: [], R3: [], R4: ['totaal'], R5: [], R6: ['totaal'] });
    // What was credited leaves room.
    expect(await redenen(beleid, [
      maand(1, { volume: 10, gecrediteerd: true }), maand(2, { volume: 10 }),
      maand(1, { referentie: 'C1', vorige: 'R1', volume: 10, debetCredit: 'C' })])).toEqual({ R1: [], R2: [], C1: [] });
  });

  it('een product dat op dezelfde dagen niet mag, ook bij een andere aanbieder, houdt beide regels op', async () => {
    const beleid = beleidVan(bestand({ voorwaarden: [
      { regel: 'niet-samen', soort: 'nietSamen', voor: ['02A01'], met: ['02A02'], toets: ['declaratie'], anders: { uitkomst: 'wachten' } }] }));
    const ander = { ...toewijzing, nummer: 2, aanbieder: '65656056', code: '02A02' };
    const derde = { ...ander, nummer: 3, bsn: '999900018' };
    const regels = [regel(), regel({ toewijzing: ander, referentie: 'R2', begindatum: '2026-01-31', einddatum: '2026-01-31' }),
      regel({ toewijzing: derde, referentie: 'R3' }), regel({ referentie: 'R4', begindatum: '2026-02-01', einddatum: '2026-02-28' })];
    expect(await redenen(beleid, regels, [], [ander, derde])).toEqual({ R1: ['niet-samen'], R2: ['niet-samen'], R3: [], R4: [] });
  });
});
