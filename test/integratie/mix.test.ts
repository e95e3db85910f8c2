/** The share of an agreed mix, and rejections by code: sums over everything there is. */
import { describe, expect, it } from 'vitest';
import { telAfkeuringen } from '../../src/gemeente/afkeuringen.js';
import { mixVan } from '../../src/gemeente/mix.js';
import type { Pool } from '../../src/platform/database.js';
import { LEEG_BELEID } from '../../src/regio/beleid.js';
import { metPool } from '../hulp/database.js';
import { vulRegister, type Proefregel, type Proeftoewijzing } from '../hulp/register.js';
import { beleidVan } from '../regio/hulp.js';

const GEMEENTE = '0363';
let pool: Pool;
metPool((een) => { pool = een; });

const toewijzing = (nummer: number, code: string, aanbieder = '65656055'): Proeftoewijzing => ({
  gemeente: GEMEENTE, nummer, aanbieder, bsn: '999900006', categorie: '02', code, ingangsdatum: '2026-01-01', einddatum: null, volume: 10, eenheid: '04',
  frequentie: '6' });
let volgnummer = 0;
const regel = (van: Proeftoewijzing, maand: string, bedrag: number, velden: Partial<Proefregel> = {}): Proefregel => ({
  toewijzing: van, referentie: `R${++volgnummer}`, vorige: null, begindatum: `${maand}-02`, einddatum: `${maand}-28`, volume: 2, eenheid: '04', bedrag,
  debetCredit: 'D', goedgekeurd: true, gecrediteerd: false, dagtekening: '2026-12-01', ...velden });

describe('mix', () => {
  const beleid = beleidVan({
    regio: 'Proef', gemeenten: [GEMEENTE], producten: ['02A01', '02A02', '02A03'].map((code) => ({ code, categorie: '02' })),
    signalen: [{ signaal: 'zestig', soort: 'mix', deel: ['02A01'], geheel: ['02A01', '02A02'], meet: 'bedrag', hoogstens: 60 },
      { signaal: 'tijd', soort: 'mix', deel: ['02A01'], geheel: ['02A01', '02A02'], meet: 'volume', minstens: 50, aanbieders: ['65656055'] }] });

  it('noemt per aanbieder het aandeel over de hele periode, ook binnen de afspraak; hele maanden tellen mee', async () => {
    const [licht, zwaar, ander, buiten] = [toewijzing(1, '02A02'), toewijzing(2, '02A01'), toewijzing(3, '02A01', '65656056'), toewijzing(4, '02A03')];
    await vulRegister(pool, [licht, zwaar, ander, buiten], [
      regel(zwaar, '2026-01', 600), regel(licht, '2026-01', 400), regel(zwaar, '2026-02', 300), regel(zwaar, '2026-02', 300, { debetCredit: 'C' }),
      regel(ander, '2026-02', 1), regel(buiten, '2026-01', 9_999), regel(zwaar, '2026-01', 5_000, { goedgekeurd: false }), regel(zwaar, '2026-03', 50)]);
    const venster = { gemeente: GEMEENTE, vanaf: '2026-01-15', tot: '2026-02-10' };
    expect(await mixVan(pool, beleid, venster)).toEqual([
      { signaal: 'zestig', meet: 'bedrag', aanbieder: '65656055', deel: 600, geheel: 1000, aandeel: 60, hoogstens: 60, minstens: undefined, binnen: true },
      { signaal: 'zestig', meet: 'bedrag', aanbieder: '65656056', deel: 1, geheel: 1, aandeel: 100, hoogstens: 60, minstens: undefined, binnen: false },
      // In minutes: two hours each, and the credit takes back its own.
      { signaal: 'tijd', meet: 'volume', aanbieder: '65656055', deel: 120, geheel: 240, aandeel: 50, hoogstens: undefined, minstens: 50, binnen: true }]);
    expect(await mixVan(pool, LEEG_BELEID, venster)).toEqual([]);
    expect(await mixVan(pool, beleid, { gemeente: '0268', vanaf: undefined, tot: undefined })).toEqual([]);
  });
});

describe('afkeuringen', () => {
  it('telt berichten per code, de meeste eerst, binnen de periode en alleen die aan de gemeente', async () => {
    await pool.query(
      `insert into bericht (id, berichtsoort, richting, gemeente, aanbieder, afzender, ontvanger, identificatie, dagtekening, status, bevindingen, hash, omvang,
         client, ontvangen_op)
       select gen_random_uuid(), 'WMO305', 'inkomend', g, '65656055', '65656055', g, 'A' || n, '2026-01-01', 'afgekeurd', codes::jsonb, '', 0, 'proef', op
       from (values (1, '0363', '[{"retourcode": "9056"}, {"retourcode": "9019"}, {"retourcode": "9019"}]', timestamptz '2026-02-01 00:00+01'),
         (2, '0363', '[{"retourcode": "9019"}]', timestamptz '2026-02-28 23:59+01'), (3, '0363', '[{"retourcode": "9019"}]', timestamptz '2026-03-01 00:00+01'),
         (4, '0268', '[{"retourcode": "9019"}]', timestamptz '2026-02-10 00:00+01'), (5, '0363', '[]', timestamptz '2026-02-10 00:00+01')) as b (n, g, codes, op)`);
    const van = new Date('2026-01-31T23:00:00Z');
    const tot = new Date('2026-02-28T23:00:00Z');
    expect(await telAfkeuringen(pool, '0363', van, tot)).toEqual([{ retourcode: '9019', aantal: 2 }, { retourcode: '9056', aantal: 1 }]);
    expect(await telAfkeuringen(pool, '0363', undefined, undefined)).toEqual([{ retourcode: '9019', aantal: 3 }, { retourcode: '9056', aantal: 1 }]);
    expect(await telAfkeuringen(pool, '0599', undefined, undefined)).toEqual([]);
  });
});
