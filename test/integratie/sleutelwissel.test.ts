/** Keys are changed while messages keep coming in, in two processes: nobody waits, no person is taken for another, nothing stays behind. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { hercodeer } from '../../src/platform/kluis/hercodeer.js';
import { kluisVan } from '../../src/platform/kluis/kluis.js';
import { maakSleutel, openSleutelbos } from '../../src/platform/kluis/sleutelbos.js';
import { maakSleutelbestand, sleutelsUitBestand } from '../../src/platform/kluis/sleuteldienst.js';
import { leesBericht } from '../../src/standaard/xml/lezen.js';
import { haalInhoud, zoekBericht } from '../../src/verwerking/opslag.js';
import { stand, toevalVan } from '../hulp/chaos.js';
import { maakVerkeer } from '../hulp/chaosverkeer.js';
import { verseDatabase } from '../hulp/database.js';
import { maakPijplijn, type Pijplijn } from '../hulp/pijplijn.js';

const opruimen: (() => unknown)[] = [];
afterEach(async () => { for (const doe of opruimen.splice(0).reverse()) await doe(); });

async function maak(url?: string): Promise<{ url: string; pijplijn: Pijplijn }> {
  const database = url === undefined ? await verseDatabase() : undefined;
  if (database !== undefined) opruimen.push(() => database.verwijder());
  const adres = url ?? database?.url ?? '';
  const pijplijn = maakPijplijn(adres);
  opruimen.push(() => pijplijn.sluit());
  return { url: adres, pijplijn };
}

it('twee sleutelwissels onder verkeer: elk bericht beoordeeld, het register als zonder wissel, alles onder de nieuwste sleutel', async () => {
  const map = mkdtempSync(join(tmpdir(), 'iwmo-wissel-'));
  opruimen.push(() => { rmSync(map, { recursive: true }); });
  const bestand = join(map, 'sleutels.json');
  maakSleutelbestand(bestand, 'een');
  const dienst = sleutelsUitBestand(bestand);
  const een = await maak();
  const twee = await maak(een.url);
  const bossen = [await openSleutelbos(een.pijplijn.pool, dienst), await openSleutelbos(twee.pijplijn.pool, dienst)];
  opruimen.push(() => { for (const bos of bossen) bos.sluit(); });
  const { pool } = een.pijplijn;
  const paren = 4;
  const verkeer = maakVerkeer(64, paren, toevalVan(7));
  // Before any change, and for each of two: while the new keys are known and do not hold yet, and from when they hold, beside the work on the old.
  const fasen = 5;
  let fase = 0;
  const geleverd: { id: string; bytes: Buffer }[] = [];
  const stroom = Promise.all(Array.from({ length: paren }, async (_leeg, paar) => {
    const eigen = verkeer.filter((zending) => zending.paar === paar);
    for (const [i, { soort, bytes }] of eigen.entries()) {
      while (fase < Math.floor((i * fasen) / eigen.length)) await new Promise((klaar) => { setTimeout(klaar, 5); });
      const { id } = await [een, twee][i % 2]?.pijplijn.lever(soort, leesBericht(soort, bytes)) ?? { id: '' };
      geleverd.push({ id, bytes });
    }
  }));
  for (let wissel = 1; wissel <= 2; wissel++) {
    // Known everywhere before it holds, as the waiting time does in operation.
    for (const soort of ['inhoud', 'zoek'] as const) await maakSleutel(pool, dienst, soort, 2000);
    for (const bos of bossen) await bos.herlaad();
    fase++;
    const nieuwste = (await pool.query<{ id: number }>(`select max(id) as id from sleutel where soort = 'inhoud'`)).rows[0]?.id;
    await expect.poll(() => bossen.map(({ kluis }) => kluis.verzegel(Buffer.alloc(0), '').sleutel), { timeout: 20_000 }).toEqual([nieuwste, nieuwste]);
    fase++;
    expect(await hercodeer(pool)).toBeGreaterThan(0);
  }
  await stroom;
  await hercodeer(pool);
  expect(await hercodeer(pool)).toBe(0);
  const { sleutel } = kluisVan(pool).verzegel(Buffer.alloc(0), '');
  expect((await pool.query('select from bericht_inhoud where sleutel <> $1 union all select from persoon where sleutel <> $1', [sleutel])).rowCount).toBe(0);
  for (const { id, bytes } of geleverd) {
    expect((await haalInhoud(twee.pijplijn.pool, id))?.equals(bytes)).toBe(true);
    expect((await zoekBericht(pool, id))?.status).toMatch(/goedgekeurd|afgekeurd/);
  }
  const zonder = await maak();
  for (const { soort, bytes } of verkeer) await zonder.pijplijn.lever(soort, leesBericht(soort, bytes));
  const [uitkomst, verwacht] = [await stand(pool), await stand(zonder.pijplijn.pool)];
  for (const [deel, regels] of Object.entries(verwacht)) expect(uitkomst[deel], deel).toEqual(regels);
  const personen = async (van: Pijplijn): Promise<number | null> => (await van.pool.query('select from persoon')).rowCount;
  expect(await personen(een.pijplijn)).toBe(await personen(zonder.pijplijn));
});
