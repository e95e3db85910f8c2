/**
 * Dagbesteding and begeleiding in Centraal Gelderland over HTTP, on the shipped policy file: one scenario for each rule of the consultation.
 * Single figures, one month, and the CSV cell by cell are in geld.test.ts.
 *
 *  1 agreements per aanbieder on the mix: at most 60% of the production of a month specialised, at least 40% basic
 *  2 a month that breaks the mix gives a signal, whatever the months around it were; a credit counts
 *  3 growth per product, and where it scales up or down, follow from the messages alone: declared volume and amount per product, aanbieder and
 *    month, allocations scaled up and down, as JSON and as CSV
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nieuweClient, Regio, ruimOp, startRegio, type Dagen, type Declaratieregel, type Hoeveel, type Toegewezen } from '../hulp/regio.js';

const VANDAAG = '2026-06-10';
const [ARNHEM, WESTERVOORT, ZEVENAAR] = ['0202', '0293', '0299'];
const ZONDER_AFSPRAAK = '65656056';
const BEGELEIDING = { basis: '02C01', speciaal: '02C02' } as const;
const DAGBESTEDING = { basis: '07C01', speciaal: '07C02' } as const;
const TARIEF: Readonly<Record<string, number>> = { '02C01': 5000, '02C02': 8000, '07C01': 3000, '07C02': 4500 };
const JAAR: Dagen = ['2026-01-01', '2026-12-31'];

const opruimen: (() => Promise<unknown>)[] = [];
let arnhem: Regio;
let westervoort: Regio;
let zevenaar: Regio;
beforeAll(async () => {
  const { gateway } = await startRegio(opruimen, VANDAAG);
  [arnhem, westervoort, zevenaar] = [ARNHEM, WESTERVOORT, ZEVENAAR].map((gemeente) => new Regio(gateway, gemeente as string, VANDAAG)) as [Regio, Regio, Regio];
});
afterAll(() => ruimOp(opruimen));

const eenheid = (code: string): '04' | '16' => (code.startsWith('07') ? '16' : '04');
const perWeek = (code: string): Hoeveel => [40, eenheid(code), '2'];
interface Client { readonly bsn: string; readonly op: Toegewezen }
async function clientMet(bij: Regio, code: string, dagen = JAAR, bsn = nieuweClient()): Promise<Client> {
  return { bsn, op: await bij.bestel(bsn, code, dagen, perWeek(code)) };
}
const regel = ({ bsn, op }: Client, volume: number, referentie: string, vorige?: string): Declaratieregel => ({
  bsn, op, volume, eenheid: eenheid(op.product.code), tarief: TARIEF[op.product.code] ?? 0, referentie, ...(vorige === undefined ? {} : { vorige }) });
async function declareer(bij: Regio, maand: string, ...regels: readonly Declaratieregel[]): Promise<void> {
  expect((await bij.declareer(maand, VANDAAG, ...regels)).bevindingen).toEqual([]);
}
interface Signaal { signaal: string; periode: string; aanbieder: string; waarde: number }
const signalen = async (bij: Regio): Promise<unknown[]> =>
  (await bij.lijst<Signaal>('signalen')).map(({ signaal, periode, aanbieder, waarde }) => [signaal, periode, aanbieder, waarde]);
const [MEESTE, MINSTE] = ['hoogstens-zestig-procent-gespecialiseerd', 'minstens-veertig-procent-basis'];

describe('1 en 2 de afgesproken verhouding', () => {
  it('begeleiding en dagbesteding tellen samen; precies zestig procent mag, een uur meer niet; een credit herstelt het', async () => {
    const [speciaal, basis] = [await clientMet(arnhem, BEGELEIDING.speciaal), await clientMet(arnhem, DAGBESTEDING.basis)];
    // 1,200 euro specialised beside 810 basic is less than 60%, 720 beside 480 exactly that.
    await declareer(arnhem, '2026-01', regel(speciaal, 15, 'A-1'), regel(basis, 27, 'A-2'));
    expect(await signalen(arnhem)).toEqual([]);
    await declareer(arnhem, '2026-02', regel(speciaal, 9, 'A-3'), regel(basis, 16, 'A-4'));
    expect(await signalen(arnhem)).toEqual([]);
    // 720 beside 450 is above it, and two months within the agreement do not make up for that.
    await declareer(arnhem, '2026-03', regel(speciaal, 9, 'A-5'), regel(basis, 15, 'A-6'));
    const [boven, onder] = await signalen(arnhem) as [string, string, string, number][];
    expect([boven?.slice(0, 3), onder?.slice(0, 3)]).toEqual([[MEESTE, '2026-03', arnhem.aanbieder], [MINSTE, '2026-03', arnhem.aanbieder]]);
    expect([boven?.[3], onder?.[3]]).toEqual([expect.closeTo(100 * 720 / 1170), expect.closeTo(100 * 450 / 1170)]);
    await declareer(arnhem, '2026-04', { ...regel(speciaal, 9, 'A-5C', 'A-5'), dagen: ['2026-03-01', '2026-03-31'] },
      { ...regel(speciaal, 8, 'A-7'), dagen: ['2026-03-01', '2026-03-31'] });
    expect(await signalen(arnhem)).toEqual([]);
  });

  it('geldt per aanbieder en gemeente: wie geen afspraak heeft geeft geen signaal', async () => {
    await declareer(westervoort, '2026-01', regel(await clientMet(westervoort, BEGELEIDING.speciaal), 10, 'W-1'));
    expect(await signalen(westervoort)).toEqual([[MEESTE, '2026-01', westervoort.aanbieder, 100], [MINSTE, '2026-01', westervoort.aanbieder, 0]]);
    const ander = westervoort.met(ZONDER_AFSPRAAK);
    await declareer(ander, '2026-02', regel(await clientMet(ander, BEGELEIDING.basis), 10, 'W-2'));
    expect(await signalen(westervoort)).toHaveLength(2);
    expect(await signalen(arnhem)).toEqual([]);
  });
});

describe('3 groei en op- en afschalen uit de berichten', () => {
  interface Productieregel {
    maand?: string; aanbieder?: string; product: { code: string }; volume: number; bedrag: number; groei?: { volume?: number; bedrag?: number };
    opgeschaald: number; afgeschaald: number;
  }
  const kort = (regels: readonly Productieregel[]): unknown[] => regels.map(({ maand, aanbieder, product, volume, bedrag, groei, opgeschaald, afgeschaald }) =>
    [maand, aanbieder, product.code, volume, bedrag, groei?.volume, opgeschaald, afgeschaald]);
  const vraag = (deel: string): string => `/v1/productie?gemeente=${ZEVENAAR}${deel}`;

  beforeAll(async () => {
    const ander = zevenaar.met(ZONDER_AFSPRAAK);
    const [op, af, blijft] = [await clientMet(zevenaar, BEGELEIDING.basis, ['2026-01-01', '2026-03-31']),
      await clientMet(zevenaar, DAGBESTEDING.speciaal, ['2026-01-01', '2026-03-31']), await clientMet(ander, BEGELEIDING.basis)];
    const [speciaal, basis] = [await clientMet(zevenaar, BEGELEIDING.speciaal, ['2026-04-01', '2026-12-31'], op.bsn),
      await clientMet(zevenaar, DAGBESTEDING.basis, ['2026-04-01', '2026-12-31'], af.bsn)];
    await declareer(zevenaar, '2026-03', regel(op, 20, 'Z-1'), regel(af, 8, 'Z-2'));
    await declareer(zevenaar, '2026-04', regel(speciaal, 10, 'Z-3'), regel(basis, 8, 'Z-4'));
    await declareer(zevenaar, '2026-05', regel(speciaal, 15, 'Z-5'), regel(basis, 6, 'Z-6'));
    await declareer(ander, '2026-05', regel(blijft, 4, 'Z-7'));
  });

  it('JSON: volume en bedrag per product, aanbieder en maand, met groei en schalen', async () => {
    const { items, totaal } = await zevenaar.gateway.haal<{ items: Productieregel[]; totaal: unknown }>(vraag('&per=product,aanbieder,maand'));
    const { aanbieder } = zevenaar;
    expect(kort(items)).toEqual([
      ['2026-03', aanbieder, BEGELEIDING.basis, 20, 100_000, undefined, 0, 0], ['2026-03', aanbieder, DAGBESTEDING.speciaal, 8, 36_000, undefined, 0, 0],
      ['2026-04', aanbieder, BEGELEIDING.speciaal, 10, 80_000, undefined, 1, 0], ['2026-04', aanbieder, DAGBESTEDING.basis, 8, 24_000, undefined, 0, 1],
      ['2026-05', aanbieder, BEGELEIDING.speciaal, 15, 120_000, 50, 0, 0], ['2026-05', aanbieder, DAGBESTEDING.basis, 6, 18_000, -25, 0, 0],
      ['2026-05', ZONDER_AFSPRAAK, BEGELEIDING.basis, 4, 20_000, undefined, 0, 0]]);
    expect(totaal).toMatchObject({ bedrag: 398_000, opgeschaald: 1, afgeschaald: 1 });
  });

  it('per product over een periode naast de periode ervoor', async () => {
    const { items } = await zevenaar.gateway.haal<{ items: Productieregel[] }>(vraag('&per=product&vanaf=2026-05-01&tot=2026-06-01'));
    expect(items.map(({ product, volume, groei }) => [product.code, volume, groei?.volume])).toEqual([
      [BEGELEIDING.basis, 4, undefined], [BEGELEIDING.speciaal, 15, 50], [DAGBESTEDING.basis, 6, -25]]);
  });

  it('CSV: dezelfde cijfers, een regel per product, aanbieder en maand', async () => {
    const antwoord = await fetch(zevenaar.gateway.adres + vraag('&per=product,aanbieder,maand'), { headers: { Accept: 'text/csv' } });
    const [kop = '', ...rijen] = (await antwoord.text()).trimEnd().split('\r\n').map((rij) => rij.split(','));
    const cel = (rij: readonly string[], naam: string): string => rij[(kop as string[]).indexOf(naam)] ?? 'ontbreekt';
    expect(rijen.map((rij) => ['maand', 'aanbieder', 'productcode', 'volume', 'bedrag', 'opgeschaald', 'afgeschaald'].map((naam) => cel(rij, naam))))
      .toContainEqual(['2026-04', zevenaar.aanbieder, DAGBESTEDING.basis, '8', '24000', '0', '1']);
    expect(rijen).toHaveLength(7);
  });
});
