/** Signals: what the database leaves in is what the policy says over all figures, and nobody is named by bsn. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Geldvenster } from '../../src/gemeente/betaalregels.js';
import { lijstSignalen, type Signalering } from '../../src/gemeente/signalen.js';
import type { Pool } from '../../src/platform/database.js';
import { LEEG_BELEID, type Beleid } from '../../src/regio/beleid.js';
import type { Signaal } from '../../src/regio/beleidsbestand.js';
import { signalen } from '../../src/regio/signalen.js';
import { metPool } from '../hulp/database.js';
import {
  AANBIEDERS, teken, vulRegister, willekeurigeRegels, willekeurigeToewijzingen, type Proefregel, type Proeftoewijzing,
} from '../hulp/register.js';
import { beleidVan } from '../regio/hulp.js';

let pool: Pool;
metPool((een) => { pool = een; });

const GEMEENTE = '0363';
const met = (...lijst: Signaal[]): Beleid => beleidVan({
  regio: 'Proef', gemeenten: [GEMEENTE], producten: ['02A01', '02A02', '02A03'].map((code) => ({ code, categorie: '02' })), signalen: lijst });

async function blader(beleid: Beleid, venster: Omit<Geldvenster, 'gemeente'> = {}, limiet = 100): Promise<Signalering[]> {
  const alles: Signalering[] = [];
  for (let plaats: Awaited<ReturnType<typeof lijstSignalen>>['volgende'], eerste = true; eerste || plaats !== undefined; eerste = false) {
    const { items, volgende } = await lijstSignalen(pool, beleid, { gemeente: GEMEENTE, ...venster }, limiet, plaats);
    if (volgende !== undefined) expect(items).toHaveLength(limiet);
    alles.push(...items);
    plaats = volgende;
  }
  return alles;
}

const toewijzing: Proeftoewijzing = {
  gemeente: GEMEENTE, nummer: 7, aanbieder: '65656055', bsn: '999900006', categorie: '02', code: '02A01', ingangsdatum: '2026-01-01', einddatum: null,
  volume: 10, eenheid: '04', frequentie: '6' };
let volgnummer = 0;
const regel = (maand: string, velden: Partial<Proefregel> = {}): Proefregel => ({
  toewijzing, referentie: `R${++volgnummer}`, vorige: null, begindatum: `${maand}-01`, einddatum: `${maand}-28`, volume: 4, eenheid: '04',
  bedrag: 24_000, debetCredit: 'D', goedgekeurd: true, gecrediteerd: false, dagtekening: '2026-12-01', ...velden });
const in02 = (code: string, velden: Partial<Proeftoewijzing> = {}): Proeftoewijzing =>
  ({ ...toewijzing, nummer: 1000 + Number(code.slice(-2)), code, ...velden });

describe('signalen', () => {
  it('zijn die van het beleid over alle cijfers van het register, bladzijde voor bladzijde', async () => {
    const keuze = fc.subarray(['02A01', '02A02', '02A03'], { minLength: 1 });
    const mix = fc.record({
      signaal: fc.constant('mix'), soort: fc.constant('mix' as const), deel: fc.constantFrom(['02A01'], ['02A01', '02A02']),
      geheel: fc.constant(['02A01', '02A02', '02A03']), meet: fc.constantFrom<'bedrag' | 'volume'>('bedrag', 'volume'),
      hoogstens: fc.integer({ min: 50, max: 100 }), minstens: fc.integer({ min: 0, max: 50 }),
      aanbieders: fc.constantFrom([AANBIEDERS[0]], [...AANBIEDERS]),
    });
    const jaar = fc.record({
      signaal: fc.constant('jaar'), soort: fc.constant('jaarmaximum' as const), voor: keuze,
      per: fc.constantFrom<'client' | 'aanbieder' | 'gemeente'>('client', 'aanbieder', 'gemeente'), maximum: fc.integer({ min: 1, max: 60 }),
      eenheid: fc.constantFrom<'01' | '04' | '14'>('01', '04', '14'),
    });
    const inCenten = jaar.map(({ eenheid: _eenheid, ...rest }) => ({ ...rest, signaal: 'centen', maximum: rest.maximum * 100_000 }));
    await fc.assert(fc.asyncProperty(
      willekeurigeToewijzingen.chain((toewijzingen) => fc.tuple(fc.constant(toewijzingen), willekeurigeRegels(toewijzingen))),
      mix, jaar, inCenten, fc.integer({ min: 1, max: 4 }), async ([toewijzingen, regels], eerste, tweede, derde, limiet) => {
        await vulRegister(pool, toewijzingen, regels);
        const beleid = met(eerste, tweede, derde);
        const hoort = signalen(beleid, regels.filter((een) => een.goedgekeurd).map((een) => ({
          ...een.toewijzing, maand: een.begindatum.slice(0, 7), client: een.toewijzing.bsn, volume: teken(een) * een.volume, eenheid: een.eenheid,
          bedrag: teken(een) * een.bedrag })));
        const clientVan = (nummers: readonly number[] | undefined): string | undefined =>
          toewijzingen.find(({ nummer }) => nummer === nummers?.[0])?.bsn;
        const gevonden = await blader(beleid, {}, limiet);
        const vorm = (een: { signaal: string; periode: string; aanbieder?: string | undefined; waarde: number; grens: number; kant: string;
          melding: string }, client: string | undefined) =>
          [een.signaal, een.periode, een.aanbieder ?? '', client ?? '', een.waarde.toFixed(6), een.grens, een.kant, een.melding].join('|');
        expect(gevonden.filter(({ stand }) => stand === 'overschreden').map((een) => vorm(een, clientVan(een.toewijzingen))).sort())
          .toEqual(hoort.map((een) => vorm(een, een.client)).sort());
        for (const { stand, waarde, grens } of gevonden.filter((een) => een.stand === 'bijna')) {
          expect([stand, waarde <= grens, waarde * 10 >= grens * 9]).toEqual(['bijna', true, true]);
        }
        expect(JSON.stringify(gevonden)).not.toMatch(/9999000/);
      }), { numRuns: 80 });
  });

  it('60 procent gespecialiseerd mag, meer niet; per aanbieder en maand', async () => {
    const beleid = met({ signaal: 'zestig', soort: 'mix', deel: ['02A01'], geheel: ['02A01', '02A02'], meet: 'bedrag', hoogstens: 60, melding: 'Te veel.' });
    const basis = in02('02A02');
    const ander = in02('02A01', { nummer: 8, aanbieder: '65656056' });
    await vulRegister(pool, [toewijzing, basis, ander], [
      regel('2026-01', { bedrag: 60_000 }), regel('2026-01', { toewijzing: basis, bedrag: 40_000 }),
      regel('2026-02', { bedrag: 60_001 }), regel('2026-02', { toewijzing: basis, bedrag: 40_000 }),
      regel('2026-01', { toewijzing: ander, bedrag: 1 }),
    ]);
    expect(await blader(beleid)).toEqual([
      expect.objectContaining({ signaal: 'zestig', periode: '2026-01', aanbieder: '65656056', waarde: 100, grens: 60, stand: 'overschreden' }),
      expect.objectContaining({ periode: '2026-02', aanbieder: '65656055', kant: 'boven', melding: 'Te veel.' })]);
    expect(await blader(beleid, { vanaf: '2026-02-28' })).toHaveLength(1);
    expect(await blader(beleid, { tot: '2026-02-02' })).toHaveLength(2);
    expect(await blader(beleid, { tot: '2026-02-01' })).toHaveLength(1);
  });

  it('36 uur per jaar: bijna vanaf 90 procent, bereikt is nog niet voorbij, en minuten tellen mee', async () => {
    const beleid = met({ signaal: 'hht', soort: 'jaarmaximum', voor: ['02A01'], per: 'client', maximum: 36, eenheid: '04' });
    const stand = async (...minuten: number[]) => {
      await vulRegister(pool, [toewijzing], minuten.map((volume, i) => regel(`2026-0${i + 1}`, { volume, eenheid: '01' })));
      return (await blader(beleid, { vanaf: '2026-06-01', tot: '2026-07-01' })).map((een) => [een.stand, een.waarde, een.toewijzingen]);
    };
    expect(await stand(1000, 943)).toEqual([]);
    expect(await stand(1000, 944)).toEqual([['bijna', 32.4, [7]]]);
    expect(await stand(1000, 1160)).toEqual([['bijna', 36, [7]]]);
    expect(await stand(1000, 1190)).toEqual([['overschreden', 36.5, [7]]]);
  });

  it('zonder beleid of zonder signalen is er niets te melden', async () => {
    expect(await blader(LEEG_BELEID)).toEqual([]);
    expect(await blader(met())).toEqual([]);
  });
});
