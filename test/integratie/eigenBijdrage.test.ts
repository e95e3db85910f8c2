/** Client contribution: each allocation once, where it last changed, with what holds now. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leveringsstand, lijstBijdragen, type Bijdrage } from '../../src/gemeente/eigenBijdrage.js';
import type { Pool } from '../../src/platform/database.js';
import { plusDagen } from '../../src/standaard/datum.js';
import { metPool } from '../hulp/database.js';
import { zoekPersonen } from '../../src/register/personen.js';
import { AANBIEDERS, CLIENTEN, voegBerichtToe, voegPersonenToe, vulRegister, type Proeftoewijzing } from '../hulp/register.js';

let pool: Pool;
metPool((een) => { pool = een; });

const GEMEENTE = '0363';
const toewijzing = (nummer: number, velden: Partial<Proeftoewijzing> = {}): Proeftoewijzing => ({
  gemeente: GEMEENTE, nummer, aanbieder: AANBIEDERS[nummer % 2] ?? '', bsn: CLIENTEN[nummer % 3] ?? '', categorie: '02', code: `02A0${nummer}`,
  ingangsdatum: '2026-01-01', einddatum: null, ...velden });
const TOEWIJZINGEN = [1, 2, 3, 4].map((nummer) => toewijzing(nummer));

async function blader(vanaf: Date | undefined, limiet = 100): Promise<Bijdrage[]> {
  const alles: Bijdrage[] = [];
  for (let plaats: Awaited<ReturnType<typeof lijstBijdragen>>['volgende'], eerste = true; eerste || plaats !== undefined; eerste = false) {
    const { items, volgende } = await lijstBijdragen(pool, GEMEENTE, vanaf, limiet, plaats);
    if (volgende !== undefined) expect(items).toHaveLength(limiet);
    alles.push(...items);
    plaats = volgende;
  }
  return alles;
}

/** A start or stop in a message of its own, received on the n-th minute; and where asked another message that takes it back. */
interface Levering {
  readonly toewijzing: Proeftoewijzing;
  readonly zonderNummer?: boolean;
  readonly begindatum: string;
  readonly stop?: { readonly einddatum: string; readonly redenBeeindiging: string };
  readonly op: number;
  readonly verwijderdOp?: number;
}
const moment = (minuut: number): Date => new Date(Date.UTC(2026, 2, 1, 0, minuut));

async function vul(leveringen: readonly Levering[], toewijzingen: readonly Proeftoewijzing[] = TOEWIJZINGEN): Promise<void> {
  await vulRegister(pool, toewijzingen);
  await voegPersonenToe(pool, [...CLIENTEN, ...leveringen.map(({ toewijzing }) => toewijzing.bsn)]);
  const bericht = (een: Levering, op: number): Promise<string> =>
    voegBerichtToe(pool, een.stop === undefined ? 'WMO305' : 'WMO307', GEMEENTE, een.toewijzing.aanbieder, '2026-03-01', moment(op).toISOString());
  for (const een of leveringen) {
    const { aanbieder, bsn, nummer, categorie, code } = een.toewijzing;
    const persoon = (await zoekPersonen(pool, [bsn])).get(bsn);
    const waarden = [GEMEENTE, aanbieder, persoon, een.zonderNummer === true ? null : nummer, categorie, code, een.begindatum, await bericht(een, een.op),
      een.verwijderdOp === undefined ? null : await bericht(een, een.verwijderdOp)];
    await (een.stop === undefined
      ? pool.query(
        `insert into start_product (gemeente, aanbieder, persoon, toewijzing_nummer, categorie, code, begindatum, bericht_id, verwijderd_door)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`, waarden)
      : pool.query(
        `insert into stop_product (gemeente, aanbieder, persoon, toewijzing_nummer, categorie, code, begindatum, bericht_id, verwijderd_door, einddatum,
           reden_beeindiging) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [...waarden, een.stop.einddatum, een.stop.redenBeeindiging]));
  }
}

const levering: fc.Arbitrary<Levering> = fc.record({
  wie: fc.integer({ min: 0, max: 3 }), dag: fc.integer({ min: 0, max: 3 }), isStop: fc.boolean(), duur: fc.integer({ min: 0, max: 20 }),
  reden: fc.constantFrom('19', '20'), op: fc.integer({ min: 0, max: 9 }), na: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }),
  zonderNummer: fc.boolean(),
}).map(({ wie, dag, isStop, duur, reden, op, na, zonderNummer }) => {
  const begindatum = plusDagen('2026-01-05', dag * 10);
  return {
    toewijzing: TOEWIJZINGEN[wie] as Proeftoewijzing, zonderNummer, begindatum, op,
    ...(isStop ? { stop: { einddatum: plusDagen(begindatum, duur), redenBeeindiging: reden } } : {}),
    ...(na === undefined ? {} : { verwijderdOp: op + na }),
  };
});
const sleutel = ({ toewijzing: { nummer }, zonderNummer, begindatum, stop }: Levering): string =>
  JSON.stringify([nummer, zonderNummer, begindatum, stop]);

describe('eigen bijdrage', () => {
  it('elke gewijzigde toewijzing staat er één keer in, op volgorde van laatste wijziging, met wat nu geldt', async () => {
    await fc.assert(fc.asyncProperty(
      fc.uniqueArray(levering, { maxLength: 8, selector: sleutel }), fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined }),
      fc.integer({ min: 1, max: 4 }), async (leveringen, vanaf, limiet) => {
        await vul(leveringen);
        const gevonden = await blader(vanaf === undefined ? undefined : moment(vanaf), limiet);
        const verwacht = TOEWIJZINGEN.flatMap((een) => {
          const eigen = leveringen.filter((l) => l.toewijzing === een);
          const laatste = Math.max(...eigen.map((l) => l.verwijderdOp ?? l.op));
          if (eigen.length === 0 || (vanaf !== undefined && laatste < vanaf)) return [];
          const actief = eigen.filter((l) => l.verwijderdOp === undefined)
            .map((l) => ({ ...l, toewijzingNummer: een.nummer, categorie: een.categorie, code: een.code }));
          return [{
            toewijzingNummer: een.nummer, aanbieder: een.aanbieder, bsn: een.bsn, product: { categorie: een.categorie, code: een.code },
            gewijzigdOp: moment(laatste),
            ...leveringsstand(actief.filter((l) => l.stop === undefined), actief.flatMap((l) => (l.stop === undefined ? [] : [{ ...l, ...l.stop }]))),
          }];
        });
        expect([...gevonden].sort((a, b) => (a.toewijzingNummer ?? 0) - (b.toewijzingNummer ?? 0))).toEqual(verwacht);
        const momenten = gevonden.map(({ gewijzigdOp }) => gewijzigdOp.getTime());
        expect(momenten).toEqual([...momenten].sort((a, b) => a - b));
      }), { numRuns: 60 });
  });

  it('een verwijderde start blijft als wijziging zichtbaar, zonder startdatum', async () => {
    await vul([{ toewijzing: TOEWIJZINGEN[0] as Proeftoewijzing, begindatum: '2026-01-05', op: 1, verwijderdOp: 5 }]);
    expect(await blader(moment(2))).toMatchObject([{ toewijzingNummer: 1, perioden: [], tijdelijkeStops: [], product: { code: '02A01' } }]);
    expect(await blader(moment(6))).toEqual([]);
  });

  it('een levering zonder nummer hoort bij de toewijzing van haar product die dan loopt; is die er niet, dan bij haar product', async () => {
    const eerste = toewijzing(1, { einddatum: '2026-01-31' });
    const tweede = toewijzing(5, { ...eerste, nummer: 5, ingangsdatum: '2026-02-01', einddatum: '2026-02-28' });
    const zonder = { toewijzing: eerste, zonderNummer: true, op: 1 };
    await vul([
      { ...zonder, begindatum: '2026-01-31' }, { ...zonder, begindatum: '2026-02-01', op: 2 }, { ...zonder, begindatum: '2026-03-01', op: 3 },
    ], [eerste, tweede]);
    expect((await blader(undefined)).map(({ toewijzingNummer, perioden, product }) => [toewijzingNummer, perioden[0]?.startdatum, product?.code]))
      .toEqual([[1, '2026-01-31', '02A01'], [5, '2026-02-01', '02A01'], [undefined, '2026-03-01', '02A01']]);
  });

  it('een andere gemeente blijft erbuiten', async () => {
    await vul([]);
    const id = await voegBerichtToe(pool, 'WMO305', '0268', '65656055', '2026-03-01');
    await pool.query(
      `insert into start_product (gemeente, aanbieder, persoon, toewijzing_nummer, begindatum, bericht_id) values ('0268', '65656055', $1, 1, '2026-01-05', $2)`,
      [(await zoekPersonen(pool, [CLIENTEN[0]])).get(CLIENTEN[0]), id]);
    expect(await blader(undefined)).toEqual([]);
  });
});
