/** Retention: what is past its term goes, what is still needed stays, and the audit trail tells. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { controleerKeten, keten } from '../../src/platform/audit/keten.js';
import { grensVan, leesBewaartermijnen } from '../../src/platform/bewaartermijnen.js';
import { haalInhoud, zoekBericht } from '../../src/verwerking/opslag.js';
import { dagVan, ruimOp } from '../../src/verwerking/opruimen.js';
import { zoekPersonen } from '../../src/register/personen.js';
import { verseDatabase, type Testdatabase } from '../hulp/database.js';
import { maakPijplijn, type Pijplijn } from '../hulp/pijplijn.js';
import { wmo301, wmo305 } from '../hulp/voorbeelden.js';

let database: Testdatabase;
let pijplijn: Pijplijn;
beforeAll(async () => {
  database = await verseDatabase();
  pijplijn = maakPijplijn(database.url);
});
afterAll(async () => {
  await pijplijn?.sluit();
  await database?.verwijder();
});

const ANDER_BSN = '999900018';
const VANDAAG = '2042-01-01';
const aantal = async (tabel: string): Promise<number> =>
  (await pijplijn.pool.query<{ aantal: number }>(`select count(*)::int as aantal from ${tabel}`)).rows[0]?.aantal ?? -1;
const alles = leesBewaartermijnen('inhoud=180m,register=180m,audit=altijd');

describe('BEWAREN', () => {
  it('heeft termijnen waar niemand over beslist, en geen voor berichten en register', () => {
    expect(leesBewaartermijnen(undefined)).toEqual({
      idempotentie: { aantal: 30, eenheid: 'dagen' }, weigeringen: { aantal: 12, eenheid: 'maanden' }, audit: { aantal: 60, eenheid: 'maanden' } });
    expect(leesBewaartermijnen('inhoud=180m, audit=altijd')).toMatchObject({ inhoud: { aantal: 180, eenheid: 'maanden' } });
    expect(leesBewaartermijnen('audit=altijd')).not.toHaveProperty('audit');
  });

  it.each(['inhoud', 'inhoud=', 'inhoud=0d', 'inhoud=5w', 'alles=5d', 'inhoud=-1d', 'inhoud=1.5m'])('%s wordt geweigerd met uitleg', (tekst) => {
    expect(() => leesBewaartermijnen(tekst)).toThrow(/BEWAREN: .*soorten: inhoud, register/);
  });

  it('telt hele maanden terug, ook van de laatste dag van een maand', () => {
    expect(grensVan('2026-03-31', { aantal: 1, eenheid: 'maanden' })).toBe('2026-02-28');
    expect(grensVan('2026-03-01', { aantal: 30, eenheid: 'dagen' })).toBe('2026-01-30');
  });
});

describe('opruimen', () => {
  it('telt vanaf de dag in Nederland van een echt moment', () => {
    expect(dagVan(new Date('2026-06-30T22:30:00Z'))).toBe('2026-07-01');
    expect(dagVan(new Date('2026-12-31T22:30:00Z'))).toBe('2026-12-31');
  });

  it('haalt weg wat voorbij is, laat staan wat nog nodig is, en legt het vast', async () => {
    const { pool } = pijplijn;
    const oud = await pijplijn.lever('WMO301', wmo301);
    const start = await pijplijn.lever('WMO305', wmo305);
    const [product] = wmo301.Client.ToegewezenProducten;
    const lopend = await pijplijn.lever('WMO301', {
      Header: { ...wmo301.Header, BerichtIdentificatie: { ...wmo301.Header.BerichtIdentificatie, Identificatie: 'LOPEND' } },
      Client: { ...wmo301.Client, Bsn: ANDER_BSN, ToegewezenProducten: [{ ...product as NonNullable<typeof product>, ToewijzingNummer: 999_001 }] } });
    expect([oud.status, start.status, lopend.status]).toEqual(['goedgekeurd', 'goedgekeurd', 'goedgekeurd']);
    // Twenty years ago for everything but the day on which the second allocation ends.
    await pool.query(`update bericht set ontvangen_op = '2022-01-01'`);
    await pool.query(`update bezorging set bezorgd_op = '2022-01-02'`);
    await pool.query(`update toewijzing set einddatum = '2021-12-31' where toewijzing_nummer <> 999001`);
    await pool.query(`update toewijzing set einddatum = null where toewijzing_nummer = 999001`);
    await pool.query(`insert into weigering (geweigerd_op, client, omvang, reden) values ('2040-12-31', 'x', 1, 'oud'), ('2041-01-02', 'x', 1, 'jong')`);
    await pool.query(`insert into idempotentie (client, sleutel, hash, aangemaakt_op) values ('x', 'oud', '', '2041-11-01'), ('x', 'jong', '', '2041-12-20')`);
    const gedaan = await ruimOp(pool, alles, VANDAAG);
    // Content of the old 301 and 305 with their answers, and of the answer to what still runs.
    expect(gedaan).toMatchObject({ inhoud: 5, register: 1, weigeringen: 1, idempotentie: 1 });
    expect(await haalInhoud(pool, oud.id)).toBeUndefined();
    expect((await haalInhoud(pool, lopend.id))?.toString()).toContain(ANDER_BSN);
    expect((await zoekBericht(pool, oud.id))?.status).toBe('goedgekeurd');
    expect([...(await zoekPersonen(pool, [wmo301.Client.Bsn, ANDER_BSN])).keys()]).toEqual([ANDER_BSN]);
    expect([await aantal('toewijzing'), await aantal('toewijzing_versie'), await aantal('start_product'), await aantal('persoon')]).toEqual([1, 1, 0, 1]);
    expect((await pool.query('select reden from weigering')).rows).toEqual([{ reden: 'jong' }]);
    await keten(pool);
    const { rows } = await pool.query<{ object: string; resultaat: string }>(
      `select object, resultaat from audit where handeling = 'bewaartermijn verstreken' order by object`);
    expect(rows.map(({ object }) => object)).toEqual(['idempotentie', 'inhoud', 'register', 'weigeringen']);
    expect(rows[2]?.resultaat).toBe('1 van voor 2027-01-01 verwijderd');
    expect(JSON.stringify(rows)).not.toContain(wmo301.Client.Bsn);
    expect(await ruimOp(pool, alles, VANDAAG)).toEqual({ inhoud: 0, register: 0, idempotentie: 0, weigeringen: 0, audit: 0 });
  });

  it('het auditspoor zelf: het oudste gaat, de rest blijft heel', async () => {
    const { pool } = pijplijn;
    await keten(pool);
    const voor = await aantal('audit');
    const { audit } = await ruimOp(pool, { audit: { aantal: 60, eenheid: 'maanden' } }, VANDAAG);
    // All but the last, on which the next follows.
    expect(audit).toBe(voor - 1);
    expect(await controleerKeten(pool)).toMatchObject({ heel: true, van: voor });
    await keten(pool);
    expect(await controleerKeten(pool)).toMatchObject({ heel: true, van: voor });
    expect(await aantal('audit')).toBeGreaterThan(0);
    await expect(pool.query('delete from audit')).rejects.toThrow('audit:');
  });

  it('stopt tussen partijen als daarom wordt gevraagd', async () => {
    const { pool } = pijplijn;
    await pool.query(`insert into weigering (geweigerd_op, client, omvang, reden) select '2030-01-01', 'x', 1, 'veel' from generate_series(1, 1200)`);
    let gevraagd = 0;
    const { weigeringen } = await ruimOp(pool, { weigeringen: { aantal: 1, eenheid: 'dagen' } }, VANDAAG, () => ++gevraagd > 2);
    expect(weigeringen).toBe(1000);
  });
});
