/** A register as the test wants it: rows straight into the tables, and a source of random ones. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Pool } from '../../src/platform/database.js';
import { plusDagen } from '../../src/standaard/datum.js';
import type { Eenheid } from '../../src/standaard/volume/omvang.js';

export interface Proeftoewijzing {
  readonly gemeente: string;
  readonly nummer: number;
  readonly aanbieder: string;
  readonly bsn: string;
  readonly categorie: string;
  readonly code: string;
  readonly ingangsdatum: string;
  readonly einddatum?: string | null;
  readonly redenWijziging?: string | null;
  readonly volume?: number | null;
  readonly eenheid?: Eenheid | null;
  readonly frequentie?: string | null;
  readonly budget?: number | null;
}

export interface Proefregel {
  readonly toewijzing: Proeftoewijzing;
  readonly referentie: string;
  readonly vorige: string | null;
  readonly begindatum: string;
  readonly einddatum: string;
  readonly volume: number;
  readonly eenheid: Eenheid;
  readonly bedrag: number;
  readonly debetCredit: 'D' | 'C';
  readonly goedgekeurd: boolean;
  readonly gecrediteerd: boolean;
  readonly dagtekening: string;
}

export interface Proefstart {
  readonly toewijzing: Proeftoewijzing;
  readonly begindatum: string;
}

/** A message of which only the envelope matters. */
export async function voegBerichtToe(
  pool: Pool, soort: string, gemeente: string, aanbieder: string, dagtekening: string, ontvangenOp = '2026-01-01T00:00:00Z',
): Promise<string> {
  const id = randomUUID();
  await pool.query(
    `insert into bericht (id, berichtsoort, richting, gemeente, aanbieder, afzender, ontvanger, identificatie, dagtekening, status, hash, omvang,
       client, ontvangen_op) values ($1, $2, 'inkomend', $3, $4, $4, $3, $7, $5, 'goedgekeurd', '', 0, 'proef', $6)`,
    [id, soort, gemeente, aanbieder, dagtekening, ontvangenOp, id]);
  return id;
}

/** The number of the person of a row with a column `bsn`. */
const persoon = (rij: string): string => `(select p.id from persoon p where p.hash = convert_to(${rij}.bsn, 'UTF8'))`;

/** Persons as a database without encryption has them. */
export async function voegPersonenToe(pool: Pool, bsns: readonly string[]): Promise<void> {
  await pool.query(
    `insert into persoon (hash, bsn) select distinct convert_to(bsn, 'UTF8'), convert_to(bsn, 'UTF8') from unnest($1::text[]) as b (bsn)
     on conflict do nothing`, [bsns]);
}

/** Empties the register and fills it; every claim line is a message of its own, in the order of the list. */
export async function vulRegister(
  pool: Pool, toewijzingen: readonly Proeftoewijzing[], regels: readonly Proefregel[] = [], starts: readonly Proefstart[] = [],
): Promise<void> {
  await pool.query('truncate bericht, productie_maand cascade');
  await voegPersonenToe(pool, toewijzingen.map(({ bsn }) => bsn));
  const bericht = await voegBerichtToe(pool, 'WMO301', '0363', '65656055', '2025-12-01');
  await pool.query(
    `insert into toewijzing (gemeente, toewijzing_nummer, aanbieder, persoon, categorie, code, ingangsdatum, toewijzingsdatum, toewijzingstijd,
       einddatum, reden_wijziging, volume, eenheid, frequentie, budget, bericht_id)
     select gemeente, nummer, aanbieder, ${persoon('t')}, categorie, code, ingangsdatum, '2025-12-01', '10:00:00', einddatum, "redenWijziging", volume, eenheid,
       frequentie, budget, $2 from json_to_recordset($1) as t (gemeente text, nummer int, aanbieder text, bsn text, categorie text, code text,
       ingangsdatum date, einddatum date, "redenWijziging" text, volume int, eenheid text, frequentie text, budget int)`,
    [JSON.stringify(toewijzingen), bericht]);
  await pool.query(
    `with r as (select *, gen_random_uuid() as id from json_to_recordset($1) as r (gemeente text, aanbieder text, bsn text,
       nummer int, categorie text, code text, referentie text, vorige text, begindatum date, einddatum date, volume int, eenheid text, bedrag int,
       "debetCredit" text, goedgekeurd boolean, gecrediteerd boolean, dagtekening date, plaats bigint)),
     b as (
       insert into bericht (id, berichtsoort, richting, gemeente, aanbieder, afzender, ontvanger, identificatie, dagtekening, status, hash, omvang,
         client, ontvangen_op)
       select id, 'WMO323', 'inkomend', gemeente, aanbieder, aanbieder, gemeente, referentie, dagtekening, 'goedgekeurd', '', 0, 'proef', now()
       from r order by plaats)
     insert into prestatie (gemeente, aanbieder, referentie_nummer, vorig_referentie_nummer, persoon, toewijzing_nummer, categorie, code, begindatum,
       einddatum, volume, eenheid, bedrag, debet_credit, goedgekeurd, gecrediteerd_door, bericht_id)
     select gemeente, aanbieder, referentie, vorige, ${persoon('r')}, nummer, categorie, code, begindatum, einddatum, volume, eenheid, bedrag, "debetCredit",
       goedgekeurd, case when gecrediteerd then $2::uuid end, id from r`,
    [JSON.stringify(regels.map(({ toewijzing, ...regel }, plaats) => ({ ...toewijzing, ...regel, plaats }))), bericht]);
  await pool.query(
    `insert into start_product (gemeente, aanbieder, persoon, toewijzing_nummer, categorie, code, begindatum, bericht_id)
     select gemeente, aanbieder, ${persoon('s')}, nummer, categorie, code, begindatum, $2 from json_to_recordset($1) as s
       (gemeente text, aanbieder text, bsn text, nummer int, categorie text, code text, begindatum date)`,
    [JSON.stringify(starts.map(({ toewijzing, begindatum }) => ({ ...toewijzing, begindatum }))), bericht]);
}

export const GEMEENTEN = ['0363', '0268'] as const;
export const AANBIEDERS = ['65656055', '65656056'] as const;
export const CLIENTEN = ['999900006', '999900018', '999900021'] as const;
export const CODES = ['02A01', '02A02', '02A03'] as const;

/** Allocations with numbers of their own; with an extent, so that there is a total. */
export const willekeurigeToewijzingen: fc.Arbitrary<Proeftoewijzing[]> = fc.array(fc.record({
  gemeente: fc.constantFrom(...GEMEENTEN), aanbieder: fc.constantFrom(...AANBIEDERS), bsn: fc.constantFrom(...CLIENTEN),
  categorie: fc.constant('02'), code: fc.constantFrom(...CODES), ingangsdatum: fc.constantFrom('2026-01-01', '2026-02-01', '2026-02-15'),
  einddatum: fc.constantFrom('2026-01-31', '2026-02-14', '2026-04-30', null), redenWijziging: fc.constant(null),
  volume: fc.integer({ min: 1, max: 60 }), eenheid: fc.constantFrom<Eenheid>('04', '14'), frequentie: fc.constantFrom('4', '6'),
}), { minLength: 1, maxLength: 6 }).map((lijst) => lijst.map((velden, i) => ({ ...velden, nummer: i + 1 })));

/** What a claim line is made of before it has a number. */
const stof = fc.record({
  wie: fc.nat(), maand: fc.integer({ min: 0, max: 4 }), dag: fc.oneof(fc.constantFrom(0, 1, 27), fc.integer({ min: 0, max: 27 })), duur: fc.integer({ min: 0, max: 8 }),
  volume: fc.integer({ min: 0, max: 40 }), minuten: fc.boolean(), bedrag: fc.integer({ min: 0, max: 9_999_999 }),
  goedgekeurd: fc.boolean(), credit: fc.constantFrom('geen', 'geen', 'gewoon', 'afgekeurd'), na: fc.integer({ min: 0, max: 150 }),
});

/**
 * Claim lines on the allocations: some rejected, some credited, by lines that were approved or not. What the constraints of the register
 * forbid (TR389) is left out.
 */
export function willekeurigeRegels(toewijzingen: readonly Proeftoewijzing[]): fc.Arbitrary<Proefregel[]> {
  return fc.array(stof, { maxLength: 25 }).map((lijst) => {
    const regels: Proefregel[] = [];
    const credits: Proefregel[] = [];
    const open = new Set<string>();
    lijst.forEach(({ wie, maand, dag, duur, volume, minuten, bedrag, goedgekeurd, credit, na }, i) => {
      const toewijzing = toewijzingen[wie % toewijzingen.length];
      if (toewijzing === undefined) return;
      const begindatum = `${maand === 0 ? '2025-12' : `2026-0${maand}`}-${String(dag + 1).padStart(2, '0')}`;
      const einddatum = plusDagen(begindatum, Math.min(duur, 27 - dag));
      const sleutel = `${toewijzing.gemeente} ${toewijzing.nummer} ${begindatum} ${einddatum}`;
      const gecrediteerd = goedgekeurd && credit === 'gewoon';
      if (goedgekeurd && !gecrediteerd && open.has(sleutel)) return;
      if (goedgekeurd && !gecrediteerd) open.add(sleutel);
      const eenheid = toewijzing.eenheid === '04' && minuten ? '01' : toewijzing.eenheid ?? '04';
      const regel: Proefregel = {
        toewijzing, referentie: `R${i}`, vorige: null, begindatum, einddatum, volume, eenheid, bedrag, debetCredit: 'D', goedgekeurd, gecrediteerd,
        dagtekening: plusDagen(einddatum, na) };
      regels.push(regel);
      if (credit !== 'geen' && goedgekeurd) {
        credits.push({
          ...regel, referentie: `C${i}`, vorige: regel.referentie, debetCredit: 'C', goedgekeurd: gecrediteerd, gecrediteerd: false,
          dagtekening: plusDagen(regel.dagtekening, 40) });
      }
    });
    return [...regels, ...credits];
  });
}

/** What a line counts for: approved debits plus, approved credits minus, the rest nothing. */
export function teken({ goedgekeurd, debetCredit }: Proefregel): -1 | 0 | 1 {
  if (!goedgekeurd) return 0;
  return debetCredit === 'D' ? 1 : -1;
}
