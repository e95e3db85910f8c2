/** Production: every figure is the sum of the register, however it is split, and comes at the pace of the reader. */
import { once } from 'node:events';
import fc from 'fast-check';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { openProductie, SPLITSINGEN, type Productieregel, type Productievraag, type Splitsing } from '../../src/gemeente/productie.js';
import { alsStroom } from '../../src/koppelvlakken/http/stroom.js';
import { openCursor } from '../../src/platform/cursor.js';
import type { Pool } from '../../src/platform/database.js';
import { LEEG_BELEID, type Beleid } from '../../src/regio/beleid.js';
import { metPool } from '../hulp/database.js';
import { teken, vulRegister, willekeurigeRegels, willekeurigeToewijzingen, type Proefregel, type Proeftoewijzing } from '../hulp/register.js';
import { beleidVan } from '../regio/hulp.js';

let pool: Pool;
metPool((een) => { pool = een; });

const GEMEENTE = '0363';
async function cijfers(vraag: Omit<Productievraag, 'gemeente'>, beleid: Beleid = LEEG_BELEID): Promise<Productieregel[]> {
  const alles: Productieregel[] = [];
  for await (const deel of await openProductie(pool, beleid, { gemeente: GEMEENTE, ...vraag })) alles.push(...deel);
  return alles;
}

/** The same figures, by walking over every line. */
function naief(regels: readonly Proefregel[], per: ReadonlySet<Splitsing>, inPeriode: (begindatum: string) => boolean) {
  const groepen = new Map<string, { volume: number; bedrag: number; clienten: Set<string> }>();
  for (const regel of regels) {
    const { aanbieder, categorie, code, bsn, gemeente } = regel.toewijzing;
    if (gemeente !== GEMEENTE || !regel.goedgekeurd || !inPeriode(regel.begindatum)) continue;
    const sleutel = [per.has('maand') ? regel.begindatum.slice(0, 7) : '', per.has('aanbieder') ? aanbieder : '',
      per.has('product') ? `${categorie} ${code}` : '', regel.eenheid].join('|');
    const groep = groepen.get(sleutel) ?? { volume: 0, bedrag: 0, clienten: new Set() };
    groepen.set(sleutel, groep);
    groep.volume += teken(regel) * regel.volume;
    groep.bedrag += teken(regel) * regel.bedrag;
    if (regel.debetCredit === 'D' && !regel.gecrediteerd) groep.clienten.add(bsn);
  }
  return Object.fromEntries([...groepen].map(([sleutel, groep]) => [sleutel, { ...groep, clienten: groep.clienten.size }]));
}
const sleutelVan = ({ maand, aanbieder, product, eenheid }: Productieregel): string =>
  [maand ?? '', aanbieder ?? '', product === undefined ? '' : `${product.categorie} ${product.code}`, eenheid].join('|');

const register = willekeurigeToewijzingen.chain((toewijzingen) => fc.tuple(fc.constant(toewijzingen), willekeurigeRegels(toewijzingen)));
const splitsing = fc.subarray([...SPLITSINGEN], { minLength: 1 }).map((per) => new Set(per));

describe('productie', () => {
  it('telt, hoe ook uitgesplitst, op tot het register: goedgekeurd, credits eraf', async () => {
    const dag = fc.option(fc.constantFrom('2025-12-15', '2026-01-01', '2026-02-01', '2026-03-10', '2026-05-01'), { nil: undefined });
    await fc.assert(fc.asyncProperty(register, splitsing, dag, dag, async ([toewijzingen, regels], per, vanaf, tot) => {
      await vulRegister(pool, toewijzingen, regels);
      const gevonden = await cijfers({ per, vanaf, tot });
      const hoort = naief(regels, per, (begin) => (vanaf === undefined || begin >= vanaf) && (tot === undefined || begin < tot));
      const nu = gevonden.filter((een) => sleutelVan(een) in hoort);
      expect(Object.fromEntries(nu.map((een) => [sleutelVan(een), { volume: een.volume, bedrag: een.bedrag, clienten: een.clienten }])))
        .toEqual(hoort);
      // What else is there was declared in the period before only.
      for (const een of gevonden) {
        if (!(sleutelVan(een) in hoort)) expect(een).toMatchObject({ volume: 0, bedrag: 0, clienten: 0, vorige: expect.anything() as unknown });
      }
      expect(new Set(gevonden.map(sleutelVan)).size).toBe(gevonden.length);
      // From the sums of months, where the period is made of them: the same, without the clients.
      const zonder = (): Promise<Productieregel[]> => cijfers({ per, vanaf, tot, zonder: new Set(['clienten', 'schalingen']) });
      const kaal = (rijen: readonly Productieregel[]) => rijen.map((een) => ({ ...een, clienten: undefined }));
      expect(await zonder()).toEqual(kaal(gevonden));
      // Also of what is left when the period of retention took some away.
      await pool.query(`delete from prestatie where persoon = (select min(persoon) from prestatie)`);
      expect(await zonder()).toEqual(kaal(await cijfers({ per, vanaf, tot })));
    }), { numRuns: 80 });
  });

  it('zet naast elke maand de maand ervoor, en naast een periode de even lange periode ervoor', async () => {
    await fc.assert(fc.asyncProperty(register, splitsing, async ([toewijzingen, regels], per) => {
      await vulRegister(pool, toewijzingen, regels);
      const voor = (begin: string): boolean => begin >= '2026-01-01' && begin < '2026-03-01';
      const gevonden = await cijfers({ per, vanaf: '2026-03-01', tot: '2026-05-01' });
      const ouder = naief(regels, per, per.has('maand') ? () => true : voor);
      const maandErvoor = (sleutel: string): string => sleutel.replace(/^2026-0(\d)/, (_, n: string) => `2026-0${Number(n) - 1}`);
      for (const een of gevonden) {
        const { volume, bedrag } = ouder[maandErvoor(sleutelVan(een))] ?? { volume: 0, bedrag: 0 };
        expect(een.vorige).toEqual({ volume, bedrag });
      }
      const nu = naief(regels, per, (begin) => begin >= '2026-03-01' && begin < '2026-05-01');
      const verwacht = per.has('maand') ? Object.keys(nu) : [...new Set([...Object.keys(nu), ...Object.keys(ouder)])];
      expect(gevonden.map(sleutelVan).sort()).toEqual(verwacht.sort());
    }), { numRuns: 60 });
  });
});

const op = (nummer: number, code: string, ingangsdatum: string, einddatum: string | null, velden: Partial<Proeftoewijzing> = {}): Proeftoewijzing => ({
  gemeente: GEMEENTE, nummer, aanbieder: '65656055', bsn: '999900006', categorie: '15', code, ingangsdatum, einddatum, volume: 7, eenheid: '14',
  frequentie: '2', ...velden });

describe('op- en afschalen', () => {
  const product = (code: string, groep: string, gewicht: 'licht' | 'middel' | 'zwaar') => ({ code, categorie: '15', groep, gewicht });
  const route = { via: ['toegang' as const], dan: 'toewijzen' as const };
  const beleid = beleidVan({
    regio: 'Proef', gemeenten: [GEMEENTE], groepen: [{ code: 'thuis' }, { code: 'intramuraal' }, { code: 'los' }],
    producten: [product('TL', 'thuis', 'licht'), product('TZ', 'thuis', 'zwaar'), product('IL', 'intramuraal', 'licht'), product('X', 'los', 'licht')],
    schalen: [{ groepen: ['thuis', 'intramuraal'], opTussenGroepen: route, afTussenGroepen: route, binnenGroepMet315: 'uit' }],
  });
  const geschaald = async (toewijzingen: readonly Proeftoewijzing[], per: Splitsing[] = ['product', 'maand']): Promise<unknown[]> => {
    await vulRegister(pool, toewijzingen);
    return (await cijfers({ per: new Set(per) }, beleid)).map(({ maand, product: p, opgeschaald, afgeschaald }) =>
      [maand, p?.code, opgeschaald, afgeschaald]);
  };

  it.each<[string, Proeftoewijzing[], unknown[]]>([
    ['zwaarder binnen een groep', [op(1, 'TL', '2026-01-01', '2026-02-14'), op(2, 'TZ', '2026-02-15', null)], [['2026-02', 'TZ', 1, 0]]],
    ['lichter binnen een groep', [op(1, 'TZ', '2026-01-01', '2026-02-28'), op(2, 'TL', '2026-03-01', null)], [['2026-03', 'TL', 0, 1]]],
    ['naar een zwaardere groep', [op(1, 'TZ', '2026-01-01', '2026-02-28'), op(2, 'IL', '2026-03-01', null)], [['2026-03', 'IL', 1, 0]]],
    ['naar een lichtere groep', [op(1, 'IL', '2026-01-01', '2026-02-28'), op(2, 'TZ', '2026-03-01', null)], [['2026-03', 'TZ', 0, 1]]],
    ['een dag ertussen', [op(1, 'TL', '2026-01-01', '2026-02-14'), op(2, 'TZ', '2026-02-16', null)], []],
    ['overlap', [op(1, 'TL', '2026-01-01', '2026-02-15'), op(2, 'TZ', '2026-02-15', null)], []],
    ['hetzelfde product', [op(1, 'TL', '2026-01-01', '2026-02-14'), op(2, 'TL', '2026-02-15', null)], []],
    ['producten die het beleid niet vergelijkt', [op(1, 'TL', '2026-01-01', '2026-02-14'), op(2, 'X', '2026-02-15', null)], []],
    ['een andere aanbieder', [op(1, 'TL', '2026-01-01', '2026-02-14'), op(2, 'TZ', '2026-02-15', null, { aanbieder: '65656056' })], []],
    ['een andere client', [op(1, 'TL', '2026-01-01', '2026-02-14'), op(2, 'TZ', '2026-02-15', null, { bsn: '999900018' })], []],
    ['een andere gemeente', [op(1, 'TL', '2026-01-01', '2026-02-14', { gemeente: '0268' }), op(2, 'TZ', '2026-02-15', null, { gemeente: '0268' })], []],
    ['een verwijderde toewijzing',
      [op(1, 'TL', '2026-01-01', '2026-02-14'), op(2, 'TZ', '2026-02-15', '2026-02-15', { redenWijziging: '13' })], []],
    ['twee oude: tegen de zwaarste',
      [op(1, 'TL', '2026-01-01', '2026-02-14'), op(2, 'IL', '2026-01-01', '2026-02-14'), op(3, 'TZ', '2026-02-15', null)],
      [['2026-02', 'TZ', 0, 1]]],
    ['het product liep al ernaast',
      [op(1, 'TL', '2026-01-01', '2026-02-14'), op(2, 'TZ', '2026-01-01', '2026-02-14'), op(3, 'TZ', '2026-02-15', null)], []],
  ])('%s', async (_naam, toewijzingen, verwacht) => {
    expect(await geschaald(toewijzingen)).toEqual(verwacht);
  });

  it('staat bij wat er van het product is gedeclareerd, en telt op als er niet naar product wordt gesplitst', async () => {
    const toewijzingen = [op(1, 'TL', '2026-01-01', '2026-02-14'), op(2, 'TZ', '2026-02-15', null),
      op(3, 'IL', '2026-01-01', '2026-02-28', { bsn: '999900018' }), op(4, 'TL', '2026-03-01', null, { bsn: '999900018' })];
    expect(await geschaald(toewijzingen, ['aanbieder'])).toEqual([[undefined, undefined, 1, 1]]);
    await vulRegister(pool, toewijzingen, [{
      toewijzing: toewijzingen[1] as Proeftoewijzing, referentie: 'R1', vorige: null, begindatum: '2026-02-15', einddatum: '2026-02-28', volume: 14,
      eenheid: '14', bedrag: 100, debetCredit: 'D', goedgekeurd: true, gecrediteerd: false, dagtekening: '2026-03-02' }]);
    expect(await cijfers({ per: new Set(['maand', 'product']) }, beleid)).toMatchObject([
      { maand: '2026-02', product: { code: 'TZ' }, volume: 14, bedrag: 100, opgeschaald: 1, afgeschaald: 0 },
      { maand: '2026-03', product: { code: 'TL' }, volume: 0, bedrag: 0, clienten: 0, opgeschaald: 0, afgeschaald: 1 }]);
    expect(await cijfers({ per: new Set(['maand']), vanaf: '2026-03-01', tot: '2026-04-01' }, beleid)).toMatchObject([
      { maand: '2026-03', opgeschaald: 0, afgeschaald: 1 }]);
  });
});

describe('stromen', () => {
  const RIJEN = 20_000;
  const vraag = { tekst: `select n, repeat('x', 200) as tekst from generate_series(1, $1::int) as n`, waarden: [RIJEN] };

  /** Statements that fetch rows, counted on the driver itself, which keeps doing its work. */
  function telFetches(): { aantal: () => number; stop: () => void } {
    const echt = pg.Client.prototype.query;
    let aantal = 0;
    pg.Client.prototype.query = function (this: pg.Client, ...argumenten: unknown[]) {
      if (typeof argumenten[0] === 'string' && argumenten[0].startsWith('fetch')) aantal++;
      return (echt as (...a: unknown[]) => unknown).apply(this, argumenten);
    } as typeof echt;
    return { aantal: () => aantal, stop: () => { pg.Client.prototype.query = echt; } };
  }
  /** Enough trips to the database and back for a reader that does not wait to have fetched everything. */
  async function geefGelegenheid(): Promise<void> {
    for (let i = 0; i < 100; i++) await pool.query('select 1');
  }
  const opmaak = { begin: '', item: ({ tekst }: { tekst: string }) => tekst, eind: () => '' };

  it('haalt niet meer op dan er wordt gelezen, en geeft de verbinding terug als de lezer weggaat', async () => {
    const tel = telFetches();
    try {
      const stroom = alsStroom(await openCursor<{ tekst: string }, { tekst: string }>(pool, () => Promise.resolve(vraag), (rij) => rij), opmaak);
      await once(stroom, 'readable');
      await geefGelegenheid();
      expect(tel.aantal()).toBeLessThan(RIJEN / 500 / 4);
      stroom.destroy();
      await once(stroom, 'close');
      expect(pool.idleCount).toBe(pool.totalCount);
    } finally {
      tel.stop();
    }
  });

  it('geeft alles aan een lezer die doorleest, en dan de verbinding terug', async () => {
    let lengte = 0;
    const stroom = alsStroom(await openCursor<{ tekst: string }, { tekst: string }>(pool, () => Promise.resolve(vraag), (rij) => rij), opmaak);
    for await (const stuk of stroom) lengte += String(stuk).length;
    expect(lengte).toBe(RIJEN * 200);
    expect(pool.idleCount).toBe(pool.totalCount);
  });

  it('een stroom die niemand leest, en een vraag die niet kan, houden niets vast', async () => {
    const stroom = alsStroom(await openCursor<{ tekst: string }, { tekst: string }>(pool, () => Promise.resolve(vraag), (rij) => rij), opmaak);
    stroom.destroy();
    await once(stroom, 'close');
    await expect(openCursor(pool, () => Promise.resolve({ tekst: 'select 1 / 0', waarden: [] }), (rij) => rij)).rejects.toThrow(/division/);
    expect(pool.idleCount).toBe(pool.totalCount);
  });

  it('een fout halverwege breekt de stroom af', async () => {
    const halverwege = { tekst: 'select 10 / (9000 - n) as tekst from generate_series(1, $1::int) as n', waarden: [RIJEN] };
    const stroom = alsStroom(await openCursor<{ tekst: string }, { tekst: string }>(pool, () => Promise.resolve(halverwege), (rij) => rij), opmaak);
    await expect((async () => { for await (const stuk of stroom) void stuk; })()).rejects.toThrow(/division/);
    expect(pool.idleCount).toBe(pool.totalCount);
  });

  it('schrijven kan er niet', async () => {
    await expect(openCursor(pool, async (db) => {
      await db.query('delete from toewijzing');
      return vraag;
    }, (rij) => rij)).rejects.toThrow(/read-only/);
  });
});
