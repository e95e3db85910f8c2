/** Pages of requests and notices come from a stretch of an index, far down the list too, however many there are. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPool, type Pool } from '../../src/platform/database.js';
import { verzoekenvraag } from '../../src/gemeente/verzoekenlijst.js';
import { verseDatabase, type Testdatabase } from '../hulp/database.js';

let database: Testdatabase;
let pool: Pool;
beforeAll(async () => {
  database = await verseDatabase();
  pool = openPool(database.url, 1);
  await pool.query(`
    insert into persoon (hash, bsn) values ('\\x01', '\\x01');
    insert into bericht (id, berichtsoort, richting, gemeente, aanbieder, afzender, ontvanger, identificatie, dagtekening, status, hash, omvang, client, ontvangen_op)
      select lpad(to_hex(n), 32, '0')::uuid, 'WMO315', 'inkomend', '0268', '65656055', '65656055', '0268', n::text, '2026-01-01', 'goedgekeurd', '\\x00', 1, 'proef', now()
      from generate_series(1, 20000) n;
    insert into verzoek (gemeente, aanbieder, referentie_aanbieder, persoon, berichtsoort, volgorde, ingangsdatums, status, bericht_id)
      select '0268', '65656055', 'R' || n, (select id from persoon), 'WMO315', 1, '{2026-01-01}',
        case when n % 2 = 0 then 'toegewezen' else 'onderhanden' end, lpad(to_hex(n), 32, '0')::uuid from generate_series(1, 20000) n;
    insert into termijn (gemeente, aanbieder, onderwerp, soort, bron, partij, gevolg, start, vervaldatum, referentie_aanbieder)
      select '0268', '65656055', 'verzoek R' || n, 'antwoord-op-verzoek', 'OP274', 'gemeente', 'antwoord', '2026-01-01', '2026-01-06', 'R' || n
      from generate_series(1, 20000) n;
    analyze`);
});
afterAll(async () => {
  await pool?.end();
  await database?.verwijder();
});

interface Knoop { readonly 'Node Type': string; readonly 'Index Name'?: string; readonly 'Actual Rows': number; readonly 'Actual Loops': number; readonly Plans?: readonly Knoop[] }
const knopen = (knoop: Knoop): Knoop[] => [knoop, ...(knoop.Plans ?? []).flatMap(knopen)];

describe.each(['oudste', 'nieuwste'] as const)('%s eerst', (volgorde) => {
  it.each([[undefined], ['midden']])('leest niet meer dan een bladzijde, vanaf %s', async (waar) => {
    const { rows: [midden] } = await pool.query<{ id: string }>(`select id from verzoek where referentie_aanbieder = 'R10001'`);
    const { tekst, waarden } = verzoekenvraag('0268', 'onderhanden', volgorde, 51, waar === undefined ? undefined : midden?.id);
    const { rows: [plan] } = await pool.query<{ 'QUERY PLAN': [{ Plan: Knoop }] }>(`explain (analyze, format json) ${tekst}`, waarden);
    const alle = knopen((plan as { 'QUERY PLAN': [{ Plan: Knoop }] })['QUERY PLAN'][0].Plan);
    expect(alle.map((knoop) => knoop['Index Name'])).toContain('verzoek_volgorde');
    expect(alle.filter((knoop) => knoop['Node Type'] === 'Seq Scan')).toEqual([]);
    expect(Math.max(...alle.map((knoop) => knoop['Actual Rows']))).toBeLessThanOrEqual(51);
    const { rows } = await pool.query<{ vervaldatum: string }>(tekst, waarden);
    expect([rows.length, rows[0]?.vervaldatum]).toEqual([51, '2026-01-06']);
  });
});
