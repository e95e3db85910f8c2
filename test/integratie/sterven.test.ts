/** A worker killed between any two steps: no message lost, none with effect twice, no answer twice. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plusDagen } from '../../src/standaard/datum.js';
import { verwerkPaar } from '../../src/verwerking/beoordelen.js';
import { zoekBericht } from '../../src/verwerking/opslag.js';
import { verseDatabase, type Testdatabase } from '../hulp/database.js';
import { maakPijplijn, VANDAAG, type Pijplijn } from '../hulp/pijplijn.js';
import { header, wmo301, wmo305 } from '../hulp/voorbeelden.js';

const WERKER = fileURLToPath(new URL('../hulp/sterfwerker.mjs', import.meta.url));
/** More than any assessment needs; the worker says when it got through, and then there is no later step. */
const MEER_DAN_GENOEG = 40;

let database: Testdatabase;
let pijplijn: Pijplijn;
beforeAll(async () => {
  database = await verseDatabase();
  pijplijn = maakPijplijn(database.url);
  await pijplijn.lever('WMO301', wmo301);
});
afterAll(async () => {
  await pijplijn?.sluit();
  await database?.verwijder();
});

describe('kill -9 bij elke stap', () => {
  // Dying before the next statement is dying after the one before it: the database cannot tell them apart.
  it('voor het versturen van elke opdracht aan de database', async () => {
    let stap = 1;
    for (; stap < MEER_DAN_GENOEG; stap++) {
      const begindatum = plusDagen('2026-04-01', stap);
      const naam = `K${stap}`;
      // Each round starts and removes, so that every message is approved exactly when it is handled exactly once, in order.
      const begin = await pijplijn.bewaar('WMO305', {
        Header: header('WMO305', `${naam}S`, '2026-06-01'),
        Client: { ...wmo305.Client, StartProducten: wmo305.Client.StartProducten.map((p) => ({ ...p, Begindatum: begindatum })) },
      });
      const weg = await pijplijn.bewaar('WMO305', {
        Header: header('WMO305', `${naam}W`, '2026-06-01'),
        Client: { ...wmo305.Client, StartProducten: wmo305.Client.StartProducten
          .map((p) => ({ ...p, Begindatum: begindatum, StatusAanlevering: '3' as const })) },
      });
      const { signal, stdout } = spawnSync(process.execPath, [WERKER, database.url, begin, VANDAAG, String(stap)], { encoding: 'utf8' });
      // The database notices only after a moment that the dead worker let go of the pair; until then the sweep would try again.
      await expect.poll(async () => {
        await verwerkPaar(pijplijn.beoordelaar, begin);
        return (await zoekBericht(pijplijn.pool, weg))?.status;
      }, { timeout: 10_000 }).toBe('goedgekeurd');
      for (const id of [begin, weg]) {
        const bericht = await zoekBericht(pijplijn.pool, id);
        expect(bericht?.bevindingen, `stap ${stap}`).toEqual([]);
        expect(bericht?.status).toBe('goedgekeurd');
      }
      const { rows } = await pijplijn.pool.query<{ antwoorden: number }>(
        'select count(*)::int as antwoorden from bericht where antwoord_op = any ($1)', [[begin, weg]]);
      expect(rows[0]?.antwoorden).toBe(2);
      if (stdout.includes('heel')) break;
      expect(signal).toBe('SIGKILL');
    }
    expect(stap).toBeGreaterThan(10);
    expect(stap).toBeLessThan(MEER_DAN_GENOEG);
    const { rows } = await pijplijn.pool.query('select * from start_product where verwijderd_door is null');
    expect(rows).toEqual([]);
  }, 120_000);
});
