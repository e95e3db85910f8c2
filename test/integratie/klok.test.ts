/** Clocks that are set forward and back, by a day or a year, while messages go through: no term is lost or doubled, and nothing keeps waiting. */
import { randomBytes, randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { lijstTermijnen } from '../../src/gemeente/termijnenlijst.js';
import { ZONDER_AANMELDING } from '../../src/platform/aanvrager.js';
import { openWachtrij, startVerwerker } from '../../src/platform/wachtrij.js';
import { leesBericht } from '../../src/standaard/xml/lezen.js';
import { verwerkPaar } from '../../src/verwerking/beoordelen.js';
import { zetAbonnement } from '../../src/verwerking/bezorgen/abonnementen.js';
import { neemLijnen } from '../../src/verwerking/bezorgen/lijn.js';
import { zoekBericht } from '../../src/verwerking/opslag.js';
import { veeg } from '../../src/verwerking/vangnet.js';
import { toevalVan } from '../hulp/chaos.js';
import { maakVerkeer } from '../hulp/chaosverkeer.js';
import { verseDatabase } from '../hulp/database.js';
import { maakPijplijn, type Pijplijn } from '../hulp/pijplijn.js';
import { wmo301 } from '../hulp/voorbeelden.js';

const opruimen: (() => Promise<unknown>)[] = [];
afterEach(async () => { for (const doe of opruimen.splice(0).reverse()) await doe(); });

/** All of them later than anything in the messages, so that no rule has another opinion. */
const DAGEN = ['2028-01-15', '2028-01-16', '2028-01-14', '2029-01-15', '2027-01-15', '2028-02-29'];
const verkeer = maakVerkeer(60, 4, toevalVan(7));

async function opstelling(vandaag: () => string): Promise<Pijplijn & { url: string }> {
  const database = await verseDatabase();
  const pijplijn = maakPijplijn(database.url, { klok: { nu: () => new Date(), vandaag } });
  opruimen.push(() => database.verwijder(), () => pijplijn.sluit());
  return { ...pijplijn, url: database.url };
}

/** Every term, without the days that came off the clock. */
async function termijnen({ pool }: Pijplijn): Promise<unknown[]> {
  const { rows } = await pool.query(
    `select t.gemeente, t.aanbieder, t.onderwerp, t.soort, t.bron, t.partij, b.identificatie, t.gesloten_op is not null as dicht
     from termijn t left join bericht b on b.id = t.bericht_id order by 1, 2, 3, 4, 5, 6`);
  return rows;
}

async function speel(vandaag: () => string, tussendoor: (n: number) => void = () => undefined): Promise<Pijplijn> {
  const pijplijn = await opstelling(vandaag);
  for (const [n, { soort, bytes }] of verkeer.entries()) {
    tussendoor(n);
    await pijplijn.lever(soort, leesBericht(soort, bytes));
  }
  return pijplijn;
}

describe('termijnen', () => {
  it('zijn dezelfde als de klok tussen twee berichten verspringt, en als hij midden in een bericht verspringt', async () => {
    const verwacht = await termijnen(await speel(() => DAGEN[0] ?? ''));
    expect(verwacht.length).toBeGreaterThan(10);
    let dag = DAGEN[0] ?? '';
    const tussen = await speel(() => dag, (n) => { dag = DAGEN[n % DAGEN.length] ?? ''; });
    expect(await termijnen(tussen)).toEqual(verwacht);
    let keer = 0;
    const midden = await speel(() => DAGEN[keer++ % DAGEN.length] ?? '');
    expect(await termijnen(midden)).toEqual(verwacht);
    // No term ends before it began, and on every day each is in exactly one list.
    for (const { pool } of [tussen, midden]) {
      const { rows: gemeenten } = await pool.query<{ gemeente: string; aantal: number; verkeerd: number }>(
        'select gemeente, count(*)::int as aantal, count(*) filter (where vervaldatum < start)::int as verkeerd from termijn group by 1');
      for (const { gemeente, aantal, verkeerd } of gemeenten) {
        expect(verkeerd).toBe(0);
        for (const vandaag of DAGEN) {
          const lijsten = await Promise.all((['open', 'verlopen', 'gehaald', 'te-laat'] as const).map(async (status) =>
            (await lijstTermijnen(pool, gemeente, status, vandaag, 1000)).items.length));
          expect(lijsten.reduce((som, lengte) => som + lengte, 0), `${gemeente} op ${vandaag}`).toBe(aantal);
        }
      }
    }
  }, 300_000);
});

describe('wat wacht tot een moment dat door een verzette klok ver weg ligt', () => {
  const klaar = async (pijplijn: Pijplijn & { url: string }, id: string): Promise<void> => {
    // The queue still holds the name of the message, for a worker that is gone.
    const naam = 'klok';
    const wachtrij = openWachtrij({ databaseUrl: pijplijn.url, redisUrl: undefined, naam });
    opruimen.push(() => wachtrij.sluit());
    await wachtrij.voegToe([id]);
    expect(await veeg(pijplijn.pool, wachtrij)).toBe(1);
    expect(await wachtrij.wachtend()).toBe(2);
    const verwerker = startVerwerker({ databaseUrl: pijplijn.url, redisUrl: undefined, naam }, 1,
      async (taak) => { await verwerkPaar(pijplijn.beoordelaar, taak.slice(0, 36)); }, () => undefined);
    opruimen.push(() => verwerker.sluit());
    await expect.poll(async () => (await zoekBericht(pijplijn.pool, id))?.status, { timeout: 30_000 }).toBe('goedgekeurd');
  };

  it('een ontvangen bericht wordt toch gevonden', async () => {
    const pijplijn = await opstelling(() => '2026-12-31');
    const id = await pijplijn.bewaar('WMO301', wmo301);
    await pijplijn.pool.query(`update bericht set ontvangen_op = now() + interval '1 year' where id = $1`, [id]);
    await klaar(pijplijn, id);
  });

  it('een nieuwe poging wacht er niet op', async () => {
    const pijplijn = await opstelling(() => '2026-12-31');
    const id = await pijplijn.bewaar('WMO301', wmo301);
    await pijplijn.pool.query(`update bericht set status = 'mislukt', pogingen = 1, volgende_poging_op = now() + interval '1 day' where id = $1`, [id]);
    await klaar(pijplijn, id);
  });

  it('een bezorging ook niet: een lijn blijft niet bezet, en een poging komt aan de beurt', async () => {
    const pijplijn = await opstelling(() => '2026-12-31');
    const { pool } = pijplijn;
    await pijplijn.lever('WMO301', wmo301);
    const geheim = randomBytes(32);
    await zetAbonnement(pool, ZONDER_AANMELDING, { partij: wmo301.Header.Afzender, url: 'https://ontvanger.example/', vorm: 'json' }, geheim, () => geheim);
    await pool.query(`update abonnement set bezet_door = $1, bezet_tot = now() + interval '1 year'`, [randomUUID()]);
    await pool.query(`update bezorging set pogingen = 1, volgende_poging_op = now() + interval '1 year'`);
    expect(await neemLijnen(pool, randomUUID(), 8)).toEqual([wmo301.Header.Afzender]);
    // A real hold, and a real wait, still hold.
    expect(await neemLijnen(pool, randomUUID(), 8)).toEqual([]);
    await pool.query(`update bezorging set volgende_poging_op = now() + interval '1 hour'`);
    await pool.query(`update abonnement set bezet_tot = now() - interval '1 second'`);
    expect(await neemLijnen(pool, randomUUID(), 8)).toEqual([]);
  });
});
