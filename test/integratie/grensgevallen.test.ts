/** Messages that the schema allows and that a register could trip over. Every one of them is assessed and answered. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datumNaarSql } from '../../src/platform/database.js';
import type { Heenbericht } from '../../src/standaard/berichten/berichtsoorten.js';
import { LDT_Datum } from '../../src/standaard/berichten/gegenereerd/basis.js';
import type { Berichten, WMO323 } from '../../src/standaard/berichten/gegenereerd/index.js';
import { alsInRegister } from '../../src/standaard/regels/dossier.js';
import { verseDatabase, type Testdatabase } from '../hulp/database.js';
import { maakPijplijn, type Pijplijn } from '../hulp/pijplijn.js';
import { declaratieVoor, met301, met305, prestatie, startProduct, toegewezenProduct } from '../hulp/variaties.js';
import { ANDER_BSN, BSN, GEMEENTE, wmo301 } from '../hulp/voorbeelden.js';
import { willekeurigeWaarde } from '../hulp/willekeurig.js';

const ONBEKEND_BSN = '999900031';

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

let volgnummer = 0;
/** A pair of its own for each test, so that their registers stay apart. */
const paar = (): string => String(80_000_000 + ++volgnummer);

/** Delivers a message of this aanbieder under an identification of its own; gives the status and the rules it broke. */
async function lever<B extends Heenbericht>(
  aanbieder: string, soort: B, bericht: Berichten[B], dagtekening = bericht.Header.BerichtIdentificatie.Dagtekening,
): Promise<readonly string[]> {
  const { Afzender, Ontvanger } = bericht.Header;
  const partij = (een: string): string => (een === GEMEENTE ? een : aanbieder);
  const Identificatie = `G${++volgnummer}`;
  const { status, bevindingen } = await pijplijn.lever(soort, {
    ...bericht, Header: {
      ...bericht.Header, Afzender: partij(Afzender), Ontvanger: partij(Ontvanger),
      BerichtIdentificatie: { Identificatie, Dagtekening: dagtekening } } });
  return [status, ...bevindingen.map(({ regel }) => regel)];
}

describe('datums die een database lastig vindt', () => {
  it('PostgreSQL leest en schrijft ze zoals de regels ze lezen', async () => {
    const datums = [
      ...fc.sample(willekeurigeWaarde(LDT_Datum) as fc.Arbitrary<string>, { numRuns: 500, seed: 1 }),
      '-0004-02-29', '-0001-12-31', '-4712-01-01', '-4713-12-31', '5874897-12-31', '99999999-01-01', '-99999999-01-01',
    ];
    const { rows } = await pijplijn.pool.query<{ d: string }>(
      'select d from unnest($1::date[]) with ordinality as r (d, n) order by n', [datums.map(datumNaarSql)]);
    expect(rows.map(({ d }) => d)).toEqual(datums.map(alsInRegister));
  });

  it.each(['-0004-02-29', '-99999-01-01', '9999999-01-01'])('een Dagtekening van %s', async (dagtekening) => {
    const [status] = await lever(paar(), 'WMO301', wmo301, dagtekening);
    expect(status).toBe('afgekeurd');
  });

  it.each(['-0004-02-29', '-5000-01-01', '0001-01-01'])('een toewijzing vanaf %s, tweemaal', async (Ingangsdatum) => {
    const aanbieder = paar();
    const ToewijzingNummer = ++volgnummer;
    const toewijzing = { ...toegewezenProduct, ToewijzingNummer, Ingangsdatum, Einddatum: '9999999-12-31' };
    const bericht = met301({ ToegewezenProducten: [toewijzing] });
    expect(await lever(aanbieder, 'WMO301', bericht)).toEqual(['goedgekeurd']);
    expect(await lever(aanbieder, 'WMO301', bericht)).toEqual(['goedgekeurd']);
  });

  it('starts op dagen die het register niet uit elkaar houdt', async () => {
    const aanbieder = paar();
    const ToewijzingNummer = ++volgnummer;
    const { ToewijzingIngangsdatum: _, ...product } = startProduct;
    const starts = (StatusAanlevering: '1' | '3', ...begin: readonly string[]) => met305({
      StartProducten: begin.map((Begindatum) => ({ ...product, ToewijzingNummer, Begindatum, StatusAanlevering })) });
    const toewijzing = { ...toegewezenProduct, ToewijzingNummer, Ingangsdatum: '-7000-01-01' };
    expect(await lever(aanbieder, 'WMO301', met301({ ToegewezenProducten: [toewijzing] }))).toEqual(['goedgekeurd']);
    expect(await lever(aanbieder, 'WMO305', starts('1', '-5000-01-01'))).toEqual(['goedgekeurd']);
    expect(await lever(aanbieder, 'WMO305', starts('1', '-6000-01-01'))).toEqual(['afgekeurd', 'TR074', 'TR326']);
    expect(await lever(aanbieder, 'WMO305', starts('3', '-5000-01-01', '-6000-01-01'))).toEqual(['goedgekeurd']);
    expect(await lever(aanbieder, 'WMO305', starts('3', '-5000-01-01'))).toEqual(['afgekeurd', 'TR063']);
  });
});

describe('een nummer van een Prestatie onder een afgewezen Client', () => {
  const regel = (ReferentieNummer: string, ToewijzingNummer = ++volgnummer): WMO323.Prestatie =>
    ({ ...prestatie, ToewijzingNummer, ProductReferentie: { ReferentieNummer } });
  const declaratie = (...clienten: readonly WMO323.Client[]): WMO323.Bericht => {
    const bericht = declaratieVoor(...clienten);
    return { ...bericht, Declaratie: { ...bericht.Declaratie, DeclaratieNummer: `D${++volgnummer}` } };
  };
  const toegewezen = async (aanbieder: string, Bsn: string): Promise<number> => {
    const ToewijzingNummer = ++volgnummer;
    const bericht = met301({ Bsn, ToegewezenProducten: [{ ...toegewezenProduct, ToewijzingNummer }] });
    expect(await lever(aanbieder, 'WMO301', bericht)).toEqual(['goedgekeurd']);
    return ToewijzingNummer;
  };
  const rijen = async (aanbieder: string): Promise<unknown[]> => (await pijplijn.pool.query(
    `select referentie_nummer as nummer, convert_from(bsn, 'UTF8') as bsn, goedgekeurd
     from prestatie t join persoon p on p.id = t.persoon where aanbieder = $1 order by 1`, [aanbieder])).rows;

  it('mag al gebruikt zijn: dezelfde declaratie nog eens, de client is nog onbekend', async () => {
    const aanbieder = paar();
    await toegewezen(aanbieder, BSN);
    const client = { Bsn: ONBEKEND_BSN, Prestaties: [regel('R1')] };
    expect(await lever(aanbieder, 'WMO323', declaratie(client))).toEqual(['afgekeurd', 'TR304']);
    expect(await lever(aanbieder, 'WMO323', declaratie(client))).toEqual(['afgekeurd', 'TR304']);
    expect(await rijen(aanbieder)).toEqual([{ nummer: 'R1', bsn: ONBEKEND_BSN, goedgekeurd: false }]);
  });

  it('mag onder nog een afgewezen Client staan', async () => {
    const aanbieder = paar();
    const clienten = [ONBEKEND_BSN, ANDER_BSN].map((Bsn) => ({ Bsn, Prestaties: [regel('R1')] }));
    expect(await lever(aanbieder, 'WMO323', declaratie(...clienten))).toEqual(['afgekeurd', 'TR304', 'TR304']);
    expect(await rijen(aanbieder)).toHaveLength(1);
  });

  it('mag dat zijn van een toegekende Prestatie die ervoor staat; die houdt het', async () => {
    const aanbieder = paar();
    const goed = { Bsn: BSN, Prestaties: [regel('R1', await toegewezen(aanbieder, BSN))] };
    const fout = { Bsn: ONBEKEND_BSN, Prestaties: [regel('R1')] };
    expect(await lever(aanbieder, 'WMO323', declaratie(goed, fout))).toEqual(['deels-goedgekeurd', 'TR304']);
    expect(await rijen(aanbieder)).toEqual([{ nummer: 'R1', bsn: BSN, goedgekeurd: true }]);
  });

  it('houdt het als het ervoor staat: wat erna komt wordt afgewezen', async () => {
    const aanbieder = paar();
    const goed = { Bsn: BSN, Prestaties: [regel('R1', await toegewezen(aanbieder, BSN))] };
    const fout = { Bsn: ONBEKEND_BSN, Prestaties: [regel('R1')] };
    expect(await lever(aanbieder, 'WMO323', declaratie(fout, goed))).toEqual(['afgekeurd', 'TR304', 'TR314']);
    expect(await rijen(aanbieder)).toEqual([{ nummer: 'R1', bsn: ONBEKEND_BSN, goedgekeurd: false }]);
  });
});
