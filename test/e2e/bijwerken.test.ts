/**
 * From an earlier state to this one while messages keep coming in. Runs under `npm run test:bijwerken` (BIJWERKEN=1), because it builds that state from
 * the history; what each migration does to a filled database is in test/integratie/migraties.
 */
import { afterEach, describe, expect, it } from 'vitest';
import { leesBericht } from '../../src/standaard/xml/lezen.js';
import { openPool, type Pool } from '../../src/platform/database.js';
import { hercodeer } from '../../src/platform/kluis/hercodeer.js';
import { openSleutelbos } from '../../src/platform/kluis/sleutelbos.js';
import { sleutelsUitBestand } from '../../src/platform/kluis/sleuteldienst.js';
import { haalInhoud } from '../../src/verwerking/opslag.js';
import { stand, toevalVan } from '../hulp/chaos.js';
import { maakVerkeer, type Zending } from '../hulp/chaosverkeer.js';
import { legeDatabase, verseDatabase } from '../hulp/database.js';
import { maakPijplijn } from '../hulp/pijplijn.js';
import { SERVER, SLEUTELMAP, startServer, type Uitvoering } from '../hulp/server.js';
import { bouwVersie, kentCommit } from '../hulp/vorigeVersie.js';

const AAN = (process.env['BIJWERKEN'] ?? '') !== '';
const VOORAF = 100;
const ONDERWEG = 400;
const PAREN = 10;
const opruimen: (() => unknown)[] = [];
afterEach(async () => { for (const doe of opruimen.splice(0).reverse()) await doe(); }, 60_000);

interface Antwoord { readonly status: number; readonly opnieuwNa: string | null; readonly id: string | undefined; readonly ms: number }

async function stuur(adres: string, { bytes, identificatie }: Zending): Promise<Antwoord> {
  const begin = performance.now();
  const antwoord = await fetch(`${adres}/v1/berichten`, {
    method: 'POST', headers: { 'Content-Type': 'application/xml', 'Idempotency-Key': `sleutel-${identificatie}` }, body: Uint8Array.from(bytes) });
  const { id } = await antwoord.json() as { id?: string };
  return { status: antwoord.status, opnieuwNa: antwoord.headers.get('retry-after'), id, ms: performance.now() - begin };
}

const allesBeoordeeld = async (pool: Pool, aantal: number): Promise<void> => {
  await expect.poll(async () => (await pool.query<{ klaar: number }>(
    `select count(*)::int as klaar from bericht where antwoord_op is null and status not in ('ontvangen', 'mislukt')`)).rows[0]?.klaar,
  { timeout: 120_000, interval: 200 }).toBe(aantal);
};

describe.each([
  ['met verzoeken en declaraties', '7f8de48', 3, false],
  ['met termijnen en geld, en een oude worker die door blijft lopen', '40c3652', 7, true],
] as const)('van de versie %s (%s, migratie %i)', (_naam, commit, migraties, werkerBlijft) => {
  it.skipIf(!AAN || !kentCommit(commit))('de oude API blijft aannemen terwijl de nieuwe versie bijwerkt; niets kwijt, niets dubbel', async () => {
    const oud = bouwVersie(commit);
    opruimen.push(() => { oud.verwijder(); });
    const database = await legeDatabase();
    opruimen.push(() => database.verwijder());
    const start = async (server: string, deel: 'api' | 'worker'): Promise<Uitvoering> => {
      const gestart = await startServer({ DATABASE_URL: database.url, GELIJKTIJDIG: '4', VANDAAG: '2026-12-31' }, [server, deel],
        deel === 'api' ? /API gereed op (http\S+)/ : /Worker gereed/);
      opruimen.push(() => gestart.stop());
      return gestart;
    };
    const pool = openPool(database.url, 3);
    opruimen.push(() => pool.end());
    const verkeer = maakVerkeer(VOORAF + ONDERWEG, PAREN, toevalVan(20261128));
    const ids = new Map<string, string>();
    const antwoorden: Antwoord[] = [];
    const lever = async (adres: string, zending: Zending): Promise<void> => {
      for (;;) {
        const antwoord = await stuur(adres, zending);
        antwoorden.push(antwoord);
        if (antwoord.id !== undefined) { ids.set(zending.identificatie, antwoord.id); return; }
        if (antwoord.status !== 503) throw new Error(`antwoord ${antwoord.status}`);
        await new Promise((klaar) => { setTimeout(klaar, 200); });
      }
    };

    const oudeApi = await start(oud.server, 'api');
    const oudeWerker = await start(oud.server, 'worker');
    for (const zending of verkeer.slice(0, VOORAF)) await lever(oudeApi.adres, zending);
    await allesBeoordeeld(pool, VOORAF);
    expect((await pool.query('select from migratie')).rowCount).toBe(migraties);
    if (!werkerBlijft) await oudeWerker.stop();

    // Each pair sends on, one after the other, to the old API; each of them until well after the new version is there.
    let bijgewerkt = false;
    let naBijwerken = 0;
    const gestuurd = Promise.all(Array.from({ length: PAREN }, async (_leeg, paar) => {
      const eigen = verkeer.slice(VOORAF).filter((een) => een.paar === paar);
      for (const [i, zending] of eigen.entries()) {
        // A part is kept for after the update.
        while (!bijgewerkt && i >= eigen.length / 2) await new Promise((klaar) => { setTimeout(klaar, 20); });
        if (bijgewerkt) naBijwerken++;
        await lever(oudeApi.adres, zending);
      }
    }));
    const nieuweApi = await start(SERVER, 'api');
    bijgewerkt = true;
    await start(SERVER, 'worker');
    if (werkerBlijft) await oudeWerker.stop();
    await gestuurd;
    expect(naBijwerken).toBeGreaterThan(ONDERWEG / 3);
    // What the old API took in is the same message to the new one.
    const [bekend] = verkeer.slice(-1) as [Zending];
    expect(await stuur(nieuweApi.adres, bekend)).toMatchObject({ id: ids.get(bekend.identificatie) });
    await oudeApi.stop();
    await expect(start(oud.server, 'api')).rejects.toThrow(/stopte met 1:\s*De database is van een nieuwere versie/);

    await allesBeoordeeld(pool, verkeer.length);
    expect(antwoorden.filter(({ status, opnieuwNa }) => status >= 500 && (status !== 503 || opnieuwNa === null))).toEqual([]);
    const traagst = Math.max(...antwoorden.map(({ ms }) => ms));
    console.log(`${commit}: ${antwoorden.length} aanvragen, ${antwoorden.filter(({ status }) => status === 503).length} keer 503, langste ${traagst.toFixed(0)} ms`);
    expect((await pool.query('select from bericht where terzijde_op is not null')).rowCount).toBe(0);
    const { rows: [telling] } = await pool.query<object>('select count(antwoord_op)::int as alle, count(distinct antwoord_op)::int as eenmaal from bericht');
    expect(telling).toEqual({ alle: verkeer.length, eenmaal: verkeer.length });

    // Everything ends under a key, and is what was sent.
    const bos = await openSleutelbos(pool, sleutelsUitBestand(`${SLEUTELMAP}/sleutels.json`));
    opruimen.push(() => { bos.sluit(); });
    await hercodeer(pool);
    expect((await pool.query('select from bericht_inhoud where sleutel is null union all select from persoon where sleutel is null or zoeksleutel is null')).rowCount).toBe(0);
    for (const { identificatie, bytes } of verkeer) expect(await haalInhoud(pool, ids.get(identificatie) ?? '')).toEqual(bytes);

    const vers = await verseDatabase();
    const pijplijn = maakPijplijn(vers.url);
    opruimen.push(() => vers.verwijder(), () => pijplijn.sluit());
    for (const { soort, bytes } of verkeer) await pijplijn.lever(soort, leesBericht(soort, bytes));
    const [uitkomst, verwacht] = [await stand(pool), await stand(pijplijn.pool)];
    for (const [deel, regels] of Object.entries(verwacht)) {
      // The first state kept no terms yet.
      if (deel !== 'termijnen' || migraties >= 7) expect(uitkomst[deel], deel).toEqual(regels);
    }
  }, 300_000);
});
